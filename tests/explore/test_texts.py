"""Every text of the pages has its Indonesian."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import crawler.explore
from crawler.explore.routes import NAVIGATION
from crawler.explore.speaking import load_texts

HOME = Path(crawler.explore.__file__).parent
_SAID = re.compile(r"""\bt\(\s*(?:"([^"]+)"|'([^']+)')""")
_EMPTY = re.compile(r"""shown\(.*?, "([^"]+)"\)""")


def texts_of_templates() -> Iterator[str]:
    for path in (HOME / "templates").glob("*/*.html"):
        text = path.read_text(encoding="utf-8")
        for match in _SAID.finditer(text):
            yield match[1] or match[2]
        yield from _EMPTY.findall(text)


def texts_of_pages() -> Iterator[str]:
    for path in (*(HOME / "pages").rglob("*.py"), *(HOME / "report").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _titles(node)


def _titles(call: ast.Call) -> Iterator[str]:
    named = [each.value for each in call.keywords if each.arg == "title"]
    if isinstance(call.func, ast.Name) and call.func.id == "table_of":
        named.append(call.args[1])
    if isinstance(call.func, ast.Name) and call.func.id == "t":
        named.append(call.args[0])
    for value in named:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
            yield value.value


USED = sorted({*texts_of_templates(), *texts_of_pages(), *(label for _, label in NAVIGATION)})


@pytest.mark.parametrize("text", USED)
def test_it_is_translated_with_the_same_fields(text: str) -> None:
    told = load_texts()[text]
    assert set(re.findall(r"\{\w+\}", told)) == set(re.findall(r"\{\w+\}", text))


def test_texts_are_found_at_all() -> None:
    assert {"Tonight", "Recipient", "New tonight", "No award has changed."} <= set(USED)


def test_no_text_has_two_translations_of_which_one_is_never_seen() -> None:
    files = [tomllib.loads(each.read_text("utf-8")) for each in (HOME / "texts").glob("*.toml")]
    told = load_texts()
    assert [
        (text, said) for each in files for text, said in each.items() if told[text] != said
    ] == []
