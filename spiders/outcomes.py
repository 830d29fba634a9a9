"""What becomes of an address that brought no article: its state and a short reason."""

from dataclasses import dataclass

from scrapy.exceptions import (
    DownloadCancelledError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.python.failure import Failure

from crawler.connection_errors import CONNECTION_ERRORS
from crawler.extraction.page import Page, PageKind
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
from storage.records import AddressState

_TRY_AGAIN = frozenset((401, 403, 408, 425, 429, 451))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A state and its reason; a failed address is read again by the next runs, a few times."""

    state: AddressState
    reason: str


def outcome_of_status(status: int) -> Outcome | None:
    """None for 200: there is a page to read."""
    if status == 200:
        return None
    is_for_later = status >= 500 or status in _TRY_AGAIN
    state = AddressState.FAILED if is_for_later else AddressState.DROPPED
    return Outcome(state=state, reason=f"http-{status}")


def outcome_of_page(page: Page) -> Outcome | None:
    """None for an article. A challenge may let us through another night."""
    if page.kind is PageKind.ARTICLE and page.article is not None:
        return None
    is_for_later = page.kind is PageKind.CHALLENGE
    state = AddressState.FAILED if is_for_later else AddressState.DROPPED
    return Outcome(state=state, reason=page.reason or str(page.kind))


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
