"""What a visit to a site found, and what it comes to."""

from dataclasses import dataclass, field
from datetime import datetime

from crawler.extraction.page import Page, PageKind
from spiders.date_forms import DateForm
from spiders.outlet import Source
from storage.addresses import Found
from storage.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One way to learn of stories, tried."""

    source: Source
    listed: tuple[Found, ...] = ()
    """What it lists on the site's own hosts; each address once."""
    second: str | None = None
    """Where its second page should be."""
    paging: str | None = None
    """What its second page was, in words; None where nobody looked."""
    problem: str | None = None

    @property
    def found(self) -> tuple[str, ...]:
        """The addresses."""
        return tuple(each.url for each in self.listed)

    @property
    def newest(self) -> datetime | None:
        """The newest time that the list tells."""
        told = [each.published for each in self.listed if each.published is not None]
        return max(told, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One story's page, and what was read from it."""

    url: str
    address: str = ""
    """Where the page was in the end."""
    body: bytes = b""
    charset: str | None = None
    """As the HTTP header declares it."""
    page: Page | None = None
    problem: str | None = None

    @property
    def article(self) -> Article | None:
        """The story, if the page was read as one."""
        is_story = self.page is not None and self.page.kind is PageKind.ARTICLE
        return self.page.article if self.page is not None and is_story else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsSaid:
    """What robots.txt says to us."""

    there: bool = False
    closed: tuple[str, ...] = ()
    """The paths that it closes, as it writes them."""
    delay: float | None = None
    """What it asks for between two requests, in seconds."""
    sitemaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """The draft of the outlet's file and what speaks for and against it."""

    name: str
    draft: str
    """TOML."""
    problem: str | None
    """Why the draft cannot be used as it is."""
    samples: tuple[Sample, ...]
    """The stories asked for, as the draft reads them."""
    fields: dict[str, int]
    """In how many of the articles each field was found."""
    dates: tuple[DateForm, ...]
    """How the articles' pages say when they were published."""
    dated_by_list: int
    """For how many articles the date of the list was taken in place of the page's."""
    linked: int
    """How many of the articles' pages have JSON-LD of a story."""
    challenges: int
    """How many of the pages were challenges."""
    suspects: tuple[str, ...]
    """Lines that look like furniture or other stories and are not cut."""

    @property
    def articles(self) -> int:
        """How many of the samples were read as articles."""
        return sum(each.article is not None for each in self.samples)


@dataclass(slots=True, kw_only=True)
class SiteReport:
    """What a visit found; `problem` says why there was nothing to look at."""

    home: str
    title: str = ""
    family: str = "portal"
    why: str = ""
    """What the family was told by."""
    marks: tuple[str, ...] = ()
    robots: RobotsSaid = RobotsSaid()
    looks: list[Look] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    requests: int = 0
    """How many were sent, robots.txt not counted."""
    known_as: str | None = None
    """The file of the outlet that reads this site already."""
    conclusions: Conclusions | None = None
    problem: str | None = None
