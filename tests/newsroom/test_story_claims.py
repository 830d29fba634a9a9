"""What the stories claim: every recorded value is printed, nothing else is claimed."""

import csv
import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from crawler.newsroom.stories import ExpectedClaim, Story, StoryKind, load_stories
from storage.records import EditionBasis
from tests.newsroom.sites import MONTHS, SITES

TOLD = [
    pytest.param(story, claim, id=f"{claim.recipient}: {story.slug}")
    for site in SITES
    for story in load_stories(site)
    for claim in story.claims
]
SINGLE = [case for case in TOLD if len(getattr(case.values[0], "claims", ())) == 1]

ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
LONG_NAMES = {"DPMPTSP": "Dinas Penanaman Modal", "Dinkes": "Dinas Kesehatan"}
BANDS = {
    "ombudsman-kepatuhan": (
        (88, "A", "Kualitas Tertinggi", "hijau"),
        (78, "B", "Kualitas Tinggi", "hijau"),
        (54, "C", "Kualitas Sedang", "kuning"),
        (32, "D", "Kualitas Rendah", "merah"),
    ),
    "pekppp-ipp": (
        (4.51, "A", "Pelayanan Prima", None),
        (4.01, "A-", "Sangat Baik", None),
        (3.51, "B", "Baik", None),
        (3.01, "B-", "Baik (dengan catatan)", None),
    ),
}
RESULTS_COME_FROM = 11
"""Month from which a story without a year tells of the same year's edition, in both schemes."""
PRINTED_AGAINST_THE_BAND = {("Kabupaten Kendal", "category")}
"""4.44 is printed with the letter A, as outlets did; the band says A-."""


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_the_recipient_is_named_and_has_its_own_region_code(
    story: Story, claim: ExpectedClaim
) -> None:
    printed = f"{_printed(story)}\n{story.city}".replace("Jateng", "Jawa Tengah").lower()
    name = re.sub(r"^(Kabupaten|Kota|Provinsi) ", "", claim.recipient)
    assert name.lower() in printed or _seat(claim.recipient) in printed
    region = re.search(r"(Kabupaten|Kota|Provinsi) (.+)$", claim.recipient)
    if region:
        assert _regions()[claim.recipient_code] == (region[1].lower(), region[2])
    else:
        assert claim.recipient_code in _regions()


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_every_number_of_a_claim_is_printed(story: Story, claim: ExpectedClaim) -> None:
    scores = [
        *([] if claim.score is None else [claim.score]),
        *(unit.score for unit in claim.units),
        *(earlier.score for earlier in claim.previous),
    ]
    text = _printed(story)
    assert all(any(_stands_in(form, text) for form in _forms(score)) for score in scores)
    years = [claim.year, *(earlier.year for earlier in claim.previous)]
    assert all(_stands_in(str(year), text) for year in years if year is not None)
    if claim.rank is not None:
        ranks = {str(claim.rank), f"ke-{claim.rank}", *ORDINALS[claim.rank - 1 : claim.rank]}
        assert any(_stands_in(rank, text.lower()) for rank in ranks)


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_every_name_of_a_claim_is_printed(story: Story, claim: ExpectedClaim) -> None:
    text = _printed(story)
    lowered = text.lower().replace("a minus", "a-")
    for value in (claim.predicate, claim.rank_scope):
        assert value is None or value.lower() in lowered
    assert claim.venue is None or claim.venue in text
    assert claim.zone is None or re.search(rf"{claim.zone}", lowered)
    if claim.category is not None:
        letter = re.escape(claim.category)
        assert re.search(rf"(?<!\w){letter}(?![\w-])", text.replace("A Minus", "A-"))
    for unit in claim.units:
        assert unit.unit in text or LONG_NAMES[unit.unit] in text


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_the_award_date_is_printed_and_lies_before_the_report(
    story: Story, claim: ExpectedClaim
) -> None:
    day = claim.award_date
    if day is None:
        return
    assert day <= story.published.date()
    forms = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}/{day.month}/{day:%y}",
        f"({day.day}/{day.month})",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    )
    assert any(form in _printed(story).lower() for form in forms)


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_the_edition_follows_the_text_or_the_calendar_of_the_scheme(
    story: Story, claim: ExpectedClaim
) -> None:
    if claim.year is not None:
        assert claim.edition_basis is EditionBasis.STATED
        assert claim.edition_year == claim.year
        return
    assert claim.edition_basis is EditionBasis.CALENDAR
    lag = 0 if story.published.month >= RESULTS_COME_FROM else 1
    assert claim.edition_year == story.published.year - lag
    stated = rf"(penilaian|evaluasi|pekppp|publik|hasil|ipp)\s*,?\s+(tahun\s+)?{claim.edition_year}"
    assert not re.search(stated, _printed(story).lower())


