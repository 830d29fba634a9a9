"""Reports as the store holds them, made from facts; and floods of them, for properties."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from storage.award_records import HeldClaim
from storage.records import Claim, EditionBasis

FACTS: dict[str, Any] = {
    "predicate": "Kualitas Tertinggi",
    "category": "A",
    "zone": "hijau",
    "rank": 3,
    "rank_scope": "se-Jawa Tengah",
    "award_date": date(2024, 12, 2),
    "venue": "Hotel Quest Semarang",
}
MORNING = datetime(2024, 12, 3, 6, 0, tzinfo=UTC)
CLAIM = Claim(
    recipient="Kabupaten Blora",
    recipient_code="33.16",
    recipient_kind="kabupaten",
    scheme="ombudsman-kepatuhan",
    grantor="Ombudsman RI",
    edition_year=2024,
    edition_basis=EditionBasis.STATED,
    score=97.84,
    score_raw="97,84",
    scale=100,
)
_numbers = count(1)


def said(raw: str | None = "97,84", **changes: Any) -> Claim:
    """What an article says; `raw` is the score as printed."""
    score = None if raw is None else float(raw.replace(",", "."))
    scale = None if raw is None else 100
    return replace(CLAIM, score=score, score_raw=raw, scale=scale, **changes)


def report(article: int, claim: Claim | None = None, **changes: Any) -> HeldClaim:
    """The claim of an article; the higher its number the later it was published."""
    held = HeldClaim(
        id=next(_numbers),
        article_id=article,
        position=0,
        outlet=f"koran-{article}",
        url=f"https://koran-{article}.example/berita",
        published=MORNING + timedelta(hours=article),
        award_id=None,
        relation=None,
        place=None,
        copy_of=None,
        claim=claim or said(),
    )
    return replace(held, **changes)


def _pool() -> list[Claim]:
    scores = (None, "98,2", "98,02", "94,5", "94,52", "94,48", "94", "88,1")
    stated = [(year, EditionBasis.STATED) for year in (2022, 2023, 2024, 2025)]
    guessed = [(year, EditionBasis.CALENDAR) for year in (2022, 2023, 2024, 2025)]
    facts: list[dict[str, Any]] = [
        {},
        FACTS,
        {"zone": "kuning", "award_date": date(2024, 12, 2)},
        {"rank": 1, "venue": "Hotel Quest"},
    ]
    return [
        said(raw, recipient=recipient, edition_year=year, edition_basis=basis, **told)
        for raw in scores
        for year, basis in (*stated, *guessed, (None, None))
        for told in facts
        for recipient in ("Kabupaten Blora", "Kota Tegal")
    ]


_claims = st.sampled_from(_pool())
_hours = st.sampled_from([None, 1, 2, 3])
_articles = st.tuples(_hours, st.lists(_claims, min_size=1, max_size=2))


def floods() -> st.SearchStrategy[list[HeldClaim]]:
    """Up to nine articles, some at the same hour or without a date, some with two claims."""
    return st.lists(_articles, min_size=1, max_size=9).map(_flood)


def _flood(articles: list[tuple[int | None, list[Claim]]]) -> list[HeldClaim]:
    return [
        report(
            number,
            claim,
            position=position,
            published=None if hour is None else MORNING + timedelta(hours=hour),
        )
        for number, (hour, claims) in enumerate(articles, start=1)
        for position, claim in enumerate(claims)
    ]


def alike() -> st.SearchStrategy[frozenset[frozenset[int]]]:
    """Some pairs of articles that print the same words."""
    pairs = st.sampled_from([frozenset((a, b)) for a in range(1, 10) for b in range(a + 1, 10)])
    return st.frozensets(pairs, max_size=5)
