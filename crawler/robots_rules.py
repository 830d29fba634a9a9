"""What a host's robots.txt lets us do, and for how long it may be used. Pure."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from protego import Protego

PRODUCT = "Piagam"
"""Our name in robots.txt."""
MAX_BYTES = 500 * 1024
"""What lies behind is not read (RFC 9309, 2.5)."""
_LONGEST_USE = timedelta(hours=24)
"""RFC 9309, 2.4."""
_NOT_KEPT = re.compile(r"\bno-(?:store|cache)\b", re.IGNORECASE)
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What one host lets us do."""

    rules: Protego | None = None
    """None: everything is allowed, unless there is a problem."""
    problem: str | None = None
    """Why robots.txt could not be read; nothing is allowed then."""
    is_our_own: bool = False
    """The problem lies with the outlet's part of the run, and says nothing of the host."""

    @classmethod
    def read(cls, body: bytes) -> Self:
        """The rules of a robots.txt; what cannot be understood is passed over."""
        text = body[:MAX_BYTES].decode("utf-8-sig", errors="replace")
        return cls(rules=Protego.parse(text))

    def allows(self, url: str) -> bool:
        """Whether the rules let us fetch `url`."""
        return self.rules is None or self.rules.can_fetch(url, PRODUCT)

    @property
    def delay(self) -> float | None:
        """Seconds that the host wants between two requests; None when it does not say."""
        if self.rules is None:
            return None
        rate = self.rules.request_rate(PRODUCT)
        wishes = [self.rules.crawl_delay(PRODUCT), rate and rate.seconds / rate.requests]
        return max((wish for wish in wishes if wish is not None), default=None)


def lifetime_of(cache_control: str | None) -> timedelta:
    """How long a robots.txt may be used that came with this Cache-Control: a day at most."""
    told = cache_control or ""
    if _NOT_KEPT.search(told):
        return timedelta()
    age = _MAX_AGE.search(told)
    return _LONGEST_USE if age is None else min(timedelta(seconds=int(age[1])), _LONGEST_USE)
