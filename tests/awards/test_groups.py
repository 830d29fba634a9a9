"""Recipients named together are a group."""

import pytest

from crawler.awards.groups import Group, announcing, find_groups
from tests.awards.ceremony import BOTH, CEREMONY, HEADLINE, THREE
from tests.awards.stories import name_of, read, staged


def found(text: str) -> tuple[Group, ...]:
    scene = staged(f"{CEREMONY} {text}", HEADLINE)
    return find_groups(scene.story, scene.stage)


def groups(text: str) -> list[list[str]]:
    return [[name_of(owner) for owner in group.owners] for group in found(text)]


@pytest.mark.parametrize(
    "run",
    [
        "Kabupaten Pati, Kabupaten Blora, dan Kota Tegal",
        "Kabupaten Pati, Blora, serta Kota Tegal",
        "Kabupaten Pati, Kabupaten Blora maupun Kota Tegal",
        "Kabupaten Pati; Kabupaten Blora; Kota Tegal",
        "Kabupaten Pati, lalu Kabupaten Blora, kemudian Kota Tegal",
        "Kabupaten Pati (98,10), Kabupaten Blora (97,20), dan Kota Tegal (96,50)",
        "Kabupaten Pati dengan nilai 98,10, Kabupaten Blora 97,20, dan Kota Tegal 96,50",
        "Kabupaten Pati 98,10 poin, disusul Kabupaten Blora 97,20 poin, dan Kota Tegal",
        "Kabupaten Pati, disusul oleh Kabupaten Blora, dan terakhir Kota Tegal",
        "Kabupaten Pati / Kabupaten Blora / Kota Tegal",
        "Kabupaten Pati Jawa Tengah, Kabupaten Blora Jateng dan Kota Tegal",
        "Kabupaten Pati, Kabupaten Rembnag, Kabupaten Blora, dan Kota Tegal",
        "Kabupaten Pati untuk kawasan utara, Kabupaten Blora untuk kawasan timur, dan Kota Tegal",
    ],
)
def test_names_in_one_breath_are_a_group(run: str) -> None:
    assert groups(f"Predikat Informatif diraih {run}.") == [THREE]


def test_provinces_in_front_of_lists_in_brackets_only_tell_where_those_are() -> None:
    run = (
        "daerah dari Jawa Tengah (Kabupaten Pati dan Blora), Riau (Kota Dumai), serta Provinsi"
        " Jambi (Kabupaten Bungo dan Tebo)"
    )

    assert groups(f"Predikat Informatif diterima {run}.") == [
        ["Kabupaten Pati", "Kabupaten Blora", "Kota Dumai", "Kabupaten Bungo", "Kabupaten Tebo"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("Penerimanya adalah", "Mereka ialah", "Penerimanya yaitu", "Penerima, yakni"),
        *("Peraihnya antara lain", "Di antaranya", "Predikat itu diberikan kepada"),
        *("Predikat Informatif diraih", "Predikat Informatif jatuh kepada", "Daftarnya:"),
        *("Penghargaan disabet", "Predikat disandang", "Ada", "Penghargaan untuk"),
        "Kota Tegal menerima penghargaan bersama",
        "Kota Tegal meraih predikat Informatif, bersama",
        "Penerima berkapasitas rendah terdiri dari",
    ],
)
def test_a_run_is_a_group_behind_words_that_introduce_it(words: str) -> None:
    assert groups(f"{words} Kabupaten Pati dan Kabupaten Blora.") == [BOTH]


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Pati dan Kabupaten Blora berbatasan langsung sejak lama.",
        "Acara digelar tanpa Kabupaten Pati dan Kabupaten Blora.",
        "Predikat Informatif diraih Kabupaten Pati.",
        "Daerah yang belum memperoleh penghargaan atas kepatuhan terhadap standar pelayanan publik"
        " tahun itu adalah Kabupaten Pati dan Kabupaten Blora.",
        "Tahun depan akan menambah daerah, di antaranya Kabupaten Pati dan Kabupaten Blora.",
        "Predikat Informatif diraih Kabupaten Pati yang dikenal maju seperti Kabupaten Blora.",
    ],
)
def test_a_run_that_nothing_introduces_or_a_single_name_is_no_group(text: str) -> None:
    assert groups(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Daerah yang belum meraih predikat Informatif yakni Kabupaten Pati dan Kabupaten Blora.",
        "Yang tidak meraih predikat adalah Kabupaten Pati dan Kabupaten Blora.",
        "Masuk nominasi yaitu Kabupaten Pati dan Kabupaten Blora.",
        "Acara itu dihadiri oleh Kabupaten Pati dan Kabupaten Blora.",
        "Lokus penilaian meliputi Kabupaten Pati dan Kabupaten Blora.",
        "Calon penerima predikat antara lain Kabupaten Pati dan Kabupaten Blora.",
        "Hasil itu mengungguli Kabupaten Pati serta Kabupaten Blora.",
        "Daerah yang belum meraih predikat Informatif:\n- Kabupaten Pati\n- Kabupaten Blora",
        "Daftar nominasi sebagai berikut.\nKabupaten Pati\nKabupaten Blora",
    ],
)
def test_those_who_are_denied_or_only_compared_are_no_group(text: str) -> None:
    assert groups(text) == []


