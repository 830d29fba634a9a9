"""Lists that go on: offices told by their regions alone, holders told by where a colour is."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("office", "name"), [("kantor pertanahan", "Kantor Pertanahan Kabupaten"), ("Polres", "Polres")]
)
@pytest.mark.parametrize("who", ["dua daerah masuk", "dua lainnya masuk", "yang masuk"])
def test_a_list_behind_one_of_offices_is_still_theirs(office: str, name: str, who: str) -> None:
    claims = read(
        f"Ombudsman Jambi menyerahkan hasil kepatuhan tahun 2021 kepada {office}. Adapun"
        f" tiga {office} yang meraih zona hijau yaitu Bungo, Tebo dan Merangin. Lalu {who} zona"
        " kuning yaitu Kerinci dan Sarolangun.",
        "Ombudsman Serahkan Hasil Kepatuhan",
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == {
        **{f"{name} {region}": "hijau" for region in ("Bungo", "Tebo", "Merangin")},
        **{f"{name} {region}": "kuning" for region in ("Kerinci", "Sarolangun")},
    }


@pytest.mark.parametrize("who", ["pemda", "pemerintah kabupaten", "kabupaten yang dinilai dan"])
def test_a_list_of_governments_is_theirs(who: str) -> None:
    claims = read(
        "Ombudsman Jambi menyerahkan hasil penilaian kepatuhan tahun 2021. Tiga kantor pertanahan"
        " yang meraih zona hijau yaitu Bungo, Tebo dan Merangin. Sedangkan untuk"
        f" {who} masuk zona kuning yaitu Kerinci dan Sarolangun.",
        "Ombudsman Serahkan Hasil Kepatuhan",
    ).claims
    kuning = {claim.recipient for claim in claims if claim.zone == "kuning"}
    assert kuning == {"Kabupaten Kerinci", "Kabupaten Sarolangun"}


@pytest.mark.parametrize("told", ["zona kuning itu ada di", "zona kuning ada di"])
def test_where_a_colour_is_tells_who_has_it(told: str) -> None:
    claims = read(
        "Ombudsman Banten menyerahkan hasil penilaian kepatuhan tahun 2022. Yang berada di"
        f" {told} Kota Serang, Kota Cilegon, dan Kabupaten Lebak.",
        "Hasil Kepatuhan Pelayanan Publik Diumumkan",
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == dict.fromkeys(
        ("Kota Serang", "Kota Cilegon", "Kabupaten Lebak"), "kuning"
    )


def test_services_in_one_place_are_listed_as_others_are() -> None:
    claims = read(
        "Untuk kategori pelayanan terpadu, penghargaan role model pelayanan publik dari KemenPANRB"
        " diterima oleh PTSP Palembang, Pekanbaru, Balikpapan, dan Samarinda.",
        "PTSP Pekanbaru Terima Penghargaan Role Model Pelayanan Publik KemenPANRB",
    ).claims
    assert {claim.recipient for claim in claims} == {
        f"DPMPTSP Kota {city}" for city in ("Palembang", "Pekanbaru", "Balikpapan", "Samarinda")
    }


def test_a_sentence_of_offices_of_one_kind_goes_on() -> None:
    claims = read(
        "Untuk survei kepatuhan Ombudsman terhadap Polres se-Sulteng tahun 2021, Polres Morowali"
        " masuk zona merah dengan nilai 39,95. Sementara Morowali Utara, Sigi dan Buol mendapat"
        " zona hijau. Sedangkan zona kuning masing-masing diperoleh Banggai, Poso, dan Donggala."
        " Sementara dua lainnya, yaitu Tojo Una-Una dan Banggai Laut, tak memiliki nilai.",
        "Hasil Survei Ombudsman di Sulteng",
        None,
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == {
        "Polres Morowali": "merah",
        **dict.fromkeys(("Polres Morowali Utara", "Polres Sigi", "Polres Buol"), "hijau"),
        **dict.fromkeys(("Polres Banggai", "Polres Poso", "Polres Donggala"), "kuning"),
    }
