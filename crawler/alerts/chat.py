"""What is told in a chat: a letter in few plain lines, within the length that a chat allows. Pure.

Every string is on one line, and means nothing to a chat but itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.alerts.citing import Quote
from crawler.alerts.digest import Digest, Entry, write_digest
from crawler.alerts.english import ENGLISH
from crawler.alerts.glosses import SchemeNames, scheme_names
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.letter import Letter, write_letter
from crawler.alerts.operator_letters import OutletShown, write_health
from crawler.alerts.summary import summary
from crawler.alerts.words import Counted, Words
from storage.letter_records import AwardNotice, DigestNotice, HealthNotice, Language

_NOT_IN_LINKS = {"<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "|": "%7C"}
_SPOKEN = str.maketrans({"<": "‹", ">": "›", "@": "＠", "[": "(", "]": ")"})
"""What chats take for mentions, tags and links, as characters that look alike and do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some lines of a message."""

    text: str
    weight: int
    """Where there is no room the parts of the highest weight go first, from the end; 0 stays."""
    is_award: bool = False
    """Whether its absence is told."""


_MORE = Counted(one="+{n}", many="+{n}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """One message for a chat."""

    message_id: str
    title: str
    parts: tuple[Part, ...]
    more: Counted = _MORE
    """How to tell of awards that are left out."""


def chat_of_alert(
    notice: AwardNotice, *, message_id: str, schemes: Mapping[str, SchemeNames], language: Language
) -> Chat:
    """The message that tells of one award: result, proof, link."""
    words = _words(language)
    title, short = scheme_names(notice.award.scheme, schemes)
    letter = write_letter(notice, scheme=title, short=short, words=words)
    told = summary(notice, title) if language is Language.BOTH else None
    return _chat(message_id, letter.subject, (*_alert(letter, words), *_english(told)))


def chat_of_digest(
    notice: DigestNotice, *, message_id: str, schemes: Mapping[str, SchemeNames], language: Language
) -> Chat:
    """The message that tells of a period; where there is no room the last awards are counted."""
    words = _words(language)
    digest = write_digest(notice, schemes=schemes, words=words)
    told = None
    if language is Language.BOTH:
        told = write_digest(notice, schemes=schemes, words=ENGLISH).summary
    chat = _chat(message_id, digest.subject, (*_digest(digest), *_english(told)))
    return replace(chat, more=words.digest.more)


def chat_of_health(notice: HealthNotice, *, message_id: str, language: Language) -> Chat:
    """The message that tells of outlets that came into another state."""
    words = _words(language)
    letter = write_health(notice, words)
    told = write_health(notice, ENGLISH).subject if language is Language.BOTH else None
    parts = tuple(part for outlet in letter.outlets for part in _outlet(outlet, words))
    return _chat(message_id, letter.subject, (*parts, *_english(told)))


def chat_of_test(message_id: str) -> Chat:
    """A message that only proves that messages arrive."""
    part = Part(text="Pesan uji dari Piagam. A test message from Piagam.", weight=0)
    return _chat(message_id, "Piagam: pesan uji · test message", (part,))


def fitted(chat: Chat, room: int) -> str:
    """The body of the message in at most `room` characters."""
    parts, hidden = list(chat.parts), 0
    while len(body := _joined(parts, chat.more.told(hidden) if hidden else "")) > room:
        at = max(range(len(parts)), key=lambda index: (parts[index].weight, index))
        if not parts[at].weight:
            return body[: max(0, room - 1)] + "…" if room else ""
        hidden += parts.pop(at).is_award
    return body


def _joined(parts: Sequence[Part], more: str) -> str:
    *told, mark = (part.text for part in parts)
    return "\n".join((*told, *((more,) if more else ()), mark))


def _words(language: Language) -> Words:
    return ENGLISH if language is Language.ENGLISH else INDONESIAN


def _chat(message_id: str, title: str, parts: Sequence[Part]) -> Chat:
    # So that a person who looks whether it arrived, or came twice, finds it.
    mark = Part(text=f"Piagam {message_id[1:9]}", weight=0)
    return Chat(message_id=message_id, title=spoken(title), parts=(*parts, mark))


def spoken(text: str) -> str:
    """The text as plain words: no mention, tag, link or markup to a chat."""
    return text.translate(_SPOKEN).replace("`", "'").replace("*", "∗")


def _link(url: str) -> str:
    for character, escape in _NOT_IN_LINKS.items():
        url = url.replace(character, escape)
    return url


def _alert(letter: Letter, words: Words) -> Iterator[Part]:
    result = (
        f"{letter.score or ''} {letter.score_of or ''}".strip(),
        f"({words.alert.void})" if letter.is_void else "",
    )
    told = (" ".join(filter(None, result)), letter.zone, letter.predicate)
    yield _part(letter.recipient, 1)
    yield _part(", ".join(filter(None, (letter.scheme, letter.edition))), 2)
    if line := " · ".join(filter(None, told)):
        yield _part(line, 1)
    if letter.change:
        yield _part(letter.change, 4)
    if letter.lead:
        yield _part(letter.lead, 5)
    for each in letter.differences:
        yield _part(f"{each.label}: {each.before} → {each.after}", 3)
    for side in (*letter.sides, *letter.others):
        yield _part(f"{side.score} {side.outlets}", 3)
    yield from _proof_and_link(letter)
    for fact in letter.facts:
        yield _part(f"{fact.label}: {fact.value}", 6)
    for note in letter.notes:
        yield _part(note, 7)


def _proof_and_link(letter: Letter) -> Iterator[Part]:
    quotes = (*letter.quotes, *(side.quote for side in letter.sides if side.quote))
    for quote in quotes[: 2 if letter.sides else 1]:
        yield _part(f"“{_said(quote)}” {quote.outlet}", 2)
    if letter.sources and letter.sources[0].url:
        yield Part(text=_link(letter.sources[0].url), weight=0)


def _said(quote: Quote) -> str:
    return f"{quote.before}{quote.marked}{quote.after}"


def _digest(digest: Digest) -> Iterator[Part]:
    yield _part(f"{digest.days}: {digest.counts}", 1)
    for entry in digest.urgent:
        yield from _entry(entry, 2)
    for group in digest.groups:
        yield _part(group.title, 4)
        for entry in group.entries:
            yield from _entry(entry, 4)
    for line in (digest.more, *digest.health):
        if line:
            yield _part(line, 5)
    yield _part(digest.covered, 2)


def _entry(entry: Entry, weight: int) -> Iterator[Part]:
    name = f"{entry.occasion}: {entry.recipient}" if entry.occasion else entry.recipient
    told = (f"{name} {entry.score or ''}".strip(), entry.details, entry.mark)
    line = spoken("• " + " · ".join(filter(None, told)))
    yield Part(
        text=f"{line}\n{_link(entry.url)}" if entry.url else line, weight=weight, is_award=True
    )


def _outlet(outlet: OutletShown, words: Words) -> Iterator[Part]:
    yield _part(f"{outlet.title} {outlet.headline}", 1)
    for finding in outlet.findings:
        yield _part(f"• {finding}", 3)
    if outlet.mend:
        yield _part(f"{words.operator.mend}: {outlet.mend}", 2)
    if outlet.example_url:
        yield Part(text=_link(outlet.example_url), weight=4)
    if outlet.held:
        yield _part(outlet.held, 4)


def _english(told: str | None) -> Iterator[Part]:
    if told:
        yield _part(told, 5)


def _part(text: str, weight: int) -> Part:
    return Part(text=spoken(text), weight=weight)
