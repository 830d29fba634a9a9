"""When the files of `[feeds]` are written, and what stands in them."""

import logging
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.chores import write_feeds
from crawler.config import Config
from crawler.feeds import PublishError
from crawler.publishing import publish, publish_news
from storage.database import open_store
from storage.health_records import OutletStanding, OutletState
from storage.standings import keep_standing
from tests.alerts.stores import NOW, store_with_alerts
from tests.feeds.files import ATOM, check_atom, config, events, said, texts
from tests.linking.paper import FIRST, OTHER, Paper, score
from tests.storage.samples import claim


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


def test_an_award_of_the_edition_marks_it_as_announced(paper: Paper, tmp_path: Path) -> None:
    paper.tells(FIRST, claim(edition_year=2026))
    paper.tells(OTHER, claim(edition_year=2026))
    publish(config(tmp_path), datetime(2026, 11, 20, tzinfo=UTC))
    told = events((tmp_path / "awards.ics").read_bytes())
    assert said(told["ombudsman-kepatuhan-2026@piagam"], "summary").endswith("sudah diumumkan")
    assert "mengetahui 1 hasilnya" in said(told["ombudsman-kepatuhan-2026@piagam"], "description")
