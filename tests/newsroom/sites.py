"""The sites of the newsroom, and the months as they print them."""

SITES = ("tribun-jateng", "klikjateng", "wartablora")
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
