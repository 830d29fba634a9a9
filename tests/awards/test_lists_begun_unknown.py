"""Lists whose first name nobody knows, a comma behind what announces them, names in one word."""

import pytest

from tests.awards.stories import read


def told(story: str, title: str = "17 Pemda di Sumut Raih WTP") -> dict[str, str | None]:
    claims = read(story, title, published=None).claims
    return {claim.recipient: claim.predicate for claim in claims}


OTHERS = dict.fromkeys(("Kabupaten Asahan", "Kabupaten Samosir", "Kabupaten Dairi"), "WTP")


@pytest.mark.parametrize(
    "lead", ["yakni Pemprovsu, ", "yaitu Pemprovsu, ", "yakni, ", "yakni ", "di antaranya, "]
)
def test_the_others_of_the_list_are_read(lead: str) -> None:
    assert (
        told(f"BPK memberi opini WTP atas LKPD 2023, {lead}Asahan, Samosir, dan Dairi.") == OTHERS
    )


def test_a_town_behind_a_house_and_a_comma_is_still_a_place() -> None:
    story = "Pemkab Dairi menerima opini WTP atas LKPD 2023 dari BPK di Hotel Grandika, Medan."
    assert told(story, "Dairi Raih WTP") == {"Kabupaten Dairi": "WTP"}


@pytest.mark.parametrize(
    ("printed", "region"),
    [
        ("Padanglawas Utara", "Kabupaten Padang Lawas Utara"),
        ("Tanjungjabung Barat", "Kabupaten Tanjung Jabung Barat"),
        ("Padanglawas", "Kabupaten Padang Lawas"),
    ],
)
def test_the_beginning_of_a_long_name_may_be_one_word(printed: str, region: str) -> None:
    story = f"BPK memberi opini WTP atas LKPD 2023 kepada Pemkab {printed} dan Pemkab Dairi."
    assert told(story, "Dua Pemda Raih WTP") == {region: "WTP", "Kabupaten Dairi": "WTP"}


@pytest.mark.parametrize("words", ["Berbanding terbalik dengan", "Berbeda dengan", "Tidak seperti"])
def test_who_is_only_set_against_another_has_not_its_place(words: str) -> None:
    story = (
        "Komisi Informasi Bali menyerahkan Anugerah Keterbukaan Informasi Publik 2024."
        f" {words} Denpasar, Kabupaten Bangli meraih peringkat 10."
    )
    claims = read(story, "Komisi Informasi Serahkan Anugerah").claims
    assert {claim.recipient: claim.rank for claim in claims} == {"Kabupaten Bangli": 10}
