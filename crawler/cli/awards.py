"""`piagam awards`: what the store holds true, as a table or as JSON."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from crawler.alerts.wording import printed
from crawler.awards.catalogue import load_catalogue
from crawler.cli.filters import (
    RegionOption,
    SchemeOption,
    SinceOption,
    YearOption,
    check_bounds,
    moment,
    region_codes,
    schemes_of,
    score_bound,
)
from crawler.cli.invocation import invocation
from crawler.cli.screen import (
    CALENDAR_NOTE,
    NONE_SHOWN,
    is_unicode,
    print_json,
    print_line,
    print_table,
    shown_day,
    shown_edition,
)
from crawler.cli.sparkline import sparkline
from storage.board import BoardRow, Side, award_board, count_awards, sides_of
from storage.database import open_read_only
from storage.reading.exported import snapshot
from storage.reading.histories import YearScore, history_of
from storage.reading.picked import Picked
from storage.records import AwardStatus, EditionBasis

app = typer.Typer()

COLUMNS = (
    *("recipient", "scheme", "edition", ">score", "trend", "predicate", "awarded", "reports"),
    ">no.",
)
SHOWN = 100
"""Rows of a table where nobody says how many."""
FamilyOption = Annotated[
    Literal["public-service", "governance", "other"] | None,
    typer.Option(help="Only schemes of this family."),
]
StatusOption = Annotated[
    Literal["agreed", "disputed", "corrected"] | None,
    typer.Option(help="Only those that stand so."),
]
RecipientOption = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Only whose name has these words.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(min=1, max=1_000_000, help="So many at most; a table else shows 100."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """An award with what is shown beside it."""

    row: BoardRow
    history: tuple[YearScore, ...]
    """Until its edition."""
    sides: tuple[Side, ...]
    """Of a disputed one."""


@app.command()
def awards(  # noqa: PLR0913 - the options
    context: typer.Context,
    *,
    scheme: SchemeOption = None,
    family: FamilyOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    recipient: RecipientOption = None,
    status: StatusOption = None,
    min_score: Annotated[
        float | None,
        typer.Option(parser=score_bound, metavar="SCORE", help="Only scores from this one on."),
    ] = None,
    max_score: Annotated[
        float | None,
        typer.Option(parser=score_bound, metavar="SCORE", help="Only scores up to this one."),
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the awards found so far."""
    config = invocation(context).config()
    check_bounds(min_score, max_score)
    picked = Picked(
        schemes=schemes_of(scheme, family),
        regions=region_codes(region),
        year=year,
        recipient=recipient,
        status=status,
        min_score=min_score,
        max_score=max_score,
        since=moment(since, ZoneInfo(config.watch.zone)),
    )
    with closing(open_read_only(config.store)) as db, snapshot(db):
        if as_json:
            for shown in _found(db, picked, limit):
                print_json(_object(shown))
            return
        found = tuple(_found(db, picked, limit or SHOWN))
        count = count_awards(db, picked)
    is_narrow = picked.is_narrow or picked.since is not None
    _print_awards(found, count, none="no award found" + (" with these filters" * is_narrow))


def _found(db: Database, picked: Picked, limit: int | None) -> Iterator[_Shown]:
    for row in award_board(db, picked, limit=limit):
        yield _Shown(
            row=row,
            history=history_of(
                db, recipient=row.recipient, scheme=row.scheme, until=row.edition_year
            ),
            sides=sides_of(db, row.award_id) if is_disputed(row) else (),
        )


def _print_awards(found: Sequence[_Shown], count: int, *, none: str) -> None:
    if not found:
        print_line(none)
        return
    print_table(COLUMNS, (tuple(_cells(each)) for each in found), folded=("recipient", "predicate"))
    print_line()
    for line in _footnotes([each.row for each in found], count):
        print_line(line)
    for each in found:
        if each.sides:
            row = each.row
            print_line(f"  {row.recipient} {row.edition_year or ''}: {_told(each.sides)}")


def is_disputed(row: BoardRow) -> bool:
    """Whether its reports print different scores and nothing settles which is right."""
    return row.status is AwardStatus.DISPUTED


def _object(shown: _Shown) -> dict[str, object]:
    row = shown.row
    return asdict(row) | {
        "award_date": row.award_date and row.award_date.isoformat(),
        "history": [asdict(each) for each in shown.history],
        "sides": [asdict(side) for side in shown.sides],
    }


def _told(sides: tuple[Side, ...]) -> str:
    by_score: dict[str, list[str]] = {}
    for side in sides:
        by_score.setdefault(side.score_raw, []).append(side.outlet)
    return "; ".join(f"{score} ({', '.join(names)})" for score, names in by_score.items())


def _cells(shown: _Shown) -> Iterator[str]:
    row = shown.row
    scheme = load_catalogue().get(row.scheme)
    yield row.recipient
    yield scheme.short if scheme else row.scheme
    yield shown_edition(row.edition_year, row.edition_basis)
    yield shown_score(row)
    yield sparkline(shown.history, is_unicode=is_unicode(sys.stdout))
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


def _footnotes(rows: Sequence[BoardRow], count: int) -> Iterator[str]:
    told = f"{count} awards" if count > 1 else "1 award"
    if len(rows) < count:
        told = f"{len(rows)} of {told}, --limit {count} shows all"
    yield f"{told}; --json adds the sentence that proves it"
    if any(row.edition_basis is EditionBasis.CALENDAR for row in rows):
        yield CALENDAR_NOTE
    if any(is_disputed(row) for row in rows):
        yield "disputed: the reports differ; `piagam correct` settles it"
