"""Archives that others wrote: what is ours is found, the rest is counted, damage costs little."""

import json
from datetime import date
from typing import Any

import pytest

from storage.database import open_store
from storage.warc_files import FileState
from tests.backfill.conftest import AWARDS, Office, dump
from tests.backfill.warcs import (
    ENGLISH,
    FILLER,
    Archive,
    at,
    award_page,
    news_file,
    page,
    story_url,
)
from tests.crawling.tiny import describe, host_of

TITLE = "Demak raih nilai tinggi pelayanan publik"


def test_the_stories_of_our_outlets_are_taken_and_the_rest_is_counted_by_reason(
    office: Office,
) -> None:
    told = office.read(office.file(news_file()))

    assert office.recipients() == AWARDS
    assert (told.responses, told.stories, told.stored) == (10, 5, 4)
    assert told.skipped == {
        "other-host": 1,
        "no-story-address": 1,
        "http-404": 1,
        "no-html": 1,
        "language": 1,
    }
    assert told.damage == ()
    assert (told.state, told.tries) == (FileState.DONE, 0)


def test_a_redirect_is_followed_within_the_file_and_its_address_is_a_twin(office: Office) -> None:
    office.read(office.file(news_file()))
    rows = office.query(
        "SELECT url, reason FROM addresses WHERE url LIKE '%lama' OR url LIKE '%pati%'"
    )

    assert rows == [(story_url("alamat-lama"), "twin")]
    assert office.column("SELECT url FROM articles WHERE url LIKE '%pati%'") == [
        story_url("pati-raih-nilai")
    ]


def test_old_news_waits_for_a_digest_and_sounds_no_siren(office: Office) -> None:
    office.configure('[mail]\nto = ["warga@example.org"]\n')
    office.read(office.file(news_file()))
    listed = " ".join(office.piagam("alerts", "list").stdout.split())

    assert office.column("SELECT is_backfilled FROM alerts") == [1] * 4
    assert office.column("SELECT kind FROM runs") == ["backfill"]
    assert "waits: for the next digest" in listed


def test_the_next_look_at_an_old_story_is_never_and_the_archive_of_others_is_not_indexed(
    office: Office,
) -> None:
    office.read(office.file(news_file()))

    assert office.column("SELECT DISTINCT due_on FROM looks") == [None]
    assert office.column("SELECT DISTINCT read_at FROM looks") == ["2024-12-03T05:00:00+00:00"]
    assert office.query("SELECT * FROM responses") == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"first_day": date(2024, 12, 2), "last_day": date(2024, 12, 2)}, 4),
        ({"first_day": date(2024, 12, 3)}, 0),
        ({"last_day": date(2024, 12, 1)}, 0),
        ({"first_day": date(2024, 12, 4)}, 0),
        ({"language": None}, 5),
        ({"language": "en"}, 1),
        ({"outlets": ("kecil",)}, 4),
        ({"outlets": ("klikjateng",)}, 0),
    ],
)
def test_stories_are_chosen_by_day_language_and_outlet(
    office: Office, choice: dict[str, Any], expected: int
) -> None:
    assert office.read(office.file(news_file()), **choice).stored == expected


def test_a_file_is_read_for_each_choice_and_only_once_for_the_same(office: Office) -> None:
    file = office.file(news_file())
    assert office.read(file, last_day=date(2024, 12, 1)).stored == 0
    assert office.read(file).stored == 4
    office.piagam("backfill", str(file), "--workers", "1")
    (office.folder / "b.warc.gz").write_bytes(file.read_bytes())
    before = office.piagam("backfill", "b.warc.gz", "--workers", "1")
    twins = office.piagam("backfill", "*.warc.gz", "--again", "--workers", "1")

    assert "read before" in before.stdout
    assert "0 of 1 files read: 0 stories stored, 0 revised, 0 known" in before.stdout
    assert "same as another" in twins.stdout
    assert "1 of 2 files read: 0 stories stored, 0 revised, 4 known" in twins.stdout


def test_other_outlet_files_make_a_file_be_read_again(office: Office) -> None:
    file = office.file(news_file())
    first = office.read(file)
    describe(office.folder / "outlets", "lain")
    second = office.read(file)

    assert (first.stored, first.known) == (4, 0)
    assert (second.stored, second.known) == (0, 4)
    assert first.rules_version != second.rules_version


