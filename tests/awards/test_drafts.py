"""Draft schemes: every file is sound and carries its examples, though it is not read yet."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from crawler.awards.catalogue import load_catalogue, read_scheme

FOLDER = resources.files("crawler.awards") / "schemes" / "drafts"
DRAFTS = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
NAMES = sorted(DRAFTS)
KNOWN = {name.removesuffix(".toml") for name in NAMES} | set(load_catalogue())


def examples(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads(DRAFTS[name])["example"])


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_loads_under_its_name_and_knows_its_rivals(name: str) -> None:
    scheme = read_scheme(f"drafts/{name}", DRAFTS[name])

    assert f"{scheme.id}.toml" == name
    assert scheme.id not in load_catalogue()
    assert set(scheme.conflicts) <= KNOWN - {scheme.id}


@pytest.mark.parametrize("name", NAMES)
def test_its_examples_pass_its_own_gate_and_hold_an_award_and_none(name: str) -> None:
    scheme = read_scheme(f"drafts/{name}", DRAFTS[name])
    told = examples(name)

    for example in told:
        text = example["text"]
        assert any(word in text.lower() for word in scheme.gate), text
        hinted = scheme.cues is not None and scheme.cues.search(text)
        named = scheme.names.search(text) or (hinted and scheme.grantors.search(text))
        assert named or not example["claims"], text
    assert not all(example["claims"] for example in told), "no example of what is no award"


@pytest.mark.parametrize("name", NAMES)
def test_what_its_examples_claim_is_printed_and_in_scale(name: str) -> None:
    scheme = read_scheme(f"drafts/{name}", DRAFTS[name])

    for example in examples(name):
        printed = example["text"].replace(".", ",")
        for claim in example["claims"]:
            score = claim.get("score")
            if score is not None:
                assert scheme.scale is not None
                assert scheme.plausible_from <= score <= scheme.scale
                assert f"{score:g}".replace(".", ",") in printed, score
