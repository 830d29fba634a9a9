"""Gates are recognised by headers, titles and marks; a page with text of its own is none."""

import pytest

from crawler.extraction.challenge import is_challenge, may_be_challenge, says_challenge
from crawler.extraction.tree import parse_page

STORY = "<p>Warga membahas panen padi bersama perangkat desa di balai pertemuan.</p>" * 20
GATES = {
    "Cloudflare": "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>",
    "Cloudflare, no title": "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/x'></script>",
    "Cloudflare, blocked": "<title>Attention Required! | Cloudflare</title><h1>Sorry</h1>",
    "Sucuri": "<title>You are being redirected...</title><script>sucuri_cloudproxy_js=''</script>",
    "Sucuri, no title": "<html><script>var s={},sucuri_cloudproxy_js='',S='x';</script></html>",
    "DDoS-Guard": "<title>DDoS-Guard</title><script src='/.well-known/ddos-guard/x.js'></script>",
    "DDoS-Guard, no title": "<script src='/.well-known/ddos-guard/js-challenge/i.js'></script>",
    "LiteSpeed": "<title>Bot Verification</title><p>Verifying that you are not a robot...</p>",
    "LiteSpeed, no title": "<form action='/.lsrecap/recaptcha' method='POST'></form>",
    "Imperva": "<iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful.</iframe>",
    "SiteGround": "<meta http-equiv='refresh' content='0;/.well-known/sgcaptcha/?r=%2F'>",
    "Imunify360": "<title>One moment, please...</title><p>Your request is being verified</p>",
    "AWS": "<script>window.awsWafCookieDomainList=[]</script><p>JavaScript is disabled</p>",
    "DataDome": "<script src='https://ct.captcha-delivery.com/c.js'></script>",
    "PerimeterX": "<div id='px-captcha'></div><p>Press and hold</p>",
    "Vercel": "<title>Vercel Security Checkpoint</title><p>Verifying your browser</p>",
}
PAGES = {
    "a story": f"<title>Panen raya</title>{STORY}",
    "a story behind Cloudflare": f"<title>Panen</title>{STORY}"
    "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>",
    "a story behind Imperva": f"{STORY}<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>",
    "a story with a comment form": f"{STORY}<div class='g-recaptcha'></div>",
    "a story about a gate": f"<title>Access denied, kata situs desa</title>{STORY * 3}",
    "a page with little on it": "<title>Tentang kami</title><p>Kabar desa.</p>",
    "a feed that tells of one": "<rss><channel><item><title>Just a moment</title></item></channel>"
    f"<description>{STORY}</description></rss>",
    "nothing": "",
}


@pytest.mark.parametrize("name", GATES)
def test_a_gate_is_known(name: str) -> None:
    body = f"<!doctype html>{GATES[name]}".encode()
    assert may_be_challenge(body)
    assert is_challenge(parse_page(body, url="https://a.id/"))


def test_a_gate_without_a_title_is_a_small_page() -> None:
    mark, code = GATES["DataDome"], f"<script>{'x' * 50_000}</script>"
    assert not may_be_challenge(f"{mark}{code}".encode())
    assert may_be_challenge(f"{GATES['Imunify360']}{code}".encode())


@pytest.mark.parametrize("title", ["403 Forbidden", "429 Too Many Requests", "Access denied"])
def test_a_refusal_is_a_gate_only_where_its_status_hides_it(title: str) -> None:
    page = parse_page(f"<title>{title}</title><h1>{title}</h1>".encode(), url="https://a.id/")
    assert is_challenge(page)
    assert not is_challenge(page, status=403)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_text_of_its_own_is_no_gate(name: str) -> None:
    assert not is_challenge(parse_page(PAGES[name].encode(), url="https://a.id/"))


@pytest.mark.parametrize("body", [GATES[name].encode() for name in GATES] + [b"", b"\x00\xff"])
def test_the_quick_look_misses_nothing_that_the_page_shows(body: bytes) -> None:
    assert may_be_challenge(body) or not is_challenge(parse_page(body, url="https://a.id/"))


@pytest.mark.parametrize(
    ("headers", "is_gate"),
    [
        ({"cf-mitigated": "challenge"}, True),
        ({"cf-mitigated": "Challenge"}, True),
        ({"sg-captcha": "challenge"}, True),
        ({"x-amzn-waf-action": "captcha"}, True),
        ({"x-vercel-mitigated": "challenge"}, True),
        ({"server": "cloudflare", "cf-ray": "8a0"}, False),
        ({"server": "ddos-guard"}, False),
        ({"cf-mitigated": ""}, False),
        ({}, False),
    ],
)
def test_headers_that_only_a_gate_sends_are_enough(headers: dict[str, str], is_gate: bool) -> None:
    assert says_challenge(headers) is is_gate
