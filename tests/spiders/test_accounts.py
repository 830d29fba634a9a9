"""Which hours of an outlet count as not seen, and when they count as seen after all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from spiders.accounts import Account
from spiders.depth import Depth
from spiders.outlet import SourceKind
from spiders.reaches import Reach
from storage.gaps import Gap, GapState

WIB = timezone(timedelta(hours=7))
NOW = datetime(2024, 12, 9, 1, 30, tzinfo=WIB)
FAR = NOW.date() - timedelta(days=9)
GAP = Gap(
    id=1,
    outlet="koran",
    starts_at=NOW - timedelta(days=5),
    ends_at=NOW - timedelta(days=3),
    state=GapState.BEYOND_REACH,
    reason="the feed reaches no further",
    found_run=3,
)


def account(
    back: timedelta,
    *,
    last: timedelta | None = timedelta(days=1),
    since: date | None = None,
    is_cut: bool = False,
) -> Account:
    """A run 7 that saw so far back, and was preceded by one so long ago."""
    return Account(
        outlet="koran",
        run_id=7,
        depth=Depth(began=NOW, last_read=None if last is None else NOW - last, since=since),
        reach=Reach(since=NOW - back, kind=SourceKind.RSS, is_cut=is_cut),
    )


def days(number: float) -> timedelta:
    return timedelta(days=number)


def spans(gaps: Sequence[Gap]) -> list[tuple[timedelta, timedelta, GapState]]:
    return [(NOW - gap.starts_at, NOW - gap.ends_at, gap.state) for gap in gaps]


@pytest.mark.parametrize(
    ("run", "found"),
    [
        (account(days(1)), []),
        (account(days(1) - timedelta(seconds=30)), []),
        (account(days(0.5), last=None), []),
        (account(days(0.5)), [(days(1), days(0.5), GapState.BEYOND_REACH)]),
        (account(days(0.5), is_cut=True), [(days(1), days(0.5), GapState.UNFINISHED)]),
        (account(days(0.5), since=FAR), [(days(1), days(0.5), GapState.LOST)]),
        (account(days(0.06), since=NOW.date()), [(days(1), days(0.06), GapState.BEYOND_REACH)]),
        (account(days(0.5), last=days(-3)), []),
    ],
    ids=[
        *("whole", "seconds", "never read", "rolled over", "cut", "archive ends", "asked for less"),
        "clock behind",
    ],
)
def test_what_lies_between_two_readings_is_a_gap(
    run: Account, found: list[tuple[timedelta, timedelta, GapState]]
) -> None:
    assert spans(list(run.gaps([]))) == found


@pytest.mark.parametrize(
    ("run", "state", "end"),
    [
        (account(days(6)), GapState.CLOSED, days(3)),
        (account(days(4)), GapState.BEYOND_REACH, days(4)),
        (account(days(4), since=FAR), GapState.LOST, days(4)),
        (account(days(4), since=FAR, is_cut=True), GapState.UNFINISHED, days(4)),
        (account(days(2), since=FAR), GapState.LOST, days(3)),
        (account(days(2), since=NOW.date()), GapState.BEYOND_REACH, days(3)),
        (account(days(2)), GapState.BEYOND_REACH, days(3)),
    ],
    ids=["seen", "narrower", "lost", "goes on", "tried", "not tried", "untouched"],
)
def test_a_gap_is_closed_narrowed_or_given_up(
    run: Account, state: GapState, end: timedelta
) -> None:
    changed = list(run.gaps([GAP])) or [GAP]
    assert spans(changed) == [(days(5), end, state)]
    assert changed[0].closed_run == (7 if state is GapState.CLOSED else None)


def test_a_walk_that_was_to_go_on_and_ended_has_no_more_to_give() -> None:
    unfinished = replace(GAP, state=GapState.UNFINISHED)
    (gap,) = account(days(2)).gaps([unfinished])
    assert gap.state is GapState.BEYOND_REACH


def test_a_source_that_is_cut_night_after_night_keeps_one_gap_open() -> None:
    last = replace(GAP, starts_at=NOW - days(2), ends_at=NOW - days(1), state=GapState.UNFINISHED)
    *_, gap = account(days(0), is_cut=True).gaps([last])
    assert (gap.id, NOW - gap.starts_at, NOW - gap.ends_at) == (1, days(2), days(0))


def test_a_gap_of_a_clock_that_was_ahead_is_closed() -> None:
    ahead = replace(GAP, starts_at=NOW + days(300), ends_at=NOW + days(310))
    (gap,) = account(days(1)).gaps([ahead])
    assert gap.state is GapState.CLOSED
