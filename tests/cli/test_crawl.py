"""`piagam crawl`, and the demo that shows it, as a person runs them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from spiders.feeds import read_feed
from tests.cli.console import PIAGAM, Console, Said, widest


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as running:
        yield running


def use(console: Console, newsroom: Newsroom, **sections: str) -> None:
    """Let the configuration read the newsroom in place of the network."""
    console.configure(
        crawl="delay = 0",
        newsroom=f'address = "{newsroom.address}"\ntoday = {newsroom.today}',
        **sections,
    )


def test_a_crawl_stores_shows_its_certificate_and_mails_its_awards_once(
    console: Console, newsroom: Newsroom
) -> None:
    with MailSink() as sink:
        mail = f'to = ["warga@example.org"]\nhost = "{sink.host}"\nport = {sink.port}'
        use(console, newsroom, mail=mail, feeds='atom = "a.atom"\ncalendar = "a.ics"')
        first = console.spawn("crawl", "--send", "wartablora")
        mails = len(sink.mails)
        second = console.spawn("crawl", "--json", "--send", "wartablora")
        assert len(sink.mails) == mails == 1, "a first crawl sounds no siren"
    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert first.out.splitlines()[0].startswith("run 1: finished, ")
    assert first.out.splitlines()[-1] == f"alerts: {mails} sent"
    assert widest(first.out.splitlines()) <= 100
    assert first.complaints[0] == "wartablora: begins"
    assert first.complaints[-1].endswith(" requests, finished")
    assert "\x1b" not in first.out + first.err
    certificate, *rest = second.out.splitlines()
    assert [each["stored"] for each in json.loads(certificate)["outlets"]] == [0]
    assert rest == []
    awards = console.run("awards", "--json").out.splitlines()
    assert len(awards) > 1
    feed = read_feed((console.folder / "a.atom").read_bytes(), url="file:", zone="UTC")
    assert len(feed.found) == len(awards)
    assert "BEGIN:VEVENT" in (console.folder / "a.ics").read_text()


def test_an_outlet_that_refuses_us_is_a_line_and_exit_code_1_and_stops_no_other(
    console: Console, newsroom: Newsroom
) -> None:
    newsroom.faults.add(Fault(host="klikjateng.id", target="/robots.txt", status=500))
    use(console, newsroom)
    said = console.spawn("crawl", "klikjateng", "wartablora")
    assert said.code == 1
    line = "klikjateng: https://klikjateng.id/robots.txt answered 500; nothing was fetched"
    assert line in said.out.splitlines()
    rows = [row.split()[:4] for row in said.out.splitlines()]
    assert ["klikjateng", "failed", "0", "0"] in rows
    assert ["wartablora", "finished", "29", "29"] in rows


def test_pages_that_failed_are_a_line_and_exit_code_1_until_they_are_read(
    console: Console, newsroom: Newsroom
) -> None:
    (site,) = [site for site in newsroom.sites if site.name == "wartablora"]
    lost = [f"*{story.slug}*" for story in site.stories[:2]]
    for target in lost:
        newsroom.faults.add(Fault(host=site.host, target=target, status=500))
    use(console, newsroom)
    said = console.spawn("crawl", "wartablora")
    assert said.code == 1
    assert "wartablora: failed: 2 × http-500" in said.out.splitlines()
    assert said.complaints[-1] == (
        "piagam: wartablora: 2 pages failed, see `piagam certificate`; the next crawl tries again,"
        " up to three times in all"
    )
    newsroom.faults.clear()
    assert console.spawn("crawl", "wartablora").code == 0


def test_a_crawl_goes_on_when_nobody_reads_its_progress_any_more(
    console: Console, newsroom: Newsroom
) -> None:
    use(console, newsroom)
    with subprocess.Popen(
        [*PIAGAM, "crawl", "--json", "wartablora"],
        cwd=console.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stderr.close()
        (outlet,) = json.loads(process.stdout.read())["outlets"]
        assert process.wait(60) == 0
    assert outlet["stored"] == 29


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("kemarin", "'kemarin' is no day; write --since 2024-11-01"),
        ("2024-13-01", "'2024-13-01' is no day"),
        ("2099-01-01", "2099-01-01 is yet to come; today is "),
        ("1999-12-31", "1999-12-31 is before 2000-01-01, when no outlet was on the web"),
    ],
)
def test_a_day_that_cannot_be_gone_back_to_is_wrong_usage(
    console: Console, newsroom: Newsroom, written: str, problem: str
) -> None:
    use(console, newsroom)
    said = console.run("crawl", "--since", written, "wartablora")
    assert (said.code, said.out) == (2, "")
    (line,) = said.complaints
    assert problem in line
    assert newsroom.requests == ()


def test_a_crawl_that_goes_back_tells_how_far_it_came(console: Console, newsroom: Newsroom) -> None:
    use(console, newsroom)
    said = console.spawn("crawl", "--since", "2001-01-01", "wartablora", "klikjateng")
    assert said.code == 0, said.err
    told = [line for line in said.out.splitlines() if ": read back to " in line]
    assert [line.split(":")[0] for line in told] == ["klikjateng", "wartablora"]
    assert all(line.endswith(" reaches no further") for line in told)
    certificate = json.loads(console.run("certificate", "--json").out)
    assert certificate["since"] == "2001-01-01"
    assert [each["gaps"] for each in certificate["outlets"]] == [[], []]
    assert all(each["seen_since"] > "2001" for each in certificate["outlets"])


def run_demo(folder: Path) -> Said:
    """`./dev demo` without the installation."""
    ended = subprocess.run(
        [sys.executable, "-m", "crawler.newsroom.demo"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Said(code=ended.returncode, out=ended.stdout, err=ended.stderr)


@pytest.mark.heavy
def test_the_demo_finds_the_awards_mails_them_and_has_nothing_to_add_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIAGAM_STORE", str(tmp_path / "elsewhere.sqlite"))
    first, second = run_demo(tmp_path), run_demo(tmp_path)
    assert (first.code, second.code) == (0, 0), first.err + second.err
    assert "97,84/100" in first.out
    assert "Subject: " in first.out
    assert widest(first.out.splitlines()) <= 100
    assert "== No new mail" in second.out
    assert "this run   0 new articles, 0 new mails; " in second.out
    assert " 0 of them conditional" not in second.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo"]
