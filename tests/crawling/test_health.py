"""Nights of crawls, one after the other: a layout changes, a site is gone, our own network is."""

import json
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest

from crawler.cli import main
from crawler.newsroom.faults import Cut, Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from storage.database import open_store
from storage.health_records import OutletStanding, OutletState
from storage.nights import begin_night
from storage.records import RunStatus
from storage.runs import end_run, start_run
from storage.standings import keep_standing
from tests.crawling.conftest import Desk
from tests.crawling.papers import Layout, Paper
from tests.crawling.tiny import describe, host_of

FIRST = date(2024, 12, 2)
CHANGED, BACK, WELL = 4, 5, 6
"""Nights: the layouts change, they are as before, and are so for the second time."""
NEW_LAYOUTS = {"judul": Layout.NAMELESS, "tanggal": Layout.UNDATED, "isi": Layout.EMPTY}
KEEPER = "penjaga@example.org"
"""Who asked for the health of outlets, and for nothing else."""
AWARDS = {"tanggal": "Kabupaten Blora", "tetap": "Kabupaten Batang"}
"""Who is praised in which paper on the night of the change."""


@dataclass(frozen=True, kw_only=True)
class Evening:
    """What people were told after one night."""

    certificate: str
    told: dict[str, Any]
    status: str
    alerts: str
    logged: list[dict[str, Any]]
    """The alerts, newest first."""
    listed: dict[str, str | None]
    mails: int
    """All about awards that were sent so far."""
    letters: list[str]
    """The subjects of all about outlets that were sent so far."""


def piagam(desk: Desk, *arguments: str) -> str:
    with redirect_stdout(StringIO()) as out:
        main(["--config", str(desk.config), *arguments])
    return out.getvalue()


def json_lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def tonight(desk: Desk, papers: dict[str, Paper], night: int, *, mail_port: int = 1025) -> None:
    """Play the day of a night, and bring out its papers."""
    day = FIRST + timedelta(days=night)
    desk.newsroom.turn_to(day)
    for name, paper in papers.items():
        paper.bring_out(day, award=AWARDS.get(name) if night == CHANGED else None)
    desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(papers))
    with desk.config.open("a", encoding="utf-8") as config:
        config.write(f'[mail]\nhost = "127.0.0.1"\nport = {mail_port}\nto = ["a@example.org"]\n')
        config.write(f'[[subscription]]\nto = ["{KEEPER}"]\nabout = ["health"]\n')


def listed_states(desk: Desk, papers: dict[str, Paper]) -> dict[str, str | None]:
    rows = json_lines(piagam(desk, "outlets", "list", "--json"))
    return {
        row["name"]: row["health"] and row["health"]["state"]
        for row in rows
        if row["name"] in papers
    }


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Evening]]:
    """Six nights of five papers: three change their layout for a night, one is gone for three."""
    papers = {name: Paper(name=name) for name in (*NEW_LAYOUTS, "hilang", "tetap")}
    with Newsroom([each.site for each in papers.values()]) as newsroom, MailSink() as sink:
        desk = Desk(folder=tmp_path_factory.mktemp("season"), newsroom=newsroom)
        for paper in papers.values():
            paper.describe(desk.outlets_folder)
        evenings = {}
        for night in range(1, WELL + 1):
            tonight(desk, papers, night, mail_port=sink.port)
            for name, layout in NEW_LAYOUTS.items():
                papers[name].layout = layout if night == CHANGED else Layout.OLD
            if night == CHANGED:
                newsroom.faults.add(Fault(host=host_of("hilang"), cut=Cut.BEFORE_ANSWER))
            desk.crawl()
            piagam(desk, "alerts", "send")
            if night < CHANGED - 1:
                continue
            evenings[night] = Evening(
                certificate=piagam(desk, "certificate"),
                told=json.loads(piagam(desk, "certificate", "--json")),
                status=piagam(desk, "status"),
                alerts=piagam(desk, "alerts", "list"),
                logged=json_lines(piagam(desk, "alerts", "list", "--json")),
                listed=listed_states(desk, papers),
                mails=sum(KEEPER not in each.recipients for each in sink.mails),
                letters=[
                    str(each.message["Subject"]) for each in sink.mails if KEEPER in each.recipients
                ],
            )
        yield evenings


