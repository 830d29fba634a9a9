"""Shows how well stories are read: figures as tables, errors line by line, both as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap
from typing import Any

from crawler.alerts.wording import number
from crawler.cli.screen import NONE_SHOWN, WIDTH, print_line, print_table
from crawler.quality.agreement import Agreement
from crawler.quality.answer import FIELDS, Value
from crawler.quality.comparison import Figure, Mark, Outcome
from crawler.quality.tally import (
    AIMS,
    Count,
    Judged,
    decided_right,
    shares,
    tally,
    tally_by_scheme,
)

_ERRORS_SHOWN = 8
"""Lines for one story."""
_HALVES = {"tuned": "tuned on", "aside": "set aside"}
_COUNTS = (">stated", ">right", ">wrong", ">missed", ">invented", ">recall", ">precision")
_SCHEME_COLUMNS = (
    *("scheme", ">claims", ">wrong", ">missed", ">invented", ">recall", ">precision"),
    *(">score", ">fields"),
)
_SCHEME_NOTE = "claims by scheme; score: F1; fields: share of the stated ones of found claims"
_OF_SECOND = {
    Outcome.WRONG: "differ",
    Outcome.MISSED: "first only",
    Outcome.INVENTED: "second only",
}

_MISSED_STORY = Mark(figure=Figure.DECISION, outcome=Outcome.MISSED)


def print_figures(half: str, stories: Sequence[Judged]) -> None:
    """The figures of one half, then by kind and by scheme."""
    print_line(f"{_HALVES[half]}: {len(stories)} stories", style="bold")
    print_table(
        ("figure", *_COUNTS, ">F1", "aim (R, P, F1)"),
        (
            (_name(figure), *_cells(count), _shown(count.f1), _aims(figure))
            for figure, count in tally(stories).items()
        ),
    )
    print_line()
    print_table(("kind", ">stories", ">right", ">share", ">aim"), _kind_rows(stories))
    print_line()
    print_table(_SCHEME_COLUMNS, _scheme_rows(stories))
    print_line(_SCHEME_NOTE)
    print_line()


def print_agreement(found: Agreement) -> None:
    """What two annotators agree on."""
    print_line(f"{len(found.stories)} stories annotated twice", style="bold")
    print_line(f"decision: the same in {_shown(found.observed)}, kappa {_shown(found.kappa)}")
    print_line()
    print_table(
        ("figure", ">both", ">differ", ">first only", ">second only", ">agreement"),
        (
            (
                _name(figure),
                *map(str, (count.right, count.wrong, count.missed, count.invented)),
                _shown(count.f1),
            )
            for figure, count in tally(found.stories).items()
        ),
    )


def print_errors(stories: Iterable[Judged], *, by_second: bool = False) -> None:
    """Each story with what is wrong in it, a line each; `by_second` names two annotators."""
    for story in stories:
        print_line(f"{story.name} ({story.kind})", style="bold")
        lines = list(_error_lines(story, by_second=by_second))
        for line in lines[:_ERRORS_SHOWN]:
            for part in wrap(line, WIDTH, initial_indent="  ", subsequent_indent=" " * 14):
                print_line(part)
        if len(lines) > _ERRORS_SHOWN:
            print_line(f"  and {len(lines) - _ERRORS_SHOWN} more")


def figures_object(half: str, stories: Sequence[Judged], worst: Sequence[Judged]) -> dict[str, Any]:
    """The figures of one half, ready for JSON."""
    kinds = decided_right(stories)
    return {
        "half": half,
        "stories": len(stories),
        "with_errors": sum(bool(story.errors) for story in stories),
        "aims": {name: {"aim": aim, "is": shares(stories)[name]} for name, aim in AIMS.items()},
        "figures": _counts_object(tally(stories)),
        "kinds": {kind: {"stories": of, "right": right} for kind, (right, of) in kinds.items()},
        "schemes": {
            scheme: _counts_object(counts) for scheme, counts in tally_by_scheme(stories).items()
        },
        "worst": [_story_object(story) for story in worst],
    }


def agreement_object(found: Agreement, differing: Sequence[Judged]) -> dict[str, Any]:
    """What two annotators agree on, ready for JSON."""
    return {
        "stories": len(found.stories),
        "differing": sum(bool(story.errors) for story in found.stories),
        "decision": {"agreement": found.observed, "kappa": found.kappa},
        "figures": _counts_object(tally(found.stories)),
        "differences": [_story_object(story) for story in differing],
    }


def _kind_rows(stories: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for kind, (right, of) in decided_right(stories).items():
        name = f"{kind} right"
        yield kind, str(of), str(right), _shown(shares(stories)[name]), _shown(AIMS.get(name), 2)


def _scheme_rows(stories: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for scheme, counts in tally_by_scheme(stories).items():
        fields = _sum(counts[Figure(name)] for name in FIELDS)
        claims, score = counts[Figure.CLAIMS], counts[Figure.SCORE]
        numbers = (claims.stated, claims.wrong, claims.missed, claims.invented)
        found = (claims.recall, claims.precision, score.f1, fields.recall)
        yield scheme, *map(str, numbers), *map(_shown, found)


def _sum(counts: Iterable[Count]) -> Count:
    held = list(counts)
    return Count(
        right=sum(count.right for count in held),
        wrong=sum(count.wrong for count in held),
        missed=sum(count.missed for count in held),
        invented=sum(count.invented for count in held),
    )


def _cells(count: Count) -> tuple[str, ...]:
    numbers = (count.stated, count.right, count.wrong, count.missed, count.invented)
    return *map(str, numbers), _shown(count.recall), _shown(count.precision)


def _aims(figure: Figure) -> str:
    measures = {"R": "recall", "P": "precision", "F1": "F1"}
    found = {short: AIMS.get(f"{figure} {measure}") for short, measure in measures.items()}
    return " ".join(f"{short} {_shown(aim, 2)}" for short, aim in found.items() if aim is not None)


def _error_lines(story: Judged, *, by_second: bool) -> Iterator[str]:
    for mark in _told(story):
        how = _OF_SECOND[mark.outcome] if by_second else mark.outcome
        yield f"{how:<12}{_what(mark, 'second' if by_second else 'read as')}{_with_it(mark, story)}"


def _told(story: Judged) -> list[Mark]:
    """The errors, without those that another implies: of a missed story, of a lone claim."""
    if _MISSED_STORY in story.errors:
        return [_MISSED_STORY]
    lone = {
        (mark.recipient, mark.scheme)
        for mark in story.errors
        if mark.figure is Figure.CLAIMS and mark.outcome is not Outcome.WRONG
    }
    return [
        mark
        for mark in story.errors
        if mark.figure in (Figure.DECISION, Figure.CLAIMS)
        or (mark.figure is not Figure.SCORE and (mark.recipient, mark.scheme) not in lone)
    ]


def _with_it(mark: Mark, story: Judged) -> str:
    if mark != _MISSED_STORY:
        return ""
    claims = sum(each.figure is Figure.CLAIMS for each in story.errors)
    return f" with {claims} claims" if claims > 1 else ""


def _what(mark: Mark, other: str) -> str:
    if mark.figure is Figure.DECISION:
        return "the award story" if mark.outcome is Outcome.MISSED else "an award story"
    whose = f"{mark.recipient}, {mark.scheme}"
    name = "score" if mark.figure is Figure.CLAIMS else _name(mark.figure).removesuffix("s")
    label = "" if mark.label is None else f" {mark.label}"
    if mark.outcome is Outcome.WRONG:
        return f"{whose}: {name} {_printed(mark.wanted)}, {other} {_printed(mark.read)}"
    value = mark.wanted if mark.outcome is Outcome.MISSED else mark.read
    if mark.figure is Figure.CLAIMS and value is None:
        return whose
    return f"{whose}: {name}{label} {_printed(value)}"


def _printed(value: Value | None) -> str:
    if isinstance(value, float):
        return number(value)
    return NONE_SHOWN if value is None else str(value)


def _name(figure: Figure) -> str:
    names = {Figure.UNITS: "unit scores", Figure.EARLIER: "earlier scores"}
    return names.get(figure, figure.replace("_", " "))


def _shown(share: float | None, decimals: int = 3) -> str:
    """A share as `0,984`."""
    return NONE_SHOWN if share is None else f"{share:.{decimals}f}".replace(".", ",")


def _counts_object(counts: Mapping[Figure, Count]) -> dict[str, Any]:
    return {
        figure: {
            "right": count.right,
            "wrong": count.wrong,
            "missed": count.missed,
            "invented": count.invented,
            "recall": count.recall,
            "precision": count.precision,
            "f1": count.f1,
        }
        for figure, count in counts.items()
    }


def _story_object(story: Judged) -> dict[str, Any]:
    return {"story": story.name, "kind": story.kind, "errors": list(map(_mark, story.errors))}


def _mark(mark: Mark) -> dict[str, Any]:
    values = (mark.wanted, mark.read)
    wanted, read = (v.isoformat() if isinstance(v, date) else v for v in values)
    return {
        "figure": mark.figure,
        "outcome": mark.outcome,
        "scheme": mark.scheme,
        "recipient": mark.recipient,
        "label": mark.label,
        "wanted": wanted,
        "read": read,
    }
