"""`./dev demo`: the bundled newsroom is crawled for real, and what was found is stored and mailed.

Everything stays on loopback and in the folder `demo`. Run again, nothing is new.
"""

import os
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

from crawler.alerts.wording import harmless
from crawler.awards.catalogue import load_catalogue
from crawler.cli.awards import shown_score
from crawler.cli.screen import WIDTH, prepare_streams, print_line, shown_edition
from crawler.config import CONFIG_NAME
from crawler.newsroom.connection import Requested
from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink, ReceivedMail
from storage.board import BoardRow, award_board
from storage.database import open_read_only
from storage.runs import certificate, last_run

FOLDER = "demo"
STORE = "piagam.sqlite"
MAILS = "mails"
MAIL_LINES = 24
"""How much of a mail is printed; the first crawl is told in one long digest."""

CONFIG = """\
# Written by ./dev demo: the outlets are the bundled newsroom, the mail server is a sink.
contact = "https://example.org/piagam-demo"
store = "{store}"

[crawl]
delay = 0.0

[mail]
host = "{sink.host}"
port = {sink.port}
sender = "Piagam <piagam@example.org>"
to = ["warga@example.org"]

[newsroom]
address = "{newsroom.address}"
today = {newsroom.today}
"""


def main() -> int:
    """Run the demo in the current folder; 0 when every step went well."""
    prepare_streams()
    folder = Path(FOLDER)
    folder.mkdir(exist_ok=True)
    config = folder / CONFIG_NAME
    with Newsroom() as newsroom, MailSink() as sink:
        text = CONFIG.format(store=STORE, newsroom=newsroom, sink=sink)
        config.write_text(text, encoding="utf-8")
        _print_head(f"Crawl: {len(newsroom.sites)} sites, played on {newsroom.address}")
        codes = [_piagam(config, "crawl")]
        _print_head(f"Send the alerts to the mail server on {sink.host}:{sink.port}")
        codes.append(_piagam(config, "alerts", "send"))
        mails, requests = sink.mails, newsroom.requests
    with closing(open_read_only(folder / STORE)) as db:
        _print_awards(tuple(award_board(db)))
        run = last_run(db)
        stored = sum(row.counts.stored for row in certificate(db, run.id)) if run else 0
    _print_mails(mails)
    _keep_mails(folder / MAILS, mails)
    noun = "mail" if len(mails) == 1 else "mails"
    _print_summary(config, requests, f"{stored} new articles, {len(mails)} new {noun}")
    return max(codes)


def _piagam(config: Path, *command: str) -> int:
    """Run one command of the real `piagam` in a process of its own, as an operator would."""
    print_line(f"$ piagam --config {config} {' '.join(command)}")
    sys.stdout.flush()
    # A variable of this shell must not point the demo at another store or server.
    variables = {name: os.environ[name] for name in os.environ if not name.startswith("PIAGAM_")}
    console = [sys.executable, "-P", "-m", "crawler.cli", "--config", str(config)]
    return subprocess.run([*console, *command], env=variables, check=False).returncode  # noqa: S603 - our own


def _print_awards(rows: Sequence[BoardRow]) -> None:
    _print_head(f"The {len(rows)} awards in the store, each with the sentence that proves it")
    for row in rows:
        scheme = load_catalogue().get(row.scheme)
        name = scheme.short if scheme else row.scheme
        day = f"{row.award_date:%Y-%m-%d}" if row.award_date else None
        facts = filter(None, (row.predicate, row.zone and f"zona {row.zone}", day))
        edition = shown_edition(row.edition_year, row.edition_basis)
        print_line(
            f"{row.recipient:<28} {name:<10} {edition:<6} {shown_score(row):>9}  {', '.join(facts)}"
        )
        if row.proof:
            _print_wrapped(f"“{row.proof}” {row.first_outlet}", indent=4)
    print_line("* the story does not state the edition; it is the one that was news then")


def _print_mails(mails: Sequence[ReceivedMail]) -> None:
    if not mails:
        _print_head("No new mail: each award is told once")
        return
    first = mails[0].message
    of_how_many = "The mail" if len(mails) == 1 else f"The first of {len(mails)} mails"
    _print_head(f"{of_how_many}, as it arrived")
    for header in ("From", "To", "Subject", "Message-ID"):
        _print_wrapped(f"{header}: {first[header]}", indent=0)
    body = first.get_body(preferencelist=("plain",))
    print_line()
    lines = (body.get_content() if body else "").rstrip().splitlines()
    for line in lines[:MAIL_LINES]:
        _print_wrapped(line, indent=2)
    if len(lines) > MAIL_LINES:
        print_line(f"  … {len(lines) - MAIL_LINES} more lines")


def _keep_mails(folder: Path, mails: Sequence[ReceivedMail]) -> None:
    """Each mail as a file that mail programs open, and as the page that they show."""
    folder.mkdir(exist_ok=True)
    start = len(list(folder.glob("*.eml"))) + 1
    for number, mail in enumerate(mails, start):
        (folder / f"{number}.eml").write_bytes(mail.raw)
        page = mail.message.get_body(preferencelist=("html",))
        if page is not None:
            (folder / f"{number}.html").write_text(page.get_content(), encoding="utf-8")


def _print_summary(config: Path, requests: Sequence[Requested], news: str) -> None:
    conditional = sum(request.conditional for request in requests)
    unchanged = sum(request.status == HTTPStatus.NOT_MODIFIED for request in requests)
    piagam = Path(sys.executable).with_name("piagam")
    if piagam.is_relative_to(Path.cwd()):
        piagam = piagam.relative_to(Path.cwd())
    _print_head("What to look at")
    print_line(
        f"this run   {news}; {len(requests)} requests, {conditional} of them conditional "
        f"({unchanged} unchanged)"
    )
    print_line(f"store      {config.with_name(STORE)}, one SQLite file")
    print_line(f"mails      {config.with_name(MAILS)}: to open in a mail program or a browser")
    print_line("again      ./dev demo: no article and no mail comes twice")
    print_line(f"then       {piagam} --config {config} awards --region Blora")
    print_line(f"           {piagam} --config {config} status")


def _print_head(text: str) -> None:
    print_line()
    print_line(f"== {text}", style="bold")


def _print_wrapped(text: str, *, indent: int) -> None:
    for line in textwrap.wrap(harmless(text), WIDTH - indent, break_on_hyphens=False) or [""]:
        print_line(f"{' ' * indent}{line}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
