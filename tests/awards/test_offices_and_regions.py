"""What offices, villages and governments of a region hold is theirs, and not its own."""

from tests.awards.stories import read


def test_what_so_many_units_of_a_ministry_hold_is_not_its_own() -> None:
    text = (
        "Kementerian Perhubungan mencatat sejarah dengan membawa tiga satkernya sebagai penerima"
        " predikat WBK 2024 dari Kementerian PANRB, dan Rutan Batang meraih predikat WBK."
    )

    claims = read(text, "Zona Integritas Award 2024 Diserahkan").claims

    assert [claim.recipient for claim in claims] == ["Rutan Batang"]


def test_an_office_placed_apart_from_its_region_receives_too() -> None:
    text = (
        "Kabupaten Kendal menjadi terbaik ketiga JDIHN Award 2024. Sekretariat DPRD Kabupaten"
        " Kendal meraih terbaik kedua nasional."
    )

    ranks = {c.recipient: c.rank for c in read(text, "Kendal Raih JDIHN Award").claims}

    assert ranks == {"Kabupaten Kendal": 3, "Sekretariat DPRD Kabupaten Kendal": 2}


def test_so_many_offices_in_a_province_are_not_the_province_s_own() -> None:
    text = (
        "Hanya ada dua Kantor Pertanahan di Kalsel yang mendapatkan kepatuhan tinggi Ombudsman RI"
        " 2024, yakni Kantor Pertanahan Balangan 84,36 dan Kantor Pertanahan Tabalong 82,11."
    )

    claims = read(text, "Ombudsman Serahkan Rapor Kepatuhan Kantor Pertanahan").claims

    assert {c.recipient for c in claims} == {
        "Kantor Pertanahan Kabupaten Balangan",
        "Kantor Pertanahan Kabupaten Tabalong",
    }


def test_a_village_is_where_it_was_told_to_be() -> None:
    text = (
        "Desa Sruni Kabupaten Boyolali dan Desa Sambak Kabupaten Magelang meraih Proklim Lestari"
        " 2024 dari KLHK. Desa Sruni, Kecamatan Musuk, Kabupaten Boyolali, dan Desa Sambak,"
        " Kecamatan Kajoran, menerima trofi."
    )

    claims = read(text, "Dua Desa Raih Proklim Lestari").claims

    assert {c.recipient for c in claims} == {
        "Desa Sruni Kabupaten Boyolali",
        "Desa Sambak Kabupaten Magelang",
    }


def test_regions_in_a_list_receive_beside_their_villages() -> None:
    text = (
        "Penghargaan pembina Proklim 2024 dari KLHK diberikan kepada Bupati Pati, Bupati Blora, dan"
        " Wali Kota Tegal. Peraih trofi Proklim Lestari yakni Desa Tegalombo, Kabupaten Pati."
        " Selanjutnya, Desa Bangowan, Kabupaten Blora. Lalu, Desa Sendangharjo, Kabupaten Blora."
    )

    claims = read(text, "Panen Penghargaan Proklim").claims

    assert {c.recipient: c.predicate for c in claims} == {
        "Kabupaten Pati": None,
        "Kabupaten Blora": None,
        "Kota Tegal": None,
        "Desa Tegalombo Kabupaten Pati": "Lestari",
        "Desa Bangowan Kabupaten Blora": "Lestari",
        "Desa Sendangharjo Kabupaten Blora": "Lestari",
    }


def test_so_many_governments_of_a_province_are_not_the_province() -> None:
    text = (
        "Dua pemerintahan daerah (Pemda) Provinsi Riau mendapat zona hijau Ombudsman RI 2024."
        " Kedua daerah itu di antaranya Kota Dumai dan Kabupaten Siak."
    )

    claims = read(text, "Dua Pemda Riau Masuk Zona Hijau Ombudsman").claims

    assert {c.recipient for c in claims} == {"Kota Dumai", "Kabupaten Siak"}
