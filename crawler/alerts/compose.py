"""From a notice to the mail for one person. Pure.

Each function takes `schemes`, the names by scheme id (a scheme that is not there goes by its id),
and raises ValueError when sender or recipient is no address that a header can carry.
"""

from collections.abc import Mapping
from email.message import EmailMessage

from crawler.alerts.digest import write_digest
from crawler.alerts.english import ENGLISH
from crawler.alerts.glosses import SchemeNames, scheme_names
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.letter import write_letter
from crawler.alerts.operator_letters import write_health, write_watch
from crawler.alerts.stationery import Stationery, address_to, put_parts
from crawler.alerts.summary import summary
from crawler.alerts.wording import one_line
from crawler.alerts.words import Words
from storage.letter_records import (
    AwardNotice,
    DigestNotice,
    HealthNotice,
    Language,
    WatchNotice,
)
from storage.records import AlertKind, Award

__all__ = [
    "SchemeNames",
    "Stationery",
    "compose_alert",
    "compose_digest",
    "compose_health",
    "compose_test",
    "compose_watch",
    "digest_id",
    "health_id",
    "message_id",
]


def compose_alert(
    notice: AwardNotice,
    recipient: str,
    *,
    on: Stationery,
    schemes: Mapping[str, SchemeNames],
    language: Language = Language.BOTH,
) -> EmailMessage:
    """The mail that tells one person of one alert; the same notice gives the same Message-ID."""
    award, words = notice.award, _words(language)
    title, short = scheme_names(award.scheme, schemes)
    letter = write_letter(notice, scheme=title, short=short, words=words)
    message = address_to(recipient, letter.subject, on)
    message["Message-ID"] = message_id(notice, recipient, on)
    # A correction may name another edition or body: it follows what was told before, too.
    told_before = notice.before or award
    threads = tuple(dict.fromkeys(on.identity(_award_key(each)) for each in (told_before, award)))
    message["References"] = " ".join(threads)
    message["In-Reply-To"] = threads[0]
    message["X-Piagam-Award"] = one_line(_award_key(award), 200)
    told = summary(notice, title) if language is Language.BOTH else None
    footer = words.alert.footer
    return put_parts(
        message, "alert", {"letter": letter, **_page(words, footer, recipient, on, summary=told)}
    )


def message_id(notice: AwardNotice, recipient: str, on: Stationery) -> str:
    """`<HASH@domain>` of award, kind and person: a mail that is sent again can be recognised.

    An award is new once; further alerts of another kind are told apart by their own id.
    """
    occasion = "" if notice.kind is AlertKind.NEW else str(notice.alert_id)
    return on.identity(_award_key(notice.award), notice.kind, occasion, recipient)


def compose_digest(
    notice: DigestNotice,
    recipient: str,
    *,
    on: Stationery,
    schemes: Mapping[str, SchemeNames],
    language: Language = Language.BOTH,
) -> EmailMessage:
    """The mail that tells one person of a period; the same digest gives the same Message-ID."""
    words = _words(language)
    digest = write_digest(notice, schemes=schemes, words=words)
    told = None
    if language is Language.BOTH:
        told = write_digest(notice, schemes=schemes, words=ENGLISH).summary
    message = address_to(recipient, digest.subject, on)
    message["Message-ID"] = digest_id(notice, recipient, on)
    footer = words.digest.footer
    return put_parts(
        message, "digest", {"digest": digest, **_page(words, footer, recipient, on, summary=told)}
    )


def digest_id(notice: DigestNotice, recipient: str, on: Stationery) -> str:
    """The same for one digest, however often it is composed."""
    return on.identity("digest", notice.digest_id, recipient)


def compose_health(
    notice: HealthNotice,
    recipient: str,
    *,
    on: Stationery,
    language: Language = Language.BOTH,
) -> EmailMessage:
    """The mail that tells of outlets that came into another state."""
    words = _words(language)
    letter = write_health(notice, words)
    told = write_health(notice, ENGLISH).subject if language is Language.BOTH else None
    message = address_to(recipient, letter.subject, on)
    message["Message-ID"] = health_id(notice, recipient, on)
    footer = words.operator.footer
    return put_parts(
        message, "health", {"letter": letter, **_page(words, footer, recipient, on, summary=told)}
    )


def health_id(notice: HealthNotice, recipient: str, on: Stationery) -> str:
    """The same for one letter about outlets, however often it is composed."""
    return on.identity("health", notice.notice_id, recipient)


def compose_watch(
    notice: WatchNotice,
    recipient: str,
    *,
    on: Stationery,
    language: Language = Language.BOTH,
) -> EmailMessage:
    """The mail of the dead man's switch: no good run for too long, and what to look at."""
    words = _words(language)
    letter = write_watch(notice, words)
    told = write_watch(notice, ENGLISH).summary if language is Language.BOTH else None
    message = address_to(recipient, letter.subject, on)
    message["Message-ID"] = on.identity("watch", notice.notice_id, recipient)
    footer = words.operator.footer
    return put_parts(
        message, "watch", {"letter": letter, **_page(words, footer, recipient, on, summary=told)}
    )


def compose_test(recipient: str, *, on: Stationery) -> EmailMessage:
    """A mail that only proves that mails arrive."""
    message = address_to(recipient, "Piagam: surat uji · test mail", on)
    message["Message-ID"] = on.identity("test", on.now.isoformat(), recipient)
    return put_parts(message, "test", {"version": on.version, "person": recipient})


def _words(language: Language) -> Words:
    return ENGLISH if language is Language.ENGLISH else INDONESIAN


def _page(
    words: Words, footer: str, recipient: str, on: Stationery, *, summary: str | None
) -> Mapping[str, object]:
    """What the frame of every letter shows; `summary` are its English sentences."""
    return {
        "words": words,
        "summary": summary,
        "footer": footer.format(version=on.version, person=recipient),
        "sender": on.address,
        "unsubscribe": on.unsubscribe,
    }


def _award_key(award: Award) -> str:
    """What makes an award the same one in every store."""
    return f"{award.scheme}/{award.recipient}/{award.edition_year or '-'}"
