"""The sites that come with Piagam: the outlets of the beginning, and one for each family."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

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


def played_at(address: str, own: Mapping[str, str]) -> frozenset[str]:
    """The outlets that can be read at `address`: the bundled ones and the operator's `own`.

    `own` are names and home pages. Where one of those homes is at the very address, it is no
    newsroom but that site, and the bundled outlets are not there.
    """
    is_site = any(urlsplit(home).netloc == address for home in own.values())
    return frozenset(own) if is_site else OUTLETS | own.keys()


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
