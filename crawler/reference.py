"""The names of schemes and regions, put into the store for those who query it."""

from collections.abc import Iterator

from sqlite_utils import Database

from crawler.awards.catalogue import Scheme, load_catalogue
from crawler.awards.gazetteer import load_gazetteer
from storage.reference import BandEntry, RegionEntry, SchemeEntry, keep_reference


def refresh_reference(db: Database) -> bool:
    """Make the store's tables of names those of this Piagam; True when they were others."""
    schemes = tuple(load_catalogue().values())
    return keep_reference(
        db,
        schemes=map(_scheme_entry, schemes),
        bands=(entry for scheme in schemes for entry in _band_entries(scheme)),
        regions=_region_entries(),
    )


def _scheme_entry(scheme: Scheme) -> SchemeEntry:
    return SchemeEntry(
        id=scheme.id,
        title=scheme.title,
        short=scheme.short,
        family=scheme.family,
        grantor=scheme.grantor,
        scale=scheme.scale,
    )


def _band_entries(scheme: Scheme) -> Iterator[BandEntry]:
    for band in scheme.bands:
        for place, level in enumerate(band.levels, start=1):
            yield BandEntry(
                scheme=scheme.id,
                from_year=band.first,
                to_year=band.last,
                place=place,
                predicate=level.predicate,
                letter=level.letter,
                zone=level.zone,
                lowest=level.minimum,
                highest=level.maximum,
                source=band.source,
            )


def _region_entries() -> Iterator[RegionEntry]:
    for region in load_gazetteer().by_code.values():
        yield RegionEntry(
            code=region.code,
            name=region.name,
            full_name=region.full_name,
            kind=region.kind,
            province_code=region.code[:2],
            province=region.province,
        )
