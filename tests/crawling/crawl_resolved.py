"""One crawl without the newsroom: `crawl_resolved.py CONFIG ADDRESS [OUTLET…]`.

Every name leads to ADDRESS, a loopback one, or to nothing where it is `nowhere`. So requests go out
as they do at night, TLS and all, and none leaves the machine.
"""

import ipaddress
import sys
from collections.abc import Sequence

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, fail, succeed
from twisted.internet.error import DNSLookupError

import crawler.settings
from tests.crawling.crawl_once import main


class PlayedResolver(CachingThreadedResolver):
    """The name server of the test."""

    address: str

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """Answers every name alike."""
        if self.address == "nowhere":
            return fail(DNSLookupError(f"no such name: {name}"))
        return succeed(self.address)


if __name__ == "__main__":
    config, address, *outlets = sys.argv[1:]
    if address != "nowhere" and not ipaddress.ip_address(address).is_loopback:
        raise SystemExit(f"{address}: is no loopback address")
    PlayedResolver.address = address
    crawler.settings.TWISTED_DNS_RESOLVER = PlayedResolver  # type: ignore[assignment]
    sys.exit(main(config, *outlets))
