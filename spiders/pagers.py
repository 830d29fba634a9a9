"""Where a list goes on, on a site that nobody has described: page links, else its list of all news.

Pure. Links to further pages of the same list are followed, whatever their words; from a first page
without any, words lead on: "Selanjutnya" to a page of another list, "Berita lainnya" to its first.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml import html

from spiders.listing import entry

_IN_PATH = re.compile(r"/(?:page|halaman|hal)[/-](\d{1,5})/?$")
_KEYS = ("page", "paged", "halaman", "hal", "pg", "start", "offset", "per_page")
"""Keys of a query that count pages, or the entries before one."""
_ONWARD = re.compile(
    r"2|\W*(?:halaman )?(?:selanjutnya|berikut(?:nya)?|next(?: page)?|older(?: posts)?)\W*|[»›>→]+",
    re.IGNORECASE,
)
_ALL_NEWS = re.compile(
    r"\W*(?:berita (?:lainnya|lain|selengkapnya)|(?:lihat )?semua berita|kumpulan berita"
    r"|(?:indeks|arsip)(?: berita)?)\W*",
    re.IGNORECASE,
)


def next_page(page: html.HtmlElement, url: str) -> str | None:
    """The next page of the list at `url`; None where the page leads to none."""
    links = [link for link in _links(page, url) if _host(link[1]) == _host(url)]
    own, number = _place(url)
    further = {
        at: link for _, link in reversed(links) for name, at in [_place(link)] if name == own
    }
    later = [at for at in further if at > max(number, 1)]
    if later:
        return further[min(later)]
    return None if number else _elsewhere(links, own)


def _elsewhere(links: Iterable[tuple[str, str]], own: str) -> str | None:
    """From a first page without a pager of its own."""
    for words, link in links:
        name, number = _place(link)
        if (number and _ONWARD.fullmatch(words)) or (name != own and _ALL_NEWS.fullmatch(words)):
            return link
    return None


def _links(page: html.HtmlElement, url: str) -> Iterator[tuple[str, str]]:
    """Words and absolute address of each link."""
    for anchor in page.iter("a"):
        found = entry(url, anchor.get("href"))
        if found is not None:
            yield " ".join(anchor.text_content().split()), found.url


def _place(url: str) -> tuple[str, int]:
    """The list that an address is of, and the number in it; 0 where it has none."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    number = next((int(text) for key, text in pairs if key in _KEYS and _is_number(text)), 0)
    rest = sorted((key, text) for key, text in pairs if key not in _KEYS)
    shown = _IN_PATH.search(parts.path)
    path = parts.path[: shown.start()] if shown else parts.path
    name = f"{_host(url)}{path.rstrip('/')}?{urlencode(rest)}"
    return name, int(shown[1]) if shown else number


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
