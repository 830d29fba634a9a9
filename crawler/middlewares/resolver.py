"""Looks names up as Scrapy does, and refuses answers that lead into a private network.

The address that is checked is the one connected to: a name server that answers differently the
second time gains nothing.
"""

import ipaddress
from collections.abc import Sequence
from typing import Any

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.middlewares.addresses import problem_of_address


class GuardedResolver(CachingThreadedResolver):
    """The resolver of a crawl, but for one that reads the newsroom."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """The address of `name`; fails with DNSLookupError when it is no public one."""
        found: Deferred[Any] = super().getHostByName(name, timeout)
        return found.addCallback(_public, name)


def _public(address: str, name: str) -> str:
    problem = problem_of_address(ipaddress.ip_address(address))
    if problem is not None:
        raise DNSLookupError(f"{name} leads into a private network: {problem}")
    return address
