"""Alerts of an outlet in quarantine wait, unless an outlet that is trusted bears them out."""

from datetime import date

import pytest
from sqlite_utils import Database

from storage.alert_log import alert_log, outbox_counts
from storage.awards import attach_claim
from storage.health_records import OutletStanding, OutletState
from storage.outbox import enqueue_alert
from storage.records import AlertKind, ClaimRelation
from storage.standings import keep_standing, vouch_for
from tests.addressing import claim_due
from tests.storage.samples import (
    NOW,
    article,
    begin_run,
    claim,
    second_story,
    store_award,
    store_story,
)

ANI = "ani@example.org"
DAY = date(2024, 12, 3)
FIRST, SECOND = "wartablora", "klikjateng"
"""Who reports the award first, and who after it."""


def turn(db: Database, outlet: str, state: OutletState, run_id: int) -> None:
    standing = OutletStanding(outlet=outlet, state=state, reason="layout", since=DAY)
    keep_standing(db, standing, run_id=run_id, now=NOW)


def told(db: Database) -> int:
    return len(claim_due(db, (ANI,), NOW))


@pytest.mark.parametrize(
    ("quarantined", "reports", "is_held"),
    [
        ((), 1, False),
        ((FIRST,), 1, True),
        ((SECOND,), 1, False),
        ((FIRST,), 2, False),
        ((SECOND,), 2, False),
        ((FIRST, SECOND), 2, True),
    ],
)
def test_a_new_award_waits_as_long_as_only_quarantined_outlets_report_it(
    db: Database, quarantined: tuple[str, ...], reports: int, is_held: bool
) -> None:
    run_id = begin_run(db)
    award_id, _ = store_award(db, article(), claim(), run_id=run_id)
    if reports == 2:
        _, claim_id = store_story(db, second_story(), claim(), run_id=run_id)
        attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.SAME)
    for outlet in quarantined:
        turn(db, outlet, OutletState.QUARANTINED, run_id)
    assert told(db) == (0 if is_held else 1)
    (row,) = alert_log(db, 9)
    assert row.held_for == (FIRST if is_held else None)
    counts = outbox_counts(db, NOW)
    assert (counts.unaddressed, counts.held) == ((1, 1) if is_held else (0, 0))


@pytest.mark.parametrize("kind", [AlertKind.CONFLICT, AlertKind.CORRECTION])
def test_what_a_quarantined_outlet_contradicts_waits_though_others_report_the_award(
    db: Database, kind: AlertKind
) -> None:
    run_id = begin_run(db)
    award_id, _ = store_award(db, article(), claim(), run_id=run_id)
    _, claim_id = store_story(db, second_story(), claim(), run_id=run_id)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.CONFLICT)
    enqueue_alert(db, award_id=award_id, claim_id=claim_id, kind=kind, run_id=run_id, now=NOW)
    turn(db, SECOND, OutletState.QUARANTINED, run_id)
    assert told(db) == 1
    assert [row.held_for for row in alert_log(db, 9)] == [SECOND, None]
    turn(db, SECOND, OutletState.HEALTHY, run_id)
    assert told(db) == 2


@pytest.mark.parametrize("state", [OutletState.AILING, OutletState.RETIRED, OutletState.HEALTHY])
def test_no_other_state_holds_an_alert_back(db: Database, state: OutletState) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    turn(db, FIRST, OutletState.QUARANTINED, run_id)
    assert told(db) == 0
    turn(db, FIRST, state, run_id)
    assert told(db) == 1


def test_a_person_s_word_lets_the_alerts_go(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    turn(db, FIRST, OutletState.QUARANTINED, run_id)
    vouch_for(db, FIRST, reason="looked", day=DAY, now=NOW)
    assert told(db) == 1


def test_what_was_addressed_before_the_quarantine_goes_on_its_way(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    assert told(db) == 1
    turn(db, FIRST, OutletState.QUARANTINED, run_id)
    assert told(db) == 1
    assert outbox_counts(db, NOW).held == 0
