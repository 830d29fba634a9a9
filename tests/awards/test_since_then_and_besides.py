"""Results held since a year, left behind, told of then; averages, lists and regions beside them."""

import pytest

from tests.awards.stories import read

SAKIP = "Menteri PANRB menyerahkan hasil evaluasi SAKIP 2024 di Jakarta, Rabu (2/10/2024).\n"
PROKLIM = "Kementerian LHK menyerahkan penghargaan ProKlim 2024 di Jakarta, Selasa (22/10/2024).\n"


def grades(text: str) -> dict[str, str | None]:
    return {c.recipient: c.category for c in read(SAKIP + text, "Hasil SAKIP 2024").claims}


@pytest.mark.parametrize(
    "since", ["Selama enam tahun sejak 2018", "Enam kali berturut-turut sejak tahun 2018"]
)
def test_what_is_held_so_long_since_a_year_is_held_now(since: str) -> None:
    assert grades(f"{since}, Pemkab Demak berhasil meraih predikat AA.") == {
        "Kabupaten Demak": "AA"
    }


def test_what_began_in_a_year_and_rose_is_what_it_rose_to() -> None:
    text = "Sejak 2019 Pemkab Demak meraih predikat B, dan pada 2024 naik menjadi BB."

    assert grades(text) == {"Kabupaten Demak": "BB"}


@pytest.mark.parametrize("whose", ["pemprov 2024", "pemkab pada 2024", "pemkot"])
def test_the_average_of_governments_is_nobodys(whose: str) -> None:
    text = f"Pemkab Demak meraih nilai A. Rata-rata nilai SAKIP {whose} adalah 70,75."

    assert [claim.score for claim in read(SAKIP + text, "Hasil SAKIP 2024").claims] == [None]


@pytest.mark.parametrize(
    "old",
    [
        "Wajar Dengan Pengecualian (WDP) menjadi Wajar Tanpa Pengecualian (WTP)",
        "opini Tidak Memberikan Pendapat (TMP) menjadi Wajar Tanpa Pengecualian (WTP)",
    ],
)
def test_an_opinion_with_its_short_form_may_be_left_behind(old: str) -> None:
    text = (
        f"BPK menyerahkan LHP atas LKPD 2023, Senin (20/5/2024). Dua pemda mendapat kenaikan dari"
        f" {old}. Kedua pemda tersebut yakni Kabupaten Nduga dan Pemkab Tolikara."
    )

    claims = read(text, "Dua Daerah Raih Opini WTP dari BPK", None).claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Kabupaten Nduga": "WTP",
        "Kabupaten Tolikara": "WTP",
    }


@pytest.mark.parametrize("then", ["yakni waktu itu", "ketika itu", "pada saat itu"])
def test_what_was_reached_then_is_earlier(then: str) -> None:
    text = (
        "Pemkab Demak meraih Anugerah Meritokrasi 2024 dengan poin 310,5. Poin ini mengalami"
        f" kenaikan dari tahun sebelumnya, {then} indeks sistem merit meraih poin 263,5."
    )

    (claim,) = read(text, "Demak Raih Anugerah Meritokrasi").claims

    assert (claim.score, [each.score for each in claim.previous]) == (310.5, [263.5])


VILLAGES = (
    "1. Desa Danda Jaya, Kab. Barito Kuala\n2. Desa Maburai, Kab. Tabalong\n"
    "3. Desa Sungai Rutas, Kab. Tapin"
)


@pytest.mark.parametrize("highest", ["penghargaan tertinggi", "kategori tertinggi"])
def test_the_highest_award_makes_no_ranking_of_its_list(highest: str) -> None:
    text = f"Untuk {highest} yakni ProKlim Lestari, ada tiga desa, antara lain:\n{VILLAGES}"

    claims = read(PROKLIM + text, "Tiga Desa Terima ProKlim Lestari").claims

    assert {(claim.predicate, claim.rank) for claim in claims} == {("Lestari", None)}


def test_no_less_is_no_denial() -> None:
    text = f"Juga tak kalah bergengsi ada tiga desa untuk kategori ProKlim Utama:\n{VILLAGES}"

    claims = read(PROKLIM + text, "Tiga Desa Terima ProKlim Utama").claims

    assert [claim.predicate for claim in claims] == ["Utama"] * 3


@pytest.mark.parametrize("becomes", ["didapuk sebagai pembina", "menjadi pembina"])
def test_a_region_that_looks_after_villages_receives_beside_its_own(becomes: str) -> None:
    text = (
        "Dua desa menerima ProKlim Lestari, yakni Desa Sruni Kabupaten Boyolali dan Desa Sambak"
        f" Kabupaten Magelang. Pemkab Magelang {becomes} kampung iklim tingkat kabupaten."
    )

    claims = read(PROKLIM + text, "Jateng Borong Penghargaan ProKlim").claims

    assert {c.recipient: c.predicate for c in claims}["Kabupaten Magelang"] is None


def test_the_last_of_this_year_tells_the_edition() -> None:
    text = (
        "Kemenkeu memberi insentif fiskal pengendalian inflasi, terakhir di 2024 ini, kepada"
        " Kabupaten Demak."
    )

    (claim,) = read(text, "Demak Terima Insentif Fiskal", None).claims

    assert claim.year == 2024