@pytest.mark.parametrize(("story", "claim"), TOLD)
def test_score_scale_and_words_fit_the_bands_of_the_scheme(
    story: Story, claim: ExpectedClaim
) -> None:
    assert (claim.scale is None) == (claim.score is None)
    if claim.score is None:
        return
    assert claim.scale == (5 if claim.scheme == "pekppp-ipp" else 100)
    assert claim.score <= claim.scale
    bands = BANDS[claim.scheme]
    _, letter, predicate, zone = next(band for band in bands if claim.score >= band[0])
    expected = {"category": letter, "predicate": predicate, "zone": zone}
    for field, value in expected.items():
        if (claim.recipient, field) not in PRINTED_AGAINST_THE_BAND:
            assert getattr(claim, field) in {None, value}


@pytest.mark.parametrize(("story", "claim"), SINGLE)
def test_what_a_story_of_one_award_does_not_claim_it_does_not_print(
    story: Story, claim: ExpectedClaim
) -> None:
    text = _printed(story).lower()
    if claim.zone is None:
        assert not re.search(r"zona (hijau|kuning|merah)", _without_history(text))
    if claim.predicate is None and not claim.units:
        words = (band[2].lower() for bands in BANDS.values() for band in bands)
        assert not [word for word in words if word != "baik" and word in text]
    if claim.category is None:
        assert not re.search(r"\b(kategori|huruf|nilai) [a-d]\b", text)


def test_stories_that_tell_of_the_same_award_agree() -> None:
    told: dict[tuple[str, str, int], set[float]] = {}
    for case in TOLD:
        claim = case.values[1]
        assert isinstance(claim, ExpectedClaim)
        if claim.score is not None:
            key = (claim.recipient, claim.scheme, claim.edition_year)
            told.setdefault(key, set()).add(claim.score)
    assert {key: scores for key, scores in told.items() if len(scores) > 1} == {}


def test_a_total_stands_within_a_tenth_of_the_mean_of_its_units_when_all_are_told() -> None:
    complete = [
        claim for _, claim in _award_claims() if len(claim.units) >= 3 and claim.score is not None
    ]
    assert len(complete) >= 4
    for claim in complete:
        mean = sum(unit.score for unit in claim.units) / len(claim.units)
        assert abs(mean - (claim.score or 0)) <= 0.1


def test_the_award_stories_cover_the_cases_that_readers_meet() -> None:
    claims = [claim for _, claim in _award_claims()]
    names = {claim.recipient for claim in claims}
    counts = [len(story.claims) for site in SITES for story in load_stories(site) if story.claims]
    assert sum(count > 1 for count in counts) >= 5
    assert {claim.scheme for claim in claims} == set(BANDS)
    for name in ("Tegal", "Semarang", "Magelang", "Pekalongan"):
        assert {f"Kota {name}", f"Kabupaten {name}"} <= names
    assert "Provinsi Jawa Tengah" in names
    assert [name for name in names if name.startswith("DPMPTSP ")]
    assert [claim for claim in claims if claim.score is None and claim.predicate]
    assert [claim for claim in claims if claim.score == 94]
    assert [claim for claim in claims if claim.zone == "kuning"]
    assert [c for c in claims if c.previous and c.score and c.score < c.previous[-1].score]
    assert [claim for claim in claims if len(claim.previous) >= 3]
    assert sum(claim.rank is not None for claim in claims) >= 5
    assert sum(bool(claim.units) for claim in claims) >= 6
    assert {claim.edition_basis for claim in claims} == set(EditionBasis)


def test_hard_negatives_cover_many_traps_and_name_each() -> None:
    traps = {
        story.why
        for site in SITES
        for story in load_stories(site)
        if story.kind is StoryKind.HARD_NEGATIVE
    }
    assert len(traps) >= 15


def _award_claims() -> Iterator[tuple[Story, ExpectedClaim]]:
    for site in SITES:
        for story in load_stories(site):
            for claim in story.claims:
                yield story, claim


def _printed(story: Story) -> str:
    return f"{story.title}\n{story.body}"


def _forms(score: float) -> set[str]:
    """`97.4` is printed as 97,40 97,4 97.40 or 97.4, and `94.0` also as 94."""
    long, short = f"{score:.2f}", f"{score:g}"
    return {form.replace(".", mark) for form in (long, short) for mark in ".,"}


def _stands_in(form: str, text: str) -> bool:
    """Whether the number or word stands in the text by itself, not inside a longer one."""
    return bool(re.search(rf"(?<![\w.,]){re.escape(form)}(?![\w]|[.,]\d)", text))


def _without_history(text: str) -> str:
    """The text without zones that are told of earlier years."""
    return re.sub(r"(dari|menaruhnya di) zona kuning", "", text)


def _seat(recipient: str) -> str:
    return {"Kabupaten Semarang": "ungaran"}.get(recipient, recipient.lower())


def _regions() -> dict[str, tuple[str, str]]:
    source = files("crawler.awards").joinpath("regions.csv").read_text(encoding="utf-8")
    return {row["code"]: (row["kind"], row["name"]) for row in csv.DictReader(source.splitlines())}
