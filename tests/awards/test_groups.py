"""Recipients named together, and what was announced of all of them."""

import pytest

from crawler.awards.attributes import find_attributes
from crawler.awards.facts import Announced, Fact, attribute_facts
from crawler.awards.groups import Group, announcing, find_groups, ranked_groups
from crawler.awards.numbers import find_numbers
from crawler.awards.scores import score_facts
from tests.awards.stories import Staged, name_of, read, staged

CEREMONY = "Komisi Informasi Jawa Tengah menggelar Anugerah Keterbukaan Informasi Publik 2024."
RESULTS = (
    "Ombudsman RI mengumumkan hasil penilaian kepatuhan penyelenggaraan pelayanan publik 2024."
)
HEADLINE = "Komisi Informasi Umumkan Anugerah"
BOTH = ["Kabupaten Pati", "Kabupaten Blora"]
THREE = [*BOTH, "Kota Tegal"]


def found(text: str) -> tuple[Group, ...]:
    scene = staged(f"{CEREMONY} {text}", HEADLINE)
    return find_groups(scene.story, scene.stage)


def groups(text: str) -> list[list[str]]:
    return [[name_of(owner) for owner in group.owners] for group in found(text)]


def told(scene: Staged) -> tuple[list[Fact], list[Announced]]:
    attributes = find_attributes(scene.story.folded, scene.named.active.values())
    each: list[object] = list(attribute_facts(scene.story, scene.stage, scene.named, attributes))
    numbers = find_numbers(scene.story.folded)
    each += score_facts(scene.story, scene.stage, scene.named, numbers)
    return (
        [fact for fact in each if isinstance(fact, Fact)],
        [announced for announced in each if isinstance(announced, Announced)],
    )


def ranked(text: str) -> list[set[str]]:
    scene = staged(text, "Ombudsman Umumkan Hasil")
    rankings = ranked_groups(scene.story, *told(scene))
    return [{name_of(owner) for owner in ranking.owners} for ranking in rankings]


def predicates(text: str) -> dict[str, str | None]:
    claims = read(f"{CEREMONY} {text}", HEADLINE).claims
    return {claim.recipient: claim.predicate for claim in claims}


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
    ],
)
def test_names_in_one_breath_are_a_group(run: str) -> None:
    assert groups(f"Predikat Informatif diraih {run}.") == [THREE]


