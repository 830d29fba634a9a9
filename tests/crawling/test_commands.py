"""`scrapy list` and `scrapy crawl` beside `piagam crawl`; what cannot begin says so in one line."""

import json
import signal
import time

import pytest
from scrapy.settings import Settings

import crawler.settings
from crawler.config import ConfigError
from crawler.crawling import crawl
from crawler.newsroom.bundle import OUTLETS
from crawler.newsroom.faults import Fault
from crawler.outlet_shelf import scrapy_settings
from crawler.runs import RunError
from spiders import loader
from storage.database import StoreError
from tests.crawling.conftest import PATIENCE, Desk
from tests.crawling.tiny import describe

SHIPPED = sorted(path.stem for path in loader.SHIPPED.glob("*.toml"))


def test_scrapy_list_prints_the_outlets_without_any_configuration(desk: Desk) -> None:
    listed = desk.scrapy("list", "-s", "PIAGAM_OUTLETS_FOLDER=")
    assert (listed.returncode, listed.stdout.split(), listed.stderr) == (0, SHIPPED, "")


def test_each_outlet_file_that_cannot_be_used_is_one_line_and_the_others_are_listed(
    desk: Desk,
) -> None:
    describe(desk.outlets_folder, "baik")
    spoilt = {
        "klikjateng": ("", "", "name: 'klikjateng' is taken by outlets/klikjateng.toml; choose"),
        "lain": ('"lain"', '"beda"', "name: 'beda' must be the file's own name; write 'lain'"),
        "meleset": ("[a-z-]+$", "[0-9]+$", "example[0]: https://meleset.example/berita/panen-raya"),
        "rebut": ("rebut.example", "baik.example", "source: https://baik.example/ is read by "),
        "rusak": ("[a-z-]+$", "([a-z-]+$", "article.address[0]: missing ')'"),
    }
    for name, (old, new, _) in spoilt.items():
        path = describe(desk.outlets_folder, name)
        path.write_text(path.read_text().replace(old, new) if old else path.read_text())
    desk.configure(outlets_folder=str(desk.outlets_folder))

    listed = desk.scrapy("list")

    assert (listed.returncode, listed.stdout.split()) == (0, sorted(["baik", *SHIPPED]))
    lines = listed.stderr.splitlines()
    assert len(lines) == len(spoilt)
    for line, (name, (_, _, message)) in zip(lines, spoilt.items(), strict=True):
        assert line.startswith(f"{desk.outlets_folder / name}.toml: {message}")

    crawled = desk.scrapy("crawl", "rusak")
    assert crawled.returncode == 1
    assert crawled.stderr.splitlines()[-1] == lines[-1]
    assert desk.newsroom.requests == ()


def test_a_broken_outlet_file_is_a_failed_row_of_the_certificate_and_stops_no_other(
    desk: Desk,
) -> None:
    broken = describe(desk.outlets_folder, "rusak", more="delai = 3")
    describe(desk.outlets_folder, "tertutup", more='enabled = false\nreason = "asks for a permit"')
    desk.configure(outlets_folder=str(desk.outlets_folder), budget=4)
    problem = f"{broken}: delai: unknown key; did you mean `delay`?"

    result = desk.crawl()

    assert result.code == 1
    statuses = {row["outlet"]: row["status"] for row in result.told["rows"]}
    assert statuses == {"rusak": "failed", **dict.fromkeys(OUTLETS, "finished")}
    assert result.row("rusak")["reason"] == problem
    for name, message in {
        "rusak": problem,
        "tertutup": "tertutup is not enabled: asks for a permit; see `enabled` in ",
        "klikjatng": "no outlet 'klikjatng'; did you mean klikjateng?",
        "xyz": "no outlet 'xyz'; `piagam outlets list` shows all there are",
    }.items():
        with pytest.raises(ConfigError) as refused:
            crawl(desk.config, [name])
        assert str(refused.value).startswith(message)


def test_scrapy_crawl_is_a_run_of_its_own(desk: Desk) -> None:
    desk.configure(budget=6)
    crawled = desk.scrapy("crawl", "klikjateng")
    assert (crawled.returncode, crawled.stdout, crawled.stderr) == (0, "", "")
    assert desk.query("SELECT id, status FROM runs") == [(1, "finished")]
    assert desk.query("SELECT outlet, status, stored FROM outlet_runs") == [
        ("klikjateng", "finished", 4)
    ]
    assert desk.query("SELECT count(*) FROM leases") == [(0,)]


def test_scrapy_crawl_of_a_name_that_nobody_has_is_one_line(desk: Desk) -> None:
    crawled = desk.scrapy("crawl", "nope")
    line = "no outlet 'nope'; `piagam outlets list` shows all there are"
    assert (crawled.returncode, crawled.stderr.splitlines()) == (1, [line])


