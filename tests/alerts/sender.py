"""A sending process to kill: `python -m tests.alerts.sender STORE PORT [--health] PERSON…`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from crawler.alerts.send import send_due
from crawler.config import Config, MailConfig
from crawler.config_subscriptions import SubscriptionConfig, Topic
from storage.database import open_store


def main(store: str, port: str, *people: str) -> None:
    """Send what is due in the store over the server on that port.

    The people get every award, after `--health` what outlets come to as well.
    """
    to = tuple(each for each in people if each != "--health")
    about: tuple[Topic, ...] = ("new", "health") if to != people else ("new",)
    config = Config(
        contact="x@example.org",
        mail=MailConfig(host="127.0.0.1", port=int(port), sender="piagam@example.org"),
        subscription=(SubscriptionConfig(to=to, about=about),),
    )
    send_due(open_store(Path(store)), config, datetime.now(UTC))


if __name__ == "__main__":
    main(*sys.argv[1:])
