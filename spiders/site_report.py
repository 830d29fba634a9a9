"""What a visit to a site found, before anything is concluded from it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from crawler.extraction.page import Page
from spiders.outlet import Source

if TYPE_CHECKING:
    from spiders.conclusions import Conclusions


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to learn of stories, tried."""

    source: Source
    found: tuple[str, ...] = ()
    """Addresses on the site's own host."""
    newest: datetime | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One story's page as it was read without rules of its own."""

    url: str
    body: bytes = b""
    page: Page | None = None
    problem: str | None = None


@dataclass(slots=True, kw_only=True)
class SiteReport:
    """What a visit found; `problem` says why there was nothing to look at."""

    home: str
    title: str = ""
    family: str = "portal"
    marks: tuple[str, ...] = ()
    delay: float | None = None
    """What robots.txt asks for, in seconds."""
    looks: list[Look] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    conclusions: "Conclusions | None" = None
    problem: str | None = None
