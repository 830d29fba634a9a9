"""A hospital called after a person and after its town, and what stands in a score's own bracket."""

from tests.awards.stories import read


def test_a_hospital_called_by_its_town_is_the_one_named_in_full() -> None:
    text = (
        "Survei kepuasan masyarakat 2024 menempatkan RSUD dr. H. Jusuf SK, Tarakan pada nilai 91,25"
        " atau mutu pelayanan A (sangat baik)."
    )
    claims = read(text, "Nilai IKM RSUD Tarakan 91,25, Masuk Kategori Sangat Baik").claims

    assert [(c.recipient, c.score, c.category) for c in claims] == [
        ("RSUD dr. H. Jusuf SK", 91.25, "A")
    ]


def test_two_hospitals_of_one_town_stay_two() -> None:
    text = (
        "Survei kepuasan masyarakat 2024 menempatkan RSUD dr. H. Jusuf SK, Tarakan pada nilai 91,25"
        " dan RSUD Tarakan pada nilai 88,20. RSUD dr. Hadi Surya, Tarakan meraih nilai 84,10."
    )
    claims = read(text, "Nilai IKM Rumah Sakit Diumumkan").claims

    assert {c.score for c in claims} == {91.25, 88.20, 84.10}


def test_a_class_in_the_bracket_of_a_score_is_told_of_that_score_alone() -> None:
    text = (
        "Pemprov Kalimantan Utara memperoleh opini kualitas tertinggi dari Ombudsman RI atas"
        " kepatuhan pelayanan publik 2024. Di lingkup kabupaten/kota, Kota Tarakan memperoleh"
        " 95,31, Kabupaten Bulungan 90,20, dan Tana Tidung 79,44 (zona kuning)."
    )
    claims = read(text, "Ombudsman Ganjar Pemprov Kaltara").claims

    assert [(c.recipient, c.zone) for c in claims if c.score] == [
        ("Kota Tarakan", None),
        ("Kabupaten Bulungan", None),
        ("Kabupaten Tana Tidung", "kuning"),
    ]