def test_pages_of_one_story_are_joined_from_wherever_they_lie_in_the_file(office: Office) -> None:
    outlet = office.folder / "outlets" / "kecil.toml"
    outlet.write_text(
        outlet.read_text().replace("title = ['h1']", "title = ['h1']\nparts = ['.hal a']")
    )
    url = story_url("demak-raih")
    pager = f"<div class='hal'><a href='{url}'>1</a> <a href='{url}?page=2'>2</a></div>"
    archive = Archive()
    archive.add(f"{url}?page=2", page(TITLE, f"{FILLER}<p>Tamat di Demak.</p>", pager))
    archive.add(story_url("kudus-raih"), award_page("Kudus"))
    archive.add(f"{story_url('pati-raih')}?page=2", award_page("Pati"))
    archive.add(url, award_page(more=pager))
    told = office.read(office.file(archive))
    (text,) = office.query("SELECT text FROM articles WHERE url = ?", url)[0]

    assert text.endswith("Tamat di Demak.")
    assert told.skipped == {"no-first-page": 1}


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_later_copy_wins_whichever_file_is_read_first(
    office: Office, names: tuple[str, str]
) -> None:
    early, late = Archive(), Archive()
    early.add(story_url("demak-raih"), award_page(score="93,11"), fetched=at(0))
    late.add(story_url("demak-raih"), award_page(score="39,11"), fetched=at(30))
    paths = [
        office.file(archive, f"{name}.warc.gz")
        for archive, name in zip((early, late), names, strict=True)
    ]
    for path in sorted(paths):
        office.read(path)

    assert office.column("SELECT score_raw FROM award_board") == ["39,11"]
    assert office.column("SELECT read_at FROM looks") == ["2024-12-04T11:00:00+00:00"]
    assert office.column("SELECT count(*) FROM alerts WHERE kind = 'new'") == [1]


def test_twins_are_one_article(office: Office) -> None:
    canonical = f"<link rel='canonical' href='{story_url('demak-raih')}'>"
    archive = Archive()
    archive.add(story_url("demak-raih"), award_page())
    archive.add(
        story_url("demak-raih-amp"), award_page().replace(b"<head>", f"<head>{canonical}".encode())
    )
    office.read(office.file(archive))

    assert office.column("SELECT url FROM articles") == [story_url("demak-raih")]
    assert office.query("SELECT url, reason FROM addresses ORDER BY url") == [
        (story_url("demak-raih"), None),
        (story_url("demak-raih-amp"), "twin"),
    ]


def test_what_waited_in_the_frontier_is_settled(office: Office) -> None:
    describe(office.folder / "outlets", "kecil")
    first = Archive()
    first.add(story_url("kudus-raih"), award_page("Kudus"))
    office.read(office.file(first))
    with open_store(office.store) as db, db.atomic():
        db.execute(
            "INSERT INTO addresses (url, outlet, state, reason, tries, discovered_run,"
            " discovered_at, listed_run, counted_run, settled_run, settled_at) VALUES"
            " (?, 'kecil', 'failed', 'http-503', 1, 1, '2024-12-02', 1, 1, 1, '2024-12-02')",
            (story_url("demak-raih"),),
        )
    second = Archive()
    second.add(story_url("demak-raih"), award_page())
    office.read(office.file(second, "b.warc.gz"))

    assert office.query("SELECT DISTINCT state, reason FROM addresses") == [("stored", None)]


def test_scripts_get_an_object_a_file_and_the_sums(office: Office) -> None:
    office.file(news_file(), "a.warc.gz")
    ended = office.piagam("backfill", "a.warc.gz", "--json", "--workers", "1")
    file, sums = map(json.loads, ended.stdout.splitlines())

    assert (file["file"], file["state"], file["stored"]) == ("a.warc.gz", "done", 4)
    assert file["skipped"]["language"] == 1
    assert sums == {
        "run": 1,
        "files": 1,
        "read": 1,
        "failed": 0,
        "responses": 10,
        "stories": 5,
        "stored": 4,
        "revised": 0,
        "known": 0,
    }


def test_a_dry_run_tells_and_writes_nothing(office: Office) -> None:
    ended = office.piagam("backfill", str(office.file(news_file())), "--dry-run", "--workers", "1")

    assert "4 stories stored, 0 revised, 0 known; nothing was written" in ended.stdout
    assert not office.store.exists()
    office.read(office.file(news_file()))
    before = dump(office.store)
    known = office.piagam("backfill", str(office.file(news_file())), "--dry-run", "--again")
    assert "0 stories stored, 0 revised, 4 known; nothing was written" in known.stdout
    assert dump(office.store) == before


def test_an_english_page_is_told_from_an_indonesian_one_by_its_words(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("the-regent-speaks"), page("Bupati bicara", ENGLISH))
    archive.add(story_url("demak-raih"), award_page().replace(b"<html>", b"<html lang='en-US'>"))
    told = office.read(office.file(archive))

    assert (told.stored, told.skipped) == (1, {"language": 1})
    assert host_of("kecil") in office.column("SELECT url FROM articles")[0]
