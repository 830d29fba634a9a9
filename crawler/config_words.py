"""What is wrong with a configuration, in one line that says where and how to mend it."""

import json
import os
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import zip_longest
from pathlib import Path
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError

PREFIX, DELIMITER = "PIAGAM_", "__"
"""How variables of the environment are called: `PIAGAM_MAIL__PASSWORD`."""


def place_of(path: Path, *key: str) -> str:
    """Where the value of a key comes from: its variable of the environment, else file and key."""
    name = (PREFIX + DELIMITER.join(key)).upper()
    found = next((each for each in os.environ if each.upper() == name), None)
    return found or f"{path}: {'.'.join(key)}"


def first_problem(error: ValidationError, path: Path, model: type[BaseModel]) -> str:
    """The worst of what is wrong with the values, as one line with its mend."""
    problem = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    keys = [part for part in problem["loc"] if isinstance(part, str)]
    place = place_of(path, *_numbered(problem["loc"]))
    match problem["type"]:
        case "extra_forbidden":
            return f"{place}: unknown key{_did_you_mean(problem['loc'], model)}"
        case "missing":
            return f"{place}: missing; add a line `{keys[-1]} = …`"
        case "value_error":
            return f"{place}: {problem['msg'].removeprefix('Value error, ')}"
        case "string_pattern_mismatch":
            written = "what stands there" if _is_secret(keys) else repr(problem["input"])
            return f"{place}: {written} {_misfit(keys)}"
        case "model_type":
            return f"{place}: is a table; write its keys under a line [{'.'.join(keys)}]"
        case kind:
            message = _KINDS.get(kind) or f"{problem['msg'][0].lower()}{problem['msg'][1:]}"
    return f"{place}: {message}{_got(keys, problem['input'])}"


def _got(keys: list[str], written: object) -> str:
    if keys == ["channel"]:
        return "; write each channel under a line [[channel]]"
    # What stands in a channel may be its secret.
    is_hidden = keys[:1] == ["channel"] or _is_secret(keys)
    return "" if is_hidden else f" (got {written!r})"


def _is_secret(keys: list[str]) -> bool:
    """Where people may have written a password instead of its hash."""
    return keys[:2] in (["serve", "accounts"], ["serve", "tokens"])


def _misfit(keys: list[str]) -> str:
    """What to say of the key, or of the table in which people choose the keys."""
    return PATTERNS.get(".".join(keys)) or PATTERNS[".".join(keys[:-1])]


def _numbered(location: tuple[int | str, ...]) -> Iterator[str]:
    """The keys; one of several subscriptions or channels carries its number, `subscription 2`."""
    for part, inner in zip_longest(location, location[1:]):
        if part in ("channel", "subscription") and isinstance(inner, int):
            yield f"{part} {inner + 1}"
        elif isinstance(part, str):
            yield part


_KINDS = {
    "too_short": "write at least one",
    "tuple_type": 'write a list, such as ["a", "b"]',
    "string_type": 'write text in quotes, "…"',
    "path_type": 'write a path in quotes, "…"',
    "int_parsing": "write a whole number",
    "float_parsing": "write a number",
}
"""What to say of a value of the wrong kind."""
PATTERNS = {
    "contact": "cannot be sent in a header; write a web page or address without space, ; ( or )",
    "watch.at": "is no time of day; write for instance 01:30",
    "subscription.at": "is no time of day; write for instance 06:30",
    "watch.ping_url": "is no web address; write for instance https://hc.example.org/ping/abc",
    "channel.name": "is no name; write small letters, digits and hyphens, such as tim-semarang",
    "feeds.address": "is no web address; write for instance https://piagam.example.org/feeds",
    "serve.host": "is no address to listen on; write for instance 127.0.0.1",
    "serve.names": "is no host name; write for instance piagam.example.org, without https://",
    "serve.accounts": "is no hash; `piagam serve --password NAME` prints the line",
    "serve.tokens": "is no hash; `piagam serve --token NAME` prints the line",
    "newsroom.address": "is no loopback address; write for instance 127.0.0.1:8790",
}
"""What to say of a value that does not fit its key's pattern."""


def unreadable_variable(model: type[BaseModel]) -> str:
    """Which variable of the environment cannot be read, and how to write it."""
    for name, value in os.environ.items():
        sample = _sample(name, model)
        if sample is not None:
            try:
                json.loads(value)
            except ValueError:
                return f"{name}: write it as JSON, {name}='{sample}'"  # may hold a password
    return f'a variable {PREFIX}… cannot be read; write lists as JSON, ["a", "b"]'


def _sample(variable: str, model: type[BaseModel]) -> str | None:
    """How a list or a table is written in this variable; None where it holds one value."""
    if not variable.upper().startswith(PREFIX):
        return None
    *tables, last = variable[len(PREFIX) :].lower().split(DELIMITER)
    for table in tables:
        inner = _table_of(model, table)
        if inner is None:
            return None
        model = inner
    if _table_of(model, last) is not None:
        return '{"key": "value"}'
    field = model.model_fields.get(last)
    return '["a", "b"]' if field is not None and get_origin(field.annotation) is tuple else None


def _table_of(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    field = model.model_fields.get(key)
    if field is None:
        return None
    candidates = (field.annotation, *get_args(field.annotation))
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)


def _did_you_mean(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    for part in location[:-1]:
        model = _table_of(model, str(part)) or model
    known = list(model.model_fields)
    close = get_close_matches(str(location[-1]), known, n=1)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known keys here: {', '.join(known)}"
