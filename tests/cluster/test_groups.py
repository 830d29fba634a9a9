"""Outlets that share a host are read together, and what takes longest begins first."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.cluster.groups import Group, groups, longest_first


@pytest.mark.parametrize(
    ("hosts", "together"),
    [
        ({}, set()),
        ({"a": ["a.id"], "b": ["b.id"]}, {("a",), ("b",)}),
        ({"a": ["x.id"], "b": ["x.id"]}, {("a", "b")}),
        ({"a": ["x.id"], "b": ["www.x.id"]}, {("a", "b")}),
        ({"a": ["x.id"], "b": ["news.x.id"]}, {("a",), ("b",)}),
        ({"a": ["x.id"], "b": ["y.id"], "c": ["x.id", "y.id"]}, {("a", "b", "c")}),
        ({"a": ["x.id"], "c": ["x.id", "y.id"], "b": ["y.id"]}, {("a", "b", "c")}),
    ],
)
def test_outlets_that_share_a_host_are_one_group(
    hosts: dict[str, list[str]], together: set[tuple[str, ...]]
) -> None:
    for order in permutations(hosts):
        found = groups({name: hosts[name] for name in order})
        assert {each.outlets for each in found} == together


@given(
    st.dictionaries(
        st.sampled_from("abcdefgh"),
        st.lists(st.sampled_from(["1.id", "2.id", "3.id", "4.id"]), min_size=1, max_size=2),
    )
)
def test_no_host_is_in_two_groups_and_no_outlet_is_lost(hosts: dict[str, list[str]]) -> None:
    found = groups(hosts)
    assert sorted(name for each in found for name in each.outlets) == sorted(hosts)
    named = [host for each in found for host in each.hosts]
    assert sorted(named) == sorted({host for theirs in hosts.values() for host in theirs})


def test_the_longest_begins_first_and_the_unknown_before_it() -> None:
    def group(*outlets: str) -> Group:
        return Group(outlets=outlets, hosts=outlets)

    given_groups = [group("short"), group("a", "b"), group("long"), group("never-read")]
    seconds = {"short": 10.0, "a": 40.0, "b": 50.0, "long": 80.0}
    assert longest_first(given_groups, seconds) == (
        group("never-read"),
        group("a", "b"),
        group("long"),
        group("short"),
    )
