"""When a stored story is looked at again: on a falling schedule, for as long as scores change."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from storage.addresses import settle
from storage.articles import StoredArticle
from storage.looks import Look, LookOutcome, remember_page, settle_look
from storage.records import AddressState, Article, Validators

DAYS = (1, 3, 7, 14, 30)
"""Days after a story was stored on which it is looked at again."""
_RECENT = timedelta(days=30)
"""An older story that we find late is not going to change any more."""
_TRIES = 3
"""Nights in a row on which a look that fails is repeated."""


def next_look(stored_on: date, today: date) -> date | None:
    """The next day of the schedule after `today`; None when it has run out."""
    days = (stored_on + timedelta(days=each) for each in DAYS)
    return next((day for day in days if day > today), None)


def first_look(article: Article, today: date) -> date | None:
    """When a story that is stored today is looked at for the first time; None: never."""
    published = article.published
    is_old = published is not None and today - published.date() > _RECENT
    return None if is_old else next_look(today, today)


def look_after(look: Look, today: date, *, has_failed: bool = False) -> date | None:
    """When a story is looked at next, after what came of a look today."""
    if has_failed and look.failures + 1 < _TRIES:
        return today + timedelta(days=1)
    return next_look(look.stored_on, today) if look.is_award else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookEnd:
    """What came of a look that brought no new text."""

    outcome: LookOutcome
    reason: str | None = None
    said: Validators | None = None
    """What the server says of the page now, where it was read."""


def end_look(db: Database, look: Look, end: LookEnd, *, run_id: int, began: datetime) -> None:
    """Settle a look that brought no new text; a story that is gone is never looked at again."""
    today, has_failed = began.date(), end.outcome is LookOutcome.FAILED
    is_over = end.outcome is LookOutcome.GONE
    settle_look(
        db,
        address=look.address,
        outcome=end.outcome,
        reason=end.reason,
        due_on=None if is_over else look_after(look, today, has_failed=has_failed),
        run_id=run_id,
        read_at=began,
        said=end.said,
    )


def settle_page(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    address: str,
    article: Article,
    stored: StoredArticle,
    has_claims: bool,
    url: str,
    said: Validators | None,
    look: Look | None,
    run_id: int,
    now: datetime,
    began: datetime,
    read_at: datetime,
) -> None:
    """Settle the address of a stored story, or the look at it; part of the story's transaction.

    `url` and `said`: where its page was and what the server said of it. `began` is when the run
    began, by the crawl's own clock and in the outlet's zone; `read_at` when the page was read.
    """
    today = began.date()
    if look is not None:
        settle_look(
            db,
            address=look.address,
            outcome=LookOutcome.REVISED if stored.is_changed else LookOutcome.UNCHANGED,
            due_on=look_after(look, today),
            run_id=run_id,
            read_at=read_at,
            said=said,
            is_award=has_claims,
        )
        return
    reason = None if address == article.url else "twin"
    settle(db, url=address, state=AddressState.STORED, reason=reason, run_id=run_id, now=now)
    if stored.is_new:
        remember_page(
            db,
            address=address,
            outlet=article.outlet,
            url=url,
            said=said,
            is_award=has_claims,
            today=today,
            due_on=first_look(article, today) if has_claims else None,
            read_at=read_at,
        )
