"""`piagam correct`: a person has the last word on an award."""

import getpass
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from crawler.awards.catalogue import load_catalogue
from crawler.cli.invocation import invocation
from crawler.cli.screen import NONE_SHOWN, print_line, shown_moment
from crawler.correcting import Word, correct, undo
from crawler.linking.naming import named_award
from crawler.linking.overrides import award_changes
from crawler.linking.values import field_of
from storage.award_records import Cause, CorrectedField, HistoryEntry
from storage.awards import all_awards
from storage.corrections import history_of
from storage.database import open_existing
from storage.records import Award
from storage.untold import waits_untold

app = typer.Typer()


@app.command("correct")
def correct_award(  # noqa: PLR0913, PLR0917 - one for each option
    context: typer.Context,
    award: Annotated[
        str, typer.Argument(metavar="AWARD", help="Its number, or: Kabupaten Batang Ombudsman 2024")
    ],
    field: Annotated[
        str | None, typer.Argument(metavar="FIELD", help=f"{', '.join(CorrectedField)}.")
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="97,84; 2024-12-02; `-`: not known.")
    ] = None,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why, for the record.")
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says so; else the login name.")
    ] = None,
    take_back: Annotated[
        bool, typer.Option("--undo", help="Take back what was last said of FIELD.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Tell nobody of it.")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Only show what became of the award.")
    ] = False,
) -> None:
    """Correct a field of an award; no reading of any article changes it from then on.

    `award no` says that it is none. Subscribers get a correction unless --quiet.
    """
    config = invocation(context).config()
    if history and (field or because or take_back or quiet):
        raise typer.BadParameter("--history only shows; write AWARD --history, or leave it out")
    if not history:
        _refuse_half(field, value, because, take_back=take_back)
    with closing(open_existing(config.store)) as db:
        found = _found(db, award)
        if history:
            _print_history(db, found, ZoneInfo(config.watch.zone))
            return
        word = Word(
            who=" ".join((who or _login()).split()),
            because=" ".join((because or "").split()),
            now=datetime.now(UTC),
            is_quiet=quiet,
        )
        with _wrong_usage():
            what = field_of(field or "")
            if take_back:
                before, after = undo(db, found, what, word)
            else:
                before, after = correct(db, found, what, value or "", word)
        is_told = waits_untold(db, after.id or 0)
    _print_change(before, after, is_told=is_told)


def _refuse_half(
    field: str | None, value: str | None, because: str | None, *, take_back: bool
) -> None:
    if field is None:
        raise typer.BadParameter("what is to be corrected? write AWARD FIELD VALUE, or --history")
    if take_back and value is not None:
        raise typer.BadParameter("--undo takes no value; write AWARD FIELD --undo --because TEXT")
    if not take_back and value is None:
        raise typer.BadParameter(f"{field} needs a value; write AWARD FIELD VALUE, or --undo")
    if not (because or "").strip():
        raise typer.BadParameter("why? write --because TEXT, for the record")


def _found(db: Database, named: str) -> Award:
    with _wrong_usage():
        return named_award(named, all_awards(db), load_catalogue())


@contextmanager
def _wrong_usage() -> Iterator[None]:
    """A ValueError inside is a wrong argument."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise typer.BadParameter("who says so? write --who NAME; there is no login name") from None


def _print_change(before: Award, after: Award, *, is_told: bool) -> None:
    changes = award_changes(before, after)
    print_line(f"award {after.id}, {_name(after)}: {after.status}")
    for each in changes:
        if each.field != "status":
            print_line(f"  {each.field}: {each.before or NONE_SHOWN} -> {each.after or NONE_SHOWN}")
    if not changes:
        print_line("  nothing is another than before; it holds from now on")
    elif is_told:
        print_line("  `piagam alerts send` tells the subscribers, `piagam watch` by itself")


def _print_history(db: Database, award: Award, zone: ZoneInfo) -> None:
    print_line(f"award {award.id}, {_name(award)}: {award.status}")
    entries = history_of(db, award.id or 0)
    for each in entries:
        change = each.change
        told = f"{change.field}: {change.before or NONE_SHOWN} -> {change.after or NONE_SHOWN}"
        print_line(f"  {shown_moment(each.changed_at, zone)}  {told}")
        for line in _why(each):
            print_line(f"    {line}")
    if not entries:
        print_line("  as it was found")


def _why(entry: HistoryEntry) -> Iterator[str]:
    said = entry.correction
    if said is None:
        yield f"{entry.cause}: {entry.url or 'another report of it'}"
    elif entry.cause is Cause.UNDO:
        yield f"{said.undone_by} took back what {said.who} said: {said.undone_because}"
    else:
        yield f"{said.who}: {said.because}"


def _name(award: Award) -> str:
    scheme = load_catalogue().get(award.scheme)
    return f"{award.recipient}, {scheme.short if scheme else award.scheme} " + (
        NONE_SHOWN if award.edition_year is None else str(award.edition_year)
    )
