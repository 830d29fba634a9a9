"""Crawls for real: a newsroom on loopback, a store in a folder, each crawl a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.newsroom.connection import Requested
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Site
from storage.database import open_store
from tests.forked import Ended, Running, fork

ROOT = Path(__file__).parents[2]
CRAWL_ONCE = Path(__file__).parent / "crawl_once.py"
FEW = ("klikjateng", "tribun-jateng", "wartablora")
PATIENCE = 120
_NO_ARTICLE = ("/robots.txt", "/index-news", "/rss", "/sitemap", "/wp-json", "/feed")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a crawl's process said."""

    code: int
    err: str
    told: dict[str, Any]

    def row(self, outlet: str) -> dict[str, Any]:
        """The outlet's row of the certificate."""
        (row,) = [each for each in self.told["rows"] if each["outlet"] == outlet]
        return dict(row)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One operator: a configuration, a store, and crawls into it."""

    folder: Path
    newsroom: Newsroom

    @property
    def config(self) -> Path:
        return self.folder / "piagam.toml"

    @property
    def store(self) -> Path:
        return self.folder / "piagam.sqlite"

    @property
    def outlets_folder(self) -> Path:
        """Where a test puts outlet files of its own."""
        return self.folder / "outlets"

    def site(self, name: str) -> Site:
        return next(site for site in self.newsroom.sites if site.name == name)

    def configure(self, **crawl: Any) -> None:
        """Write piagam.toml with these values of its [crawl].

        Without `outlets` it names the outlets of the beginning, which saves time; [] names all.
        """
        few = {} if "outlets_folder" in crawl else {"outlets": list(FEW)}
        values = {"delay": 0, **few, **crawl}
        lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in values.items())
        self.config.write_text(
            f'contact = "redaksi@example.id"\n[crawl]\n{lines}\n[newsroom]\n'
            f'address = "{self.newsroom.address}"\ntoday = {self.newsroom.today}\n',
            encoding="utf-8",
        )

    def begin(self, *outlets: str) -> Running:
        """Start a crawl; its result is one line of JSON on standard output."""
        arguments = (str(self.config), *outlets)
        return fork("tests.crawling.crawl_once:main", arguments, folder=self.folder)

    def crawl(self, *outlets: str) -> Outcome:
        """A crawl to its end."""
        said = self.begin(*outlets).wait(PATIENCE)
        told = json.loads(said.stdout) if said.stdout else {}
        return Outcome(code=said.returncode, err=said.stderr, told=told)

    def crawl_cramped(self, room: int, *outlets: str) -> Ended:
        """A crawl on a disk where no file may grow beyond `room` bytes."""
        arguments = (str(room), str(self.config), *outlets)
        return fork("tests.crawling.crawl_once:cramped", arguments, folder=self.folder).wait(
            PATIENCE
        )

    def scrapy(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Scrapy's own command in the project's folder, with this desk's configuration."""
        return subprocess.run(
            [sys.executable, "-m", "scrapy", *arguments],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=PATIENCE,
            env={**os.environ, "PIAGAM_CONFIG": str(self.config)},
            check=False,
        )

    def piagam(self, *arguments: str) -> Ended:
        """Our own command in a process of its own, with this desk's configuration."""
        given = ("--config", str(self.config), *arguments)
        return fork("tests.forked:piagam", given, folder=self.folder).wait(PATIENCE)

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(open_store(self.store)) as db:
            return [tuple(row) for row in db.execute(sql, values).fetchall()]

    def standing(self, outlet: str) -> tuple[str, str | None]:
        """Status and reason of the outlet's part of the last run."""
        ((status, reason),) = self.query(
            "SELECT status, reason FROM outlet_runs WHERE outlet = ? ORDER BY run_id DESC LIMIT 1",
            outlet,
        )
        return status, reason

    def asked(self, host: str) -> list[Requested]:
        return [each for each in self.newsroom.requests if each.host == host]

    def articles_asked(self) -> list[tuple[str, str]]:
        """Host and target of each answered request that is no discovery page."""
        return [
            (each.host, each.target)
            for each in self.newsroom.requests
            if each.status == 200
            and each.target.count("-") > 2
            and not each.target.startswith(_NO_ARTICLE)
        ]


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, newsroom: Newsroom) -> Desk:
    made = Desk(folder=tmp_path, newsroom=newsroom)
    made.configure()
    return made


@pytest.fixture(scope="session")
def first_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Outcome]]:
    """The newsroom crawled once, all of it, undisturbed; leave its store as it is."""
    with Newsroom() as running:
        desk = Desk(folder=tmp_path_factory.mktemp("first-night"), newsroom=running)
        desk.configure(outlets=[])
        yield desk, desk.crawl()
