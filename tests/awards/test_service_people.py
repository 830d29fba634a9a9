"""Who has the result: heads of offices and regions in person, governments called by their kind."""

import pytest

from tests.awards.stories import HEADLINE, only_claim, read

OMBUDSMAN = "penilaian kepatuhan pelayanan publik tahun 2022"


@pytest.mark.parametrize(
    ("head", "office"),
    [("Kapolres Kendal AKBP Imam", "Polres Kendal"), ("Kalapas Brebes, Budi,", "Lapas Brebes")],
)
def test_who_heads_an_office_of_the_state_receives_for_it(head: str, office: str) -> None:
    text = (
        f"{head} menerima penghargaan dari Kepala Ombudsman RI Perwakilan Jateng karena kantor"
        f" yang ia pimpin mendapat zona hijau {OMBUDSMAN}. Jumlah itu naik lebih 100 persen."
    )

    claim = only_claim(text, "Raih Zona Hijau Ombudsman, Ini Katanya")

    assert (claim.recipient, claim.zone, claim.score) == (office, "hijau", None)


def test_whoever_only_looks_on_has_nothing() -> None:
    text = (
        f"Pemkab Kendal meraih zona hijau {OMBUDSMAN} dari Ombudsman RI. Piagam diserahkan kepada"
        " bupati, dan Kapolres Kendal AKBP Imam mengucapkan selamat."
    )

    assert only_claim(text).recipient == "Kabupaten Kendal"


def test_who_receives_a_place_in_person_has_it_beside_those_named_as_governments() -> None:
    text = (
        "Hasil Penilaian Kepatuhan Ombudsman RI tahun 2023 diserahkan kepada Pemerintah Provinsi"
        " Jawa Tengah dan 35 kabupaten/kota. Hadir Bupati Batang yang sekaligus menerima"
        " penghargaan sebagai peringkat pertama, disusul Kabupaten Blora pada peringkat kedua,"
        " serta Bupati Kendal yang turut hadir menerima penghargaan pada peringkat ketiga.\n"
        "Berdasarkan penilaian itu, Pemerintah Provinsi masih berada pada zona kuning."
    )

    claims = read(text, "Rapor Penilaian Kepatuhan Ombudsman RI").claims

    assert {(c.recipient, c.rank, c.zone) for c in claims} == {
        ("Kabupaten Batang", 1, None),
        ("Kabupaten Blora", 2, None),
        ("Kabupaten Kendal", 3, None),
        ("Provinsi Jawa Tengah", None, "kuning"),
    }


@pytest.mark.parametrize("place", ["provinsi berbasis kepulauan", "provinsi paling barat"])
def test_a_province_that_is_described_only_tells_where(place: str) -> None:
    text = (
        f"Ombudsman RI merilis, dua pemerintah kabupaten di {place} Aceh, masuk dalam kategori zona"
        f" merah {OMBUDSMAN}.\nYang masuk zona merah terdiri atas Kabupaten Pidie (44,10) dan"
        " Kabupaten Bireuen (43,05)."
    )

    claims = read(text, "Dua Daerah Masuk Zona Merah Ombudsman").claims

    assert [c.recipient for c in claims] == ["Kabupaten Pidie", "Kabupaten Bireuen"]


def test_those_of_a_list_who_have_years_of_their_own_had_it_then() -> None:
    text = (
        f"Kabupaten Kendal masuk zona kuning dengan nilai 63,58 dalam {OMBUDSMAN} Ombudsman RI."
        " Baru dua pemda yang masuk zona hijau yakni Kabupaten Batang tercapai pada tahun 2016 dan"
        " Kota Tegal tercapai pada tahun 2017."
    )

    assert only_claim(text, "Kendal Masuk Zona Kuning Ombudsman").recipient == "Kabupaten Kendal"


