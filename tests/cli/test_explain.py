"""`piagam read --explain` shows a person why: the proofs in the text, the cues, the numbers."""

import json

import pytest

from crawler.cli.explaining import Marks, marked
from tests.cli.console import Console, widest
from tests.cli.documents import CLAIM_KEYS, DOCUMENT_KEYS, ORDINARY, STORY

TWO = """\
Kendal dan Demak Raih Nilai Tinggi dari Ombudsman

SEMARANG – Pemkab Kendal meraih nilai 93,74 dalam Penilaian Kepatuhan Penyelenggaraan Pelayanan \
Publik tahun 2024 dari Ombudsman RI.

Adapun Pemkab Demak meraih nilai 91,20 dari Ombudsman. Penilaian itu diikuti 507 daerah. Warga \
diajak terus mengawasi pelayanan di semua kantor kecamatan dan desa.
"""


def explain(console: Console, text: str, *options: str) -> str:
    console.write("story.txt", text)
    said = console.run("read", "--explain", *options, "story.txt")
    assert (said.code, said.err) == (0, "")
    return said.out


def test_proofs_are_marked_between_brackets_where_there_are_no_colours(console: Console) -> None:
    out = explain(console, STORY)
    words = " ".join(out.split())
    assert "⟦97,84|score⟧" in words
    assert "⟦Hotel Quest Semarang|venue⟧" in words
    assert "nilai ⟦100|unit⟧" in words
    assert "⟦…|score⟧ proves the score" in words
    assert "edition 2024*" in words
    assert "* not stated: the edition that was news at the time" in words
    assert widest(out.splitlines()) <= 100


def test_a_mark_names_its_award_when_there_are_several(console: Console) -> None:
    out = " ".join(explain(console, TWO).split())
    assert "⟦93,74|1:score⟧" in out
    assert "⟦91,20|2:score⟧" in out
    assert "⟦2024|year⟧" in out
    assert "⟨507|count⟩" in out
    assert "⟦…|2:score⟧ proves the score of award 2" in out
    assert "award 1 of 2: Kabupaten Kendal, confidence 0,9" in out


def test_the_text_between_the_marks_is_that_of_the_story(console: Console) -> None:
    out = explain(console, TWO, "--json")
    shown = " ".join(explain(console, TWO).split())
    for mark in ("1:recipient", "2:recipient", "1:score", "2:score", "scheme", "grantor", "year"):
        shown = shown.replace(f"|{mark}⟧", "")
    shown = shown.replace("⟦", "").replace("|count⟩", "").replace("⟨", "")
    assert " ".join(json.loads(out)["text"].split()) in shown


def test_the_cues_stand_with_their_weights_and_sum(console: Console) -> None:
    lines = explain(console, STORY).splitlines()
    start = lines.index("what spoke for and against it") + 2
    end = next(n for n, line in enumerate(lines) if "the sum; an award story from 0 on" in line)
    weights = [float(line.split()[0].replace(",", ".")) for line in lines[start : end + 1]]
    assert len(weights) > 3
    assert weights[-1] == pytest.approx(sum(weights[:-1]))
    assert weights[-1] > 0


def test_numbers_that_are_no_score_stand_with_the_reason(console: Console) -> None:
    out = explain(console, TWO)
    assert "507  counts people or things" in out
    assert "Penilaian itu diikuti 507 daerah." in " ".join(out.split())


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        (STORY, "an award story: what speaks for it weighs more (confidence "),
        (ORDINARY, "no award story: it names no scheme that Piagam knows, so nothing was weighed"),
        (
            TWO.replace("meraih", "menargetkan").replace("Raih", "Targetkan"),
            "no award story: what speaks against it weighs more (confidence 0,",
        ),
    ],
    ids=["award", "ordinary", "wished"],
)
def test_the_decision_is_told_first(console: Console, text: str, decision: str) -> None:
    assert explain(console, text).splitlines()[1].strip().startswith(decision)


def test_a_page_that_is_no_article_says_so(console: Console) -> None:
    out = explain(console, "<!doctype html><title>Indeks</title><p>Tak ada.</p>")
    assert (
        "  no article: a list of stories, or next to no prose; so nothing was read from it" in out
    )


def test_html_and_standard_input_are_explained_too(console: Console) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in TWO.splitlines()[2:] if line)
    html = f"<!doctype html><title>x</title><h1>{TWO.splitlines()[0]}</h1>{paragraphs}"
    said = console.spawn("read", "--explain", "-", given=html.encode())
    assert (said.code, said.err) == (0, "")
    assert "⟦93,74|1:score⟧" in said.out


def test_a_terminal_gets_colours_and_no_brackets(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = explain(console, STORY)
    assert "\x1b[1;4;33m97,84\x1b[0m" in out
    assert "⟦" not in out
    assert "marked: " in out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "97,84" in explain(console, STORY)
    assert "|score⟧" in explain(console, STORY)


def test_a_stream_of_few_characters_gets_plain_brackets(console: Console) -> None:
    console.write("story.txt", TWO)
    environment = {"PYTHONIOENCODING": "ascii"}
    said = console.spawn("read", "--explain", "story.txt", environment=environment)
    assert (said.code, said.err) == (0, "")
    assert "[[93,74|1:score]]" in said.out
    assert "<<507|count>>" in said.out


def test_a_text_cannot_command_the_terminal(console: Console) -> None:
    out = explain(console, STORY.replace("Piagam", "\x1b[31mPiagam\u202e", 1))
    assert "\x1b" not in out
    assert "\u202e" not in out
    marks = Marks(proof=None, set_aside=None, claims=1)
    assert marked("a\x1b[31m\nb\u202e", (), marks).plain == "a[31m\nb"


def test_json_adds_the_reasons_to_what_jsonl_prints(console: Console) -> None:
    explained = json.loads(explain(console, TWO, "--json"))
    said = console.run("read", "--format", "jsonl", "story.txt")
    added = ["confidence", "decision", "cues", "weight", "set_aside"]
    assert list(explained) == DOCUMENT_KEYS + added
    assert list(explained["claims"][0]) == CLAIM_KEYS
    assert {k: v for k, v in explained.items() if k in DOCUMENT_KEYS} == json.loads(said.out)
    assert explained["weight"] == pytest.approx(sum(cue["weight"] for cue in explained["cues"]))
    (count,) = [each for each in explained["set_aside"] if each["why"] == "count"]
    assert explained["text"][count["start"] : count["end"]] == count["quote"] == "507"
    assert count["in_words"] == "counts people or things"


@pytest.mark.parametrize("why", [[], ["--explain"]])
def test_json_is_another_word_for_the_format_jsonl(console: Console, why: list[str]) -> None:
    console.write("story.txt", STORY)
    short = console.run("read", *why, "--json", "story.txt")
    long = console.run("read", *why, "--format", "jsonl", "story.txt")
    assert (short.code, short.out) == (0, long.out)
    assert json.loads(short.out)["file"] == "story.txt"
