"""Long rankings in prose, class by class: each sentence goes on with what the first one tells."""

import pytest

from tests.awards.stories import read

_OPENS = "Komisi Informasi Pusat merilis hasil monev Keterbukaan Informasi Publik tahun 2024. "
_RANKING = (
    "{first} DKI Jakarta tampil sebagai provinsi terbaik dengan nilai 99,45.\n"
    "{second} Jawa Timur (98,72), Jawa Barat (98,17), dan Aceh (97,06). Serta, Banten (96,45).\n"
    "{third} Bali (93,11) dan Jambi (92,41).\n"
    "{other} Maluku Utara (89,47) dan Riau (89,21)."
)
_BEST = (
    *("Provinsi Daerah Khusus Ibukota Jakarta", "Provinsi Jawa Timur", "Provinsi Jawa Barat"),
    *("Provinsi Aceh", "Provinsi Banten", "Provinsi Bali", "Provinsi Jambi"),
)
_NEXT = ("Provinsi Maluku Utara", "Provinsi Riau")


@pytest.mark.parametrize(
    "words",
    [
        {
            "first": "Dalam kategori pemerintah provinsi dengan status Informatif,",
            "second": "Posisi selanjutnya",
            "third": "Setelah itu,",
            "other": "Sementara itu, kategori Menuju Informatif",
        },
        {
            "first": "Untuk kualifikasi Informatif,",
            "second": "Disusul",
            "third": "Kemudian,",
            "other": "Adapun kategori Menuju Informatif",
        },
        {
            "first": "Kategori Informatif,",
            "second": "Berikutnya",
            "third": "Lalu",
            "other": "Untuk predikat Menuju Informatif, ada",
        },
    ],
)
def test_a_class_is_carried_on(words: dict[str, str]) -> None:
    claims = read(_OPENS + _RANKING.format(**words), "Hasil Monev KIP 2024 Dirilis").claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        **dict.fromkeys(_BEST, "Informatif"),
        **dict.fromkeys(_NEXT, "Menuju Informatif"),
    }
    scores = {claim.recipient: claim.score for claim in claims}
    assert (scores["Provinsi Bali"], scores["Provinsi Maluku Utara"]) == (93.11, 89.47)


def test_another_sentence_ends_it() -> None:
    told = (
        "Untuk kualifikasi Informatif, DKI Jakarta unggul dengan nilai 99,45. Nilai rata-rata naik."
        " Disusul Riau (71,20) dan Jambi (70,11)."
    )
    claims = read(_OPENS + told, "Hasil Monev KIP 2024 Dirilis").claims

    predicates = {claim.recipient: claim.predicate for claim in claims}
    assert predicates["Provinsi Daerah Khusus Ibukota Jakarta"] == "Informatif"
    assert predicates.get("Provinsi Riau") is None


@pytest.mark.parametrize(
    "second",
    [
        "Di posisi kedua, Kabupaten Jepara dengan nilai 96,90",
        "Kabupaten Jepara menempati peringkat kedua dengan nilai 96,90",
    ],
)
def test_the_place_behind_the_last_goes_on_with_its_class(second: str) -> None:
    text = (
        "Ombudsman RI menyerahkan hasil penilaian kepatuhan pelayanan publik 2023, Senin.\n"
        "Pada kategori kualitas tertinggi, peringkat pertama diraih Kabupaten Kudus dengan nilai"
        f" 97,40.\n{second}, dan posisi ketiga diisi Kabupaten Demak dengan nilai 96,70.\n"
        "Sementara itu, Kabupaten Pati menempati posisi keempat dengan nilai 96,50.\n"
        "Kabupaten Blora memperoleh nilai 80,11."
    )
    claims = read(text, "Kudus Peringkat Pertama Ombudsman").claims

    assert [(claim.rank, claim.predicate) for claim in claims] == [
        *((place, "Kualitas Tertinggi") for place in (1, 2, 3, 4)),
        (None, None),
    ]
