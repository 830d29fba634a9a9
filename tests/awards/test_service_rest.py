"""The rest of many, one of them who is named, and all of those just counted."""

import pytest

from tests.awards.stories import read

LISTED = (
    "Ombudsman RI memberikan zona hijau untuk tiga daerah di Jawa Tengah dalam penilaian kepatuhan"
    " pelayanan publik tahun 2024. Tiga daerah dimaksud yaitu Kabupaten Blora dengan nilai 86,61,"
    " Kota Tegal dengan nilai 84,74, dan Kabupaten Batang dengan nilai 79,36."
)
HEADLINE = "Ombudsman Beri Zona Hijau untuk Tiga Daerah"


@pytest.mark.parametrize(
    "rest",
    [
        "Sedangkan delapan daerah sisanya masuk zona kuning dengan kategori kualitas sedang,",
        "Sisanya masuk zona kuning,",
        "Daerah lainnya masuk zona kuning",
    ],
)
def test_of_the_others_the_one_that_is_included_has_it(rest: str) -> None:
    text = f"{LISTED} {rest} termasuk Pemerintah Provinsi Jawa Tengah dengan nilai 69,38."

    claims = read(text, HEADLINE).claims

    assert {(c.recipient, c.zone) for c in claims} == {
        ("Kabupaten Blora", "hijau"),
        ("Kota Tegal", "hijau"),
        ("Kabupaten Batang", "hijau"),
        ("Provinsi Jawa Tengah", "kuning"),
    }


@pytest.mark.parametrize(
    "those", ["Ketiga daerah itu semuanya", "Ketiga daerah tersebut seluruhnya"]
)
def test_all_of_those_just_counted_are_not_all_of_the_story(those: str) -> None:
    text = (
        "Dari lima daerah yang dinilai Ombudsman RI dalam penilaian kepatuhan tahun 2024, dua di"
        " antaranya mendapatkan penilaian buruk (rapor merah). Kedua daerah dengan nilai merah itu"
        " adalah Kabupaten Kendal dan Kota Salatiga.\nTiga daerah lain yang ikut dinilai adalah"
        f" Kabupaten Blora, Kota Tegal dan Kabupaten Batang. {those} mendapatkan nilai kuning."
    )

    claims = read(text, "Ombudsman Beri Rapor Merah untuk Dua Daerah").claims

    assert {(c.recipient, c.zone) for c in claims} == {
        ("Kabupaten Kendal", "merah"),
        ("Kota Salatiga", "merah"),
        ("Kabupaten Blora", "kuning"),
        ("Kota Tegal", "kuning"),
        ("Kabupaten Batang", "kuning"),
    }


@pytest.mark.parametrize("said", ["dikatakan Mastri jika", "ia menyebut jika"])
def test_what_is_reported_with_jika_is_so(said: str) -> None:
    text = (
        "Hasil penilaian kepatuhan pelayanan publik tahun 2024 dari Ombudsman RI diumumkan. Untuk"
        f" tingkat kota, {said} Kota Tegal berada di zona hijau dengan nilai 86,12."
    )

    (claim,) = read(text, "Ombudsman Umumkan Hasil Penilaian").claims

    assert (claim.recipient, claim.zone, claim.score) == ("Kota Tegal", "hijau", 86.12)


def test_a_number_alone_that_heads_a_sentence_speaks_of_so_many() -> None:
    text = (
        "Ombudsman Jambi menyatakan standar layanan publik di Provinsi Jambi dalam penilaian"
        " kepatuhan tahun 2024 belum baik. Kota Jambi masuk zona hijau dengan nilai 84,10.\n"
        '"Secara umum layanan publik Jambi belum bisa dikatakan baik. Dari 10 kabupaten/kota yang'
        ' disurvei baru empat yang hijau. Enam belum hijau, masih merah dan kuning," ujarnya.'
    )

    claims = read(text, "Layanan Publik di Jambi Belum Baik").claims

    assert [(c.recipient, c.zone) for c in claims] == [("Kota Jambi", "hijau")]


@pytest.mark.parametrize(
    "others",
    [
        "sedangkan Pemda lainnya di Jawa Tengah mendapatkan skor kepatuhan sedang (zona kuning).",
        "sementara daerah lain masih berada di zona kuning.",
        "adapun kabupaten dan kota lainnya masuk zona kuning.",
    ],
)
def test_what_the_others_have_is_not_theirs(others: str) -> None:
    text = (
        "Penghargaan kepatuhan pelayanan publik tahun 2024 dari Ombudsman RI diterima Pemkab"
        " Blora, Pemkab Kendal, dan Pemkot Tegal. Mereka mendapatkan skor kepatuhan tinggi,"
        f" {others}"
    )

    claims = read(text, "Tiga Daerah Terima Penghargaan Kepatuhan Ombudsman").claims

    assert {(c.recipient, c.zone) for c in claims} == {
        ("Kabupaten Blora", None),
        ("Kabupaten Kendal", None),
        ("Kota Tegal", None),
    }
