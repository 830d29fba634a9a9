"""Stores of colleagues: each with runs of its own, stories, what they say, and what people said."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from crawler.keeping import Entry, Story, keep_claims, keep_story
from crawler.merging import Merged, Source, merge_stores
from crawler.runs import OwnRun
from storage.addresses import Found, record_discovered
from storage.articles import held_article
from storage.database import open_store
from storage.records import Claim, RunKind, RunStatus
from storage.runs import end_outlet_run, end_run, start_outlet_run, start_run
from tests.linking.paper import FIRST, GRANTORS, OTHER, THIRD, score
from tests.storage.samples import NOW, article

OUTLETS = {FIRST: "wartablora", OTHER: "klikjateng", THIRD: "betanews", GRANTORS: "ombudsman"}
PUBLISHED = {url: NOW + timedelta(hours=place) for place, url in enumerate(OUTLETS)}


class Colleague:
    """Somebody with a store; each story is read in a run of its own, at `hour` after NOW."""

    def __init__(self, path: Path, who: str) -> None:
        self.path = path
        self.who = who
        self.db = open_store(path)

    def reads(self, url: str, *said: Claim, hour: float, text: str = "") -> "Colleague":
        """The story at `url` is read and says this."""
        now = NOW + timedelta(hours=hour)
        outlet, db = OUTLETS[url], self.db
        story = article(
            outlet=outlet,
            url=url,
            text=text or f"Bacaan {url}: {' '.join(str(each.score_raw) for each in said)}.",
            published=PUBLISHED[url],
        )
        with db.atomic():
            run_id = start_run(db, holder=self.who, version="1", now=now, expected=[outlet])
            start_outlet_run(db, run_id=run_id, outlet=outlet, now=now)
            record_discovered(db, outlet=outlet, found=[Found(url=url)], run_id=run_id, now=now)
        plain = [replace(each, evidence=(), proof=None) for each in said]
        entry = Entry(run_id=run_id, now=now, began=now)
        keep_story(db, Story(address=url, article=story, url=url), plain, entry)
        with db.atomic():
            end_outlet_run(db, run_id=run_id, outlet=outlet, status=RunStatus.FINISHED, now=now)
            end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=now)
        return self

    def reads_again(self, article_id: int, *said: Claim, hour: float) -> "Colleague":
        """Other rules read the story as it is stored, in a run of their own."""
        now = NOW + timedelta(hours=hour)
        run = OwnRun.begin(self.db, expected=(), now=now, kind=RunKind.REPROCESS)
        plain = [replace(each, evidence=(), proof=None) for each in said]
        entry = Entry(run_id=run.id, now=now, began=now, is_backfilled=True)
        with self.db.atomic():
            keep_claims(self.db, held_article(self.db, article_id).stored, plain, entry)
        run.end(self.db, RunStatus.FINISHED, None, now)
        return self

    def closed(self) -> Path:
        """Its store, with nobody at it."""
        self.db.close()
        return self.path


def merge_into(
    target: Path, *stores: Path, now: datetime | None = None, subscribed: tuple[str, ...] = ()
) -> Merged:
    """Merge the stores into that at `target` in a run of its own."""
    moment = now or NOW + timedelta(days=30)
    with closing(open_store(target)) as db:
        run = OwnRun.begin(db, expected=(), now=moment, kind=RunKind.MERGE)
        merged = merge_stores(
            db,
            [Source(path=each) for each in stores],
            entry=Entry(run_id=run.id, now=moment, began=moment),
            subscribed=subscribed,
        )
        run.end(db, RunStatus.FINISHED, None, moment)
    return merged


def three_stores(folder: Path) -> tuple[Path, Path, Path]:
    """Ani, Budi and Citra, who know some of each other's stories and read some otherwise."""
    ani = Colleague(folder / "ani.sqlite", "ani")
    ani.reads(FIRST, score("97,84"), hour=10).reads(OTHER, score("97,84"), hour=11)
    budi = Colleague(folder / "budi.sqlite", "budi")
    budi.reads(FIRST, score("97,84"), hour=12.25).reads(THIRD, score("97,48"), hour=13)
    citra = Colleague(folder / "citra.sqlite", "citra")
    citra.reads(FIRST, hour=9, text="Belum ada nilai.").reads(GRANTORS, score("97,48"), hour=14)
    citra.reads(THIRD, score("97,84"), hour=15, text="Ralat: 97,84.")
    return ani.closed(), budi.closed(), citra.closed()


def opened(path: Path) -> Database:
    """The store at `path`."""
    return open_store(path)
