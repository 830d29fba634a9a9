"""The regions on a map of tiles, coloured by their scores in an edition."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from markupsafe import Markup
from sqlite_utils import Database

from crawler.explore.charts import provinces, regencies, regencies_of
from crawler.explore.page import Page, table_of
from crawler.explore.pages.asking import Asked, asked_edition
from crawler.explore.pages.league import LEAGUE, MOST, steps_of
from crawler.explore.pages.pictures import place_of, region_map, speech_of
from crawler.explore.visits import Visit
from storage.reading.league import REGION, LeagueRow, league_of
from storage.reading.regions import all_regions

_COLUMNS = tuple(column for column in LEAGUE if column.name != "place")


def score_map(db: Database, visit: Visit) -> Page:
    """`/map?scheme&year&province`: each region itself, not the bodies in it."""
    asked = asked_edition(db, visit)
    rows = _of_regions(db, asked)
    return Page(
        template="map.html",
        title="Map of scores",
        values={"asked": asked, "maps": _maps(db, asked, rows, visit)},
        tables=(table_of("regions", "Scores on the map", _COLUMNS, map(asdict, rows), MOST),),
    )


def _of_regions(db: Database, asked: Asked) -> tuple[LeagueRow, ...]:
    if asked.edition is None:
        return ()
    return league_of(db, replace(asked.edition, kind=REGION), MOST)


def _maps(
    db: Database, asked: Asked, rows: tuple[LeagueRow, ...], visit: Visit
) -> tuple[tuple[str, Markup], ...]:
    """Each map with its heading."""
    if asked.edition is None:
        return ()
    t, steps = speech_of(visit), steps_of(db, asked, rows)
    results = _results(rows)
    places = [place_of(region, results.get(region.code)) for region in all_regions(db)]
    if asked.province is not None:
        layout = regencies_of(asked.province.code)
        drawn = [(asked.province.name, layout, "map-province")]
    else:
        drawn = [
            (t("Provinces"), provinces(), "map-provinces"),
            (t("Kabupaten and kota"), regencies(), "map-regencies"),
        ]
    return tuple(
        (title, region_map(layout, places, steps, name, t, about=title))
        for title, layout, name in drawn
    )


def _results(rows: tuple[LeagueRow, ...]) -> Mapping[str, LeagueRow]:
    """By code; those on the widest scale alone, since colours compare."""
    widest = max((row.scale or 0 for row in rows), default=0)
    return {
        row.recipient_code: row
        for row in rows
        if row.recipient_code is not None and row.scale in (None, widest)
    }
