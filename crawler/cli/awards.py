"""`piagam awards`: what the store holds true, as a table or as JSON."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer

from crawler.alerts.wording import printed
from crawler.awards.catalogue import load_catalogue
from crawler.cli.invocation import invocation
from crawler.cli.screen import (
    CALENDAR_NOTE,
    NONE_SHOWN,
    print_json,
    print_line,
    print_table,
    shown_day,
    shown_edition,
)
from crawler.linking.recipients import regions_called
from storage.board import BoardRow, Side, award_board, sides_of
from storage.database import open_read_only
from storage.records import AwardStatus, EditionBasis

app = typer.Typer()

COLUMNS = ("recipient", "scheme", "edition", ">score", "predicate", "awarded", "reports", ">no.")


@app.command()
def awards(
    context: typer.Context,
    scheme: Annotated[str | None, typer.Option(help="Only this scheme, by its id.")] = None,
    region: Annotated[
        str | None, typer.Option(help="Only this region and all in it: 33.16, Blora, Jawa Tengah.")
    ] = None,
    year: Annotated[int | None, typer.Option(min=1, max=9999, help="Only this edition.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the awards found so far."""
    with closing(open_read_only(invocation(context).config().store)) as db:
        regions = region_codes(region) if region is not None else ()
        rows = award_board(db, scheme=known_scheme(scheme), regions=regions, year=year)
        sides = {row.award_id: sides_of(db, row.award_id) for row in rows if is_disputed(row)}
    if as_json:
        for row in rows:
            print_json(_object(row, sides.get(row.award_id, ())))
        return
    if not rows:
        print_line("no award found" + (" with these filters" if scheme or region or year else ""))
        return
    print_table(COLUMNS, (tuple(_cells(row)) for row in rows))
    print_line()
    for line in _footnotes(rows):
        print_line(line)
    for row in rows:
        if row.award_id in sides:
            print_line(f"  {row.recipient} {row.edition_year or ''}: {_told(sides[row.award_id])}")


def is_disputed(row: BoardRow) -> bool:
    """Whether its reports print different scores and nothing settles which is right."""
    return row.status is AwardStatus.DISPUTED


def _object(row: BoardRow, sides: tuple[Side, ...]) -> dict[str, object]:
    day = row.award_date and row.award_date.isoformat()
    return asdict(row) | {"award_date": day, "sides": [asdict(side) for side in sides]}


def _told(sides: tuple[Side, ...]) -> str:
    by_score: dict[str, list[str]] = {}
    for side in sides:
        by_score.setdefault(side.score_raw, []).append(side.outlet)
    return "; ".join(f"{score} ({', '.join(names)})" for score, names in by_score.items())


def known_scheme(scheme: str | None) -> str | None:
    """The scheme's id as it is; BadParameter when there is no such scheme."""
    known = load_catalogue()
    if scheme is not None and scheme not in known:
        raise typer.BadParameter(f"no scheme {scheme!r}; known: {', '.join(known)}")
    return scheme


def region_codes(named: str) -> tuple[str, ...]:
    """The codes of the regions that go by this code or name; BadParameter when none does."""
    codes = tuple(region.code for region in regions_called(named))
    if not codes:
        raise typer.BadParameter(f"no region {named!r}; write a name or a code, Blora or 33.16")
    return codes


def _cells(row: BoardRow) -> Iterator[str]:
    scheme = load_catalogue().get(row.scheme)
    yield row.recipient
    yield scheme.short if scheme else row.scheme
    yield shown_edition(row.edition_year, row.edition_basis)
    yield shown_score(row)
    yield ", ".join(filter(None, (row.predicate, row.zone and f"zona {row.zone}"))) or NONE_SHOWN
    yield shown_day(row.award_date)
    yield str(row.reports) + ("" if row.status is AwardStatus.AGREED else f", {row.status}")
    yield str(row.award_id)


def shown_score(row: BoardRow) -> str:
    """`97,84/100`, with the digits that were printed."""
    if row.score is None:
        return NONE_SHOWN
    digits = printed(row.score_raw, row.score)
    return digits if row.scale is None else f"{digits}/{row.scale}"


def _footnotes(rows: tuple[BoardRow, ...]) -> Iterator[str]:
    count = f"{len(rows)} awards" if len(rows) > 1 else "1 award"
    yield f"{count}; --json adds the sentence that proves it"
    if any(row.edition_basis is EditionBasis.CALENDAR for row in rows):
        yield CALENDAR_NOTE
    if any(is_disputed(row) for row in rows):
        yield "disputed: the reports differ; `piagam correct` settles it"
