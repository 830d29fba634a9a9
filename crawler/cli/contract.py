"""The JSON object that `piagam read --format jsonl` prints for one file; scripts depend on it."""

from typing import Any

from crawler.documents import ReadDocument
from crawler.explanation import SetAside, explain
from storage.records import Article, Claim, Evidence


def document_object(file: str, document: ReadDocument) -> dict[str, Any]:
    """One file's object, its keys in the order of the contract."""
    article, reading = document.page.article, document.reading
    return {
        "file": file,
        "kind": document.page.kind,
        "title": article.title if article else "",
        "published": _published(article),
        "text": article.text if article else "",
        "is_award_story": reading is not None and reading.is_award_story,
        "claims": [_claim(claim) for claim in reading.claims] if reading else [],
    }


def explanation_object(file: str, document: ReadDocument) -> dict[str, Any]:
    """One file's object with the reasons behind it: the contract's keys, then those."""
    article, reading = document.page.article, document.reading
    if article is None or reading is None:
        return document_object(file, document)
    explained = explain(article, reading)
    return {
        **document_object(file, document),
        "confidence": reading.confidence,
        "decision": explained.decision,
        "cues": [{"cue": each.cue, "weight": each.weight} for each in reading.reasons],
        "weight": round(explained.weight, 6),
        "set_aside": [_set_aside(each) for each in explained.set_aside],
    }


def _set_aside(each: SetAside) -> dict[str, Any]:
    return {
        "source": each.source,
        "start": each.start,
        "end": each.end,
        "quote": each.raw,
        "why": each.why,
        "in_words": each.words,
        "proves_a_field": each.proves_a_field,
    }


def _published(article: Article | None) -> str | None:
    return article.published.isoformat() if article and article.published else None


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "recipient": claim.recipient,
        "recipient_code": claim.recipient_code,
        "scheme": claim.scheme,
        "grantor": claim.grantor,
        "year": claim.year,
        "score": claim.score,
        "scale": claim.scale,
        "predicate": claim.predicate,
        "category": claim.category,
        "zone": claim.zone,
        "rank": claim.rank,
        "rank_scope": claim.rank_scope,
        "award_date": claim.award_date.isoformat() if claim.award_date else None,
        "venue": claim.venue,
        "units": [{"unit": each.unit, "score": each.score} for each in claim.units],
        "previous": [{"year": each.year, "score": each.score} for each in claim.previous],
        "confidence": round(claim.confidence, 2),
        "warnings": list(claim.warnings),
        "evidence": [_evidence(each) for each in claim.evidence if each.source == "text"],
        "edition": {"year": claim.edition_year, "basis": claim.edition_basis},
        "title_evidence": [_evidence(each) for each in claim.evidence if each.source == "title"],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "field": evidence.field,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }
