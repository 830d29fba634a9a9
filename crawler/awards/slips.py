"""A region that one sentence credits with the very score of the story's own region: a slip."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.awards.gazetteer import Region
from storage.records import Claim


def without_slips(claims: Sequence[Claim], main: Region | None) -> list[Claim]:
    """The claims without the one slip of a story about `main`, which its own claim warns of."""
    own = next((c for c in claims if main and c.recipient == main.full_name and c.score), None)
    if own is None:
        return list(claims)
    slips = [
        c
        for c in claims
        if len(claims) == 2
        and (c.recipient_kind, c.score) == (own.recipient_kind, own.score)
        and c.recipient != own.recipient
        and c.proof != own.proof
    ]
    if not slips:
        return list(claims)
    warnings = tuple(f"its score is also credited to {slip.recipient}" for slip in slips)
    warned = replace(own, warnings=own.warnings + warnings)
    return [warned if c is own else c for c in claims if c not in slips]
