"""Every province, kabupaten and kota has one tile, and no two share one."""

from collections import Counter

from crawler.awards.gazetteer import load_gazetteer
from crawler.explore.charts.tiles import (
    Layout,
    load_tiles,
    provinces,
    regencies,
    regencies_of,
)

PROVINCES = [r.code for r in load_gazetteer().by_code.values() if r.kind == "provinsi"]


def spots(layout: Layout) -> Counter[tuple[int, int]]:
    return Counter((tile.column, tile.row) for tile in layout.tiles)


def test_every_region_has_one_tile() -> None:
    codes = Counter(tile.code for tile in load_tiles())

    assert codes == Counter(region.code for region in load_gazetteer().by_code.values())
    assert (len(provinces().tiles), len(regencies().tiles)) == (38, 514)


def test_no_two_tiles_share_a_spot() -> None:
    for layout in (provinces(), regencies(), *map(regencies_of, PROVINCES)):
        assert max(spots(layout).values()) == 1


def test_labels_tell_bodies_apart() -> None:
    for layout in (provinces(), regencies()):
        labels = Counter(tile.label for tile in layout.tiles)
        assert max(labels.values()) == 1
        assert all(2 <= len(label) <= 9 for label in labels)
    assert all(len(tile.label) == 3 for tile in regencies().tiles)


def test_a_map_begins_in_its_corner() -> None:
    for layout in (provinces(), regencies(), *map(regencies_of, PROVINCES)):
        assert min(tile.column for tile in layout.tiles) == 0
        assert min(tile.row for tile in layout.tiles) == 0


def test_blocks_of_provinces_lie_apart_and_leave_room_for_their_headings() -> None:
    block_of = {(tile.column, tile.row): tile.code[:2] for tile in regencies().tiles}
    for (column, row), province in block_of.items():
        around = [(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        assert {block_of.get(spot, province) for spot in around} == {province}
    for heading in regencies().headings:
        above = [(heading.column + at, heading.row - 1) for at in range(2)]
        assert not set(above) & set(block_of)


def test_neighbours_lie_where_the_compass_says() -> None:
    """A few that every reader knows."""
    at = {tile.code: (tile.column, tile.row) for tile in regencies().tiles}
    brebes, cilacap, semarang, blora, wonogiri = (
        at[code] for code in ("33.29", "33.01", "33.74", "33.16", "33.12")
    )
    assert brebes[1] < cilacap[1]
    assert brebes[0] < semarang[0] < blora[0]
    assert semarang[1] < wonogiri[1]
    whole = {tile.code: (tile.column, tile.row) for tile in provinces().tiles}
    aceh, jateng, jatim, diy, papua = (whole[code] for code in ("11", "33", "35", "34", "91"))
    assert aceh[0] < jateng[0] < jatim[0] < papua[0]
    assert aceh[1] < jateng[1] < diy[1]
