"""The rules of the Joomla family on a page of an old template, as a draft without own rules."""

from crawler.extraction.page import read_page
from spiders.provisional import provisional_outlet

HOME = "https://kominfo.example/"
STORY = f"{HOME}index.php/berita/1361-warga-sayung-menanam-mangrove"
TOLD = tuple(
    f"Warga desa berkumpul di balai pada hari ke-{day} untuk membahas bibit mangrove bersama"
    " perangkat desa, kelompok tani, dan tokoh masyarakat setempat."
    for day in range(2, 7)
)
PAGE = (
    "<html><body><div class='item-page'><h2>Warga Sayung Menanam Mangrove</h2>"
    "<dl><dd class='createdby'>Ditulis oleh Budi Harjo</dd>"
    "<dd class='published'>Diterbitkan: 09 September 2025</dd><dd class='hits'>Dilihat: 7</dd></dl>"
    f"{''.join(f'<p>{line}</p>' for line in TOLD)}</div></body></html>"
)


def test_an_old_template_is_dated_by_its_words_and_its_details_are_no_text() -> None:
    rules = provisional_outlet(HOME, "joomla").rules
    article = read_page(PAGE.encode(), outlet="", url=STORY, rules=rules).article

    assert article is not None
    assert article.published is not None
    assert f"{article.published:%Y-%m-%d}" == "2025-09-09"
    assert tuple(article.text.split("\n")) == TOLD
