"""Keeps what an article says: claims, the awards they make, and the alerts, in one transaction."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from crawler.linking.copies import ALIKE, Fingerprint, similarity
from crawler.looks import settle_page
from crawler.settling import Occasion, settle_awards
from storage.articles import StoredArticle, current_text, store_article
from storage.award_records import Cause
from storage.claims import store_claims
from storage.frozen import frozen
from storage.held_claims import claims_of_article, supersede
from storage.looks import Look
from storage.records import Article, Claim, Validators
from storage.similarity import keep_similar, texts_beside


@frozen
class Entry:
    """Under which run, and when, something is written into the store."""

    run_id: int
    now: datetime
    began: datetime
    """When the crawl began, by its own clock."""
    is_backfilled: bool = False
    """From old pages: its alerts are for the digest."""
    read_at: datetime | None = None
    """When the page was fetched, where that was not in this crawl."""


@frozen
class Story:
    """The item of a spider: an article, and the address that it settles."""

    address: str
    article: Article
    url: str
    """Where its first page was."""
    said: Validators | None = None
    """What the server said of that page; None for a story in parts."""
    look: Look | None = None
    """Set when the story was stored before and is looked at again."""


def keep_story(db: Database, story: Story, claims: Sequence[Claim], entry: Entry) -> None:
    """Store the story with its claims, their awards and the alerts: all or nothing.

    A story whose text is known already changes nothing but its metadata. The address counts as
    read only in this transaction: seen means stored.
    """
    with db.atomic():
        stored = store_article(
            db, story.article, run_id=entry.run_id, now=entry.now, address=story.address
        )
        if stored.is_new or stored.is_changed:
            keep_claims(db, stored, claims, entry)
        settle_page(
            db,
            address=story.address,
            article=story.article,
            stored=stored,
            has_claims=bool(claims),
            url=story.url,
            said=story.said,
            look=story.look,
            run_id=entry.run_id,
            now=entry.now,
            began=entry.began,
            read_at=entry.read_at or entry.began,
        )


def keep_claims(db: Database, stored: StoredArticle, claims: Sequence[Claim], entry: Entry) -> None:
    """Put what the article says now in the place of what it said before; call inside `atomic()`.

    Each award that either speaks of is made anew from all that stands behind it. A result that
    becomes another is a correction; an award that nobody reports is withdrawn.
    """
    before = () if stored.is_new else claims_of_article(db, stored.article_id)
    if not before and not claims:
        return  # as most stories: five statements fewer, a fifth of what keeping one costs
    supersede(db, [held.id for held in before], run_id=entry.run_id)
    store_claims(db, article_id=stored.article_id, revision_id=stored.revision_id, claims=claims)
    compare_text(db, stored.article_id)
    occasion = Occasion(
        cause=_cause(stored),
        now=entry.now,
        run_id=entry.run_id,
        article_id=stored.article_id,
        said_before=before,
        is_backfilled=entry.is_backfilled,
    )
    bodies: dict[str, set[str]] = defaultdict(set)
    for claim in (*(held.claim for held in before), *claims):
        bodies[claim.scheme].add(claim.recipient)
    for scheme, recipients in sorted(bodies.items()):
        settle_awards(db, scheme, recipients, occasion)


def compare_text(
    db: Database, article_id: int, prints: dict[int, Fingerprint] | None = None
) -> None:
    """Note which reports of the same awards print the article's words.

    `prints` are fingerprints of articles by number; those that are made are put there.
    """
    known = {} if prints is None else prints
    texts = dict(texts_beside(db, article_id))
    similar: dict[int, float] = {}
    if texts:
        texts[article_id] = current_text(db, article_id)
        for each in texts.keys() - known.keys():
            known[each] = Fingerprint.of(texts[each])
        mine = known[article_id]
        shares = {each: similarity(mine, known[each]) for each in texts if each != article_id}
        similar = {other: share for other, share in shares.items() if share >= ALIKE}
    keep_similar(db, article_id, similar)


def _cause(stored: StoredArticle) -> Cause:
    if stored.is_new:
        return Cause.REPORT
    return Cause.REVISION if stored.is_changed else Cause.REPROCESS