BAD_CONFIGS = {
    "no file": (None, "no such file; `piagam init` writes one"),
    "no contact": ("[crawl]\ndelay = 1\n", "contact: missing"),
    "misspelt key": ('contact = "a@b.id"\n[crawl]\ndelai = 1\n', "did you mean `delay`?"),
    "no folder for outlets": (
        'contact = "a@b.id"\n[crawl]\noutlets_folder = "tiada"\n',
        "tiada: no such folder; make it, or mend crawl.outlets_folder",
    ),
    "no folder for the store": (
        'contact = "a@b.id"\nstore = "tiada/piagam.sqlite"\n',
        "is no folder; make it or name another store",
    ),
    "store is a folder": (
        'contact = "a@b.id"\nstore = ".."\n',
        "is a folder; name a file in it",
    ),
    "store is no file": ('contact = "a@b.id"\nstore = "."\n', "store: names no file; write"),
}


def spoil_config(desk: Desk, case: str) -> str:
    """Write a configuration that cannot be used; what must be said of it."""
    text, message = BAD_CONFIGS[case]
    desk.config.unlink()
    if text is not None:
        desk.config.write_text(text)
    return message


@pytest.mark.parametrize("case", BAD_CONFIGS)
def test_a_configuration_that_cannot_be_used_is_one_line(desk: Desk, case: str) -> None:
    message = spoil_config(desk, case)
    with pytest.raises((ConfigError, StoreError)) as refused:
        crawl(desk.config, ["klikjateng"])
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("case", ["misspelt key", "no folder for the store"])
def test_scrapy_crawl_tells_it_too_with_code_1(desk: Desk, case: str) -> None:
    message = spoil_config(desk, case)
    crawled = desk.scrapy("crawl", "klikjateng")
    assert crawled.returncode == 1
    assert len(crawled.stderr.splitlines()) == 1
    assert message in crawled.stderr


def test_two_crawls_never_run_on_one_store_at_once(desk: Desk) -> None:
    desk.configure(budget=2, timeout=300)
    desk.newsroom.faults.add(Fault(host="klikjateng.id", target="/wp-json/*", delay=300))
    first = desk.begin("klikjateng")
    try:
        while not (
            desk.store.exists() and desk.query("SELECT 1 FROM outlet_runs WHERE started_at > ''")
        ):
            time.sleep(0.05)
        with pytest.raises(RunError) as second:
            crawl(desk.config, ["wartablora"])
        plain = desk.scrapy("crawl", "wartablora")
    finally:
        first.kill()
        first.wait(PATIENCE)
    for said in (str(second.value), plain.stderr):
        assert said.startswith("the store is being crawled into already, by ")
        assert len(said.splitlines()) == 1
    assert plain.returncode == 1
    assert desk.crawl("wartablora").code == 0  # the dead crawl's lease holds nobody up
    assert desk.query("SELECT status FROM runs ORDER BY id") == [("interrupted",), ("finished",)]


def test_a_crawl_told_to_end_stops_after_its_page_and_loses_nothing(desk: Desk) -> None:
    desk.newsroom.faults.add(Fault(host="klikjateng.id", target="/[a-z]*-*", delay=0.3))
    running = desk.begin("klikjateng")
    while len(desk.articles_asked()) < 3:
        time.sleep(0.02)
    running.send_signal(signal.SIGTERM)
    told = json.loads(running.wait(PATIENCE).stdout)
    (row,) = told["rows"]
    assert (running.returncode, told["status"], row["status"]) == (1, "interrupted", "interrupted")
    assert row["reason"] == "told to end before it was through"
    assert row["stored"] + row["pending"] == row["discovered"]
    assert row["pending"] > 0
    desk.newsroom.faults.clear()
    assert desk.crawl("klikjateng").row("klikjateng")["stored"] == row["pending"]


def test_the_settings_are_safe() -> None:
    settings = scrapy_settings()
    expected = {
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "DOWNLOAD_MAXSIZE": 16 * 1024 * 1024,
        "DOWNLOAD_TIMEOUT": 30,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "COOKIES_ENABLED": False,
        "HTTPCACHE_ENABLED": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,
        "REFERRER_POLICY": "no-referrer",
    }
    assert {name: settings[name] for name in expected} == expected
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}


def test_every_setting_of_ours_differs_from_scrapy_s_own() -> None:
    usual, ours = Settings(), scrapy_settings()
    names = [name for name in dir(crawler.settings) if name.isupper()]
    assert [name for name in names if usual.get(name) == ours.get(name)] == ["ADDONS"]
