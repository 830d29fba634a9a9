"""Who is told of an alert, when and how, decided from its facts and the subscriptions. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from crawler.hours import Hours
from crawler.nights import Nightly
from storage.address_records import Address, AlertFacts, DigestTerm, Occasion, Tells
from storage.letter_records import Frequency, Language
from storage.records import AlertKind

DEFAULT_AT = time(6, 30)
"""When a digest comes that nobody chose a time for."""
_TOPICS = {
    AlertKind.NEW: "new",
    AlertKind.CORRECTION: "corrections",
    AlertKind.CONFLICT: "disputes",
    AlertKind.WITHDRAWAL: "corrections",
}
_HEALTH = "health"
_Term = tuple[datetime, DigestTerm | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What some people want to be told, and how; what is None leaves nothing out."""

    people: tuple[str, ...]
    """Bare addresses; of another channel than mail its name."""
    zone: ZoneInfo
    channel: str = "mail"
    regions: frozenset[str] | None = None
    """Codes of provinces, kabupaten and kota."""
    schemes: frozenset[str] | None = None
    """Ids."""
    min_confidence: float = 0.0
    about: frozenset[str] = frozenset(_TOPICS.values())
    frequency: Frequency | None = None
    """None: at once."""
    at: time = DEFAULT_AT
    """When a digest comes, by the clock of the zone."""
    weekday: int = 0
    """On which day a weekly digest comes; Monday is 0."""
    language: Language = Language.BOTH
    quiet: Hours | None = None

    @property
    def rhythm(self) -> tuple[object, ...]:
        """All that decides when its people are told."""
        return self.frequency, self.at, self.weekday, self.quiet, self.zone

    def wants(self, facts: AlertFacts) -> bool:
        """Whether its people are to be told."""
        return (
            _TOPICS[facts.kind] in self.about
            and facts.confidence >= self.min_confidence
            and (self.schemes is None or not self.schemes.isdisjoint(facts.schemes))
            and (self.regions is None or any(map(self._is_within, facts.codes)))
        )

    @property
    def wants_health(self) -> bool:
        """Whether its people are to be told of outlets that come into another state."""
        return _HEALTH in self.about

    def _is_within(self, code: str) -> bool:
        return self.regions is not None and not self.regions.isdisjoint((code, code[:2]))

    def term(self, now: datetime, *, is_old: bool) -> _Term:
        """When its people are told of what comes at `now`, and in which digest if in one."""
        if self.frequency is not None:
            digest = DigestTerm(frequency=self.frequency, occasion=Occasion.PERIOD)
            return self._after_quiet(self._next_digest(now)), digest
        old = DigestTerm(frequency=Frequency.DAILY, occasion=Occasion.OLD)
        return self._after_quiet(now), old if is_old else None

    def health_term(self, now: datetime) -> _Term:
        """The same of outlets; at once means all that changed in one letter."""
        due, digest = self.term(now, is_old=False)
        alone = DigestTerm(frequency=Frequency.DAILY, occasion=Occasion.PERIOD, tells=Tells.HEALTH)
        return due, digest or alone

    def _next_digest(self, now: datetime) -> datetime:
        daily = Nightly(at=self.at, zone=self.zone)
        due = daily.next_due(now)
        while (
            self.frequency is Frequency.WEEKLY
            and due.astimezone(self.zone).weekday() != self.weekday
        ):
            due = daily.next_due(due)
        return due

    def _after_quiet(self, moment: datetime) -> datetime:
        return moment if self.quiet is None else self.quiet.over(moment)


def addressees(
    facts: AlertFacts, subscriptions: Iterable[Subscription], now: datetime
) -> tuple[Address, ...]:
    """Who is told of an alert: each person once on a channel, the soonest way that was asked for.

    Of two ways at the same moment a mail of its own goes before a digest, then what stands first.
    """
    wanted = (each for each in subscriptions if each.wants(facts))
    return _soonest(wanted, lambda each: each.term(now, is_old=facts.is_old))


def health_addressees(subscriptions: Iterable[Subscription], now: datetime) -> tuple[Address, ...]:
    """Who is told of outlets that came into another state: each person once on a channel.

    An outlet belongs to no region and no scheme, so these bound nothing here.
    """
    wanted = (each for each in subscriptions if each.wants_health)
    return _soonest(wanted, lambda each: each.health_term(now))


def _soonest(
    subscriptions: Iterable[Subscription], term: Callable[[Subscription], _Term]
) -> tuple[Address, ...]:
    soonest: dict[tuple[str, str], Address] = {}
    terms: dict[object, _Term] = {}
    for each in subscriptions:
        # Most people keep the same hours; to walk the calendar for each would cost the most.
        if each.rhythm not in terms:
            terms[each.rhythm] = term(each)
        due_at, digest = terms[each.rhythm]
        for person in each.people:
            asked = Address(
                person=person,
                channel=each.channel,
                language=each.language,
                due_at=due_at,
                digest=digest,
                quiet=None if each.quiet is None else each.quiet.written,
            )
            held = soonest.get((person, each.channel))
            if held is None or _order(asked) < _order(held):
                soonest[person, each.channel] = asked
    return tuple(soonest.values())


def _order(address: Address) -> tuple[datetime, bool]:
    return address.due_at, address.digest is not None


def spared(
    plan: Sequence[tuple[AlertFacts, Sequence[Address]]],
    singles: Mapping[str, int],
    *,
    most: int,
    later: datetime,
) -> tuple[tuple[AlertFacts, tuple[Address, ...]], ...]:
    """The same plan, but nobody gets more than `most` mails of their own in a day.

    `singles` is what each person had today. Whoever would get more gets all of the plan in one
    digest `later`.
    """
    counts = dict(singles)
    for _, addresses in plan:
        for each in addresses:
            counts[each.person] = counts.get(each.person, 0) + (each.digest is None)
    digest = DigestTerm(frequency=Frequency.DAILY, occasion=Occasion.MANY)

    def eased(each: Address) -> Address:
        if each.digest is not None or counts[each.person] <= most:
            return each
        return replace(each, due_at=max(each.due_at, later), digest=digest)

    return tuple((facts, tuple(map(eased, addresses))) for facts, addresses in plan)


def day_of(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The midnight before `now`, and the next moment at which what was too much is told."""
    midnight = Nightly(at=time(), zone=zone).last_due(now)
    return midnight, Nightly(at=DEFAULT_AT, zone=zone).next_due(now)
