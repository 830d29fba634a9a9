"""Recognises the gates that stand in front of a site, whatever status they come with."""

import re
from collections.abc import Mapping
from itertools import chain

from lxml import etree

from crawler.extraction.tree import UNREADABLE, Document, has_text, text_of

_TITLE = re.compile(
    r"just a moment.*|one moment, please.*|attention required.*|please wait.*|one more step.*"
    r"|checking your browser.*|ddos-guard.*|vercel security checkpoint.*|security check.*"
    r"|pardon our interruption.*|request rejected.*|robot challenge screen.*"
    r"|you are being redirected.*|are you (?:a )?(?:human|robot).*|verifikasi (?:bahwa )?anda.*"
    r"|(?:bot|human|browser|security|captcha) verification.*|captcha(?: challenge)?",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"(?:error\s*)?(?:403|429|1015|1020)(?:\s*[-:|]?\s*(?:forbidden|error|too many|access).*)?"
    r"|forbidden|access denied.*|too many requests.*|you are being rate limited.*"
    r"|error: the request could not be satisfied.*",
    re.IGNORECASE,
)
"""Titles of refusals: what the status should have said."""
_MARKS = (
    b"_cf_chl_opt",
    b"cf-chl-",
    b"cf-error-details",
    b"/cdn-cgi/challenge-platform/",
    b"challenge-form",
    b"captcha-delivery",
    b"Incapsula incident ID",
    b"_Incapsula_Resource",
    b"sucuri_cloudproxy_js",
    b"/.well-known/ddos-guard/",
    b"/.well-known/sgcaptcha/",
    b"/.lsrecap/recaptcha",
    b"aws-waf-token",
    b"awsWafCookieDomainList",
    b"px-captcha",
    b"g-recaptcha",
)
"""Some of them stand on every page of a site too: only a page without text of its own is a gate."""
_HEADERS = {
    "cf-mitigated": ("challenge",),
    "sg-captcha": ("challenge",),
    "x-amzn-waf-action": ("challenge", "captcha"),
    "x-vercel-mitigated": ("challenge", "deny"),
}
"""Headers that only a gate sends, in lower case, and their values."""
_LONGEST_TITLED = 3000
_LONGEST_MARKED = 600
_LARGEST_MARKED = 50_000
"""Bytes; a gate is a small page."""
_PRINTED_TITLE = re.compile(rb"<title\b[^>]{0,200}>\s*([^<]{1,200}?)\s*</title", re.IGNORECASE)
_HEAD = 20_000


def is_challenge(document: Document, *, status: int = 200) -> bool:
    """Whether the page asks for a browser instead of showing what was asked for.

    A plain refusal is a gate only where its status hides it.
    """
    title = next((text_of(each) for each in document.tagged("title") if _is_in_head(each)), "")
    if _is_title(title, status):
        return not has_text(document.root, _LONGEST_TITLED)
    # Most pages have some text, which is soon seen; the marks are sought through the whole source.
    if len(document.source) >= _LARGEST_MARKED or _tells(document):
        return False
    return _is_marked(document.source) and not has_text(document.root, _LONGEST_MARKED)


def _is_in_head(title: etree._Element) -> bool:
    """A feed has its titles elsewhere."""
    head = title.getparent()
    return head is not None and head.tag == "head"


def _tells(document: Document) -> bool:
    """Whether what stands in paragraphs and links alone is more than a gate says."""
    length = 0
    for element in chain(document.tagged("p"), document.tagged("a")):
        text = (element.text or "").strip()
        if text and next(element.iterancestors(*UNREADABLE), None) is None:
            length += len(text)
        if length >= _LONGEST_MARKED:
            return True
    return False


def may_be_challenge(body: bytes) -> bool:
    """A quick look that spares most pages the parsing; `is_challenge` decides."""
    found = _PRINTED_TITLE.search(body, 0, _HEAD)
    title = found[1].decode("utf-8", errors="replace") if found else ""
    return _is_title(title, 200) or _is_marked(body)


def says_challenge(headers: Mapping[str, str]) -> bool:
    """Whether the response's headers, names in lower case, call it a gate."""
    return any(headers.get(name, "").lower() in values for name, values in _HEADERS.items())


def _is_title(title: str, status: int) -> bool:
    is_hidden = status < 400 and _REFUSAL.fullmatch(title) is not None
    return is_hidden or _TITLE.fullmatch(title) is not None


def _is_marked(source: bytes) -> bool:
    return len(source) < _LARGEST_MARKED and any(mark in source for mark in _MARKS)
