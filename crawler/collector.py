"""How often Python's collector searches for garbage while pages are read."""

import gc
from collections.abc import Generator
from contextlib import contextmanager

_SELDOM = 5_000
"""New objects before it searches; Python's own 700 would let it search ten times for each page."""


@contextmanager
def searching_seldom() -> Generator[None, None, None]:
    """A page leaves no rings behind, so to search seldom is enough; memory stays as it was."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
