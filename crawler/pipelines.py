"""From a clean article to what the store holds: claims read, awards linked, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from scrapy.crawler import Crawler
from sqlite_utils import Database

from crawler.awards.reader import read_story
from crawler.ledger import ledger_of
from crawler.linking import LinkKind, link
from storage.addresses import settle
from storage.articles import store_article
from storage.awards import attach_claim, awards_of, insert_award, store_claims, update_award
from storage.outbox import enqueue_alert
from storage.records import AddressState, AlertKind, Article, Award, Claim, ClaimRelation

_ALERTS = {LinkKind.NEW: AlertKind.NEW, LinkKind.CONFLICT: AlertKind.CONFLICT}
_RELATIONS = {
    LinkKind.NEW: ClaimRelation.FIRST,
    LinkKind.SAME: ClaimRelation.SAME,
    LinkKind.CONFLICT: ClaimRelation.CONFLICT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The item of a spider: an article, and the address that it settles."""

    address: str
    article: Article


class StorePipeline:
    """Keeps each story in one transaction."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: Story) -> Story:
        """Raises what the store or the reader raise; the ledger then settles the address."""
        ledger = ledger_of(self._crawler)
        claims = read_story(item.article).claims
        keep_story(ledger.db, item, claims, run_id=ledger.run_id, now=ledger.now())
        ledger.count_read()
        return item


def keep_story(
    db: Database, story: Story, claims: Sequence[Claim], *, run_id: int, now: datetime
) -> None:
    """Store the story with its claims, their awards and the alerts: all or nothing.

    A story whose text is known already changes nothing but its metadata. The address counts as
    read only in this transaction: seen means stored.
    """
    with db.atomic():
        stored = store_article(db, story.article, run_id=run_id, now=now)
        if stored.is_new or stored.is_changed:
            ids = store_claims(
                db, article_id=stored.article_id, revision_id=stored.revision_id, claims=claims
            )
            for claim, claim_id in zip(claims, ids, strict=True):
                _link(db, claim, claim_id, run_id=run_id, now=now)
        settle(
            db,
            url=story.address,
            state=AddressState.STORED,
            reason=None if story.address == story.article.url else "twin",
            run_id=run_id,
            now=now,
        )


def _link(db: Database, claim: Claim, claim_id: int, *, run_id: int, now: datetime) -> None:
    known = awards_of(db, claim.recipient, claim.scheme)
    linked = link(claim, known)
    award_id = _keep_award(db, linked.award, known, run_id=run_id, now=now)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=_RELATIONS[linked.kind])
    kind = _ALERTS.get(linked.kind)
    if kind is not None:
        enqueue_alert(db, award_id=award_id, claim_id=claim_id, kind=kind, run_id=run_id, now=now)


def _keep_award(
    db: Database, award: Award, known: tuple[Award, ...], *, run_id: int, now: datetime
) -> int:
    if award.id is None:
        return insert_award(db, award, run_id=run_id, now=now)
    if award not in known:
        update_award(db, award, now=now)
    return award.id
