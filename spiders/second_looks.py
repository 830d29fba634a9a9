"""The stories that one run looks at again, after everything else is read."""

from collections.abc import Mapping

from crawler.ledger import Ledger
from spiders.outcomes import Outcome
from spiders.reading import Answer
from spiders.validators import conditions, is_unchanged, validators_of
from storage.looks import Look, LookOutcome, due_looks

_FEW = 5
_SHARE = 20
"""A night that brings so many new stories is a busy one, with one look for so many: news first."""
_FULL_LOOK = 3
"""Every third look at a story is a full read, whatever its validators say: hints lie."""
_GONE = ("http-404", "http-410")


def looks_due(ledger: Ledger, *, new: int) -> tuple[Look, ...]:
    """What to look at again in a run that has met so many new addresses; the rest stays due."""
    most = new // _SHARE if new >= _SHARE else _FEW
    return due_looks(ledger.db, ledger.outlet, today=ledger.began.date(), most=most)


def look_headers(look: Look) -> Mapping[str, str]:
    """Conditions for the request, none when it is time for a full read."""
    is_full = look.times % _FULL_LOOK == _FULL_LOOK - 1
    return {} if is_full else conditions(look.validators)


def settle_unchanged(ledger: Ledger, look: Look, answer: Answer) -> bool:
    """Settle a look at a page that is what it was; False when it has to be read."""
    if not is_unchanged(look.validators, answer):
        return False
    said = validators_of(look.url, answer) if answer.status == 200 else None
    ledger.settle_look(look, LookOutcome.UNCHANGED, said=said)
    return True


def settle_lost(ledger: Ledger, look: Look, outcome: Outcome) -> None:
    """Settle a look that brought no article; what we hold of the story is kept."""
    is_gone = outcome.reason in _GONE
    ledger.settle_look(look, LookOutcome.GONE if is_gone else LookOutcome.FAILED, outcome.reason)
