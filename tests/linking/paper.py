"""A store, and stories that come into it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlite_utils import Database

from crawler.keeping import Entry, Story, keep_claims, keep_story
from storage.addresses import Found, record_discovered
from storage.articles import held_article
from storage.award_records import HistoryEntry
from storage.corrections import history_of
from storage.records import Claim
from tests.storage.samples import NOW, article, claim

FIRST, OTHER = "https://news.wartablora.com/pemerintahan/blora-1", "https://klikjateng.id/blora-97"
THIRD = "https://betanews.id/blora-dinilai"
GRANTORS = "https://ombudsman.go.id/news/r/hasil-penilaian-kepatuhan"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A store, and stories that come into it."""

    db: Database
    run_id: int

    def tells(self, url: str, *said: Claim, is_backfilled: bool = False, text: str = "") -> None:
        """The story at `url` is read, and says this and nothing else."""
        number = self.db.execute("SELECT count(*) FROM revisions").fetchone()[0]
        told_at = NOW + timedelta(hours=(FIRST, OTHER, THIRD, GRANTORS).index(url))
        story = article(url=url, text=text or f"Bacaan ke-{number}.", published=told_at)
        with self.db.atomic():
            found = [Found(url=url)]
            record_discovered(
                self.db, outlet=story.outlet, found=found, run_id=self.run_id, now=NOW
            )
        entry = Entry(run_id=self.run_id, now=NOW, began=NOW, is_backfilled=is_backfilled)
        plain = [replace(each, evidence=(), proof=None) for each in said]
        keep_story(self.db, Story(address=url, article=story, url=url), plain, entry)

    def reads_again(self, url: str, *said: Claim) -> None:
        """Other rules read the stored story at `url`, and it says this and nothing else."""
        row = self.db.execute("SELECT id FROM articles WHERE url = ?", (url,)).fetchone()
        plain = [replace(each, evidence=(), proof=None) for each in said]
        entry = Entry(run_id=self.run_id, now=NOW, began=NOW, is_backfilled=True)
        with self.db.atomic():
            keep_claims(self.db, held_article(self.db, row[0]).stored, plain, entry)

    def addresses(self) -> None:
        """Somebody is told of all that there is to tell."""
        self.db.execute("UPDATE alerts SET addressed_at = created_at")

    @property
    def history(self) -> tuple[HistoryEntry, ...]:
        """What became of the first award."""
        return history_of(self.db, 1)

    @property
    def awards(self) -> list[tuple[Any, ...]]:
        sql = "SELECT edition_year, score_raw, status FROM awards ORDER BY id"
        return [tuple(row) for row in self.db.execute(sql).fetchall()]

    @property
    def alerts(self) -> list[str]:
        rows = self.db.execute("SELECT kind FROM alerts ORDER BY id").fetchall()
        return [kind for (kind,) in rows]

    @property
    def board(self) -> list[tuple[Any, ...]]:
        sql = "SELECT first_url, score_raw, reports FROM award_board ORDER BY award_id"
        return [tuple(row) for row in self.db.execute(sql).fetchall()]


def score(raw: str, **changes: Any) -> Claim:
    return claim(score=float(raw.replace(",", ".")), score_raw=raw, **changes)
