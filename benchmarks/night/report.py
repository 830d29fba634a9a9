"""What came of a played night, for people and as JSON."""

import math
from collections import Counter
from collections.abc import Iterable

from benchmarks.night.night import Night
from benchmarks.night.play import NEVER_BEGUN, Part
from benchmarks.table import decimal

_SHARES = (0.1, 0.5, 0.9, 0.95, 0.99, 1.0)
_LATEST = 5
_RESULTS = (
    (NEVER_BEGUN, "its turn did not come"),
    ("OutsideHours", "outside their hours"),
    ("BudgetSpent", "budget or minutes spent"),
    ("RobotsUnavailable", "robots.txt could not be read"),
    ("HostResting", "left alone, or told to end"),
    ("ChallengeMet", "refused us"),
    ("http-403", "refused us"),
)
WHOLE, SOME_FAILED = "read whole", "some pages failed"


def result_of(part: Part) -> str:
    """How an outlet's part ended, in a few words."""
    for reason, words in _RESULTS:
        if part.reasons[reason]:
            return words
    return SOME_FAILED if part.reasons else WHOLE


def minutes_until(night: Night, share: float) -> float:
    """Minutes until so large a share of the outlets had ended."""
    ended = sorted(part.ended_at for part in night.parts)
    return ended[math.ceil(share * len(ended)) - 1] / 60


def totals(parts: Iterable[Part]) -> Counter[str]:
    """Requests that left, by kind."""
    return sum((part.asked for part in parts), Counter[str]())


def as_data(night: Night) -> dict[str, object]:
    """For JSON."""
    return {
        "outlets": len(night.parts),
        "seed": night.seed,
        "took_s": round(night.took, 1),
        "minutes_until": {f"{share:.0%}": minutes_until(night, share) for share in _SHARES},
        "requests": dict(totals(night.parts)),
        "stories_read": sum(part.read for part in night.parts),
        "retries": sum(part.retries for part in night.parts),
        "rests": sum(part.rests for part in night.parts),
        "results": dict(Counter(map(result_of, night.parts))),
        "most_under_way": night.witness.most_under_way,
        "closest_to_delay": night.witness.closest,
        "hurried": night.witness.hurried,
        "processes": len(night.cores),
        "cores_busy_s": [core.busy for core in night.cores],
        "longest_wait_s": max(core.longest for core in night.cores),
    }


def render(night: Night) -> str:
    """Lines of at most 100 columns."""
    shares = (
        f"  {f'{share:.0%}':>5} of the outlets had ended after"
        f"{decimal(minutes_until(night, share)):>10} min"
        for share in _SHARES
    )
    lines = (
        f"a night of {len(night.parts)} outlets in {_processes(night)}, seed {night.seed},"
        f" played in {night.took:.0f} s",
        *shares,
        *_requests(night),
        *_politeness(night),
        "how the outlets ended",
        *_results(night),
        "the last ones",
        *_latest(night),
    )
    return "\n".join(lines)


def _processes(night: Night) -> str:
    count = len(night.cores)
    return "one process" if count == 1 else f"{count} processes"


def _requests(night: Night) -> tuple[str, ...]:
    kinds = totals(night.parts)
    count = sum(kinds.values())
    retries = sum(part.retries for part in night.parts)
    by_kind = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    busiest = max(night.cores, key=lambda core: core.busy)
    minutes = busiest.busy / 60
    return (
        f"requests: {count} ({by_kind}); {night.witness.most_under_way} under way at most",
        f"tried again: {retries}, {decimal(100 * retries / max(1, count))} % of all;"
        f" {sum(part.rests for part in night.parts)} rests",
        f"the busiest process reckoned for {decimal(minutes)} min; an answer waited for it for"
        f" {decimal(busiest.longest)} s at most",
    )


def _politeness(night: Night) -> tuple[str, ...]:
    closest, hurried = night.witness.closest, night.witness.hurried
    told = "no host was asked too early" if not hurried else f"{len(hurried)} times too early"
    return (
        f"{told}; the shortest gap was {decimal(closest)} times what the host wants",
        *(f"  {line}" for line in hurried[:_LATEST]),
    )


def _results(night: Night) -> tuple[str, ...]:
    counted = Counter(map(result_of, night.parts))
    return tuple(f"  {words:<40}{number:>8}" for words, number in counted.most_common())


def _latest(night: Night) -> tuple[str, ...]:
    latest = sorted(night.parts, key=lambda part: part.ended_at, reverse=True)[:_LATEST]
    return tuple(
        f"  {part.ended_at / 60:>6.0f} min  {sum(part.asked.values()):>5} requests, host"
        f" {part.outlet.host.trouble}, Crawl-delay {part.outlet.host.crawl_delay or 0:g} s,"
        f" {result_of(part)}"
        for part in latest
    )
