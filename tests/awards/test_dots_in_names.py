"""A dot parts the words of a name, not the halves of one word."""

import pytest

from tests.awards.stories import read


def named(story: str) -> set[str]:
    return {claim.recipient for claim in read(story, "Pemkab Raih Opini WTP").claims}


@pytest.mark.parametrize("title", ["M.Si. Ak", "SE, M.Si. Ak", "S.Ba. Tang"])
def test_no_dot_parts_one_word_printed_in_two(title: str) -> None:
    story = f"Pemkab Blora meraih opini WTP dari BPK. Piagam diserahkan Rudi Hartono, {title}"
    assert named(f"{story} WTP ini yang kelima.") == {"Kabupaten Blora"}


def test_but_it_parts_the_words_of_a_name() -> None:
    assert named("Pemkab Kep. Meranti meraih opini WTP dari BPK.") == {
        "Kabupaten Kepulauan Meranti"
    }
