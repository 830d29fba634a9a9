"""The sites that come with Piagam: the outlets of the beginning, and one for each family."""

from dataclasses import replace

from crawler.newsroom import (
    blogger,
    closed_wordpress,
    detik,
    disway,
    jawapos,
    joomla,
    kompas,
    portal,
    promedia,
    tribun,
    wordpress,
)
from crawler.newsroom.site import Site
from crawler.newsroom.stories import load_stories

_SITES = (
    *(tribun.SITE, wordpress.SITE, portal.SITE, promedia.SITE, disway.SITE, detik.SITE),
    *(jawapos.SITE, closed_wordpress.SITE, blogger.SITE, joomla.SITE),
)
OUTLETS = frozenset(site.name for site in _SITES)
"""The outlets that the newsroom plays."""


def bundled_sites() -> tuple[Site, ...]:
    """The bundled sites with their stories."""
    return tuple(replace(site, stories=load_stories(site.name)) for site in _SITES)


def kompas_sites() -> tuple[Site, ...]:
    """Kompas on its two hosts, which share their stories.

    Not among the bundled ones: its index goes back a month, and on their last day its stories are
    older than that.
    """
    stories = load_stories(kompas.SITE.name)
    return tuple(replace(site, stories=stories) for site in (kompas.SITE, kompas.INDEX_SITE))
