"""Signs of a new layout, counted over an outlet's nights and held against what is usual. Pure."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from crawler.odds import chance_of_so_many
from crawler.symptoms import RECENT, Finding
from storage.health_records import STEPS, OutletNight, Sign

_WORDS = {
    Sign.SITE_TITLES: "headlines are the site's own name",
    Sign.SAME_TITLES: "headlines are the same as another's",
    Sign.ODD_BODIES: "texts stand where the outlet's rules do not look, or are mostly links",
    Sign.LONG_BODIES: "texts are more than five times as long as the usual long ones",
    Sign.UNDATED: "stories have no date on their own page",
    Sign.NO_STORY: "pages at an article's address held no story",
}
_FEWEST_NIGHTS, _FEWEST_PAGES = 3, 10
"""What must be known before a sign can be told from what is usual."""
_MARGIN = 0.2
"""A sign must be met on so much more of the pages than usual."""
_CHANCE = 1e-3
_LONG = 5
"""A text so many times as long as the usual 95th percentile is no story of the outlet's."""
_NINETY_FIVE = STEPS * 95 // 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    day: date
    count: int
    of: int


@dataclass(slots=True, kw_only=True)
class SignWatch:
    """One sign, told night after night."""

    sign: Sign
    _usual: deque[_Count] = field(default_factory=lambda: deque(maxlen=RECENT))
    _long: deque[int] = field(default_factory=lambda: deque(maxlen=RECENT))
    """The 95th percentile of the text lengths of each good night."""
    _odd: list[_Count] = field(default_factory=list)
    """The latest nights in a row with far more of it than usual."""
    _has_spoken: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether the last night with pages was as usual."""
        return not self._odd

    def look(self, night: OutletNight, name: str) -> Finding | None:
        """Speaks up where chance would hardly put the sign on so many pages."""
        tonight = self._counted(night)
        if tonight.of == 0:
            return None
        share = self._share() if tonight.count else None
        if share is None or tonight.count < tonight.of * (share + _MARGIN):
            self._learn(tonight, night)
            return None
        self._odd.append(tonight)
        count, of = _sum(self._odd)
        if chance_of_so_many(count, of, share) >= _CHANCE:
            return None
        self._has_spoken = True
        return self._finding(tonight, night, name)

    def _counted(self, night: OutletNight) -> _Count:
        none = sum(night.no_story.values())
        match self.sign:
            case Sign.SITE_TITLES:
                count = night.site_titles
            case Sign.SAME_TITLES:
                count = night.same_titles if night.stored > 2 else 0
            case Sign.ODD_BODIES:
                count = night.odd_bodies
            case Sign.LONG_BODIES:
                count = self._count_long(night)
            case Sign.UNDATED:
                count = night.stored - night.dated
            case Sign.NO_STORY:
                return _Count(day=night.day, count=none, of=night.stored + none)
        return _Count(day=night.day, count=count, of=night.stored)

    def _count_long(self, night: OutletNight) -> int:
        """From the steps of the lengths: rounded up, and exact where all or none is long."""
        if not self._long:
            return 0
        bound = _LONG * median(self._long)
        over = sum(length > bound for length in night.lengths)
        return -(-night.stored * over // (STEPS + 1))

    def _share(self) -> float | None:
        """The usual share, above 0 whatever was seen; None as long as too little is known.

        That a headline is the site's own name is odd on the first night.
        """
        count, of = _sum(self._usual)
        if self.sign is Sign.SITE_TITLES:
            return (count + 0.1) / (of + 100)
        if len(self._usual) < _FEWEST_NIGHTS or of < _FEWEST_PAGES:
            return None
        return max(count / of, (count + 1) / (of + 10))

    def _learn(self, tonight: _Count, night: OutletNight) -> None:
        if not self._has_spoken:
            self._usual.extend(self._odd)  # odd nights that chance may well have brought
        self._odd, self._has_spoken = [], False
        self._usual.append(tonight)
        if night.lengths:
            self._long.append(night.lengths[_NINETY_FIVE])

    def _finding(self, tonight: _Count, night: OutletNight, name: str) -> Finding:
        count, of = _sum(self._usual)
        before = f"before {count} of {of}" if of else "from the first night on"
        example = night.examples.get(self.sign)
        text = (
            f"{tonight.count} of {tonight.of} {_WORDS[self.sign]} since {self._odd[0].day},"
            f" {before}{f', e.g. {example}' if example else ''}; mend its file after"
            f" `piagam outlets check {name}`, or `piagam outlets trust {name}` when all is well"
        )
        return Finding(
            text=text,
            is_drift=True,
            is_most=tonight.count >= 3 and tonight.count * 2 > tonight.of,
            nights=len(self._odd),
        )


def _sum(counts: Sequence[_Count] | deque[_Count]) -> tuple[int, int]:
    return sum(each.count for each in counts), sum(each.of for each in counts)
