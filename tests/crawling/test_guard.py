"""No page, redirect, robots.txt or name server makes us ask a machine of a private network."""

import ipaddress
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, succeed
from twisted.internet.error import DNSLookupError
from twisted.python.failure import Failure

from crawler.middlewares.addresses import problem_of_address, problem_of_host
from crawler.middlewares.guard import HostGuard
from crawler.middlewares.refusals import OffSite, PrivateHost
from crawler.middlewares.resolver import GuardedResolver
from tests.crawling.conftest import Desk

REFUSED = {
    "loopback": "127.0.0.1",
    "another loopback": "127.8.9.10",
    "loopback, full stop": "127.0.0.1.",
    "loopback in two parts": "127.1",
    "loopback as one number": "2130706433",
    "loopback in hexadecimal": "0x7f000001",
    "loopback in octal": "0177.0.0.1",
    "loopback in octal, one number": "017700000001",
    "loopback, mixed notations": "0x7f.0.1",
    "loopback in wide digits": "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
    "loopback in circled digits": "\u2460\u2461\u2466.0.0.1",
    "loopback, escaped": "127%2e0%2e0%2e1",
    "this host": "0.0.0.0",  # noqa: S104 - refused, not bound
    "this host, short": "0",
    "private, class A": "10.1.2.3",
    "private, class B": "172.16.0.1",
    "private, class B, end": "172.31.255.255",
    "private, class C": "192.168.1.1",
    "link-local": "169.254.10.10",
    "metadata": "169.254.169.254",
    "metadata of Alibaba": "100.100.100.200",
    "metadata of Oracle": "192.0.0.192",
    "wire server of Azure": "168.63.129.16",
    "carrier-grade": "100.64.0.1",
    "documentation 1": "192.0.2.1",
    "documentation 2": "198.51.100.7",
    "documentation 3": "203.0.113.9",
    "benchmarks": "198.18.0.1",
    "multicast": "224.0.0.1",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "no address": "4294967296",
    "IPv6 loopback": "[::1]",
    "IPv6 this host": "[::]",
    "IPv6 link-local with zone": "[fe80::1%25eth0]",
    "IPv6 unique local": "[fc00::1]",
    "IPv6 metadata of Amazon": "[fd00:ec2::254]",
    "IPv6 site-local": "[fec0::1]",
    "IPv6 multicast": "[ff02::1]",
    "IPv6 documentation": "[2001:db8::1]",
    "IPv4 mapped": "[::ffff:127.0.0.1]",
    "IPv4 mapped, private": "[::ffff:a00:1]",
    "IPv4 compatible": "[::127.0.0.1]",
    "6to4": "[2002:7f00:1::]",
    "Teredo": "[2001:0:4136:e378:8000:63bf:f5ff:fffe]",
    "NAT64": "[64:ff9b::7f00:1]",
    "local NAT64": "[64:ff9b:1::a00:1]",
    "localhost": "localhost",
    "localhost in capitals, full stop": "LOCALHOST.",
    "below localhost": "api.localhost",
    "metadata by name": "metadata.google.internal",
    "mDNS": "printer.local",
    "router": "router.lan",
    "home network": "nas.home.arpa",
    "one word": "intranet",
    "nothing": "",
}
ALLOWED = (
    "jateng.tribunnews.com",
    "ombudsman.go.id",
    "123.id",
    "wartablora.com.",
    "xn--bcher-kva.example.id",
    "8.8.8.8",
    "[2606:4700::1111]",
    "[64:ff9b::808:808]",
)


@pytest.mark.parametrize("host", REFUSED.values(), ids=REFUSED)
def test_a_host_that_is_not_public_is_refused(host: str) -> None:
    assert problem_of_host(host) is not None


@pytest.mark.parametrize("host", ALLOWED)
def test_a_public_host_is_not(host: str) -> None:
    assert problem_of_host(host) is None


