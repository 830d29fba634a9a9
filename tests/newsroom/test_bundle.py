"""Which outlets can be read at the address that `[newsroom]` names."""

from crawler.newsroom.bundle import OUTLETS, played_at

ADDRESS = "127.0.0.1:8790"


def test_the_newsroom_plays_its_own_outlets_and_the_operators() -> None:
    assert played_at(ADDRESS, {"desa": "https://desa.example/"}) == OUTLETS | {"desa"}


def test_a_site_that_answers_at_the_address_itself_is_no_newsroom() -> None:
    own = {"desa": "https://desa.example/", "kabar": f"http://{ADDRESS}/berita/"}

    assert played_at(ADDRESS, own) == {"desa", "kabar"}
