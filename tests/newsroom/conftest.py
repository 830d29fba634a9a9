"""Newsrooms to read: those that no test changes are started once."""

from collections.abc import Iterator

import pytest

from crawler.newsroom import portal, tribun, wordpress
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import LONG, filled, stories, story


@pytest.fixture(scope="session")
def bundled() -> Iterator[Newsroom]:
    """The sites and stories that come with Piagam."""
    with Newsroom() as newsroom:
        yield newsroom


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """Three stories a site, to change at will."""
    sites = [filled(site, *stories(3)) for site in (tribun.SITE, wordpress.SITE, portal.SITE)]
    with Newsroom(sites) as running:
        yield running


@pytest.fixture(scope="session")
def small() -> Iterator[Newsroom]:
    """Three stories a site, one of three pages among them; on Tribun the first has no id."""
    sites = [
        filled(tribun.SITE, story(1, id=None, code=None), story(2), LONG),
        filled(wordpress.SITE, *stories(2), LONG),
        filled(portal.SITE, *stories(2), LONG),
    ]
    with Newsroom(sites) as newsroom:
        yield newsroom


@pytest.fixture(scope="session")
def full() -> Iterator[Newsroom]:
    """230 stories a site."""
    sites = [filled(site, *stories(230)) for site in (tribun.SITE, wordpress.SITE, portal.SITE)]
    with Newsroom(sites) as newsroom:
        yield newsroom
