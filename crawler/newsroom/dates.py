"""Dates as Indonesian newsrooms print them."""

from datetime import UTC, date, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def full_date(at: datetime, *, padded: bool = False) -> str:
    """`Senin, 2 Desember 2024 23:06 WIB`; `padded` writes the day as `02`."""
    local = at.astimezone(WIB)
    day = f"{local.day:02d}" if padded else str(local.day)
    return f"{_DAYS[local.weekday()]}, {day} {_month(local)} {local.year} {local:%H:%M} WIB"


def short_date(at: datetime) -> str:
    """`2 Desember 2024`."""
    local = at.astimezone(WIB)
    return f"{local.day} {_month(local)} {local.year}"


def iso(at: datetime) -> str:
    """`2024-12-02T23:06:00+07:00`, as in JSON-LD and meta tags."""
    return at.astimezone(WIB).isoformat(timespec="seconds")


def http_date(at: datetime) -> str:
    """The form of Last-Modified and of RSS: `Mon, 02 Dec 2024 16:06:00 GMT`."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


def since(at: datetime, now: datetime) -> str:
    """The relative time of a list: `32 menit lalu`, `2 jam lalu`, `5 hari lalu`."""
    minutes = max(int((now - at).total_seconds()) // 60, 1)
    if minutes < 60:
        return f"{minutes} menit lalu"
    if minutes < 24 * 60:
        return f"{minutes // 60} jam lalu"
    return f"{minutes // (24 * 60)} hari lalu"


def day_in(written: str, *forms: str) -> date | None:
    """The day in a query, by the first of the strptime `forms` that fits; None if none does."""
    for form in forms:
        try:
            return datetime.strptime(written, form).replace(tzinfo=WIB).date()
        except ValueError:
            continue
    return None


def _month(at: datetime) -> str:
    return _MONTHS[at.month - 1]
