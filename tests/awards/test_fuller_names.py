"""A prize that a story names plainly first and by its full name later."""

from tests.awards.stories import read

HEADLINE = "Kota Pekalongan Dua Kali Raih Piala Adipura"
STORY = (
    "Kota Pekalongan berhasil meraih Piala Adipura untuk yang kedua kalinya. Piala Adipura untuk "
    "Kota Pekalongan diserahkan langsung oleh Wakil Presiden pada Jumat, 22 Juli 2016.\n\n"
    '"Alhamdulillah Kota Pekalongan mendapat {prize}," kata wali kota.'
)


def _predicate(prize: str) -> str | None:
    (claim,) = read(STORY.format(prize=prize), HEADLINE, None).claims
    return claim.predicate


def test_fuller_name_that_is_granted_goes_before() -> None:
    assert _predicate("Adipura Kirana") == "Adipura Kirana"


def test_plain_name_stays_plain() -> None:
    assert _predicate("Adipura lagi") == "Adipura"
