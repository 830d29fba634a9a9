"""The file of an outlet that `benchmarks.crawl_server` plays."""

HOST = "banyak.example"
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
