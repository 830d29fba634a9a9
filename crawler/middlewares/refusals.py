"""Why a request was not sent, or its answer not taken.

IgnoreRequest
└── Refusal
    ├── PrivateHost        no public host, or no web address
    ├── OffSite            the outlet's hosts do not include this one
    ├── RobotsDisallowed   robots.txt closes this page to us
    ├── RobotsUnavailable  robots.txt could not be read: everything is closed
    ├── ChallengeMet       a gate that asks for a browser came in place of the page
    ├── OutsideHours       the outlet may not be asked at this hour
    ├── BudgetSpent        the outlet's requests or minutes of this run are used up
    ├── NotArchived        the response came, and could not be kept
    └── HostResting        the host asked for rest, or failed too often
"""

from scrapy.exceptions import IgnoreRequest


class Refusal(IgnoreRequest):
    """We did not send a request, or were turned away; the message says why."""


class PrivateHost(Refusal):
    """The host is of a private or local network, or the address none of the web."""


class OffSite(Refusal):
    """The page is on a host that is not the outlet's."""


class RobotsDisallowed(Refusal):
    """robots.txt closes this page to us."""


class RobotsUnavailable(Refusal):
    """robots.txt could not be read, so the whole host is closed to us."""


class ChallengeMet(Refusal):
    """The host sent a gate that asks for a browser in place of the page."""


class BudgetSpent(Refusal):
    """The outlet's requests or minutes of this run are used up."""


class OutsideHours(Refusal):
    """The outlet may not be asked at this hour."""


class NotArchived(Refusal):
    """The response came, but the archive could not take it: nothing of it may count as read."""


class HostResting(Refusal):
    """The host asked for more rest than this run can give, or failed too often in a row."""

    def __init__(self, message: str, *, failed_with: str | None = None) -> None:
        super().__init__(message)
        self.failed_with = failed_with
        """What came of the request when it was tried before, in this run."""
