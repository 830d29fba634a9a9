"""A region's results of several schemes in one row: each score is of the one told with it."""

import pytest

from tests.awards.stories import read

HEADLINE = "Pemkab Kendal Raih Sederet Penghargaan"
LEAD = "KENDAL - Pemerintah Kabupaten Kendal menerima sejumlah penghargaan sepanjang tahun 2024.\n"


def scores(told: str) -> dict[str, float | None]:
    return {claim.scheme: claim.score for claim in read(LEAD + told, HEADLINE).claims}


@pytest.mark.parametrize(
    "told",
    [
        "Kendal meraih nilai 82,96 untuk MCP KPK, nilai 93,11 untuk keterbukaan informasi publik,"
        " nilai 69,74 untuk SAKIP, serta indeks 77,76 untuk Reformasi Birokrasi.",
        "Selain nilai MCP KPK 82,96, Kendal juga memperoleh nilai keterbukaan informasi publik"
        " 93,11, nilai SAKIP 69,74 dan indeks Reformasi Birokrasi 77,76.",
        "Indikator | Nilai\nMCP KPK | 82,96\nketerbukaan informasi publik | 93,11\nSAKIP | 69,74\n"
        "Reformasi Birokrasi | 77,76",
        "- MCP KPK dari KPK dengan nilai 82,96\n- keterbukaan informasi publik dari Komisi"
        " Informasi Provinsi Jawa Tengah dengan nilai 93,11\n- SAKIP dari Kementerian PANRB dengan"
        " nilai 69,74\n- Reformasi Birokrasi dari Kementerian PANRB dengan nilai 77,76",
    ],
)
def test_each_scheme_of_a_row_has_its_own_score(told: str) -> None:
    assert scores(told) == {
        "mcp-mcsp-kpk": 82.96,
        "keterbukaan-informasi-publik": 93.11,
        "sakip": 69.74,
        "reformasi-birokrasi": 77.76,
    }


def test_the_last_of_a_row_may_be_told_for_its_scheme() -> None:
    told = "Kendal meraih nilai 69,74 untuk SAKIP, serta indeks 2,97 untuk SPBE."

    assert scores(told) == {"sakip": 69.74, "spbe-pemdi": 2.97}


@pytest.mark.parametrize("other", ["Kebahagiaan", "Literasi Masyarakat", "Pembangunan Keluarga"])
def test_an_index_of_something_else_is_nobodys_score(other: str) -> None:
    told = f"Indikator | Nilai\nMCP KPK | 81,26\nIndeks {other} | 70,98\nSAKIP | 75,87"

    assert scores(told) == {"mcp-mcsp-kpk": 81.26, "sakip": 75.87}


def test_the_ministry_of_the_reform_names_no_result_of_it() -> None:
    told = (
        "Nilai SAKIP Kendal dari Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
        " sebesar 69,74."
    )

    assert scores(told) == {"sakip": 69.74}
