"""Which page stands at which address."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.explore.page import Page
from crawler.explore.pages.article import article
from crawler.explore.pages.award import award
from crawler.explore.pages.correct import correct_page, take_word
from crawler.explore.pages.corrections import corrections_page
from crawler.explore.pages.front import front
from crawler.explore.pages.league import league
from crawler.explore.pages.original import original
from crawler.explore.pages.outlets import certificate, outlets
from crawler.explore.pages.questions import question, questions
from crawler.explore.pages.regions import region, regions
from crawler.explore.pages.schemes import scheme, schemes
from crawler.explore.pages.score_map import score_map
from crawler.explore.pages.search import search
from crawler.explore.pages.undo import take_back, undo_page
from crawler.explore.visits import Visit

Take = Callable[[Database, Visit], str]
"""What a form that was sent does, with a store to write in; returns where to go then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One page by its address."""

    pattern: str
    """A regular expression for the whole path; its named groups become `visit.path`."""
    make: Callable[[Database, Visit], Page]
    """Raises BadVisit, NothingThere and SignInFirst."""
    take: Take | None = None
    """For a form that is sent here. Raises the same; a BadVisit is shown in the form."""


_ID = r"(?P<id>[0-9]{1,18})"
ROUTES = (
    Route(pattern=r"^/$", make=front),
    Route(pattern=rf"^/awards/{_ID}$", make=award),
    Route(pattern=rf"^/articles/{_ID}$", make=article),
    Route(pattern=rf"^/articles/{_ID}/original$", make=original),
    Route(pattern=r"^/league$", make=league),
    Route(pattern=r"^/map$", make=score_map),
    Route(pattern=r"^/schemes$", make=schemes),
    Route(pattern=r"^/schemes/(?P<scheme>[^/]+)$", make=scheme),
    Route(pattern=r"^/regions$", make=regions),
    Route(pattern=r"^/regions/(?P<code>[\d.]+)$", make=region),
    Route(pattern=r"^/outlets$", make=outlets),
    Route(pattern=r"^/certificate/(?P<run>\d{1,18}|latest)$", make=certificate),
    Route(pattern=r"^/search$", make=search),
    Route(pattern=r"^/questions$", make=questions),
    Route(pattern=r"^/questions/(?P<name>[a-z-]+)$", make=question),
    Route(pattern=r"^/awards/(?P<award>\d{1,18})/correct$", make=correct_page, take=take_word),
    Route(pattern=r"^/corrections$", make=corrections_page),
    Route(pattern=r"^/corrections/(?P<correction>\d{1,18})/undo$", make=undo_page, take=take_back),
)

NAVIGATION = (
    ("/", "Tonight"),
    ("/search", "Search"),
    ("/league", "League"),
    ("/schemes", "Schemes"),
    ("/regions", "Regions"),
    ("/map", "Map"),
    ("/questions", "Questions"),
    ("/outlets", "Outlets"),
    ("/corrections", "Corrections"),
)
"""What stands above every page: path and label."""
