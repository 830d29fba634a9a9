"""Which edition a visit asks for, and what it could ask for instead."""

from dataclasses import dataclass

from sqlite_utils import Database

from crawler.explore.visits import BadVisit, Visit
from storage.reading.league import KINDS, Edition, SchemeChoice, schemes_with_awards, years_of
from storage.reading.regions import Region, provinces
from storage.reading.schemes import SchemeName, scheme_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An edition with the choices of the filters around it."""

    scheme: SchemeName | None
    """None where no award is known at all."""
    edition: Edition | None
    """None where no edition of the scheme is known."""
    schemes: tuple[SchemeChoice, ...]
    """With the one that was asked for, as the years are, though nothing is known of it."""
    years: tuple[int, ...]
    provinces: tuple[Region, ...]
    kinds: tuple[str, ...] = KINDS

    @property
    def province(self) -> Region | None:
        """The province that was asked for."""
        code = self.edition.province if self.edition else None
        return next((each for each in self.provinces if each.code == code), None)


def asked_edition(db: Database, visit: Visit) -> Asked:
    """The edition of `?scheme&year&province&kind`; BadVisit for one that cannot be.

    Without a scheme the one with most awards, without a year its latest.
    """
    choices, known_provinces = schemes_with_awards(db), provinces(db)
    scheme = _asked_scheme(db, visit, choices)
    province, kind = _asked_province(visit, known_provinces), _asked_kind(visit)
    years = years_of(db, scheme.scheme) if scheme else ()
    year = visit.year() or next(iter(years), None)
    edition = None
    if scheme is not None and year is not None:
        edition = Edition(scheme=scheme.scheme, year=year, province=province, kind=kind)
    return Asked(
        scheme=scheme,
        edition=edition,
        schemes=_with_scheme(choices, scheme),
        years=years if edition is None or year in years else (edition.year, *years),
        provinces=known_provinces,
    )


def _asked_scheme(
    db: Database, visit: Visit, choices: tuple[SchemeChoice, ...]
) -> SchemeName | None:
    wanted = visit.text("scheme")
    if wanted is None:
        biggest = max(choices, key=lambda each: each.awards, default=None)
        return scheme_named(db, biggest.scheme) if biggest else None
    scheme = scheme_named(db, wanted)
    if scheme is None:
        raise BadVisit(f"scheme: no scheme {wanted!r}; /schemes lists them")
    return scheme


def _with_scheme(
    choices: tuple[SchemeChoice, ...], scheme: SchemeName | None
) -> tuple[SchemeChoice, ...]:
    """The choices and the scheme that was asked for, also when no award of it is known."""
    if scheme is None or any(each.scheme == scheme.scheme for each in choices):
        return choices
    asked = SchemeChoice(scheme=scheme.scheme, short=scheme.short, family=scheme.family, awards=0)
    return (*choices, asked)


def _asked_province(visit: Visit, known: tuple[Region, ...]) -> str | None:
    wanted = visit.text("province")
    if wanted is not None and wanted not in {each.code for each in known}:
        raise BadVisit(f"province: no province {wanted!r}; write its code, such as 33")
    return wanted


def _asked_kind(visit: Visit) -> str | None:
    wanted = visit.text("kind")
    if wanted is not None and wanted not in KINDS:
        raise BadVisit(f"kind: no kind {wanted!r}; write one of {', '.join(KINDS)}")
    return wanted
