"""Expected announcements as a calendar (RFC 5545): an all-day event for each edition. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.wording import one_line
from crawler.feeds.expected import Announcement

_LIMIT = 600


def write_calendar(expected: Iterable[Announcement], *, version: str, now: datetime) -> bytes:
    """The file. The same edition of a scheme has the same UID for ever."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Piagam//Piagam {version}//ID")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Piagam: pengumuman yang diperkirakan")
    for each in expected:
        calendar.add_component(_event(each, now))
    return bytes(calendar.to_ical())


def _event(expected: Announcement, now: datetime) -> Event:
    scheme = expected.scheme
    event = Event()
    event.add("uid", f"{scheme.id}-{expected.edition}@piagam")
    event.add("dtstamp", now)
    event.add("dtstart", expected.first)
    event.add("dtend", expected.last + timedelta(days=1))
    event.add("summary", _summary(expected))
    event.add("description", _description(expected))
    event.add("categories", [scheme.id, scheme.family])
    event.add("status", "CONFIRMED" if expected.known else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _summary(expected: Announcement) -> str:
    name = f"{one_line(expected.scheme.short, _LIMIT)} {expected.edition}"
    if expected.known:
        return f"Pengumuman {name}: sudah diumumkan"
    return f"Pengumuman {name} diperkirakan {_months(expected)}"


def _months(expected: Announcement) -> str:
    """`November–Desember 2026`, `Desember 2026–Januari 2027`, `Mei 2027`."""
    first, last = (INDONESIAN.months[day.month - 1] for day in (expected.first, expected.last))
    if expected.first.year != expected.last.year:
        return f"{first} {expected.first.year}–{last} {expected.last.year}"
    span = first if first == last else f"{first}–{last}"
    return f"{span} {expected.last.year}"


def _description(expected: Announcement) -> str:
    scheme = expected.scheme
    lines = [f"{scheme.title} {expected.edition}, {scheme.grantor}."]
    if expected.known:
        lines.append(f"Piagam mengetahui {expected.known} hasilnya.")
    else:
        lines.append("Perkiraan dari tahun-tahun sebelumnya, bukan jadwal resmi.")
    if scheme.calendar.announced:
        lines.append(f"Sebelumnya (announced before): {scheme.calendar.announced}")
    return "\n".join(one_line(line, _LIMIT) for line in lines)
