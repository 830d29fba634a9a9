"""Strings that make a pattern work hard: its own matches, with each repeatable part pumped."""

import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any, Literal

import crawler.awards
from crawler.awards import schemes_named
from crawler.awards.catalogue import Scheme, load_catalogue
from crawler.awards.unit_words import unit_words
from crawler.awards.word_patterns import WordPattern

_parser = importlib.import_module("re._parser")  # the one parser that knows what `re` accepts
_MOST = 24
"""Attacks on one pattern."""
_LETTERS = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
_OTHERS = {"CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}


Method = Literal["search", "match", "fullmatch"]

LOOPED_OVER: Mapping[str, tuple[Method, int]] = {
    "groups._PEOPLE": ("fullmatch", 1_300),
    "names._VERB": ("fullmatch", 80),
    "names._SURE_VERB": ("fullmatch", 80),
    "number_kinds._IN_FRONT": ("search", 90),
    "number_kinds._BEHIND": ("match", 40),
    "number_kinds._NEXT": ("fullmatch", 90),
    "unit_words.heads": ("match", 1_300),
}
"""How patterns are applied that the source does not call by their names, and to how much."""
_ON_WHOLE_TEXTS = r"\b{name}\.\w+\((?:.*[ ,])?(?:\w+\.)*(?:folded|text|line)\)"
_CALLS = r"\b{name}\.(\w+)\((?:[^()]*max\([\w. ]+, [\w.]+ - (\d+)\))?"
"""The method, and how many characters of what stands in front of a place it sees."""
_SENTENCE = 1_300
_WHOLE_TEXT = 8_000
"""Characters of the longest attack; no sentence that is read is longer than the first."""
_WIDE = re.compile(r"[^\S\n]{4,}")
"""More spaces than the reader ever sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """`before`, then `pumped` any number of times, then what no pattern goes on with."""

    before: str
    pumped: str

    def __str__(self) -> str:
        return f"{self.before!r} + {self.pumped!r} * n"

    def of_length(self, length: int) -> str:
        """A text of about this length, spaced as the reader sees it."""
        return _WIDE.sub("   ", self.before + self.pumped * (length // len(self.pumped))) + "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedPattern:
    """A pattern, and how the reader applies it: anywhere in a text, or at one place of it."""

    pattern: re.Pattern[str]
    method: Method
    longest: int
    """Characters that it is ever applied to, as far as an attack needs to know."""

    def work_on(self, text: str) -> float:
        """CPU seconds of applying it once."""
        started = process_time()
        getattr(self.pattern, self.method)(text)
        return process_time() - started

    def as_seen(self, attack: Attack) -> Attack | None:
        """Spaces without end are seen as lines without end, and in a sentence not at all."""
        if attack.pumped.strip(" "):
            return attack
        is_whole = self.longest == _WHOLE_TEXT
        return Attack(before=attack.before, pumped="\n") if is_whole else None


@cache
def reader_patterns() -> Mapping[str, UsedPattern]:
    """Every pattern of the reader with the method that is most work of those it is used with.

    By module and name, by scheme and key, or by the first word of the names of units.
    """
    folder = Path(crawler.awards.__path__[0])
    sources = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    found = {name: used for module in sources for name, used in _used_in(module, sources)}
    for scheme in load_catalogue().values():
        found |= _looped_over(_patterns_of(scheme))
    others = {"other_schemes.names": schemes_named._other_names().plain}
    return found | _looped_over(others) | _looped_over(_patterns_of_heads())


def _used_in(module: str, sources: Mapping[str, str]) -> Iterator[tuple[str, UsedPattern]]:
    """The patterns that a module defines; private ones are used in its own source only."""
    loaded = importlib.import_module(f"crawler.awards.{module}".removesuffix(".__init__"))
    found: dict[re.Pattern[str], tuple[str, UsedPattern]] = {}
    for constant, value in vars(loaded).items():
        if not re.search(rf"^{re.escape(constant)}\b[^=\n]*=", sources[module], re.MULTILINE):
            continue
        source = sources[module] if constant.startswith("_") else "\n".join(sources.values())
        for name, pattern in _patterns_in(f"{module}.{constant}", value):
            found[pattern] = name, _used(name, pattern, source)
    yield from found.values()


def _used(name: str, pattern: re.Pattern[str], source: str) -> UsedPattern:
    constant = re.escape(name.split(".")[1].split("[", maxsplit=1)[0])
    calls = re.findall(_CALLS.format(name=constant), source)
    if not calls:
        return _looped_over({name: pattern})[name]
    methods = {method for method, _ in calls}
    longest = max(int(window or _SENTENCE) for _, window in calls)
    method: Method = "match" if methods <= {"match", "fullmatch"} else "search"
    return UsedPattern(
        pattern=pattern,
        method="fullmatch" if methods == {"fullmatch"} else method,
        longest=_WHOLE_TEXT
        if re.search(_ON_WHOLE_TEXTS.format(name=constant), source)
        else longest,
    )


def _looped_over(patterns: Mapping[str, re.Pattern[str]]) -> dict[str, UsedPattern]:
    found = {}
    for name, pattern in patterns.items():
        method, longest = LOOPED_OVER.get(name.split("[")[0], ("search", _WHOLE_TEXT))
        found[name] = UsedPattern(pattern=pattern, method=method, longest=longest)
    return found


def matches_of(pattern: str) -> Iterator[str]:
    """Strings made to match a pattern: the first of its choices, then others."""
    tree = _parser.parse(pattern)
    for turn in range(4):
        yield _written(tree, turn)


def attacks_on(used: UsedPattern) -> list[Attack]:
    """A whole match pumped, and each repeatable part pumped behind what leads to it."""
    pattern = used.pattern.pattern
    joined = [Attack(before="", pumped=f"{text} ") for text in matches_of(pattern) if text][:2]
    parts = _repeats(_parser.parse(pattern), "")
    told = (each for each in map(used.as_seen, (*joined, *parts)) if each is not None)
    return list(islice(dict.fromkeys(told), _MOST))


def _patterns_in(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, WordPattern):
        yield name, value.plain
    elif isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _patterns_in(f"{name}[{key}]", each)
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _patterns_in(f"{name}[{index}]", each)


def _patterns_of_heads() -> dict[str, re.Pattern[str]]:
    """What the names of units begin with, and what some end with."""
    words = unit_words()
    found = {f"unit_words.heads[{first}]": heads.pattern for first, heads in words.heads.items()}
    suffixes = {f"unit_words.suffixes[{key}]": head.suffixes for key, head in words.by_key.items()}
    return found | {key: pattern for key, pattern in suffixes.items() if pattern is not None}


def _patterns_of(scheme: Scheme) -> dict[str, re.Pattern[str]]:
    keys = ("names", "cues", "grantors", "excludes")
    found = {f"{scheme.id}.{key}": getattr(scheme, key) for key in keys}
    found |= {f"{scheme.id}.{word}": pattern for word, pattern in scheme.predicates.items()}
    return {key: pattern.plain for key, pattern in found.items() if pattern is not None}


def _written(tree: Any, turn: int) -> str:
    """One string of a parse tree; `turn` chooses among alternatives and counts of repeats.

    What only looks ahead is written where nothing follows that it looks at.
    """
    last = len(tree) - 1
    return "".join(
        _node(str(kind), value, turn)
        for index, (kind, value) in enumerate(tree)
        if str(kind) != "ASSERT" or index == last
    )


def _node(kind: str, value: Any, turn: int) -> str:
    match kind:
        case "LITERAL":
            return chr(value)
        case "IN" | "NOT_LITERAL" | "ANY":
            return _character(kind, value, turn)
        case "BRANCH":
            return _written(value[1][turn * 7 % len(value[1])], turn)
        case "SUBPATTERN" | "ATOMIC_GROUP":
            return _written(value[3] if kind == "SUBPATTERN" else value, turn)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, part = value
            return _written(part, turn) * min(max(int(least), turn % 3), int(most))
    return _written(value[1], turn) if kind == "ASSERT" and value[0] > 0 else ""


def _character(kind: str, value: Any, turn: int) -> str:
    if kind != "IN":
        return "a"
    choices = [(str(each), what) for each, what in value]
    if choices[0][0] == "NEGATE":
        return "a" if turn % 2 else " "
    each, what = choices[turn % len(choices)]
    if each == "CATEGORY":
        return {**_LETTERS, **_OTHERS}[str(what)]
    return chr(what[0] if each == "RANGE" else what)


def _repeats(tree: Any, before: str) -> Iterator[Attack]:
    """Each part that may repeat without end, or often, behind a match of what precedes it."""
    for kind, value in tree:
        yield from _repeats_in(str(kind), value, before)
        before += "" if str(kind) == "ASSERT" else _node(str(kind), value, 0)


def _repeats_in(kind: str, value: Any, before: str) -> Iterator[Attack]:
    match kind:
        case "MAX_REPEAT" | "MIN_REPEAT":
            pumped = _written(value[2], 1) or _written(value[2], 0)
            if value[1] > 8 and pumped:
                yield Attack(before=before, pumped=pumped)
            yield from _repeats(value[2], before)
        case "SUBPATTERN":
            yield from _repeats(value[3], before)
        case "BRANCH":
            for branch in value[1]:
                yield from _repeats(branch, before)
