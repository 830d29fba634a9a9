"""The sites that come with Piagam, one for each family of outlets."""

from dataclasses import replace

from crawler.newsroom import portal, tribun, wordpress
from crawler.newsroom.site import Site
from crawler.newsroom.stories import load_stories

_SITES = (tribun.SITE, wordpress.SITE, portal.SITE)
OUTLETS = frozenset(site.name for site in _SITES)
"""The outlets that the newsroom plays."""


def bundled_sites() -> tuple[Site, ...]:
    """The bundled sites with their stories."""
    return tuple(replace(site, stories=load_stories(site.name)) for site in _SITES)
