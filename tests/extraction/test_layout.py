"""What is odd about where a story's text was found becomes a warning of the article."""

import pytest

from crawler.extraction.page import read_page
from crawler.extraction.rules import ArticleRules

PROSE = "".join(
    f"<p>Warga berkumpul di balai desa pada hari ke-{day} untuk membahas panen bersama perangkat"
    " desa dan pengurus kelompok tani setempat.</p>"
    for day in range(6)
)
LINKED = "".join(
    f'<p>Warga desa membahas hari ke-{day} di balai desa, dan <a href="/{day}">hasil panen di desa'
    " tetangga</a> juga.</p>"
    for day in range(8)
)
RULES = ArticleRules(body=("main",), title=("h1",))
NO_RULE = "layout: none of the outlet's body rules fits"
LINKS = "layout: a third of the body is links, as in a list"


@pytest.mark.parametrize(
    ("body", "rules", "warnings"),
    [
        (f"<main>{PROSE}</main>", RULES, ()),
        (f"<article>{PROSE}</article>", RULES, (NO_RULE,)),
        (f"<article>{PROSE}</article>", ArticleRules(), ()),
        (f"<main>{LINKED}</main>", RULES, (LINKS,)),
    ],
)
def test_a_page_says_when_its_layout_is_not_the_one_we_know(
    body: str, rules: ArticleRules, warnings: tuple[str, ...]
) -> None:
    html = f"<html><title>Panen raya</title><body><h1>Panen raya</h1>{body}</body></html>"
    page = read_page(html.encode(), outlet="kecil", url="", rules=rules)
    assert page.article is not None
    assert page.article.warnings == warnings
