"""Offices with scores of their own: how stories tell whose each number is."""

import pytest

from tests.awards.stories import GRANT, read

PLAIN = f"{GRANT} dengan nilai 91,20 dan zona hijau, Senin (2/12/2024).\n\n"


def _units(told: str, headline: str = "Kendal Raih Zona Hijau") -> list[tuple[str, float]]:
    (claim,) = read(PLAIN + told, headline).claims
    assert claim.score == 91.2
    return [(each.unit, each.score) for each in claim.units]


@pytest.mark.parametrize(
    ("told", "units"),
    [
        (
            "Angka 94,07 dibukukan Dinas Sosial, 93,18 oleh DPMPTSP, dan 90,11 milik Disdukcapil.",
            [("Dinsos", 94.07), ("DPMPTSP", 93.18), ("Disdukcapil", 90.11)],
        ),
        ("Yang paling rendah, 82,40, dipegang Dinas Pendidikan.", [("Dinas Pendidikan", 82.4)]),
        (
            "Nilai tertinggi ada di Kecamatan Boja, yakni 95,30. Terendah di RSUD Kendal, "
            "hanya 78,61.",
            [("Kecamatan Boja", 95.3), ("RSUD Kendal", 78.61)],
        ),
        (
            "Lonjakan terjadi di Dinas Sosial, dari 75,20 pada 2023 menjadi 92,30 tahun ini.",
            [("Dinsos", 92.3)],
        ),
        (
            '"Dukcapil juga bagus, 92,15. Yang harus dikejar itu Disdik, baru 81,30,".',
            [("Disdukcapil", 92.15), ("Disdik", 81.3)],
        ),
        (
            '"Kalau Dinsos dan DPMPTSP memang aman, 90,05 dan 93,41," ujarnya.',
            [("Dinsos", 90.05), ("DPMPTSP", 93.41)],
        ),
        (
            "Nilai Puskesmas Bina Harapan 93,22 dan Dinas Sosial 90,40.",
            [("Puskesmas Bina Harapan", 93.22), ("Dinsos", 90.4)],
        ),
        (
            "Dinas Kesehatan membuktikan bisa menjadi yang terbaik dengan nilai 95,12, "
            "disusul DPMPTSP 94,30.",
            [("Dinkes", 95.12), ("DPMPTSP", 94.3)],
        ),
        ("Nilai Dinas Sosial PPKBPPPA 92,10.", [("Dinsos PPKBPPPA", 92.1)]),
    ],
)
def test_each_number_is_that_of_its_office(told: str, units: list[tuple[str, float]]) -> None:
    assert _units(told) == units


@pytest.mark.parametrize(
    "told",
    [
        "Dinas Kesehatan berharap nilainya naik menjadi 95,12 tahun depan.",
        "Anggaran di Dinas Sosial, hanya 2,50 miliar, terserap habis.",
        "Paling rendah 78,00 untuk masuk zona hijau.",
    ],
)
def test_wishes_money_and_limits_are_no_scores(told: str) -> None:
    assert _units(told) == []


def test_units_belong_to_the_region_that_opens_their_paragraph() -> None:
    told = (
        "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2024 kepada Kabupaten "
        "Batang dan Kabupaten Demak, Senin (2/12/2024).\n\n"
        "Kabupaten Batang meraih 89,12. Nilai DPMPTSP 92,40 dan Dinas Kesehatan 88,15.\n\n"
        "Sementara itu Kabupaten Demak meraih 85,33. Nilai Disdukcapil di sana 90,05."
    )
    units = {c.recipient: [u.unit for u in c.units] for c in read(told, "Rapor Hijau").claims}
    assert units == {"Kabupaten Batang": ["DPMPTSP", "Dinkes"], "Kabupaten Demak": ["Disdukcapil"]}


