"""Our own archive makes the store anew, whoever reads it and in whatever order it is given."""

import shutil
from pathlib import Path

import pytest

from crawler.archive.jobs import Wanted
from crawler.backfill import Order, backfill
from crawler.config import load_config
from tests.backfill.conftest import Office, dump
from tests.crawling.conftest import Desk, Outcome

FACTS = {
    "outlets": "SELECT name, title, site FROM outlets ORDER BY name",
    "articles": "SELECT outlet, url, address, title, text, published, published_source, modified,"
    " description, dateline, authors, editor, section, tags, lead_image, caption, photo_credit,"
    " parts, warnings FROM articles ORDER BY url",
    "addresses": "SELECT url, outlet, state, reason FROM addresses WHERE state = 'stored'"
    " ORDER BY url",
    "claims": "SELECT url, position, recipient, scheme, edition_year, score_raw, predicate, zone,"
    " rank, award_date, claims.venue, confidence, proof FROM claims JOIN articles"
    " ON articles.id = article_id WHERE superseded_run IS NULL ORDER BY url, position",
    "evidence": "SELECT url, evidence.position, field, start_char, end_char, quote FROM evidence"
    " JOIN claims ON claims.id = claim_id JOIN articles ON articles.id = article_id"
    " ORDER BY url, claims.position, evidence.position",
    "awards": "SELECT recipient, scheme, edition_year, status, score_raw, predicate, zone, rank,"
    " award_date, venue FROM awards ORDER BY recipient, scheme, edition_year",
    "alerts": "SELECT recipient, scheme, edition_year, kind FROM alerts JOIN awards"
    " ON awards.id = award_id ORDER BY recipient, scheme, edition_year",
    "looks": "SELECT url, page_url, is_award FROM looks ORDER BY url",
    "responses": "SELECT responses.url, address, status, file, start_byte, length FROM responses"
    " JOIN addresses ON addresses.url = address AND state = 'stored' ORDER BY file, start_byte",
}


@pytest.fixture
def lost(tmp_path: Path, first_night: tuple[Desk, Outcome]) -> Office:
    """The night's archive and configuration, but no store."""
    night = first_night[0]
    shutil.copytree(night.folder / "piagam.archive", tmp_path / "piagam.archive")
    shutil.copy(night.config, tmp_path)
    return Office(folder=tmp_path)


@pytest.mark.heavy
def test_the_archive_of_a_night_makes_the_store_that_the_night_made(
    lost: Office,
    first_night: tuple[Desk, Outcome],
) -> None:
    night = first_night[0]
    read = lost.piagam("backfill", "piagam.archive/*/*.warc.gz", "--workers", "2")

    assert read.returncode == 0, read.stderr
    for name, sql in FACTS.items():
        assert lost.query(sql) == night.query(sql), name
    assert lost.column("SELECT DISTINCT is_backfilled FROM alerts") == [1]
    assert lost.column("SELECT DISTINCT is_backfilled FROM awards") == [1]
    again = lost.piagam("reprocess", "--dry-run")
    assert "128 from the archive and 0 from their stored text\n0 new, 0 changed" in again.stdout


@pytest.mark.heavy
def test_a_cluster_reads_the_same(lost: Office) -> None:
    pattern = "piagam.archive/*/[kw]*.warc.gz"
    lost.piagam("backfill", pattern, "--workers", "1")
    before = dump(lost.store)
    lost.store.unlink()
    read = lost.piagam("backfill", pattern, "--cluster", "local:2")

    assert read.returncode == 0, read.stderr
    assert dump(lost.store) == before


@pytest.mark.heavy
def test_what_is_read_does_not_depend_on_the_number_of_workers_or_the_order(lost: Office) -> None:
    files = sorted((lost.folder / "piagam.archive").rglob("*.warc.gz"))
    dumps = []
    for workers in (1, 2, 3):
        lost.store.unlink(missing_ok=True)
        shuffled = [*files[workers:], *reversed(files[:workers])]
        order = Order(files=shuffled, wanted=Wanted(language="id"))
        backfill(load_config(lost.config), order, workers=workers)
        dumps.append(dump(lost.store))

    assert dumps[0] == dumps[1] == dumps[2]
    assert len(dumps[0]) > 1000


def test_read_twice_it_changes_nothing(lost: Office) -> None:
    pattern = "piagam.archive/*/[kw]*.warc.gz"
    lost.piagam("backfill", pattern)
    before = dump(lost.store)
    same = lost.piagam("backfill", pattern)
    assert "0 of 2 files read" in same.stdout
    anew = lost.piagam("backfill", pattern, "--again")

    assert "2 of 2 files read: 0 stories stored, 0 revised, 58 known" in anew.stdout
    assert dump(lost.store) == before
