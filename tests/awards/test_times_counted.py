""" "Untuk ketiga kalinya" counts times, no recipients: nobody named next shares the result."""

import pytest

from tests.awards.stories import read

OTHERS = (
    "Selain Pemkab Blora, terdapat enam kabupaten yang menerima laporan hasil pemeriksaan BPK, "
    "yaitu Pati, Kudus, Jepara, Demak, Rembang dan Grobogan."
)


@pytest.mark.parametrize(
    "times",
    [
        "untuk ketiga kalinya",
        "keempat kalinya beruntun",
        "untuk kedua kali",
        "pada periode kedua pemerintahan bupatinya",
        "pada triwulan kedua anggaran ini",
    ],
)
def test_times_and_terms_are_no_recipients(times: str) -> None:
    text = f"Kabupaten Blora {times} mendapatkan opini WTP dari BPK atas LKPD 2023.\n{OTHERS}"

    claims = read(text, "Blora Kembali Raih Opini WTP dari BPK", published=None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Blora"]


@pytest.mark.parametrize("many", ["Kedua kepala daerah", "Kedua kabupaten", "Kedua sekawan itu"])
def test_bodies_and_their_heads_still_are(many: str) -> None:
    text = (
        "BPK menyerahkan laporan hasil pemeriksaan kepada Kabupaten Pati dan Kabupaten Blora.\n"
        f"{many} meraih opini WTP atas LKPD 2023."
    )

    claims = read(text, "BPK Serahkan Opini WTP", published=None).claims

    assert {claim.recipient for claim in claims} == {"Kabupaten Pati", "Kabupaten Blora"}
