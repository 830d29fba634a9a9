"""Which page stands at which address."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.explore.page import Page
from crawler.explore.pages.front import front
from crawler.explore.pages.league import league
from crawler.explore.pages.outlets import certificate, outlets
from crawler.explore.pages.questions import question, questions
from crawler.explore.pages.regions import region, regions
from crawler.explore.pages.schemes import scheme, schemes
from crawler.explore.pages.score_map import score_map
from crawler.explore.pages.search import search
from crawler.explore.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One page by its address."""

    pattern: str
    """A regular expression for the whole path; its named groups become `visit.path`."""
    make: Callable[[Database, Visit], Page]
    """Raises BadVisit and NothingThere."""


ROUTES = (
    Route(pattern=r"^/$", make=front),
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
)
"""What stands above every page: path and label."""