@pytest.mark.parametrize(
    "lines",
    [
        "- Kabupaten Pati\n- Kabupaten Blora\n- Kota Tegal",
        "* Kabupaten Pati\n* Kabupaten Blora\n* Kota Tegal",
        "• Kabupaten Pati\n• Kabupaten Blora\n• Kota Tegal",
        "1. Kabupaten Pati\n2. Kabupaten Blora\n3. Kota Tegal",
        "a. Kabupaten Pati\nb. Kabupaten Blora\nc. Kota Tegal",
        "Kabupaten Pati\nKabupaten Blora\nKota Tegal",
        "Kabupaten Pati (98,10)\nKabupaten Blora (97,20)\nKota Tegal (96,50)",
        "Kabupaten Pati | 98,10 | A\nKabupaten Blora | 97,20 | A\nKota Tegal | 96,50 | A",
    ],
)
def test_a_list_is_one_group_with_or_without_bullets(lines: str) -> None:
    assert groups(f"Berikut penerima predikat Informatif:\n{lines}") == [THREE]


def test_a_line_of_a_list_may_name_a_run() -> None:
    lines = "- Predikat Informatif: Kabupaten Pati dan Kabupaten Blora\n- Lainnya: Kota Tegal"

    assert groups(f"Berikut penerima predikat:\n{lines}") == [THREE]


def test_a_line_gives_its_first_name_alone() -> None:
    lines = "- Kabupaten Pati yang menyalip Kabupaten Demak\n- Kabupaten Blora"

    assert groups(f"Berikut penerima predikat:\n{lines}") == [BOTH]


@pytest.mark.parametrize("colon", ["", ":"])
def test_a_list_goes_on_under_the_next_sub_heading(colon: str) -> None:
    first, second = found(
        f"Empat daerah meraih predikat Informatif.\nKategori kabupaten{colon}\n- Kabupaten Pati\n"
        f"- Kabupaten Blora\nKategori kota{colon}\n- Kota Tegal\n- Kota Salatiga"
    )

    assert [name_of(owner) for owner in second.owners] == ["Kota Tegal", "Kota Salatiga"]
    assert second.top == first.top


def test_a_run_goes_on_in_the_next_sentence() -> None:
    first, second = found(
        "Predikat Informatif diraih Kabupaten Pati dan Kabupaten Blora."
        " Selanjutnya Kota Tegal, Kota Salatiga, dan Kota Magelang."
    )

    assert [name_of(owner) for owner in second.owners] == [
        *("Kota Tegal", "Kota Salatiga", "Kota Magelang")
    ]
    assert second.top == first.top


def test_a_sentence_with_much_more_than_names_does_not_go_on() -> None:
    text = (
        "Predikat Informatif diraih Kabupaten Pati dan Kabupaten Blora. Pada hari yang cerah itu"
        " rombongan Kota Tegal dan Kota Salatiga datang terlambat karena jalan yang rusak parah."
    )

    assert groups(text) == [BOTH]


def test_a_whole_sentence_of_names_behind_a_colon_is_a_group() -> None:
    text = "Peraih predikat Informatif:\nKabupaten Pati, Kabupaten Blora, dan Kota Tegal."

    assert groups(text) == [THREE]


