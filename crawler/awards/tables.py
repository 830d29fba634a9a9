"""Tables, as rows of cells under the words of their first line: places, years, zones by column.

Extraction prints a row as a line, "1. Kota Tegal, 95,12, Hijau" or "Kota Tegal: 95,12"; outlets
that type their tables write "1 | Kota Tegal | 95,12".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.attributes import What
from crawler.awards.facts import Fact
from crawler.awards.history import Time
from crawler.awards.numbers import NumberMention
from crawler.awards.ownership import Stage
from crawler.awards.rank_runs import rank_fact
from crawler.awards.ranks import PLACE, place_of
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from storage.frozen import frozen

_CELL = re.compile(r"(?:[^|,:.\n]|[,:.](?! )|(?<!\d)\.)+")
_BULLET = re.compile(r"\W*")
_PLACES = re.compile(r"(?:peringkat|ranking|rangking|rank|urutan|juara|posisi)\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"(?:(?:nilai|skor|indeks|hasil|capaian|tahun|th\.?|poin)\s*){0,2}\(?(?P<year>20[012]\d)\)?",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:no\.?|nomor|(?:nama\s+)?(?:daerah|instansi|kabupaten|kota|provinsi|pemda|pemerintah|"
    r"badan|entitas|unit|opd|perangkat|lembaga|kementerian|dinas|lokus)\b[\w /]*|"
    r"(?:nilai|skor|indeks|poin|zona(?:si)?|warna|kategori|predikat|opini|kualifikasi|keterangan|"
    r"hasil|capaian|kualitas)\b[\w /]*)",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"(?:ke-?\s?)?(?P<place>{PLACE}|\d{{3}})", re.IGNORECASE)
_COLOUR = re.compile(
    r"(?:zona(?:si)?|kategori|warna)?\s*(?P<colour>hijau|kuning|merah)\s*(?:\([^)]*\))?",
    re.IGNORECASE,
)
_FEWEST_CELLS = 2
_LONGEST_LABEL = 40

Span = tuple[int, int]


@frozen
class Row:
    """A line of a table."""

    sentence: Sentence
    cells: tuple[Span, ...]
    """Where each is printed, one for each label."""


@frozen
class Table:
    """The words above its columns, and its rows that have as many cells."""

    labels: tuple[str, ...]
    heads: tuple[Span, ...]
    """Where each of the labels is printed."""
    rows: tuple[Row, ...]


def find_tables(story: Story) -> tuple[Table, ...]:
    """Every line of labels with the lines of as many cells below it."""
    lines = [each for each in story.sentences if each.item]
    found = []
    for at, line in enumerate(lines):
        labels = _labels(story.folded, line)
        if labels:
            rows = tuple(_rows(story.folded, lines[at:], len(labels)))
            found.append(Table(labels=labels, heads=_cells(story.folded, line), rows=rows))
    return tuple(found)


def column_ranks(
    story: Story, stage: Stage, named: SchemesNamed, tables: Sequence[Table]
) -> Iterator[Fact]:
    """The places that stand in a column of places, each of the one whom its row names."""
    for table in tables:
        column = next((i for i, label in enumerate(table.labels) if _PLACES.match(label)), None)
        for row in table.rows if column is not None else ():
            start, end = row.cells[column or 0]
            printed = _PLACE.fullmatch(story.folded, start, end)
            named_here = stage.entities(row.sentence)
            scheme = named.scheme_at(start, row.sentence.start, row.sentence.end)
            if printed and named_here and scheme is not None:
                place = (place_of(printed["place"]), start, end)
                yield rank_fact(story, scheme, named_here[0], place)


def column_zones(
    story: Story, stage: Stage, named: SchemesNamed, tables: Sequence[Table]
) -> Iterator[Fact]:
    """The colour above each column, for everybody under it: "Zona Hijau | Zona Kuning"."""
    for table in tables:
        zones = [_COLOUR.fullmatch(story.folded, *span) for span in table.heads]
        columns = [zone for zone in zones if zone is not None]
        for row in table.rows if len(columns) == len(zones) else ():
            scheme = named.scheme_at(row.cells[0][0], row.sentence.start, row.sentence.end)
            for owner in stage.entities(row.sentence) if scheme is not None else ():
                yield from _zone_above(story, scheme or "", owner, columns, row)


def _zone_above(
    story: Story, scheme: str, owner: Owner, columns: Sequence[re.Match[str]], row: Row
) -> Iterator[Fact]:
    for zone, (start, end) in zip(columns, row.cells, strict=True):
        if start <= owner.start < end:
            fact = rank_fact(story, scheme, owner, (0, *zone.span("colour")))
            yield replace(fact, what=What.ZONE, value=zone["colour"].lower())


def column_times(tables: Sequence[Table], numbers: Sequence[NumberMention]) -> Mapping[int, Time]:
    """The time of each number in a column that has a year above it, by where it starts."""
    columns = [
        (span, year, latest)
        for table in tables
        for years in (_years(table.labels),)
        for latest in (max(years.values(), default=0),)
        for row in table.rows
        for column, year in years.items()
        for span in (row.cells[column],)
    ]
    return {
        number.start: Time(year=year, is_earlier=year < latest)
        for number in (numbers if columns else ())
        for (start, end), year, latest in columns
        if start <= number.start < end
    }


def _rows(folded: str, lines: Sequence[Sentence], width: int) -> Iterator[Row]:
    """The lines right below the first that have as many cells."""
    for before, line in pairwise(lines):
        cells = _cells(folded, line)
        if line.index != before.index + 1 or len(cells) != width:
            return
        yield Row(sentence=line, cells=cells)


def _years(labels: Sequence[str]) -> dict[int, int]:
    """The columns that have years above them, and which; nothing unless there are several."""
    told = {i: match for i, label in enumerate(labels) if (match := _YEARLY.fullmatch(label))}
    years = {column: int(match["year"]) for column, match in told.items()}
    return years if len(set(years.values())) == len(years) > 1 else {}


def _labels(folded: str, line: Sentence) -> tuple[str, ...]:
    """The words of a line that heads a table; nothing for any other."""
    cells = [folded[start:end] for start, end in _cells(folded, line)]
    if len(cells) < _FEWEST_CELLS or any(len(cell) > _LONGEST_LABEL for cell in cells):
        return ()
    known = [_is_label(cell) for cell in cells]
    return tuple(cells) if sum(known) >= _FEWEST_CELLS and sum(known) >= len(known) - 1 else ()


def _is_label(cell: str) -> bool:
    return any(pattern.fullmatch(cell) for pattern in (_KNOWN, _YEARLY)) or bool(
        _PLACES.match(cell)
    )


def _cells(folded: str, line: Sentence) -> tuple[Span, ...]:
    """Where its cells stand, without the blanks around them."""
    found = []
    opened = _BULLET.match(folded, line.start, line.end)
    for match in _CELL.finditer(folded, opened.end() if opened else line.start, line.end):
        printed = match[0]
        start = match.start() + len(printed) - len(printed.lstrip())
        end = match.start() + len(printed.rstrip())
        if start < end:
            found.append((start, end))
    return tuple(found)
