"""No pattern of the reader backtracks without bound.

The maintained libraries that judge patterns statically read JavaScript or one dialect of Python's
source, so each pattern is attacked with what it is made of, and with as much of it as it may ever
see: some words, a sentence, a whole text. Cubic and exponential work is what fails here; that the
reader as a whole comes to the end of very long texts is looked at by test_robustness.py.
"""

import re
from math import log

import pytest

from tests.awards.pumping import LOOPED_OVER, Attack, UsedPattern, attacks_on, reader_patterns

PATTERNS = reader_patterns()
_STEP = 1.35
"""Small enough to stop before an exponential pattern takes minutes."""
_SHORTEST = 12
_TOLD_APART = _STEP**2
"""How much longer a text is than the one that it is compared with."""
_WORSE_THAN_QUADRATIC = 2.7
"""The power of the length: cubic work less what noise may take from it."""
_FELT = 0.002
"""CPU seconds above which a growth is no noise."""
_ENOUGH = 0.02
"""CPU seconds of an attack that was not steep so far: it is quadratic, and left alone."""


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 900


def test_what_is_said_of_loops_is_said_of_patterns_there_are() -> None:
    assert {name.split("[", maxsplit=1)[0] for name in PATTERNS} >= LOOPED_OVER.keys()


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_backtracks_without_bound(name: str) -> None:
    used = PATTERNS[name]
    for attack in attacks_on(used):
        explosion = _explosion(used, attack)
        assert explosion is None, f"{name}: {attack}: {explosion}"


@pytest.mark.parametrize("pattern", [r"(?:a+b?)+$", r"\b(?:\w+\s*)*:", r"(?:\w+)*;"])
def test_an_exponential_pattern_is_found(pattern: str) -> None:
    used = UsedPattern(pattern=re.compile(pattern), method="search", longest=1_000)

    assert any(_explosion(used, attack) for attack in attacks_on(used))


def _explosion(used: UsedPattern, attack: Attack) -> str | None:
    """Where work grows faster than the square of the length, in each of three looks."""
    length = float(_SHORTEST)
    while length <= used.longest:
        text = attack.of_length(round(length))
        spent = used.work_on(text)
        shorter = attack.of_length(round(length / _TOLD_APART))
        if spent > _FELT and all(_is_steep(used, shorter, text) for _ in range(3)):
            return f"{spent:.4f} s at {len(text)} characters"
        if spent > _ENOUGH:
            return None
        length *= _STEP
    return None


def _is_steep(used: UsedPattern, shorter: str, longer: str) -> bool:
    if len(longer) < len(shorter) * _STEP:
        return False
    before, after = (min(used.work_on(text) for _ in range(3)) for text in (shorter, longer))
    return log(after / before) > _WORSE_THAN_QUADRATIC * log(len(longer) / len(shorter))
