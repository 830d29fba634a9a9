"""Requests out of order: methods, hosts, bodies, cookies that nobody here gave out."""

import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.explore.hostile import assert_alive, raw
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS, sign_in


def form(path: str, headers: str = "", length: int = 0) -> str:
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    return f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n{kind}{headers}"


@pytest.mark.parametrize(
    ("request_", "status", "line"),
    [
        ("PUT / HTTP/1.1\r\nHost: localhost\r\n", 405, "only GET"),
        ("DELETE /awards/1 HTTP/1.1\r\nHost: localhost\r\n", 405, "only GET"),
        ("OPTIONS / HTTP/1.1\r\nHost: localhost\r\n", 405, "only GET"),
        ("TRACE / HTTP/1.1\r\nHost: localhost\r\n", 405, "only GET"),
        ("BREW / HTTP/1.1\r\nHost: localhost\r\n", 405, "only GET"),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n", 421, "not served here"),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400, ""),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n", 421, "not served here"),
        ("GET / HTTP/1.1\r\nHost: [::1\r\n", 421, "not served here"),
        ("GET / HTTP/1.1\r\n", 400, ""),
        ("GET /\\evil HTTP/1.1\r\nHost: localhost\r\n", 400, ""),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x" * 40_000 + "\r\n", 431, "32000"),
        ("garbage\r\n", 400, ""),
        (form("/"), 405, "nothing can be sent"),
        (form("/piagam/awards"), 405, "nothing can be sent"),
        (form("/-/messages"), 404, "not found"),
        (form("/-/login", "Origin: https://evil.example\r\n"), 403, "another site"),
        (form("/-/login", "Origin: null\r\n"), 403, "another site"),
        (form("/-/login", "Sec-Fetch-Site: cross-site\r\n"), 403, "another site"),
        (form("/-/login", "Sec-Fetch-Site: same-site\r\n"), 403, "another site"),
        (form("/awards/1/correct", "Cookie: ds_actor=forged\r\n"), 403, "did not match"),
        ("POST /-/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n", 415, "send a form"),
    ],
)
def test_a_request_out_of_order_is_refused_in_one_line(
    window: Reader, request_: str, status: int, line: str
) -> None:
    answer = raw(window, request_)
    assert answer.status == status, answer.head
    assert line in answer.body
    assert answer.body.strip().count("\n") == 0
    assert_alive(window)


@pytest.mark.parametrize(
    ("body", "status", "line"),
    [
        (b"username=" + b"x" * 70_000, 413, "more than 64000 bytes"),
        (b"username=\xff\xfe", 400, "not UTF-8"),
    ],
)
def test_a_body_that_is_too_long_or_no_text_is_refused(
    window: Reader, body: bytes, status: int, line: str
) -> None:
    answer = raw(window, form("/-/login", length=len(body)), body)
    assert (answer.status, line in answer.body) == (status, True)
    assert_alive(window)


def test_a_body_that_does_not_come_is_not_waited_for(window: Reader) -> None:
    answer = raw(window, form("/-/login", length=1_000), b"username=")
    assert (answer.status, "did not come within 10 s" in answer.body) == (408, True)
    assert_alive(window)


def test_a_head_is_a_get_without_its_body_and_a_range_is_the_whole(window: Reader) -> None:
    answer = raw(window, "HEAD /piagam/awards HTTP/1.1\r\nHost: localhost\r\n")
    assert (answer.status, answer.body) == (200, "")
    ranged = window.get("/", headers={"Range": "bytes=0-1,5-6,0-9999999999"})
    assert (ranged.status_code, "</html>" in ranged.text) == (200, True)


def test_a_cookie_of_ones_own_signs_nobody_in(window: Reader) -> None:
    for cookie in ('{"a":{"id":"ani"}}', "eyJhIjp7ImlkIjoiYW5pIn19.AAAA", "root", "a" * 4_000):
        page = window.get("/", headers={"Cookie": f"ds_actor={quote(cookie)}"}).text
        assert "<span>ani</span>" not in page
        assert 'href="/-/login"' in page


def test_a_cookie_of_another_window_signs_nobody_in(window: Reader, hostile: Path) -> None:
    with open_window(hostile, ACCOUNTS) as other:
        sign_in(other)
        theirs = other.client.cookies["ds_actor"]
    assert "<span>ani</span>" not in window.get("/", headers={"Cookie": f"ds_actor={theirs}"}).text


def test_nothing_is_told_of_the_machine(window: Reader) -> None:
    for path in ("/", "/piagam", "/nothing", "/piagam.json?sql=selec"):
        answer = window.get(path)
        assert "server" not in answer.headers
        assert str(Path(sys.prefix)) not in answer.text
