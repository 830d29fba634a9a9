"""Every proof is marked where it stands, whatever overlaps, and no character is lost."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.explore.marking import Mark, marks_of, paragraphs, pieces_of
from storage.records import Evidence
from tests.storage.samples import PROOF, TEXT, article, claim, evidence

SOURCES = {"title": article().title, "text": TEXT}
_BOUNDS = st.tuples(st.integers(-1, 12), st.integers(-1, 12))
_TEXTS = st.text(alphabet="ab\n <&\U0001f389", min_size=4, max_size=14)
_MARKS = st.lists(
    st.builds(
        lambda bounds, field: Mark(start=bounds[0], end=bounds[1], field=field),
        _BOUNDS,
        st.sampled_from(["score", "recipient", "proof"]),
    ),
    max_size=8,
)


@given(_TEXTS, _MARKS)
def test_the_pieces_joined_are_the_text_and_cover_every_mark(text: str, marks: list[Mark]) -> None:
    pieces = pieces_of(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
        covering = [m for m in inside if m.start <= at and end <= m.end]
        assert sorted(piece.marks) == sorted(covering)
        assert sorted(piece.begun) == sorted(m for m in covering if m.start == at)
        assert sorted(piece.ended) == sorted(m for m in covering if m.end == end)
        assert all(m in covering or m.end <= at or m.start >= end for m in inside)
        at = end


@given(_TEXTS, _MARKS)
def test_lines_joined_are_the_text_and_each_mark_begins_and_ends_once(
    text: str, marks: list[Mark]
) -> None:
    lines = paragraphs(pieces_of(text, marks))
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text
    every = [piece for line in lines for piece in line]
    inside = sorted(m for m in marks if 0 <= m.start < m.end <= len(text))
    assert sorted(m for piece in every for m in piece.begun) == inside
    assert sorted(m for piece in every for m in piece.ended) == inside


def test_each_field_is_marked_with_what_was_read_there() -> None:
    marks, astray = marks_of([claim()], SOURCES)
    told = {mark.field: (TEXT[mark.start : mark.end], mark.value) for mark in marks["text"]}
    assert told["score"] == ("97,84", "97,84")
    assert told["recipient"] == ("Kabupaten Blora", "Kabupaten Blora")
    assert told["proof"][0] == PROOF
    assert astray == 0


def test_units_and_earlier_scores_carry_their_names() -> None:
    said = claim(evidence=(evidence("units[0]", "100,00"), evidence("previous[0]", "92,69")))
    marks, _ = marks_of([said], SOURCES)
    values = {mark.field: mark.value for mark in marks["text"]}
    assert values["units"] == "DPMPTSP 100,00"
    assert values["previous"] == "2023: 92,69"


def test_claims_that_read_the_same_words_alike_share_a_mark() -> None:
    marks, _ = marks_of([claim(), claim(score_raw="97,8")], SOURCES)
    scores = [mark for mark in marks["text"] if mark.field == "score"]
    assert sorted((mark.value, mark.claims) for mark in scores) == [("97,8", (2,)), ("97,84", (1,))]
    (recipient,) = [mark for mark in marks["text"] if mark.field == "recipient"]
    assert recipient.claims == (1, 2)


def test_a_proof_that_does_not_stand_where_it_says_is_counted_and_not_marked() -> None:
    wrong = Evidence(field="score", source="text", start=0, end=5, quote="97,84")
    marks, astray = marks_of([claim(evidence=(wrong,), proof=None)], SOURCES)
    assert marks["text"] == ()
    assert astray == 1


def test_marks_of_the_headline_are_its_own() -> None:
    named = Evidence(field="recipient", source="title", start=0, end=5, quote="Blora")
    marks, _ = marks_of([claim(evidence=(named,))], SOURCES)
    (mark,) = marks["title"]
    assert SOURCES["title"][mark.start : mark.end] == "Blora"


def test_names_within_the_page_are_unique() -> None:
    named = Evidence(field="recipient", source="title", start=0, end=5, quote="Blora")
    marks, _ = marks_of([claim(), claim(evidence=(named,))], SOURCES)
    anchors = [mark.anchor for mark in (*marks["title"], *marks["text"])]
    assert len(anchors) == len(set(anchors)) >= 4


def test_a_long_text_with_many_overlapping_marks_makes_few_pieces() -> None:
    text = "kata " * 20_000
    marks = [Mark(start=at, end=100_000 - at, field=f"f{at}") for at in range(200)]
    pieces = pieces_of(text, marks)
    assert len(pieces) == 2 * 200 - 1
    assert max(len(piece.marks) for piece in pieces) == 200
