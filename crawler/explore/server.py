"""Serves the window until it is stopped."""

import socket
from collections.abc import Callable
from contextlib import closing, suppress

import uvicorn

from crawler.explore import ServeError
from crawler.explore.app import opened
from crawler.explore.options import WindowOptions


def serve(options: WindowOptions, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Listen on `host` and `port` (0: any that is free) until SIGINT or SIGTERM.

    `on_ready` is told the address. Raises ServeError when the port cannot be had.
    """
    with closing(_listening(host, port)) as listener, opened(options) as app:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        with suppress(KeyboardInterrupt):  # uvicorn closes well, and raises it once more
            config = uvicorn.Config(
                app, log_level="warning", access_log=False, server_header=False, lifespan="on",
                timeout_graceful_shutdown=5, forwarded_allow_ips=["127.0.0.1", "::1"],
                limit_concurrency=500, h11_max_incomplete_event_size=32_000,
            )  # fmt: skip
            _Server(config, lambda: on_ready(address)).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Tells when it is open: by then it knows what to do at a signal."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Then it is open."""
        await super().startup(sockets)
        self._on_ready()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, since asyncio lets only such a socket send at once: else each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise ServeError(
            f"{host}:{port}: {reason}; choose another with --port, or 0 for any"
        ) from None
    return listener
