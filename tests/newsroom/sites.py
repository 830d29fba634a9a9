"""The sites of the newsroom, and the months as they print them."""

from crawler.newsroom.bundle import OUTLETS

LARGE = ("tribun-jateng", "klikjateng", "wartablora")
"""The outlets of the beginning, with a month of news each."""
SMALL = ("kompas-regional", *sorted(OUTLETS - set(LARGE)))
"""One outlet for each further family, with a few stories."""
SITES = (*LARGE, *SMALL)
MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
