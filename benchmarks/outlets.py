"""The files with which an outlet is read that `benchmarks.crawl_server` plays."""

ONLY = "banyak"
HOST = f"{ONLY}.example"
"""Of the only site that is played; of several, `banyak-0.example` and so on."""
_OUTLET = """\
name = "{name}"
title = "{name}"
home = "https://{host}/"
hosts = ["{host}"]
family = "portal"
verified = true
[[source]]
kind = "sitemap"
url = "{{home}}sitemap.xml"
[article]
address = ['^/berita/\\d+$']
[[example]]
url = "https://{host}/berita/1"
article = true
"""


def outlet_file(name: str, host: str) -> str:
    """Its text, as TOML."""
    return _OUTLET.format(name=name, host=host)


def configuration(address: str, pages: int) -> str:
    """A piagam.toml with which the only site, of so many pages, is read as fast as it answers."""
    return (
        'contact = "redaksi@example.id"\n'
        f'[crawl]\noutlets = ["{ONLY}"]\noutlets_folder = "outlets"\ndelay = 0\n'
        f'budget = {pages * 2}\n[newsroom]\naddress = "{address}"\ntoday = 2025-09-12\n'
    )
