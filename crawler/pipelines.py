"""From a clean article to what the store holds: claims read, awards linked, one transaction."""

from datetime import timedelta
from typing import Self

from scrapy.crawler import Crawler

from crawler.awards.reader import read_story
from crawler.keeping import Entry, Story, keep_story
from crawler.ledger import Ledger, ledger_of

OLD_NEWS = timedelta(days=7)
"""What was published longer ago is no news any more."""


class StorePipeline:
    """Keeps each story in one transaction."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: Story) -> Story:
        """Raises what the store or the reader raise; the ledger then settles the address."""
        ledger = ledger_of(self._crawler)
        claims = read_story(item.article).claims
        keep_story(ledger.db, item, claims, _entry(item, ledger))
        ledger.count_read()
        return item


def _entry(item: Story, ledger: Ledger) -> Entry:
    """A run that goes back to a day finds old news too, which is for the digest."""
    published, began = item.article.published, ledger.began
    is_old = published is not None and published < began - OLD_NEWS
    return Entry(
        run_id=ledger.run_id,
        now=ledger.now(),
        began=began,
        is_backfilled=ledger.since is not None and is_old,
    )
