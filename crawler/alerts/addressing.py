"""Addresses what is new in the outbox to those who subscribed to it."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler.alerts.subscriptions import (
    Subscription,
    addressees,
    day_of,
    health_addressees,
    spared,
)
from crawler.awards.catalogue import load_catalogue
from crawler.config import Config
from crawler.config_subscriptions import MAIL, SubscriptionConfig
from crawler.hours import Hours
from crawler.mail_addresses import bare_address
from storage.addressing import address, singles_since, unaddressed
from storage.health_letters import address_health
from storage.letter_records import Frequency

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHIPPED_FAMILIES = ("public-service", "governance")


def subscriptions_of(config: Config) -> tuple[Subscription, ...]:
    """All subscriptions; the people of mail.to have one by themselves.

    One mailbox goes by one spelling, the first: `Ani@example.org` is `ani@example.org`.
    """
    zone = ZoneInfo(config.watch.zone)
    spelt: dict[str, str] = {}
    found = [_subscription(each, zone, spelt) for each in config.subscription]
    if config.mail.to:
        everybody = Subscription(
            people=_people(config.mail.to, spelt),
            zone=zone,
            schemes=_schemes((), _SHIPPED_FAMILIES),
        )
        found.append(everybody)
    return tuple(found)


def people_of(subscriptions: Sequence[Subscription]) -> tuple[str, ...]:
    """Everybody who is told of anything, each once."""
    return tuple(dict.fromkeys(person for each in subscriptions for person in each.people))


def address_new(
    db: Database, subscriptions: Sequence[Subscription], now: datetime, *, most: int, zone: ZoneInfo
) -> None:
    """Decide who is told of each alert and each outlet's new state that nobody was told of.

    Opens its own transaction.
    """
    today, later = day_of(now, zone)
    with db.atomic():
        plan = [(facts, addressees(facts, subscriptions, now)) for facts in unaddressed(db)]
        singles = singles_since(db, people_of(subscriptions), today)
        for facts, addresses in spared(plan, singles, most=most, later=later):
            address(db, facts.alert_id, addresses, now)
        address_health(db, health_addressees(subscriptions, now), now)


def _subscription(
    written: SubscriptionConfig, zone: ZoneInfo, spelt: dict[str, str]
) -> Subscription:
    return Subscription(
        people=_people(written.to, spelt) if written.channel == MAIL else written.people,
        zone=zone,
        channel=written.channel,
        regions=frozenset(written.regions) or None,
        schemes=_schemes(written.schemes, written.families),
        min_confidence=written.min_confidence,
        about=frozenset(written.about),
        frequency=None if written.when == "at-once" else Frequency(written.when),
        at=time.fromisoformat(written.at),
        weekday=_WEEK.index(written.day),
        language=written.language,
        quiet=None if written.quiet is None else Hours.parse(written.quiet, zone.key),
    )


def _people(written: Sequence[str], spelt: dict[str, str]) -> tuple[str, ...]:
    bare = map(bare_address, written)
    return tuple(dict.fromkeys(spelt.setdefault(each.casefold(), each) for each in bare))


def _schemes(schemes: Sequence[str], families: Sequence[str]) -> frozenset[str] | None:
    """The schemes named by themselves or by their family; None when none is named."""
    if not (schemes or families):
        return None
    of_families = (each.id for each in load_catalogue().values() if each.family in families)
    return frozenset((*schemes, *of_families))
