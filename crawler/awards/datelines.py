"""Towns that only open a story: "KENDAL (Warta): ..."."""

import re

_OUTLET_BEHIND = re.compile(r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:--?|:)\s")
"""Behind the town of a dateline."""

_OUTLET_AHEAD = re.compile(r"(?:^|\n)\([A-Z][\w.]{2,30}(?: [\w.]{1,20}){0,2} ?- ?$")
"""In front of one in brackets: "(Beritadaerah - Banten) Dalam ajang ..."."""


def is_dateline(folded: str, start: int, end: int) -> bool:
    """In capitals at the head of a line: "KENDAL (Warta): ...", or in brackets with the paper."""
    if folded[end : end + 2] == ") " and folded[max(0, start - 2) : start].strip(" ") == "-":
        return _OUTLET_AHEAD.search(folded, max(0, start - 90), start) is not None
    heads = start > 0 and folded[start - 1] == "\n" and folded[start:end].isupper()
    return heads and _OUTLET_BEHIND.match(folded, end) is not None
