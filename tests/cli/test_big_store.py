"""A made-up store is as sound and true as one that a crawl has written."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from benchmarks.big_store import Size, make_store
from crawler.awards.catalogue import load_catalogue
from storage.database import check_store, open_read_only
from storage.search import search
from storage.soundness import soundness
from tests.cli.console import Console

SMALL = Size(articles=400, awards=160, nights=500)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "piagam.sqlite"
    make_store(path, SMALL)
    return path


def one(db: Database, sql: str) -> int:
    """The one number that a query asks for."""
    return int(db.execute(sql).fetchone()[0])


def test_the_store_is_whole_and_has_what_was_asked_for(store: Path) -> None:
    check_store(store)
    with closing(open_read_only(store)) as db:
        found = soundness(db)
        assert (found.damage, found.orphans) == ((), ())
        assert one(db, "SELECT count(*) FROM articles") == 400
        assert one(db, "SELECT count(*) FROM awards") == 160
        assert one(db, "SELECT count(*) FROM runs") == 500
        assert one(db, "SELECT count(*) FROM view_versions") > 10
        assert one(db, "SELECT min(balanced) FROM certificate") == 1


def test_every_fact_stands_where_its_evidence_says(store: Path) -> None:
    with closing(open_read_only(store)) as db:
        rows = db.execute(
            """
            SELECT text, quote, start_char, end_char, proof, proof_start, proof_end
            FROM evidence JOIN claims ON claims.id = claim_id
            JOIN revisions ON revisions.id = revision_id
            """
        ).fetchall()
        assert len(rows) > 300
        for text, quote, start, end, proof, proof_start, proof_end in rows:
            assert text[start:end] == quote
            assert proof in text
            assert proof[proof_start:proof_end] in text
        scored = "SELECT count(*) FROM claims WHERE score IS NOT NULL"
        proven = "SELECT count(*) FROM evidence WHERE field = 'score'"
        assert one(db, scored) == one(db, proven) > 50


def test_results_follow_the_bands_of_their_schemes(store: Path) -> None:
    with closing(open_read_only(store)) as db:
        rows = db.execute("SELECT scheme, edition_year, predicate, score, status FROM awards")
        checked = 0
        for scheme, year, predicate, score, status in rows:
            levels = load_catalogue()[scheme].levels(year)
            held = [each for each in levels if each.predicate == predicate]
            assert bool(held) == bool(levels)
            if held and held[0].minimum is not None and status != "corrected":
                assert held[0].minimum <= score
                checked += 1
        assert checked > 5


def test_some_awards_have_a_past_copies_and_followers(store: Path) -> None:
    with closing(open_read_only(store)) as db:
        assert one(db, "SELECT count(*) FROM claim_previous") > 5
        assert one(db, "SELECT count(*) FROM claim_units") > 5
        assert one(db, "SELECT count(*) FROM award_claims WHERE copy_of IS NOT NULL") > 3
        assert one(db, "SELECT max(followers) FROM first_reporters") > 1
        assert one(db, "SELECT count(*) FROM score_history WHERE change IS NOT NULL") > 5
        assert search(db, "kabupaten")
        assert one(db, "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'kabupaten'") > 20
        assert one(db, "SELECT count(*) FROM articles_fts_config WHERE k <> 'version'") == 0


def test_it_goes_on_like_any_store(store: Path, console: Console) -> None:
    console.configure()
    (console.folder / "piagam.sqlite").write_bytes(store.read_bytes())
    listed = console.run("awards", "--json")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == 160
    stood = json.loads(console.run("status", "--json").out)
    assert (stood["articles"], stood["awards"]) == (400, 160)
    told = console.run("certificate")
    assert told.code == 0, told.err
    assert told.out.startswith("run 500: finished")


def test_one_seed_makes_one_store(store: Path, tmp_path: Path) -> None:
    make_store(tmp_path / "same.sqlite", SMALL)
    make_store(tmp_path / "other.sqlite", SMALL, seed=2)
    same, other, first = (
        contents(path) for path in (tmp_path / "same.sqlite", tmp_path / "other.sqlite", store)
    )
    assert same == first
    assert other != first


def contents(path: Path) -> tuple[list[dict[str, object]], ...]:
    """What its main tables hold."""
    with closing(open_read_only(path)) as db:
        tables = ("articles", "awards", "claims", "award_claims", "outlet_runs")
        return tuple(list(db[each].rows) for each in tables)


def test_what_does_not_fit_is_refused(tmp_path: Path, store: Path) -> None:
    with pytest.raises(ValueError, match=r"60 awards need .* articles; ask for more"):
        make_store(tmp_path / "a.sqlite", Size(articles=60, awards=60, nights=500))
    with pytest.raises(ValueError, match="awards fit in these nights; ask for fewer"):
        make_store(tmp_path / "a.sqlite", Size(articles=60, awards=50_000, nights=30))
    with pytest.raises(ValueError, match="is there already"):
        make_store(store, SMALL)
    assert not (tmp_path / "a.sqlite").exists()
