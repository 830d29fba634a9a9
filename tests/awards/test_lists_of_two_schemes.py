"""Stories of two schemes: which of them a result, and a list of names, belongs to."""

import pytest

from tests.awards.stories import read

EVENT = (
    "Kementerian PANRB menyerahkan penghargaan sistem akuntabilitas kinerja instansi pemerintah"
    " (SAKIP) dan reformasi birokrasi (RB) tahun 2021."
)
SAKIP = "Kabupaten yang mendapatkan nilai B pada SAKIP yakni Demak, Kendal, dan Kota Tegal."


def told(*lines: str) -> set[tuple[str, str, str | None]]:
    claims = read("\n".join((EVENT, *lines)), "Penyerahan Penghargaan SAKIP dan RB 2021").claims
    return {(claim.recipient, claim.scheme, claim.category) for claim in claims}


@pytest.mark.parametrize(
    "words", ["pada", "pada kategori", "untuk", "dalam penilaian", "di bidang"]
)
def test_a_result_is_of_the_scheme_behind_it(words: str) -> None:
    story = f"Kabupaten Kendal mendapatkan nilai BB {words} SAKIP dan penilaian CC {words} RB."
    assert told(story) == {
        ("Kabupaten Kendal", "sakip", "BB"),
        ("Kabupaten Kendal", "reformasi-birokrasi", "CC"),
    }


@pytest.mark.parametrize(
    "others",
    [
        "Sedangkan yang mendapatkan nilai CC untuk RB di antaranya Kabupaten Pati dan Blora.",
        "Sementara nilai CC untuk RB diraih Kabupaten Pati dan Kabupaten Blora.",
    ],
)
def test_a_list_with_results_is_of_their_scheme_alone(others: str) -> None:
    assert {(recipient, scheme) for recipient, scheme, _ in told(SAKIP, others)} == {
        ("Kabupaten Demak", "sakip"),
        ("Kabupaten Kendal", "sakip"),
        ("Kota Tegal", "sakip"),
        ("Kabupaten Pati", "reformasi-birokrasi"),
        ("Kabupaten Blora", "reformasi-birokrasi"),
    }
