"""Which awards are meant: a choice by scheme, region, year and what else people ask for, as SQL."""

import json
from dataclasses import dataclass
from datetime import datetime

from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A choice of awards; what is None or empty chooses nothing away, all together add up."""

    schemes: tuple[str, ...] = ()
    """Ids."""
    regions: tuple[str, ...] = ()
    """Codes; `33` is a province with all in it."""
    year: int | None = None
    """The edition."""
    status: str | None = None
    recipient: str | None = None
    """Words in the recipient's name; capitals do not matter."""
    min_score: float | None = None
    max_score: float | None = None
    since: datetime | None = None
    """Aware: what came, changed or found another report since."""

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the moment chooses."""
        chosen = (self.schemes, self.regions, self.status, self.recipient)
        numbers = (self.year, self.min_score, self.max_score)
        return any(chosen) or any(number is not None for number in numbers)


_CONDITIONS = {
    "schemes": "scheme IN (SELECT value FROM json_each(:schemes))",
    "regions": """EXISTS (
        SELECT 1 FROM json_each(:regions) AS region WHERE recipient_code = region.value
            OR substr(recipient_code, 1, length(region.value) + 1) = region.value || '.'
    )""",
    "year": "{year} = :year",
    "status": "status = :status",
    "recipient": "recipient LIKE :recipient ESCAPE '\\'",
    "min_score": "score >= :min_score",
    "max_score": "score <= :max_score",
    "since": """(changed_at >= :since OR id IN (
        SELECT award_claims.award_id FROM revisions
        JOIN claims ON claims.revision_id = revisions.id
        JOIN award_claims ON award_claims.claim_id = claims.id
        WHERE revisions.stored_at >= :since
    ))""",
}


def conditions(picked: Picked, *, year: str = "edition_year") -> str:
    """What stands behind WHERE in a query of `awards`, or of what has its columns; `1` for all."""
    parameters = parameters_of(picked)
    told = (sql for name, sql in _CONDITIONS.items() if parameters[name] is not None)
    return " AND ".join(told).replace("{year}", year) or "1"


def parameters_of(picked: Picked) -> dict[str, object]:
    """The values that the conditions name."""
    words = picked.recipient
    return {
        "schemes": json.dumps(picked.schemes) if picked.schemes else None,
        "regions": json.dumps(picked.regions) if picked.regions else None,
        "year": picked.year,
        "status": picked.status,
        "recipient": f"%{_literal(words)}%" if words else None,
        "min_score": picked.min_score,
        "max_score": picked.max_score,
        "since": None if picked.since is None else utc_text(picked.since),
    }


def _literal(words: str) -> str:
    """The words with what LIKE takes for a sign of its own escaped."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
