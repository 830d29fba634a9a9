"""What people write behind --scheme, --region and --since, turned into what the store is asked."""

import math
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from crawler.awards.catalogue import load_catalogue
from crawler.linking.recipients import regions_called

SchemeOption = Annotated[str | None, typer.Option(help="Only this scheme, by its id.")]
RegionOption = Annotated[
    str | None, typer.Option(help="Only this region and all in it: 33.16, Blora, Jawa Tengah.")
]
YearOption = Annotated[int | None, typer.Option(min=1, max=9999, help="Only this edition.")]
SinceOption = Annotated[
    str | None,
    typer.Option(metavar="DAY|MOMENT", help="Only what came or changed since: 2024-12-02."),
]


def score_bound(written: str) -> float:
    """`97.5` or `97,5`; BadParameter when it is no number."""
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise typer.BadParameter(f"{written!r} is no score; write 97.5 or 97,5")
    return value


def check_bounds(least: float | None, most: float | None) -> None:
    """BadParameter when no score lies between them."""
    if least is not None and most is not None and least > most:
        raise typer.BadParameter(
            f"no score lies from {least:g} to {most:g}; write the lower one as --min-score"
        )


def known_scheme(scheme: str | None) -> str | None:
    """The scheme's id as it is; BadParameter when there is no such scheme."""
    known = load_catalogue()
    if scheme is not None and scheme not in known:
        raise typer.BadParameter(f"no scheme {scheme!r}; known: {', '.join(known)}")
    return scheme


def schemes_of(scheme: str | None, family: str | None = None) -> tuple[str, ...]:
    """Ids of the schemes that are meant, none where all are; BadParameter where none can be."""
    named = known_scheme(scheme)
    if family is None:
        return () if named is None else (named,)
    of_family = tuple(each.id for each in load_catalogue().values() if each.family == family)
    chosen = tuple(each for each in of_family if named in (None, each))
    if not chosen:
        raise typer.BadParameter(f"{named} is not of the family {family}; leave out one of them")
    return chosen


def region_codes(named: str | None) -> tuple[str, ...]:
    """The codes of the regions that go by this code or name; BadParameter when none does."""
    if named is None:
        return ()
    codes = tuple(region.code for region in regions_called(named))
    if not codes:
        raise typer.BadParameter(f"no region {named!r}; write a name or a code, Blora or 33.16")
    return codes


def moment(written: str | None, zone: ZoneInfo) -> datetime | None:
    """`2024-12-02` is when that day began in `zone`, a time without offset is one there."""
    if written is None:
        return None
    try:
        told = datetime.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(
            f"{written!r} is no day or moment; write 2024-12-02 or 2024-12-02T18:30+07:00"
        ) from None
    return told if told.tzinfo else told.replace(tzinfo=zone)