def test_officials_who_stand_for_their_regions_are_a_group() -> None:
    text = (
        "Penerima piagam adalah Bupati Pati Sudewo, Bupati Blora Arief Rohman,"
        " dan Wali Kota Tegal Dedy Yon Supriyono."
    )

    assert groups(text) == [THREE]


@pytest.mark.parametrize("words", ["kantor pertanahan", "Kantah", "kantor pelayanan pertanahan"])
def test_offices_may_be_named_by_their_regions(words: str) -> None:
    text = f"Tiga {words} meraih predikat, yakni Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."

    assert groups(text) == [[f"Kantor Pertanahan {region}" for region in THREE]]


def test_units_named_in_full_stay_what_they_are() -> None:
    text = "Kantor pertanahan dan puskesmas penerima adalah Puskesmas Cepu dan Puskesmas Weleri."

    assert groups(text) == [["Puskesmas Cepu", "Puskesmas Weleri"]]


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Lima daerah meraih predikat Informatif.", "Kelimanya yakni"),
        ("Lima daerah meraih predikat Informatif.", "Kelima daerah itu adalah"),
        ("Ada 5 daerah yang meraih predikat Informatif.", "Lima daerah itu adalah"),
        ("Sebanyak ke-5 kepala daerah meraih predikat Informatif.", "Kelima kepala daerah yakni"),
        ("Lima (5) pemda meraih predikat Informatif. Acara meriah. Semua hadir.", "Kelimanya:"),
    ],
)
def test_a_group_knows_the_sentence_that_counted_it(before: str, words: str) -> None:
    (group,) = found(f"{before} {words} Kabupaten Pati, Blora, Demak, Jepara, dan Kota Tegal.")

    assert group.sources == (2,)
    assert announcing(group) == (2,)


def test_a_group_without_a_count_looks_back_over_three_sentences() -> None:
    (group,) = found(
        "Acara meriah. Tamu hadir. Semua gembira. Penerimanya yakni Kabupaten Pati dan Blora."
    )

    assert group.sources == ()
    assert list(announcing(group)) == list(range(group.top - 3, group.top + 1))


def test_those_who_go_without_are_no_group() -> None:
    assert groups("Dua daerah, yakni Kabupaten Pati dan Kabupaten Blora tidak dilibatkan.") == []


def test_those_who_are_all_denied_it_before_are_no_group() -> None:
    text = "Dua daerah belum menerima piagam. Keduanya yakni Kabupaten Pati dan Kabupaten Blora."

    assert groups(text) == []


def test_an_opinion_without_exception_denies_nothing() -> None:
    text = "Dua daerah meraih opini wajar tanpa pengecualian. Keduanya yakni Kota Tegal dan Blora."

    assert groups(text) == [["Kota Tegal", "Kabupaten Blora"]]


def test_guests_of_a_ceremony_receive_nothing() -> None:
    reading = read(
        "KPK menetapkan Desa Sumber, Kabupaten Blora sebagai percontohan desa antikorupsi 2023."
        " Hadir pula dalam penganugerahan itu sejumlah pejabat dari berbagai daerah di Indonesia,"
        " antara lain Gubernur Jambi, Gubernur Riau, serta para kepala desa.",
        title="Desa Sumber Raih Gelar Desa Antikorupsi",
    )

    assert [claim.recipient for claim in reading.claims] == ["Desa Sumber Kabupaten Blora"]


@pytest.mark.parametrize(
    "told",
    [
        "Selain Kudus, daerah lain juga menerima LHP. Di antaranya Kota Tegal dan Blora.",
        "LHP tidak hanya diserahkan kepada Kudus. Daerah lain itu Kota Tegal dan Kabupaten Blora.",
    ],
)
def test_those_who_are_handed_reports_too_have_no_result(told: str) -> None:
    first = "Pemkab Kudus meraih opini WTP dari BPK atas LKPD Tahun Anggaran 2023."

    claims = read(f"{first} {told}", "Kudus Raih Opini WTP", published=None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kudus"]


def test_those_who_were_only_put_forward_are_no_group() -> None:
    text = "Dinas mengajukan dua pemda untuk mengikuti penilaian. Yakni Kabupaten Pati dan Tegal."

    assert groups(text) == []
