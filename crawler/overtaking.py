"""A person's word overtakes the changes of an award that wait in the outbox untold."""

from sqlite_utils import Database

from storage.records import AlertKind, Award, AwardStatus
from storage.untold import is_untold, take_untold


def known_to_people(
    db: Database, before: Award | None, after: Award, *, is_quiet: bool
) -> Award | None:
    """How people know an award that a person changed; None when they need not be told.

    What waits untold is taken out of the outbox, since one letter can tell it all. Who was not told
    of the award yet gets it as it stands now. Call inside `atomic()`.
    """
    if before is None or before == after:
        return None
    award_id = after.id or 0
    is_open = after.status is AwardStatus.DISPUTED
    kinds = (AlertKind.CORRECTION, *(() if is_open else (AlertKind.CONFLICT,)))
    first = take_untold(db, award_id, kinds)
    is_void = after.status is AwardStatus.WITHDRAWN
    if is_untold(db, award_id) or (is_quiet and (first is None or is_void)):
        return None
    was_withdrawn = before.status is AwardStatus.WITHDRAWN
    return before if was_withdrawn or first is None else first
