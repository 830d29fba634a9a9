"""`piagam outlets`: the sites that Piagam knows how to read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from scrapy.utils.misc import load_object

from crawler.cli.invocation import Invocation, invocation
from crawler.cli.probing import (
    faults_of,
    print_report,
    print_samples,
    print_sources,
    record_pages,
    report_object,
)
from crawler.cli.screen import complain, print_json, print_line, print_table
from crawler.config import ConfigError, load_config
from crawler.crawling import OutletShelf, outlet_shelf, scrapy_settings, unknown_outlet

app = typer.Typer(name="outlets", help="The sites that Piagam knows how to read.")


@app.command("list")
def list_outlets(
    context: typer.Context,
    family: Annotated[
        str | None, typer.Option(metavar="FAMILY", help="Only the outlets of this family.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the outlets; exit code 1 when a file cannot be used."""
    shelf = shelf_of(invocation(context))
    outlets = _of_family(shelf, family)
    if as_json:
        for outlet in outlets:
            print_json(outlet_object(outlet))
    else:
        print_table(("outlet", "family", "home", "crawled", "rules"), map(_cells, outlets))
        _print_sum(outlets)
    for problem in shelf.problems.values():
        complain(problem)
    if shelf.problems:
        raise typer.Exit(1)


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show how an outlet is read, and what nobody has checked yet."""
    facts = outlet_object(_outlet_named(shelf_of(invocation(context)), name))
    if as_json:
        print_json(facts)
        return
    for key, value in facts.items():
        lines = value if isinstance(value, list) else [value]
        for number, line in enumerate(lines or ["–"]):
            print_line(f"{'' if number else key:<10} {'–' if line is None else line}")


@app.command()
def check(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Hold an outlet's rules against its live site; exit code 1 when something does not fit.

    Each source is asked once and a few stories are read; nothing is stored.
    """
    call = invocation(context)
    outlet = _outlet_named(shelf_of(call), name)
    settings = scrapy_settings(call.config())
    report = load_object(settings["PIAGAM_CHECK"])(settings, outlet)
    faults = [*filter(None, [report.problem]), *faults_of(report)]
    if as_json:
        print_json({**report_object(report), "faults": faults, "check": list(outlet.check)})
    else:
        print_sources(report)
        print_samples(report)
        for line in outlet.check:
            print_line(f"look at the site: {line}")
    for fault in faults:
        complain(fault)
    if faults:
        raise typer.Exit(1)


@app.command()
def probe(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="Any page of the site.")],
    write: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write the draft and three recorded pages there."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Look at a site nobody has described yet: how it is built, what it offers, a draft for it.

    At most thirty polite requests; nothing is stored. Exit code 1 when no story could be read.
    """
    settings = scrapy_settings(invocation(context).config())
    report = load_object(settings["PIAGAM_PROBE"])(settings, url)
    if report.problem is not None:
        complain(f"{report.home}: {report.problem}")
        raise typer.Exit(1)
    if as_json:
        print_json(report_object(report))
    else:
        print_report(report)
    _keep_draft(report, write, as_json=as_json)
    if report.conclusions.problem is not None:
        complain(f"the draft needs a hand: {report.conclusions.problem}")
        raise typer.Exit(1)


def _outlet_named(shelf: OutletShelf, name: str) -> Any:
    if name in shelf.problems:
        raise ConfigError(shelf.problems[name])
    if name not in shelf.outlets:
        raise ConfigError(unknown_outlet(name, shelf.outlets))
    return shelf.outlets[name]


def _keep_draft(report: Any, folder: Path | None, *, as_json: bool) -> None:
    told = report.conclusions
    if folder is None:
        if not as_json:
            print_line()
            print_line(f"# {told.name}.toml: --write FOLDER keeps it")
            for line in told.draft.splitlines():
                print_line(line)
        return
    path = folder / f"{told.name}.toml"
    if path.exists():
        raise ConfigError(f"{path}: exists already; move it away, or name another folder")
    pages = record_pages(report, folder / f"{told.name}.pages")
    path.write_text(told.draft, encoding="utf-8")
    if not as_json:
        print_line()
        print_line(f"written: {path} and {len(pages)} pages; `crawl.outlets_folder` makes it known")


def shelf_of(call: Invocation) -> OutletShelf:
    """The outlets that come with Piagam and those of the configuration, if there is one."""
    exists = call.config_given or call.config_path.exists()
    config = load_config(call.config_path, contact_needed=False) if exists else None
    return outlet_shelf(scrapy_settings(config))


def outlet_object(outlet: Any) -> dict[str, Any]:
    """What people ask of an outlet, ready for JSON."""
    return {
        "name": outlet.name,
        "title": outlet.title,
        "home": outlet.home,
        "hosts": list(outlet.hosts),
        "family": outlet.family,
        "zone": outlet.zone,
        "enabled": outlet.enabled,
        "reason": outlet.reason,
        "verified": outlet.verified,
        "check": list(outlet.check),
        "delay": outlet.delay,
        "budget": outlet.budget,
        "discovery": outlet.discovery,
        "sources": [f"{source.kind} {source.url}" for source in outlet.sources],
        "body": list(outlet.rules.body),
        "file": str(outlet.path),
    }


def _of_family(shelf: OutletShelf, family: str | None) -> list[Any]:
    chosen = [each for each in shelf.outlets.values() if family in (None, each.family)]
    if not chosen and family is not None:
        known = sorted({each.family for each in shelf.outlets.values()})
        raise ConfigError(f"no outlet of a family {family!r}; known: {', '.join(known)}")
    return chosen


def _cells(outlet: Any) -> tuple[str, ...]:
    home = outlet.home.removeprefix("https://").removesuffix("/")
    rules = "checked" if outlet.verified else "unchecked"
    return (outlet.name, outlet.family, home, "yes" if outlet.enabled else "no", rules)


def _print_sum(outlets: Sequence[Any]) -> None:
    crawled = sum(outlet.enabled for outlet in outlets)
    checked = sum(outlet.verified for outlet in outlets)
    print_line()
    print_line(f"{len(outlets)} outlets, {crawled} crawled; the rules of {checked} are checked")
    for outlet in outlets:
        if not outlet.enabled:
            print_line(f"{outlet.name} is not crawled: {outlet.reason or 'not enabled'}")
