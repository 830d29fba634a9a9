"""docs/how-it-decides.md and docs/design.md tell the truth about the reader of awards."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.awards.attributes import find_attributes
from crawler.awards.catalogue import load_catalogue
from crawler.awards.facts import Fact, attribute_facts
from crawler.awards.numbers import find_numbers
from crawler.awards.scores import score_facts
from crawler.awards.seating import Owner
from crawler.awards.sections import find_sections, heads_of, section_facts
from crawler.cli import main
from crawler.explanation import IN_WORDS
from crawler.extraction.text import read_text
from tests.awards.stories import Staged, name_of, staged

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-it-decides.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
(STORY,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
(FIRST_CLAIM,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
_CONFIDENCE = re.compile(r"(?<=confidence )\d,\d\d")
_LONGEST = 44
"""Characters of a sentence that a table shows."""


@pytest.fixture(scope="module")
def seen() -> Staged:
    """The page's story, with everybody and every scheme named in it."""
    article = read_text(STORY).article
    assert article is not None
    return staged(article.text, article.title)


def sentences(seen: Staged) -> Iterator[str]:
    """Each sentence with those who may receive, and whom it leaves in mind."""
    for each in seen.story.sentences:
        printed = seen.story.whole[each.start : each.end].strip()
        shown = printed if len(printed) <= _LONGEST else f"{printed[:_LONGEST].rstrip()}…"
        here = ", ".join(map(name_of, seen.stage.entities(each))) or "nobody"
        before = _name(seen.stage.subjects.before(each))
        yield f"| {each.index} | {shown} | {here} | {before} |"


def everybody(seen: Staged) -> Iterator[str]:
    """Regions, units and grantors in the order of the text."""
    whole, cast = seen.story.whole, seen.cast
    rows = [
        (b.start, b.end, " or ".join(r.full_name for r in b.regions), b.part.value)
        for b in cast.bodies
    ]
    rows += [(u.start, u.end, f"{u.name} of {_region(u.owner)}", "unit") for u in cast.units]
    rows += [(g.start, g.end, g.scheme, "grantor") for g in cast.grantors]
    for start, end, who, part in sorted(rows):
        yield f"| {whole[start:end]} | {who} | {part} |"


def schemes(seen: Staged) -> Iterator[str]:
    """Every wording that names a scheme or hints at it."""
    for mention in seen.named.mentions:
        kind = "name" if mention.is_name else "cue or grantor"
        yield f"| {seen.story.whole[mention.start : mention.end]} | {mention.scheme} | {kind} |"


def numbers(seen: Staged) -> Iterator[str]:
    """Every number, and what becomes of it."""
    for number in find_numbers(seen.story.folded):
        why = number.not_a_score
        yield f"| {number.raw} | {IN_WORDS[why] if why else 'may be a score'} |"


def facts(seen: Staged) -> Iterator[str]:
    """What is said of whom, and how it is told."""
    story, stage, named = seen.story, seen.stage, seen.named
    attributes = find_attributes(story.folded, named.active.values())
    found = [*score_facts(story, stage, named, find_numbers(story.folded))]
    sections = find_sections(story, stage, attributes)
    told = [
        *found,
        *section_facts(story, sections, named),
        *attribute_facts(story, stage, named, attributes, heads_of(sections)),
    ]
    for fact in (each for each in told if isinstance(each, Fact)):
        when = "earlier" if fact.is_earlier else "this time"
        year = fact.year or "–"
        yield (
            f"| {fact.raw} | {fact.what.value} | {name_of(fact.owner)} | {fact.mood.value} "
            f"| {year} | {when} |"
        )


def _name(owner: Owner | None) -> str:
    return name_of(owner) if owner else "nobody"


def _region(region: object) -> str:
    return str(getattr(region, "full_name", "nobody"))


TABLES = (sentences, everybody, schemes, numbers, facts)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_stage_sees_what_its_table_says(table: object, seen: Staged) -> None:
    assert callable(table)
    rows = "\n".join(dict.fromkeys(table(seen)))

    assert f"|\n{rows}\n\n" in PAGE


def output_of(command: str) -> str:
    """What the page shows behind a command."""
    found = re.findall(
        rf"^```console\n\$ \.venv/bin/piagam {re.escape(command)}\n(.*?)^```$",
        PAGE,
        re.DOTALL | re.MULTILINE,
    )
    assert len(found) == 1, command
    return str(found[0])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PIAGAM_CONFIG", raising=False)
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_story_is_explained_as_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--explain", "story.txt"]) == 0

    printed = capsys.readouterr().out.rstrip() + "\n"

    shown = output_of("read --explain story.txt")
    assert _CONFIDENCE.sub("…", printed) == _CONFIDENCE.sub("…", shown)


@pytest.mark.usefixtures("folder")
def test_its_first_claim_is_the_one_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "jsonl", "story.txt"]) == 0

    claim = json.loads(capsys.readouterr().out)["claims"][0]

    assert claim | {"confidence": None} == json.loads(FIRST_CLAIM) | {"confidence": None}


def test_the_two_annotations_agree_as_the_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "agreement"]) == 0

    table = capsys.readouterr().out.partition("\n\n")[2].partition("\n\n")[0]

    assert output_of("bench agreement").endswith(f"\n\n{table}\n…\n")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(?:\w+/)*\w+\.(?:py|toml)`", PAGE))))
def test_every_file_it_names_is_there(path: str) -> None:
    name = path.strip("`")

    places = (ROOT, ROOT / "crawler" / "awards", ROOT / "crawler" / "awards" / "schemes")

    assert any((place / name).is_file() for place in places)


def test_the_design_tells_of_every_module_of_the_reader() -> None:
    told = re.findall(r"^\| `(\w+)` \| \S", DESIGN, re.MULTILINE)
    modules = {path.stem for path in (ROOT / "crawler" / "awards").glob("*.py")} - {"__init__"}

    assert sorted(told) == sorted(modules)


def test_the_readme_counts_the_schemes() -> None:
    assert f"{len(load_catalogue())} schemes" in README
