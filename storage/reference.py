"""What the codes and columns of the store stand for, kept in it for analysts.

Schemes with their bands, regions, and the data dictionary.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from sqlite_utils import Database

from storage.dictionary import load_dictionary


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeEntry:
    """A scheme as `schemes` has it."""

    id: str
    title: str
    short: str
    family: str
    """`public-service`, `governance` or `other`."""
    grantor: str
    scale: int | None
    """Upper end of its scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandEntry:
    """One level of a scheme's bands in some editions, as `scheme_bands` has it."""

    scheme: str
    from_year: int
    to_year: int | None
    """None: until now."""
    place: int
    """1 is the best level."""
    predicate: str
    letter: str | None
    zone: str | None
    lowest: float | None
    highest: float | None
    source: str
    """The regulation or page that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionEntry:
    """A region as `regions` has it."""

    code: str
    name: str
    full_name: str
    """`Kabupaten Blora`."""
    kind: str
    """`provinsi`, `kabupaten` or `kota`."""
    province_code: str
    province: str


def keep_reference(
    db: Database,
    *,
    schemes: Iterable[SchemeEntry],
    bands: Iterable[BandEntry],
    regions: Iterable[RegionEntry],
) -> bool:
    """Make the tables of names say just this; True when something was another before."""
    wanted = {
        "schemes": sorted((astuple(each) for each in schemes), key=_by_key),
        "scheme_bands": sorted((astuple(each) for each in bands), key=_by_key),
        "regions": sorted((astuple(each) for each in regions), key=_by_key),
        "data_dictionary": sorted(_dictionary_rows(), key=_by_key),
    }
    if all(_rows(db, table) == rows for table, rows in wanted.items()):
        return False
    with db.atomic():
        for table in reversed(wanted):  # what names a scheme goes before it
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - one of our own names
        for table, rows in wanted.items():
            for row in rows:
                marks = ", ".join("?" * len(row))
                db.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - our own
    return True


def _dictionary_rows() -> Iterator[tuple[object, ...]]:
    for entry in load_dictionary().values():
        for place, column in enumerate(entry.columns, start=1):
            yield entry.name, place, column.name, column.meaning, column.unit


def _rows(db: Database, table: str) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in db.table(table).rows), key=_by_key)


def _by_key(row: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(value) for value in row)
