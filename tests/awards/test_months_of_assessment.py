"""Months in which it was assessed make no result preliminary; "until July" does."""

import pytest

from crawler.awards.cue_words import NOT_FINAL
from tests.awards.stories import read


@pytest.mark.parametrize("months", ["Maret hingga Juli", "September sampai November"])
def test_months_in_which_it_was_assessed_make_no_result_preliminary(months: str) -> None:
    reading = read(
        "Pemkab Purwakarta meraih Anugerah Layanan Investasi kategori pemerintah kabupaten terbaik"
        f" kelima dari Kementerian Investasi. Penilaian kinerja dilaksanakan pada bulan {months}.",
        "Anugerah Layanan Investasi, Pemkab Purwakarta Terbaik Kelima",
    )
    assert reading.is_award_story
    assert [claim.rank for claim in reading.claims] == [5]


@pytest.mark.parametrize("until", ["hingga Juli", "per September", "sampai 30 November"])
def test_until_a_month_does(until: str) -> None:
    assert NOT_FINAL.search(f"Nilai MCP Kabupaten Purwakarta {until} mencapai 72 persen")