@pytest.mark.heavy
def test_papers_that_are_well_are_told_to_be(season: dict[int, Evening]) -> None:
    evening = season[CHANGED - 1]
    assert set(evening.listed.values()) == {"healthy"}
    assert "all is well" in evening.status
    assert "since" not in evening.certificate
    assert all(each.listed["tetap"] == "healthy" for each in season.values())


@pytest.mark.heavy
def test_a_new_layout_puts_an_outlet_into_quarantine_until_it_reads_well_again(
    season: dict[int, Evening],
) -> None:
    for name in NEW_LAYOUTS:
        states = [season[night].listed[name] for night in (CHANGED, BACK, WELL)]
        assert states == ["quarantined", "quarantined", "healthy"], name


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "judul",
            "4 of 4 headlines are the site's own name since 2024-12-06, before 0 of 12, e.g.",
        ),
        ("tanggal", "4 of 4 stories have no date on their own page since 2024-12-06, before 0 of"),
        ("isi", "4 of 4 pages at an article's address held no story since 2024-12-06, before 0 of"),
    ],
)
def test_certificate_and_status_name_what_changed_and_how_to_mend_it(
    season: dict[int, Evening], name: str, words: str
) -> None:
    evening = season[CHANGED]
    line = f"{name}: quarantined since 2024-12-06, its alerts wait: {words}"
    assert line in evening.certificate
    assert f"! {line}" in evening.status
    (row,) = [each for each in evening.told["outlets"] if each["outlet"] == name]
    assert (row["health"]["state"], row["health"]["since"]) == ("quarantined", "2024-12-06")
    assert words in row["health"]["findings"][0]
    assert f"https://{host_of(name)}/berita/" in row["health"]["findings"][0]
    assert f"`piagam outlets trust {name}`" in row["health"]["findings"][0]
    assert f"{name}: quarantined" not in season[WELL].certificate


@pytest.mark.heavy
def test_alerts_of_a_quarantined_outlet_wait_and_are_sent_when_it_reads_well_again(
    season: dict[int, Evening],
) -> None:
    assert season[CHANGED - 1].mails == 0
    for night in (CHANGED, BACK):
        assert season[night].mails == 1, "only that of the paper that is well"
        assert "quarantined" in season[night].alerts
        assert {each["held_for"] for each in season[night].logged} == {"tanggal", None}
        assert "1 of them wait for an outlet in quarantine" in season[night].status
    assert season[WELL].mails == 2
    assert "quarantined" not in season[WELL].alerts


@pytest.mark.heavy
def test_a_site_that_is_gone_is_ailing_from_its_second_night_on(season: dict[int, Evening]) -> None:
    states = [season[night].listed["hilang"] for night in (CHANGED, BACK, WELL)]
    assert states == ["healthy", "ailing", "ailing"]
    told = "hilang: ailing since 2024-12-07: not reached on 3 nights since 2024-12-06: "
    assert told in season[WELL].certificate
    assert season[WELL].status.count("hilang: ") == 1
    assert "our own network" not in season[WELL].certificate


@pytest.mark.heavy
def test_one_letter_a_night_tells_of_all_outlets_that_came_into_another_state(
    season: dict[int, Evening],
) -> None:
    assert season[CHANGED - 1].letters == []
    ill, gone, well = season[WELL].letters
    assert season[CHANGED].letters == [ill]
    assert season[BACK].letters == [ill, gone]
    names = ("Isi", "Judul", "Tanggal")
    assert ill.startswith("Piagam: 3 media berubah keadaan · ")
    assert all(f"{name.lower()} dikarantina" in ill.lower() for name in names)
    assert gone.lower() == "piagam: hilang bermasalah"
    assert all(f"{name.lower()} sehat kembali" in well.lower() for name in names)


@pytest.fixture
def two(desk: Desk) -> Iterator[tuple[Desk, dict[str, Paper]]]:
    """A desk with two papers."""
    papers = {name: Paper(name=name) for name in ("satu", "dua")}
    with Newsroom([each.site for each in papers.values()]) as newsroom:
        made = Desk(folder=desk.folder, newsroom=newsroom)
        for paper in papers.values():
            paper.describe(made.outlets_folder)
        yield made, papers