def guard(*hosts: str, newsroom: str | None = None) -> HostGuard:
    counted = SimpleNamespace(inc_value=lambda name: None)
    spider = SimpleNamespace(allowed_domains=hosts) if hosts else SimpleNamespace()
    crawler: Any = SimpleNamespace(
        spidercls=spider, stats=counted, settings={"PIAGAM_NEWSROOM": newsroom}
    )
    return HostGuard(crawler)


@pytest.mark.parametrize(
    "url",
    ["http://10.0.0.1/a", "https://[::1]/a", "http://localhost/robots.txt", "ftp://kabar.id/a"],
)
def test_the_guard_refuses_it_even_where_an_outlet_names_it(url: str) -> None:
    with pytest.raises(PrivateHost):
        guard("10.0.0.1", "::1", "localhost", "kabar.id").process_request(Request(url))


def test_a_robots_txt_may_be_redirected_to_another_host_but_not_into_our_network() -> None:
    mark = {"piagam_robots_txt": True}
    guard("kabar.id").process_request(Request("https://cdn.id/robots.txt", meta=mark))
    with pytest.raises(PrivateHost):
        guard("kabar.id").process_request(Request("http://10.0.0.1/robots.txt", meta=mark))
    with pytest.raises(OffSite):
        guard("kabar.id").process_request(Request("https://cdn.id/a"))


def test_only_the_newsroom_that_the_configuration_names_is_asked() -> None:
    guarded = guard(newsroom="127.0.0.1:8123")
    guarded.process_request(Request("http://127.0.0.1:8123/feed/"))
    for other in ("http://127.0.0.1:8124/feed/", "http://127.0.0.1/feed/", "http://[::1]:8123/"):
        with pytest.raises(PrivateHost):
            guarded.process_request(Request(other))


def answered(monkeypatch: pytest.MonkeyPatch, address: str) -> object:
    """What a look-up gives when the name server answers with `address`."""

    def look_up(self: object, name: str, timeout: object = ()) -> Deferred[str]:
        return succeed(address)

    monkeypatch.setattr(CachingThreadedResolver, "getHostByName", look_up)
    guarded = GuardedResolver.__new__(GuardedResolver)
    results: list[object] = []
    guarded.getHostByName("kabar.id").addBoth(results.append)
    return results[0]


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.5", "169.254.169.254", "::1"])
def test_a_name_server_cannot_lead_us_into_our_network(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = answered(monkeypatch, address)

    assert isinstance(failure, Failure)
    assert isinstance(failure.value, DNSLookupError)
    assert "kabar.id leads into a private network" in str(failure.value)


def test_a_public_answer_is_the_address_that_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert answered(monkeypatch, "8.8.8.8") == "8.8.8.8"
    assert problem_of_address(ipaddress.ip_address("8.8.8.8")) is None


def test_without_the_newsroom_a_crawl_asks_no_machine_of_our_own(desk: Desk) -> None:
    """A real crawl of an outlet that names a server on loopback: nothing reaches it."""
    address = desk.newsroom.address
    desk.outlets_folder.mkdir()
    (desk.outlets_folder / "desa.toml").write_text(
        OUTLET.format(home=f"http://{address}/"), encoding="utf-8"
    )
    desk.config.write_text(
        'contact = "redaksi@example.id"\n[crawl]\ndelay = 0\noutlets_folder = "outlets"\n',
        encoding="utf-8",
    )

    outcome = desk.crawl("desa")

    assert outcome.code == 1
    assert desk.newsroom.requests == ()
    assert desk.standing("desa")[0] == "failed"


OUTLET = """
name = "desa"
title = "Kabar Desa"
home = "{home}"
hosts = ["127.0.0.1"]
family = "portal"
verified = true

[[source]]
kind = "listing"
url = "{{home}}"

[article]
address = ['^/berita/[a-z-]+$']

[[example]]
url = "{home}berita/lurah-raih-piagam"
article = true

[[example]]
url = "{home}berita"
article = false
"""
