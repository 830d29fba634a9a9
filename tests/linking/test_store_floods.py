"""Floods of stories that come into a real store in any order: the same awards, each once."""

import random
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.keeping import Entry, Story, keep_claims, keep_story
from storage.addresses import Found, record_discovered
from storage.articles import held_article
from storage.award_records import HeldClaim
from storage.database import open_store
from storage.records import Claim
from tests.linking.reports import floods
from tests.storage.samples import NOW, article, begin_run

Report = tuple[int, datetime | None, tuple[Claim, ...]]
"""An article's number, when it was published, and what it says."""
BOARD = """
SELECT recipient, scheme, edition_year, edition_basis, board.score_raw, status, reports,
    independent_reports, copies, first_url, place, relation, url, copy_of
FROM award_board AS board JOIN award_reports USING (award_id)
ORDER BY recipient, edition_year, place
"""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(flood=floods(), seed=st.integers(0, 10**6))
def test_the_order_of_arrival_changes_no_award_and_what_comes_again_changes_nothing(
    flood: list[HeldClaim], seed: int
) -> None:
    stories = reports_of(flood)
    shuffled = random.Random(seed).sample(stories, len(stories))  # noqa: S311 - an order
    with TemporaryDirectory() as folder:
        with open_store(Path(folder) / "a.sqlite") as db:
            bring(db, stories)
            board = read(db)
        with open_store(Path(folder) / "b.sqlite") as db:
            bring(db, shuffled)
            assert read(db) == board
            awards, alerts = rows(db, "awards"), rows(db, "alerts")
            bring(db, stories)
            read_all_again(db, shuffled)
            assert (rows(db, "awards"), rows(db, "alerts")) == (awards, alerts)
            assert read(db) == board
        assert len(board) == len(flood)
        assert len({row[:3] for row in board}) == len({each["id"] for each in standing(awards)})


def reports_of(flood: Iterable[HeldClaim]) -> list[Report]:
    """The articles of a flood."""
    told: dict[int, tuple[datetime | None, list[Claim]]] = {}
    for held in flood:
        told.setdefault(held.article_id, (held.published, []))[1].append(held.claim)
    return [(number, published, tuple(said)) for number, (published, said) in told.items()]


def bring(db: Database, stories: Sequence[Report]) -> None:
    """The stories come in, in this order."""
    run_id = begin_run(db)
    for number, published, said in stories:
        url = url_of(number)
        story = article(url=url, text=f"Bacaan ke-{number}.", published=published)
        with db.atomic():
            record_discovered(
                db, outlet=story.outlet, found=[Found(url=url)], run_id=run_id, now=NOW
            )
        entry = Entry(run_id=run_id, now=NOW, began=NOW)
        keep_story(db, Story(address=url, article=story, url=url), said, entry)


def read_all_again(db: Database, stories: Sequence[Report]) -> None:
    """The stored stories are read anew, and say what they said."""
    run_id = begin_run(db)
    for number, _, said in stories:
        sql = "SELECT id FROM articles WHERE url = ?"
        (article_id,) = db.execute(sql, (url_of(number),)).fetchone()
        with db.atomic():
            entry = Entry(run_id=run_id, now=NOW, began=NOW, is_backfilled=True)
            keep_claims(db, held_article(db, article_id).stored, said, entry)


def url_of(number: int) -> str:
    return f"https://koran-{number}.example/berita"


def read(db: Database) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in db.execute(BOARD).fetchall()]


def rows(db: Database, table: str) -> list[dict[str, Any]]:
    return list(db[table].rows)


def standing(awards: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without those that nobody reports any more."""
    return [each for each in awards if each["status"] != "withdrawn"]
