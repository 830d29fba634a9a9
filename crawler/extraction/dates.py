"""Reads the dates that Indonesian outlets print and the machine forms in their markup.

A weekday is never a source, only decoration: `Jum'at`, pasaran names and wrong weekdays pass.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags agt aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = (
    r"(?:[\s,|T@•·–—-]*(?:pukul|jam|pkl\.?|at|pada)?\s*"
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?:\.\d+)?(?!\d)"
    r"(?:\s*(?P<half>[ap]m)\b)?(?:\s*(?P<zone>WIB|WITA|WIT|UTC|GMT|Z|[+-]\d{2}:?\d{2})\b)?)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<day>\d{{1,2}})[\s./-]*(?P<name>{_MONTH})\b\.?[\s,./-]*"
        r"(?P<year>\d{4}|['’]?\d{2})(?![\d:])",
        rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
        r"(?<![\d/.-])(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)",
        r"(?<![\d/.-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})(?![\d:])",
    )
)
_DIGIT = re.compile(r"\d")
_DECORATION = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['’‘`ʼ]?at|sabtu|minggu|ahad|mon|tues?|wed(?:nes)?|thu(?:rs)?"
    r"|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:pon|wage|kliwon|legi|pahing)\b"
    r"|\b(?:tayang|terbit|diterbitkan|dipublikasikan|publikasi|dipublish|published|posted|publish"
    r"|updated?|diperbarui|diperbaharui|tanggal|tgl|rilis|pada|on|at|last|kompas\.com|wib|wita|wit)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
_LONGEST_DATE_LINE = 120


def read_moment(stamp: str, zone: str) -> datetime | None:
    """The moment a machine-readable `stamp` (ISO 8601, RFC 2822) or a printed date means.

    The result is aware and in `zone`; a stamp without an offset is taken as local time there.
    """
    stamp = stamp.strip()[:_LONGEST_DATE_LINE]
    try:
        return _localise(datetime.fromisoformat(stamp), zone)
    except (ValueError, OverflowError):
        pass
    return find_date(stamp, zone) or _read_mail_date(stamp, zone)


def find_date(text: str, zone: str) -> datetime | None:
    """The first full date printed in `text`, with its time of day when that follows it.

    Day comes before month. Dates without a year are not read. Aware, in `zone`.
    """
    for match in _matches(text):
        moment = _moment(match, zone)
        if moment is not None:
            return moment
    return None


def is_date_line(line: str) -> bool:
    """Whether `line` holds a date and nothing else but weekday, label and perhaps a byline."""
    if len(line) > _LONGEST_DATE_LINE:
        return False
    matches = list(_matches(line))
    if not matches:
        return False
    rest = line
    for match in matches:
        rest = rest.replace(match[0], " ")
    rest = _DECORATION.sub(" ", rest).strip(" \t,.|:;-–—•·()/[]")
    return not rest or (matches[0]["hour"] is not None and _NAME.fullmatch(rest) is not None)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Date-like places in order; where two forms start together the earlier form wins."""
    if _DIGIT.search(text) is None:
        return
    found: dict[int, re.Match[str]] = {}
    end = -1
    for form in _FORMS:
        for match in form.finditer(text):
            found.setdefault(match.start(), match)
    for start in sorted(found):
        if start >= end:
            yield found[start]
            end = found[start].end()


def _moment(match: re.Match[str], zone: str) -> datetime | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = _MONTHS[name.lower()] if name else int(parts["month"])
    hour, minute, second = (int(parts[key] or 0) for key in ("hour", "minute", "second"))
    if parts["half"] and hour <= 12:
        hour = hour % 12 + (12 if parts["half"].lower() == "pm" else 0)
    try:
        printed = datetime(
            _year(parts["year"]),
            month,
            int(parts["day"]),
            hour,
            minute,
            second,
            tzinfo=_printed_zone(parts["zone"]) or ZoneInfo(zone),
        )
    except ValueError:
        return None
    return _localise(printed, zone)


def _year(printed: str) -> int:
    year = int(printed.lstrip("'’"))
    if len(printed.lstrip("'’")) == 4:
        return year
    return year + (1900 if year >= 70 else 2000)


def _printed_zone(printed: str | None) -> timezone | None:
    if printed is None:
        return None
    hours = _ZONES.get(printed.lower())
    if hours is not None:
        return timezone(timedelta(hours=hours))
    digits = printed.replace(":", "")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    if offset > timedelta(hours=15):
        return None
    return timezone(-offset if digits[0] == "-" else offset)


def _localise(moment: datetime, zone: str) -> datetime | None:
    if not 1990 <= moment.year <= 2100:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZoneInfo(zone))
    return moment.astimezone(ZoneInfo(zone))


def _read_mail_date(stamp: str, zone: str) -> datetime | None:
    try:
        return _localise(parsedate_to_datetime(stamp), zone)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