def test_the_giver_does_not_own_the_score_behind_its_name() -> None:
    told = "Kabupaten Batang menerima piagam zona hijau Ombudsman RI dengan nilai 88,43 tahun 2024."
    (claim,) = read(told, "Batang Terima Piagam").claims
    assert (claim.recipient, claim.score) == ("Kabupaten Batang", 88.43)


def test_what_stays_is_held_now() -> None:
    told = f"{GRANT} dengan nilai 91,20, naik dari 88,10 tahun lalu, dan tetap di zona hijau."
    (claim,) = read(told).claims
    assert claim.zone == "hijau"


def test_the_department_of_the_headline_receives_through_itself() -> None:
    told = (
        "Dinas Kesehatan Kota Tegal meraih penghargaan penilaian kepatuhan pelayanan publik 2024 "
        "dari Ombudsman RI dengan nilai 95,16.\n\n"
        '"Kota Tegal melalui Dinkes Kota Tegal berhasil meraih peringkat pertama. Nilai yang kami '
        'raih naik dari 88,10 pada 2023 menjadi 95,16," katanya.'
    )
    (claim,) = read(told, "Dinkes Kota Tegal Raih Peringkat 1 Ombudsman").claims
    assert (claim.recipient, claim.score, claim.rank) == ("Dinkes Kota Tegal", 95.16, 1)
    assert [each.score for each in claim.previous] == [88.1]


def test_a_department_cut_short_in_the_headline_is_the_one_of_the_text() -> None:
    told = (
        "Dinas Pendidikan dan Kebudayaan Kota Tegal meraih penghargaan penilaian kepatuhan "
        "pelayanan publik 2024 dari Ombudsman RI dengan nilai 90,16."
    )
    (claim,) = read(told, "Dinas Pendidikan Kota Tegal Raih Penghargaan Ombudsman").claims
    assert claim.recipient == "Disdikbud Kota Tegal"


def test_who_measures_others_receives_nothing() -> None:
    told = (
        "Diskominfo Kabupaten Batang kembali melakukan pemeringkatan keterbukaan informasi publik "
        "bagi badan publik yang telah memberikan informasi. Penghargaan peringkat I diberikan "
        "kepada DPMPTSP dengan nilai 91,95, kategori informatif, Senin (2/12/2024)."
    )
    recipients = [c.recipient for c in read(told, "Anugerah Keterbukaan Informasi Publik").claims]
    assert recipients == ["DPMPTSP Kabupaten Batang"]


def test_how_many_have_it_tells_of_nobody() -> None:
    told = (
        "Disdukcapil Kabupaten Batang menerima penghargaan penilaian kepatuhan pelayanan publik "
        "2024 dari Ombudsman RI. Menurut Ombudsman, jumlah penyelenggara yang masuk zona kuning "
        "turun."
    )
    (claim,) = read(told, "Disdukcapil Batang Raih Penghargaan Ombudsman").claims
    assert claim.zone is None


def test_hospitals_of_a_class_of_their_own_are_of_no_regency_of_the_list() -> None:
    told = (
        "Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik 2024.\n"
        "Kategori Kabupaten/Kota:\n1. Kabupaten Batang 96,20\n2. Kabupaten Demak 95,10\n"
        "Kategori RSUD:\n1. RSUD Bendan 94,10\n"
    )
    claims = read(told, "Daftar Badan Publik Informatif 2024").claims
    assert [(c.recipient, c.score, c.units) for c in claims] == [
        ("Kabupaten Batang", 96.2, ()),
        ("Kabupaten Demak", 95.1, ()),
        ("RSUD Bendan", 94.1, ()),
    ]


def test_a_speech_is_held_on_the_day_of_the_ceremony() -> None:
    told = (
        "Polres Batang meraih kategori Pelayanan Prima pada evaluasi pelayanan publik Polri "
        'Kementerian PANRB. "Selamat," ucap menteri dalam sambutannya, Selasa, 26 November 2024.'
    )
    (claim,) = read(told, "Polres Batang Raih Pelayanan Prima KemenPAN-RB").claims
    assert str(claim.award_date) == "2024-11-26"
