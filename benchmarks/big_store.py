"""A store as after years of nights, to measure what reading a large one costs.

Made up by a seed: the same one gives the same store. No page is read for it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sqlite_utils import Database

from benchmarks.made.bodies import outlets
from benchmarks.made.bulk import Rows, filling
from benchmarks.made.columns import COLUMNS
from benchmarks.made.nights import NightWriter
from benchmarks.made.plan import ZONE, MadeAward, Story, plan_awards, plan_stories
from benchmarks.made.standing import StandingWriter
from benchmarks.made.stories import StoryWriter, night_of
from benchmarks.made.words import PARAGRAPHS, paragraphs
from crawler.reference import refresh_reference
from storage.database import open_store

ARTICLES, AWARDS, NIGHTS = 1_000_000, 100_000, 7 * 365
LAST_DAY = date(2026, 11, 20)
_STARTS_AT = 18
"""Hour of the day, UTC: 1 o'clock of the next day on Java."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a store is made."""

    articles: int = ARTICLES
    awards: int = AWARDS
    nights: int = NIGHTS
    last_day: date = LAST_DAY


def make_store(path: Path, size: Size, *, seed: int = 1) -> None:
    """Make it at `path`, where nothing may be. ValueError when the sizes do not fit together."""
    if path.exists():
        raise ValueError(f"{path}: is there already; name a new file")
    random = Random(seed)
    names = outlets()
    first_day = size.last_day - timedelta(days=size.nights - 1)
    awards = plan_awards(random, size.awards, first_day, size.last_day)
    stories = plan_stories(random, awards, len(names), size.last_day)
    if len(stories) > size.articles:
        raise ValueError(f"{size.awards} awards need {len(stories)} articles; ask for more")
    with filling(path) as db:
        _Filler(db, random, size, awards).fill(stories, first_day)
    with closing(open_store(path)) as db:
        refresh_reference(db)


class _Filler:
    """Writes planned stories, night by night, among others without any award."""

    def __init__(
        self, db: Database, random: Random, size: Size, awards: tuple[MadeAward, ...]
    ) -> None:
        self._random = random
        self._size = size
        self._awards = awards
        self._names = outlets()
        self._rows = Rows(db, COLUMNS)
        pool = paragraphs(random, min(PARAGRAPHS, size.articles))
        self._stories = StoryWriter(self._rows, awards, self._names, pool)
        self._nights = NightWriter(self._rows, self._names, next_address=size.articles + 1)

    def fill(self, stories: Sequence[Story], first_day: date) -> None:
        first = datetime(first_day.year, first_day.month, first_day.day, _STARTS_AT, tzinfo=UTC)
        self._nights.write_outlets(night_of(first, 1))
        for number, of_night in enumerate(self._by_night(stories, first_day), start=1):
            night = night_of(first, number)
            for story in of_night:
                self._stories.write(self._random, story, night)
            stored = Counter(each.outlet for each in of_night)
            is_last = number == self._size.nights
            self._nights.write(self._random, night, stored, is_last=is_last)
        standing = StandingWriter(self._rows, last_run=self._size.nights)
        for award_id, award in enumerate(self._awards, start=1):
            standing.write(award_id, award, self._stories.behind[award_id - 1])
        self._rows.write()

    def _by_night(self, stories: Sequence[Story], first_day: date) -> Iterator[list[Story]]:
        """The stories of each night by publication; those without an award come evenly."""
        others, place, made = self._size.articles - len(stories), 0, 0
        for number in range(1, self._size.nights + 1):
            day = first_day + timedelta(days=number - 1)
            wanted = others * number // self._size.nights
            of_night = [self._other(day) for _ in range(wanted - made)]
            made = wanted
            while place < len(stories) and stories[place].published.date() <= day:
                of_night.append(stories[place])
                place += 1
            yield sorted(of_night, key=lambda each: each.published)

    def _other(self, day: date) -> Story:
        moment = datetime(day.year, day.month, day.day, 6, tzinfo=ZONE)
        published = moment + timedelta(minutes=self._random.randint(0, 15 * 60))
        return Story(published=published, outlet=self._random.randrange(len(self._names)))
