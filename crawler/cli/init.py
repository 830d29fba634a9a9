"""`piagam init`: a commented configuration to start from."""

import json
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.config import ConfigError, load_config

app = typer.Typer()

TEMPLATE = """\
# Configuration of Piagam. Relative paths count from this file's folder. A variable of the
# environment wins over a line here: PIAGAM_MAIL__PASSWORD is password in [mail].

# Where an outlet's staff can reach you, a web page or an address. It is sent with every request,
# because a polite guest says who he is. Nothing is fetched without it.
{contact}

# One SQLite file holds everything: articles, awards with their proof, alerts, runs.
store = "piagam.sqlite"

[crawl]
# Names from `piagam outlets list`; empty reads all that are enabled.
outlets = []
# Seconds between two requests to one host, each up to 30 % more or less; where the outlet or its
# robots.txt asks for more, that counts, and what a robots.txt asks for is never undercut.
delay = 2.0
# The most requests per outlet and run.
budget = 2000
# The most minutes that one outlet may take of a run; what is left is read by the next.
minutes_per_outlet = 240
# When outlets may be asked, in the zone of [watch]; without this line at any hour.
# hours = "22:00-05:00"
# A folder with outlet files of your own, beside those that come with Piagam. The folder `outlets`
# next to this file is read without this line.
# outlets_folder = "outlets"

[archive]
# Every response is kept as it came, beside the store, for so many days; 0 keeps nothing.
keep_days = 365
# Elsewhere than in piagam.archive:
# folder = "/srv/piagam/archive"

[backup]
# Copies of the store, made by `piagam watch` after each crawl: the latest so many stay (0: none is
# made), and the last of each of so many weeks before.
keep = 7
keep_weekly = 4
# Elsewhere than in piagam.backups, best on another disk:
# folder = "/srv/piagam/backups"

[mail]
# Who is told at once of every award for public service or governance. Alerts wait as long as
# nobody is to be told; try it with `piagam alerts test`.
to = []
sender = "Piagam <piagam@localhost>"
host = "localhost"
port = 25
# "none", "starttls" (mostly port 587) or "tls" (mostly port 465)
security = "none"
# user = "piagam"
# password: better as the variable PIAGAM_MAIL__PASSWORD than in this file
# Single mails to one person in a day; what is more comes in one digest.
# most_at_once = 50

# Who gets what, one block for each wish; a line that is left out leaves nothing out.
# [[subscription]]
# to = ["name@example.org"]
# regions = ["Jawa Tengah", "Kabupaten Batang", "33.74"]
# families = ["public-service"]
# min_confidence = 0.8
# about = ["new", "corrections", "disputes"]   # and "health": outlets that fall ill or recover
# when = "daily"          # or "at-once", or "weekly" with day = "monday"
# at = "06:30"
# language = "id"         # or "en", or "both"
# quiet = "21:00-05:00"

# A chat or webhook that Apprise reaches; needs pip install 'piagam[channels]'. Its URL holds a
# secret: give it as the variable PIAGAM_CHANNEL_TIM, or as url = "tgram://TOKEN/CHAT". A
# subscription names it with channel = "tim" in place of to.
# [[channel]]
# name = "tim"

[feeds]
# Files for feed readers and calendars: the latest awards, the announcements to come.
# atom = "awards.atom"
# calendar = "awards.ics"
# Where a web server of yours hands them out:
# address = "https://piagam.example.org/feeds"

[serve]
# The analysts' pages, `piagam serve`; needs pip install 'piagam[explore]'.
# host = "127.0.0.1"
# port = 8001
# Host names under which a web server of yours hands them on:
# names = ["piagam.example.org"]
# Texts of articles for those alone who are signed in:
# private_text = false
# Who may sign in and correct; `piagam serve --password ani` prints the lines.
# [serve.accounts]
# "ani" = "pbkdf2_sha256$..."

[cluster]
# What lets other machines share the work, the same on each of them: docs/cluster.md.
# ca = "cluster/ca.pem"
# cert = "cluster/machine.pem"
# key = "cluster/machine.key"
# token_file = "cluster/token"

[watch]
# When `piagam watch` crawls, every night.
at = "01:30"
zone = "Asia/Jakarta"
# A crawl that takes longer is ended and reported; the next one goes on where it stopped.
limit_minutes = 300
# Who is told by mail when no crawl was good for so many hours, and when all is well again.
tell = []
silent_hours = 36
# Asked after each good crawl, for a service that misses it when this machine is dead:
# ping_url = "https://hc.example.org/ping/abc"
# Figures for Prometheus' textfile collector:
# metrics_file = "piagam.prom"
"""
_NO_CONTACT = '# contact = "https://example.org/about-us"'


@app.command()
def init(
    context: typer.Context,
    contact: Annotated[
        str | None, typer.Option(help="Where an outlet's staff can reach you: a page or address.")
    ] = None,
) -> None:
    """Write a commented piagam.toml to start from."""
    path = invocation(context).config_path
    write_config(path, contact)
    print_line(f"wrote {path}")
    if contact is None:
        print_line("next: give your contact in it, then `piagam crawl`")
    else:
        print_line("next: `piagam crawl`; for alerts by mail fill in [mail] first")


def write_config(path: Path, contact: str | None) -> None:
    """Write the template; an existing file is never touched. Raises ConfigError."""
    line = _NO_CONTACT if contact is None else f"contact = {json.dumps(contact)}"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE.format(contact=line))
    except FileExistsError:
        raise ConfigError(
            f"{path}: is there already and stays as it is; edit it, or move it away first"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from None
    if contact is not None:
        try:
            load_config(path)
        except ConfigError:
            path.unlink()
            raise
