"""Values from which the store's tests are built: stories, claims, awards and a filled store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from sqlite_utils import Database

from storage.addresses import Found, record_discovered, settle
from storage.articles import StoredArticle, store_article
from storage.awards import attach_claim, awards_of, insert_award, store_claims
from storage.held_claims import claims_of_article, supersede
from storage.outbox import enqueue_alert
from storage.outlets import register_outlet
from storage.processes import this_process
from storage.records import (
    AddressState,
    AlertKind,
    Article,
    Award,
    AwardStatus,
    Claim,
    ClaimRelation,
    EarlierScore,
    EditionBasis,
    Evidence,
    RunStatus,
    UnitScore,
)
from storage.runs import end_outlet_run, end_run, start_outlet_run, start_run

NOW = datetime(2024, 12, 2, 18, 30, tzinfo=UTC)
WIB = timezone(timedelta(hours=7))

TEXT = (
    "BLORA - Bupati hadir di Semarang. Pada 2023 nilainya 92,69. Ombudsman memberi Kabupaten Blora"
    " nilai 97,84 untuk kepatuhan pelayanan publik. Zona hijau pun diraih.\n"
    "- DPMPTSP: 100,00\n"
    "Penghargaan diserahkan Senin (2/12/2024)."
)


def article(**changes: Any) -> Article:
    """A story of wartablora about an award of Kabupaten Blora."""
    story = Article(
        outlet="wartablora",
        url="https://news.wartablora.com/pemerintahan/blora-raih-97-abcdefgh-1",
        title="Blora raih penghargaan kepatuhan",
        text=TEXT,
        published=datetime(2024, 12, 2, 23, 6, tzinfo=WIB),
        published_source="visible",
        authors=("Ani Sutrisni", "Budi"),
        tags=("Ombudsman", "Blora"),
        section="pemerintahan",
    )
    return replace(story, **changes)


PROOF = "Ombudsman memberi Kabupaten Blora nilai 97,84 untuk kepatuhan pelayanan publik."


def evidence(field: str, quote: str, *, text: str = TEXT) -> Evidence:
    """The first occurrence of `quote` in the text."""
    start = text.index(quote)
    end = start + len(quote)
    return Evidence(field=field, source="text", start=start, end=end, quote=quote)


def claim(**changes: Any) -> Claim:
    """What that story says."""
    said = Claim(
        recipient="Kabupaten Blora",
        recipient_code="33.16",
        recipient_kind="kabupaten",
        scheme="ombudsman-kepatuhan",
        grantor="Ombudsman RI",
        edition_year=2024,
        edition_basis=EditionBasis.CALENDAR,
        score=97.84,
        score_raw="97,84",
        scale=100,
        zone="hijau",
        award_date=date(2024, 12, 2),
        units=(UnitScore(unit="DPMPTSP", score=100.0, raw="100,00"),),
        previous=(EarlierScore(year=2023, score=92.69, raw="92,69"),),
        confidence=0.9,
        warnings=("edition inferred",),
        evidence=(evidence("recipient", "Kabupaten Blora"), evidence("score", "97,84")),
        proof=evidence("proof", PROOF),
        rules_version="1",
    )
    return replace(said, **changes)


def award_of(said: Claim) -> Award:
    """The award as its first claim has it."""
    return Award(
        id=None,
        recipient=said.recipient,
        recipient_code=said.recipient_code,
        scheme=said.scheme,
        edition_year=said.edition_year,
        edition_basis=said.edition_basis,
        status=AwardStatus.AGREED,
        score=said.score,
        score_raw=said.score_raw,
        scale=said.scale,
        zone=said.zone,
        award_date=said.award_date,
    )


def begin_run(db: Database, now: datetime = NOW) -> int:
    """A run of the two outlets, with titles."""
    register_outlet(db, name="wartablora", now=now, title="Warta Blora", site="https://w.example")
    register_outlet(db, name="klikjateng", now=now, title="Klik Jateng", site="https://k.example")
    return start_run(
        db, holder=this_process(), version="1", now=now, expected=("klikjateng", "wartablora")
    )


def store_story(
    db: Database, story: Article, said: Claim, *, run_id: int, now: datetime = NOW
) -> tuple[StoredArticle, int]:
    """Store a story with its claim as the pipeline does; returns it and the claim's id."""
    with db.atomic():
        stored = store_article(db, story, run_id=run_id, now=now)
        said_before = claims_of_article(db, stored.article_id)
        supersede(db, [held.id for held in said_before], run_id=run_id)
        (claim_id,) = store_claims(
            db, article_id=stored.article_id, revision_id=stored.revision_id, claims=(said,)
        )
    return stored, claim_id


def store_award(
    db: Database, story: Article, said: Claim, *, run_id: int, now: datetime = NOW
) -> tuple[int, int]:
    """Store a story whose claim makes a new award with its alert; returns both ids."""
    with db.atomic():
        _, claim_id = store_story(db, story, said, run_id=run_id, now=now)
        award_id = insert_award(db, award_of(said), run_id=run_id, now=now)
        first = ClaimRelation.FIRST
        attach_claim(db, award_id=award_id, claim_id=claim_id, relation=first, place=1)
        alert_id = enqueue_alert(
            db, award_id=award_id, claim_id=claim_id, kind=AlertKind.NEW, run_id=run_id, now=now
        )
    assert alert_id is not None
    return award_id, alert_id


def second_story(text: str = TEXT) -> Article:
    """The same award in another outlet."""
    return article(
        outlet="klikjateng",
        url="https://klikjateng.id/blora-97",
        title="Nilai 97 untuk Blora",
        published=datetime(2024, 12, 3, 8, 0, tzinfo=WIB),
        text=text,
    )


def fill(db: Database) -> int:
    """A finished run with one award that two outlets report differently; returns the run."""
    run_id = begin_run(db)
    for outlet in ("klikjateng", "wartablora"):
        start_outlet_run(db, run_id=run_id, outlet=outlet, now=NOW)
    story = article()
    found = (Found(url=story.url, title=story.title, published=story.published),)
    record_discovered(db, outlet="wartablora", found=found, run_id=run_id, now=NOW)
    award_id, _ = store_award(db, story, claim(), run_id=run_id)
    settle(db, url=story.url, state=AddressState.STORED, reason=None, run_id=run_id, now=NOW)
    found = (Found(url="https://news.wartablora.com/foto"),)
    record_discovered(db, outlet="wartablora", found=found, run_id=run_id, now=NOW)
    thin = AddressState.DROPPED
    settle(db, url=found[0].url, state=thin, reason="thin", run_id=run_id, now=NOW)
    other = TEXT.replace("97,84", "97,48")
    proof = evidence("proof", PROOF.replace("97,84", "97,48"), text=other)
    said = claim(
        score=97.48,
        score_raw="97,48",
        evidence=(evidence("score", "97,48", text=other),),
        proof=proof,
    )
    _, claim_id = store_story(db, second_story(other), said, run_id=run_id)
    conflict = ClaimRelation.CONFLICT
    attach_claim(db, award_id=award_id, claim_id=claim_id, relation=conflict, place=2)
    for outlet in ("klikjateng", "wartablora"):
        end_outlet_run(
            db, run_id=run_id, outlet=outlet, status=RunStatus.FINISHED, now=NOW, requests=3
        )
    end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=NOW)
    assert awards_of(db, "Kabupaten Blora", "ombudsman-kepatuhan")
    return run_id