@pytest.mark.parametrize(
    "words",
    [
        *("Penerimanya adalah", "Mereka ialah", "Penerimanya yaitu", "Penerima, yakni"),
        *("Peraihnya antara lain", "Di antaranya", "Predikat itu diberikan kepada"),
        *("Predikat Informatif diraih", "Predikat Informatif jatuh kepada", "Daftarnya:"),
        *("Penghargaan disabet", "Predikat disandang", "Ada", "Penghargaan untuk"),
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

    assert group.source == 2
    assert announcing(group) == (2, 2)


def test_a_group_without_a_count_looks_back_over_three_sentences() -> None:
    (group,) = found(
        "Acara meriah. Tamu hadir. Semua gembira. Penerimanya yakni Kabupaten Pati dan Blora."
    )

    assert group.source is None
    assert announcing(group) == (group.top - 3, group.top)


GRANTED = "Tiga daerah meraih predikat Informatif"
RUN = "Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
REGENCIES_LISTED, CITY_LISTED = "- Kabupaten Pati\n- Kabupaten Blora", "- Kota Tegal"


@pytest.mark.parametrize(
    "text",
    [
        f"{GRANTED}, yakni {RUN}",
        f"{GRANTED}. Ketiganya yakni {RUN}",
        f"{GRANTED}.\n{REGENCIES_LISTED}\n{CITY_LISTED}",
        f"{GRANTED}.\nKabupaten Pati\nKabupaten Blora\nKota Tegal",
        f"{GRANTED}.\nKabupaten\n{REGENCIES_LISTED}\nKota\n{CITY_LISTED}",
        f"Predikat Informatif diraih tiga daerah:\n{RUN}",
        f"Predikat Informatif diraih:\n{RUN}",
        f"Penerima predikat Informatif:\nKabupaten\n{REGENCIES_LISTED}\nKota\n{CITY_LISTED}",
        "Tiga kepala daerah menerima predikat Informatif. Mereka adalah Bupati Pati Sudewo,"
        " Bupati Blora Arief Rohman, dan Wali Kota Tegal Dedy Yon.",
    ],
)
def test_what_is_announced_of_many_is_each_one_s(text: str) -> None:
    assert predicates(text) == dict.fromkeys(THREE, "Informatif")


def test_what_is_announced_reaches_a_run_that_goes_on() -> None:
    text = f"Predikat Informatif diraih {RUN} Disusul Kota Salatiga dan Kota Magelang."

    assert predicates(text) == dict.fromkeys(
        (*THREE, "Kota Salatiga", "Kota Magelang"), "Informatif"
    )


def test_the_nearest_announcement_is_the_group_s() -> None:
    text = (
        "Dua daerah meraih predikat Informatif, yakni Kabupaten Pati dan Kabupaten Blora."
        " Dua daerah meraih predikat Cukup Informatif, yakni Kota Tegal dan Kota Salatiga."
    )

    assert predicates(text) == {
        **dict.fromkeys(BOTH, "Informatif"),
        **dict.fromkeys(("Kota Tegal", "Kota Salatiga"), "Cukup Informatif"),
    }


def test_the_count_leads_to_its_own_announcement_over_a_nearer_one() -> None:
    text = (
        "Tiga daerah meraih predikat Informatif. Dua daerah meraih predikat Cukup Informatif."
        " Tiga daerah itu adalah Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
    )

    assert predicates(text) == dict.fromkeys(THREE, "Informatif")


def test_what_one_of_the_group_has_itself_is_kept() -> None:
    text = (
        "Kabupaten Pati meraih predikat Cukup Informatif. Tiga daerah meraih predikat Informatif."
        " Ketiganya yakni Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
    )

    assert predicates(text)["Kabupaten Pati"] == "Cukup Informatif"


@pytest.mark.parametrize("verb", ["menargetkan", "belum meraih", "gagal meraih", "berharap meraih"])
def test_what_is_only_wished_or_denied_is_nobody_s(verb: str) -> None:
    assert predicates(f"Tiga daerah {verb} predikat Informatif. Ketiganya yakni {RUN}") == {}


def test_an_announcement_of_offices_is_not_that_of_their_regions() -> None:
    text = "Dua kantor pertanahan meraih predikat Informatif, yakni Kabupaten Pati dan Blora."

    assert set(predicates(text)) == {f"Kantor Pertanahan {region}" for region in BOTH}


def test_those_who_only_attend_receive_nothing() -> None:
    text = (
        "Hadir dalam acara itu Kabupaten Pati, Kabupaten Blora, dan Kota Tegal."
        " Pemkab Demak meraih predikat Informatif."
    )

    assert predicates(text) == {"Kabupaten Demak": "Informatif"}


RANKED = (
    "Dalam kategori kota dengan zona hijau, Kota Tegal menempati peringkat pertama dengan nilai"
    " 98,17. Posisi kedua diraih Kota Salatiga dengan nilai 97,46. Posisi ketiga diraih Kota"
    " Magelang dengan nilai 96,10."
)
RANKED_TOO = (
    "Dalam kategori kabupaten dengan zona kuning, Kabupaten Pati menempati peringkat pertama"
    " dengan nilai 77,41. Posisi kedua diraih Kabupaten Blora dengan nilai 76,98."
)
CITIES, REGENCIES = {"Kota Tegal", "Kota Salatiga", "Kota Magelang"}, set(BOTH)


def test_a_ranking_in_prose_is_a_group() -> None:
    assert ranked(f"{RESULTS}\n{RANKED}") == [CITIES]


def test_each_ranking_in_prose_begins_where_its_category_opens() -> None:
    assert ranked(f"{RESULTS}\n{RANKED}\n{RANKED_TOO}") == [CITIES, REGENCIES]


def test_a_ranking_in_prose_ends_with_the_last_sentence_that_ranks() -> None:
    assert ranked(f"{RESULTS}\n{RANKED} Acara usai. Kota Surakarta meraih 90,10.") == [CITIES]


def test_a_ranking_in_prose_shares_what_opens_it() -> None:
    claims = read(f"{RESULTS}\n{RANKED}\n{RANKED_TOO}", "Ombudsman Umumkan Hasil").claims

    assert {claim.recipient: claim.zone for claim in claims} == {
        **dict.fromkeys(CITIES, "hijau"),
        **dict.fromkeys(REGENCIES, "kuning"),
    }
