"""How far walks came: what is known of one that ended, and where one that was cut short goes on."""

from datetime import date, timedelta

import pytest
from sqlite_utils import Database

from storage.addresses import Found, record_discovered
from storage.articles import store_article
from storage.records import Validators
from storage.walks import (
    WalkEnd,
    WalkRecord,
    begin_walk,
    end_walk,
    known_by,
    note_page,
    published_at,
    walk_record,
)
from tests.storage.samples import NOW, article, begin_run

FEED = "https://klikjateng.id/feed/"
OUTLET = "klikjateng"
SAID = Validators(url=FEED, etag='"1"', last_modified="Mon, 02 Dec 2024", content_sha256="ab")
END = WalkEnd(
    validators=SAID,
    full_on=date(2024, 12, 2),
    seen_from=NOW - timedelta(days=3),
    seen_to=NOW,
    last_address="https://klikjateng.id/a",
)


def begin(db: Database, run_id: int) -> None:
    begin_walk(db, outlet=OUTLET, source_url=FEED, run_id=run_id, now=NOW)


def finish(db: Database, run_id: int, end: WalkEnd = END) -> None:
    end_walk(db, outlet=OUTLET, source_url=FEED, end=end, run_id=run_id, now=NOW)


def test_validators_are_known_only_after_a_complete_walk(db: Database) -> None:
    run_id = begin_run(db)
    assert walk_record(db, OUTLET, FEED) == WalkRecord()
    begin(db, run_id)
    assert not walk_record(db, OUTLET, FEED).is_complete
    for _ in range(2):
        finish(db, run_id)
        record = walk_record(db, OUTLET, FEED)
        assert (record.is_complete, record.validators, record.ended_run) == (True, SAID, run_id)
        begin(db, run_id)
        record = walk_record(db, OUTLET, FEED)
        assert (record.is_complete, record.validators) == (False, None)


def test_what_a_complete_walk_saw_is_known_until_the_next_one_ends(db: Database) -> None:
    run_id = begin_run(db)
    begin(db, run_id)
    finish(db, run_id)
    later = begin_run(db)
    begin(db, later)
    note_page(db, source_url=FEED, page=3, page_url=f"{FEED}?page=3")
    record = walk_record(db, OUTLET, FEED)
    assert (record.seen_from, record.seen_to, record.ended_run) == (
        *(END.seen_from, END.seen_to),
        run_id,
    )
    assert (record.page, record.page_url) == (3, f"{FEED}?page=3")


def test_a_walk_cut_short_keeps_its_page_until_it_ends(db: Database) -> None:
    run_id = begin_run(db)
    begin(db, run_id)
    note_page(db, source_url=FEED, page=2, page_url="p2", seen_to=NOW)
    begin(db, run_id)
    record = walk_record(db, OUTLET, FEED)
    assert (record.page, record.page_url, record.seen_to) == (2, "p2", NOW)
    finish(db, run_id)
    record = walk_record(db, OUTLET, FEED)
    assert (record.page, record.page_url) == (1, None)


def test_a_walk_may_end_without_validators_and_is_of_one_outlet(db: Database) -> None:
    run_id = begin_run(db)
    begin(db, run_id)
    finish(db, run_id, WalkEnd())
    nothing = Validators(url=FEED, etag=None, last_modified=None, content_sha256=None)
    assert walk_record(db, OUTLET, FEED).validators == nothing
    assert walk_record(db, "wartablora", FEED) == WalkRecord()


def test_a_walk_that_was_never_begun_cannot_end(db: Database) -> None:
    with pytest.raises(LookupError, match="no walk of klikjateng was begun"):
        finish(db, begin_run(db))


def test_what_an_earlier_run_knew_is_told_apart_from_what_this_one_found(db: Database) -> None:
    first, second = begin_run(db), begin_run(db)
    for run_id, name in ((first, "a"), (second, "b")):
        found = (Found(url=f"https://klikjateng.id/{name}"),)
        record_discovered(db, outlet=OUTLET, found=found, run_id=run_id, now=NOW)
    urls = [f"https://klikjateng.id/{name}" for name in "abc"]
    assert known_by(db, urls, run_id=first) == {urls[0]}
    assert known_by(db, urls, run_id=second) == set(urls[:2])


def test_a_page_is_dated_by_its_list_else_by_its_article(db: Database) -> None:
    run_id = begin_run(db)
    story = article()
    found = (Found(url=story.url), Found(url="https://news.wartablora.com/b", published=NOW))
    record_discovered(db, outlet=story.outlet, found=found, run_id=run_id, now=NOW)
    assert published_at(db, story.url) is None
    store_article(db, story, run_id=run_id, now=NOW)
    assert published_at(db, story.url) == story.published
    assert published_at(db, found[1].url) == NOW
