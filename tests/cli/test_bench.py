"""`piagam bench` tells how well stories are read, and does not give away the half set aside."""

import json
from pathlib import Path

import pytest

from tests.cli.console import Console, widest
from tests.quality.gold import ASIDE, NEGATIVE, SECOND, STORY, TUNED, write

WRONG = STORY.replace("year = 2024", 'year = 2023\nzone = "hijau"')
"""Its right answer differs from what its text says."""


@pytest.fixture
def corpus(console: Console) -> Path:
    """Two stories with errors, one of either half, and a third without."""
    return write(
        console.folder / "tests" / "corpus", **{TUNED: WRONG, ASIDE: WRONG, "demak": STORY}
    )


def lines_from(out: str, start: str) -> list[str]:
    """The words of each line from the one that starts so."""
    lines = [line.split() for line in out.splitlines()]
    (first,) = [n for n, line in enumerate(out.splitlines()) if line.startswith(start)]
    return [" ".join(words) for words in lines[first:]]


def test_the_corpus_is_that_of_the_checkout_around(
    console: Console, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = console.folder / "docs" / "deep"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    said = console.run("bench", "reading")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{corpus}: 3 stories, digest ")


def test_the_figures_stand_for_each_half_kind_and_scheme(console: Console, corpus: Path) -> None:
    said = console.run("bench", "reading", "--half", "tuned")
    assert (said.code, said.err) == (0, "")
    table = lines_from(said.out, "tuned on: 2 stories")
    assert "claims 2 2 0 0 0 1,000 1,000 1,000 R 0,95 P 0,96" in table
    assert "year 2 1 1 0 0 0,500 0,500 0,500 R 0,95" in table
    assert "zone 1 0 0 1 0 0,000 – 0,000 R 0,95" in table
    assert "award 2 2 1,000 –" in table
    assert "ombudsman-kepatuhan 2 0 0 0 1,000 1,000 1,000 0,333" in table
    assert widest(said.out.splitlines()) <= 100


def test_the_worst_stories_are_named_with_what_is_wrong(console: Console, corpus: Path) -> None:
    said = console.run("bench", "reading", "--half", "tuned")
    assert lines_from(said.out, f"{TUNED} (award)")[1:] == [
        "wrong Kabupaten Kendal, ombudsman-kepatuhan: year 2023, read as 2024",
        "missed Kabupaten Kendal, ombudsman-kepatuhan: zone hijau",
    ]
    assert f"{TUNED} (award)" not in console.run("bench", "reading", "--worst", "0").out


def test_what_follows_from_another_error_is_not_told_again(console: Console, corpus: Path) -> None:
    other = STORY.replace("93.74", "90.1")
    lost = STORY.replace("Kabupaten Kendal", "Kota Tegal") + "rank = 1\n"
    silent = STORY.replace("Pemkab Kendal meraih nilai 93,74", "Warga").replace("Raih", "dan")
    write(corpus, **{TUNED: other, "demak": lost, "tegal": silent})
    said = console.run("bench", "reading", "--half", "tuned")
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    worst = lines[lines.index("stories with errors: 3") + 1 :]
    assert worst == [
        *("tegal (award)", "missed the award story"),
        "demak (award)",
        "missed Kota Tegal, ombudsman-kepatuhan: score 93,74",
        "invented Kabupaten Kendal, ombudsman-kepatuhan: score 93,74",
        f"{TUNED} (award)",
        "wrong Kabupaten Kendal, ombudsman-kepatuhan: score 90,1, read as 93,74",
    ]


@pytest.mark.parametrize("arguments", [[], ["--half", "aside"], ["--json"]])
def test_stories_set_aside_are_counted_and_not_named(
    console: Console, corpus: Path, arguments: list[str]
) -> None:
    said = console.run("bench", "reading", *arguments)
    assert (said.code, said.err) == (0, "")
    assert ASIDE not in said.out
    if "--json" in arguments:
        aside = json.loads(said.out)["halves"][1]
        assert (aside["half"], aside["with_errors"], aside["worst"]) == ("aside", 1, [])
    else:
        assert "stories with errors: 1; set aside, so they are not named" in said.out


def test_stories_set_aside_are_named_to_who_insists(console: Console, corpus: Path) -> None:
    said = console.run("bench", "reading", "--half", "aside", "--show-aside")
    assert (said.code, said.err) == (0, "")
    assert f"{ASIDE} (award)" in said.out
    refused = console.run("bench", "reading", "--show-aside")
    assert (refused.code, len(refused.complaints)) == (2, 1)
    assert "--show-aside goes with --half aside" in refused.err


def test_json_holds_the_same_figures(console: Console, corpus: Path) -> None:
    said = console.run("bench", "reading", "--half", "tuned", "--json")
    measured = json.loads(said.out)
    (tuned,) = measured["halves"]
    assert (len(measured["digest"]), tuned["stories"], tuned["with_errors"]) == (16, 2, 1)
    assert tuned["figures"]["year"]["recall"] == 0.5
    assert tuned["aims"]["year recall"] == {"aim": 0.95, "is": 0.5}
    assert tuned["kinds"]["award"] == {"stories": 2, "right": 2}
    assert tuned["schemes"]["ombudsman-kepatuhan"]["claims"]["f1"] == 1.0
    (story,) = tuned["worst"]
    assert (story["story"], story["errors"][0]["wanted"]) == (TUNED, 2023)


@pytest.mark.parametrize("command", ["reading", "agreement"])
@pytest.mark.parametrize(
    ("corpus_option", "problem"),
    [
        ([], "no tests/corpus here; run this in a checkout of Piagam or name a folder: --corpus"),
        (["--corpus", "empty"], "empty: holds no stories; name a folder with *.toml of stories"),
        (["--corpus", "nope"], "nope: No such file or directory; name a folder of stories"),
        (["--corpus", "bad"], "a.toml: claims.0.scheme: no scheme 'sakipp'; write the id of"),
    ],
)
def test_a_corpus_that_cannot_be_measured_is_one_line(
    console: Console, command: str, corpus_option: list[str], problem: str
) -> None:
    (console.folder / "empty").mkdir()
    write(console.folder / "bad", a=STORY.replace("ombudsman-kepatuhan", "sakipp"))
    said = console.run("bench", command, *corpus_option)
    assert (said.code, said.out, len(said.complaints)) == (1, "", 1)
    assert said.err.startswith(f"piagam: {problem}")


def annotate(corpus: Path) -> None:
    """A second annotation that differs on both stories with a zone, and agrees on the third."""
    first = SECOND.replace("2024", "2023")
    write(
        corpus / "second",
        **{
            TUNED: f"is_award_story = true\n{first}",
            ASIDE: f"is_award_story = true\n{first}",
            "demak": f"is_award_story = true\n{SECOND}",
        },
    )


def test_agreement_tells_where_two_annotators_differ(console: Console, corpus: Path) -> None:
    write(corpus, jalan=NEGATIVE)
    annotate(corpus)
    write(corpus / "second", jalan="is_award_story = false")
    said = console.run("bench", "agreement")
    assert (said.code, said.err) == (0, "")
    table = lines_from(said.out, "4 stories annotated twice")
    assert table[1] == "decision: the same in 1,000, kappa 1,000"
    assert "claims 3 0 0 0 1,000" in table
    assert "zone 0 0 2 0 0,000" in table
    assert lines_from(said.out, "2 of 4 stories differ")[1:] == [
        f"{TUNED} (award)",
        "first only Kabupaten Kendal, ombudsman-kepatuhan: zone hijau",
        "1 more in the half set aside, not named; --show-aside names them",
    ]
    assert f"{ASIDE} (award)" in console.run("bench", "agreement", "--show-aside").out


def test_agreement_as_json_holds_the_differences(console: Console, corpus: Path) -> None:
    annotate(corpus)
    found = json.loads(console.run("bench", "agreement", "--json").out)
    assert (found["stories"], found["differing"]) == (3, 2)
    assert found["decision"] == {"agreement": 1.0, "kappa": None}
    assert [each["story"] for each in found["differences"]] == [TUNED]
