"""What strangers may see where the texts of articles are for those who are signed in."""

_VIEWS = frozenset(
    {
        "award_board", "award_reports", "certificate", "coverage", "disputes", "first_reporters",
        "outlet_health", "outlet_standing", "score_history", "unit_scores",
    }
)  # fmt: skip
_NAMES = frozenset({"data_dictionary", "regions", "scheme_bands", "schemes", "view_versions"})
"""Tables that nothing leads on from."""


def is_open_to_strangers(action: str, resource: object) -> bool | None:
    """Datasette's question about somebody who is not signed in; None: as it is elsewhere.

    Of the tables only these are open, so that no new one is by mistake, and no query of one's own.
    """
    if action == "execute-sql":
        return False
    if action == "view-table":
        name = resource[1] if isinstance(resource, tuple) else ""
        return name in _VIEWS | _NAMES
    return None
