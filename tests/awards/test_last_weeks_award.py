""" "Setelah pekan lalu meraih Adipura, kini ...": what a story only looks back on."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "when", ["minggu lalu", "pada pekan lalu", "beberapa hari yang lalu", "bulan kemarin"]
)
def test_award_of_last_week_is_no_news(when: str) -> None:
    told = (
        f"Pemerintah Kota Tegal kembali menorehkan prestasi setelah {when} Kota Tegal meraih "
        "Kota Peduli Hak Asasi Manusia dari Kementerian Hukum dan HAM.\n"
        "Prestasi itu berupa penghargaan Pastika Parahita dari Kementerian Kesehatan, diserahkan "
        "di sela apel pagi oleh wali kota kepada Kepala Dinas Kesehatan."
    )
    assert not read(told, "Pemkot Tegal Kembali Raih Prestasi, Kali Ini Bidang Kesehatan").claims


def test_this_weeks_award_beside_it_is() -> None:
    told = (
        "Setelah pekan lalu meraih Kota Peduli Hak Asasi Manusia, Kota Tegal kini menerima "
        "penghargaan Adipura dari Kementerian Lingkungan Hidup, Senin (2/12/2024)."
    )
    claims = read(told, "Kota Tegal Raih Adipura").claims
    assert ("adipura", "Kota Tegal") in {(claim.scheme, claim.recipient) for claim in claims}
