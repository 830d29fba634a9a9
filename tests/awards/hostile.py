"""Texts that no newsroom prints: one thing over and over, in front of it an award."""

from dataclasses import dataclass

from crawler.awards.catalogue import load_catalogue
from storage.records import Article
from tests.awards.pumping import matches_of
from tests.awards.stories import GRANT, HEADLINE, article


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """`lead`, then `unit` again and again, then `tail`."""

    name: str
    unit: str
    lead: str = f"{GRANT} dengan nilai 93,74. "
    tail: str = ""

    def story(self, length: int) -> Article:
        """A story of about this many characters."""
        repeated = self.unit * (length // len(self.unit) + 1)
        return article(self.lead + repeated[:length] + self.tail, HEADLINE)


WORDS = (
    *("Kabupaten ", "Kabupaten Blora ", "Blora, ", "Blora 93,74, ", "Dinas A ", "93,74, ", "12 "),
    *("raih ", "nilai ", "opini ", "kepada Kabupaten ", "zona hijau ", "kualitas tertinggi "),
    *("Ombudsman RI ", "tahun 2024 ", "Senin (2/12/2024) ", "di Hotel Patra Semarang, ", "se-"),
    *("Puskesmas Batang I ", "Puskesmas A B C ", "Polres Batang ", "semua unit ", "10 - 20 "),
    *("peringkat pertama ", "Ketiganya ", "rata-rata nilai a ", "dari nilai ", "kategori A "),
    *(
        "Dr. ",
        "S.IP. ",
        "A",
        "1234567890",
        "(",
        '"',
        ". ",
        ", ",
        "- ",
        " ",
        "\n",
        "\u00a0",
        "a\u0301",
    ),
    *("1. \n", "- Blora: 93,74\n", "1. Blora 93,74\n", "| A | hijau | 93,74 |\n", "\u0600", "🎉"),
    *("Ombudsman", "Kabupaten", "Blora93", "www.Blora.com"),
    "Pemkab Blora meraih nilai 93,74 zona hijau. ",
    "Pemkab Blora meraih nilai 93,74 zona hijau.\n",
)
REPEATED: tuple[Repeated, ...] = (
    *(Repeated(name=f"{word!r}", unit=word) for word in WORDS),
    *(
        Repeated(name=scheme.id, unit=" ".join(matches_of(scheme.names.plain.pattern)) + " ")
        for scheme in load_catalogue().values()
    ),
)
GAPS: tuple[Repeated, ...] = (
    Repeated(name="spaces behind a score", unit=" ", lead=f"{GRANT} dengan nilai 93,74", tail="x"),
    Repeated(name="spaces behind a rank", unit=" ", lead=f"{GRANT}, peringkat 2", tail="x"),
    Repeated(name="spaces behind a name", unit=" ", lead=f"{GRANT} kepada Blora", tail="x 93,74."),
    Repeated(name="spaces in front of a name", unit=" ", lead=f"{GRANT} kepada", tail="Blora."),
    Repeated(name="dashes behind a score", unit="-", lead=f"{GRANT} dengan nilai 93,74", tail="x"),
)
"""What stands between two things that belong together, stretched."""


def every_pattern_once() -> str:
    """The words of every pattern of every scheme file, one after the other."""
    patterns = [
        pattern
        for scheme in load_catalogue().values()
        for pattern in (scheme.names, scheme.cues, scheme.grantors, *scheme.predicates.values())
        if pattern is not None
    ]
    return " ".join(words for pattern in patterns for words in matches_of(pattern.plain.pattern))
