"""The files of `[feeds]`: a feed and a calendar that other programs can read."""

import logging
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from lxml import etree

from crawler.awards.catalogue import CatalogueError, load_catalogue, read_scheme
from crawler.chores import write_feeds
from crawler.config import Config, MailConfig
from crawler.config_feeds import FeedsConfig
from crawler.feeds import PublishError
from crawler.feeds.atom import Masthead, Told, write_atom
from crawler.feeds.calendar import write_calendar
from crawler.feeds.expected import Announcement, announcements
from crawler.publishing import publish, publish_news
from spiders.feeds import read_feed
from storage.database import open_store
from storage.health_records import OutletStanding, OutletState
from storage.letter_records import AwardNotice, FeedEntry
from storage.standings import keep_standing
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN
from tests.alerts.poison import FORBIDDEN, HOSTILE, poisoned
from tests.alerts.stores import NOW, store_with_alerts
from tests.linking.paper import FIRST, OTHER, Paper, score
from tests.storage.samples import begin_run, claim

ATOM = "{http://www.w3.org/2005/Atom}"
HEAD = Masthead(
    authority="example.org",
    version="1.2.3",
    updated=NOW,
    address="https://piagam.example.org/awards.atom",
)
TODAY = date(2026, 11, 20)


def config(folder: Path, address: str | None = None) -> Config:
    return Config(
        contact="a@example.id",
        store=folder / "piagam.sqlite",
        mail=MailConfig(sender="Piagam <piagam@example.org>"),
        feeds=FeedsConfig(
            atom=folder / "awards.atom", calendar=folder / "awards.ics", address=address
        ),
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


def texts(body: bytes, path: str) -> list[str]:
    root = etree.fromstring(body)
    return [
        str(each.text) for each in root.findall("/".join(ATOM + step for step in path.split("/")))
    ]


def check_atom(body: bytes) -> etree._Element:
    """The feed, when it keeps the rules of RFC 4287, 4.1.1 and 4.1.2."""
    root = etree.fromstring(body)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(ATOM + name)) == 1
    ids = [str(each.findtext(f"{ATOM}id")) for each in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    for each in root.findall(f"{ATOM}entry"):
        for name in ("id", "title", "updated"):
            assert len(each.findall(ATOM + name)) == 1
            assert each.findtext(ATOM + name)
        assert datetime.fromisoformat(str(each.findtext(f"{ATOM}updated"))).tzinfo
        links = [link.get("rel") for link in each.findall(f"{ATOM}link")]
        assert links.count("alternate") <= 1
        assert "alternate" in links or each.find(f"{ATOM}content") is not None
    return root


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


def test_an_empty_store_is_an_empty_feed(tmp_path: Path) -> None:
    open_store(tmp_path / "piagam.sqlite").close()
    publish(config(tmp_path), NOW)
    root = check_atom((tmp_path / "awards.atom").read_bytes())
    assert root.findall(f"{ATOM}entry") == []


def test_the_files_are_written_whole_beside_nothing_else(tmp_path: Path) -> None:
    store_with_alerts(tmp_path / "piagam.sqlite", "Kabupaten Batang", "Kabupaten Blora").close()
    paths = publish(config(tmp_path, "https://piagam.example.org/f/"), NOW)
    assert [path.name for path in paths] == ["awards.atom", "awards.ics"]
    root = check_atom(paths[0].read_bytes())
    assert root.findall(f"{ATOM}link")[0].get("href") == "https://piagam.example.org/f/awards.atom"
    assert not list(tmp_path.glob("*.new"))
    before = paths[0].read_bytes()
    publish(config(tmp_path, "https://piagam.example.org/f/"), NOW + timedelta(days=1))
    assert paths[0].read_bytes() == before


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with open_store(tmp_path / "piagam.sqlite") as db:
        yield Paper(db=db, run_id=begin_run(db))


def test_an_award_keeps_its_id_when_it_is_corrected_and_when_it_is_withdrawn(
    paper: Paper, tmp_path: Path
) -> None:
    def told() -> tuple[str, ...]:
        publish(config(tmp_path), NOW)
        body = (tmp_path / "awards.atom").read_bytes()
        check_atom(body)
        return (
            *texts(body, "entry/id"),
            *texts(body, "entry/title"),
            *texts(body, "entry/updated"),
        )

    paper.tells(FIRST, score("97,84"))
    new = told()
    paper.addresses()
    paper.tells(FIRST, score("94,87", edition_year=2023))
    corrected = told()
    paper.addresses()
    paper.tells(FIRST)
    withdrawn = told()
    assert new[0] == corrected[0] == withdrawn[0]
    assert corrected[1].startswith("Koreksi: ")
    assert withdrawn[1].startswith("Ditarik: ")


def test_the_hundred_that_changed_last_are_in_it_the_latest_first(tmp_path: Path) -> None:
    names = [f"Kabupaten Contoh {number}" for number in range(103)]
    store_with_alerts(tmp_path / "piagam.sqlite", *names).close()
    publish(config(tmp_path), NOW)
    titles = texts((tmp_path / "awards.atom").read_bytes(), "entry/title")
    assert (len(titles), titles[0].split(" · ")[0]) == (100, "Kabupaten Contoh 102 9102,5")


def test_what_only_an_outlet_in_quarantine_tells_is_held_back_here_too(tmp_path: Path) -> None:
    with closing(store_with_alerts(tmp_path / "piagam.sqlite", "Kabupaten Batang")) as db:
        standing = OutletStanding(
            outlet="tribun-jateng",
            state=OutletState.QUARANTINED,
            reason="layout",
            since=NOW.date(),
        )
        keep_standing(db, standing, run_id=0, now=NOW)
    publish(config(tmp_path), NOW)
    assert texts((tmp_path / "awards.atom").read_bytes(), "entry/title") == []


def test_an_award_that_cannot_be_written_is_left_out_and_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(store_with_alerts(tmp_path / "piagam.sqlite", "Kabupaten A", "Kabupaten B")) as db:
        db.execute("UPDATE awards SET score = 9e999 WHERE id = 1")
    with caplog.at_level(logging.WARNING):
        publish(config(tmp_path), NOW)
    assert "award 1 is left out of the feed" in caplog.text
    assert len(texts((tmp_path / "awards.atom").read_bytes(), "entry/title")) == 1


def test_a_crawl_writes_them_when_it_found_something_or_they_are_missing(tmp_path: Path) -> None:
    store_with_alerts(tmp_path / "piagam.sqlite", "Kabupaten Batang").close()
    wanted = config(tmp_path)
    later = NOW + timedelta(hours=1)
    assert publish_news(wanted, later, later)
    assert publish_news(wanted, later, later) == ()
    assert publish_news(wanted, NOW, later)
    assert publish_news(Config(contact="a@example.id", store=wanted.store), NOW, later) == ()


def test_a_folder_that_cannot_be_written_is_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    open_store(tmp_path / "piagam.sqlite").close()
    (tmp_path / "awards.atom").mkdir()
    with pytest.raises(PublishError) as caught:
        publish(config(tmp_path), NOW)
    assert str(caught.value).startswith(f"feeds.atom: {tmp_path / 'awards.atom'} cannot be written")
    write_feeds(config(tmp_path))
    assert caplog.messages == [str(caught.value)]


def expected(
    today: date = TODAY, announced: dict[tuple[str, int], int] | None = None
) -> dict[tuple[str, int], Announcement]:
    found = announcements(load_catalogue().values(), announced or {}, today)
    return {(each.scheme.id, each.edition): each for each in found}


def events(body: bytes) -> dict[str, Component]:
    return {str(each["uid"]): each for each in Calendar.from_ical(body).walk("VEVENT")}


def said(event: Component, name: str) -> str:
    return str(event[name])


@pytest.mark.parametrize(
    ("scheme", "edition", "first", "last"),
    [
        ("ombudsman-kepatuhan", 2026, date(2026, 11, 1), date(2026, 12, 31)),
        ("opini-wtp-bpk", 2026, date(2027, 5, 1), date(2027, 6, 30)),
        ("itkp-lkpp", 2026, date(2027, 1, 1), date(2027, 1, 31)),
        ("ipkd", 2025, date(2026, 12, 1), date(2026, 12, 31)),
        ("kabupaten-kota-layak-anak", 2027, date(2027, 7, 1), date(2027, 8, 31)),
    ],
)
def test_the_next_edition_of_a_scheme_is_expected_in_its_months(
    scheme: str, edition: int, first: date, last: date
) -> None:
    each = expected()[scheme, edition]
    assert (each.first, each.last, each.known) == (first, last, 0)
    assert [key for key in expected() if key[0] == scheme] == [(scheme, edition)]


def test_one_that_is_announced_stays_beside_the_next_until_its_time_is_over() -> None:
    known = {("ombudsman-kepatuhan", 2026): 7}
    found = expected(announced=known)
    assert found["ombudsman-kepatuhan", 2026].known == 7
    assert found["ombudsman-kepatuhan", 2027].known == 0
    over = expected(date(2027, 1, 1), known)
    assert [key for key in over if key[0] == "ombudsman-kepatuhan"] == [
        ("ombudsman-kepatuhan", 2027)
    ]


def test_a_scheme_without_a_usual_time_is_in_no_calendar() -> None:
    assert "skm-ikm" not in {scheme for scheme, _ in expected()}


def test_the_calendar_is_read_back_with_stable_uids_and_whole_days() -> None:
    found = tuple(expected(announced={("ombudsman-kepatuhan", 2026): 7}).values())
    body = write_calendar(found, version="1.2.3", now=NOW)
    for line in body.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
    told = events(body)
    assert len(told) == len(found)
    old, new = (told[f"ombudsman-kepatuhan-{year}@piagam"] for year in (2026, 2027))
    assert said(old, "summary") == "Pengumuman Ombudsman 2026: sudah diumumkan"
    assert said(new, "summary") == "Pengumuman Ombudsman 2027 diperkirakan November–Desember 2027"
    assert (new.decoded("dtstart"), new.decoded("dtend")) == (date(2027, 11, 1), date(2028, 1, 1))
    assert (said(old, "status"), said(new, "status")) == ("CONFIRMED", "TENTATIVE")
    assert "Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik 2027, Ombudsman RI." in said(
        new, "description"
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_in_a_scheme_add_no_line_to_the_calendar(text: str) -> None:
    each = expected()["ombudsman-kepatuhan", 2026]
    calendar = replace(each.scheme.calendar, announced=text)
    scheme = replace(each.scheme, short=text, title=text, grantor=text, calendar=calendar)
    body = write_calendar([replace(each, scheme=scheme)], version="1", now=datetime.now(UTC))
    (event,) = events(body).values()
    assert not set(said(event, "summary")) & set(FORBIDDEN + "\r\n")
    assert "BCC" not in {str(name).upper() for name in event}


def test_every_scheme_with_a_calendar_is_expected_while_it_is_news() -> None:
    dated = [each for each in load_catalogue().values() if each.calendar.expected]
    assert len(dated) > 30
    assert len({each.scheme.id for each in expected().values()}) == len(dated)


def test_an_award_of_the_edition_marks_it_as_announced(paper: Paper, tmp_path: Path) -> None:
    paper.tells(FIRST, claim(edition_year=2026))
    paper.tells(OTHER, claim(edition_year=2026))
    publish(config(tmp_path), datetime(2026, 11, 20, tzinfo=UTC))
    told = events((tmp_path / "awards.ics").read_bytes())
    assert said(told["ombudsman-kepatuhan-2026@piagam"], "summary").endswith("sudah diumumkan")
    assert "mengetahui 1 hasilnya" in said(told["ombudsman-kepatuhan-2026@piagam"], "description")


@pytest.mark.parametrize("span", ["[12, 11]", "[11, 30]"])
def test_a_span_that_ends_before_it_begins_or_after_the_news_is_refused(span: str) -> None:
    source = (resources.files("crawler.awards") / "schemes/ombudsman-kepatuhan.toml").read_text()
    wrong = source.replace("expected = [11, 12]", f"expected = {span}")
    with pytest.raises(CatalogueError, match=r"expected: .* is no span that ends while"):
        read_scheme("ombudsman-kepatuhan.toml", wrong)
