"""Which hosts lie on the public Internet: none that is private, local, reserved or a cloud's own.

An outlet's page, its redirects, its robots.txt and the answer of its name server are all written
by others; none of them may make us ask a machine of the network we stand in.
"""

import ipaddress
import re
import socket
import unicodedata
from urllib.parse import unquote

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_LOCAL_NAMES = re.compile(
    r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|"
    r"home\.arpa|in-addr\.arpa|ip6\.arpa|onion|test|invalid)$"
)
"""Names that no public name server answers for (RFC 6761, 6762, 8375, 9476, ICANN's collisions)."""
_NUMBER_LIKE = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}")
_OF_CLOUDS = frozenset({ipaddress.ip_address("168.63.129.16")})
"""Public numbers behind which a cloud keeps its own service: Azure's wire server."""
_NOT_PUBLIC = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "fec0::/10")))
"""What `is_global` of Python 3.11 lets through: protocol assignments and old site-local ones."""
_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def problem_of_host(host: str) -> str | None:
    """Why the host of a URL may not be asked; None for a public name or address.

    Every notation that a resolver or a browser would take is understood: decimal, octal and
    hexadecimal numbers, fewer than four parts, other digits of Unicode, escapes, a zone.
    """
    name = unicodedata.normalize("NFKC", unquote(host)).strip().strip("[]").rstrip(".").lower()
    if not name:
        return "names no host"
    address = _address(name)
    if address is not None:
        return problem_of_address(address)
    if "." not in name or _LOCAL_NAMES.search(name):
        return f"{name} is a name of a local network"
    return None


def problem_of_address(address: Address) -> str | None:
    """Why an address may not be asked, also one that carries another inside it (IPv4 in IPv6)."""
    inner = _carried(address)
    if inner is not None and (problem := problem_of_address(inner)):
        return problem
    unfit = not address.is_global or address.is_multicast or address.is_reserved
    unfit = unfit or any(address in network for network in _NOT_PUBLIC)
    if inner is None and unfit:
        return f"{address} is no public address"
    return f"{address} belongs to the cloud's own services" if address in _OF_CLOUDS else None


def _address(name: str) -> Address | None:
    """The address that a host's name writes, in any notation."""
    try:
        return ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        pass
    if not _NUMBER_LIKE.fullmatch(name):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name))
    except (OSError, ValueError):
        return ipaddress.IPv4Address(0)  # a number that nobody can reach: refused as such


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    is_compatible = 1 < int(address) < 1 << 32
    if is_compatible or any(address in network for network in _NAT64):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
