"""Who receives awards, and who reports them: regions, units within them, outlets."""

import tomllib
from dataclasses import dataclass
from importlib import resources

from crawler.awards.gazetteer import Region, load_gazetteer

_UNITS = (
    ("RSUD", "unit"),
    ("Disdukcapil", "unit"),
    ("DPMPTSP", "unit"),
    ("Dinas Kesehatan", "unit"),
    ("Dinas Pendidikan", "unit"),
    ("Polres", "vertikal"),
)
UNITS_SCORED = ("RSUD", "Disdukcapil", "DPMPTSP", "Dinas Kesehatan", "Dinas Pendidikan", "Dinsos")
"""Units whose scores are told inside a region's award."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Who may receive an award."""

    name: str
    code: str
    """Of the region, also for its units."""
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who reports."""

    name: str
    title: str
    home: str
    """Ends with a slash."""


def regions() -> tuple[Body, ...]:
    """Every province, kabupaten and kota."""
    found = load_gazetteer().by_code.values()
    return tuple(Body(name=each.full_name, code=each.code, kind=each.kind) for each in found)


def units() -> tuple[Body, ...]:
    """Six offices of each kabupaten and kota."""
    owners = [each for each in load_gazetteer().by_code.values() if each.kind != "provinsi"]
    return tuple(_unit(owner, name, kind) for owner in owners for name, kind in _UNITS)


def _unit(owner: Region, name: str, kind: str) -> Body:
    return Body(name=f"{name} {owner.full_name}", code=owner.code, kind=kind)


def outlets() -> tuple[Outlet, ...]:
    """The outlets that Piagam has files for."""
    folder = resources.files("spiders") / "outlets"
    files = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    read = (tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in files)
    return tuple(
        Outlet(name=each["name"], title=each["title"], home=each["home"].rstrip("/") + "/")
        for each in read
    )
