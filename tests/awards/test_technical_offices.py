"""Technical offices of the state and hospitals of one kind receive themselves."""

import pytest

from tests.awards.stories import read

AWARD = "predikat Wilayah Bebas dari Korupsi (WBK) tahun 2024 dari Kementerian PANRB"


def receivers(text: str, title: str) -> list[str]:
    return [claim.recipient for claim in read(text, title, published=None).claims]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Stasiun Karantina Pertanian Kelas I Parepare", None),
        ("Balai Besar Karantina Hewan Makassar", None),
        ("Kantor SAR Ambon", None),
        ("Stasiun Meteorologi Kelas II Ternate", None),
        ("Kantor Kesehatan Pelabuhan Kelas II Kendari", None),
        ("Balai Diklat Keagamaan Manado", None),
        ("BLK Semarang", None),
        ("Rumah Sakit Paru Jember", None),
        ("Rumah Sakit Khusus Gigi dan Mulut Palembang", None),
        (
            "Rumah Penyimpanan Benda Sitaan Negara Kelas I Palembang",
            "Rupbasan Kelas I Palembang",
        ),
    ],
)
def test_the_region_in_its_name_receives_nothing(printed: str, name: str | None) -> None:
    told = receivers(f"{printed} meraih {AWARD}, Senin (9/12/2024).", f"{printed} Raih WBK")
    assert told == [name or printed]


@pytest.mark.parametrize("kind", ["RSUD", "Puskesmas", "Dinas Kesehatan"])
def test_a_kind_of_units_is_nobody(kind: str) -> None:
    assert receivers(f"{kind} meraih {AWARD}, kata menteri.", f"{kind} Raih WBK") == []
