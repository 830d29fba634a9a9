"""Names: does the resolver of this machine know the hosts that a night needs?"""

import socket
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from crawler.doctor.finding import Finding, bad, ok, warn

Resolver = Callable[[str], str]
"""A host to one of its addresses; OSError or UnicodeError when it has none that can be found."""
_UNKNOWN = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
_FEW = 5
"""Hosts that are named in one line."""
_AT_ONCE = 16
_MEND = "mend the resolver (/etc/resolv.conf) or the network"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the resolver said of a host."""

    address: str | None = None
    trouble: str | None = None
    """Why there is no address; None when there is one."""
    is_unknown: bool = False
    """The resolver answered, and there is no such host."""


def first_address(host: str) -> str:
    """As every program here resolves: the hosts file, then DNS. Raises OSError, UnicodeError."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return str(found[0][4][0])


def look_up(host: str, resolve: Resolver = first_address) -> Answer:
    """Ask the resolver once."""
    try:
        return Answer(address=resolve(host))
    except UnicodeError:
        return Answer(trouble="is no host name", is_unknown=True)
    except OSError as error:
        said = error.strerror or str(error) or type(error).__name__
        return Answer(trouble=said, is_unknown=error.errno in _UNKNOWN)


def check_mail_name(host: str, resolve: Resolver = first_address) -> Finding:
    """The mail server's name."""
    answer = look_up(host, resolve)
    if answer.trouble is None:
        return ok("dns", f"mail.host: {host} is {answer.address}")
    if answer.is_unknown:
        return bad("dns", f"mail.host: the resolver knows no host {host!r}; correct it")
    return bad("dns", f"mail.host: {host!r} cannot be looked up ({answer.trouble}); {_MEND}")


def check_site_names(hosts: Collection[str], resolve: Resolver = first_address) -> Finding:
    """The names of the outlets' sites, several at a time; a dead resolver takes its own time."""
    names = tuple(sorted(set(hosts)))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = tuple(pool.map(lambda host: look_up(host, resolve), names))
    return judge_names(dict(zip(names, answers, strict=True)))


def judge_names(answers: dict[str, Answer]) -> Finding:
    """Pure: what the resolver said of each site's host; bad when it knows none of them."""
    lost = {host: each for host, each in answers.items() if each.trouble is not None}
    if not lost:
        return ok("dns", f"the hosts of all sites are known, {len(answers)} of them")
    told = "; ".join(f"{host}: {each.trouble}" for host, each in list(lost.items())[:_FEW])
    more = f"; and {len(lost) - _FEW} more" if len(lost) > _FEW else ""
    if len(lost) == len(answers) > 1:
        return bad("dns", f"no site's host can be looked up ({told}{more}); {_MEND}")
    if any(not each.is_unknown for each in lost.values()):
        count = f"{len(lost)} of {len(answers)}"
        return warn("dns", f"{count} hosts cannot be looked up: {told}{more}; {_MEND}")
    mend = "see whether those outlets have moved: `piagam outlets check NAME`"
    return warn("dns", f"{len(lost)} of {len(answers)} hosts are unknown: {told}{more}; {mend}")
