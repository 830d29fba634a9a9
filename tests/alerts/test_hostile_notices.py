"""Whatever the store holds, a mail is harmless, small and made of nothing from elsewhere."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from crawler.alerts.compose import compose_alert, compose_digest, compose_health, compose_watch
from crawler.alerts.mail import seal
from crawler.alerts.wording import one_line
from storage.letter_records import Language
from tests.alerts.digests import HEALTH, WATCH, WEEK, digest, many
from tests.alerts.mails import ANI, ON, Reader, compose, gather, html_of, text_of
from tests.alerts.notices import BATANG, CORRECTED, GROBOGAN, SETTLED, WITHDRAWN
from tests.alerts.poison import FORBIDDEN, HOSTILE, poisoned

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "div", "p", "h1", "h2", "table", "tr"),
    *("col", "td", "span", "small", "b", "br", "a", "blockquote", "mark", "code"),
}
HEADERS = {
    *("From", "To", "Subject", "Date", "Auto-Submitted", "Precedence", "List-Id", "X-Mailer"),
    *("X-Auto-Response-Suppress", "List-Unsubscribe", "Message-ID", "References", "In-Reply-To"),
    *("X-Piagam-Award", "MIME-Version", "Content-Type"),
}
LEAVE = "mailto:piagam@example.org?subject=Berhenti%20Piagam"


def letters(text: str, language: Language) -> dict[str, EmailMessage]:
    """One mail of each kind, with the text in every field that a story or an outlet fills."""
    notices = {"new": BATANG, "dispute": GROBOGAN, "correction": CORRECTED}
    notices |= {"withdrawn": WITHDRAWN, "settled": SETTLED}
    mails = {
        name: compose_alert(poisoned(each, text), ANI, on=ON, schemes={}, language=language)
        for name, each in notices.items()
    }
    week, watch = poisoned(WEEK, text, spared=("zone",)), poisoned(WATCH, text, spared=("zone",))
    award = replace(week.items[0].award, zone="hijau")
    week = replace(week, items=(*week.items, replace(week.items[0], award=award)))
    mails["digest"] = compose_digest(week, ANI, on=ON, schemes={}, language=language)
    mails["health"] = compose_health(poisoned(HEALTH, text), ANI, on=ON, language=language)
    mails["watch"] = compose_watch(watch, ANI, on=ON, language=language)
    return mails


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_of_a_page_adds_a_header_a_tag_a_link_or_an_order(
    text: str, language: Language
) -> None:
    for name, message in letters(text, language).items():
        received = message_from_bytes(seal(message).content, policy=default)
        assert set(received.keys()) <= HEADERS, name
        assert len(received.keys()) == len(set(received.keys())), name
        assert received["Subject"] == message["Subject"], name
        assert len(str(message["Subject"])) <= 140, name
        page = Reader.of(html_of(message))
        assert page.tags <= TAGS, name
        assert page.links == {LEAVE}, name
        assert page.attributes.isdisjoint({"onclick", "onerror", "onload", "src", "srcset"}), name
        for part in (text_of(message), html_of(message), str(received["Subject"])):
            assert not set(FORBIDDEN) & set(part), name
            assert "\nBcc:" not in part
            assert "49 " not in part


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_html_is_read_as_the_very_text_that_was_printed(text: str) -> None:
    shown = one_line(text)[:80]
    for name, message in letters(text, Language.BOTH).items():
        assert shown in " ".join(text_of(message).split()), name
        assert shown in " ".join(Reader.of(html_of(message)).text.split()), name


def test_huge_fields_are_cut_and_make_no_huge_mail() -> None:
    for message in letters(HOSTILE["huge"], Language.BOTH).values():
        assert len(message.as_bytes()) < 60_000


def test_the_html_is_one_column_with_dark_colours_and_nothing_from_elsewhere() -> None:
    html = html_of(compose(BATANG))
    page = Reader.of(html)
    assert "@media (prefers-color-scheme: dark)" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "max-width:600px" in html
    assert page.tags <= TAGS
    assert "url(" not in html
    assert "@import" not in html
    assert page.links == {
        "https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau",
        LEAVE,
    }


def test_gmail_shows_a_digest_of_a_hundred_and_fifty_awards_to_its_end() -> None:
    assert len(html_of(gather(digest(*many(150)))).encode()) < 102_000


def test_a_longer_digest_tells_the_certificate_at_the_top_as_well() -> None:
    told = "29 dari 31 media dibaca penuh"
    long, short = (html_of(gather(digest(*many(count)))) for count in (151, 150))
    assert long.index(told) < long.index("Kabupaten Contoh 1<") < long.rindex(told)
    assert short.count(told) == 1
