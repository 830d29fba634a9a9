"""`kill -9` at every boundary of a night: the next one leaves what an undisturbed night leaves."""

import json
import random
import shutil
import signal
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from storage.database import open_store
from tests.addressing import had_a_crawl
from tests.crawling.conftest import Desk
from tests.crawling.killing import ALERTS_REPEATED, NOT_ARCHIVED, contents
from tests.night.mortal import COMMIT, Death
from tests.night.papers import PEOPLE
from tests.night.post import STATES, Post, Told, unknown_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """Where a process may die."""

    place: str
    """As `mortal` knows it."""
    sends: bool = False
    """In the process that sends what a crawl before it found; else in one that does both."""
    may_be_unknown: bool = False
    """Whether a message may be on its way then."""
    has_arrived: bool = False
    """Whether the server has taken the message that is on its way."""


SENDING = partial(Boundary, sends=True)
STAGES: dict[str, tuple[Boundary, ...]] = {
    "crawl": (
        Boundary(place=COMMIT, may_be_unknown=True),
        Boundary(place="spiders.discovery:record_discovered"),
        Boundary(place="crawler.archive.shelf:Shelf.keep"),
        Boundary(place="crawler.middlewares.archive:index_response"),
        Boundary(place="crawler.pipelines:keep_story"),
        Boundary(place="crawler.keeping:settle_page"),
        Boundary(place="crawler.ledger:end_outlet_run"),
        Boundary(place="crawler.crawling:check_up"),
        Boundary(place="crawler.runs:end_run"),
    ),
    "link": (
        Boundary(place="crawler.keeping:store_claims"),
        Boundary(place="crawler.keeping:keep_similar"),
        Boundary(place="crawler.keeping:settle_awards"),
        Boundary(place="crawler.settling:insert_award"),
        Boundary(place="crawler.settling:update_award"),
        Boundary(place="crawler.settling:attach_claim"),
        Boundary(place="crawler.settling:note_history"),
    ),
    "enqueue": (
        Boundary(place="crawler.settling:enqueue_alert"),
        SENDING(place="crawler.alerts.send:address_new"),
        SENDING(place="crawler.alerts.addressing:unaddressed"),
        SENDING(place="crawler.alerts.addressing:address"),
        SENDING(place="storage.addressing:gathering"),
        Boundary(place="crawler.alerts.addressing:address"),
    ),
    "send": (
        SENDING(place="storage.outbox:begin_connect"),
        SENDING(place="crawler.alerts.mail:MailSession.open", may_be_unknown=True),
        SENDING(place="crawler.alerts.mail:MailSession._introduce"),
        SENDING(place="crawler.alerts.gathering:close_digest"),
        SENDING(place="storage.outbox:begin_hand_over"),
        SENDING(place="crawler.alerts.round:Round._write"),
        SENDING(place=COMMIT, may_be_unknown=True),
        SENDING(place="crawler.alerts.mail:_stuffed", may_be_unknown=True),
    ),
    "mark": (
        SENDING(place="crawler.alerts.mail:MailSession._hand_over", may_be_unknown=True),
        SENDING(place="crawler.alerts.round:Round._settle", may_be_unknown=True, has_arrived=True),
        SENDING(place="storage.outbox:mark_sent", may_be_unknown=True, has_arrived=True),
        SENDING(place="storage.outbox:_step_with_digest", may_be_unknown=True),
        SENDING(place="crawler.alerts.send:renew_lease"),
        SENDING(place="crawler.alerts.send:release_lease"),
    ),
}
KILLS = 10
"""Of one seed, half of them where digests are sent; five seeds make fifty kills of each stage."""


@dataclass(frozen=True, kw_only=True)
class Night:
    """An undisturbed night, to which the others are compared."""

    desk: Desk
    begun: Path | None
    """A store before the crawl; None for a new one."""
    unsent: Path
    """The store after the crawl, before anything was sent."""
    passed: dict[bool, dict[str, int]]
    """How often each boundary was passed, by whether the process only sent."""
    told: Told


@pytest.fixture(scope="module")
def digests(post: Post) -> Night:
    """A first night: what it finds is told in digests."""
    return undisturbed(post, None)


