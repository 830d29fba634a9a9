"""What a worker is asked to read, and what it brings back; only values, so that both can travel."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from crawler.config import ArchiveConfig, Config, CrawlConfig
from crawler.progress import Progress
from storage.records import RunStatus

STORE, ARCHIVE, OUTLETS = "piagam.sqlite", "piagam.archive", "outlets"
"""In the folder of a part."""
_FACTS: Any = {
    "contact": True,
    "crawl": set(CrawlConfig.model_fields) - {"outlets", "outlets_folder"},
    "archive": {"keep_days", "file_mb"},
    "watch": {"zone"},
    "newsroom": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A part of a run: the outlets that share a host, or several hosts."""

    name: str
    """For files and log lines; each try has a name of its own."""
    run: str
    """The same for all orders of one run, for no other run's."""
    run_id: int
    files: Mapping[str, str]
    """The outlets to read: their files, by name."""
    facts: str
    """What the configuration says of crawling, see `facts_of`; no secret is among it."""
    since: date | None
    seed: bytes
    """The store to begin with, see `storage.seeding`; packed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What came of an order."""

    name: str
    """The order's."""
    store: bytes
    """The seed with what was read; packed."""
    archive: Mapping[str, bytes]
    """The responses: WARC files, by their names in the archive."""
    stats: Mapping[str, bytes]
    """Scrapy's figures of each outlet that has ended, by file name."""
    progress: tuple[Progress, ...]
    """The last that each outlet told."""
    unread: Mapping[str, str]
    """Why an outlet could not even be begun, by name."""
    trouble: str | None
    """How its process ended, if not as it should; what it brought until then is good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the process of a part says when it has read all that it could."""

    progress: tuple[Progress, ...] = ()
    """The last that each outlet told."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Why an outlet could not even be begun, by name."""

    @classmethod
    def read(cls, written: str) -> "Told":
        """What `write` wrote."""
        told = json.loads(written)
        return cls(progress=tuple(map(_progress, told["progress"])), unread=told["unread"])

    def write(self) -> str:
        """As text, for a file."""
        return json.dumps(asdict(self))


def _progress(values: dict[str, Any]) -> Progress:
    status = values["status"]
    return Progress(**{**values, "status": None if status is None else RunStatus(status)})


def facts_of(config: Config) -> str:
    """What a worker must know of the operator's configuration, and nothing else."""
    return json.dumps(config.model_dump(mode="json", include=_FACTS))


def part_config(facts: str, folder: Path) -> Config:
    """The configuration of a part that is read in `folder`.

    No variable of the environment may stand against it: `clean_environment`.
    """
    told = json.loads(facts)
    config = Config(**{**told, "store": folder / STORE})
    crawl = config.crawl.model_copy(update={"outlets_folder": folder / OUTLETS})
    archive = ArchiveConfig(**told["archive"], folder=folder / ARCHIVE)
    return config.model_copy(update={"crawl": crawl, "archive": archive})


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Without the variables that would configure Piagam on this machine."""
    return {
        name: value
        for name, value in environment.items()
        if not name.upper().startswith(("PIAGAM_", "SCRAPY_"))
    }
