"""A corpus is checked where people write it, and cut in two by the names of its stories."""

from datetime import date
from pathlib import Path

import pytest

from crawler.quality.answer import Answer
from crawler.quality.corpus import (
    CorpusError,
    corpus_digest,
    load_corpus,
    load_second,
    read_story_file,
)
from crawler.quality.gold_file import Kind
from tests.quality.gold import ASIDE, SECOND, STORY, TUNED, write


def test_a_story_holds_the_text_and_its_right_answer() -> None:
    more = 'award_date = 2024-12-02\nunits = [{unit = "RSUD", score = 90}]\n'
    more += "previous = [{score = 88.1}]\n"
    story = read_story_file("kendal.toml", STORY + more)
    (claim,) = story.answer.claims
    assert (story.name, story.kind, story.answer.is_award_story) == ("kendal", Kind.AWARD, True)
    assert story.article.text.startswith("Pemkab Kendal meraih")
    assert (claim.recipient, claim.score) == ("Kabupaten Kendal", 93.74)
    assert claim.fields == {"year": 2024, "award_date": date(2024, 12, 2)}
    assert set(claim.units) == {("RSUD", 90.0)}
    assert set(claim.earlier) == {(None, 88.1)}


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (STORY.replace("why = ", "wy = "), "a.toml: why: missing; add this key"),
        (STORY + "rnak = 1\n", "a.toml: claims.0.rnak: unknown key; remove it or mend its"),
        (STORY.replace('"award"', '"prize"'), "a.toml: kind: input should be 'award', 'hard-"),
        (STORY.replace("ombudsman-kepatuhan", "ombudsman"), "a.toml: claims.0.scheme: no scheme"),
        (STORY.replace('"award"', '"hard-negative"'), "a.toml: kind: hard-negative has [[claims]]"),
        (STORY.replace("+07:00", ""), "a.toml: published: input should have timezone info"),
        (STORY + "= 1\n", "a.toml: not valid TOML: "),
    ],
)
def test_a_file_that_does_not_fit_is_one_line_with_its_key(source: str, problem: str) -> None:
    with pytest.raises(CorpusError) as raised:
        read_story_file("a.toml", source)
    assert str(raised.value).startswith(problem)
    assert "\n" not in str(raised.value)


def test_the_first_byte_of_the_hash_of_a_name_says_which_half(tmp_path: Path) -> None:
    halves = {TUNED: False, "demak": False, "jepara": True, ASIDE: True}
    folder = write(tmp_path, **dict.fromkeys(halves, STORY))
    assert {s.name: s.is_set_aside for s in load_corpus(folder)} == halves


def test_the_digest_is_that_of_the_stories_and_not_of_what_lies_beside_them(
    tmp_path: Path,
) -> None:
    folder = write(tmp_path, kendal=STORY)
    before = corpus_digest(folder)
    write(folder / "second", kendal=f"is_award_story = true\n{SECOND}")
    (folder / "README.md").write_text("about")
    assert corpus_digest(folder) == before
    write(folder, kendal=STORY + "rank = 1\n")
    assert corpus_digest(folder) != before


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_without_stories_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=f"{name}: .*; name a folder"):
        load_corpus(tmp_path / name)


def test_a_second_annotation_holds_answers_by_the_name_of_the_story(tmp_path: Path) -> None:
    write(tmp_path, kendal=f"is_award_story = true\n{SECOND}", jalan="is_award_story = false\n")
    assert load_second(tmp_path) == {
        "jalan": Answer(is_award_story=False),
        "kendal": read_story_file("kendal.toml", STORY).answer,
    }


def test_a_second_annotation_that_contradicts_itself_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, kendal=f"is_award_story = false\n{SECOND}")
    with pytest.raises(CorpusError, match=r"kendal.toml: is_award_story: false has \[\[claims\]\]"):
        load_second(tmp_path)
