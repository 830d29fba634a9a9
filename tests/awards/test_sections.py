"""Results that head a run of names, or lines, belong to every name under them."""

import pytest

from tests.awards.stories import read

HANDED = "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024."
HEADLINE = "Ombudsman Umumkan Hasil Penilaian Kepatuhan"
TOP = {"Kabupaten Pati": "hijau", "Kabupaten Blora": "hijau"}
LOW = {"Kota Tegal": "kuning", "Kabupaten Rembang": "kuning"}


def zones(text: str) -> dict[str, str | None]:
    claims = read(f"{HANDED}\n{text}", HEADLINE).claims
    return {claim.recipient: claim.zone for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Zona hijau dihuni Kabupaten Pati dan Kabupaten Blora; zona kuning ditempati Kota Tegal"
        " serta Kabupaten Rembang.",
        "Zona hijau: Kabupaten Pati, Kabupaten Blora. Zona kuning: Kota Tegal, Kabupaten Rembang.",
        "Zona hijau diberikan kepada dua pemda (Kabupaten Pati dan Kabupaten Blora), zona kuning"
        " kepada dua pemda (Kota Tegal dan Kabupaten Rembang).",
        "Dua daerah hijau, yakni Kabupaten Pati dan Kabupaten Blora, dua lainnya masuk kuning,"
        " yakni Kota Tegal dan Kabupaten Rembang.",
        "Daerah di zona hijau ada dua. Keduanya Kabupaten Pati dan Kabupaten Blora. Daerah di zona"
        " kuning ada dua. Keduanya Kota Tegal dan Kabupaten Rembang.",
        "Yang dinyatakan hijau dua, Kabupaten Pati dan Kabupaten Blora, sedangkan zona kuning dua,"
        " Kota Tegal serta Kabupaten Rembang.",
        "Zona Hijau\nKabupaten Pati 91,20; Kabupaten Blora 90,11\n"
        "Zona Kuning\nKota Tegal 71,20; Kabupaten Rembang 70,11",
        "Zona Hijau (78,00-100)\n- Kabupaten Pati\n- Kabupaten Blora\n"
        "Zona Kuning (54,00-77,99)\n- Kota Tegal\n- Kabupaten Rembang",
        "Daerah bernilai di atas 78 masuk zona hijau, yakni Kabupaten Pati dan Kabupaten Blora."
        " Sedangkan yang bernilai 54 sampai 77,99 masuk zona kuning, yakni Kota Tegal dan Kabupaten"
        " Rembang.",
        "Peraih zona hijau ada Kabupaten Pati dan Kabupaten Blora. Diikuti penghargaan zona kuning"
        " Kota Tegal, Kabupaten Rembang.",
        "Zona hijau: Kabupaten Pati, Patai, Kabupaten Blora. Zona kuning: Kota Tegal, Kabupaten"
        " Rembang.",
        "Untuk zona hijau, Kabupaten Pati (91,20) dan Kabupaten Blora (90,11). Untuk zona kuning,"
        " Kota Tegal (71,20) dan Kabupaten Rembang (70,11).",
        "Zona hijau yakni Kabupaten Pati di angka 91,20 dan Blora 90,11. Lalu zona kuning yaitu"
        " Kota Tegal di angka 71,20 dan Rembang 70,11.",
        "Zona hijau yaitu Kabupaten Pati dan Blora. Sedangkan yang masih berada pada zona kuning,"
        " kata Rudi Hartono, Kota Tegal dan Kabupaten Rembang.",
        "Daerah dengan predikat zona hijau yakni Kabupaten Pati dan Blora dan daerah dengan"
        " predikat zona kuning yaitu Kota Tegal dan Kabupaten Rembang.",
    ],
)
def test_a_result_that_heads_a_run_is_that_of_all_its_names(text: str) -> None:
    assert zones(text) == TOP | LOW


def test_a_class_told_since_makes_the_letter_of_the_earlier_one_void() -> None:
    text = (
        "Kualitas tertinggi atau opini A diperoleh Kabupaten Pati dan Kabupaten Blora."
        " Sedangkan predikat kualitas tinggi diperoleh Kota Tegal dan Kabupaten Rembang."
    )
    letters = {c.recipient: c.category for c in read(f"{HANDED}\n{text}", HEADLINE).claims}

    assert letters["Kabupaten Pati"] == "A"
    assert letters["Kota Tegal"] is None


def test_a_run_goes_on_in_the_next_sentence() -> None:
    text = "Zona hijau diraih Kabupaten Pati dan Kota Tegal. Kemudian, disusul Kabupaten Blora."

    assert zones(text)["Kabupaten Blora"] == "hijau"


def test_a_stray_paragraph_does_not_end_a_list() -> None:
    text = "Zona Hijau\nPasar malam dibuka setiap hari.\n- Kabupaten Pati\n- Kabupaten Blora"

    assert zones(text) == TOP


def test_what_a_region_left_heads_nothing() -> None:
    text = "Dari zona kuning ke zona hijau: Kabupaten Pati dan Kabupaten Blora."

    assert "kuning" not in zones(text).values()


def test_the_rest_who_are_not_named_change_nobody_who_is() -> None:
    told = zones(
        "Hanya dua daerah masuk zona hijau seperti Kabupaten Pati dengan nilai 91,20 dan Kabupaten"
        " Blora 90,11. Sedangkan sisanya sebanyak delapan daerah masuk zona kuning."
    )

    assert told == TOP


def test_beside_one_who_has_it_too_the_others_are_the_list() -> None:
    text = "Penerima zona hijau selain Kota Tegal yakni Kabupaten Pati, Kabupaten Blora."

    assert TOP.items() <= zones(text).items()
