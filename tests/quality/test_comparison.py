"""Two answers side by side: each thing is right, wrong, missed or invented, and counted once."""

from dataclasses import replace

import pytest

from crawler.awards.reader import read_story
from crawler.quality.answer import Answer, StatedClaim, answer_of
from crawler.quality.comparison import Figure, Outcome, compare
from crawler.quality.corpus import read_story_file
from tests.quality.gold import SILENT, STORY, award, claim

RIGHT, WRONG, MISSED, INVENTED = Outcome
KENDAL = claim()


def outcomes(wanted: Answer, read: Answer, figure: Figure) -> list[Outcome]:
    return [mark.outcome for mark in compare(wanted, read) if mark.figure is figure]


@pytest.mark.parametrize(
    ("wanted", "read", "expected"),
    [
        (award(KENDAL), award(KENDAL), [RIGHT]),
        (award(KENDAL), SILENT, [MISSED]),
        (SILENT, award(KENDAL), [INVENTED]),
        (SILENT, SILENT, []),
    ],
)
def test_a_decision_is_measured_for_award_stories_and_alarms(
    wanted: Answer, read: Answer, expected: list[Outcome]
) -> None:
    assert outcomes(wanted, read, Figure.DECISION) == expected


@pytest.mark.parametrize(
    ("read", "claims", "scores"),
    [
        pytest.param(award(KENDAL), [RIGHT], [RIGHT], id="the same"),
        pytest.param(award(claim(score=93.7)), [WRONG], [WRONG], id="another score"),
        pytest.param(award(claim(score=None)), [WRONG], [MISSED], id="without its score"),
        pytest.param(award(claim(scheme="kipp-inovasi-pelayanan")), [MISSED, INVENTED], None),
        pytest.param(award(claim("Kota Tegal")), [MISSED, INVENTED], [MISSED, INVENTED]),
        pytest.param(award(KENDAL, KENDAL), [RIGHT, INVENTED], [RIGHT, INVENTED], id="twice"),
        pytest.param(award(claim(score=1.0), KENDAL), [RIGHT, INVENTED], None, id="right one 2nd"),
        pytest.param(SILENT, [MISSED], [MISSED], id="nothing"),
    ],
)
def test_a_claim_is_right_with_its_recipient_scheme_and_score(
    read: Answer, claims: list[Outcome], scores: list[Outcome] | None
) -> None:
    assert outcomes(award(KENDAL), read, Figure.CLAIMS) == claims
    assert outcomes(award(KENDAL), read, Figure.SCORE) == (scores or claims)


@pytest.mark.parametrize(
    ("wanted", "read", "expected"),
    [
        (claim(rank=2), claim(rank=2), [RIGHT]),
        (claim(rank=2), claim(rank=3), [WRONG]),
        (claim(rank=2), claim(), [MISSED]),
        (claim(), claim(rank=2), [INVENTED]),
        (claim(), claim(), []),
        (claim(rank=2), claim(rank=2, score=1.0), [RIGHT]),
        (claim(rank=2), claim("Kota Tegal", rank=2), []),
    ],
)
def test_a_field_counts_in_claims_that_both_hold(
    wanted: StatedClaim, read: StatedClaim, expected: list[Outcome]
) -> None:
    assert outcomes(award(wanted), award(read), Figure.RANK) == expected


def test_unit_scores_and_earlier_scores_count_with_their_label_and_in_every_claim() -> None:
    units = frozenset({("RSUD", 90.0), ("DPMPTSP", 95.0)})
    wanted = award(replace(KENDAL, units=units, earlier=frozenset({(2023, 88.0)})))
    other = frozenset({("RSUD", 90.0), ("DPMPTSP", 59.0)})
    read = award(replace(KENDAL, units=other, earlier=frozenset({(None, 88.0)})))
    assert sorted(outcomes(wanted, read, Figure.UNITS)) == sorted([RIGHT, MISSED, INVENTED])
    assert sorted(outcomes(wanted, read, Figure.EARLIER)) == sorted([MISSED, INVENTED])
    assert outcomes(wanted, SILENT, Figure.UNITS) == [MISSED, MISSED]
    assert outcomes(SILENT, wanted, Figure.EARLIER) == [INVENTED]


def test_what_piagam_reads_is_compared_field_by_field() -> None:
    story = read_story_file("kendal.toml", STORY)
    marks = compare(story.answer, answer_of(read_story(story.article)))
    assert {mark.outcome for mark in marks} == {RIGHT}
    assert [mark.figure for mark in marks] == ["decision", "claims", "score", "year"]
