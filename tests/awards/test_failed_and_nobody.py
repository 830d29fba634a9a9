"""Who fails to get an award, awards that nobody gets, and bands of a scale of a thousand."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Gagal Lagi Raih Adipura", "Pemkab Lumajang gagal lagi meraih Adipura."),
        (
            "Heran Gagal Lagi Raih Adipura",
            "Kepala DLH Pemkab Lumajang mengungkap penyebab kegagalan meraih Adipura.",
        ),
        (
            "Kegagalan Pekalongan Meraih Adipura Jadi Pelajaran",
            "Wali Kota Pekalongan menyebut kegagalan meraih Adipura jadi pelajaran.",
        ),
        ("Tak Lagi Raih Adipura", "Kota Langsa tidak lagi raih Adipura tahun ini."),
        (
            "Piala Adipura Lepas dari Kota Bima",
            "Impian melanjutkan piala Adipura yang sudah empat kali diraih Kota Bima pupus.",
        ),
        (
            "Kendal dan Adipura",
            "Kendal ingin melanjutkan piala Adipura yang diraih beruntun, namun gagal terwujud.",
        ),
    ],
)
def test_who_fails_has_nothing(title: str, told: str) -> None:
    assert not read(told, title).claims


def test_others_who_got_it_do_not_make_a_failure_an_award() -> None:
    told = (
        "Kabupaten Kendal gagal meraih Adipura. Bau TPA membuat impian melanjutkan piala"
        " Adipura yang sudah diraih beruntun gagal terwujud. Kendal gagal menyamai Batang, Demak"
        " dan Jepara yang tahun ini meraih Adipura."
    )

    assert not read(told, "Kendal Gagal Pertahankan Penghargaan Adipura").is_award_story


@pytest.mark.parametrize(
    ("title", "told", "predicate"),
    [
        (
            "Gagal WTP, Kendal Dapat WDP",
            "Kabupaten Kendal gagal mempertahankan WTP. BPK memberi opini WDP atas LKPD itu.",
            "WDP",
        ),
        (
            "Tak Gagal Lagi, Klaten Akhirnya Raih Adipura",
            "Setelah berkali-kali gagal, Kabupaten Klaten akhirnya meraih Adipura.",
            "Adipura",
        ),
    ],
)
def test_what_came_instead_or_after_all_is_held(title: str, told: str, predicate: str) -> None:
    assert [c.predicate for c in read(told, title).claims] == [predicate]


def test_who_fails_to_leave_a_zone_is_in_it() -> None:
    told = (
        "Kabupaten Kendal gagal keluar dari zona kuning dengan nilai 70,11 pada penilaian"
        " kepatuhan Ombudsman 2023."
    )

    assert [c.zone for c in read(told).claims] == ["kuning"]


@pytest.mark.parametrize(
    "title",
    [
        "Belum Ada Kota di Riau yang Raih Adipura Kencana",
        "Tak Ada Daerah di Riau yang Dapat Adipura Kencana",
        "Kementerian Pastikan Belum Ada Kabupaten/Kota Terkategori Layak Anak",
    ],
)
def test_where_nobody_gets_it_is_no_award_story(title: str) -> None:
    told = (
        "Kementerian menyatakan baru Kota Dumai yang mendapat sertifikat Adipura. Penghargaan bagi"
        " daerah yang bersih diserahkan di Jakarta pada tiap akhir Februari."
    )

    assert not read(told, title).is_award_story


def test_nobody_with_a_poor_result_is_good_news() -> None:
    told = (
        "Kota Dumai meraih nilai 93,20 pada penilaian kepatuhan Ombudsman 2023, tertinggi di Riau."
    )

    assert read(told, "Tak Ada Daerah yang Dapat Rapor Merah, Dumai Tertinggi").is_award_story


def test_bands_of_a_scale_of_a_thousand_are_a_rule() -> None:
    told = (
        "Kota Depok memperoleh nilai 712,40 pada penilaian Kota Layak Anak. Kategori madya dengan"
        " nilai 601-700, kategori nindya dengan nilai 701-800."
    )

    assert [c.predicate for c in read(told, "Depok Dapat 712,40").claims] == [None]
