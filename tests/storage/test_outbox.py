"""The outbox: an alert is addressed once, and every step of a delivery is one that may follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlite_utils import Database

from storage.awards import attach_claim, insert_award
from storage.letter_records import Language
from storage.outbox import (
    Delivery,
    begin_connect,
    begin_hand_over,
    delivery,
    enqueue_alert,
    mark_deferred,
    mark_refused,
    mark_sent,
    mark_unknown,
    recover,
)
from storage.records import AlertKind, ClaimRelation, DeliveryState
from tests.addressing import claim_due
from tests.storage.samples import (
    NOW,
    article,
    award_of,
    begin_run,
    claim,
    store_award,
    store_story,
)

ANI, BUDI = "ani@example.org", "budi@example.org"
LATER = NOW + timedelta(minutes=15)

Step = Callable[[Database, Delivery], None]
STEPS: dict[str, Step] = {
    "connect": lambda db, i: begin_connect(db, i, now=NOW),
    "hand over": lambda db, i: begin_hand_over(db, i, message_id="<1@x>", now=NOW),
    "sent": lambda db, i: mark_sent(db, i, reply="250 ok", now=NOW),
    "deferred": lambda db, i: mark_deferred(db, i, next_try_at=LATER, reply="451", now=NOW),
    "refused": lambda db, i: mark_refused(db, i, reply="550 no", now=NOW),
    "unknown": lambda db, i: mark_unknown(db, i, reply="broken", now=NOW),
}
PATHS: dict[DeliveryState, tuple[str, ...]] = {
    DeliveryState.WAITING: (),
    DeliveryState.CONNECTING: ("connect",),
    DeliveryState.HANDING_OVER: ("connect", "hand over"),
    DeliveryState.SENT: ("connect", "hand over", "sent"),
    DeliveryState.REFUSED: ("connect", "refused"),
    DeliveryState.UNKNOWN: ("connect", "hand over", "unknown"),
}
ALLOWED = {
    (DeliveryState.WAITING, "connect"): DeliveryState.CONNECTING,
    (DeliveryState.WAITING, "refused"): DeliveryState.REFUSED,
    (DeliveryState.CONNECTING, "hand over"): DeliveryState.HANDING_OVER,
    (DeliveryState.CONNECTING, "deferred"): DeliveryState.WAITING,
    (DeliveryState.CONNECTING, "refused"): DeliveryState.REFUSED,
    (DeliveryState.HANDING_OVER, "sent"): DeliveryState.SENT,
    (DeliveryState.HANDING_OVER, "deferred"): DeliveryState.WAITING,
    (DeliveryState.HANDING_OVER, "refused"): DeliveryState.REFUSED,
    (DeliveryState.HANDING_OVER, "unknown"): DeliveryState.UNKNOWN,
}


def one_delivery(db: Database) -> Delivery:
    store_award(db, article(), claim(), run_id=begin_run(db))
    (due,) = claim_due(db, (ANI,), NOW)
    return due


def brought_to(db: Database, state: DeliveryState) -> Delivery:
    mail = one_delivery(db)
    for step in PATHS[state]:
        STEPS[step](db, mail)
    return mail


def test_an_alert_goes_once_into_the_outbox(db: Database) -> None:
    run_id = begin_run(db)
    _, claim_id = store_story(db, article(), claim(), run_id=run_id)
    _, other_id = store_story(db, article(url="https://w.example/2"), claim(), run_id=run_id)
    award_id = insert_award(db, award_of(claim()), run_id=run_id, now=NOW)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.FIRST)

    def enqueue(kind: AlertKind, claim: int) -> int | None:
        return enqueue_alert(
            db, award_id=award_id, claim_id=claim, kind=kind, run_id=run_id, now=NOW
        )

    assert enqueue(AlertKind.NEW, claim_id) == 1
    assert enqueue(AlertKind.NEW, claim_id) is None
    assert enqueue(AlertKind.NEW, other_id) is None
    assert enqueue(AlertKind.CONFLICT, other_id) == 2
    assert enqueue(AlertKind.CONFLICT, other_id) is None
    assert db.table("alerts").count == 2


def test_an_alert_is_addressed_to_everybody_who_subscribes_at_that_moment(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    assert claim_due(db, (), NOW) == ()
    due = claim_due(db, (ANI, BUDI, ANI), NOW)
    assert [(each.person, each.state, each.attempts) for each in due] == [
        (ANI, DeliveryState.WAITING, 0),
        (BUDI, DeliveryState.WAITING, 0),
    ]
    assert claim_due(db, (ANI, BUDI), NOW) == due


def test_who_subscribes_later_gets_only_what_is_new_then(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    claim_due(db, (ANI,), NOW)
    _, second = store_award(
        db, article(url="https://w.example/2"), claim(scheme="pekppp-ipp"), run_id=run_id
    )
    due = claim_due(db, (ANI, BUDI), NOW)
    assert [(each.person, each.alert_id) for each in due] == [(ANI, 1), (ANI, 2), (BUDI, 2)]
    assert second == 2


def test_who_no_longer_subscribes_gets_nothing_more(db: Database) -> None:
    run_id = begin_run(db)
    store_award(db, article(), claim(), run_id=run_id)
    claim_due(db, (ANI, BUDI), NOW)
    assert [each.person for each in claim_due(db, (BUDI,), NOW)] == [BUDI]


def test_a_deferred_delivery_is_due_again_at_its_time(db: Database) -> None:
    mail = brought_to(db, DeliveryState.CONNECTING)
    STEPS["deferred"](db, mail)
    assert claim_due(db, (ANI,), LATER - timedelta(seconds=1)) == ()
    (due,) = claim_due(db, (ANI,), LATER)
    assert (due.attempts, due.next_try_at, due.last_reply) == (1, LATER, "451")
    begin_connect(db, mail, now=LATER)
    assert delivery(db, mail.id).attempts == 2
    assert delivery(db, mail.id).next_try_at is None


@pytest.mark.parametrize("state", DeliveryState)
@pytest.mark.parametrize("step", STEPS)
def test_only_a_step_that_may_follow_is_taken(
    db: Database, state: DeliveryState, step: str
) -> None:
    mail = brought_to(db, state)
    after = ALLOWED.get((state, step))
    if after is None:
        with pytest.raises(ValueError, match=f"mail {mail.id} in deliveries is {state}, it cannot"):
            STEPS[step](db, mail)
        assert delivery(db, mail.id).state is state
    else:
        STEPS[step](db, mail)
        assert delivery(db, mail.id).state is after


def test_a_sent_delivery_knows_how_it_was_sent(db: Database) -> None:
    mail = brought_to(db, DeliveryState.SENT)
    assert delivery(db, mail.id) == Delivery(
        id=mail.id,
        alert_id=1,
        person=ANI,
        channel="mail",
        language=Language.BOTH,
        state=DeliveryState.SENT,
        attempts=1,
        next_try_at=None,
        last_reply="250 ok",
        message_id="<1@x>",
    )
    assert claim_due(db, (ANI,), LATER) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (DeliveryState.WAITING, DeliveryState.WAITING),
        (DeliveryState.CONNECTING, DeliveryState.WAITING),
        (DeliveryState.HANDING_OVER, DeliveryState.UNKNOWN),
        (DeliveryState.SENT, DeliveryState.SENT),
        (DeliveryState.REFUSED, DeliveryState.REFUSED),
        (DeliveryState.UNKNOWN, DeliveryState.UNKNOWN),
    ],
)
def test_after_a_crash_what_cannot_have_left_is_tried_again_and_nothing_else(
    db: Database, before: DeliveryState, after: DeliveryState
) -> None:
    mail = brought_to(db, before)
    lost = recover(db, NOW)
    assert delivery(db, mail.id).state is after
    newly_unknown = before is DeliveryState.HANDING_OVER
    assert [each.id for each in lost] == ([mail.id] if newly_unknown else [])
    assert recover(db, NOW) == ()
    assert bool(claim_due(db, (ANI,), NOW)) == (after is DeliveryState.WAITING)


def test_a_delivery_that_is_not_there_is_a_lookup_error(db: Database) -> None:
    with pytest.raises(LookupError, match="no delivery 7"):
        delivery(db, 7)
    gone = replace(one_delivery(db), id=7)
    with pytest.raises(LookupError, match="no mail 7 in deliveries"):
        begin_connect(db, gone, now=NOW)
