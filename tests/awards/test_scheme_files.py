"""Scheme files: every one is sound, knows its rivals, and its own examples are read as they say."""

import tomllib
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest

from crawler.awards.catalogue import Band, Scheme, load_catalogue, read_scheme
from crawler.awards.reader import read_story
from crawler.awards.scheme_file import ExampleClaimTable
from tests.awards.stories import article

FOLDER = resources.files("crawler.awards") / "schemes"
FILES = {
    f.name: f.read_text(encoding="utf-8") for f in FOLDER.iterdir() if f.name.endswith(".toml")
}
NAMES = sorted(FILES)
FIELDS = tuple(ExampleClaimTable.model_fields)
FOR_PERSONS = {"satyalancana-personal.toml"}
"""Known only so that they are not taken for the award of a body: they make no claim."""

Told = dict[str, Any]


def examples(name: str) -> list[Told]:
    return list(tomllib.loads(FILES[name]).get("example", []))


each_file = pytest.mark.parametrize("name", NAMES)
EXAMPLES = [example for name in NAMES for example in examples(name)]
READ_RIGHT = 0.94
"""The share of the examples that the whole reader takes as they say; a floor that only goes up."""


def read_of(example: Told) -> list[Told]:
    """What the whole reader takes from an example, in the form of its `claims`."""
    claims = read_story(article(example["text"], published=None)).claims
    told = [{name: getattr(claim, name) for name in FIELDS} for claim in claims]
    return sorted(told, key=lambda claim: str(claim["recipient"]))


def stated_in(example: Told) -> list[Told]:
    told = [{name: claim.get(name) for name in FIELDS} for claim in example["claims"]]
    return sorted(told, key=lambda claim: str(claim["recipient"]))


@each_file
def test_a_file_loads_under_its_name_and_knows_its_rivals(name: str) -> None:
    scheme = read_scheme(name, FILES[name])

    assert f"{scheme.id}.toml" == name
    assert set(scheme.conflicts) <= set(load_catalogue()) - {scheme.id}
    for rival in scheme.conflicts:
        assert scheme.id in load_catalogue()[rival].conflicts, rival


@each_file
def test_its_title_and_grantor_are_among_its_own_words(name: str) -> None:
    scheme = read_scheme(name, FILES[name])

    assert scheme.names.search(scheme.title)
    assert scheme.grantors.search(scheme.grantor)
    assert any(word in scheme.title.lower() for word in scheme.gate)


@each_file
@pytest.mark.parametrize("year", [" tahun 2024", " 2024", " Tahun 2024"])
def test_its_name_leaves_the_year_to_the_reader(name: str, year: str) -> None:
    scheme = read_scheme(name, FILES[name])

    found = scheme.names.search(scheme.title + year)

    assert found is not None
    assert "2024" not in found.group()


@each_file
def test_it_has_two_examples_of_an_award_and_one_of_none(name: str) -> None:
    granted = [bool(example["claims"]) for example in examples(name)]

    assert len(granted) >= 3
    assert granted.count(False) >= 1
    assert granted.count(True) >= 2 or name in FOR_PERSONS


def test_the_examples_are_read_as_they_say() -> None:
    right = [read_of(example) == stated_in(example) for example in EXAMPLES]
    share = sum(right) / len(right)

    assert share >= READ_RIGHT, f"{right.count(False)} of {len(right)} examples are read otherwise"
    assert share <= READ_RIGHT + 0.03, f"raise the floor to {int(share * 100) / 100}"


@each_file
def test_its_examples_pass_its_own_gate_and_are_told_in_its_words(name: str) -> None:
    scheme = read_scheme(name, FILES[name])

    for example in examples(name):
        text = example["text"]
        assert any(word in text.lower() for word in scheme.gate), text
        hinted = scheme.cues is not None and scheme.cues.search(text)
        named = scheme.names.search(text) or (hinted and scheme.grantors.search(text))
        assert named or not example["claims"], text


@each_file
def test_what_its_examples_claim_is_printed_and_in_scale(name: str) -> None:
    scheme = read_scheme(name, FILES[name])

    for example in examples(name):
        printed = example["text"].replace(".", ",")
        for claim in example["claims"]:
            score = claim.get("score")
            if score is not None:
                assert scheme.scale is not None
                assert scheme.plausible_from <= score <= scheme.scale
                plain = f"{score:g}".replace(".", ",")
                assert plain in printed or f"{score:,.0f}" in printed, score
            assert claim.get("predicate") in {None, *scheme.predicates}


@each_file
def test_its_bands_follow_each_other_and_their_levels_can_be_read(name: str) -> None:
    scheme = read_scheme(name, FILES[name])

    for earlier, later in pairwise(scheme.bands):
        assert earlier.last is not None
        assert earlier.first <= earlier.last < later.first
    for band in scheme.bands:
        assert {level.predicate for level in band.levels} <= set(scheme.predicates)
        assert faulty_limits(scheme, band) == []


def faulty_limits(scheme: Scheme, band: Band) -> list[str]:
    """Limits off the scale or upside down, and scores in two levels; none where none are known."""
    limits = sorted(
        (level.minimum, level.maximum)
        for level in band.levels
        if level.minimum is not None and level.maximum is not None
    )
    scale = scheme.scale or 0
    off = [f"{low} to {high}" for low, high in limits if not 0 <= low < high <= scale]
    both = [f"{low} and {high}" for (_, high), (low, _) in pairwise(limits) if high > low]
    return off + both
