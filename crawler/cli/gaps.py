"""Hours of an outlet that were not seen, in words and for scripts, and how to mend it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from storage.gaps import Gap, GapState
from storage.runs import CertificateRow, Run


def gap_lines(gaps: Iterable[Gap], zone: ZoneInfo) -> Iterator[str]:
    """A line for each gap, `klikjateng: not seen: 18 Nov 03.10 – 19 Nov 2026 14.00 WIB (…); …`."""
    for gap in gaps:
        yield f"{gap.outlet}: {_told(gap, zone)}"


def back_lines(run: Run, rows: Iterable[CertificateRow], zone: ZoneInfo) -> Iterator[str]:
    """How far back each outlet of a back-filling run was read, and what ended it."""
    if run.since is None:
        return
    for row in rows:
        if row.seen_since is None:
            yield f"{row.outlet}: could not be read back to {run.since}"
        elif row.seen_end is None:
            yield f"{row.outlet}: read back to {run.since}, as asked"
        else:
            yield f"{row.outlet}: read back to {_moment(row.seen_since, zone)}; {row.seen_end}"


def gap_object(gap: Gap) -> dict[str, object]:
    """A gap as JSON has it; moments in UTC."""
    return {
        "starts_at": gap.starts_at.isoformat(),
        "ends_at": gap.ends_at.isoformat(),
        "state": gap.state,
        "reason": gap.reason,
        "found_run": gap.found_run,
        "closed_run": gap.closed_run,
    }


def mend_of(gap: Gap, zone: ZoneInfo) -> str:
    """The command that may close a gap."""
    return f"`piagam crawl --since {gap.starts_at.astimezone(zone):%Y-%m-%d} {gap.outlet}`"


def _told(gap: Gap, zone: ZoneInfo) -> str:
    start, end = gap.starts_at.astimezone(zone), gap.ends_at.astimezone(zone)
    hours = f"{start:%-d %b %H.%M} – {_moment(end, zone)} ({_span(end - start)})"
    match gap.state:
        case GapState.CLOSED:
            return f"seen now: {hours}, which run {gap.found_run} had missed"
        case GapState.LOST:
            return f"not seen: {hours}; {gap.reason}: it cannot be recovered"
        case GapState.UNFINISHED:
            return f"not seen: {hours}; {gap.reason}"
    return f"not seen: {hours}; {gap.reason}; {mend_of(gap, zone)} reads the archives"


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%-d %b %Y %H.%M %Z}"


def _span(length: timedelta) -> str:
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
