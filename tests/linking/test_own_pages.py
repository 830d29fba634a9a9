"""Which addresses are the grantor's own word."""

import pytest

from crawler.awards.catalogue import CatalogueError, load_catalogue, read_scheme
from crawler.linking.own_pages import own_articles
from tests.awards.test_catalogue import SOURCE
from tests.linking.reports import report


@pytest.mark.parametrize(
    ("scheme", "url", "is_own"),
    [
        ("ombudsman-kepatuhan", "https://ombudsman.go.id/news/r/hasil-kepatuhan-2024", True),
        ("ombudsman-kepatuhan", "https://www.ombudsman.go.id/perwakilan/news/r/pwksiaran--x", True),
        ("ombudsman-kepatuhan", "https://ombudsman.go.id/perwakilan/news/r/pwkmedia--x", False),
        ("ombudsman-kepatuhan", "https://ombudsman.go.id.example/news/r/x", False),
        ("ombudsman-kepatuhan", "https://www.menpan.go.id/site/berita-terkini/x", False),
        ("pekppp-ipp", "https://www.menpan.go.id/site/berita-terkini/x", True),
        ("pekppp-ipp", "https://www.menpan.go.id/site/berita-terkini/berita-daerah/x", False),
        ("adipura", "https://ombudsman.go.id/news/r/x", False),
        ("gone", "https://ombudsman.go.id/news/r/x", False),
    ],
)
def test_the_grantors_own_pages_are_known_by_their_address(
    scheme: str, url: str, is_own: bool
) -> None:
    found = own_articles([report(7, url=url)], load_catalogue().get(scheme))
    assert found == ({7} if is_own else set())


def test_a_pattern_that_is_none_names_the_file_and_the_key() -> None:
    source = SOURCE.replace("gate =", "own_pages = ['contoh(']\ngate =")
    with pytest.raises(CatalogueError, match=r"schemes/contoh.toml: own_pages: .*; mend"):
        read_scheme("contoh.toml", source)
