"""The newsroom for a person with a browser: `/@host/path` shows a site, its links rewritten."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crawler.newsroom.pictures import picture
from crawler.newsroom.rendering import render
from crawler.newsroom.site import TEXT, Answer, Site

_PREFIXED = re.compile(r"/@(?P<host>[\w.-]+)(?P<path>/.*)?")
_PICTURE_HOST = "foto"
_FOREIGN_PICTURES = re.compile(
    r"https?://(?:asset[\w.-]*\.tstatic\.net|(?:akcdn|cdn)\.detik\.net\.id|asset\.kompas\.com)/"
)
_ROOT_RELATIVE = re.compile(r'\b(href|src|action)="/(?![/@])')
_OWN_NAMES = ("127.0.0.1", "localhost", "")


def split_prefix(host: str, path: str) -> tuple[str, str, str]:
    """Prefix, host and path of a request: `/@klikjateng.id/feed/` names its host in the path."""
    match = _PREFIXED.fullmatch(path)
    if match is None:
        return "", host, path
    return f"/@{match['host']}", match["host"], match["path"] or "/"


def front_page(host: str, path: str, sites: Sequence[Site]) -> Answer:
    """The list of sites for the bare address, a picture, or a 404 that names the sites."""
    if host == _PICTURE_HOST:
        return picture(path)
    if host in _OWN_NAMES and path == "/":
        return Answer(body=render("front.html.j2", sites=sites).encode())
    names = ", ".join(site.host for site in sites)
    message = f"no such page here: {host}{path}; the newsroom plays {names}\n"
    return Answer(status=404, body=message.encode(), content_type=TEXT)


def rewritten(answer: Answer, prefix: str, hosts: Iterable[str]) -> Answer:
    """The answer with links that stay inside the newsroom."""
    hosts = tuple(hosts)
    headers = tuple(
        (name, _inside(value, hosts) if name == "Location" else value)
        for name, value in answer.headers
    )
    body = answer.body
    if answer.content_type.startswith("text/html"):
        text = _ROOT_RELATIVE.sub(rf'\1="{prefix}/', _inside(body.decode(), hosts))
        body = _FOREIGN_PICTURES.sub(f"/@{_PICTURE_HOST}/", text).encode()
    return replace(answer, body=body, headers=headers)


def _inside(text: str, hosts: tuple[str, ...]) -> str:
    for host in hosts:
        text = re.sub(rf"https?://{re.escape(host)}(?=[/\"'?#]|$)", f"/@{host}", text)
    return text
