"""`[[subscription]]` of piagam.toml: who gets what, when and how."""

from collections import Counter
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from crawler.awards.catalogue import load_catalogue
from crawler.awards.gazetteer import load_gazetteer
from crawler.hours import Hours
from crawler.linking.recipients import regions_called
from crawler.mail_addresses import bare_address
from storage.letter_records import Language

MAIL = "mail"
FAMILIES = ("public-service", "governance", "other")
Topic = Literal["new", "corrections", "disputes", "health"]
_OF_AWARDS = ("regions", "schemes", "families", "min_confidence")
Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class SubscriptionConfig(BaseModel):
    """One `[[subscription]]`; a list that is left out or empty leaves nothing out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: tuple[str, ...] = ()
    """Addresses; each gets a mail of its own. None for another channel."""
    regions: tuple[str, ...] = ()
    """Codes; the file may also name provinces, kabupaten and kota. What lies within belongs in."""
    schemes: tuple[str, ...] = ()
    """Ids of schemes."""
    families: tuple[str, ...] = ()
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    about: Annotated[tuple[Topic, ...], Field(min_length=1)] = ("new", "corrections", "disputes")
    when: Literal["at-once", "daily", "weekly"] = "at-once"
    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "06:30"
    """When a digest comes, by the clock of watch.zone."""
    day: Day = "monday"
    """On which day a weekly digest comes."""
    language: Language = Language.BOTH
    quiet: str | None = None
    """Hours of watch.zone in which no mail comes, `21:00-05:00`."""
    channel: str = MAIL
    """`mail`, or the name of a `[[channel]]`."""

    @field_validator("to")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return check_addresses(value)

    @field_validator("regions")
    @classmethod
    def _are_regions(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(region_code(each) for each in value))

    @field_validator("schemes")
    @classmethod
    def _are_schemes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for each in value:
            _check_known("scheme", each, tuple(load_catalogue()))
        return value

    @field_validator("families")
    @classmethod
    def _are_families(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for each in value:
            _check_known("family", each, FAMILIES)
        return value

    @field_validator("quiet")
    @classmethod
    def _is_span(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                Hours.parse(value, "UTC")
            except ValueError as error:
                raise ValueError(f"{value!r} is {error}") from None
        return value

    @property
    def people(self) -> tuple[str, ...]:
        """Who is told: the addresses, or the channel itself under its name."""
        return self.to if self.channel == MAIL else (self.channel,)

    @model_validator(mode="after")
    def _has_a_use_for_its_keys(self) -> "SubscriptionConfig":
        given = self.model_fields_set
        if self.channel == MAIL and not self.to:
            raise ValueError('to is missing; write to = ["name@example.org"], or name a channel')
        if self.channel != MAIL and self.to:
            raise ValueError(
                f"to is for mail; remove it, {self.channel!r} leads where its url says"
            )
        if self.when == "at-once" and {"at", "day"} & given:
            raise ValueError('at and day are for digests; write when = "daily" or "weekly"')
        if self.when == "daily" and "day" in given:
            raise ValueError('day is for a weekly digest; write when = "weekly" or remove it')
        idle = [each for each in _OF_AWARDS if each in given]
        if set(self.about) == {"health"} and idle:
            raise ValueError(f'{idle[0]} is for awards; remove it, or write about = ["new", …]')
        return self


def check_addresses(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """The same addresses; ValueError names the one that cannot be any."""
    for address in addresses:
        try:
            bare_address(address)
        except ValueError as error:
            raise ValueError(f"{error}; write name@example.org") from None
    return addresses


def region_code(written: str) -> str:
    """The code of a region named by code or name; ValueError with what may have been meant."""
    found = regions_called(written)
    if len(found) == 1:
        return found[0].code
    if found:
        meant = " or ".join(f"{each.full_name} ({each.code})" for each in found)
        raise ValueError(f"{written!r} may be {meant}; write which one")
    raise ValueError(f"there is no region {written!r}{_near_regions(written)}")


def _near_regions(written: str) -> str:
    regions = load_gazetteer().by_code.values()
    names = tuple(name for each in regions for name in (each.full_name, each.name))
    shared = Counter(names)
    return _near(written, tuple(name for name in names if shared[name] == 1))


def _check_known(what: str, written: str, known: tuple[str, ...]) -> None:
    if written not in known:
        near = _near(written, known) or f"; known are {', '.join(known)}"
        raise ValueError(f"there is no {what} {written!r}{near}")


def _near(written: str, known: tuple[str, ...]) -> str:
    by_folded = {each.casefold(): each for each in known}
    close = get_close_matches(written.casefold(), list(by_folded), n=3)
    return f"; did you mean {' or '.join(by_folded[each] for each in close)}?" if close else ""
