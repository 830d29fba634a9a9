"""`piagam outlets trust`: a person has looked at an outlet, and what it brings is right."""

from contextlib import closing
from datetime import UTC, datetime
from typing import Annotated

import typer
from sqlite_utils import Database

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.crawling import playing_day
from crawler.outlet_shelf import unknown_outlet
from storage.alert_log import outbox_counts
from storage.database import StoreError, open_existing
from storage.standings import known_outlets, vouch_for


def trust(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    reason: Annotated[
        str, typer.Option(metavar="WORDS", help="What you found, for the record.")
    ] = "a person looked at it",
) -> None:
    """Say that an outlet is read well: its quarantine ends, and the alerts that waited go out.

    From now on only its coming nights are judged.
    """
    config = invocation(context).config()
    now = datetime.now(UTC)
    with closing(open_existing(config.store)) as db:
        known = known_outlets(db)
        if name not in known:
            raise StoreError(f"{config.store}: {unknown_outlet(name, sorted(known))}")
        with db.atomic():
            before = _held(db, now)
            line = " ".join(reason.split()) or "a person looked at it"
            vouch_for(db, name, reason=line, day=playing_day(config), now=now)
            freed = before - _held(db, now)
    what = "no alert waited" if not freed else f"alerts that go out: {freed}; `piagam alerts send`"
    print_line(f"{name}: healthy, {line}; {what}")


def _held(db: Database, now: datetime) -> int:
    return outbox_counts(db, now).held
