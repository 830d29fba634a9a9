"""What comes from outside stays text: in pages, JSON, sheets and headers."""

import json
import re
from urllib.parse import quote

import pytest

from tests.explore.hostile import MARKUP, SCRIPT, raw
from tests.explore.serving import Reader

COLUMN = f'select :x as "{SCRIPT}"'
PAGES = (
    "/", "/?since=2020-01-01", "/corrections", "/piagam", "/piagam/articles", "/piagam/articles/1",
    "/piagam/awards/1", "/piagam/award_board", "/piagam/award_board?_facet=recipient",
    "/piagam/outlets", "/piagam/claims?_search=alert", "/piagam/claims?_facet=grantor",
    f"/piagam/awards?recipient={quote(MARKUP)}", f"/piagam/{quote(MARKUP)}", f"/{quote(MARKUP)}",
    f"/piagam?sql={quote('select ' + repr(MARKUP))}", f"/?lang={quote(MARKUP)}",
    f"/piagam?sql={quote(COLUMN)}&x={quote(MARKUP)}",
    f"/piagam/awards?_sort={quote(MARKUP)}", f"/piagam/awards?_facet={quote(MARKUP)}",
    f"/-/login?next={quote(MARKUP)}", f"/corrections?who={quote(MARKUP)}",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_markup_from_outside_is_text(window: Reader, path: str) -> None:
    answer = window.client.get(path, follow_redirects=True)
    assert not re.search(r"<img[^>]*onerror", answer.text)
    assert SCRIPT not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    script = policy.partition("script-src")[2].partition(";")[0]
    assert "unsafe" not in script


@pytest.mark.parametrize("path", ["/?table=tonight&format=json", "/piagam/awards.json"])
def test_json_is_not_taken_for_a_page(window: Reader, path: str) -> None:
    answer = window.get(path)
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers
    assert json.loads(answer.text)["rows"]


@pytest.mark.parametrize(
    "path", ["/piagam/awards.csv", "/piagam/awards.csv?_stream=1&_dl=1", "/piagam.csv?sql="]
)
def test_no_cell_is_taken_for_a_formula(window: Reader, path: str) -> None:
    sql = quote("select predicate, venue, rank_scope, '@x' as \"=y\" from awards")
    sheet = window.text(path + sql if path.endswith("sql=") else path)
    assert "'=1+1" in sheet
    assert "'=HYPERLINK(1)" in sheet
    assert ",-7" in sheet  # a number stays one
    assert not re.search(r"(^|,)[=@]", sheet, re.MULTILINE)


def test_a_line_break_makes_no_header(window: Reader) -> None:
    for path in ("/-/login?next=/%0d%0aX-Bad:1", "/piagam/awards%0d%0aX-Bad:1/", "/?lang=%0d%0aX"):
        head = raw(window, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n").head
        assert "\nx-bad" not in head
