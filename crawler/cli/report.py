"""`piagam report`: one edition of a scheme as a page to read, print or mail."""

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import typer

from crawler.awards.gazetteer import Region
from crawler.cli.filters import known_scheme
from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.config import Config
from crawler.explore.report.document import write_report
from crawler.explore.report.gathering import gather, scope_of
from crawler.explore.report.known import Scope
from crawler.explore.report.printing import print_pdf
from crawler.explore.speaking import Speech
from crawler.exports.parts import parts
from crawler.linking.recipients import regions_called
from crawler.reference import refresh_reference
from storage.database import open_read_only, open_store
from storage.reading.exported import snapshot

app = typer.Typer()

STREAM = "-"

SchemeOption = Annotated[str, typer.Option(help="Id of the scheme.")]
YearOption = Annotated[int, typer.Option(min=1, max=9999, help="The edition.")]
ProvinceOption = Annotated[str | None, typer.Option(help="Only this province: 33, Jawa Tengah.")]
RegionOption = Annotated[
    str | None, typer.Option(help="This kabupaten or kota in its province: 33.16, Blora.")
]
ToOption = Annotated[
    str | None, typer.Option(metavar="FILE|FOLDER|-", help="Where; - is standard output.")
]
PdfOption = Annotated[bool, typer.Option("--pdf", help="A PDF beside it, through a browser.")]


@app.command()
def report(  # noqa: PLR0913 - the options
    context: typer.Context,
    *,
    scheme: SchemeOption,
    year: YearOption,
    province: ProvinceOption = None,
    region: RegionOption = None,
    to: ToOption = None,
    pdf: PdfOption = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="The language.")] = "id",
) -> None:
    """Write an edition of a scheme as one page with tables, charts and sources."""
    call = invocation(context)
    config = call.config()
    known_scheme(scheme)
    code = _code(province, region)
    if pdf and to == STREAM:
        raise typer.BadParameter("--pdf needs a file beside it; leave out --to -")
    scope, page = _page(config, scheme, year, code, lang)
    if to == STREAM:
        sys.stdout.buffer.write(page)
        return
    path = _path(to, _name(scope))
    _put(path, page, (config.store, call.config_path))
    if pdf:
        _put(path.with_suffix(".pdf"), print_pdf(page), (config.store, call.config_path))


def _page(
    config: Config, scheme: str, year: int, code: str | None, language: str
) -> tuple[Scope, bytes]:
    zone = ZoneInfo(config.watch.zone)
    if config.store.exists():
        with closing(open_store(config.store)) as db:
            refresh_reference(db)
    with closing(open_read_only(config.store)) as db, snapshot(db):
        scope = scope_of(db, scheme, year, code)
        known = gather(db, scope)
    html = write_report(known, Speech(language=language, zone=zone), datetime.now(UTC))
    return scope, html.encode()


def _code(province: str | None, region: str | None) -> str | None:
    """The code of the one region that is meant; BadParameter where that is not clear."""
    if province is not None and region is not None:
        raise typer.BadParameter("--region already names a place in one province; leave out one")
    if region is not None:
        return _one(region, [r for r in regions_called(region) if r.kind != "provinsi"])
    if province is not None:
        return _one(province, [r for r in regions_called(province) if r.kind == "provinsi"])
    return None


def _one(named: str, found: list[Region]) -> str:
    if not found:
        raise typer.BadParameter(f"no such region {named!r}; write its name or code, Blora, 33.16")
    if len(found) > 1:
        names = " or ".join(f"{each.full_name} ({each.code})" for each in found)
        raise typer.BadParameter(f"{named!r} can be {names}; write one of them")
    return found[0].code


def _name(scope: Scope) -> str:
    """`piagam-ombudsman-kepatuhan-2024-blora.html`."""
    words = [scope.scheme.scheme, str(scope.year)]
    if scope.place is not None:
        named = scope.place.full_name if scope.region else scope.place.name
        words += named.casefold().split()
    return "-".join(["piagam", *words]).replace("/", "-") + ".html"


def _path(to: str | None, name: str) -> Path:
    if to is None:
        return Path(name)
    path = Path(to)
    if to.endswith("/") or path.is_dir():
        return path / name
    if path.suffix.lower() == ".pdf":
        raise typer.BadParameter(f"{to}: name the page, FILE.html; --pdf puts the PDF beside it")
    return path


def _put(path: Path, content: bytes, keep: tuple[Path, Path]) -> None:
    with parts(keep) as files, files.file(path) as sink:
        sink.write(content)
    print_line(f"wrote {path}")
