"""Sends the letters of the dead man's switch, and pings whoever watches over this machine."""

from datetime import datetime
from email.message import EmailMessage

import urllib3
from sqlite_utils import Database

from crawler import __version__
from crawler.alerts.compose import Stationery, compose_watch
from crawler.alerts.connection import MailServerError
from crawler.alerts.mail import MailSession, UnsendableError, seal
from crawler.alerts.outcomes import Accepted, Deferred, Refused
from crawler.alerts.send import SendError, mail_server
from crawler.alerts.stationery import address_to
from crawler.config import Config
from crawler.silence import due_letters, is_silent
from storage.letter_records import WatchNotice
from storage.runs import last_good_run, last_run
from storage.silences import (
    SilenceKind,
    SilenceLetter,
    begin_letter,
    end_letter,
    first_start,
    letters_told,
)
from storage.timestamps import CLOCK_TOLERANCE

_PING_SECONDS = 10


def tell_silence(db: Database, config: Config, *, since: datetime, now: datetime) -> list[str]:
    """Send what is due and return a line for each letter.

    `since` is when watching began, for a store without any crawl, or whose last good one was by a
    clock that was wrong. What cannot be sent now is tried by the next call. Raises StoreError.
    """
    watch = config.watch
    good = last_good_run(db, now)
    last_good = None if good is None else good.ended_at
    silent = is_silent(_last_word(db, last_good, since, now), now, watch.silent_hours)
    due = due_letters(watch.tell, letters_told(db), last_good, silent=silent)
    if not due:
        return []
    notice = _notice(db, config, last_good, last_good or first_start(db) or since, now)
    on = Stationery(sender=config.mail.sender, now=now, version=__version__)
    lines = []
    try:
        with MailSession(mail_server(config.mail, now)) as session:
            for letter in due:
                message = _message(letter, notice, on)
                lines.append(
                    f"{letter.person}: {letter.kind}: {_carry(db, session, letter, message, now)}"
                )
    except (SendError, MailServerError, UnsendableError, ValueError) as error:
        lines.append(str(error))
    return lines


def _last_word(
    db: Database, last_good: datetime | None, since: datetime, now: datetime
) -> datetime:
    """From when on silence is reckoned."""
    if last_good is not None and last_good > now + CLOCK_TOLERANCE:
        return since
    return last_good or first_start(db) or since


def ping(url: str) -> str | None:
    """Ask the URL once; why that failed, None when it answered 2xx."""
    try:
        answer = urllib3.request(
            "GET",
            url,
            timeout=_PING_SECONDS,
            retries=False,
            preload_content=False,
            headers={"User-Agent": f"Piagam/{__version__}"},
        )
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        return f"watch.ping_url: cannot be reached: {error}"
    answer.close()  # its body is nobody's business
    if not 200 <= answer.status < 300:
        return f"watch.ping_url: answered {answer.status}; correct it"
    return None


def _carry(
    db: Database, session: MailSession, letter: SilenceLetter, message: EmailMessage, now: datetime
) -> str:
    outcome = session.deliver(seal(message), lambda: begin_letter(db, letter, now))
    match outcome:
        case Accepted():
            end_letter(db, letter, state="sent", now=now)
        case Deferred():
            end_letter(db, letter, state=None, now=now)
        case Refused():
            end_letter(db, letter, state="refused", now=now)
    return type(outcome).__name__.lower()


def _notice(
    db: Database, config: Config, last_good: datetime | None, since: datetime, now: datetime
) -> WatchNotice:
    last = last_run(db)
    why = f": {last.reason}" if last is not None and last.reason else ""
    return WatchNotice(
        notice_id=since.isoformat(),
        zone=config.watch.zone,
        hours=int((now - since).total_seconds() // 3600),
        last_good=last_good,
        last_run=None if last is None else f"run {last.id} {last.status}{why}",
    )


def _message(letter: SilenceLetter, notice: WatchNotice, on: Stationery) -> EmailMessage:
    if letter.kind is SilenceKind.SILENT:
        return compose_watch(notice, letter.person, on=on)
    message = address_to(letter.person, "Piagam: pulih kembali · well again", on)
    message["Message-ID"] = on.identity("well", letter.silence, letter.person)
    message.set_content(
        "Perayapan berjalan baik lagi; semua kembali normal.\n\n"
        "A crawl has finished again; all is back to normal. `piagam status` tells more.\n"
    )
    return message
