"""The manifest of a backfill: which files are read, how far, and which need not be read again."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.archive.jobs import Scan, Wanted
from crawler.awards.rules_version import rules_version
from crawler.taking import Taken
from storage.warc_files import FileState, WarcFile, keep_file, known_file

MOST_DEATHS = 3
"""A file of which so many workers died is given up."""
_GIVEN_UP = f"the process that read it died, {MOST_DEATHS} times"
_MOST_DAMAGE = 20
"""So many places are told of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which stories are wanted, and the rules they are read by: what a reading was about."""

    wanted: str
    """JSON."""
    rules: str
    """Version of the rules for awards, and a fingerprint of the outlets' files."""


def choice_of(wanted: Wanted, named: Sequence[str], outlets: Sequence[Any]) -> Choice:
    """`named` are the outlets as they were asked for, `outlets` the descriptions that count."""
    told = {
        "outlets": sorted(set(named)) or None,
        "from": wanted.first_day and wanted.first_day.isoformat(),
        "to": wanted.last_day and wanted.last_day.isoformat(),
        "language": wanted.language,
    }
    digest = sha256()
    for outlet in outlets:
        digest.update(outlet.path.read_bytes())
    return Choice(wanted=json.dumps(told), rules=f"{rules_version()}/{digest.hexdigest()[:8]}")


@dataclass(slots=True, kw_only=True, eq=False)
class Reading:
    """One file under way."""

    path: Path
    file: WarcFile
    is_skipped: bool = False
    """It need not be read."""
    batches: int = 0
    """Batches of its stories that are still to be taken."""
    is_given_up: bool = False

    @property
    def share(self) -> float:
        """How much of it is taken, from 0 to 1."""
        return self.file.taken / self.file.stories if self.file.stories else 0.0


class Manifest:
    """Writes how each file stands; without a run it only looks."""

    def __init__(
        self,
        db: Database,
        choice: Choice,
        *,
        run_id: int | None,
        now: Callable[[], datetime],
        again: bool,
    ) -> None:
        self._db, self._choice, self._run_id = db, choice, run_id
        self._now, self._again = now, again
        self._met: dict[str, Path] = {}

    def begin(self, path: Path) -> Reading:
        """A file before it is read; `is_skipped` where it was read by the same rules before."""
        try:
            with path.open("rb") as opened:
                digest = file_digest(opened, "sha256").hexdigest()
            size = path.stat().st_size
        except OSError as error:
            return Reading(path=path, file=self._unreadable(path, error), is_skipped=True)
        fresh = WarcFile(
            sha256=digest,
            wanted=self._choice.wanted,
            name=str(path),
            bytes=size,
            rules_version=self._choice.rules,
        )
        twin = self._met.setdefault(digest, path)
        known = known_file(self._db, digest, self._choice.wanted)
        if twin != path:
            return Reading(path=path, file=known or fresh, is_skipped=True)
        is_current = known is not None and known.rules_version == self._choice.rules
        if known is None or not is_current or self._again:
            return self._started(path, fresh)
        if known.state is FileState.DONE or known.tries >= MOST_DEATHS:
            return Reading(path=path, file=known, is_skipped=True)
        goes_on = known.state is FileState.READING and known.taken > 0
        return self._started(path, known if goes_on else replace(fresh, tries=known.tries))

    def _started(self, path: Path, file: WarcFile) -> Reading:
        reading = Reading(path=path, file=file)
        is_new = file.taken == 0
        state = FileState.WAITING if is_new else FileState.READING
        self.write(reading, state=state, name=str(path), reason=None)
        return reading

    def _unreadable(self, path: Path, error: OSError) -> WarcFile:
        return WarcFile(
            sha256="",
            wanted=self._choice.wanted,
            name=str(path),
            bytes=0,
            rules_version=self._choice.rules,
            state=FileState.FAILED,
            reason=f"cannot be read: {error.strerror}",
        )

    def note_scan(self, reading: Reading, scan: Scan) -> None:
        """What lies in the file; one that goes on has told so before."""
        if reading.file.taken:
            return
        self.write(
            reading,
            state=FileState.READING,
            responses=scan.records,
            stories=len(scan.stories),
            skipped=scan.skipped,
            damage=scan.damage[:_MOST_DAMAGE],
        )

    def note_taken(
        self,
        reading: Reading,
        taken: Sequence[Taken],
        skipped: Mapping[str, int],
        damage: Sequence[str],
    ) -> None:
        """What came of some more stories; part of the transaction that stores them."""
        file, counts = reading.file, Counter(taken)
        self.write(
            reading,
            taken=file.taken + len(taken) + sum(skipped.values()),
            stored=file.stored + counts[Taken.STORED],
            revised=file.revised + counts[Taken.REVISED],
            known=file.known + counts[Taken.KNOWN],
            skipped=dict(Counter(file.skipped) + Counter(skipped)),
            damage=(*file.damage, *damage)[:_MOST_DAMAGE],
        )

    def note_death(self, reading: Reading) -> bool:
        """A worker died of the file; whether it is given up."""
        self.write(reading, tries=reading.file.tries + 1)
        reading.is_given_up = reading.file.tries >= MOST_DEATHS
        return reading.is_given_up

    def end(self, reading: Reading, problem: str | None) -> None:
        """The file is read, or cannot be."""
        reason = _GIVEN_UP if reading.is_given_up else problem
        state = FileState.DONE if reason is None else FileState.FAILED
        self.write(reading, state=state, reason=reason)

    def write(self, reading: Reading, **changes: Any) -> None:
        """Change what is told of a file, and keep it unless this only looks."""
        file = replace(reading.file, **changes)
        if self._run_id is not None:
            with self._db.atomic():
                file = keep_file(self._db, file, run_id=self._run_id, now=self._now())
        reading.file = file
