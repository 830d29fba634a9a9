"""Composed mails, and what a mail program makes of them."""

from email.message import EmailMessage
from html.parser import HTMLParser

from crawler.alerts.compose import Stationery, compose_alert, compose_digest
from crawler.awards.catalogue import load_catalogue
from storage.letter_records import AwardNotice, DigestNotice, Language
from tests.alerts.stores import NOW

ANI = "ani@example.org"
ON = Stationery(sender="Piagam <piagam@example.org>", now=NOW, version="1.2.3")


def compose(notice: AwardNotice, language: Language = Language.BOTH) -> EmailMessage:
    return compose_alert(notice, ANI, on=ON, schemes=load_catalogue(), language=language)


def gather(notice: DigestNotice, language: Language = Language.BOTH) -> EmailMessage:
    return compose_digest(notice, ANI, on=ON, schemes=load_catalogue(), language=language)


def text_of(message: EmailMessage) -> str:
    return part_of(message, "plain")


def html_of(message: EmailMessage) -> str:
    return part_of(message, "html")


def part_of(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


class Reader(HTMLParser):
    """What a mail program would show and follow."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.attributes: set[str] = set()
        self.marked: list[str] = []
        self.widths: list[str] = []
        """Of the bars of a chart."""
        self.labels: set[str] = set()
        self.text = ""
        self._open: list[str] = []

    @classmethod
    def of(cls, html: str) -> "Reader":
        """The page read through."""
        reader = cls()
        reader.feed(html)
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags and links; each element begins a new word but those inside a sentence."""
        self.tags.add(tag)
        self._open.append(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}
        said = dict(attrs)
        self.attributes |= said.keys()
        if (said.get("class") or "").startswith("bar"):
            self.widths.append(said.get("width") or "")
        self.labels |= {label for label in (said.get("aria-label"),) if label}
        if tag not in ("mark", "a", "b", "span"):
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        """Close what the start opened."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Gather what is shown."""
        if not {"style", "title"} & set(self._open):
            self.text += data
        if "mark" in self._open:
            self.marked.append(data)
