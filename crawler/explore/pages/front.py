"""The front page: tonight's news, the certificate, and what changed since the last visit."""

from dataclasses import asdict
from datetime import UTC, datetime, time

from sqlite_utils import Database

from crawler.explore.page import Page, table_of
from crawler.explore.pages.columns import AWARD, CHANGE
from crawler.explore.visits import Visit
from storage.reading.changes import changes_since
from storage.reading.news import awards_of_run, awards_since, last_night

_MOST = 100


def front(db: Database, visit: Visit) -> Page:
    """`/`; `?since=2024-12-02` takes another day than that of the last visit."""
    asked = visit.day("since")
    since = datetime.combine(asked, time(), tzinfo=UTC) if asked else visit.since
    night = last_night(db)
    tonight = awards_of_run(db, night.run_id, _MOST + 1) if night else ()
    arrived = awards_since(db, since, _MOST + 1) if since else ()
    changes = changes_since(db, since, _MOST + 1)
    return Page(
        template="front.html",
        title="Tonight",
        values={"night": night, "since": since},
        tables=(
            table_of("tonight", "New tonight", AWARD, map(asdict, tonight), _MOST),
            table_of("arrived", "New since your last visit", AWARD, map(asdict, arrived), _MOST),
            table_of("changes", "What changed", CHANGE, map(asdict, changes), _MOST),
        ),
    )
