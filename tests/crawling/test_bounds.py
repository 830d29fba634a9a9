"""When an outlet is not asked any more: outside its hours, past its minutes; others go on."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

SITES = ("pagi", "malam")
STATES = "SELECT outlet, state, count(*) FROM addresses GROUP BY outlet, state"


def desk_at(folder: Path, newsroom: Newsroom, now: str, **crawl: object) -> Desk:
    """A desk whose newsroom plays this time of day; `malam` may be asked at night only."""
    desk = Desk(folder=folder, newsroom=newsroom)
    describe(desk.outlets_folder, "pagi")
    describe(desk.outlets_folder, "malam", more='hours = "22:00-05:00"\nzone = "Asia/Makassar"')
    desk.configure(outlets_folder=str(desk.outlets_folder), **crawl)
    desk.config.write_text(f"{desk.config.read_text()}now = {now}\n", encoding="utf-8")
    return desk


def test_outside_its_hours_an_outlet_is_not_asked_and_the_others_are(tmp_path: Path) -> None:
    with Newsroom([tiny_site(name) for name in SITES]) as newsroom:
        desk = desk_at(tmp_path, newsroom, "20:30:00")  # 21:30 in its own zone
        ended = desk.crawl(*SITES)
        hosts = {each.host for each in newsroom.requests}
        later = desk_at(tmp_path, newsroom, "21:00:00").crawl("malam")
    assert hosts == {host_of("pagi")}
    assert ended.row("pagi")["status"] == "finished"
    closed = ended.row("malam")
    assert (closed["status"], closed["reason"], closed["requests"]) == (
        "interrupted",
        "outside its hours 22:00-05:00; 0 addresses wait",
        0,
    )
    assert (ended.code, ended.told["status"], ended.told["failures"]) == (0, "finished", [])
    assert desk.query("SELECT reason FROM runs WHERE id = 1") == [
        ("not due, outside their hours: malam",)
    ]
    assert (later.code, later.row("malam")["stored"]) == (0, len(STORIES))


def test_a_run_outside_the_hours_of_all_asks_nobody_and_forgets_nothing(tmp_path: Path) -> None:
    with Newsroom([tiny_site(name) for name in SITES]) as newsroom:
        desk_at(tmp_path, newsroom, "23:00:00", budget=3).crawl(*SITES)
        walked = "SELECT count(*) FROM discovery_pages WHERE is_complete"
        newsroom.forget_requests()
        desk = desk_at(tmp_path, newsroom, "12:00:00", hours="21:00-04:00")
        ended = desk.crawl(*SITES)
        requests = newsroom.requests
    assert requests == ()
    assert (ended.code, ended.told["status"], ended.told["failures"]) == (0, "interrupted", [])
    assert desk.query("SELECT reason FROM runs ORDER BY id DESC LIMIT 1") == [
        ("nothing was due: every outlet was outside its hours",)
    ]
    assert {name: ended.row(name)["reason"] for name in SITES} == {
        "pagi": "outside its hours 21:00-04:00; 3 addresses wait",
        "malam": "outside its hours 21:00-04:00 and 22:00-05:00; 3 addresses wait",
    }
    assert all(ended.row(name)["pending"] == 3 for name in SITES)
    assert desk.query(walked) == [(2,)]  # the next walk need not go the whole depth


def test_when_the_hours_end_the_rest_waits_in_the_frontier(tmp_path: Path) -> None:
    with Newsroom([tiny_site(name) for name in SITES]) as newsroom:
        desk = desk_at(tmp_path, newsroom, "03:59:51", delay=3)
        ended = desk.crawl("malam")
    row = ended.row("malam")
    assert 2 <= row["requests"] < len(STORIES) + 2
    assert (row["status"], row["pending"]) == ("finished", len(STORIES) - row["stored"])
    waiting = "1 address waits" if row["pending"] == 1 else f"{row['pending']} addresses wait"
    assert row["reason"] == f"outside its hours 22:00-05:00; {waiting}"


@pytest.mark.parametrize(
    ("hours", "problem"),
    [
        ("22-5", "crawl.hours: '22-5' is no span of hours; write for instance 22:00-05:00"),
        ("05:00-05:00", "crawl.hours: '05:00-05:00' is a span without length; leave the key out"),
    ],
)
def test_hours_that_are_none_are_one_line(desk: Desk, hours: str, problem: str) -> None:
    desk.configure(hours=hours)
    ended = desk.crawl()
    assert (ended.code, desk.newsroom.requests) == (1, ())
    assert len(ended.err.splitlines()) == 1
    assert problem in ended.err


def test_an_outlet_outside_its_hours_does_not_hide_that_another_failed(tmp_path: Path) -> None:
    down = Fault(host=host_of("pagi"), target="/robots.txt", status=500)
    with Newsroom([tiny_site(name) for name in SITES], faults=[down]) as newsroom:
        ended = desk_at(tmp_path, newsroom, "20:30:00").crawl(*SITES)
    assert (ended.code, ended.told["status"]) == (1, "failed")
    assert [line.partition(":")[0] for line in ended.told["failures"]] == ["pagi"]


SLOW = {
    "tetes": Fault(target="/", drip=1),
    "bisu": Fault(target="/", delay=300),
    "bisu-robots": Fault(target="/robots.txt", delay=300),
    "lamban": Fault(target="/berita/*", drip=1),
}
"""Outlets that send one byte a second, or nothing at all."""
WELL = ("sehat", "segar")


@pytest.mark.heavy
def test_outlets_that_hang_hold_up_neither_the_others_nor_the_run(tmp_path: Path) -> None:
    names = (*SLOW, *WELL)
    with Newsroom([tiny_site(name) for name in names], today=date(2024, 12, 3)) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        for name in names:
            describe(desk.outlets_folder, name)
        for name, fault in SLOW.items():
            newsroom.faults.add(replace(fault, host=host_of(name)))
        desk.configure(outlets_folder=str(desk.outlets_folder), timeout=2, minutes_per_outlet=0.25)
        ended = desk.crawl(*names)
    for name in WELL:
        assert (ended.row(name)["status"], ended.row(name)["stored"]) == ("finished", len(STORIES))
    reasons = {name: ended.row(name)["reason"] for name in SLOW}
    assert reasons["tetes"] == "https://tetes.example/: timeout"
    assert reasons["bisu"] == "https://bisu.example/: timeout"
    assert reasons["bisu-robots"].endswith("(no answer within 10 s); nothing was fetched")
    assert reasons["lamban"].startswith("its 0.25 minutes are spent; ")
    assert ended.row("lamban")["status"] == "finished"
    assert all(ended.row(name)["is_balanced"] for name in names)
    assert ended.told["status"] == "finished"


def test_what_the_budget_leaves_is_asked_for_with_the_slash_that_the_outlet_prints(
    tmp_path: Path,
) -> None:
    """A server may answer 404 without it, and the story would be lost."""
    with Newsroom([tiny_site("garis")]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "garis")
        links = "".join(f'<a href="{target_of(slug)}/">Kabar desa hari ini</a>' for slug in STORIES)
        host = host_of("garis")
        newsroom.faults.add(Fault(host=host, target="/", body=links.encode()))
        words = "<p>Warga berkumpul di balai desa untuk membahas panen, jalan dan pasar.</p>" * 9
        body = f"<h1>Kabar desa hari ini</h1><main>{words}</main>".encode()
        newsroom.faults.add(Fault(host=host, target="/berita/*[a-z]", status=404))
        newsroom.faults.add(Fault(host=host, target="/berita/*/", body=body))
        folder = str(desk.outlets_folder)
        desk.configure(outlets_folder=folder, budget=3)
        desk.crawl("garis")
        desk.configure(outlets_folder=folder)
        ended = desk.crawl("garis")
    assert ended.row("garis")["dropped"] == 0
    assert desk.query("SELECT count(*) FROM articles") == [(len(STORIES),)]
