"""What is announced of many belongs to each of the group that it is told of."""

import pytest

from tests.awards.ceremony import BOTH, CEREMONY, HEADLINE, THREE
from tests.awards.stories import read

GRANTED = "Tiga daerah meraih predikat Informatif"
RUN = "Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
REGENCIES_LISTED, CITY_LISTED = "- Kabupaten Pati\n- Kabupaten Blora", "- Kota Tegal"


def predicates(text: str) -> dict[str, str | None]:
    claims = read(f"{CEREMONY} {text}", HEADLINE).claims
    return {claim.recipient: claim.predicate for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        f"{GRANTED}, yakni {RUN}",
        f"{GRANTED}. Ketiganya yakni {RUN}",
        f"{GRANTED}.\n{REGENCIES_LISTED}\n{CITY_LISTED}",
        f"{GRANTED}.\nKabupaten Pati\nKabupaten Blora\nKota Tegal",
        f"{GRANTED}.\nKabupaten\n{REGENCIES_LISTED}\nKota\n{CITY_LISTED}",
        f"Predikat Informatif diraih tiga daerah:\n{RUN}",
        f"Predikat Informatif diraih:\n{RUN}",
        f"Penerima predikat Informatif:\nKabupaten\n{REGENCIES_LISTED}\nKota\n{CITY_LISTED}",
        "Tiga kepala daerah menerima predikat Informatif. Mereka adalah Bupati Pati Sudewo,"
        " Bupati Blora Arief Rohman, dan Wali Kota Tegal Dedy Yon.",
    ],
)
def test_what_is_announced_of_many_is_each_one_s(text: str) -> None:
    assert predicates(text) == dict.fromkeys(THREE, "Informatif")


def test_what_is_announced_reaches_a_run_that_goes_on() -> None:
    text = f"Predikat Informatif diraih {RUN} Disusul Kota Salatiga dan Kota Magelang."

    assert predicates(text) == dict.fromkeys(
        (*THREE, "Kota Salatiga", "Kota Magelang"), "Informatif"
    )


def test_the_nearest_announcement_is_the_group_s() -> None:
    text = (
        "Dua daerah meraih predikat Informatif, yakni Kabupaten Pati dan Kabupaten Blora."
        " Dua daerah meraih predikat Cukup Informatif, yakni Kota Tegal dan Kota Salatiga."
    )

    assert predicates(text) == {
        **dict.fromkeys(BOTH, "Informatif"),
        **dict.fromkeys(("Kota Tegal", "Kota Salatiga"), "Cukup Informatif"),
    }


def test_the_count_leads_to_its_own_announcement_over_a_nearer_one() -> None:
    text = (
        "Tiga daerah meraih predikat Informatif. Dua daerah meraih predikat Cukup Informatif."
        " Tiga daerah itu adalah Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
    )

    assert predicates(text) == dict.fromkeys(THREE, "Informatif")


def test_what_one_of_the_group_has_itself_is_kept() -> None:
    text = (
        "Kabupaten Pati meraih predikat Cukup Informatif. Tiga daerah meraih predikat Informatif."
        " Ketiganya yakni Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
    )

    assert predicates(text)["Kabupaten Pati"] == "Cukup Informatif"


@pytest.mark.parametrize("verb", ["menargetkan", "belum meraih", "gagal meraih", "berharap meraih"])
def test_what_is_only_wished_or_denied_is_nobody_s(verb: str) -> None:
    assert predicates(f"Tiga daerah {verb} predikat Informatif. Ketiganya yakni {RUN}") == {}


def test_an_announcement_of_offices_is_not_that_of_their_regions() -> None:
    text = "Dua kantor pertanahan meraih predikat Informatif, yakni Kabupaten Pati dan Blora."

    assert set(predicates(text)) == {f"Kantor Pertanahan {region}" for region in BOTH}


def test_those_who_only_attend_receive_nothing() -> None:
    text = (
        "Hadir dalam acara itu Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
        " Pemkab Demak meraih predikat Informatif."
    )

    assert predicates(text) == {"Kabupaten Demak": "Informatif"}


def test_a_ceremony_s_name_grants_no_second_award() -> None:
    text = (
        "Kabupaten Pati meraih Swasti Saba Wistara tahun 2023 dari Kementerian Kesehatan. Piala"
        " diterima Bupati Pati saat Malam Penganugerahan Swasti Saba dan STBM Award 2023."
    )
    claims = read(text, "Pati Raih Swasti Saba Wistara").claims

    assert [(claim.scheme, claim.predicate) for claim in claims] == [("swasti-saba", "Wistara")]


def test_nor_do_the_awards_that_it_is_said_to_hold() -> None:
    text = (
        "Kabupaten Pati meraih Swasti Saba Wiwerda dari Kementerian Kesehatan. Bupati Pati"
        " menerima piala pada malam penganugerahan Swasti Saba dan STBM Award 2023. Adapun STBM"
        " Award melihat lima pilar."
    )
    claims = read(text, "Pati Raih Swasti Saba Wiwerda", published=None).claims

    assert [claim.scheme for claim in claims] == ["swasti-saba"]


