"""What becomes of an address whose answer is no article: its state and a short reason; pure."""

from dataclasses import dataclass

from crawler.extraction.page import Page, PageKind
from storage.records import AddressState

_TRY_AGAIN = frozenset((401, 403, 408, 425, 429, 451))


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
