"""The whole newsroom, crawled once: every story clean, every award found whole, no false alarm."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.newsroom.body import BlockKind, parts_of
from crawler.newsroom.bundle import bundled_sites
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story, StoryKind
from storage.database import open_read_only
from tests.crawling.conftest import Desk

STORIES = [(site.name, story) for site in bundled_sites() for story in site.stories]
FIELDS = (
    "recipient_code", "scheme", "year", "edition_year", "edition_basis", "score", "scale",
    "predicate", "category", "zone", "rank", "venue",
)  # fmt: skip
IDS = [f"{outlet}/{story.slug}" for outlet, story in STORIES]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The store after one crawl of all outlets of the newsroom over HTTP."""
    with Newsroom() as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("desk"), newsroom=newsroom)
        desk.configure(outlets=[])
        assert desk.crawl().code == 0
        with closing(open_read_only(desk.store)) as db:
            yield db


def article(store: Database, outlet: str, story: Story) -> dict[str, Any]:
    (row,) = store.query(
        "SELECT * FROM articles WHERE outlet = ? AND instr(url, ?)", [outlet, story.slug]
    )
    return row


def lines(story: Story) -> list[str]:
    """The story as clean text: one line a paragraph, bullets with a dash, no marks of structure."""
    blocks = [block for part in parts_of(story.body) for block in part]
    return [
        f"- {line}" if block.kind is BlockKind.BULLETS else line
        for block in blocks
        for line in block.lines
    ]


@pytest.mark.parametrize(("outlet", "story"), STORIES, ids=IDS)
def test_the_text_is_the_story_and_nothing_else(store: Database, outlet: str, story: Story) -> None:
    kept = article(store, outlet, story)

    assert kept["title"] == story.title
    assert kept["text"].split("\n") == lines(story)
    assert kept["published"] == story.published.isoformat()


@pytest.mark.parametrize(("outlet", "story"), STORIES, ids=IDS)
def test_every_award_is_found_with_all_its_fields_and_nothing_beside(
    store: Database, outlet: str, story: Story
) -> None:
    kept = article(store, outlet, story)
    rows = store.query("SELECT * FROM claims WHERE article_id = ?", [kept["id"]])
    found = {row["recipient"]: row for row in rows}

    assert (story.kind is StoryKind.AWARD) == bool(found)
    assert set(found) == {claim.recipient for claim in story.claims}
    for claim in story.claims:
        row = found[claim.recipient]
        assert {name: row[name] for name in FIELDS} == {
            name: getattr(claim, name) for name in FIELDS
        }
        day = claim.award_date.isoformat() if claim.award_date else None
        assert row["award_date"] == day
        assert numbers(store, "claim_units", "unit", row["id"]) == {
            (unit.unit, unit.score) for unit in claim.units
        }
        assert numbers(store, "claim_previous", "year", row["id"]) == {
            (earlier.year, earlier.score) for earlier in claim.previous
        }


def numbers(store: Database, table: str, name: str, claim_id: int) -> set[tuple[Any, float]]:
    return {
        (row[name], row["score"]) for row in store[table].rows_where("claim_id = ?", [claim_id])
    }
