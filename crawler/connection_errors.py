"""The errors of a request that no server answered, and the short reason each leaves behind."""

from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

CONNECTION_ERRORS: dict[type[Exception], str] = {
    DownloadTimeoutError: "timeout",
    DownloadConnectionRefusedError: "connection-refused",
    CannotResolveHostError: "host-not-found",
    DownloadFailedError: "connection-lost",
    ConnectError: "connection-lost",
    ConnectionDone: "connection-lost",
    ConnectionLost: "connection-lost",
    TunnelError: "connection-lost",
}
"""Why an address failed, by error; the reasons stand in `addresses.reason`."""


def connection_reason(error: Exception) -> str | None:
    """The short reason; None when it is another kind of error."""
    return next((why for kind, why in CONNECTION_ERRORS.items() if isinstance(error, kind)), None)
