"""Where each province, kabupaten and kota stands on a map of tiles of one size.

The places are `tiles.csv` (`tiles.NOTICE` says where they come from), one row for each row of
`crawler/awards/regions.csv`.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One body's place."""

    code: str
    label: str
    """Short, for small tiles: `Jateng`, `BLA`."""
    column: int
    """From the west, 0 is the first."""
    row: int
    """From the north, 0 is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The tiles of one map, and how large they are drawn."""

    tiles: tuple[Tile, ...]
    width: float
    """Of a tile, in units."""
    height: float
    has_names: bool = False
    """Whole names fit into the tiles; else labels."""
    headings: tuple[Tile, ...] = ()
    """What is written above a tile: the provinces' labels on a map of the whole country."""


def provinces() -> Layout:
    """The 38 provinces."""
    return Layout(tiles=_kind(2), width=64, height=44)


def regencies_of(province: str) -> Layout:
    """The kabupaten and kota of the province of this code; no tile where there is none."""
    tiles = tuple(tile for tile in _kind(5) if tile.code.startswith(f"{province}."))
    left = min((tile.column for tile in tiles), default=0)
    top = min((tile.row for tile in tiles), default=0)
    moved = tuple(
        Tile(code=tile.code, label=tile.label, column=tile.column - left, row=tile.row - top)
        for tile in tiles
    )
    return Layout(tiles=moved, width=92, height=56, has_names=True)


def regencies() -> Layout:
    """The 514 kabupaten and kota, in blocks by province."""
    tiles = _kind(5)
    return Layout(tiles=tiles, width=32, height=30, headings=tuple(map(_heading, _kind(2))))


def _heading(province: Tile) -> Tile:
    """The province's label, above the north-west corner of its block."""
    block = [tile for tile in _kind(5) if tile.code.startswith(f"{province.code}.")]
    return Tile(
        code=province.code,
        label=province.label,
        column=min(tile.column for tile in block),
        row=min(tile.row for tile in block),
    )


def _kind(length: int) -> tuple[Tile, ...]:
    return tuple(tile for tile in load_tiles() if len(tile.code) == length)


@cache
def load_tiles() -> tuple[Tile, ...]:
    """All tiles that ship with Piagam, provinces and their regencies, by code."""
    source = (resources.files("crawler.explore.charts") / "tiles.csv").read_text(encoding="utf-8")
    return tuple(
        Tile(code=row["code"], label=row["label"], column=int(row["column"]), row=int(row["row"]))
        for row in csv.DictReader(source.splitlines())
    )
