"""Archives that are damaged, odd or none, and wrong input."""

import gzip
import os

import pytest

from storage.warc_files import FileState
from tests.backfill.conftest import AWARDS, Office
from tests.backfill.warcs import (
    Archive,
    award_page,
    news_file,
    spoilt,
    story_url,
)


@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_a_damaged_record_costs_only_itself(office: Office, where: str) -> None:
    archive = Archive()
    regions = ("Demak", "Kudus", "Jepara")
    at_response = {}
    for region in regions:
        at_response[region] = archive.add(story_url(f"{region.lower()}-raih"), award_page(region))
    lost = dict(zip(("first", "middle", "last"), regions, strict=True))[where]
    archive.members[at_response[lost]] = spoilt(archive.members[at_response[lost]])
    told = office.read(office.file(archive))

    assert office.recipients() == sorted(f"Kabupaten {r}" for r in regions if r != lost)
    assert len(told.damage) >= 1
    assert told.state is FileState.DONE


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("demak-raih"), award_page())
    archive.add(story_url("kudus-raih"), award_page("Kudus"))
    path = office.file(archive)
    path.write_bytes(path.read_bytes()[:-200])
    ended = office.piagam("backfill", str(path), "--workers", "1")

    assert ended.returncode == 0
    assert office.recipients() == ["Kabupaten Demak"]
    assert f"{path}: breaks off at its end; the rest was read" in ended.stderr


def test_a_plain_file_is_read_too(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("demak-raih"), award_page(), is_packed=False)
    archive.add(story_url("kudus-raih"), award_page("Kudus"), is_packed=False)
    told = office.read(office.file(archive, "a.warc"))

    assert (told.stored, told.damage) == (2, ())


def test_a_huge_record_is_passed_over(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("raksasa-raih"), bytes(20_000_000))
    archive.add(story_url("demak-raih"), award_page())
    told = office.read(office.file(archive))

    assert office.recipients() == ["Kabupaten Demak"]
    assert told.skipped == {"too-large": 1}


def test_headers_that_lie_about_the_body_do_no_harm(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("demak-raih"), award_page(), Content_Encoding="gzip")
    archive.add(story_url("kudus-raih"), award_page("Kudus"), Transfer_Encoding="chunked")
    archive.add(story_url("jepara-raih"), award_page("Jepara"), Content_Length="3")
    told = office.read(office.file(archive))

    assert told.stored == 3


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"<html>no archive</html>" * 50, "is no WARC file, packed with gzip or plain"),
        (os.urandom(5000), "is no WARC file, packed with gzip or plain"),
    ],
    ids=["empty", "a page", "noise"],
)
def test_a_file_that_is_no_archive_is_told_and_the_others_are_read(
    office: Office, content: bytes, problem: str
) -> None:
    (office.folder / "a.warc.gz").write_bytes(content)
    office.file(news_file(), "b.warc.gz")
    ended = office.piagam("backfill", "a.warc.gz", "b.warc.gz", "--workers", "1")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [f"piagam: a.warc.gz: {problem}"]
    assert "1 of 2 files read: " in ended.stdout
    assert office.recipients() == AWARDS


def test_a_file_packed_as_a_whole_is_told_with_its_mend(office: Office) -> None:
    archive = Archive()
    archive.add(story_url("demak-raih"), award_page(), is_packed=False)
    (office.folder / "a.warc.gz").write_bytes(gzip.compress(b"".join(archive.members)))
    told = office.read(office.folder / "a.warc.gz")

    assert told.state is FileState.FAILED
    assert "`warcio recompress IN OUT` mends it" in (told.reason or "")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("keine-*.warc.gz",), "no file matches 'keine-*.warc.gz'"),
        (("weg.warc.gz",), "weg.warc.gz: no such file"),
        (("outlets",), "outlets is a folder; name its files, 'outlets/**/*.warc.gz'"),
        (("a.warc.gz", "--from", "gestern"), "'gestern' is no day; write --from 2024-11-01"),
        (
            ("a.warc.gz", "--from", "2024-02-01", "--to", "2024-01-01"),
            "--from 2024-02-01 is behind",
        ),
        (("a.warc.gz", "--language", "xx"), "--language 'xx': write one of id, en, jv, su, any"),
        (("a.warc.gz", "--outlet", "kecl"), "no outlet 'kecl'; did you mean kecil?"),
    ],
)
def test_wrong_input_is_one_line(office: Office, arguments: tuple[str, ...], line: str) -> None:
    office.file(news_file(), "a.warc.gz")
    ended = office.piagam("backfill", *arguments)

    assert ended.returncode in (1, 2)
    (said,) = ended.stderr.splitlines()
    assert line in said
    assert not office.store.exists() or office.query("SELECT * FROM runs") == []
