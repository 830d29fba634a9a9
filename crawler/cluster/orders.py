"""Makes the orders of a crawl: what the outlets' files and the store say goes along."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from crawler.cluster.depot import Depot
from crawler.cluster.groups import Group, groups, longest_first
from crawler.cluster.order import Order, facts_of
from crawler.config import Config
from storage.processes import this_process
from storage.seeding import Part, plant, seconds_of

_STORIES = timedelta(days=60)
"""Stories that were stored longer ago stay out of seeds, unless one is due to be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """What is to be read, by which rules, into which store."""

    db: Database
    config: Config
    run_id: int
    outlets: Mapping[str, Any]
    """The outlets to read, by name; `path` and `hosts` of each, as of `OutletShelf`."""
    since: date | None

    @property
    def run(self) -> str:
        """A name that no other run has."""
        return f"{this_process()}/{self.run_id}"

    def groups(self) -> tuple[Group, ...]:
        """What is read together, the longest first."""
        seconds = seconds_of(self.db, self.outlets)
        named = {name: outlet.hosts for name, outlet in self.outlets.items()}
        return longest_first(groups(named), seconds)

    def order(self, group: Group, number: int, depot: Depot) -> Order:
        """The order to read a group, for the `number`-th time, from what the store knows now.

        Raises OSError when an outlet's file cannot be read.
        """
        name = f"{self.run_id:06}-{group.outlets[0]}-{number}"
        return Order(
            name=name,
            run=self.run,
            run_id=self.run_id,
            files={each: self.outlets[each].path.read_text("utf-8") for each in group.outlets},
            facts=facts_of(self.config),
            since=self.since,
            seed=self._seed(group, name, depot),
        )

    def _seed(self, group: Group, name: str, depot: Depot) -> bytes:
        # Who goes back to a day must know of every story when it was published.
        recent = None if self.since is not None else datetime.now(UTC) - _STORIES
        part = Part(
            run_id=self.run_id, outlets=group.outlets, hosts=group.hosts, stories_since=recent
        )
        with depot.room_for(f"{name}.seed") as path:
            plant(self.db, part, path)
            return gzip.compress(path.read_bytes(), 6)
