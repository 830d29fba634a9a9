"""`piagam bench`: how well stories are read, measured on a corpus with the right answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crawler.awards.reader import read_story
from crawler.cli.scoreboard import (
    agreement_object,
    figures_object,
    print_agreement,
    print_errors,
    print_figures,
)
from crawler.cli.screen import print_json, print_line
from crawler.quality.agreement import agreement
from crawler.quality.answer import answer_of
from crawler.quality.corpus import CorpusError, corpus_digest, load_corpus, load_second
from crawler.quality.tally import Judged, judged, worst_first

app = typer.Typer(name="bench", help="How well stories are read, measured on a corpus.")

CORPUS = Path("tests", "corpus")
Corpus = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="A folder of stories; else tests/corpus of this checkout."),
]
AsideShown = Annotated[
    bool, typer.Option("--show-aside", help="Name the stories of the half set aside, too.")
]


class Half(StrEnum):
    """A half of the corpus; a hash of a story's name says which it belongs to."""

    TUNED = "tuned"
    ASIDE = "aside"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One half, measured."""

    half: Half
    stories: tuple[Judged, ...]
    are_named: bool
    """Whether single stories may be shown."""


@app.command()
def reading(
    corpus: Corpus = None,
    half: Annotated[Half, typer.Option(help="Which half of the corpus.")] = Half.BOTH,
    worst: Annotated[int, typer.Option(min=0, help="Show so many of the worst stories.")] = 10,
    show_aside: AsideShown = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Measure the reading of awards: the figures, per kind and scheme, and the worst stories.

    Half of the corpus is set aside: it judges the rules, so nobody may write one after it. Its
    stories are counted and not named, unless you ask for them with --half aside --show-aside.
    """
    if show_aside and half is not Half.ASIDE:
        raise typer.BadParameter("--show-aside goes with --half aside")
    folder = corpus or own_corpus()
    stories = tuple(
        judged(story, answer_of(read_story(story.article))) for story in load_corpus(folder)
    )
    halves = tuple(_halves(stories, half, show_aside))
    if as_json:
        measured = [figures_object(m.half, m.stories, _worst(m, worst)) for m in halves]
        print_json(
            {"corpus": str(folder), "digest": corpus_digest(folder), "halves": measured},
        )
        return
    print_line(f"{folder}: {len(stories)} stories, digest {corpus_digest(folder)}")
    for each in halves:
        print_line()
        print_figures(each.half, each.stories)
        _print_worst(each, worst)


@app.command("agreement")
def measure_agreement(
    corpus: Corpus = None,
    second: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The second annotation; else second/ in the corpus."),
    ] = None,
    show_aside: AsideShown = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Tell how far a second, independent annotation agrees with the corpus, and where not.

    Stories of the half set aside are counted and not named, unless you ask with --show-aside.
    """
    folder = corpus or own_corpus()
    found = agreement(load_corpus(folder), load_second(second or folder / "second"))
    differing = worst_first(found.stories)
    named = [story for story in differing if show_aside or not story.is_set_aside]
    if as_json:
        print_json(agreement_object(found, named))
        return
    print_agreement(found)
    print_line()
    print_line(f"{len(differing)} of {len(found.stories)} stories differ", style="bold")
    print_errors(named, by_second=True)
    if len(named) < len(differing):
        hidden = len(differing) - len(named)
        print_line(f"{hidden} more in the half set aside, not named; --show-aside names them")


def own_corpus() -> Path:
    """The corpus of the checkout around the current folder. Raises CorpusError."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / CORPUS).is_dir():
            return CORPUS if folder == here else folder / CORPUS
    raise CorpusError(
        f"no {CORPUS} here; run this in a checkout of Piagam or name a folder: --corpus DIR"
    )


def _halves(stories: Sequence[Judged], half: Half, show_aside: bool) -> Iterator[Measured]:
    for each in (Half.TUNED, Half.ASIDE) if half is Half.BOTH else (half,):
        is_aside = each is Half.ASIDE
        yield Measured(
            half=each,
            stories=tuple(story for story in stories if story.is_set_aside is is_aside),
            are_named=show_aside or not is_aside,
        )


def _worst(measured: Measured, most: int) -> list[Judged]:
    return worst_first(measured.stories)[:most] if measured.are_named else []


def _print_worst(measured: Measured, most: int) -> None:
    count = len(worst_first(measured.stories))
    shown = _worst(measured, most)
    if not measured.are_named:
        print_line(f"stories with errors: {count}; set aside, so they are not named")
        return
    of_them = f", the worst {len(shown)} of them" if 0 < len(shown) < count else ""
    print_line(f"stories with errors: {count}{of_them}")
    print_errors(shown)
