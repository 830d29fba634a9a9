"""One round of the postman: each delivery carried to its end, every step stored before its act."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic

from sqlite_utils import Database

from crawler.alerts.backoff import wait_after
from crawler.alerts.carrying import Carrier, LetterT, NotNowError
from crawler.alerts.gathering import write_gathered
from crawler.alerts.outcomes import Accepted, Deferred, Outcome, Refused, Unknown
from crawler.alerts.pace import Pace
from crawler.alerts.wording import one_line
from crawler.hours import Hours
from storage import outbox
from storage.notices import notice
from storage.outbox import Delivery
from storage.records import DeliveryState

_log = logging.getLogger(__name__)
BROKEN_OFF = 3
"""After so many messages that may have arrived or not, in one round, the rest waits."""


@dataclass(slots=True, kw_only=True)
class SendReport:
    """What became of the messages that were due."""

    sent: int = 0
    deferred: int = 0
    """A later call tries them again."""
    refused: int = 0
    """Given up: a 5xx, a message that cannot be built, or too many tries."""
    unknown: int = 0
    """May have arrived; never sent again by themselves."""
    lines: list[str] = field(default_factory=list)
    """One for each message that was not sent: to whom, what became of it, why."""
    troubles: list[str] = field(default_factory=list)
    """Why no more could be sent at all, for each way: the server, TLS, the login."""
    waiting: int = 0
    """All that waits for another try, also from earlier calls."""
    next_try_at: datetime | None = None
    """When the first of them may be tried; None: at once."""

    @property
    def is_well(self) -> bool:
        """Whether all that was due is sent."""
        return not (self.troubles or self.deferred or self.refused or self.unknown)

    def note(self, person: str, outcome: Outcome) -> None:
        """Count one message in."""
        match outcome:
            case Accepted():
                self.sent += 1
                return
            case Deferred():
                self.deferred += 1
            case Refused():
                self.refused += 1
            case Unknown():
                self.unknown += 1
        self.lines.append(f"{person}: {type(outcome).__name__.lower()}: {outcome.reply}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Generic[LetterT]):
    """Carries deliveries one way and keeps the store and the report true."""

    db: Database
    carrier: Carrier[LetterT]
    began: datetime
    """From then on the waits of the back-off count."""
    moment: Callable[[], datetime]
    """The time now."""
    report: SendReport
    zone: str
    """In whose calendar digests name their days."""
    pace: Pace
    keep_turn: Callable[[], None]
    """Called before each delivery; raises when another process has taken over."""
    broken_off: str
    """What to say, and how to mend it, when the other side keeps breaking off messages."""

    def carry_all(self, due: Sequence[Delivery]) -> None:
        """Carry each to its end; where the way itself is at fault the rest waits."""
        lost_before = self.report.unknown
        for position, delivery in enumerate(due):
            if self.report.unknown - lost_before >= BROKEN_OFF:
                self._hold(due[position:], self.broken_off)
                return
            self.keep_turn()
            try:
                self._carry(delivery)
            except NotNowError as error:
                self._hold(due[position:], str(error))
                return

    def _carry(self, delivery: Delivery) -> None:
        """Build and deliver one message and store what became of it; in quiet hours put it off.

        Raises NotNowError when no message can be delivered now.
        """
        if self._rests(delivery):
            return
        letter = self._write(delivery)
        if isinstance(letter, Refused):
            self._settle(delivery, letter)
            return
        self.pace.wait()
        self.carrier.open()
        with self.db.atomic():
            outbox.begin_connect(self.db, delivery, now=self.moment())
        identity = letter.message_id

        def hand_over() -> None:
            with self.db.atomic():
                outbox.begin_hand_over(self.db, delivery, message_id=identity, now=self.moment())

        self._settle(delivery, self.carrier.deliver(letter, hand_over))

    def _hold(self, deliveries: Sequence[Delivery], trouble: str) -> None:
        """Leave all of them waiting for the next round, each with the reason.

        The server is at fault, not they: they stay due, and the same trouble counts as one try
        however often it is met.
        """
        self.report.troubles.append(trouble)
        self.report.deferred += len(deliveries)
        with self.db.atomic():
            for each in deliveries:
                stands = outbox.stands(self.db, each)
                if stands.state is DeliveryState.WAITING:
                    if stands.last_reply == trouble:
                        continue
                    outbox.begin_connect(self.db, each, now=self.moment())
                outbox.mark_deferred(
                    self.db,
                    each,
                    next_try_at=self.began,
                    reply=trouble,
                    now=self.moment(),
                )

    def _rests(self, delivery: Delivery) -> bool:
        """Whether its hours are quiet now; then it waits for their end."""
        now = self.moment()
        until = now if delivery.quiet is None else Hours.read(delivery.quiet).over(now)
        if until > now:
            with self.db.atomic():
                outbox.put_off(self.db, delivery, until=until, now=now)
        return until > now

    def _write(self, delivery: Delivery) -> LetterT | Refused:
        try:
            if delivery.alert_id is None:
                return write_gathered(
                    self.db, delivery, self.carrier, now=self.began, zone=self.zone
                )
            return self.carrier.write_alert(notice(self.db, delivery.alert_id), delivery)
        except Exception as error:  # noqa: BLE001 - one poison message must not block the others
            _log.debug("letter %d cannot be written", delivery.id, exc_info=True)
            return Refused(f"the message cannot be written: {one_line(str(error), 200)}")

    def _settle(self, delivery: Delivery, outcome: Outcome) -> None:
        """Store and report how it ended; a delivery deferred for too long ends as refused."""
        now, wait = self.moment(), wait_after(delivery.attempts + 1)
        if isinstance(outcome, Deferred) and wait is None:
            tries = delivery.attempts + 1
            outcome = Refused(f"given up after {tries} tries: {outcome.reply}")
        self.report.note(delivery.person, outcome)
        with self.db.atomic():
            match outcome:
                case Accepted(reply):
                    outbox.mark_sent(self.db, delivery, reply=reply, now=now)
                case Refused(reply):
                    outbox.mark_refused(self.db, delivery, reply=reply, now=now)
                case Unknown(reply):
                    outbox.mark_unknown(self.db, delivery, reply=reply, now=now)
                case Deferred(reply) if wait is not None:
                    next_try_at = self.began + wait
                    outbox.mark_deferred(
                        self.db, delivery, next_try_at=next_try_at, reply=reply, now=now
                    )
