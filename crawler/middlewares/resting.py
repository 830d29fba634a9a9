"""Rest for a host that asks for it, or that is in trouble; after too much of it, it is left alone.

The host's state is that of the run (`crawler.hosts`): what one outlet learns of it holds for all.
"""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.hosts import Host, hosts_of
from crawler.ledger import note


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, as seconds or HTTP date; None when it does not.

    `now` is aware; a date in the past asks for 0.
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def asked_rest(response: Response) -> float | None:
    """Seconds of rest that the answer asks for; None when it does not say."""
    header = response.headers.get("Retry-After")
    return retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))


class Resting:
    """Gives rest and counts failures, by the settings of one crawler."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._crawler = crawler
        self._hosts = hosts_of(settings)
        self._back_off = settings.getfloat("PIAGAM_BACK_OFF")
        self._patience = settings.getfloat("PIAGAM_PATIENCE")
        self._most_failing = settings.getint("PIAGAM_FAILURES_IN_A_ROW")

    def host(self, request: Request) -> Host:
        """The host that a request goes to."""
        return self._hosts.of(request.url)

    def give_rest(self, host: Host, asked: float | None, *, answer: str) -> None:
        """As much as the host asked for, else longer each time; `answer` says what it sent."""
        if asked is not None and asked > self._patience:
            self.leave_alone(host, f"answers {answer} and asks for {asked:.0f} s of rest")
            return
        rest = asked if asked is not None else self._back_off * 2**host.rests
        host.rest_until(self._hosts.clock() + min(rest, self._patience))
        self._crawler.stats.inc_value("retry/rests")

    def count_failure(self, host: Host, request: Request, reason: str) -> None:
        """One more page that did not come."""
        host.failing.add(request.url)
        count = len(host.failing)
        if count >= self._most_failing:
            self.leave_alone(host, f"{count} pages in a row failed, the last with {reason}")

    def leave_alone(self, host: Host, why: str) -> None:
        """Ask the host for nothing more in this run."""
        if host.left_alone is None:
            host.left_alone = f"{host.name}: {why}; left alone until the next run"
            note(self._crawler, host.left_alone, is_failure=True)
