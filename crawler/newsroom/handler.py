"""A Scrapy download handler that reads every outlet from the newsroom instead of the network."""

import ipaddress
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

SETTING = "PIAGAM_NEWSROOM"


class LoopbackHandler(HTTP11DownloadHandler):
    """Sends `https://host/path` to `http://127.0.0.1:PORT/path` with `Host: host`.

    The address is the setting PIAGAM_NEWSROOM, `127.0.0.1:PORT`; any other than a loopback address
    is refused, and proxies are left out, so no request leaves the machine. Middleware and spiders
    see the original URL.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        self._address = _loopback(crawler.settings.get(SETTING) or "")
        super().__init__(crawler)

    async def download_request(self, request: Request) -> Response:
        """Fetch the request from the newsroom; the response carries the URL asked for."""
        local = self._localised(request)
        response = await super().download_request(local)
        request.meta["download_latency"] = local.meta["download_latency"]
        return response.replace(url=request.url)

    def _localised(self, request: Request) -> Request:
        url = urlsplit(request.url)
        headers = request.headers.copy()
        headers["Host"] = url.netloc.rpartition("@")[2]
        headers["X-Forwarded-Proto"] = url.scheme
        meta = {name: value for name, value in request.meta.items() if name != "proxy"}
        return request.replace(
            url=urlunsplit(("http", self._address, url.path or "/", url.query, "")),
            headers=headers,
            meta=meta,
        )


def _loopback(address: str) -> str:
    host, _, port = address.rpartition(":")
    host = "127.0.0.1" if host == "localhost" else host
    try:
        is_loopback = ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback or not port.isdigit():
        raise NotConfigured(
            f"{SETTING}: {address!r} is no loopback address; set it to 127.0.0.1:PORT"
        )
    return f"{host}:{port}"