def test_who_won_earlier_and_was_not_looked_at_has_no_award_now() -> None:
    text = (
        "Hasil survei kepatuhan Ombudsman RI pada 2017 menunjukkan dua kabupaten berpredikat zona"
        " merah yaitu Kendal dengan nilai 37,86 dan Batang 31,43. Khusus Kabupaten Blora tidak"
        " disurvei karena pada 2016 sudah memperoleh predikat zona hijau."
    )

    claims = read(text, "Ombudsman: Dua Kabupaten Masuk Zona Merah").claims

    assert [c.recipient for c in claims] == ["Kabupaten Kendal", "Kabupaten Batang"]


def test_what_a_meeting_beside_the_ceremony_is_about_is_given_to_nobody() -> None:
    text = (
        "Ombudsman RI menyerahkan hasil Penilaian Kepatuhan Pelayanan Publik tahun 2023, bersamaan"
        " dengan pembukaan sosialisasi Pemantauan dan Evaluasi Kinerja Penyelenggaraan Pelayanan"
        " Publik (PEKPPP) tahun 2024 oleh Kementerian PANRB.\nPenerima predikat zona hijau dengan"
        " opini kualitas tertinggi antara lain Kota Tegal, Kabupaten Batang, Kendal, dan Blora."
    )

    claims = read(text, "Ombudsman Serahkan Hasil Penilaian Kepatuhan").claims

    assert {claim.scheme for claim in claims} == {"ombudsman-kepatuhan"}
    assert len(claims) == 4


def test_letters_told_one_after_the_other_stay_with_their_names() -> None:
    text = (
        f'Hasil {OMBUDSMAN} dari Ombudsman RI di Jawa Tengah sudah keluar. "Kota Tegal meraih A,'
        ' Kabupaten Batang (A), yang lain B. Kendal dan Blora C," sebutnya.'
    )

    claims = read(text, HEADLINE).claims

    assert {c.recipient: c.category for c in claims} == {
        "Kota Tegal": "A",
        "Kabupaten Batang": "A",
        "Kabupaten Kendal": "C",
        "Kabupaten Blora": "C",
    }


def test_a_survey_that_is_planned_grants_nothing_yet() -> None:
    text = (
        "Ombudsman RI merencanakan survei kepatuhan pelayanan publik di tiga kabupaten di Jawa"
        " Tengah. Kabupaten Batang dan Blora masuk dalam zona merah per 2018 sehingga akan disurvei"
        " lagi."
    )

    assert not read(text, "Ombudsman RI Survei Kepatuhan Tiga Kabupaten", None).is_award_story


@pytest.mark.parametrize("outlet", ["Polda Jateng - ", "Polda Jateng | ", "Dinas Kesehatan -- "])
def test_an_office_in_the_dateline_only_reports(outlet: str) -> None:
    text = (
        f"{outlet}Kapolres Batang AKBP Ricko menerima penghargaan predikat kepatuhan pelayanan"
        " publik tahun 2024 yang diberikan Ombudsman RI, Selasa (14/1/2025)."
    )

    claims = read(text, "Polres Batang Terima Penghargaan Ombudsman").claims

    assert {c.recipient for c in claims} == {"Polres Batang"}


@pytest.mark.parametrize(
    "name",
    [
        "Sistem Administrasi Manunggal Satu Atap (Samsat) Blitar",
        "Kantor Bersama Sistem Administrasi Manunggal Satu Atap Blitar",
    ],
)
def test_a_samsat_by_its_long_name_is_no_region(name: str) -> None:
    text = (
        f"{name} meraih predikat Pelayanan Prima pada evaluasi pelayanan publik KemenPAN-RB 2021."
    )

    claims = read(text, "Layanan Samsat Diganjar Predikat Prima").claims

    assert [claim.recipient for claim in claims] == ["Samsat Blitar Kabupaten Blitar"]


def test_a_slip_in_the_grantors_name_makes_no_recipient_of_its_province() -> None:
    text = (
        "Kota Pagar Alam masuk zona merah dengan nilai 21,40 dalam survei kepatuhan pelayanan"
        " publik Ombudsman Sumsel tahun 2019."
    )

    claims = read(text, "Ombudsmas Sumsel: Kota Pagar Alam Masuk Zona Merah", None).claims

    assert [claim.recipient for claim in claims] == ["Kota Pagar Alam"]
