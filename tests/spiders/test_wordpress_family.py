"""The rules of the WordPress family on a page of a block theme, as a draft without own rules."""

from pathlib import Path

from crawler.extraction.page import Page, read_page
from spiders.provisional import provisional_outlet

PAGES = Path(__file__).parents[1] / "extraction" / "pages"
HOME = "https://lerengkita.example/"
STORY = f"{HOME}2026/11/disdukcapil-karangsari-layani-warga-hingga-malam/"


def read() -> Page:
    rules = provisional_outlet(HOME, "wordpress").rules
    return read_page((PAGES / "blocks.html").read_bytes(), outlet="", url=STORY, rules=rules)


def test_the_pager_that_wordpress_prints_without_a_theme_leads_to_the_other_parts() -> None:
    page = read()

    assert (page.parts_declared, page.part_links) == (2, (f"{STORY}2/",))


def test_a_table_in_a_figure_is_told_and_its_caption_is_none_of_the_photo() -> None:
    article = read().article

    assert article is not None
    assert "- Kartu keluarga: 63" in article.text.split("\n")
    assert "Antrean pada malam pertama" not in article.text
    assert article.caption == "Antrean warga di loket."
