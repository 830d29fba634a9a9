"""`piagam doctor`: is this machine fit to run Piagam?"""

import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

import typer

from crawler.backup import folder_of
from crawler.cli.invocation import Invocation, invocation
from crawler.cli.screen import console, print_json, print_line
from crawler.config import Config, ConfigError
from crawler.doctor.channels import check_channels
from crawler.doctor.finding import Finding, Grade, bad, ok, warn
from crawler.doctor.machine import check_clock, check_room, check_versions
from crawler.doctor.mail import check_mail
from crawler.doctor.names import check_mail_name, check_site_names
from crawler.doctor.sites import check_files, check_sites
from crawler.doctor.store import check_store_file, latest_start
from crawler.outlet_shelf import outlet_shelf, scrapy_settings

app = typer.Typer()
_STYLES = {Grade.OK: "", Grade.WARN: "yellow", Grade.BAD: "bold red"}
_INDENT = " " * 15


@app.command()
def doctor(
    context: typer.Context,
    online: Annotated[
        bool,
        typer.Option("--online", help="Also look up each outlet's site and ask its robots.txt."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Check configuration, machine, store, mail and outlets; exit code 1 when something is bad."""
    grades: Counter[Grade] = Counter()
    for each in _findings(invocation(context), online):
        grades[each.grade] += 1
        if as_json:
            print_json({"about": each.about, "grade": each.grade, "said": each.said})
        else:
            _print(each)
    if not as_json:
        print_line(_sum(grades), style=_STYLES[max(grades, key=list(Grade).index)])
    if grades[Grade.BAD]:
        raise typer.Exit(1)


def _print(finding: Finding) -> None:
    lines = textwrap.wrap(
        f"{finding.grade:<5}{finding.about:<10}{finding.said}",
        console().width,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        print_line(line, style=_STYLES[finding.grade])


def _sum(grades: Counter[Grade]) -> str:
    """What a reader in a hurry needs."""
    told = [
        f"{grades[grade]} {words}"
        for grade, words in ((Grade.BAD, "to mend"), (Grade.WARN, "to look at"))
        if grades[grade]
    ]
    return ", ".join(told) or "fit to run"


def _findings(call: Invocation, online: bool) -> Iterator[Finding]:
    """Without a configuration that can be used there is nothing else to look at."""
    yield check_versions()
    try:
        config = call.config()
    except ConfigError as error:
        yield bad("config", str(error))
        yield warn(
            "rest", "not looked at: mail, store, disk, outlets; first mend the configuration"
        )
        return
    yield ok("config", f"{call.config_path}, contact {config.contact}")
    yield from _all(config, online)


def _all(config: Config, online: bool) -> Iterator[Finding]:
    now = datetime.now(UTC)
    yield check_clock(now, config.watch.zone, latest_start(config.store))
    copies = folder_of(config.store, config.backup)
    archive = config.archive.folder or config.store
    yield from check_room((("store", config.store), ("archive", archive), ("copies", copies)))
    yield from check_store_file(config, now)
    if config.has_mail:
        yield check_mail_name(config.mail.host)
    yield check_mail(config, now)
    yield from check_channels(config)
    yield from _outlets(config, online)


def _outlets(config: Config, online: bool) -> Iterator[Finding]:
    settings = scrapy_settings(config)
    shelf = outlet_shelf(settings)
    yield from check_files(shelf, config.crawl.outlets)
    if not online:
        return
    chosen = config.crawl.outlets or [n for n, each in shelf.outlets.items() if each.enabled]
    homes = {name: shelf.outlets[name].home for name in chosen if name in shelf.outlets}
    if config.newsroom is None:  # its hosts are played on loopback
        yield check_site_names([urlsplit(home).hostname or home for home in homes.values()])
    yield from check_sites(settings, homes)