def test_a_retired_outlet_is_not_asked_and_the_certificate_says_so(
    two: tuple[Desk, dict[str, Paper]],
) -> None:
    desk, papers = two
    with closing(open_store(desk.store)) as db, db.atomic():
        long_ago = datetime(2024, 11, 1, tzinfo=UTC)
        run_id = start_run(db, holder="test", version="0", now=long_ago, expected=("satu",))
        end_run(db, run_id=run_id, status=RunStatus.FAILED, now=long_ago)
        begin_night(db, run_id=run_id, outlet="satu", day=FIRST)
        standing = OutletStanding(
            outlet="satu", state=OutletState.RETIRED, reason="gone", since=FIRST
        )
        keep_standing(db, standing, run_id=run_id, now=long_ago)
    tonight(desk, papers, 6)
    desk.crawl()
    assert {each.host for each in desk.newsroom.requests} == {host_of("dua")}
    assert "satu: retired since 2024-12-02: gone" in piagam(desk, "certificate").splitlines()
    tonight(desk, papers, 7)
    desk.crawl()
    assert {each.host for each in desk.newsroom.requests} == {host_of("dua"), host_of("satu")}
    assert listed_states(desk, papers)["satu"] == "healthy"


def test_an_outlet_that_its_file_closes_is_told_on_the_certificate(
    two: tuple[Desk, dict[str, Paper]],
) -> None:
    desk, papers = two
    tonight(desk, papers, 1)
    desk.crawl()
    describe(desk.outlets_folder, "satu", more='enabled = false\nreason = "asks for a permit"')
    tonight(desk, {"dua": papers["dua"]}, 2)
    desk.crawl()
    line = "satu: retired since 2024-12-04: not enabled: asks for a permit"
    assert line in piagam(desk, "certificate").splitlines()


def test_a_night_without_our_own_network_counts_against_nobody(
    two: tuple[Desk, dict[str, Paper]],
) -> None:
    desk, papers = two
    tonight(desk, papers, 1)
    with Newsroom([]) as gone:
        port = gone.address
    config = desk.config.read_text().replace(desk.newsroom.address, port)
    for _ in range(2):
        desk.config.write_text(config)
        desk.crawl()
    line = "our own network was down: no outlet answered; the next crawl makes up for it"
    assert f"  {line}" in piagam(desk, "certificate").splitlines()
    status = piagam(desk, "status")
    assert f"! run 2 failed: {line}; see `piagam certificate`" in status
    assert status.count("! ") == 2, "the run, and that none has ever finished"
    assert set(listed_states(desk, papers).values()) == {"healthy"}
    assert desk.query("SELECT count(*) FROM outlet_states") == [(0,)]


def test_tries_are_given_back_when_our_network_goes_away_in_the_middle(
    two: tuple[Desk, dict[str, Paper]],
) -> None:
    desk, papers = two
    cut = Fault(target="/berita/*", cut=Cut.BEFORE_ANSWER)
    for name in papers:
        desk.newsroom.faults.add(replace(cut, host=host_of(name)))
    tonight(desk, papers, 1)
    for run in (1, 2, 3):
        desk.crawl()
        assert desk.query("SELECT state, tries, is_open FROM addresses GROUP BY 1, 2, 3") == [
            ("failed", 0, 1)
        ]
        ((reason,),) = desk.query("SELECT reason FROM runs WHERE id = ?", run)
        assert reason.startswith("our own network was lost: nobody answered any more while dua,")
    assert desk.query("SELECT DISTINCT is_ours, state FROM outlet_nights") == [(1, "healthy")]
    desk.newsroom.faults.clear()
    desk.crawl()
    assert desk.query("SELECT count(*) FROM articles") == [(8,)]


def test_a_host_that_dies_alone_in_the_middle_costs_its_tries(
    two: tuple[Desk, dict[str, Paper]],
) -> None:
    desk, papers = two
    tonight(desk, papers, 1)
    desk.newsroom.faults.add(Fault(host=host_of("satu"), target="/berita/*", cut=Cut.BEFORE_ANSWER))
    desk.crawl()
    assert desk.query("SELECT DISTINCT tries, reason FROM addresses WHERE outlet = 'satu'") == [
        (1, "connection-lost")
    ]
    assert desk.query("SELECT DISTINCT is_ours FROM outlet_nights") == [(0,)]
    assert desk.query("SELECT reason FROM runs") == [(None,)]
