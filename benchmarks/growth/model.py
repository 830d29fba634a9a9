"""What so many outlets cost a night, a year and ten, and where one machine ends. Pure."""

import math
from dataclasses import dataclass

from benchmarks.growth.points import Machine, Night, Points

NIGHTS, MOST_MAILS = 365, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCost:
    """One night of so many outlets in one process."""

    outlets: int
    stories: float
    requests: float
    wire: float
    """Bytes read, packed."""
    unpacked: float
    """Bytes read, unpacked."""
    cpu: float
    """Seconds of one core."""
    turns: float
    """Seconds until all have had their turn, were each like the mean; the longest take hours."""
    memory: float
    """Resident bytes."""
    files: int
    """Open at once."""
    archive: float
    """Bytes that the archive grows by."""
    store: float
    """Bytes that the store grows by."""
    writing: float
    """Seconds that the store's only writer is busy."""
    awards: float
    """New ones."""
    mails: float
    """To a person who wants all: one for each award as far as `mail.most_at_once`, and a digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What lies on the disk after some years."""

    years: float
    stories: float
    store: float
    """Bytes."""
    archive: float
    """Bytes; only as many days as are kept."""

    @property
    def disk(self) -> float:
        """Bytes of both."""
        return self.store + self.archive


def requests(points: Points, night: Night, outlets: int) -> float:
    """A robots.txt, the lists, the stories with their parts, the looks, and what failed again."""
    pages = night.stories * (1 + points.parts) + night.looks
    return outlets * (1 + night.lists + pages) * (1 + night.retries)


def quiet_requests(night: Night, outlets: int) -> float:
    """Where nothing is new: a robots.txt and one list, and the looks that are due."""
    return outlets * (2 + night.looks)


def night_cost(points: Points, night: Night, outlets: int) -> NightCost:
    """What one night costs."""
    stories = outlets * night.stories
    asked = requests(points, night, outlets)
    pages = stories * (1 + points.parts)
    others = asked - pages
    at_once = min(outlets, points.side_by_side)
    wire = pages * points.archive_story + others * points.archive_other
    return NightCost(
        outlets=outlets,
        stories=stories,
        requests=asked,
        wire=wire,
        unpacked=asked * points.page_bytes,
        cpu=points.process_cpu + outlets * points.outlet_cpu + stories * points.story_cpu,
        turns=asked * (night.delay + night.latency) / at_once,
        memory=points.process_memory + at_once * points.outlet_memory,
        files=points.process_files + at_once * points.outlet_files,
        archive=wire,
        store=_store(points, stories, outlets, night),
        writing=stories * points.store_write,
        awards=stories * night.awards,
        mails=min(stories * night.awards, MOST_MAILS + 1),
    )


def held(
    points: Points, night: Night, outlets: int, years: float, *, archive_days: int = NIGHTS
) -> Held:
    """What lies on the disk after so many years; `archive_days` 0 keeps no response."""
    one = night_cost(points, night, outlets)
    nights = years * NIGHTS
    return Held(
        years=years,
        stories=one.stories * nights,
        store=points.store_base + one.store * nights,
        archive=one.archive * min(nights, archive_days),
    )


def _store(points: Points, stories: float, outlets: int, night: Night) -> float:
    awards = stories * night.awards * points.store_award
    return stories * points.store_story + outlets * points.store_night + awards


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Where one of a machine's resources ends."""

    resource: str
    outlets: float
    """As many as it bears."""


def limits(points: Points, night: Night, machine: Machine) -> tuple[Limit, ...]:
    """What a process and a machine bear, what ends first in front; the disk is of ten years."""
    each = night_cost(points, night, 1)
    own_cpu = each.cpu - points.process_cpu
    ten_years = held(points, night, 1, 10).disk
    bears = {
        "a process: turns, all night": points.side_by_side * machine.night / each.turns,
        "a process: its one core, all night": (machine.night - points.process_cpu) / own_cpu,
        "the store's one writer, all night": machine.night / each.writing,
        "the machine: its cores, all night": machine.cores * machine.night / own_cpu,
        "the machine: bandwidth, all night": machine.bandwidth * machine.night / each.wire,
        "the machine: disk, ten years": machine.disk / ten_years,
    }
    found = (Limit(resource=name, outlets=count) for name, count in bears.items())
    return tuple(sorted(found, key=lambda limit: limit.outlets))


def processes(points: Points, night: Night, outlets: int, *, seconds: float) -> int:
    """How many crawls side by side, each with its share, end within so many seconds."""
    one = night_cost(points, night, outlets)
    turns = one.requests * (night.delay + night.latency) / points.side_by_side
    return max(1, math.ceil(max(one.cpu, turns) / seconds))


def nights_back(night: Night, years: float, *, budget: int = 2000) -> float:
    """Nights until the archives of an outlet are read back so far, by its budget of requests."""
    return years * NIGHTS * night.stories / budget


def reread(points: Points, night: Night, outlets: int, years: float) -> float:
    """CPU seconds to read the archived pages of so many years again, a worker on each core."""
    return outlets * night.stories * NIGHTS * years * points.reread_cpu
