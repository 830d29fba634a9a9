"""The digests, for `piagam alerts list --digests`: a table for people, objects for scripts."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from crawler.cli.screen import print_json, print_line, print_table, shown_moment
from storage.address_records import Occasion, Tells
from storage.digest_log import LoggedDigest
from storage.records import DeliveryState

_OCCASIONS = {
    Occasion.OLD: "old news",
    Occasion.MANY: "too many for single mails",
}


def digest_name(digest_id: int) -> str:
    """What the commands call a digest."""
    return f"digest-{digest_id}"


def print_digests(rows: Sequence[LoggedDigest], zone: ZoneInfo, *, as_json: bool) -> None:
    """Newest first."""
    if as_json:
        for row in rows:
            print_json({"name": digest_name(row.digest_id), **_object(row)})
    elif rows:
        print_table(
            ("digest", "tells", "to", "state", "since"), (_cells(row, zone) for row in rows)
        )
    else:
        print_line("no digest yet; a subscription with `when`, or a first crawl, makes one")


def _object(row: LoggedDigest) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(row).items()
    }


def _cells(row: LoggedDigest, zone: ZoneInfo) -> tuple[str, ...]:
    return (
        digest_name(row.digest_id),
        _told(row),
        row.person,
        _state(row, zone),
        shown_moment(row.changed_at, zone),
    )


def _told(row: LoggedDigest) -> str:
    counts = (
        (row.alerts, "alert", "alerts"),
        (row.outlets, "outlet", "outlets"),
        (row.left_out, "left out", "left out"),
    )
    told = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return f"{_kind(row)}: {', '.join(told) or 'nothing'}"


def _kind(row: LoggedDigest) -> str:
    if row.tells is Tells.HEALTH:
        return "health"
    return _OCCASIONS.get(row.occasion, str(row.frequency))


def _state(row: LoggedDigest, zone: ZoneInfo) -> str:
    if row.state is not DeliveryState.WAITING:
        told = "" if row.state is DeliveryState.SENT or not row.last_reply else row.last_reply
        return f"{row.state}{told and f': {told}'}"
    what = "gathers" if row.ends_at is None else "waits"
    when = f" until {shown_moment(row.next_try_at, zone)}" if row.next_try_at else ""
    return f"{what}{when}{f': {row.last_reply}' if row.last_reply else ''}"
