"""Towns that only open a story: "KENDAL (Warta): ..."."""

import re

_OUTLET_BEHIND = re.compile(r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:--?|:)\s")
"""Behind the town of a dateline."""


def is_dateline(folded: str, start: int, end: int) -> bool:
    """In capitals at the head of a line: "KENDAL (Warta): ..."."""
    heads = start > 0 and folded[start - 1] == "\n" and folded[start:end].isupper()
    return heads and _OUTLET_BEHIND.match(folded, end) is not None
