"""docs/add-a-scheme.md tells the truth: file, story and messages of the page are the real ones."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from crawler.awards import reader
from crawler.awards.catalogue import CatalogueError, Scheme, load_catalogue, read_scheme
from crawler.awards.gate import Gate
from crawler.awards.reader import read_story
from crawler.awards.scheme_file import (
    BandTable,
    CalendarTable,
    ExampleClaimTable,
    ExampleTable,
    LevelTable,
    ScaleTable,
    SchemeTable,
)
from crawler.cli import main, story
from tests.awards.stories import article

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-scheme.md").read_text(encoding="utf-8")
(SOURCE,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
(STORY,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BEFORE, AFTER = re.findall(
    r"^```console\n\$ \.venv/bin/piagam read story\.txt\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
)
FILE = "ip-asn.toml"
EXAMPLES = tomllib.loads(SOURCE)["example"]
TABLES = (
    *(SchemeTable, ScaleTable, CalendarTable, BandTable, LevelTable),
    *(ExampleTable, ExampleClaimTable),
)


OTHERS = {name: each for name, each in load_catalogue().items() if f"{name}.toml" != FILE}
"""The catalogue before somebody does what the page says."""


@pytest.fixture
def scheme(monkeypatch: pytest.MonkeyPatch) -> Scheme:
    """The scheme of the page, known to the reader like the others."""
    added = read_scheme(FILE, SOURCE)
    known = {**OTHERS, added.id: added}
    monkeypatch.setattr(reader, "load_gate", lambda: Gate(known))
    monkeypatch.setattr(story, "load_catalogue", lambda: known)
    return added


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `piagam read story.txt` prints of the page's story."""
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    assert main(["read", "story.txt"]) == 0
    return capsys.readouterr().out.rstrip() + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PIAGAM_CONFIG", raising=False)
    return tmp_path


def test_the_scheme_it_adds_fits_among_the_others(scheme: Scheme) -> None:
    assert f"{scheme.id}.toml" == FILE
    assert set(scheme.conflicts) <= set(OTHERS)


def test_without_the_file_its_story_is_read_as_the_page_says(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "load_gate", lambda: Gate(OTHERS))
    assert told(folder, capsys) == BEFORE


@pytest.mark.usefixtures("scheme")
def test_with_the_file_its_story_is_read_as_the_page_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(folder, capsys) == AFTER


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
@pytest.mark.usefixtures("scheme")
def test_its_examples_are_read_as_they_say(number: int) -> None:
    example = EXAMPLES[number]
    fields = tuple(ExampleClaimTable.model_fields)

    claims = read_story(article(example["text"], published=None)).claims

    assert [{name: getattr(claim, name) for name in fields} for claim in claims] == [
        {name: claim.get(name) for name in fields} for claim in example["claims"]
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_key_is_explained(table: type[BaseModel]) -> None:
    rows = re.findall(r"^\| (`.*?) \| \S", PAGE, re.MULTILINE)
    explained = {key for row in rows for key in re.findall(r"`(\w+)`", row)}

    keys = {field.alias or name for name, field in table.model_fields.items()}

    assert keys <= explained


def test_the_page_tells_to_name_it_back_where_its_rivals_lie() -> None:
    rivals = tomllib.loads(SOURCE)["conflicts"]

    assert all(f'`conflicts = ["{FILE.removesuffix(".toml")}"]`' in PAGE for _ in rivals)
    assert all(f"`crawler/awards/schemes/{rival}.toml`" in PAGE for rival in rivals)


def test_it_names_the_places_beside_the_file_that_tests_ask_for(scheme: Scheme) -> None:
    (gloss,) = re.findall(rf'`({scheme.id} = "[^`]+")`', PAGE)
    assert tomllib.loads(gloss)[scheme.id]
    assert "`crawler/alerts/glosses.toml`" in PAGE
    assert "`README.md` says how many schemes" in PAGE


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("conflicts = ", "conflict = "),
        ('gate = ["profesionalitas", "ip asn", "ip-asn"]', ""),
        ('gate = ["profesionalitas"', 'gate = ["Profesionalitas"'),
        ("aparatur sipil negara)", "aparatur sipil negara"),
        ('"bkn"]', '"bkn"'),
        (r"(?: \\(ip", r"(?: \(ip"),
        ("min = 81", "from = 81"),
        ('id = "ip-asn"', 'id = "ipasn"'),
    ],
)
def test_a_mistake_is_answered_with_a_message_of_the_page(right: str, wrong: str) -> None:
    assert right in SOURCE
    with pytest.raises(CatalogueError) as raised:
        read_scheme(FILE, SOURCE.replace(right, wrong, 1))

    assert f"| `{raised.value}` |" in PAGE
