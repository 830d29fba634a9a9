"""An explanation marks each proof where it stands and says why each other number is no score."""

import pytest

from crawler.awards.facts import Rejected
from crawler.awards.reader import Reading
from crawler.awards.text import whole_of
from crawler.awards.verdict import Reason
from crawler.explanation import IN_WORDS, Explanation, Proof, explain
from storage.records import Claim, Evidence
from tests.awards.stories import GRANT, article, read

TITLE = "Kendal Raih 93,74"
TEXT = "Pemkab Kendal meraih 93,74 dari Ombudsman.\nAda 507 daerah pada 2024."
STORY = article(TEXT, TITLE)


def claim(*spans: tuple[str, str, str]) -> Claim:
    """A claim with the evidence: field, source and quote."""
    return Claim(
        recipient="Kabupaten Kendal",
        recipient_code="33.24",
        recipient_kind="kabupaten",
        scheme="ombudsman-kepatuhan",
        grantor="Ombudsman RI",
        evidence=tuple(_evidence(*span) for span in spans),
    )


def _evidence(field: str, source: str, quote: str) -> Evidence:
    start = (TITLE if source == "title" else TEXT).index(quote)
    return Evidence(field=field, source=source, start=start, end=start + len(quote), quote=quote)


def rejected(raw: str, why: str) -> Rejected:
    start = whole_of(article(TEXT, TITLE)).index(raw)
    return Rejected(start=start, end=start + len(raw), raw=raw, why=why)


def explained(
    claims: tuple[Claim, ...] = (),
    set_aside: tuple[Rejected, ...] = (),
    reasons: tuple[float, ...] = (1.0,),
) -> Explanation:
    reading = Reading(
        is_award_story=bool(claims),
        confidence=0.9,
        reasons=tuple(Reason(cue="cue", weight=weight) for weight in reasons),
        claims=claims,
        rejected=set_aside,
    )
    return explain(STORY, reading)


def marked(found: Explanation, source: str) -> list[tuple[str, object]]:
    """What is marked in a source, and as what."""
    printed = TITLE if source == "title" else TEXT
    return [(printed[s.start : s.end], s.why or s.proves) for s in found.spans[source]]


def test_a_proof_is_marked_where_it_stands() -> None:
    found = explained((claim(("score", "text", "93,74"), ("recipient", "title", "Kendal")),))
    assert marked(found, "text") == [("93,74", (Proof(claim=1, field="score"),))]
    assert marked(found, "title") == [("Kendal", (Proof(claim=1, field="recipient"),))]


def test_one_span_may_prove_several_fields_of_several_claims() -> None:
    one = claim(("scheme", "text", "Ombudsman"), ("grantor", "text", "Ombudsman"))
    units = claim(("units[0]", "text", "93,74"), ("units[1]", "text", "93,74"))
    found = explained((one, one, units))
    (units_mark, scheme_mark) = marked(found, "text")
    assert units_mark == ("93,74", (Proof(claim=3, field="units"),))
    assert scheme_mark[1] == (
        Proof(claim=1, field="scheme"),
        Proof(claim=1, field="grantor"),
        Proof(claim=2, field="scheme"),
        Proof(claim=2, field="grantor"),
    )


def test_spans_stand_within_each_other_or_apart() -> None:
    fields = [("venue", "Pemkab Kendal meraih"), ("recipient", "Kendal"), ("score", "meraih 93,74")]
    found = explained((claim(*((name, "text", quote) for name, quote in fields)),))
    assert [quote for quote, _ in marked(found, "text")] == ["Pemkab Kendal meraih", "Kendal"]


def test_a_number_that_is_no_score_is_marked_and_explained() -> None:
    found = explained(set_aside=(rejected("93,74", "no-owner"), rejected("507", "count")))
    assert marked(found, "title") == [("93,74", "no-owner")]
    assert marked(found, "text") == [("507", "count")]
    assert [each.words for each in found.set_aside] == [IN_WORDS["no-owner"], IN_WORDS["count"]]
    assert [each.where for each in found.set_aside] == [TITLE, "Ada 507 daerah pada 2024."]


def test_where_a_number_stands_is_told_in_whole_words_of_its_line() -> None:
    words = "satu dua tiga empat lima enam tujuh delapan sembilan"
    told = article(f"atas\n{words} 507 {words}\nbawah", "")
    start = told.text.index("507")
    why = Rejected(start=start, end=start + 3, raw="507", why="count")
    reading = Reading(is_award_story=False, confidence=0.1, reasons=(), claims=(), rejected=(why,))
    (each,) = explain(told, reading).set_aside
    assert each.where == "…enam tujuh delapan sembilan 507 satu dua tiga empat lima enam…"


def test_a_number_that_proves_another_field_is_not_marked_twice() -> None:
    found = explained((claim(("year", "text", "2024")),), (rejected("2024", "year"),))
    assert [why for _, why in marked(found, "text")] == [(Proof(claim=1, field="year"),)]
    assert found.set_aside[0].proves_a_field


@pytest.mark.parametrize(
    ("claims", "reasons", "decision"),
    [
        ((claim(),), (-3.0, 5.0), "an award story: what speaks for it weighs more"),
        ((), (-3.0, 1.0), "no award story: what speaks against it weighs more"),
        ((), (-3.0, 5.0), "no award story: no public body could be tied to a result"),
        ((), (), "no award story: it names no scheme that Piagam knows"),
    ],
)
def test_the_decision_is_told_with_its_ground(
    claims: tuple[Claim, ...], reasons: tuple[float, ...], decision: str
) -> None:
    found = explained(claims, reasons=reasons)
    assert found.decision.startswith(decision)
    assert found.weight == sum(reasons)


def test_a_code_without_words_is_shown_itself() -> None:
    assert explained(set_aside=(rejected("507", "brand-new"),)).set_aside[0].words == "brand-new"


@pytest.mark.parametrize("title", ["", "Satu dari 507 Daerah"])
def test_every_mark_of_a_real_reading_stands_where_the_number_is(title: str) -> None:
    text = f"{GRANT} dengan nilai 93,74. Penilaian itu diikuti 507 daerah."
    found = explain(article(text, title), read(text, title))
    assert len([each for each in found.set_aside if each.raw == "507"]) == (2 if title else 1)
    for each in found.set_aside:
        printed = title if each.source == "title" else text
        assert printed[each.start : each.end] == each.raw
