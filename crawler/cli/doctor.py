"""`piagam doctor`: is this machine fit to run Piagam?"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from crawler.backup import folder_of
from crawler.cli.invocation import invocation
from crawler.cli.screen import print_json, print_line
from crawler.config import Config
from crawler.crawling import outlet_shelf, scrapy_settings
from crawler.doctor.finding import Finding, Grade, ok
from crawler.doctor.machine import check_clock, check_room, check_versions
from crawler.doctor.mail import check_mail
from crawler.doctor.sites import check_files, check_sites
from crawler.doctor.store import check_store_file, latest_start

app = typer.Typer()
_STYLES = {Grade.OK: "", Grade.WARN: "yellow", Grade.BAD: "bold red"}


@app.command()
def doctor(
    context: typer.Context,
    online: Annotated[
        bool, typer.Option("--online", help="Also ask each outlet's site for its robots.txt.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Check configuration, machine, store, mail and outlets; exit code 1 when something is bad."""
    call = invocation(context)
    config = call.config()
    grades = set()
    for each in (
        ok("config", f"{call.config_path}, contact {config.contact}"),
        *_all(config, online),
    ):
        grades.add(each.grade)
        if as_json:
            print_json({"about": each.about, "grade": each.grade, "said": each.said})
        else:
            print_line(f"{each.grade:<5}{each.about:<10}{each.said}", style=_STYLES[each.grade])
    if Grade.BAD in grades:
        raise typer.Exit(1)


def _all(config: Config, online: bool) -> Iterator[Finding]:
    now = datetime.now(UTC)
    yield check_versions()
    yield check_clock(now, config.watch.zone, latest_start(config.store))
    copies = folder_of(config.store, config.backup)
    archive = config.archive.folder or config.store
    yield from check_room((("store", config.store), ("archive", archive), ("copies", copies)))
    yield from check_store_file(config, now)
    yield check_mail(config, now)
    settings = scrapy_settings(config)
    shelf = outlet_shelf(settings)
    yield from check_files(shelf)
    if online:
        chosen = config.crawl.outlets or [n for n, each in shelf.outlets.items() if each.enabled]
        known = {name: shelf.outlets[name].home for name in chosen if name in shelf.outlets}
        yield from check_sites(settings, known)
