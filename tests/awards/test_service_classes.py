"""Classes of services: whose they are where several are told, and where they are explained."""

import pytest

from tests.awards.stories import only_claim, read

OMBUDSMAN = "penilaian kepatuhan pelayanan publik tahun 2024"
HANDED = f"Ombudsman RI menyerahkan penghargaan hasil {OMBUDSMAN} kepada pemda."


def test_a_group_with_a_class_of_its_own_has_not_that_of_the_one_before() -> None:
    text = (
        f"{HANDED} Ada empat kabupaten/kota yang masuk kategori kuning. Keempat daerah tersebut"
        " yaitu Kota Sabang, Aceh Jaya, Aceh Besar, dan Simeulue.\nKemudian ada dua kota yang masuk"
        " dalam kategori tertinggi, yaitu Kota Banda Aceh dan Kota Lhokseumawe. Sedangkan yang"
        " lainnya masuk dalam kategori tinggi atau zona hijau."
    )

    claims = read(text, "Ombudsman Serahkan Penghargaan", None).claims
    zones = {c.recipient: c.zone for c in claims}

    assert zones["Kota Sabang"] == zones["Kabupaten Simeulue"] == "kuning"
    assert zones["Kota Banda Aceh"] is zones["Kota Lhokseumawe"] is None


@pytest.mark.parametrize("given", ["diberikan kepada pemerintah daerah", "diserahkan bagi pemda"])
def test_to_whom_alone_a_class_is_given_is_a_rule(given: str) -> None:
    text = (
        "Dalam Penilaian Maladministrasi Pelayanan Publik Tahun 2025 tak satu pun pemda di Jambi"
        " meraih Opini Ombudsman RI. Yang dinilai yakni Pemerintah Provinsi Jambi dan Pemerintah"
        f" Kota Jambi.\nOpini Ombudsman hanya {given} yang mencapai Kualitas Tertinggi.\nDua daerah"
        " memperoleh kategori Kualitas Sedang Tanpa Maladministrasi, yakni Pemprov Jambi dengan"
        " nilai 65,98 dan Kota Jambi 62,57."
    )

    claims = read(text, "Ombudsman Jambi Laporkan Penilaian Pelayanan Publik", None).claims

    assert [(c.recipient, c.score, c.predicate) for c in claims] == [
        ("Provinsi Jambi", 65.98, "Kualitas Sedang"),
        ("Kota Jambi", 62.57, "Kualitas Sedang"),
    ]


def test_what_finally_could_be_reached_is_reached() -> None:
    text = f'"Akhirnya Kota Tegal bisa berada di zona hijau {OMBUDSMAN} Ombudsman RI," katanya.'

    assert only_claim(text, "Tegal di Zona Hijau Ombudsman").zone == "hijau"


def test_the_unit_of_the_headline_receives_beside_its_region() -> None:
    text = (
        f"Puskesmas Slerok Kota Tegal meraih piagam predikat kepatuhan {OMBUDSMAN} dari Ombudsman"
        " RI. Puskesmas Slerok mendapatkan nilai 84,87 dan masuk zona hijau. Kota Tegal sendiri"
        " berada di zona hijau."
    )

    claims = read(text, "Ombudsman Beri Penghargaan Puskesmas Slerok").claims

    assert {(c.recipient, c.score) for c in claims} == {
        ("Puskesmas Slerok Kota Tegal", 84.87),
        ("Kota Tegal", None),
    }


def test_a_slip_in_the_word_kabupaten_parts_no_list() -> None:
    text = (
        f"Tujuh pemda berada di zona kuning {OMBUDSMAN} Ombudsman RI, di antaranya Kota Mataram,"
        " Kabupaten Sumbawa, Kabubaten Dompu dan Kabupaten Bima."
    )

    claims = read(text, "Tujuh Pemda Zona Kuning Ombudsman").claims

    assert [(c.recipient, c.zone) for c in claims] == [
        ("Kota Mataram", "kuning"),
        ("Kabupaten Sumbawa", "kuning"),
        ("Kabupaten Dompu", "kuning"),
        ("Kabupaten Bima", "kuning"),
    ]


