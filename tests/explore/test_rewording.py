"""Between two versions of a text every word is told once: kept, gone or new."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.explore.rewording import Fate, abridged, changes

_TEXTS = st.text(alphabet="ab \n\r\u2028", max_size=80)


@given(_TEXTS, _TEXTS)
def test_both_versions_can_be_put_together_again(before: str, after: str) -> None:
    for told in (changes(before, after), abridged(changes(before, after))):
        assert "".join(each.text for each in told if each.fate is not Fate.NEW) == before
        assert "".join(each.text for each in told if each.fate is not Fate.GONE) == after


@given(st.lists(st.sampled_from(["satu", "dua\n", "tiga"]), min_size=40, max_size=90), st.data())
def test_nothing_is_lost_of_a_long_story_when_it_is_abridged(
    words: list[str], data: st.DataObject
) -> None:
    changed = list(words)
    changed[data.draw(st.integers(0, len(words) - 1))] = "baru"
    before, after = " ".join(words), " ".join(changed)
    told = abridged(changes(before, after))
    assert "".join(each.text for each in told if each.fate is not Fate.NEW) == before
    assert "".join(each.text for each in told if each.fate is not Fate.GONE) == after


def test_a_number_that_was_mended_is_the_only_change() -> None:
    told = changes(
        "Blora meraih 97,48 dari Ombudsman.\nSelesai.",
        "Blora meraih 97,84 dari Ombudsman.\nSelesai.",
    )
    assert [(each.fate, each.text.strip()) for each in told if each.fate is not Fate.KEPT] == [
        (Fate.GONE, "97,48"),
        (Fate.NEW, "97,84"),
    ]


def test_the_same_text_has_no_change() -> None:
    assert {each.fate for each in changes("a b\nc", "a b\nc")} == {Fate.KEPT}


def test_what_lies_far_from_a_change_is_out_of_sight() -> None:
    text = " ".join(f"kata{n}" for n in range(200))
    told = abridged(changes(text, text.replace("kata100 ", "lain ")))
    assert [each.fate for each in told] == [
        *(Fate.UNSEEN, Fate.KEPT, Fate.GONE, Fate.NEW, Fate.KEPT, Fate.UNSEEN),
    ]


def test_a_story_rewritten_from_end_to_end_is_told_as_a_whole() -> None:
    before = " ".join(f"a{n}" for n in range(20_000))
    after = " ".join(f"b{n}" for n in range(20_000))
    assert [each.fate for each in changes(before, after)] == [Fate.GONE, Fate.NEW]
