"""The Atom feed: what an entry says, and that it stays well formed."""

from datetime import timedelta

import pytest
from lxml import etree

from crawler.awards.catalogue import load_catalogue
from crawler.feeds.atom import Masthead, Told, write_atom
from spiders.feeds import read_feed
from storage.letter_records import AwardNotice, FeedEntry
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN
from tests.alerts.poison import FORBIDDEN, HOSTILE, poisoned
from tests.alerts.stores import NOW
from tests.feeds.files import ATOM, check_atom, texts

HEAD = Masthead(
    authority="example.org",
    version="1.2.3",
    updated=NOW,
    address="https://piagam.example.org/awards.atom",
)


def entry(number: int) -> FeedEntry:
    return FeedEntry(
        award_id=number,
        alert_id=number,
        first_stored_at=NOW,
        changed_at=NOW + timedelta(hours=number),
    )


def feed_of(*notices: AwardNotice) -> bytes:
    told = [Told(entry=entry(n), notice=each) for n, each in enumerate(notices, 1)]
    return write_atom(told, head=HEAD, schemes=load_catalogue())


def test_an_entry_has_the_subject_of_the_mail_the_proof_and_the_first_article() -> None:
    body = feed_of(BATANG, BLORA)
    check_atom(body)
    assert texts(body, "entry/title") == [
        "Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau",
        "Kabupaten Blora 97,84 · Ombudsman 2024",
    ]
    assert texts(body, "entry/summary")[1] == (
        "Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik, edisi 2024: 97,84 dari 100. "
        "“Kabupaten Blora mendapat nilai 97.84 dari Ombudsman RI.” (wartablora)"
    )
    assert texts(body, "entry/id")[0] == "tag:example.org,2024-12-03:piagam/award/1"
    root = etree.fromstring(body)
    terms = [dict(each.attrib) for each in root.findall(f"{ATOM}entry/{ATOM}category")]
    assert {"term": "ombudsman-kepatuhan", "scheme": "urn:piagam:scheme"}.items() <= terms[
        0
    ].items()
    assert {"term": "33.25", "label": "Kabupaten Batang"}.items() <= terms[1].items()


def test_our_own_reader_of_feeds_reads_it() -> None:
    listing = read_feed(feed_of(BATANG, BLORA), url=str(HEAD.address), zone="Asia/Jakarta")
    assert listing.problem is None
    assert [each.url for each in listing.found] == [
        str(each.reports[0].url) for each in (BATANG, BLORA)
    ]


def test_a_correction_and_a_dispute_say_what_they_are() -> None:
    titles = texts(feed_of(CORRECTED, GROBOGAN), "entry/title")
    assert titles[0].startswith("Koreksi: Kabupaten Batang 91,74 → 93,74")
    assert titles[1].startswith("Nilai berbeda: Kabupaten Grobogan 98,02 atau 98,2")


@pytest.mark.parametrize("text", [*HOSTILE.values(), "tak ada \ufffe\uffff huruf"])
def test_whatever_a_page_prints_leaves_the_feed_well_formed(text: str) -> None:
    root = check_atom(feed_of(poisoned(BATANG, text), BLORA))
    for each in root.iter():
        assert not set(each.text or "") & set(FORBIDDEN)
        assert each.tag.startswith(ATOM)
    assert len(root.findall(f"{ATOM}entry")) == 2
