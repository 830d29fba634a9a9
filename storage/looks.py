"""Stories that are looked at again: what the server said of their pages, and when they are due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlite_utils import Database

from storage.addresses import Found
from storage.records import Validators
from storage.timestamps import utc_text

_MOST_FALSE_HINTS = 2
"""Of one story; then what lists say of its changes is not believed any more."""
_MOST_FALSE_HINTS_OF_OUTLET = 10
"""As long as not one in four was true."""


class LookOutcome(StrEnum):
    """What came of looking at a story again."""

    UNCHANGED = "unchanged"
    REVISED = "revised"
    """Its headline or text differs: a new revision."""
    GONE = "gone"
    """The outlet has taken it down; what we hold is kept."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A story that is due to be looked at."""

    address: str
    url: str
    """Where its page was the last time."""
    is_award: bool
    """It carries claims, so it is looked at by the calendar."""
    stored_on: date
    times: int
    """How often it was looked at before."""
    failures: int
    """How often in a row that failed."""
    validators: Validators | None
    """None: its parts must all be read to know whether it changed."""


def remember_page(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    address: str,
    outlet: str,
    url: str,
    said: Validators | None,
    is_award: bool,
    today: date,
    due_on: date | None,
    read_at: datetime,
) -> None:
    """Keep what the server said of a story's page, read from `url` for the first time.

    Belongs in the transaction that stores the story.
    """
    db.execute(
        """
        INSERT INTO looks (url, outlet, page_url, etag, last_modified, body_sha256, is_award,
            stored_on, read_at, due_on)
        VALUES (:address, :outlet, :page, :etag, :modified, :digest, :award, :day, :read, :due)
        ON CONFLICT (url) DO NOTHING
        """,
        _said(said)
        | {
            "address": address,
            "outlet": outlet,
            "page": url,
            "award": is_award,
            "day": today.isoformat(),
            "read": utc_text(read_at),
            "due": due_on and due_on.isoformat(),
        },
    )


def due_looks(db: Database, outlet: str, *, today: date, most: int) -> tuple[Look, ...]:
    """At most so many stories of `outlet` that are due, awards first, those that wait longest.

    What is due more than a month from now was put off by a clock that was wrong.
    """
    rows = db.execute(
        """
        SELECT url, page_url, is_award, stored_on, times, failures, etag, last_modified, body_sha256
        FROM looks WHERE outlet = :outlet AND due_on IS NOT NULL
            AND (due_on <= :today OR due_on > date(:today, '+31 days'))
        ORDER BY is_award DESC, due_on, url LIMIT :most
        """,
        {"outlet": outlet, "today": today.isoformat(), "most": most},
    )
    return tuple(
        Look(
            address=address,
            url=url,
            is_award=bool(is_award),
            stored_on=date.fromisoformat(stored_on),
            times=times,
            failures=failures,
            validators=None
            if digest is None
            else Validators(url=url, etag=etag, last_modified=modified, content_sha256=digest),
        )
        for address, url, is_award, stored_on, times, failures, etag, modified, digest in rows
    )


def settle_look(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    address: str,
    outcome: LookOutcome,
    reason: str | None = None,
    due_on: date | None,
    run_id: int,
    read_at: datetime,
    said: Validators | None = None,
    is_award: bool = False,
) -> None:
    """Note what came of a look and when the next is due, None: never.

    Belongs in the transaction that stores what the page held. `said` is kept where it is given.
    """
    db.execute(
        """
        UPDATE looks SET looked_run = :run, outcome = :outcome, reason = :reason, due_on = :due,
            times = times + (:outcome <> 'failed'),
            failures = iif(:outcome = 'failed', failures + 1, 0),
            true_hints = true_hints + (is_hinted AND :outcome = 'revised'),
            false_hints = false_hints + (is_hinted AND :outcome = 'unchanged'),
            is_hinted = is_hinted AND :outcome = 'failed',
            read_at = iif(:outcome IN ('unchanged', 'revised'), :read, read_at),
            etag = iif(:said, :etag, etag), last_modified = iif(:said, :modified, last_modified),
            body_sha256 = iif(:said, :digest, body_sha256), is_award = is_award OR :award
        WHERE url = :address
        """,
        _said(said)
        | {
            "address": address,
            "run": run_id,
            "outcome": outcome,
            "reason": reason,
            "due": due_on and due_on.isoformat(),
            "read": utc_text(read_at),
            "said": said is not None,
            "award": is_award,
        },
    )


def note_hints(db: Database, outlet: str, found: Iterable[Found], *, today: date) -> None:
    """Make stories due of which a list says that they changed after we read them.

    A hint counts once, and one that was false too often is not believed any more.
    """
    told = [each for each in found if each.modified is not None]
    if not told or not _are_believed(db, outlet):
        return
    for each in told:
        if each.modified is not None:
            db.execute(
                """
                UPDATE looks SET hint = :hint, is_hinted = 1, due_on = :today
                WHERE url = :url AND false_hints < :most AND ifnull(outcome, '') <> 'gone'
                    AND :hint > ifnull(max(hint, read_at), read_at)
                """,
                {
                    "url": each.url,
                    "hint": utc_text(each.modified),
                    "today": today.isoformat(),
                    "most": _MOST_FALSE_HINTS,
                },
            )


def look_counts(db: Database, run_id: int, outlet: str) -> dict[str, int]:
    """How many stories were `looked_again` at in a run, and how many of them were `revised`."""
    looked, revised = db.execute(
        """
        SELECT count(*), count(*) FILTER (WHERE outcome = 'revised')
        FROM looks WHERE outlet = ? AND looked_run = ?
        """,
        (outlet, run_id),
    ).fetchone()
    return {"looked_again": looked, "revised": revised}


def _are_believed(db: Database, outlet: str) -> bool:
    wrong, right = db.execute(
        "SELECT ifnull(sum(false_hints), 0), ifnull(sum(true_hints), 0) FROM looks"
        " WHERE outlet = ? AND true_hints + false_hints > 0",
        (outlet,),
    ).fetchone()
    return bool(wrong < _MOST_FALSE_HINTS_OF_OUTLET or right * 4 >= wrong + right)


def _said(said: Validators | None) -> dict[str, str | None]:
    if said is None:
        return {"etag": None, "modified": None, "digest": None}
    return {
        "etag": said.etag,
        "modified": said.last_modified,
        "digest": said.content_sha256,
    }
