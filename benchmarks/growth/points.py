"""What the model is built from: what was measured and what is assumed, with its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What one outlet brings in a usual night. Assumed, for no real outlet was counted."""

    stories: float = 25.0
    """New ones; after docs/operating.md: 144 outlets may bring 50 MB at 12 kB a page."""
    lists: float = 2.5
    """Discovery pages where there is something new: one to four sources."""
    looks: float = 2.0
    """Stories that are looked at again; five at most (docs/operating.md)."""
    retries: float = 0.014
    """Share of requests that are tried again; of `./dev bench --night 2000`."""
    awards: float = 0.01
    """New awards for each story."""
    delay: float = 3.17
    """Seconds between two requests to a host: the mean of the outlets that are shipped."""
    latency: float = 0.87
    """Seconds of an answer, the mean of those that `./dev bench --night` draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Measured on two busy cores, Python 3.11; `./dev bench --growth` measures them again."""

    parts: float = 0.017
    """Further requests for each story: those told over several pages (crawls of a fleet)."""
    page_bytes: float = 76_000
    """Of a story as it is read, unpacked: the newsroom's mean (`--only page`)."""
    archive_story: float = 11_700
    """Bytes of a story in the archive, packed with its headers; near to what the wire carries."""
    archive_other: float = 500
    """Bytes of a robots.txt or a short list there."""
    process_cpu: float = 2.2
    """CPU seconds until the first request leaves, and from the last answer to the end."""
    outlet_cpu: float = 0.018
    """CPU seconds of an outlet beside its stories: begun, robots.txt, lists, ended."""
    story_cpu: float = 0.008
    """CPU seconds of a story from request to stored row."""
    reread_cpu: float = 0.0045
    """CPU seconds to read a page of a night's archive again, and to compare it."""
    process_memory: float = 120_000_000
    """Resident bytes of a crawl before its outlets."""
    outlet_memory: float = 1_200_000
    """Resident bytes of each outlet that is read side by side."""
    process_files: int = 13
    """Open files of a crawl before its outlets."""
    outlet_files: int = 4
    """Open files of each outlet: the store, its log, an archive file, a connection."""
    store_base: float = 690_000
    """Bytes of a store without a story: tables, schemes, regions."""
    store_story: float = 5_990
    """Bytes of a story: text, its revision, the words to search."""
    store_award: float = 3_090
    """Bytes of an award with its claims, evidence and history."""
    store_night: float = 475
    """Bytes of an outlet's night: certificate and health."""
    store_write: float = 0.0005
    """Seconds that the only writer is busy with a story of a night (`--only page`, store)."""
    side_by_side: int = 200
    """Outlets that a process reads at once: PIAGAM_SIDE_BY_SIDE of crawler.settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What it all runs on."""

    cores: int = 2
    disk: float = 500_000_000_000
    """Bytes for store and archive."""
    night: float = 5 * 3600
    """Seconds that a crawl may take, `watch.limit_minutes`."""
    bandwidth: float = 100_000_000 / 8
    """Bytes a second."""
