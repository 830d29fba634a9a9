"""The calendar: which announcements are expected when, and that it stays well formed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import resources

import pytest

from crawler.awards.catalogue import CatalogueError, load_catalogue, read_scheme
from crawler.feeds.calendar import write_calendar
from crawler.feeds.expected import Announcement, announcements
from tests.alerts.poison import FORBIDDEN, HOSTILE
from tests.alerts.stores import NOW
from tests.feeds.files import events, said

TODAY = date(2026, 11, 20)


def expected(
    today: date = TODAY, announced: dict[tuple[str, int], int] | None = None
) -> dict[tuple[str, int], Announcement]:
    found = announcements(load_catalogue().values(), announced or {}, today)
    return {(each.scheme.id, each.edition): each for each in found}


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


@pytest.mark.parametrize("span", ["[12, 11]", "[11, 30]"])
def test_a_span_that_ends_before_it_begins_or_after_the_news_is_refused(span: str) -> None:
    source = (resources.files("crawler.awards") / "schemes/ombudsman-kepatuhan.toml").read_text()
    wrong = source.replace("expected = [11, 12]", f"expected = {span}")
    with pytest.raises(CatalogueError, match=r"expected: .* is no span that ends while"):
        read_scheme("ombudsman-kepatuhan.toml", wrong)
