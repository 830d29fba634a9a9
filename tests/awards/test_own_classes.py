"""Classes told of one are not those of others with a class of their own; ways back to a result."""

from tests.awards.stories import read


def test_who_has_a_class_of_its_own_has_nothing_told_of_another() -> None:
    text = (
        "Kementerian PANRB memberikan kategori A (pelayanan prima) kepada Kabupaten Sidoarjo dengan"
        " indeks 4,61 pada PEKPPP 2024. Kabupaten Gresik memperoleh A- (4,38) dan Kabupaten"
        " Mojokerto B (3,77)."
    )
    claims = read(text, "Kategori A untuk Kabupaten Sidoarjo, A- untuk Gresik").claims

    assert [(c.recipient, c.category, c.predicate) for c in claims] == [
        ("Kabupaten Sidoarjo", "A", "Pelayanan Prima"),
        ("Kabupaten Gresik", "A-", None),
        ("Kabupaten Mojokerto", "B", None),
    ]


def test_the_same_predicate_is_the_one_told_in_full_before_its_short_form() -> None:
    text = (
        "KPPBC Tipe Madya Cukai Kudus merebut predikat Wilayah Birokrasi Bersih dan Melayani (WBBM)"
        " dari Kementerian PANRB. KPP Pratama Surakarta dan KPP Pratama Magelang memperoleh"
        " predikat yang sama."
    )
    claims = read(text, "Bea Cukai Kudus Rebut WBBM").claims

    assert len(claims) == 3
    assert {claim.predicate for claim in claims} == {"WBBM"}


def test_a_place_that_somebody_rose_to_is_of_now() -> None:
    text = (
        "Nilai kepatuhan pelayanan publik Kota Palangka Raya dari Ombudsman tahun 2024 menembus"
        " 92,14 atau naik dari posisi 3 tahun lalu ke posisi 1 se-Kalimantan Tengah."
    )
    (claim,) = read(text, "Kota Palangka Raya Raih Nilai 92,14").claims

    assert (claim.rank, claim.rank_scope) == (1, "se-Kalimantan Tengah")
