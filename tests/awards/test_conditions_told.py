"""What is only a condition, an example or a score of last year; and which of two years is told."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("word", ["syarat", "kriteria"])
@pytest.mark.parametrize(("first", "second"), [("Pertama,", "Kedua,"), ("1.", "2.")])
def test_points_behind_conditions_are_nobodys(word: str, first: str, second: str) -> None:
    told = read(
        "Ombudsman Bengkulu belum menyerahkan piagam penghargaan untuk Pemda Mukomuko dalam"
        " Penilaian Kepatuhan Pelayanan Publik tahun 2024. Piagam diberikan kepada daerah yang"
        f" memenuhi dua {word}. {first} sudah masuk zona hijau. {second} menindaklanjuti aduan.",
        "Mukomuko Belum Terima Penghargaan Ombudsman, Ini Alasannya",
    )
    assert not told.is_award_story


def test_points_of_a_result_are_results() -> None:
    claims = read(
        "Pemda Mukomuko meraih dua predikat dari Ombudsman RI tahun 2024. Pertama, masuk zona"
        " hijau. Kedua, opini kualitas tinggi.",
        "Mukomuko Terima Penghargaan Ombudsman",
    ).claims
    assert [(c.zone, c.predicate) for c in claims] == [("hijau", "Kualitas Tinggi")]


@pytest.mark.parametrize("such_as", ["seperti", "misalnya"])
def test_examples_of_something_else_receive_nothing(such_as: str) -> None:
    claims = read(
        "Kabupaten Bungo meraih zona hijau kepatuhan dari Ombudsman RI dengan nilai 85,10. Bupati"
        f" menuturkan, ada lembaga yang bersifat independen, {such_as} Komisi Yudisial, Komisi"
        " Pemilihan Umum, dan Badan Pemeriksa Keuangan.",
        "Kabupaten Bungo Raih Zona Hijau Ombudsman",
    ).claims
    assert [claim.recipient for claim in claims] == ["Kabupaten Bungo"]


def test_who_was_only_taken_in_receives_nothing() -> None:
    claims = read(
        "Ombudsman menyebut Pemkab Boalemo masuk zona merah dalam survei kepatuhan tahun 2017"
        " dengan nilai 31,42. Saat itu yang disurvei Pohuwato, kemudian Kabupaten Bone Bolango"
        " dan Kabupaten Gorontalo baru diikutkan.",
        "Boalemo Masuk Zona Merah Kepatuhan Ombudsman",
    ).claims
    assert [claim.recipient for claim in claims] == ["Kabupaten Boalemo"]


@pytest.mark.parametrize("moved", ["justru menurun menjadi", "naik menjadi", "malah turun ke"])
def test_this_year_behind_a_score_may_be_that_of_the_next(moved: str) -> None:
    claims = read(
        "Dalam survei kepatuhan Ombudsman tahun 2019, Sarolangun yang tahun sebelumnya di angka"
        f" 57,65 tahun ini {moved} 54,32 dan berada di zona kuning.",
        "Sarolangun Masuk Zona Kuning Kepatuhan Ombudsman",
    ).claims
    assert [(c.score, [e.score for e in c.previous]) for c in claims] == [(54.32, [57.65])]


def test_the_latest_of_years_in_a_row_is_the_edition() -> None:
    claims = read(
        "Ombudsman menyebut Pemkab Boalemo masuk zona merah. Dalam dua kali survei oleh Ombudsman"
        " Republik Indonesia, yakni di tahun 2016 dan di tahun 2017, Pemkab Boalemo tetap di zona"
        " merah. Pada tahun 2016 Pemkab Boalemo hanya mengoleksi nilai 27,47. Sementara untuk tahun"
        " 2017 Pemkab Boalemo menaikkan nilai menjadi 31,42.",
        "Pelayanan Publik Boalemo Masuk Zona Merah",
        None,
    ).claims
    assert [(c.year, c.score) for c in claims] == [(2017, 31.42)]
