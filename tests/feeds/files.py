"""What the tests of feeds and calendars write and read."""

from datetime import datetime
from pathlib import Path

from icalendar import Calendar, Component
from lxml import etree

from crawler.config import Config, MailConfig
from crawler.config_feeds import FeedsConfig

ATOM = "{http://www.w3.org/2005/Atom}"


def config(folder: Path, address: str | None = None) -> Config:
    return Config(
        contact="a@example.id",
        store=folder / "piagam.sqlite",
        mail=MailConfig(sender="Piagam <piagam@example.org>"),
        feeds=FeedsConfig(
            atom=folder / "awards.atom", calendar=folder / "awards.ics", address=address
        ),
    )


def texts(body: bytes, path: str) -> list[str]:
    root = etree.fromstring(body)
    return [
        str(each.text) for each in root.findall("/".join(ATOM + step for step in path.split("/")))
    ]


def check_atom(body: bytes) -> etree._Element:
    """The feed, when it keeps the rules of RFC 4287, 4.1.1 and 4.1.2."""
    root = etree.fromstring(body)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(root.findall(ATOM + name)) == 1
    ids = [str(each.findtext(f"{ATOM}id")) for each in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    for each in root.findall(f"{ATOM}entry"):
        for name in ("id", "title", "updated"):
            assert len(each.findall(ATOM + name)) == 1
            assert each.findtext(ATOM + name)
        assert datetime.fromisoformat(str(each.findtext(f"{ATOM}updated"))).tzinfo
        links = [link.get("rel") for link in each.findall(f"{ATOM}link")]
        assert links.count("alternate") <= 1
        assert "alternate" in links or each.find(f"{ATOM}content") is not None
    return root


def events(body: bytes) -> dict[str, Component]:
    return {str(each["uid"]): each for each in Calendar.from_ical(body).walk("VEVENT")}


def said(event: Component, name: str) -> str:
    return str(event[name])
