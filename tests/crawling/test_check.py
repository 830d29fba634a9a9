"""`piagam outlets check`: rules are held against the site, and what does not fit is told."""

import json

import pytest

from crawler.newsroom.faults import Fault
from tests.crawling.conftest import Desk


@pytest.mark.heavy
@pytest.mark.parametrize("outlet", ["klikjateng", "wartablora", "seputarblora", "tegalkota"])
def test_rules_that_fit_are_said_to(desk: Desk, outlet: str) -> None:
    said = desk.piagam("outlets", "check", outlet)

    assert (said.returncode, said.stderr) == (0, "")
    assert "5 of 5 pages were read as articles" in said.stdout
    assert "look at the site: " in said.stdout
    assert len(desk.newsroom.requests) < 20


def test_a_source_that_does_not_answer_is_told_with_its_address(desk: Desk) -> None:
    said = desk.piagam("outlets", "check", "radarsemarang", "--json")

    told = json.loads(said.stdout)
    assert said.returncode == 1
    assert told["faults"] == ["https://radarsemarang.jawapos.com/rss: answered 404"]
    assert len(said.stderr.splitlines()) == 1


def test_a_new_layout_is_told(desk: Desk) -> None:
    for address in ("/pemerintahan/*", "/budaya/*", "/peristiwa/*", "/ekonomi/*"):
        body = b"<html><head><title>Wartablora</title></head><body><p>Sebentar</p></body></html>"
        desk.newsroom.faults.add(Fault(host="news.wartablora.com", target=address, body=body))

    said = desk.piagam("outlets", "check", "wartablora")

    assert said.returncode == 1
    assert "no article" in said.stderr
