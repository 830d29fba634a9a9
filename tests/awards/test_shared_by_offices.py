"""Who shares an award "bersama" others, and who heads the office that receives."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "told",
    [
        "Polres Pati meraih predikat WBK dari Kementerian PANRB bersama Polres Kudus dan Polres"
        " Jepara.",
        "Bersama Polres Kudus dan Polres Jepara, Polres Pati meraih predikat WBK dari Kementerian"
        " PANRB.",
        "JAKARTA - Bersama dengan Polres Kudus dan Polres Jepara, Polres Pati menyabet predikat WBK"
        " dari Menteri PANRB.",
    ],
)
def test_offices_of_one_kind_share_what_one_of_them_gets(told: str) -> None:
    claims = read(told, "Polres Pati Raih WBK").claims
    assert {claim.recipient: claim.predicate for claim in claims} == dict.fromkeys(
        ("Polres Pati", "Polres Kudus", "Polres Jepara"), "WBK"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Kabupaten Blora meraih zona hijau kepatuhan pelayanan publik dari Ombudsman RI bersama"
        " Kabupaten Kudus dan Kota Tegal.",
        "Bersama Kabupaten Kudus dan Kota Tegal, Kabupaten Blora meraih zona hijau kepatuhan"
        " pelayanan publik dari Ombudsman RI.",
    ],
)
def test_governments_share_what_one_of_them_gets(told: str) -> None:
    claims = read(told, "Kabupaten Blora Raih Zona Hijau").claims
    assert {claim.recipient: claim.zone for claim in claims} == dict.fromkeys(
        ("Kabupaten Blora", "Kabupaten Kudus", "Kota Tegal"), "hijau"
    )


@pytest.mark.parametrize("other", ["Pemkab Pati", "Kejari Pati"])
def test_others_who_were_there_share_nothing(other: str) -> None:
    told = (
        f"Bersama {other}, Polres Pati meraih predikat WBK dari Kementerian PANRB.",
        f"Polres Pati meraih predikat WBK dari Kementerian PANRB bersama {other} di Jakarta.",
    )
    for text in told:
        claims = read(text, "Polres Pati Raih WBK").claims
        assert {c.recipient for c in claims if c.predicate == "WBK"} == {"Polres Pati"}


@pytest.mark.parametrize(
    ("head", "office"),
    [
        ("Kajari Situbondo Iwan Setiawan", "Kejari Situbondo"),
        ("Kajati Bali, Anton Deli,", "Kejati Bali"),
        ("Direktur RSUD Kardinah Kota Tegal, dr Agus Dwi,", "RSUD Kardinah"),
    ],
)
def test_who_heads_an_office_receives_for_it(head: str, office: str) -> None:
    claims = read(
        f"{head} menerima piagam penghargaan predikat WBK dari Menteri PANRB di Jakarta, Senin"
        " (20/12/2021).",
        "Dapat WBK, Layanan Terus Dibenahi",
    ).claims
    assert [claim.recipient for claim in claims] == [office]


def test_heads_named_together_receive_each_for_his_own() -> None:
    claims = read(
        "Kajari Situbondo Iwan Setiawan dan Kajari Surabaya Anton Deli menerima predikat"
        " WBK dari Menteri PANRB, Senin (20/12/2021).",
        "Dua Kejari Dapat WBK",
    ).claims
    assert {claim.recipient for claim in claims} == {"Kejari Situbondo", "Kejari Surabaya"}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Polda Jateng menerima predikat WBK dari KemenPANRB untuk",
            ("Polres Pati", "Polres Kudus"),
        ),
        (
            "Kejati Jatim menerima predikat WBK dari KemenPANRB bagi",
            ("Kejari Kediri", "Kejari Batu"),
        ),
    ],
)
def test_an_office_above_collects_for_those_below(above: str, below: tuple[str, str]) -> None:
    claims = read(f"{above} {below[0]} dan {below[1]}.", "Dua Kantor Dapat Predikat WBK").claims
    assert {claim.recipient for claim in claims} == set(below)


def test_an_office_above_may_receive_itself() -> None:
    claims = read(
        "Polda Jateng meraih predikat WBBM dari KemenPANRB. Penghargaan itu diterima Kapolda.",
        "Polda Jateng Raih WBBM",
    ).claims
    assert [claim.recipient for claim in claims] == ["Polda Jawa Tengah"]


def test_what_only_units_have_is_the_departments() -> None:
    claims = read(
        "Pemkab Blora melalui Dinas Pendidikan meraih predikat WBK tahun 2023 dari KemenPANRB.",
        "Predikat WBK Diserahkan",
    ).claims
    assert [claim.recipient for claim in claims] == ["Dinas Pendidikan Kabupaten Blora"]


def test_a_department_acts_for_its_government_elsewhere() -> None:
    claims = read(
        "Pemkab Blora melalui Dinas Pendidikan meraih predikat Informatif dari Komisi Informasi"
        " tahun 2023.",
        "Anugerah Keterbukaan Informasi Publik",
    ).claims
    assert [claim.recipient for claim in claims] == ["Kabupaten Blora"]


def test_an_assistant_receives_for_the_government() -> None:
    claims = read(
        "Kota Blitar keenam dalam penilaian kepatuhan Ombudsman tahun 2024. Penghargaan diberikan"
        " oleh Ketua Ombudsman kepada Asisten Administrasi Umum Sekretariat Daerah Kota Blitar,"
        " Suharyono.",
        "Kota Blitar Raih Penghargaan Ombudsman",
    ).claims
    assert [claim.recipient for claim in claims] == ["Kota Blitar"]


@pytest.mark.parametrize(
    "text",
    [
        "Selain Kota Bima, zona hijau penilaian Ombudsman 2022 juga ditempati Dompu dan Sumbawa.",
        "Zona hijau penilaian Ombudsman 2022 juga ditempati Dompu dan Sumbawa, selain Kota Bima.",
    ],
)
def test_who_has_it_besides_those_named(text: str) -> None:
    claims = read(text, "Hasil Penilaian Ombudsman").claims
    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kabupaten Dompu": "hijau",
        "Kabupaten Sumbawa": "hijau",
        "Kota Bima": "hijau",
    }


def test_the_region_of_the_only_one_that_has_it() -> None:
    claims = read(
        "Nagari Koto Baru menjadi satu-satunya lembaga publik Kabupaten Dharmasraya yang mendapat"
        " predikat informatif dari Komisi Informasi Sumbar tahun 2022.",
        "Anugerah Keterbukaan Informasi Publik",
    ).claims
    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Nagari Koto Baru Kabupaten Dharmasraya", "Informatif")
    ]


def test_who_shares_a_result_with_a_year() -> None:
    claims = read(
        "MPP Blora meraih predikat pelayanan prima 2023 dari KemenPANRB bersama MPP Pati dan MPP"
        " Kudus.",
        "Mal Pelayanan Publik Diganjar Penghargaan",
    ).claims
    assert {claim.recipient: claim.predicate for claim in claims} == {
        "MPP Kabupaten Blora": "Pelayanan Prima",
        "MPP Kabupaten Pati": "Pelayanan Prima",
        "MPP Kabupaten Kudus": "Pelayanan Prima",
    }
