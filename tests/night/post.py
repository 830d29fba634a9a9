"""Nights that are crawled, and told over a mail server that keeps what it gets."""

import re
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from tests.crawling.conftest import PATIENCE, Desk
from tests.forked import Ended, fork
from tests.night.mortal import Death, written
from tests.night.papers import REGIONS, settle_in

Told = Counter[tuple[str, str]]
"""How often each person got each mail, by what it tells."""
STATES = """
SELECT person, state, count(*) FROM (
    SELECT person, state FROM deliveries WHERE digest_id IS NULL
    UNION ALL SELECT person, state FROM digests
) GROUP BY person, state
"""


class Post:
    """Both papers, the mail server, and desks that read and send."""

    def __init__(self, folders: pytest.TempPathFactory, newsroom: Newsroom, sink: MailSink) -> None:
        self._folders, self._newsroom, self.sink = folders, newsroom, sink
        self._seen = 0
        self._began = datetime.now(UTC)

    def desk(self, store: Path | None = None) -> Desk:
        """A new desk, with a copy of that store."""
        made = settle_in(self._folders.mktemp("desk"), self._newsroom, self.sink)
        if store is not None:
            shutil.copy(store, made.store)
        return made

    def crawl(self, desk: Desk, *deaths: Death) -> Ended:
        """`piagam crawl --send`."""
        arguments = (written(*deaths), "--config", str(desk.config), "crawl", "--send")
        main = "tests.night.mortal:piagam"
        return fork(main, arguments, folder=desk.folder).wait(PATIENCE)

    def send(self, desk: Desk, *deaths: Death) -> Ended:
        """Sending soon after the crawl, and again when the digest of the day is due."""
        arguments = (written(*deaths), *self.sending(desk))
        return fork("tests.night.mortal:send", arguments, folder=desk.folder).wait(PATIENCE)

    def sending(self, desk: Desk) -> tuple[str, ...]:
        """The arguments of that."""
        moments = [(self._began + timedelta(hours=each)).isoformat() for each in (1, 30)]
        return (str(desk.config), *moments)

    def received(self) -> Told:
        """What came since the last call."""
        mails = self.sink.mails[self._seen :]
        self._seen += len(mails)
        return Counter((each.recipients[0], _gist(each.message)) for each in mails)


def unknown_of(desk: Desk) -> Counter[str]:
    """How many messages to each person nobody knows the end of."""
    return Counter({p: count for p, state, count in desk.query(STATES) if state == "unknown"})


def _gist(mail: EmailMessage) -> str:
    """The subject, of a digest without the day and with the bodies in no order."""
    subject, text = str(mail["Subject"]), mail.get_body(("plain",))
    assert text is not None
    if not subject.startswith("Piagam, "):
        return subject
    told = [each for each in REGIONS if each in text.get_content()]
    return f"{re.sub('Piagam, .*?: ', '', subject).partition(' · ')[0]}: {', '.join(told)}"
