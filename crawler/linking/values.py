"""Reads what a person types as the right value of a field: as Indonesians write it, or ISO. Pure.

ValueError tells in one line what is wrong and what would do.
"""

import re
from collections.abc import Iterable
from datetime import date

from crawler.awards.catalogue import Scheme
from crawler.awards.days import find_days
from crawler.linking.recipients import canonical
from storage.award_records import CorrectedField

NOTHING = "-"
"""What is typed for a fact that is not known."""
_ZONES = ("hijau", "kuning", "merah")
_NO = ("no", "tidak", "bukan")
_NEEDED = (CorrectedField.RECIPIENT, CorrectedField.EDITION_YEAR, CorrectedField.AWARD)


def field_of(typed: str) -> CorrectedField:
    """The field that is meant; `award-date` is `award_date`."""
    name = typed.strip().casefold().replace("-", "_")
    if name not in list(CorrectedField):
        raise ValueError(f"no field {typed!r}; one of {', '.join(CorrectedField)}")
    return CorrectedField(name)


def read_value(field: CorrectedField, typed: str, scheme: Scheme | None) -> str | None:
    """The value as it is kept: a score with its printed digits, a day as ISO; None for `-`.

    `scheme` is the award's; without one anything that has the right form will do.
    """
    text = " ".join(typed.split())
    if text == NOTHING and field not in _NEEDED:
        return None
    if text in ("", NOTHING):
        raise ValueError(f"{field} needs a value")
    return _READERS.get(field, _words)(text, scheme)


def _words(text: str, _: Scheme | None) -> str:
    return text


def _score(text: str, scheme: Scheme | None) -> str:
    if not re.fullmatch(r"\d{1,4}([.,]\d{1,4})?", text):
        raise ValueError(f"{text!r} is no score; write 97,84")
    number, top = float(text.replace(",", ".")), scheme.scale if scheme else None
    if scheme is not None and top is not None and not scheme.least <= number <= top:
        raise ValueError(f"{text} is not on the scale of {scheme.short}, {scheme.least:g} to {top}")
    return text.replace(".", ",")


def _predicate(text: str, scheme: Scheme | None) -> str:
    return _one_of(text, scheme.predicates if scheme else (), "predicate")


def _category(text: str, scheme: Scheme | None) -> str:
    return _one_of(text, sorted(scheme.all_letters) if scheme else (), "category")


def _zone(text: str, _: Scheme | None) -> str:
    return _one_of(text, _ZONES, "zone")


def _one_of(text: str, known: Iterable[str], what: str) -> str:
    names = tuple(known)
    for name in names:
        if name.casefold() == text.casefold():
            return name
    if names:
        raise ValueError(f"no {what} {text!r}; one of {', '.join(names)}")
    return text


def _rank(text: str, _: Scheme | None) -> str:
    if not re.fullmatch(r"[1-9]\d{0,3}", text):
        raise ValueError(f"{text!r} is no place; write a number from 1 on")
    return text


def _year(text: str, _: Scheme | None) -> str:
    if not re.fullmatch(r"20\d\d", text):
        raise ValueError(f"{text!r} is no edition; write its year, 2024")
    return text


def _day(text: str, _: Scheme | None) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        found = find_days(text, None)
    if len(found) != 1 or not found[0].has_year:
        raise ValueError(f"{text!r} is no day; write 2024-12-02 or 2 Desember 2024")
    return found[0].day.isoformat()


def _recipient(text: str, _: Scheme | None) -> str:
    name = canonical(text)
    if name is None:
        raise ValueError(f"no region in {text!r}; write Kabupaten Batang or DPMPTSP Kota Tegal")
    return name


def _award(text: str, _: Scheme | None) -> str:
    if text.casefold() not in _NO:
        raise ValueError(f"award is corrected to `no` only, not {text!r}; --undo takes that back")
    return "no"


_READERS = {
    CorrectedField.SCORE: _score,
    CorrectedField.PREDICATE: _predicate,
    CorrectedField.CATEGORY: _category,
    CorrectedField.ZONE: _zone,
    CorrectedField.RANK: _rank,
    CorrectedField.EDITION_YEAR: _year,
    CorrectedField.AWARD_DATE: _day,
    CorrectedField.RECIPIENT: _recipient,
    CorrectedField.AWARD: _award,
}
