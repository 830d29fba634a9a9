"""Which page stands at which address."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from crawler.explore.page import Page
from crawler.explore.pages.front import front
from crawler.explore.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One page by its address."""

    pattern: str
    """A regular expression for the whole path; its named groups become `visit.path`."""
    make: Callable[[Database, Visit], Page]
    """Raises BadVisit and NothingThere."""


ROUTES = (Route(pattern=r"^/$", make=front),)

NAVIGATION = (("/", "Tonight"),)
"""What stands above every page: path and label."""
