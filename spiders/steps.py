"""One step of discovery: a page to ask for, and what follows from the page that came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from spiders.listing import Listing
from spiders.outlet import SourceKind
from spiders.walks import Walk
from storage.addresses import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One discovery page to ask for."""

    walk: Walk
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    """Conditions: the server need not send again what has not changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What follows from one discovery page."""

    new: Mapping[str, str] = field(default_factory=dict)
    """Addresses never met before, and where to ask for each."""
    visits: tuple[Visit, ...] = ()


def where_to_ask(address: str, listed: str) -> str | None:
    """Where to ask for an address that the outlet prints with a slash at its end; None: there."""
    parts = urlsplit(address)
    is_slashed = urlsplit(listed).path == f"{parts.path}/"
    return urlunsplit(parts._replace(path=f"{parts.path}/")) if is_slashed else None


def emptiness(walk: Walk, listing: Listing, found: Mapping[str, Found]) -> str | None:
    """What is wrong with a first page that lists no article; None where that may be."""
    if found or listing.children or walk.page > 1:
        return None
    if listing.found:
        return f"lists {len(listing.found)} links, none to an article of this outlet"
    return "lists nothing" if walk.source.kind is SourceKind.LISTING else None
