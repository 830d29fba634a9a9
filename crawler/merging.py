"""Merges other stores into one: takes their rows over, then makes the awards anew that they touch.

A store is taken over in transactions of bounded size. Killed anywhere, the same merge goes on when
it is begun again; merged twice, a store changes nothing.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from crawler.archive.copying import copy_file
from crawler.keeping import Entry, compare_text
from crawler.linking.copies import Fingerprint
from crawler.settling import Occasion, settle_awards
from storage.award_records import Cause
from storage.awards import detach_claims
from storage.corrections import bodies_beside
from storage.held_claims import claims_left_behind
from storage.merging.alerts import AlertTally, take_alerts
from storage.merging.articles import take_articles
from storage.merging.awards import moved_bodies, take_awards
from storage.merging.claims import take_claims
from storage.merging.frontier import take_addresses, take_pages
from storage.merging.responses import take_responses, unknown_files
from storage.merging.runs import take_runs
from storage.merging.snapshot import attached, path_of, refuse_useless
from storage.merging.tally import RowTally, disputed_among, last_number, row_tally
from storage.unsettled import (
    forget_uncompared,
    forget_unsettled,
    left_to_do,
    note_unsettled,
    silent,
    uncompared,
    unsettled,
)

Tell = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is."""
_ARTICLES = 1000
_ADDRESSES = 20_000
_BODIES = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A store to be merged."""

    path: Path
    archive: Path | None = None
    """The folder of its WARC files; None: they are not taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What came of one source."""

    source: Source
    rows: RowTally
    alerts: AlertTally
    files: int
    """WARC files that were copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What came of a merge."""

    parts: tuple[Part, ...]
    awards_settled: int
    """Awards that are others now than before they were made anew from all that counts."""
    disputed: int
    """Those among them whose reports give different scores."""


def merge_stores(  # noqa: PLR0913 - all by keyword
    db: Database,
    sources: Sequence[Source],
    *,
    entry: Entry,
    archive: Path | None = None,
    subscribed: Collection[str] = (),
    tell: Tell = lambda what, done, total: None,
) -> Merged:
    """Take over what the sources hold, in the run of `entry`; only for who holds its lease.

    `archive` is our folder of WARC files, `subscribed` the people who are told of anything here.
    Raises StoreError before anything is changed when one of them is none, damaged or of a newer
    Piagam; ArchiveError.
    """
    for source in sources:
        refuse_useless(path_of(db), source.path)
    parts = tuple(_take(db, each, entry, archive, subscribed, tell) for each in sources)
    changed = _settle(db, entry, tell)
    return Merged(
        parts=parts, awards_settled=len(changed), disputed=disputed_among(db, sorted(changed))
    )


def _take(  # noqa: PLR0913, PLR0917 - what, when and whereto
    db: Database,
    source: Source,
    entry: Entry,
    archive: Path | None,
    subscribed: Collection[str],
    tell: Tell,
) -> Part:
    name = str(source.path)
    with attached(db, source.path, entry.now):
        with db.atomic():
            take_runs(db)
        _take_articles(db, entry, lambda done, total: tell(f"{name}: articles", done, total))
        _take_addresses(db, lambda done, total: tell(f"{name}: addresses", done, total))
        with db.atomic():
            take_pages(db)
        with db.atomic():
            take_awards(db, run_id=entry.run_id)
            alerts = take_alerts(db, subscribed, entry.now)
            # A moved award is where it belongs before the next store is asked which ones it has.
            for scheme, recipient in moved_bodies(db):
                _settle_bodies(db, scheme, (recipient,), entry)
        files = _take_files(db, source.archive, archive)
        return Part(source=source, rows=row_tally(db), alerts=alerts, files=files)


def _take_articles(db: Database, entry: Entry, tell: Callable[[int, int], None]) -> None:
    total = last_number(db, "articles")
    for first in range(1, total + 1, _ARTICLES):
        last = first + _ARTICLES - 1
        with db.atomic():
            take_articles(db, first, last)
            take_claims(db, first, last, run_id=entry.run_id)
            note_unsettled(db, "SELECT id FROM temp.touched_articles")
        tell(min(last, total), total)


def _take_addresses(db: Database, tell: Callable[[int, int], None]) -> None:
    total = last_number(db, "addresses")
    for first in range(1, total + 1, _ADDRESSES):
        last = first + _ADDRESSES - 1
        with db.atomic():
            take_addresses(db, first, last)
        tell(min(last, total), total)


def _take_files(db: Database, theirs: Path | None, ours: Path | None) -> int:
    if theirs is None or ours is None:
        return 0
    count = 0
    for file in unknown_files(db):
        copied = copy_file(theirs, ours, file)
        if copied is not None:
            with db.atomic():
                take_responses(db, file, copied)
            count += 1
    return count


def _settle(db: Database, entry: Entry, tell: Tell) -> set[int]:
    """Make anew what waits for it, also since an earlier merge; the awards that changed."""
    total = left_to_do(db)
    changed: set[int] = set()
    while found := unsettled(db, _BODIES):
        with db.atomic():
            _compare(db, uncompared(db, *found))
            changed |= _settle_bodies(db, *found, entry)
            forget_unsettled(db, *found)
        tell("awards", total - left_to_do(db), total)
    while articles := silent(db, _ARTICLES):
        with db.atomic():
            _compare(db, articles)
    return changed


def _compare(db: Database, articles: Sequence[int]) -> None:
    """Who copies whom is known before their awards are made."""
    prints: dict[int, Fingerprint] = {}
    for article_id in articles:
        compare_text(db, article_id, prints)
    forget_uncompared(db, articles)


def _settle_bodies(db: Database, scheme: str, recipients: Sequence[str], entry: Entry) -> set[int]:
    before = claims_left_behind(db, scheme, bodies_beside(db, scheme, recipients))
    detach_claims(db, [each.id for each in before])
    occasion = Occasion(
        cause=Cause.REPORT,
        now=entry.now,
        run_id=entry.run_id,
        said_before=before,
        is_backfilled=entry.is_backfilled,
        is_merge=True,
    )
    return set(settle_awards(db, scheme, recipients, occasion))
