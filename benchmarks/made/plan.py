"""Which awards there are and which stories tell them, before any text is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.made.bodies import UNITS_SCORED, Body, regions, units
from benchmarks.made.results import Result, printed, result
from crawler.awards.catalogue import Scheme, load_catalogue

ZONE = ZoneInfo("Asia/Jakarta")
_REPORTS = (1, 2, 3, 4)
_HOW_OFTEN = (35, 30, 20, 15)
_LARGEST_ROUND_UP = 6
_LATEST = 9
"""Days after the announcement on which it is still reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeAward:
    """One award: what it gives, and what becomes of it."""

    body: Body
    scheme: Scheme
    year: int
    result: Result
    other: Result | None
    """What some of its reports say instead."""
    is_stated: bool
    """Whether the stories print the edition."""
    units: tuple[tuple[str, float], ...]
    previous: tuple[tuple[int, float], ...]
    announced: date
    is_corrected: bool


@dataclass(slots=True, kw_only=True)
class Story:
    """One story that tells of awards."""

    published: datetime
    outlet: int
    told: list[tuple[int, Result]] = field(default_factory=list)
    """Which awards by their number, each with what it says of them."""
    copy_of: "Story | None" = None
    paragraphs: tuple[int, ...] = ()
    article_id: int = 0
    """0 until it is stored."""


def plan_awards(random: Random, count: int, first: date, last: date) -> tuple[MadeAward, ...]:
    """So many awards, by the day they are announced. ValueError when there is no room."""
    awards: list[MadeAward] = []
    for scheme, body in _pairs(random):
        for award in _history(random, scheme, body, first, last):
            awards.append(award)
        if len(awards) >= count:
            return tuple(sorted(awards[:count], key=lambda each: each.announced))
    raise ValueError(f"only {len(awards)} awards fit in these nights; ask for fewer")


def _pairs(random: Random) -> list[tuple[Scheme, Body]]:
    """Bodies with the schemes in which they take part: all regions, and some of the units."""
    schemes = load_catalogue().values()
    pairs = [(scheme, body) for body in regions() for scheme in schemes if _fits(scheme, body)]
    small = [(scheme, body) for body in units() for scheme in schemes if _fits(scheme, body)]
    pairs += random.sample(small, min(len(small), len(pairs) // 4))
    random.shuffle(pairs)
    return pairs


def _fits(scheme: Scheme, body: Body) -> bool:
    return body.kind in scheme.recipients


def _history(
    random: Random, scheme: Scheme, body: Body, first: date, last: date
) -> Iterator[MadeAward]:
    skill = random.gauss(0, 1)
    before: tuple[tuple[int, float], ...] = ()
    for year in range(first.year - 1, last.year + 1):
        announced = _announced(random, scheme, year)
        is_held = not scheme.bands or bool(scheme.levels(year))
        if not (is_held and first <= announced <= last) or random.random() < 0.1:
            continue
        given = result(random, scheme, year, skill)
        yield _award(random, scheme, body, year, given, announced, before)
        if given.score is not None:
            before = ((year, given.score),)


def _announced(random: Random, scheme: Scheme, year: int) -> date:
    start = scheme.calendar.first_month
    lowest, highest = scheme.calendar.expected or (start, start + 1)
    month = random.randint(lowest, highest) - 1
    return date(year + month // 12, month % 12 + 1, random.randint(1, 28))


def _award(  # noqa: PLR0913, PLR0917 - all that makes one
    random: Random,
    scheme: Scheme,
    body: Body,
    year: int,
    given: Result,
    announced: date,
    before: tuple[tuple[int, float], ...],
) -> MadeAward:
    fate = random.random()
    is_region = body.kind in ("kabupaten", "kota", "provinsi")
    has_units = is_region and given.score is not None and random.random() < 0.15
    return MadeAward(
        body=body,
        scheme=scheme,
        year=year,
        result=given,
        other=_misread(random, given) if fate < 0.03 else None,
        is_stated=random.random() < 0.8,
        units=_units(random, given.score or 0, scheme.scale or 0) if has_units else (),
        previous=before if random.random() < 0.3 else (),
        announced=announced,
        is_corrected=given.score is not None and fate > 0.9975,
    )


def _misread(random: Random, given: Result) -> Result | None:
    if given.score is None:
        return None
    score = round(given.score * random.uniform(0.93, 0.99), 2)
    return Result(score=score, raw=printed(score), predicate=given.predicate)


def _units(random: Random, score: float, scale: int) -> tuple[tuple[str, float], ...]:
    names = random.sample(UNITS_SCORED, random.randint(2, len(UNITS_SCORED)))
    return tuple((name, round(min(score * random.uniform(0.88, 1.06), scale), 2)) for name in names)


def plan_stories(
    random: Random, awards: Sequence[MadeAward], outlets: int, last: date
) -> list[Story]:
    """One to four reports of each award; some share a story, some copy one. By publication."""
    stories: list[Story] = []
    shared: dict[tuple[str, int, str], Story] = {}
    for number, award in enumerate(awards):
        key = (award.scheme.id, award.year, award.body.code[:2])
        count = max(random.choices(_REPORTS, _HOW_OFTEN)[0], 2 if award.other else 1)
        own: list[Story] = []
        for place in range(count):
            story = _story(random, award, own, outlets, last)
            open_one = shared.get(key)
            if place > 0 and story.copy_of is None and _has_room(random, open_one, number):
                assert open_one is not None  # noqa: S101 - for the type
                story = open_one
            else:
                stories.append(story)
                shared[key] = story if story.copy_of is None else shared.get(key, story)
            story.told.append((number, _said(award, place, story)))
            own.append(story)
    stories.sort(key=lambda each: each.published)
    return stories


def _said(award: MadeAward, place: int, story: Story) -> Result:
    if story.copy_of is not None:
        return story.copy_of.told[0][1]
    return award.other if award.other is not None and place == 1 else award.result


def _has_room(random: Random, story: Story | None, number: int) -> bool:
    if story is None or story.copy_of is not None or len(story.told) >= _LARGEST_ROUND_UP:
        return False
    return story.told[-1][0] != number and random.random() < 0.5


def _story(
    random: Random, award: MadeAward, own: Sequence[Story], outlets: int, last: date
) -> Story:
    day = min(award.announced + timedelta(days=random.randint(0, _LATEST)), last)
    moment = datetime(day.year, day.month, day.day, 6, tzinfo=ZONE)
    published = moment + timedelta(minutes=random.randint(0, 15 * 60))
    may_copy = award.other is None and len(own) == 1 and len(own[0].told) == 1
    if not (may_copy and random.random() < 0.25):
        return Story(published=published, outlet=random.randrange(outlets))
    original = own[0]
    later = max(published, original.published + timedelta(minutes=random.randint(20, 300)))
    ends = datetime(last.year, last.month, last.day, 23, 59, tzinfo=ZONE)
    return Story(
        published=min(later, ends),
        outlet=(original.outlet + random.randrange(1, outlets)) % outlets,
        copy_of=original,
    )
