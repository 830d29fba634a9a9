"""A process for the tests to kill: `python -m tests.alerts.channel_sender STORE URL [stalled]`.

Stalled, it stops for good when a message is written and not yet handed over.
"""

import sys
import time
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from crawler.alerts.chat import Chat
from crawler.alerts.send import send_due
from storage.database import open_store
from tests.alerts.channels import config


def main(store: str, url: str, *stalled: str) -> None:
    """Send what is due in the store over one channel."""
    held = patch("crawler.alerts.channels.fitted", _stall) if stalled else nullcontext()
    with held:
        send_due(open_store(Path(store)), config(tim=url), datetime.now(UTC))


def _stall(chat: Chat, room: int) -> str:
    time.sleep(600)
    return chat.title[:room]


if __name__ == "__main__":
    main(*sys.argv[1:])
