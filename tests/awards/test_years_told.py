"""Years that a result is compared with, and those that the sentence before tells."""

from datetime import datetime

from tests.awards.stories import WIB, only_claim, read

PUBLISHED = datetime(2018, 12, 12, 9, 0, tzinfo=WIB)
TOLD = "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik tahun 2018. "


def test_the_year_compared_with_is_not_that_of_what_came_of_it() -> None:
    text = (
        f"{TOLD}Di tahun 2017, Pemkab Kendal mengalami penurunan nilai dibanding nilai tahun 2016"
        " karena hanya bisa mengoleksi nilai 42,94. Tahun ini Pemkab Kendal hanya bisa meraih"
        " nilai 73,17 dan berada di posisi ke 82 dari 199 kabupaten."
    )

    (claim,) = read(text, "Kendal di Zona Kuning Ombudsman", PUBLISHED).claims

    assert (claim.score, claim.rank) == (73.17, 82)
    assert [(each.year, each.score) for each in claim.previous] == [(2017, 42.94)]


def test_a_place_that_an_old_score_gave_is_an_old_place() -> None:
    text = (
        f"{TOLD}Pemkab Kendal pada tahun 2016 memperoleh nilai 50,76. Nilai tersebut menempatkan"
        " Pemkab Kendal di posisi ke-74 dari 85 kabupaten. Tahun ini Pemkab Kendal memperoleh"
        " nilai 62,94. Dengan nilai 62,94 itu Pemkab Kendal berada di posisi ke-97."
    )

    (claim,) = read(text, "Pelayanan Kendal Dinilai Ombudsman", PUBLISHED).claims

    assert (claim.score, claim.rank) == (62.94, 97)


def test_awards_that_came_before_this_one_are_told_in_passing() -> None:
    text = (
        "Pemkab Kendal menerima SAKIP Award 2024 dengan predikat B dari KemenPANRB, setelah"
        " sebelumnya menerima beberapa penghargaan atas kinerja pemerintah daerah, di antaranya:"
        " opini WTP atas LKPD 2023, penghargaan UHC Award peringkat kategori utama."
    )

    assert only_claim(text, "Kendal Terima SAKIP Award").scheme == "sakip"


def test_a_class_told_ahead_of_a_list_is_everybody_s_whatever_place_each_has() -> None:
    text = (
        "Komisi Informasi Pusat menyerahkan Anugerah Keterbukaan Informasi Publik. Adapun dalam"
        " kategori pemerintah provinsi klasifikasi Menuju Informatif, Pemprov Jambi berada di"
        " nomor urut 1 dengan nilai 88.95, Pemprov Riau nomor urut 2 dengan nilai 88.45, serta"
        " Pemprov Banten nomor urut 3 dengan nilai 88.38."
    )

    claims = read(text, "Jambi Raih Klasifikasi Menuju Informatif").claims

    assert [(c.recipient, c.score, c.rank, c.predicate) for c in claims] == [
        ("Provinsi Jambi", 88.95, 1, "Menuju Informatif"),
        ("Provinsi Riau", 88.45, 2, "Menuju Informatif"),
        ("Provinsi Banten", 88.38, 3, "Menuju Informatif"),
    ]


def test_a_police_station_is_one_whatever_its_rank_is_called() -> None:
    text = (
        "Polresta Banyumas masuk zona hijau penilaian kepatuhan pelayanan publik 2023 dari"
        " Ombudsman RI. Polres Banyumas meraih nilai 83,22."
    )

    claim = only_claim(text, "Polresta Banyumas Masuk Zona Hijau Ombudsman")

    assert (claim.recipient, claim.score, claim.zone) == ("Polresta Banyumas", 83.22, "hijau")


def test_a_broadcaster_in_whose_hall_it_is_given_receives_nothing() -> None:
    text = (
        f"{TOLD}Piagam diserahkan di Auditorium TVRI Jakarta dan Pemerintah Provinsi Jambi meraih"
        " kepatuhan tinggi dengan nilai 83,96."
    )

    assert only_claim(text, "Jambi Raih Kepatuhan Tinggi").recipient == "Provinsi Jambi"
