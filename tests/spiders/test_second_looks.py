"""Which stories a run looks at again, and what comes of those that are gone."""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector

from crawler.ledger import Ledger
from spiders.loader import SHIPPED, spider_class
from spiders.outcomes import Outcome
from spiders.outlet import load_outlet
from spiders.second_looks import looks_due, settle_lost
from storage.addresses import Found, record_discovered
from storage.looks import remember_page
from storage.records import AddressState, Validators

TODAY = date(2024, 12, 3)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The books of klikjateng, in which twelve stories are due."""
    made = asyncio.run(_open(tmp_path))
    with made.db.atomic():
        for number in range(12):
            remember(made, f"https://klikjateng.id/berita-{number}")
    yield made
    made.db.close()


async def _open(folder: Path) -> Ledger:
    """A ledger is made within a loop, as Scrapy does."""
    settings = Settings(
        {
            "PIAGAM_STORE": str(folder / "piagam.sqlite"),
            "PIAGAM_STATS_FOLDER": str(folder),
            "PIAGAM_TODAY": TODAY.isoformat(),
        }
    )
    crawler = Crawler(spider_class(load_outlet(SHIPPED / "klikjateng.toml")), settings)
    crawler.stats = MemoryStatsCollector(crawler)
    return Ledger(crawler)


def remember(ledger: Ledger, url: str) -> None:
    found, now = (Found(url=url),), ledger.now()
    record_discovered(ledger.db, outlet=ledger.outlet, found=found, run_id=ledger.run_id, now=now)
    remember_page(
        ledger.db,
        address=url,
        outlet=ledger.outlet,
        url=url,
        said=Validators(url=url, etag='"1"', last_modified=None, content_sha256="ab"),
        is_award=True,
        today=TODAY - timedelta(days=1),
        due_on=TODAY,
        read_at=now,
    )


@pytest.mark.parametrize(("new", "most"), [(0, 5), (119, 5), (120, 6), (200, 10), (10_000, 12)])
def test_a_few_stories_are_looked_at_and_more_where_there_is_much_news(
    ledger: Ledger, new: int, most: int
) -> None:
    assert len(looks_due(ledger, new=new)) == most


@pytest.mark.parametrize(
    ("reason", "next_due"),
    [
        ("http-404", None),
        ("http-410", None),
        ("http-500", TODAY + timedelta(days=1)),
        ("thin", TODAY + timedelta(days=1)),
    ],
)
def test_a_story_that_was_taken_down_is_not_looked_at_again(
    ledger: Ledger, reason: str, next_due: date | None
) -> None:
    look, *_ = looks_due(ledger, new=0)
    settle_lost(ledger, look, Outcome(state=AddressState.FAILED, reason=reason))
    (row,) = ledger.db.query("SELECT due_on FROM looks WHERE url = ?", [look.address])
    assert row["due_on"] == (next_due and next_due.isoformat())
