"""When a story was published: the page's word against its list's."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from spiders.dating import dated
from storage.records import Article

WIB = ZoneInfo("Asia/Jakarta")
LISTED = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)
DAY = LISTED.replace(hour=0, minute=0)


def article(published: datetime | None, source: str | None) -> Article:
    return Article(
        outlet="desa",
        url="https://desa.example/a",
        title="Panen raya",
        text="Panen raya.",
        published=published,
        published_source=source,
    )


@pytest.mark.parametrize(
    ("published", "source", "kept", "kept_source"),
    [
        (None, None, LISTED, "listing"),
        (DAY, "url", LISTED, "listing"),
        (DAY, "visible", LISTED, "listing"),
        (LISTED + timedelta(hours=3), "visible", LISTED + timedelta(hours=3), "visible"),
        (LISTED - timedelta(days=400), "visible", LISTED, "listing"),
        (LISTED - timedelta(days=400), "json-ld", LISTED - timedelta(days=400), "json-ld"),
        (DAY - timedelta(days=3), "url", DAY - timedelta(days=3), "url"),
    ],
)
def test_the_list_says_it_where_the_page_says_less_or_something_strange(
    published: datetime | None, source: str | None, kept: datetime, kept_source: str
) -> None:
    told = dated(article(published, source), LISTED, "Asia/Jakarta")

    assert (told.published, told.published_source) == (kept, kept_source)


def test_a_printed_date_that_is_not_believed_is_told() -> None:
    strange = article(LISTED - timedelta(days=400), "visible")

    assert dated(strange, LISTED, "Asia/Jakarta").warnings == (
        "published: the page says 2025-10-16, its list says 2026-11-20",
    )
    assert dated(strange, None, "Asia/Jakarta") is strange
