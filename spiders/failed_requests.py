"""What becomes of an address that brought no answer: its state and a short reason."""

from scrapy.exceptions import (
    DownloadCancelledError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.python.failure import Failure

from crawler.connection_errors import CONNECTION_ERRORS
from crawler.middlewares.refusals import (
    BudgetSpent,
    ChallengeMet,
    HostResting,
    NotArchived,
    OffSite,
    OutsideHours,
    PrivateHost,
    RobotsDisallowed,
    RobotsUnavailable,
)
from spiders.outcomes import Outcome
from storage.records import AddressState

_ERRORS = (
    (RobotsDisallowed, AddressState.DROPPED, "robots"),
    (OffSite, AddressState.DROPPED, "offsite"),
    (PrivateHost, AddressState.DROPPED, "private-host"),
    *((kind, AddressState.FAILED, reason) for kind, reason in CONNECTION_ERRORS.items()),
    (ResponseDataLossError, AddressState.FAILED, "cut-off"),
    (DownloadCancelledError, AddressState.DROPPED, "too-large"),
    (UnsupportedURLSchemeError, AddressState.DROPPED, "no-web-address"),
    (NotSupported, AddressState.DROPPED, "no-web-address"),
)
_NOT_NOW = (
    *(RobotsUnavailable, BudgetSpent, OutsideHours, HostResting, ChallengeMet),
    NotArchived,
)
_IGNORED = (("DOWNLOAD_MAXSIZE", "too-large"), ("max redirections", "redirect-loop"))


def outcome_of_error(failure: Failure) -> Outcome | None:
    """None when the page was not to be had in this run: the address stays in the frontier."""
    error = failure.value
    if isinstance(error, HostResting) and error.failed_with is not None:
        return Outcome(state=AddressState.FAILED, reason=error.failed_with)
    if isinstance(error, _NOT_NOW):
        return None
    for kind, state, reason in _ERRORS:
        if isinstance(error, kind):
            return Outcome(state=state, reason=reason)
    if isinstance(error, IgnoreRequest):
        for mark, reason in _IGNORED:
            if mark in str(error):
                return Outcome(state=AddressState.DROPPED, reason=reason)
    return Outcome(state=AddressState.FAILED, reason=f"error: {type(error).__name__}")
