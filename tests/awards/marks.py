"""A mark for expectations that the code does not meet yet."""

import pytest


def to_mend(*values: object, reason: str) -> object:
    """A case that must fail today; once the code is mended the mark has to go."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
