"""Whole stories, one construction each, through the reader."""

import pytest

from crawler.awards.numbers import number_value
from crawler.awards.reader import read_story
from tests.awards.proofs import unproven
from tests.awards.shapes import Shape, load_shapes, row_of

SHAPES = load_shapes()
each_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
each_award_shape = pytest.mark.parametrize(
    "shape", [shape for shape in SHAPES if shape.rows], ids=lambda shape: shape.name
)


@each_shape
def test_a_story_gives_exactly_its_claims(shape: Shape) -> None:
    reading = read_story(shape.article)

    assert sorted(row_of(claim) for claim in reading.claims) == sorted(shape.rows)
    assert reading.is_award_story == bool(shape.rows)


@each_award_shape
def test_unit_scores_and_earlier_scores_are_exact(shape: Shape) -> None:
    for claim in read_story(shape.article).claims:
        units = {unit.unit: unit.score for unit in claim.units}
        assert units == shape.units.get(claim.recipient, {})
        previous = [(earlier.year, earlier.score) for earlier in claim.previous]
        assert previous == shape.previous.get(claim.recipient, [])


@each_award_shape
def test_every_field_of_every_claim_carries_its_proof(shape: Shape) -> None:
    assert unproven(read_story(shape.article).claims, shape.article) == []


@each_award_shape
def test_the_quotes_say_what_the_fields_say(shape: Shape) -> None:
    for claim in read_story(shape.article).claims:
        quotes = {each.field: each.quote for each in claim.evidence}
        numbers = {"score": claim.score} if claim.score is not None else {}
        numbers |= {f"units[{i}]": unit.score for i, unit in enumerate(claim.units)}
        numbers |= {f"previous[{i}]": old.score for i, old in enumerate(claim.previous)}
        assert {name: number_value(quotes[name]) for name in numbers} == numbers
        assert quotes.get("year") == (str(claim.year) if claim.year else None)
        assert quotes.get("zone", "").lower() == (claim.zone or "")
        assert quotes.get("score") == claim.score_raw


@each_award_shape
def test_the_scheme_carries_its_proof_too(shape: Shape) -> None:
    for claim in read_story(shape.article).claims:
        assert "scheme" in {each.field for each in claim.evidence}


@each_award_shape
def test_quotes_begin_and_end_with_a_word(shape: Shape) -> None:
    for claim in read_story(shape.article).claims:
        for each in claim.evidence:
            assert each.quote == each.quote.strip(" ,.;:"), each
