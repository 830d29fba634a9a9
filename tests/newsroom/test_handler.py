"""Scrapy reads the newsroom through the loopback handler and sees the real addresses."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from crawler.newsroom.faults import Cut, Fault
from crawler.newsroom.handler import LoopbackHandler
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import AGENT

DEAD_PROXY = "http://127.0.0.1:9"


def crawl(address: str, *urls: str) -> dict[str, dict[str, Any]]:
    """What a spider saw, by the URL it asked for; all proxies of the environment are dead."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.newsroom.probe", address, *urls],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "http_proxy": DEAD_PROXY, "https_proxy": DEAD_PROXY},
    )
    return {each["asked"]: each for each in json.loads(done.stdout)}


def test_a_spider_sees_real_addresses_and_the_newsroom_real_hosts(newsroom: Newsroom) -> None:
    page = "https://klikjateng.id/kabar-pasar-1?utm_source=x&p=#isi"
    plain = "http://klikjateng.id/kabar-pasar-2/"
    robots = "https://news.wartablora.com:443/robots.txt"
    front = "https://jateng.tribunnews.com"
    missing = "https://news.wartablora.com/tak/ada"
    feed = "https://klikjateng.id/feed/"
    address = newsroom.address.replace("127.0.0.1", "localhost")
    seen = crawl(address, page, plain, robots, front, missing, feed)

    assert seen[page]["url"] == page
    assert (seen[page]["status"], seen[page]["kind"]) == (200, "HtmlResponse")
    assert seen[page]["start"].lstrip().startswith("<!DOCTYPE html>")
    assert seen[plain]["url"] == "https://klikjateng.id/kabar-pasar-2"
    assert seen[plain]["through"] == [plain, "https://klikjateng.id/kabar-pasar-2/"]
    assert seen[robots]["status"] == 200
    assert seen[front]["status"] == 200
    assert seen[missing]["status"] == 404
    assert seen[feed]["kind"] == "XmlResponse"
    assert all(each["timed"] for each in seen.values())

    log = {(each.host, each.target, each.user_agent) for each in newsroom.requests}
    assert ("klikjateng.id", "/kabar-pasar-1?utm_source=x&p=", AGENT) in log
    assert ("jateng.tribunnews.com", "/", AGENT) in log
    assert ("news.wartablora.com", "/robots.txt", AGENT) in log


def test_time_outs_and_dropped_connections_reach_the_errback(newsroom: Newsroom) -> None:
    urls = [f"https://klikjateng.id/kabar-pasar-{number}" for number in (1, 2, 3)]
    newsroom.faults.add(Fault(target="*-1", delay=30))
    newsroom.faults.add(Fault(target="*-2", cut=Cut.BEFORE_ANSWER))
    newsroom.faults.add(Fault(target="*-3", cut=Cut.IN_BODY))
    seen = crawl(newsroom.address, *urls)
    assert [seen[url].get("error") for url in urls] == [
        "DownloadTimeoutError",
        "DownloadFailedError",
        "ResponseDataLossError",
    ]


def test_a_newsroom_that_is_closed_refuses_the_connection() -> None:
    with Newsroom([]) as closed:
        address = closed.address
    url = "https://klikjateng.id/"
    assert crawl(address, url)[url]["error"] == "DownloadConnectionRefusedError"


@pytest.mark.parametrize(
    "address", [None, "", "192.0.2.1:80", "klikjateng.id:80", "127.0.0.1", "127.0.0.1:x", "::1:80"]
)
def test_only_a_loopback_address_is_accepted(address: str | None) -> None:
    with pytest.raises(NotConfigured, match=r"^PIAGAM_NEWSROOM: .*; set it to 127.0.0.1:PORT$"):
        LoopbackHandler(get_crawler(settings_dict={"PIAGAM_NEWSROOM": address}))


def test_with_an_address_outside_this_machine_a_crawl_fetches_nothing() -> None:
    url = "https://klikjateng.id/"
    assert crawl("192.0.2.1:80", url)[url]["error"] == "NotSupported"
