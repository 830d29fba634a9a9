"""What another machine must know to read a few outlets: a small store, taken from the whole one.

It holds every address of these outlets, how their lists and nights stand, and the stories that may
be looked at again. Awards and alerts are not among it: who has the whole store makes them.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from storage.database import open_store
from storage.records import RunStatus
from storage.timestamps import utc_text

_WHOLE = (
    *("addresses", "discovery_pages", "gaps", "outlet_runs", "outlet_nights", "outlet_states"),
)
"""Tables of which all rows of an outlet are taken."""
_OF_ARTICLES = ("revisions", "claims")
_OF_CLAIMS = ("claim_units", "claim_previous", "evidence")
_RECENT_RUNS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a run that is read elsewhere."""

    run_id: int
    outlets: tuple[str, ...]
    hosts: tuple[str, ...]
    """Those of the outlets: what is kept of their robots.txt goes along."""
    stories_since: datetime | None
    """Stories stored earlier stay out, unless one is due to be looked at; None: all go along."""


def plant(db: Database, part: Part, path: Path) -> None:
    """Make a store at `path`, where no file is, with what the part of the run must know.

    Run, addresses and stories have the numbers that they have in `db`. Raises StoreError.
    """
    robots = [name for name in _authorities(db) if name.partition("://")[2] in part.hosts]
    with closing(open_store(path)) as seed:
        seed.execute("ATTACH ? AS known", (str(_file_of(db)),))
        with seed.atomic():
            seed.execute("PRAGMA defer_foreign_keys = ON")  # rows come in any order
            _take(seed, "outlets", "name", part.outlets)
            for table in _WHOLE:
                _take(seed, table, "outlet", part.outlets)
            _take(seed, "robots", "authority", robots)
            _take_stories(seed, part)
            _take_runs(seed, part.run_id)
        seed.execute("DETACH known")


def seconds_of(db: Database, outlets: Iterable[str]) -> dict[str, float]:
    """How long each outlet took in its last runs, in seconds on average; unknown ones are missing.

    Runs in which it was not read to its end do not count.
    """
    rows = db.execute(
        """
        SELECT outlet, avg(seconds) FROM (
            SELECT outlet, 86400 * (julianday(ended_at) - julianday(started_at)) AS seconds,
                row_number() OVER (PARTITION BY outlet ORDER BY run_id DESC) AS back
            FROM outlet_runs WHERE status = ? AND outlet IN (SELECT value FROM json_each(?))
        )
        WHERE back <= ? GROUP BY outlet
        """,
        (RunStatus.FINISHED, json.dumps(list(outlets)), _RECENT_RUNS),
    )
    return dict(rows.fetchall())


def _file_of(db: Database) -> Path:
    (_, _, file) = db.execute("PRAGMA database_list").fetchone()
    return Path(file)


def _authorities(db: Database) -> list[str]:
    return [name for (name,) in db.execute("SELECT authority FROM robots")]


def _take_stories(seed: Database, part: Part) -> None:
    seed.execute(
        f"""
        INSERT INTO articles ({_columns(seed, "articles")})
        SELECT {_columns(seed, "articles")} FROM known.articles
        WHERE outlet IN (SELECT value FROM json_each(:outlets)) AND (
            last_stored_at >= :since
            OR address IN (
                SELECT url FROM known.looks WHERE due_on IS NOT NULL
                    AND outlet IN (SELECT value FROM json_each(:outlets))
            )
            OR url IN (SELECT last_address FROM known.discovery_pages)
        )
        """,  # noqa: S608 - names of the schema
        {
            "outlets": json.dumps(part.outlets),
            "since": "" if part.stories_since is None else utc_text(part.stories_since),
        },
    )
    articles = [article for (article,) in seed.execute("SELECT id FROM articles")]
    addresses = [url for (url,) in seed.execute("SELECT ifnull(address, url) FROM articles")]
    _take(seed, "looks", "url", addresses)
    for table in _OF_ARTICLES:
        _take(seed, table, "article_id", articles)
    claims = [claim for (claim,) in seed.execute("SELECT id FROM claims")]
    for table in _OF_CLAIMS:
        _take(seed, table, "claim_id", claims)


def _take_runs(seed: Database, run_id: int) -> None:
    """This run, and those that a row speaks of."""
    runs = {run_id}
    for table in (*_WHOLE, "articles", "looks", *_OF_ARTICLES):
        for _, _, target, column, *_ in seed.execute(f"PRAGMA foreign_key_list({table})"):
            if target == "runs":
                rows = seed.execute(f"SELECT DISTINCT {column} FROM {table}")  # noqa: S608
                runs |= {run for (run,) in rows if run is not None}
    _take(seed, "runs", "id", sorted(runs))


def _take(seed: Database, table: str, column: str, values: Sequence[str] | Sequence[int]) -> None:
    columns = _columns(seed, table)
    seed.execute(
        f"INSERT INTO {table} ({columns}) SELECT {columns} FROM known.{table}"  # noqa: S608
        f" WHERE {column} IN (SELECT value FROM json_each(?))",
        (json.dumps(list(values)),),
    )


def _columns(seed: Database, table: str) -> str:
    """Those that are stored; what SQLite reckons cannot be written."""
    return ", ".join(row[1] for row in seed.execute(f"PRAGMA table_info({table})"))
