"""Reads the stored stories again by today's rules: shows what would change, or changes it."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from scrapy.utils.misc import load_object
from sqlite_utils import Database

from crawler.archive.record import RecordError
from crawler.archive.shelf import read_response
from crawler.awards.reader import read_story
from crawler.config import Config, ConfigError
from crawler.crawling import outlet_shelf, scrapy_settings, unknown_outlet
from crawler.differences import ClaimChange, claim_changes, says_the_same
from crawler.keeping import Entry, keep_claims
from crawler.runs import OwnRun, RunError, keep_lease
from storage.addresses import listed_published
from storage.articles import HeldArticle, article_ids, held_article, store_article
from storage.database import open_store
from storage.held_claims import claims_of_article
from storage.outlets import outlet_names
from storage.records import Article, Claim, RunKind, RunStatus
from storage.responses import responses_for

_LEASE_EVERY = 200


class _Reread(Protocol):
    article: Article | None
    problem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What a second reading of one stored story changes."""

    outlet: str
    url: str
    title: str
    is_text_changed: bool
    """Headline or text differ: a new revision."""
    is_metadata_changed: bool
    claims: tuple[ClaimChange, ...]
    problem: str | None = None
    """Why the story was read from its stored text only, or not at all."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many stories were read, and from what."""

    archived: int = 0
    from_text: int = 0
    """The archive does not hold their pages (any more)."""
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprocessed:
    """What came of it."""

    changes: tuple[StoryChange, ...]
    tally: Tally
    is_applied: bool


def reprocess(
    config: Config,
    outlets: Sequence[str] = (),
    *,
    is_dry: bool,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reprocessed:
    """Read every stored story again, from the archive where it holds its pages.

    Without `is_dry` each change is applied in a transaction of its own; new awards are back-filled.
    What a person has corrected stays. An article that reads as none now is told of and kept.
    Raises ConfigError, StoreError, or RunError while a crawl is under way.
    """
    rereader = _Rereader(config)
    tell = on_progress or (lambda done, total: None)
    with closing(open_store(config.store)) as db:
        _refuse_unknown(outlets, known=(*rereader.shelf.outlets, *outlet_names(db)))
        if is_dry:
            return rereader.read_all(db, outlets, None, tell)
        run = OwnRun.begin(db, expected=(), now=_now(), kind=RunKind.REPROCESS)
        try:
            result = rereader.read_all(db, outlets, run, tell)
        except BaseException as error:
            run.end(db, RunStatus.INTERRUPTED, f"{type(error).__name__}: {error}", _now())
            raise
        run.end(db, RunStatus.FINISHED, None, _now())
    return result


def _refuse_unknown(outlets: Sequence[str], known: Sequence[str]) -> None:
    for name in outlets:
        if name not in known:
            raise ConfigError(unknown_outlet(name, known))


class _Rereader:
    """Reads one stored story after the other."""

    def __init__(self, config: Config) -> None:
        settings = scrapy_settings(config)
        self.shelf = outlet_shelf(settings)
        self._reread: Callable[..., _Reread] = load_object(settings["PIAGAM_REREAD"])
        self._folder = Path(config.archive.folder or ".")
        self._longest = settings.getint("DOWNLOAD_MAXSIZE")

    def read_all(
        self,
        db: Database,
        outlets: Sequence[str],
        run: OwnRun | None,
        tell: Callable[[int, int], None],
    ) -> Reprocessed:
        """Every stored story of these outlets; what changes is applied in `run`, if there is one.

        Raises RunError when another process takes the store over.
        """
        ids, tally, changes = article_ids(db, outlets), Tally(), []
        for done, article_id in enumerate(ids, start=1):
            change = self._read(db, held_article(db, article_id), tally, run)
            changes += [change] if change is not None else []
            tell(done, len(ids))
            is_time = run is not None and done % _LEASE_EVERY == 0
            if is_time and not keep_lease(db, _now()):
                raise RunError("another process has taken over the store; run it again later")
        return Reprocessed(changes=tuple(changes), tally=tally, is_applied=run is not None)

    def _read(
        self, db: Database, held: HeldArticle, tally: Tally, run: OwnRun | None
    ) -> StoryChange | None:
        found, problem = self._again(db, held)
        tally.archived += found is not None
        tally.from_text += found is None
        article = held.article if found is None else replace(found, url=held.article.url)
        before = [each.claim for each in claims_of_article(db, held.stored.article_id)]
        after = read_story(article).claims
        if run is not None:
            _apply(db, held, article, before, after, run)
        change = _change(held.article, article, claim_changes(before, after), problem)
        tally.changed += change is not None
        return change

    def _again(self, db: Database, held: HeldArticle) -> tuple[Article | None, str | None]:
        outlet = self.shelf.outlets.get(held.article.outlet)
        if outlet is None:
            return None, "its outlet is described nowhere any more"
        runs = responses_for(db, held.address)
        problem = None
        for kept in runs:
            try:
                responses = [
                    read_response(self._folder, each.place, longest=self._longest) for each in kept
                ]
            except (OSError, RecordError) as error:
                problem = f"the archive: {kept[0].place.file}: {error}"
                continue
            listed = listed_published(db, held.address)
            found = self._reread(outlet, responses, address=held.address, listed=listed)
            if found.article is not None:
                return found.article, None
            problem = problem or found.problem
        return None, problem


def _apply(  # noqa: PLR0913, PLR0917 - what was, what is now, and the run
    db: Database,
    held: HeldArticle,
    article: Article,
    before: Sequence[Claim],
    after: Sequence[Claim],
    run: OwnRun,
) -> None:
    now = _now()
    entry = Entry(run_id=run.id, now=now, began=now, is_backfilled=True)
    with db.atomic():
        stored = store_article(db, article, run_id=run.id, now=entry.now, address=held.address)
        if stored.is_changed or not says_the_same(before, after):
            keep_claims(db, stored, after, entry)


def _change(
    before: Article, after: Article, claims: tuple[ClaimChange, ...], problem: str | None
) -> StoryChange | None:
    is_text_changed = (before.title, before.text) != (after.title, after.text)
    same_text = replace(after, title=before.title, text=before.text)
    is_metadata_changed = same_text != before
    if not (is_text_changed or is_metadata_changed or claims or problem):
        return None
    return StoryChange(
        outlet=before.outlet,
        url=before.url,
        title=after.title,
        is_text_changed=is_text_changed,
        is_metadata_changed=is_metadata_changed,
        claims=claims,
        problem=problem,
    )


def _now() -> datetime:
    return datetime.now(UTC)
