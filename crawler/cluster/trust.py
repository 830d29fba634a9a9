"""Who is of the cluster: certificates of its own authority, and the token that seals orders.

Dask runs what it is sent. So beyond loopback it speaks TLS alone, where each side shows a
certificate of the cluster's authority; and a worker does only what the token seals.
"""

import ssl
import stat
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from crawler.cluster.errors import ClusterError
from crawler.config_cluster import ClusterConfig

SCHEMES = ("tcp", "tls")
_LOCAL, _MOST_LOCAL = "local:", 256
_SHORTEST = 16
_SETUP = "docs/cluster.md shows how"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a scheduler is: `tls://HOST:PORT`."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, written: str) -> "Place":
        """Raises ClusterError."""
        parts = urlsplit(written)
        try:
            host, port = parts.hostname, parts.port
        except ValueError:
            host = port = None
        if parts.scheme not in SCHEMES or not host or port is None or parts.path:
            raise ClusterError(
                f"{written!r} is no address of a scheduler;"
                " write tls://HOST:8786 or tcp://127.0.0.1:8786"
            )
        return cls(scheme=parts.scheme, host=host, port=port)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can be meant."""
        try:
            return self.host == "localhost" or ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        """As it is written."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def place_or_workers(written: str) -> Place | int:
    """A scheduler's address, or how many workers `local:N` asks for. Raises ClusterError."""
    if not written.startswith(_LOCAL):
        try:
            return Place.parse(written)
        except ClusterError as error:
            raise ClusterError(f"{error}, or local:4 for workers on this machine") from None
    count = written.removeprefix(_LOCAL)
    if not count.isdecimal() or not 1 <= int(count) <= _MOST_LOCAL:
        raise ClusterError(
            f"{written!r} names no number of workers from 1 to {_MOST_LOCAL};"
            " write for instance local:4"
        )
    return int(count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How this machine shows that it is of the cluster."""

    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None
    """All three, or none of them."""
    token: bytes = field(default=b"", repr=False)
    """What orders are sealed with; empty: on loopback none is needed."""

    @classmethod
    def of(cls, config: ClusterConfig) -> "Trust":
        """What the configuration names, read and checked. Raises ClusterError."""
        files = {"ca": config.ca, "cert": config.cert, "key": config.key}
        given = {name: path for name, path in files.items() if path is not None}
        if given and len(given) < len(files):
            missing = next(name for name in files if name not in given)
            raise ClusterError(
                f"[cluster] {missing} is missing in the configuration; ca, cert and key go together"
            )
        for name, path in given.items():
            _check_file(f"cluster.{name}", path, is_secret=name == "key")
        if given:
            _check_pair(given["ca"], given["cert"], given["key"])
        return cls(**files, token=_read_token(config.token_file))

    def check(self, place: Place) -> None:
        """Raises ClusterError when this machine may not speak to, or listen at, the place."""
        if place.scheme == "tls" and self.ca is None:
            raise ClusterError(f"{place}: TLS needs ca, cert and key in [cluster]; {_SETUP}")
        if place.is_loopback:
            self._check_loopback(place)
            return
        if place.scheme != "tls":
            raise ClusterError(
                f"{place}: without TLS only loopback is spoken to; write tls:// and give ca, cert"
                f" and key in [cluster]; {_SETUP}"
            )
        if not self.token:
            raise ClusterError(
                f"{place}: beyond loopback a token is needed, token_file in [cluster]; {_SETUP}"
            )

    def _check_loopback(self, place: Place) -> None:
        """With certificates Dask refuses all that is not TLS, in words that help nobody."""
        if self.ca is not None and place.scheme != "tls":
            raise ClusterError(
                f"{place}: [cluster] names certificates, so TLS alone is spoken; write tls://"
            )


def _check_file(key: str, path: Path, *, is_secret: bool) -> None:
    try:
        mode = path.stat().st_mode
        with path.open("rb"):
            pass
    except OSError as error:
        raise ClusterError(f"{key}: {path}: cannot be read: {error.strerror}") from None
    if is_secret and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ClusterError(f"{key}: {path}: others may read it; chmod 600 {path}")


def _check_pair(ca: Path, cert: Path, key: Path) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_verify_locations(ca)
    except ssl.SSLError:
        raise ClusterError(f"cluster.ca: {ca}: is no certificate in PEM form") from None
    try:
        context.load_cert_chain(cert, key)
    except ssl.SSLError:
        raise ClusterError(f"cluster.cert: {cert}: does not go with the key {key}") from None


def _read_token(path: Path | None) -> bytes:
    if path is None:
        return b""
    _check_file("cluster.token_file", path, is_secret=True)
    token = path.read_bytes().strip()
    if len(token) < _SHORTEST:
        raise ClusterError(
            f"cluster.token_file: {path}: is shorter than {_SHORTEST} characters;"
            f" `openssl rand -hex 32 >{path}` makes one"
        )
    return token
