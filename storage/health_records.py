"""The nouns of an outlet's health: what a night brought, and how the outlet stands. Pure data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class OutletState(StrEnum):
    """How far an outlet can be relied on."""

    HEALTHY = "healthy"
    AILING = "ailing"
    """Something is the matter with it; what it brings is still trusted."""
    QUARANTINED = "quarantined"
    """Its pages are no longer read well: its stories are stored, its alerts wait."""
    RETIRED = "retired"
    """Not enabled, or not reached for so long that it is asked only now and then."""


class Trouble(StrEnum):
    """Why an outlet was not read to its end."""

    CONNECTION = "connection"
    """Its hosts could not be reached."""
    ROBOTS = "robots"
    """Its robots.txt could not be read."""
    REFUSED = "refused"
    """It answered that it does not want us."""
    LISTS = "lists"
    """It answered, but none of its lists could be used."""
    PAGES = "pages"
    """Its lists were read, its pages failed."""
    OURS = "ours"
    """Our own side failed: the store, the lease."""
    ENDED = "ended"
    """The crawl was told to end, or killed."""


class Sign(StrEnum):
    """What may show that a site has a new layout, counted over a night's pages."""

    SITE_TITLES = "site-titles"
    """Stories whose headline is the site's own name."""
    SAME_TITLES = "same-titles"
    """Stories that share their headline with another one."""
    ODD_BODIES = "odd-bodies"
    """Stories whose body no rule of the outlet found, or which is mostly links."""
    LONG_BODIES = "long-bodies"
    """Stories far longer than the outlet's usual ones."""
    UNDATED = "undated"
    """Stories whose own page does not say when they were published."""
    NO_STORY = "no-story"
    """Pages at an article's address that held no story."""


NO_STORY_REASONS = (
    *("empty", "home", "listing", "moved"),
    *("no-prose", "not-found", "thin", "untitled"),
)
"""Why a page that should be a story was none; of `addresses.reason`."""
LAYOUT_WARNING = "layout: "
"""How a warning of an article begins that speaks of its page's layout."""
STEPS = 20
"""Text lengths of a night are kept as so many steps from the shortest to the longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How one outlet's part of a run reached the outlet's hosts."""

    outlet: str
    answers: int = 0
    """Responses of any status."""
    losses: int = 0
    """Requests that no server answered."""
    last_answer_at: datetime | None = None
    last_loss_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNight:
    """What came of one outlet on one day of its own calendar, over all runs of that day."""

    day: date
    is_ours: bool = False
    """Our own network was down; the night says nothing about the outlet."""
    is_reached: bool = True
    """Whether any of its lists could be read."""
    trouble: Trouble | None = None
    """Why it was not read to its end; None when it was."""
    reason: str | None = None
    """The same in words, as the certificate has it."""
    stored: int = 0
    """New stories."""
    waiting: int = 0
    """Addresses left for another night."""
    dated: int = 0
    """Stories dated by their own page."""
    date_sources: Mapping[str, int] = field(default_factory=dict)
    """Stories by where their date was read."""
    with_authors: int = 0
    with_section: int = 0
    lengths: tuple[int, ...] = ()
    """Characters of the texts, STEPS + 1 values from the shortest to the longest, or none."""
    site_titles: int = 0
    same_titles: int = 0
    odd_bodies: int = 0
    no_story: Mapping[str, int] = field(default_factory=dict)
    """Pages that should be stories and were none, by reason."""
    examples: Mapping[str, str] = field(default_factory=dict)
    """One address for each Sign that was met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletStanding:
    """How an outlet stands, and since when."""

    outlet: str
    state: OutletState
    reason: str
    """One line."""
    since: date
    """The day on which it came into the state, in the outlet's calendar."""
    findings: tuple[str, ...] = ()
    """What is the matter, one line each with the mend; empty when nothing is."""