@pytest.fixture(scope="module")
def singles(post: Post) -> Night:
    """A later night: Ani and Budi get mails of their own, Cici a digest."""
    before = post.desk().store
    with closing(open_store(before)) as db, db.atomic():
        had_a_crawl(db, datetime.now(UTC))
    return undisturbed(post, before)


def undisturbed(post: Post, begun: Path | None) -> Night:
    """The night that nothing happens to."""
    count = [Death(boundary=each.place, number=0) for stage in STAGES.values() for each in stage]
    desk = post.desk(begun)
    assert post.crawl(desk, *count).returncode == 0
    passed = {False: _passed(desk)}
    assert post.send(desk).returncode == 0
    told = post.received()

    silent = post.desk(begun)
    assert silent.piagam("crawl").returncode == 0
    unsent = silent.folder / "unsent.sqlite"
    shutil.copy(silent.store, unsent)
    assert post.send(silent, *count).returncode == 0
    assert post.received() == told
    return Night(
        desk=desk, begun=begun, unsent=unsent, passed={**passed, True: _passed(silent)}, told=told
    )


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("stage", STAGES)
def test_a_night_killed_at_a_boundary_is_made_good_by_the_next(
    post: Post, digests: Night, singles: Night, stage: str, seed: int
) -> None:
    chance = random.Random(f"{stage} {seed}")  # noqa: S311 - moments, not secrets
    boundaries = STAGES[stage]
    for kill in range(KILLS):
        boundary = boundaries[(seed * KILLS + kill) // 2 % len(boundaries)]
        night = (digests, singles)[kill % 2]
        desk = kill_once(post, night, boundary, chance)
        assert contents(desk) == contents(night.desk), (boundary, kill)


@pytest.mark.parametrize("stage", STAGES)
def test_one_kill_at_each_stage(post: Post, singles: Night, stage: str) -> None:
    desk = kill_once(post, singles, STAGES[stage][0], random.Random(stage))  # noqa: S311
    assert contents(desk) == contents(singles.desk)


def kill_once(post: Post, night: Night, boundary: Boundary, chance: random.Random) -> Desk:
    """A process that dies at the boundary, then the same command to its end: what is left."""
    number = chance.randint(1, night.passed[boundary.sends][boundary.place])
    death = Death(boundary=boundary.place, number=number, is_after=chance.random() < 0.5)
    go = post.send if boundary.sends else post.crawl
    desk = killed(post, night, boundary, death)
    ended = go(desk)
    rest = post.send(desk)

    told, unknown = post.received(), unknown_of(desk)
    assert sum(unknown.values()) <= boundary.may_be_unknown, death
    assert ended.returncode == (1 if unknown else 0), (death, ended.stderr)
    assert rest.returncode == 0, (death, rest.stderr)
    assert desk.query(ALERTS_REPEATED) == [], death
    if not boundary.sends:
        assert desk.query(NOT_ARCHIVED) == [], death
    # Nobody got anything twice or that is not theirs, and what did not come is unknown.
    missing = night.told - told
    assert not (boundary.has_arrived and missing), death
    assert told - night.told == Counter(), death
    assert Counter(person for person, _ in missing.elements()) <= unknown, death
    states = {(person, state) for person, state, _ in desk.query(STATES)}
    assert {person for person, _ in states} == set(PEOPLE), death
    assert {state for _, state in states} <= {"sent", "unknown"}, death
    return desk


def killed(post: Post, night: Night, boundary: Boundary, death: Death) -> Desk:
    """A desk whose process died so, or a little earlier where arrivals made fewer boundaries."""
    go = post.send if boundary.sends else post.crawl
    for number in range(death.number, 0, -1):
        desk = post.desk(night.unsent if boundary.sends else night.begun)
        if go(desk, replace(death, number=number)).returncode == -signal.SIGKILL:
            return desk
        post.received()
    raise AssertionError(f"{death} never came")


def _passed(desk: Desk) -> dict[str, int]:
    return dict[str, Any](json.loads((desk.folder / "passed").read_text()))
