"""Rankings that are told in sentences, category after category."""

from crawler.awards.attributes import find_attributes
from crawler.awards.facts import Announced, Fact, attribute_facts
from crawler.awards.numbers import find_numbers
from crawler.awards.scores import score_facts
from crawler.awards.sections import find_sections, heads_of, section_facts
from crawler.awards.shared_results import ranked_groups
from tests.awards.stories import Staged, name_of, read, staged

RESULTS = (
    "Ombudsman RI mengumumkan hasil penilaian kepatuhan penyelenggaraan pelayanan publik 2024."
)
HEADLINE = "Ombudsman Umumkan Hasil"
RANKED = (
    "Dalam kategori kota dengan zona hijau, Kota Tegal menempati peringkat pertama dengan nilai"
    " 98,17. Posisi kedua diraih Kota Salatiga dengan nilai 97,46. Posisi ketiga diraih Kota"
    " Magelang dengan nilai 96,10."
)
RANKED_TOO = (
    "Dalam kategori kabupaten dengan zona kuning, Kabupaten Pati menempati peringkat pertama"
    " dengan nilai 77,41. Posisi kedua diraih Kabupaten Blora dengan nilai 76,98."
)
CITIES = {"Kota Tegal", "Kota Salatiga", "Kota Magelang"}
REGENCIES = {"Kabupaten Pati", "Kabupaten Blora"}


def ranked(text: str) -> list[set[str]]:
    scene = staged(text, HEADLINE)
    rankings = ranked_groups(scene.story, *told(scene))
    return [{name_of(owner) for owner in ranking.owners} for ranking in rankings]


def told(scene: Staged) -> tuple[list[Fact], list[Announced]]:
    attributes = find_attributes(scene.story.folded, scene.named.active.values())
    sections = find_sections(scene.story, scene.stage, attributes)
    each: list[object] = list(
        attribute_facts(scene.story, scene.stage, scene.named, attributes, heads_of(sections))
    )
    each += section_facts(scene.story, sections, scene.named)
    numbers = find_numbers(scene.story.folded)
    each += score_facts(scene.story, scene.stage, scene.named, numbers)
    return (
        [fact for fact in each if isinstance(fact, Fact)],
        [announced for announced in each if isinstance(announced, Announced)],
    )


def test_a_ranking_in_prose_is_a_group() -> None:
    assert ranked(f"{RESULTS}\n{RANKED}") == [CITIES]


def test_each_ranking_in_prose_begins_where_its_category_opens() -> None:
    assert ranked(f"{RESULTS}\n{RANKED}\n{RANKED_TOO}") == [CITIES, REGENCIES]


def test_a_ranking_in_prose_ends_with_the_last_sentence_that_ranks() -> None:
    assert ranked(f"{RESULTS}\n{RANKED} Acara usai. Kota Surakarta meraih 90,10.") == [CITIES]


def test_a_ranking_in_prose_shares_what_opens_it() -> None:
    claims = read(f"{RESULTS}\n{RANKED}\n{RANKED_TOO}", HEADLINE).claims

    assert {claim.recipient: claim.zone for claim in claims} == {
        **dict.fromkeys(CITIES, "hijau"),
        **dict.fromkeys(REGENCIES, "kuning"),
    }


def test_a_place_told_before_the_next_place_is_that_of_the_name_in_front() -> None:
    text = (
        f"{RESULTS} Sementara itu, Pemkab Pati menempati posisi keempat dengan nilai 96,12, dan"
        " posisi kelima diisi oleh Pemkab Blora dengan nilai 96,04."
    )

    claims = read(text, HEADLINE).claims

    assert {c.recipient: c.rank for c in claims} == {"Kabupaten Pati": 4, "Kabupaten Blora": 5}
