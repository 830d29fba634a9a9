"""Shows a person why a story was read as it was: marked text, claims, cues, set-aside numbers."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from crawler.alerts.wording import harmless, one_line
from crawler.cli.screen import CALENDAR_NOTE, console, is_unicode, print_line, print_table
from crawler.cli.story import Field, claim_fields, print_fields, why_no_article
from crawler.documents import ReadDocument
from crawler.explanation import CUES_IN_WORDS, Explanation, Proof, SetAside, Span, explain
from storage.records import Claim, EditionBasis

_MOST_SHOWN = 40
"""Set-aside numbers in the table."""
_SET_ASIDE = "set aside"
_STYLES: Mapping[str, str] = {
    "recipient": "bold green",
    "scheme": "cyan",
    "grantor": "blue",
    "year": "magenta",
    "score": "bold yellow",
    "predicate": "bold cyan",
    "category": "bold cyan",
    "zone": "bold cyan",
    "rank": "bold magenta",
    "rank_scope": "magenta",
    "award_date": "bold blue",
    "venue": "blue",
    "unit": "yellow",
    "earlier": "dim yellow",
    _SET_ASIDE: "dim red strike",
}
_NAMES = {"units": "unit", "previous": "earlier"}
"""What fields are called where it is not as in `Claim`."""
"""How the proof of each looks on a terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How spans are shown: by their style, or between brackets where there are no colours."""

    proof: tuple[str, str] | None
    """Left and right bracket; None for styles."""
    set_aside: tuple[str, str] | None
    claims: int
    """With several, a mark names the claims it belongs to."""


def print_explanation(source: str, document: ReadDocument) -> None:
    """Why a document was read as it was, in lines of at most 100 columns."""
    article, reading = document.page.article, document.reading
    print_line(source, style="bold")
    if article is None or reading is None:
        print_line(f"  no article: {why_no_article(document.page)}; so nothing was read from it")
        print_line()
        return
    explained, screen = explain(article, reading), console()
    print_line(f"  {explained.decision} (confidence {_decimal(reading.confidence)})")
    marks = _marks(screen, len(reading.claims))
    _print_text(explained, marks, screen)
    _print_legend(explained, marks, screen)
    for index, claim in enumerate(reading.claims, 1):
        _print_claim(index, claim, of=len(reading.claims))
    if any(claim.edition_basis is EditionBasis.CALENDAR for claim in reading.claims):
        print_line(f"  {CALENDAR_NOTE}")
    _print_cues(explained)
    _print_set_aside(explained.set_aside)
    print_line()


def marked(printed: str, spans: Iterable[Span], marks: Marks) -> Text:
    """The text with its spans shown; `spans` are nested, the outer before the inner."""
    shown = Text()
    around: list[Span] = []
    at = 0

    def write(end: int) -> None:
        lines = printed[at:end].split("\n")
        shown.append(
            "\n".join(map(harmless, lines)), Style.combine([Style(), *map(_style, around)])
        )

    def close() -> None:
        nonlocal at
        write(around[-1].end)
        at = around[-1].end
        shown.append(_closing(around.pop(), marks))

    for span in spans:
        while around and around[-1].end <= span.start:
            close()
        write(span.start)
        at = span.start
        shown.append(_opening(span, marks))
        around.append(span)
    while around:
        close()
    write(len(printed))
    return shown


def _marks(screen: Console, claims: int) -> Marks:
    if screen.is_terminal and screen.color_system and not screen.no_color:
        return Marks(proof=None, set_aside=None, claims=claims)
    if is_unicode(sys.stdout):
        return Marks(proof=("⟦", "⟧"), set_aside=("⟨", "⟩"), claims=claims)
    return Marks(proof=("[[", "]]"), set_aside=("<<", ">>"), claims=claims)


def _brackets(span: Span, marks: Marks) -> tuple[str, str] | None:
    return marks.proof if span.why is None else marks.set_aside


def _opening(span: Span, marks: Marks) -> str:
    brackets = _brackets(span, marks)
    return brackets[0] if brackets else ""


def _closing(span: Span, marks: Marks) -> str:
    brackets = _brackets(span, marks)
    return f"|{_label(span, marks.claims)}{brackets[1]}" if brackets else ""


def _label(span: Span, claims: int) -> str:
    """`score`; `2:score` or `1,3:recipient` when the story has further claims."""
    if span.why is not None:
        return span.why
    owners: dict[str, list[int]] = {}
    for proof in span.proves:
        owners.setdefault(_name(proof), []).append(proof.claim)
    return "+".join(
        name if len(numbers) == claims else f"{','.join(map(str, numbers))}:{name}"
        for name, numbers in owners.items()
    )


def _style(span: Span) -> Style:
    underlined = Style(underline=span.why is None)
    return Style.parse(_STYLES.get(_shown_as(span), "bold")) + underlined


def _shown_as(span: Span) -> str:
    return _SET_ASIDE if span.why is not None else _name(span.proves[0])


def _name(proof: Proof) -> str:
    return _NAMES.get(proof.field, proof.field)


def _print_text(explained: Explanation, marks: Marks, screen: Console) -> None:
    for source, printed in (("title", explained.article.title), ("text", explained.article.text)):
        print_line()
        shown = marked(printed, explained.spans[source], marks)
        shown.stylize("bold" if source == "title" else "")
        for line in shown.split("\n"):
            for part in line.wrap(screen, screen.width - 2):
                part.rstrip()
                screen.print(Text("  ") + part, soft_wrap=True)


def _print_legend(explained: Explanation, marks: Marks, screen: Console) -> None:
    spans = [span for held in explained.spans.values() for span in held]
    if not spans:
        return
    print_line()
    if marks.proof is None or marks.set_aside is None:
        found = set(map(_shown_as, spans))
        legend = Text("  marked: ")
        for name in (each for each in _STYLES if each in found):
            legend.append(name.replace("_", " "), Style.parse(_STYLES[name])).append("  ")
        screen.print(legend)
        return
    number_too = "2:" if marks.claims > 1 else ""
    if any(span.why is None for span in spans):
        of_claim = " of award 2" if number_too else ""
        left, right = marks.proof
        print_line(f"  {left}…|{number_too}score{right} proves the score{of_claim}")
    if any(span.why is not None for span in spans):
        left, right = marks.set_aside
        print_line(f"  {left}…|year{right} a number that was set aside, and why")


def _print_claim(index: int, claim: Claim, *, of: int) -> None:
    print_line()
    which = f"award {index} of {of}" if of > 1 else "the award"
    sure = f"confidence {_decimal(claim.confidence)}"
    print_line(f"{which}: {claim.recipient}, {sure}", style="bold")
    print_fields(_with_proof(claim))


def _with_proof(claim: Claim) -> Iterator[Field]:
    """The fields as `piagam read` shows them, then what proves each."""
    yield from claim_fields(claim)
    yield "proof", claim.proof.quote if claim.proof else None


def _print_cues(explained: Explanation) -> None:
    if not explained.reading.reasons:
        return
    print_line()
    print_line("what spoke for and against it", style="bold")
    reasons = explained.reading.reasons
    rows = [(_signed(each.weight), CUES_IN_WORDS.get(each.cue, each.cue)) for each in reasons]
    total = (_signed(explained.weight), "the sum; an award story from 0 on")
    print_table((">weight", "cue"), [*rows, total])


def _print_set_aside(numbers: tuple[SetAside, ...]) -> None:
    shown = [each for each in numbers if not each.proves_a_field]
    if not shown:
        return
    print_line()
    print_line("numbers that were set aside", style="bold")
    print_table((">number", "because it is", "where"), map(_row, shown[:_MOST_SHOWN]))
    if len(shown) > _MOST_SHOWN:
        print_line(f"  and {len(shown) - _MOST_SHOWN} more; --json lists them all")


def _row(each: SetAside) -> tuple[str, str, str]:
    return each.raw, each.words, one_line(each.where)


def _signed(weight: float) -> str:
    """`+2,50`"""
    return f"{weight:+.2f}".replace(".", ",")


def _decimal(share: float) -> str:
    return f"{share:.2f}".replace(".", ",")
