"""A site of many pages on loopback: `./dev bench --serve PAGES` tells how to read it.

Its sitemaps list numbered addresses; behind them are the newsroom's pages, mixed as at night or as
the newsroom has them (`benchmarks.served`). A benchmark runs it as a process of its own,
`python -m benchmarks.crawl_server MIX PAGES [HOSTS]`, which ends when standard input does; with
HOSTS it plays so many sites, each with so many pages.
"""

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Event

from benchmarks.outlets import HOST, ONLY, configuration, outlet_file
from benchmarks.pages import record_pages
from benchmarks.served import Mix, mixed
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import TEXT, XML, Answer, Site, Visit

_A_SITEMAP = 5000


def main(mix: Mix, pages: int, hosts: int = 1, *, until_interrupted: bool = False) -> None:
    """Serve until nobody listens any more, or until Ctrl+C."""
    with Newsroom(_sites(mix, pages, hosts)) as newsroom:
        if until_interrupted:
            with suppress(KeyboardInterrupt):
                print(_welcome(newsroom.address, pages), flush=True)
                Event().wait()
        else:
            print(newsroom.address, flush=True)
            sys.stdin.read()


def _welcome(address: str, pages: int) -> str:
    return (
        f"{pages} pages on http://{address}/, Ctrl+C ends it\n"
        f"by Host header: curl -H 'Host: {HOST}' http://{address}/sitemap-0.xml\n\n"
        f"for a crawl, piagam.toml:\n{configuration(address, pages)}\n"
        f"and outlets/{ONLY}.toml:\n{outlet_file(ONLY, HOST)}"
    )


def names_of(hosts: int) -> list[str]:
    """The names of the sites; the host of each is `NAME.example`."""
    return [ONLY] if hosts == 1 else [f"{ONLY}-{number}" for number in range(hosts)]


def _sites(mix: Mix, pages: int, hosts: int) -> list[Site]:
    recorded = [(page.kind, _own(page.body)) for page in record_pages()]
    bodies = mixed(recorded, pages * hosts, mix)
    return [
        _site(name, bodies[number * pages : (number + 1) * pages])
        for number, name in enumerate(names_of(hosts))
    ]


def _site(name: str, bodies: Sequence[bytes]) -> Site:
    host, pages = f"{name}.example", len(bodies)
    maps = -(-pages // _A_SITEMAP)

    def rules(visit: Visit, match: re.Match[str]) -> Answer:
        return Answer(body=b"User-agent: *\nAllow: /\n", content_type=TEXT)

    def index(visit: Visit, match: re.Match[str]) -> Answer:
        entries = "".join(
            f"<sitemap><loc>https://{host}/sitemap-{number}.xml</loc></sitemap>"
            for number in range(maps)
        )
        return _xml(f"<sitemapindex>{entries}</sitemapindex>")

    def sitemap(visit: Visit, match: re.Match[str]) -> Answer:
        first = int(match["number"]) * _A_SITEMAP
        entries = "".join(
            f"<url><loc>https://{host}/berita/{number}</loc></url>"
            for number in range(first, min(first + _A_SITEMAP, pages))
        )
        return _xml(f"<urlset>{entries}</urlset>")

    def story(visit: Visit, match: re.Match[str]) -> Answer:
        return Answer(body=bodies[int(match["number"])])

    return Site(
        name=name,
        host=host,
        title=name,
        routes=(
            (r"/robots\.txt", rules),
            (r"/sitemap\.xml", index),
            (r"/sitemap-(?P<number>\d+)\.xml", sitemap),
            (r"/berita/(?P<number>\d+)", story),
        ),
        missing=lambda visit: Answer(status=404, body=b"tidak ada"),
    )


def _own(body: bytes) -> bytes:
    """The page without what names its real address, which would fold all copies into one."""
    return re.sub(rb'<link[^>]+rel="(?:canonical|amphtml)"[^>]*>|<meta[^>]+og:url[^>]*>', b"", body)


def _xml(content: str) -> Answer:
    return Answer(body=f'<?xml version="1.0"?>{content}'.encode(), content_type=XML)


if __name__ == "__main__":
    main(Mix(sys.argv[1]), *map(int, sys.argv[2:]))
