"""What the dashboards ask of the store never goes through all claims, articles, pages or runs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.reference import refresh_reference
from storage.database import open_store
from storage.reading.league import REGION, Edition, league_of, schemes_with_awards, years_of
from storage.reading.news import last_night, night_of
from storage.reading.outlets import all_outlets, certificate_of, crawls_around
from storage.reading.regions import (
    all_regions,
    awards_of_region,
    disputes_of_region,
    history_of,
    region_of,
    regions_of,
    units_of_region,
)
from storage.reading.schemes import (
    all_schemes,
    bands_of,
    editions_of,
    results_of,
    scheme_named,
)
from tests.explore.league_store import OMBUDSMAN, fill_league

LARGE = ("claims", "articles", "addresses", "outlet_runs", "award_claims", "claim_previous")
EDITION = Edition(scheme=OMBUDSMAN, year=2024, province="33", kind=REGION)
QUESTIONS: dict[str, Callable[[Database], object]] = {
    "schemes_with_awards": schemes_with_awards,
    "years_of": lambda db: years_of(db, OMBUDSMAN),
    "league_of": lambda db: league_of(db, EDITION, 100),
    "all_schemes": all_schemes,
    "scheme_named": lambda db: scheme_named(db, OMBUDSMAN),
    "editions_of": lambda db: editions_of(db, OMBUDSMAN),
    "results_of": lambda db: results_of(db, OMBUDSMAN),
    "bands_of": lambda db: bands_of(db, OMBUDSMAN),
    "all_regions": all_regions,
    "region_of": lambda db: region_of(db, "33.16"),
    "regions_of": lambda db: regions_of(db, "33"),
    "history_of": lambda db: history_of(db, "Kabupaten Blora"),
    "awards_of_region": lambda db: awards_of_region(db, "33.16", 100),
    "units_of_region": lambda db: units_of_region(db, "33.16", 100),
    "disputes_of_region": lambda db: disputes_of_region(db, "33.16", 100),
    "all_outlets": all_outlets,
    "certificate_of": lambda db: certificate_of(db, 1),
    "crawls_around": lambda db: crawls_around(db, 1),
    "last_night": last_night,
    "night_of": lambda db: night_of(db, 1),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Database:
    path: Path = tmp_path_factory.mktemp("plans") / "piagam.sqlite"
    store = open_store(path)
    fill_league(store)
    refresh_reference(store)
    return store


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_large_table_is_scanned(db: Database, question: str) -> None:
    asked: list[str] = []
    db.conn.set_trace_callback(asked.append)
    QUESTIONS[question](db)
    db.conn.set_trace_callback(None)
    statements = [sql for sql in asked if sql.lstrip().startswith(("SELECT", "WITH"))]
    assert statements
    for sql in statements:
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
        scanned = {step.split()[1] for step in plan if step.startswith("SCAN")}
        assert scanned.isdisjoint(LARGE), (question, plan)
