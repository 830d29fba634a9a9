"""Which outlets are one task, and which task begins first; pure.

Outlets that share a host are read by one process, which keeps one queue for the host. So nobody
else asks it, and no frontier need be shared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Outlets that share hosts, directly or by another outlet."""

    outlets: tuple[str, ...]
    hosts: tuple[str, ...]


def groups(hosts: Mapping[str, Iterable[str]]) -> tuple[Group, ...]:
    """The groups of outlets, from the hosts of each; `www.` tells no two hosts apart."""
    found: list[tuple[set[str], set[str]]] = []
    for outlet, named in hosts.items():
        outlets, theirs = {outlet}, set(named)
        keys = {_key(host) for host in theirs}
        apart = []
        for each in found:
            if keys & {_key(host) for host in each[1]}:
                outlets |= each[0]
                theirs |= each[1]
            else:
                apart.append(each)
        found = [*apart, (outlets, theirs)]
    return tuple(
        Group(outlets=tuple(sorted(outlets)), hosts=tuple(sorted(theirs)))
        for outlets, theirs in found
    )


def longest_first(given: Iterable[Group], seconds: Mapping[str, float]) -> tuple[Group, ...]:
    """By how long the outlets took before; one that was never read may take longest of all.

    Those of one host wait for each other, so their times add up.
    """
    unknown = float("inf")

    def length(group: Group) -> float:
        return sum(seconds.get(outlet, unknown) for outlet in group.outlets)

    return tuple(sorted(given, key=lambda group: (-length(group), group.outlets)))


def _key(host: str) -> str:
    return host.removeprefix("www.")
