"""Stores with alerts in their outbox, filled as a crawl fills them."""

from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from storage.articles import store_article
from storage.awards import attach_claim, insert_award, store_claims
from storage.database import open_store
from storage.outbox import enqueue_alert
from storage.records import (
    AlertKind,
    Article,
    Award,
    AwardStatus,
    Claim,
    ClaimRelation,
    DeliveryState,
    EditionBasis,
    Evidence,
)
from storage.runs import start_run
from tests.addressing import had_a_crawl

NOW = datetime(2024, 12, 3, 18, 30, tzinfo=UTC)
"""When an alert is enqueued, unless a test says otherwise."""


def store_with_alerts(
    path: Path, *recipients: str, now: datetime = NOW, title: str = "", first: int = 0
) -> Database:
    """A store in which each recipient was granted one new award, in that order.

    `first` numbers the first story, where the store holds others already.
    """
    db = open_store(path)
    with db.atomic():
        had_a_crawl(db, now)
        run_id = start_run(db, holder="test", version="0", now=now)
        for number, recipient in enumerate(recipients, first):
            article = _article(number, recipient, title, now)
            _store_award(db, article, run_id=run_id, now=now)
    return db


def states(db: Database, person: str) -> list[DeliveryState]:
    """How the person's deliveries stand, oldest alert first."""
    rows = db.execute("SELECT state FROM deliveries WHERE person = ? ORDER BY alert_id", (person,))
    return [DeliveryState(state) for (state,) in rows]


def replies(db: Database) -> list[str | None]:
    """What was last heard about each delivery."""
    return [reply for (reply,) in db.execute("SELECT last_reply FROM deliveries ORDER BY id")]


def _article(number: int, recipient: str, title: str, now: datetime) -> Article:
    return Article(
        outlet="tribun-jateng",
        url=f"https://jateng.tribunnews.com/{number}",
        title=title or f"{recipient} Raih Penghargaan",
        text=f"{recipient} meraih nilai 9{number},5 dalam penilaian kepatuhan Ombudsman RI.",
        published=now,
    )


def _store_award(db: Database, article: Article, *, run_id: int, now: datetime) -> None:
    claim = _claim(article)
    stored = store_article(db, article, run_id=run_id, now=now)
    (claim_id,) = store_claims(
        db, article_id=stored.article_id, revision_id=stored.revision_id, claims=[claim]
    )
    facts = {name: getattr(claim, name) for name in ("score", "score_raw", "scale", "zone")}
    award = Award(
        id=None,
        recipient=claim.recipient,
        recipient_code=None,
        scheme=claim.scheme,
        edition_year=claim.edition_year,
        edition_basis=claim.edition_basis,
        status=AwardStatus.AGREED,
        **facts,
    )
    award_id = insert_award(db, award, run_id=run_id, now=now)
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=ClaimRelation.FIRST)
    enqueue_alert(
        db, award_id=award_id, claim_id=claim_id, kind=AlertKind.NEW, run_id=run_id, now=now
    )


def _claim(article: Article) -> Claim:
    """The claim that the text makes; it is worded `RECIPIENT meraih nilai NN,N dalam …`."""
    recipient, _, rest = article.text.partition(" meraih nilai ")
    raw = rest.split()[0]
    start = article.text.index(raw)
    return Claim(
        recipient=recipient,
        recipient_code=None,
        recipient_kind="kabupaten",
        scheme="ombudsman-kepatuhan",
        grantor="Ombudsman RI",
        year=2024,
        edition_year=2024,
        edition_basis=EditionBasis.STATED,
        score=float(raw.replace(",", ".")),
        score_raw=raw,
        scale=100,
        zone="hijau",
        confidence=0.9,
        rules_version="1",
        evidence=(
            Evidence(field="score", source="text", start=start, end=start + len(raw), quote=raw),
        ),
        proof=Evidence(
            field="proof", source="text", start=0, end=len(article.text), quote=article.text
        ),
    )
