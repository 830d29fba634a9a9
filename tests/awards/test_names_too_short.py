"""What a short name means: a branch in a headline, an award without its class, no village."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    ("short", "branch"),
    [("KPU", "KPU Kabupaten Bangli"), ("BPS", "BPS Kota Batu"), ("Bawaslu", "Bawaslu Kota Tual")],
)
def test_a_body_of_the_state_in_the_headline_is_its_branch_in_the_text(
    short: str, branch: str
) -> None:
    text = f"{branch} meraih predikat Informatif pada Anugerah Keterbukaan Informasi Publik 2022."

    claims = read(text, f"{short} Raih Predikat Informatif", None).claims

    assert [claim.recipient for claim in claims] == [branch]


def test_the_body_itself_is_told_beside_its_branch() -> None:
    text = (
        "KPU dan KPU Kabupaten Bangli meraih predikat Informatif pada Anugerah Keterbukaan"
        " Informasi Publik 2022."
    )

    claims = read(text, "KPU Raih Predikat Informatif", None).claims

    assert {claim.recipient for claim in claims} == {
        "Komisi Pemilihan Umum",
        "KPU Kabupaten Bangli",
    }


@pytest.mark.parametrize(
    ("told", "predicate"),
    [
        ("predikat KLA tingkat Madya", "Madya"),
        ("predikat KLA dengan kategori Nindya", "Nindya"),
        ("predikat KLA level Utama", "Utama"),
        ("predikat KLA", None),
    ],
)
def test_the_award_alone_is_not_its_highest_class(told: str, predicate: str | None) -> None:
    text = f"Kota Ternate kembali meraih {told} dari Kementerian PPPA pada malam anugerah."

    (claim,) = read(text, "Ternate Kembali Raih Predikat KLA", None).claims

    assert (claim.recipient, claim.predicate) == ("Kota Ternate", predicate)


def test_a_group_of_villages_in_front_of_an_award_is_no_village() -> None:
    text = (
        "Desa Sukamaju Kabupaten Bogor menjadi juara II kategori desa/kelurahan Paritrana Award"
        " 2023 tingkat Provinsi Jawa Barat."
    )

    claims = read(text, "Desa Sukamaju Juara Paritrana Award", None).claims

    assert [claim.recipient for claim in claims] == ["Desa Sukamaju Kabupaten Bogor"]


@pytest.mark.parametrize("head", ["Kepala Desa Punggul", "Kepala Desa Punggul, I Kadek Sukarma,"])
def test_the_head_of_a_village_receives_for_it(head: str) -> None:
    text = f"{head} menerima penghargaan Desa Antikorupsi 2023 dari KPK di Kabupaten Badung."

    claims = read(text, "Desa Antikorupsi 2023 Terima Penghargaan KPK", None).claims

    assert [claim.recipient for claim in claims] == ["Desa Punggul Kabupaten Badung"]


@pytest.mark.parametrize(
    ("head", "office"),
    [
        ("Kepala Kejaksaan Negeri Kudus, Budi,", "Kejari Kudus"),
        ("Kepala Pengadilan Negeri Kudus", "Pengadilan Negeri Kudus"),
        ("Kepala Kejaksaan Tinggi Jawa Tengah", "Kejati Jawa Tengah"),
    ],
)
def test_the_head_of_a_court_or_of_prosecutors_receives_for_it(head: str, office: str) -> None:
    text = f"{head} menerima predikat WBK 2023 dari Kementerian PANRB."

    claims = read(text, "Zona Integritas Diganjar Penghargaan", None).claims

    assert [claim.recipient for claim in claims] == [office]


@pytest.mark.parametrize("head", ["Kepala Kejaksaan Negeri Kudus", "Kapolres Kudus"])
def test_an_office_beside_the_head_of_the_region_receives_nothing(head: str) -> None:
    text = f"{head} bersama Bupati Kudus menerima penghargaan Adipura 2023 dari KLHK."

    claims = read(text, "Kabar Adipura 2023", None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kudus"]