def test_the_province_a_region_lay_in_before_is_no_receiver() -> None:
    text = "Pemkab Nduga, Provinsi Papua, menerima opini WTP dari BPK atas LKPD tahun 2021."
    claims = read(text, "Nduga Terima Opini WTP", published=None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Nduga"]


def test_a_class_of_any_edition_is_told_where_no_year_is() -> None:
    text = (
        "Menteri Kesehatan menyerahkan penghargaan STBM Berkelanjutan. Provinsi yang menerima"
        " penghargaan STBM Berkelanjutan Eka Pratama adalah Provinsi Bali."
    )
    reading = read(text, "Menkes Serahkan Penghargaan STBM Berkelanjutan", published=None)

    assert [claim.predicate for claim in reading.claims] == ["Eka Pratama"]


def test_an_office_of_the_giver_receives_where_the_sentence_says_so() -> None:
    text = "Kanwil Kemenkumham Bali meraih penghargaan JDIHN Award terbaik ke-2 tahun 2024."
    reading = read(text, "Kemenkumham Bali Raih JDIHN Award", published=None)

    assert [claim.recipient for claim in reading.claims] == ["Kanwil Kemenkumham Bali"]


def test_an_official_whose_name_stands_between_commas_receives_for_the_region() -> None:
    text = (
        "Komitmen Pemkab Blora mendapat pengakuan. Bupati Blora, Raden, menerima Universal Health"
        " Coverage (UHC) Award 2026 atas dukungannya kepada program jaminan kesehatan."
    )
    story = read(text, "Raden Terima Penghargaan UHC Award 2026")

    assert [claim.recipient for claim in story.claims] == ["Kabupaten Blora"]


def test_who_gives_the_award_away_is_no_receiver() -> None:
    text = (
        "Pemda Daerah Istimewa Yogyakarta memberikan penghargaan Paritrana Award 2022, Senin"
        " (30/1/2023). Penghargaan diberikan kepada Kabupaten Bantul sebagai juara 1."
    )
    story = read(text, "Kabupaten Bantul Raih Juara 1 Paritrana Award 2022")

    assert [claim.recipient for claim in story.claims] == ["Kabupaten Bantul"]


def test_a_class_of_some_areas_is_not_that_of_who_was_told_of_before() -> None:
    text = (
        "Pada Survei Penilaian Integritas (SPI) 2025 Kabupaten Pati mencatat skor 80,48."
        " Beberapa wilayah yang masuk kategori rentan termasuk Kabupaten Blora dengan skor 67,93"
        " dan Kota Tegal dengan 68,27."
    )
    story = read(text, "KPK Umumkan Hasil SPI 2025", published=None)

    assert {claim.recipient: claim.predicate for claim in story.claims} == {
        "Kabupaten Pati": None,
        "Kabupaten Blora": "Rentan",
        "Kota Tegal": "Rentan",
    }


def test_villages_told_one_to_a_sentence_have_what_the_first_one_has() -> None:
    text = (
        "Untuk Program Kampung Iklim (ProKlim) didapat tiga penghargaan ProKlim Lestari,"
        " yaitu Desa Karang, Kecamatan Jepon, Kabupaten Blora. Desa Sukolilo, Kecamatan Sukolilo,"
        " Kabupaten Pati. Kelurahan Kraton, Kecamatan Tegal Barat, Kota Tegal."
    )
    story = read(text, "Desa-desa Raih Penghargaan ProKlim Lestari 2024", published=None)

    assert {claim.recipient: claim.predicate for claim in story.claims} == {
        "Desa Karang Kabupaten Blora": "Lestari",
        "Desa Sukolilo Kabupaten Pati": "Lestari",
        "Kelurahan Kraton Kota Tegal": "Lestari",
    }


def test_of_two_classes_told_of_several_nobody_is_given_one() -> None:
    text = (
        "Pemkab Pati meraih penghargaan Program Kampung Iklim (ProKlim) 2022 sebab membawa desa"
        " mendapatkan penghargaan ProKlim Utama maupun ProKlim Lestari."
    )
    claims = read(text, "Pati Raih Penghargaan ProKlim", published=None).claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [("Kabupaten Pati", None)]


def test_a_misspelt_award_has_its_class() -> None:
    text = (
        "Penghargaan piala anugrah Adipura 2023 diperoleh tiga kabupaten/kota yaitu Kota Tegal,"
        " Kabupaten Pati, dan Kabupaten Blora."
    )

    claims = read(text, "Penghargaan Adipura 2023 Diserahkan", published=None).claims
    assert {claim.recipient: claim.predicate for claim in claims} == dict.fromkeys(THREE, "Adipura")


def test_a_list_goes_on_behind_a_province_in_brackets() -> None:
    text = (
        "Kemendagri mengumumkan tiga daerah peraih Parasamya Purnakarya Nugraha. Tiga daerah"
        " tersebut masing-masing Kabupaten Pati (Jawa Tengah), Pinrang (Sulawesi Selatan), dan"
        " Bantul (DI Yogyakarta)."
    )
    claims = read(text, "3 Daerah Raih Parasamya Purnakarya Nugraha", published=None).claims

    assert [claim.recipient for claim in claims] == [
        "Kabupaten Pati",
        "Kabupaten Pinrang",
        "Kabupaten Bantul",
    ]
