"""Who is named in a text, for tests."""

from crawler.awards.bodies import find_cast
from crawler.awards.catalogue import load_catalogue
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.mentions import Cast
from crawler.awards.text import fold


def cast_of(text: str) -> Cast:
    grantors = {scheme.id: scheme.grantors for scheme in load_catalogue().values()}
    return find_cast(fold(text), load_gazetteer(), grantors)
