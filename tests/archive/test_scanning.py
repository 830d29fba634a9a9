"""A WARC file is gone through once: each response with its place, and damage with its own."""

from pathlib import Path

import pytest

from crawler.archive.record import read_record
from crawler.archive.scanning import Capture, ScanError, Scanner
from tests.backfill.warcs import FETCHED, Archive, award_page, spoilt, story_url

URLS = [story_url(f"cerita-{letter}") for letter in "abcd"]


def archive(*, is_packed: bool = True) -> Archive:
    made = Archive()
    for url in URLS:
        made.add(url, award_page(), is_packed=is_packed)
    return made


def scan(path: Path) -> tuple[list[Capture], Scanner]:
    scanner = Scanner(path)
    return list(scanner.captures(lambda url: True)), scanner


@pytest.mark.parametrize("is_packed", [True, False])
def test_each_response_can_be_read_at_its_place(tmp_path: Path, is_packed: bool) -> None:
    path = archive(is_packed=is_packed).write(tmp_path / "a.warc.gz")
    captures, scanner = scan(path)
    content = path.read_bytes()

    assert [each.url for each in captures] == URLS
    assert (scanner.records, scanner.damage) == (4, [])
    for each in captures:
        record = content[each.start_byte : each.start_byte + each.length]
        read = read_record(record, longest=1_000_000, is_own=False)
        assert (read.url, read.body, read.fetched_at) == (each.url, award_page(), FETCHED)
    assert {(each.status, each.content_type) for each in captures} == {(200, "text/html")}


def test_only_the_wanted_ones_are_told_and_all_are_counted(tmp_path: Path) -> None:
    scanner = Scanner(archive().write(tmp_path / "a.warc.gz"))
    captures = list(scanner.captures(lambda url: url.endswith("-c")))

    assert [each.url for each in captures] == [URLS[2]]
    assert scanner.records == 4


@pytest.mark.parametrize("number", range(8))
def test_a_spoilt_member_costs_nothing_but_itself(tmp_path: Path, number: int) -> None:
    made = archive()
    made.members[number] = spoilt(made.members[number])
    captures, scanner = scan(made.write(tmp_path / "a.warc.gz"))
    response = number // 2 if number % 2 else None
    left = [url for at, url in enumerate(URLS) if at != response]

    assert [each.url for each in captures if each.url in left] == left
    assert len(scanner.damage) == 1


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    whole = archive().write(tmp_path / "a.warc.gz").read_bytes()
    path = tmp_path / "b.warc.gz"
    for end in range(300, len(whole), 97):
        path.write_bytes(whole[:end])
        captures, scanner = scan(path)
        assert [each.url for each in captures] == URLS[: len(captures)]
        assert scanner.damage or end in _ends(archive())


def _ends(made: Archive) -> set[int]:
    sizes = [len(member) for member in made.members]
    return {sum(sizes[:count]) for count in range(len(sizes) + 1)}


@pytest.mark.parametrize(
    ("content", "problem"), [(b"", "is empty"), (b"WAR", "no WARC"), (b"\x1f\x8b\x08", "no WARC")]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    with pytest.raises(ScanError, match=problem):
        scan(path)
