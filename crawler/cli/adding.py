"""`piagam outlets probe` and `record`: from a site to an outlet's file and its recorded pages."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from crawler.cli.invocation import invocation
from crawler.cli.probing import print_report, report_object
from crawler.cli.recording import print_recording, recording_object
from crawler.cli.screen import complain, print_json, print_line
from crawler.cli.shelf import outlet_named, shelf_of
from crawler.config import OUTLETS, Config, ConfigError
from crawler.outlet_shelf import scrapy_settings

_PAGES = 3


def probe(
    context: typer.Context,
    *,
    url: Annotated[str, typer.Argument(metavar="URL", help="Any page of the site.")],
    write: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where to; else crawl.outlets_folder, else outlets."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; print the draft.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Look at a site nobody has described yet and draft its outlet file, with three pages recorded.

    At most thirty polite requests; no article is stored. Exit code 1 when no story could be read.
    """
    call = invocation(context)
    config = call.config()
    settings = scrapy_settings(config)
    folder = None if dry_run else write or _own_folder(config, call.config_path)
    report = load_object(settings["PIAGAM_PROBE"])(settings, url, only_new=write is not None)
    if report.problem is not None:
        raise ConfigError(f"{report.home}: {report.problem}")
    if not as_json:
        print_report(report)
    is_kept = folder is not None and report.known_as is None
    written = _keep(settings, report, folder) if folder is not None and is_kept else []
    if as_json:
        print_json({**report_object(report), "written": [str(path) for path in written]})
    elif not written:
        _print_draft(report)
    else:
        print_line()
        for path in written:
            print_line(f"written: {path}")
    problem = report.conclusions.problem
    if problem is not None:
        complain(f"the draft needs a hand: {problem}")
        raise typer.Exit(1)


def record(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    url: Annotated[str, typer.Argument(metavar="URL", help="A story of the outlet.")],
    folder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where OUTLET.pages is; else beside its file."),
    ] = None,
    case: Annotated[
        str | None, typer.Option("--name", metavar="CASE", help="Else by the story's address.")
    ] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Record again, and tell what is read otherwise.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Record a story's pages as they are today, with what is read from them.

    The story is fetched as politely as by a crawl, with all its parts; no article is stored.
    `piagam outlets check OUTLET --recorded` holds the rules against what was recorded.
    """
    call = invocation(context)
    outlet = outlet_named(shelf_of(call), name)
    settings = scrapy_settings(call.config())
    recording = load_object(settings["PIAGAM_RECORD"])(
        settings,
        outlet,
        url,
        folder=folder,
        name=case,
        day=datetime.now(UTC).date(),
        renew=renew,
    )
    if recording.problem is not None:
        raise ConfigError(f"{url}: {recording.problem}")
    if as_json:
        print_json(recording_object(recording))
    else:
        print_recording(recording)


def _own_folder(config: Config, path: Path) -> Path:
    """Where outlet files of one's own are looked for by a crawl."""
    return config.crawl.outlets_folder or path.parent / OUTLETS


def _keep(settings: Settings, report: Any, folder: Path) -> list[Path]:
    """Write draft and pages; a draft that cannot be used gets a name that no crawl reads."""
    told = report.conclusions
    path = folder / f"{told.name}.toml"
    if path.exists():
        raise ConfigError(f"{path}: exists already; move it away, or name another folder")
    path = path if told.problem is None else path.with_suffix(".toml.draft")
    today = datetime.now(UTC).date()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(told.draft, encoding="utf-8")
        keep = load_object(settings["PIAGAM_RECORD_SAMPLES"])
        return [path, *keep(report, folder, day=today, most=_PAGES)]
    except OSError as error:
        place = error.filename or path
        raise ConfigError(f"{place}: {error.strerror}; name another folder") from None


def _print_draft(report: Any) -> None:
    told = report.conclusions
    print_line()
    if report.known_as is not None:
        print_line(f"nothing is written: {report.known_as} reads this site already")
    print_line(f"# {told.name}.toml")
    for line in told.draft.splitlines():
        print_line(line)
