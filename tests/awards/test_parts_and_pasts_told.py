"""Parts of an assessment in per cent, ranges of a goal, the last time, what somebody has left."""

import pytest

from crawler.awards.between_names import GAP
from tests.awards.stories import read

_MCP = "penilaian Monitoring Center for Prevention (MCP) KPK"


@pytest.mark.parametrize(
    "told",
    [
        '"Dalam optimalisasi pajak daerah Sulsel skor 30,5 persen, masih kecil," katanya.',
        "Untuk intervensi perencanaan 68,55 persen, PTSP (62,27 persen), dan APIP (51,7 persen).",
    ],
)
def test_parts_in_per_cent_are_no_score(told: str) -> None:
    text = f"Provinsi Sulawesi Selatan menempati posisi 13 nasional dalam {_MCP} 2020.\n{told}"
    (claim,) = read(text, "Sulsel Tempati Peringkat 13 MCP KPK", published=None).claims

    assert (claim.rank, claim.score, claim.units) == (13, None, ())


@pytest.mark.parametrize(
    "told",
    [
        "Kita target, setelah pembenahan, pada 2023 nilai MCP kita mencapai 94 sampai 95 persen.",
        "Rata-rata nasional pada 2021 di angka 72,4 dan tahun 2022 di angka 80,2.",
    ],
)
def test_goals_and_means_are_no_score_of_another_year(told: str) -> None:
    text = f"Pemprov Sulsel meraih nilai 93,63 dalam {_MCP} tahun 2022, Selasa.\n{told}"
    (claim,) = read(text, "Sulsel Raih Nilai 93,63 MCP KPK", published=None).claims

    assert (claim.score, claim.previous) == (93.63, ())


def test_a_zone_that_somebody_got_out_of_is_not_held() -> None:
    text = (
        f"Pemkab Konawe Kepulauan berhasil menaikkan nilai {_MCP} menjadi 55 persen dan keluar dari"
        ' belenggu "rapor merah", Senin.'
    )
    title = "Keluar dari 'Rapor Merah' KPK, Nilai MCP Konawe Kepulauan Naik 55 Persen"
    (claim,) = read(text, title).claims

    assert (claim.score, claim.zone) == (55, None)


def test_the_place_of_the_last_time_is_of_its_year() -> None:
    text = (
        "Kota Semarang dinobatkan sebagai kota terbaik dengan skor 3,43 dalam Evaluasi"
        " Penyelenggaraan Pemerintahan Daerah (EPPD) 2022 dari Kemendagri, Sabtu (29/4/2023).\n"
        "Terakhir, Kota Semarang di peringkat 10 pada 2019."
    )
    (claim,) = read(text, "Kota Semarang Raih Skor 3,43 EPPD 2022").claims

    assert (claim.score, claim.rank == 10) == (3.43, False)


def test_an_office_misspelt_does_not_end_its_list() -> None:
    assert GAP.fullmatch(", Insepktorat Daerah, ")
    assert not GAP.fullmatch(", Budi Santoso, ")


def test_the_openest_offices_of_a_regency_are_ranked_by_score() -> None:
    text = (
        "Lima perangkat daerah terbaik dalam keterbukaan informasi publik diganjar penghargaan,"
        " Senin. Dinas Sosial Luwu Utara meraih skor 70,38 dan Disdukcapil 67,42."
    )
    title = "Perangkat Daerah dengan Keterbukaan Informasi Publik Terbaik di Luwu Utara"

    assert [claim.score for claim in read(text, title).claims] == [70.38, 67.42]


_KANTAH = (
    "Kantor Pertanahan Kabupaten Tanah Laut meraih penghargaan kepatuhan penyelenggaraan pelayanan"
    " publik 2024 dari Ombudsman RI Perwakilan Kalimantan Selatan, Rabu (11/12/2024).\n"
)


@pytest.mark.parametrize(
    "among", ["di lingkup Kanwil BPN Kalsel", "dari 13 kantah di jajaran Kanwil BPN Kalsel"]
)
def test_the_score_is_of_the_highest_and_not_of_those_it_is_among(among: str) -> None:
    text = f"{_KANTAH}Kantah Tanah Laut mencatat nilai tertinggi {among}, dengan nilai 99,57."
    (claim,) = read(text, "Kantah Tanah Laut Raih Penghargaan Ombudsman").claims

    assert (claim.recipient, claim.score) == ("Kantor Pertanahan Kabupaten Tanah Laut", 99.57)


def test_means_of_more_kinds_are_nobody_s() -> None:
    text = (
        f"{_KANTAH}Di Kalsel, nilai rata-rata Pemda pada 2024 adalah 93,64, Polres dengan rata-rata"
        " nilai 93,89, dan Kantor Pertanahan dengan rata-rata nilai 93,31."
    )
    (claim,) = read(text, "Kantah Tanah Laut Raih Penghargaan Ombudsman").claims

    assert claim.score is None