def test_classes_with_what_each_stands_for_are_nobody_s() -> None:
    text = (
        f"Ombudsman RI memberikan penghargaan {OMBUDSMAN} kepada Pemprov Jambi dengan nilai 82,11."
        " Ada tiga kategori kepatuhan yaitu rendah (merah), sedang (kuning) dan tinggi (hijau)."
    )

    claim = only_claim(text, "Jambi Raih Penghargaan Ombudsman")

    assert (claim.score, claim.zone) == (82.11, None)


def test_ordinals_go_on_with_a_ranking_of_the_paragraph_before() -> None:
    text = (
        f"Berikut hasil {OMBUDSMAN} Ombudsman RI. Urutan pertama adalah Kabupaten Blora dengan"
        " nilai 86,65.\nKedua, Kota Tegal (83,90). Ketiga ada Kabupaten Batang dengan raihan nilai"
        " 82,06 dan keempat yakni Kabupaten Kendal (81,23)."
    )

    claims = read(text, "Hasil Penilaian Ombudsman").claims

    assert [(c.recipient, c.rank, c.score) for c in claims] == [
        ("Kabupaten Blora", 1, 86.65),
        ("Kota Tegal", 2, 83.9),
        ("Kabupaten Batang", 3, 82.06),
        ("Kabupaten Kendal", 4, 81.23),
    ]


def test_who_is_only_ahead_of_another_has_nothing_of_its_own() -> None:
    text = (
        f"Pemkab Blora mendapatkan nilai 89,91 {OMBUDSMAN} Ombudsman RI. Hasil tersebut membawa"
        " Blora menempati peringkat ke-37 dari 103 kabupaten yang masuk Zona Hijau atau Predikat"
        " Kepatuhan Tinggi tingkat nasional.\nUntuk se-Jawa Tengah, Kabupaten Blora masuk peringkat"
        " ketiga, setelah Kota Tegal dan Kabupaten Batang."
    )

    assert only_claim(text, "Blora Tiga Besar Kepatuhan Ombudsman").recipient == "Kabupaten Blora"


@pytest.mark.parametrize("year", ["tahun 2021 silam", "tahun 2021"])
def test_a_score_behind_the_year_it_rose_from_is_the_new_one(year: str) -> None:
    text = (
        f"Ombudsman RI menyerahkan hasil {OMBUDSMAN}. Untuk Pemprov Jambi ada peningkatan dari"
        f" {year}, dengan nilai 85,03 zona hijau, kategori B."
    )

    claim = only_claim(text, "Ombudsman Serahkan Hasil Penilaian")

    assert (claim.recipient, claim.score, claim.zone, claim.category) == (
        "Provinsi Jambi",
        85.03,
        "hijau",
        "B",
    )


def test_who_is_named_at_once_for_a_class_has_it() -> None:
    text = (
        f"Ombudsman RI menyerahkan hasil {OMBUDSMAN}. Kepala perwakilan menambahkan untuk"
        " memperoleh kategori kepatuhan tertinggi atau opini A yakni Kota Tegal dengan perolehan"
        " nilai 92,53, Kota Salatiga dengan perolehan nilai 89,26 dan Kabupaten Blora dengan"
        " perolehan nilai 88,01."
    )

    claims = read(text, "Ini Hasil Penilaian Ombudsman").claims

    assert [(c.recipient, c.score, c.category) for c in claims] == [
        ("Kota Tegal", 92.53, "A"),
        ("Kota Salatiga", 89.26, "A"),
        ("Kabupaten Blora", 88.01, "A"),
    ]


@pytest.mark.parametrize("few", ["Tiga peringkat teratas", "Tiga provinsi terbaik"])
def test_the_best_few_have_their_places_whatever_verb_brings_their_scores(few: str) -> None:
    text = (
        f"Ombudsman RI menyerahkan hasil {OMBUDSMAN}. {few} ialah Provinsi Jambi dengan nilai"
        " 97,18, Jawa Barat meraih 96,77 dan Bali memperoleh nilai 96,46."
    )

    claims = read(text, "Ini Hasil Penilaian Ombudsman").claims

    assert [(c.recipient, c.score, c.rank) for c in claims] == [
        ("Provinsi Jambi", 97.18, 1),
        ("Provinsi Jawa Barat", 96.77, 2),
        ("Provinsi Bali", 96.46, 3),
    ]
