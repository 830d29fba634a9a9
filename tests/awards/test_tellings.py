"""Stories told in odd but natural ways, and all that a careful reader takes from them."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from storage.records import Claim
from tests.awards.stories import WIB, read

TELLINGS = tomllib.loads(Path(__file__).with_name("tellings.toml").read_text(encoding="utf-8"))


def printed(claim: Claim) -> str:
    """Recipient, scheme, score, predicate, letter or category, zone and rank as one line."""
    told = (claim.score, claim.predicate, claim.category, claim.zone, claim.rank)
    result = ("-" if value is None else str(value) for value in told)
    return " | ".join((claim.recipient, claim.scheme, *result))


@pytest.mark.parametrize("telling", TELLINGS["story"], ids=lambda telling: telling["name"])
def test_all_that_is_told_is_read_and_nothing_else(telling: dict[str, object]) -> None:
    day = datetime.fromisoformat(str(telling.get("day", "2024-12-10"))).replace(tzinfo=WIB)
    claims = read(str(telling["text"]).strip(), str(telling["title"]), day).claims

    assert sorted(map(printed, claims)) == sorted(telling["claims"])  # type: ignore[call-overload]  # of strings
    units = {c.recipient: {u.unit: u.score for u in c.units} for c in claims if c.units}
    assert units == telling.get("units", {})
    earlier = {
        c.recipient: [[p.year or "?", p.score] for p in c.previous] for c in claims if c.previous
    }
    assert earlier == telling.get("previous", {})
