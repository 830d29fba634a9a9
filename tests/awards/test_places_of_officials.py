"""Places in a ranking that are told of officials, or of those who follow."""

from tests.awards.stories import read

PRIZE = "Penghargaan Nirwasita Tantra Tahun 2020"


def places(story: str) -> dict[str, int | None]:
    claims = read(story, "Penghargaan Diserahkan").claims
    return {claim.recipient: claim.rank for claim in claims}


def test_a_place_with_the_prize_behind_it_counts_no_prizes() -> None:
    assert places(f"Pemkab Blora mendapat juara 1 {PRIZE}.") == {"Kabupaten Blora": 1}
    assert places("Pemkab Blora meraih juara tiga kategori Nirwasita Tantra 2020.") == {
        "Kabupaten Blora": None
    }


def test_a_place_is_that_of_the_official_it_names() -> None:
    story = (
        f"Bupati Blora Arief Santoso mendapat juara 1 {PRIZE}. "
        "Adapun juara 2 adalah Bupati Pati Budi Hartono dan wakilnya."
    )
    assert places(story) == {"Kabupaten Blora": 1, "Kabupaten Pati": 2}


def test_an_official_named_first_has_his_own_place() -> None:
    story = (
        f"Kabupaten Blora meraih juara 2 {PRIZE}.\n"
        "Bupati Pati Budi Hartono mendapat juara 1 Nirwasita Tantra Tahun 2020."
    )
    assert places(story) == {"Kabupaten Blora": 2, "Kabupaten Pati": 1}


def test_two_who_follow_have_a_place_each() -> None:
    story = (
        f"Juara I {PRIZE} diraih Kabupaten Blora, disusul Kabupaten Pati dan Kabupaten Kudus "
        "sebagai juara II dan juara III."
    )
    assert places(story) == {"Kabupaten Blora": 1, "Kabupaten Pati": 2, "Kabupaten Kudus": 3}
