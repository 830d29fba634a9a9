"""What is wrong with `[serve]` is one line, as it is of every key that must fit a pattern."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.config import Config, ConfigError, load_config
from crawler.config_words import PATTERNS

SCHEMA: dict[str, Any] = Config.model_json_schema()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("prot = 1", "serve.prot: unknown key; did you mean `port`?"),
        ('port = "abc"', "serve.port: write a whole number (got 'abc')"),
        ('host = "di sini"', "serve.host: 'di sini' is no address to listen on;"),
        ('names = ["https://x.id"]', "serve.names: 'https://x.id' is no host name;"),
        ('accounts = { ani = "rahasia" }', "serve.accounts.ani: what stands there is no hash;"),
        ('tokens = { bot = "rahasia" }', "serve.tokens.bot: what stands there is no hash;"),
        ('accounts = "rahasia"', "serve.accounts: "),
        ("accounts = { ani = 7 }", "serve.accounts.ani: "),
    ],
)
def test_a_wrong_value_is_one_line_that_shows_no_secret(
    tmp_path: Path, lines: str, said: str
) -> None:
    path = tmp_path / "piagam.toml"
    path.write_text(f'contact = "https://example.org/us"\n[serve]\n{lines}\n')
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}: {said}")
    assert "\n" not in str(caught.value)
    assert "rahasia" not in str(caught.value)


def patterned(node: dict[str, Any], key: str = "") -> Iterator[str]:
    """The keys, within the tables, whose values must fit a pattern."""
    if "$ref" in node:
        node = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]]
    if "pattern" in node:
        yield key
    for name, inner in node.get("properties", {}).items():
        yield from patterned(inner, f"{key}.{name}".strip("."))
    nested = [*node.get("anyOf", []), *node.get("prefixItems", [])]
    nested += [node[each] for each in ("items", "additionalProperties") if node.get(each)]
    for inner in nested:
        if isinstance(inner, dict):
            yield from patterned(inner, key)


@pytest.mark.parametrize("key", sorted(set(patterned(SCHEMA))))
def test_every_pattern_has_words_for_who_does_not_fit_it(key: str) -> None:
    assert key in PATTERNS
