"""What worker processes do: look through a WARC file, and read stories out of archives."""

import logging
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from crawler.archive.jobs import ReadTask, Scan, ScanTask, StoryJob, StoryReading, Wanted
from crawler.archive.record import RecordError
from crawler.archive.scanning import ScanError, Scanner
from crawler.archive.shelf import read_response
from crawler.awards.reader import read_story
from crawler.extraction.language import language_of
from spiders.captures import Gathering
from spiders.outlet import Outlet
from spiders.rereading import Reread, reread
from storage.records import Article

log = logging.getLogger(__name__)


def scan(task: ScanTask) -> Scan:
    """Which stories of the outlets lie in a file; what cannot be read is told, never raised."""
    scanner = Scanner(task.path)
    gathering = Gathering(task.outlets, task.path.name, most=task.longest, wanted=task.wanted)
    try:
        for capture in scanner.captures(gathering.is_theirs):
            gathering.take(capture)
    except ScanError as error:
        return Scan(problem=str(error))
    except OSError as error:
        return Scan(problem=f"cannot be read: {error.strerror or error}")
    stories = gathering.stories()
    skipped = dict(+gathering.skipped)
    others = scanner.records - gathering.taken
    return Scan(
        stories=stories,
        records=scanner.records,
        skipped=skipped | ({"other-host": others} if others else {}),
        damage=tuple(scanner.damage),
    )


def read(task: ReadTask) -> tuple[StoryReading, ...]:
    """The stories of a task, in its order."""
    return tuple(_outermost(task, job) for job in task.jobs)


def _outermost(task: ReadTask, job: StoryJob) -> StoryReading:
    """One story that cannot be read never costs the others."""
    try:
        return _reading(task, job)
    except Exception as error:
        log.exception("%s", job.address)
        problem = f"error: {type(error).__name__}: {error}"
        return StoryReading(address=job.address, problem=problem, reason="error")


def _reading(task: ReadTask, job: StoryJob) -> StoryReading:
    outlet: Outlet | None = task.outlets.get(job.outlet)
    found, fetched_at = _from_archive(task, job, outlet)
    article = found.article
    if outlet is None or article is None or fetched_at is None:
        claims = None if job.held is None else read_story(job.held).claims
        return StoryReading(
            address=job.address, claims=claims, problem=found.problem, reason=found.reason
        )
    unwanted = _unwanted(task.wanted, outlet, article, fetched_at)
    if unwanted is not None:
        return StoryReading(address=job.address, reason=unwanted)
    if job.held is not None:
        article = replace(article, url=job.held.url)
    return StoryReading(
        address=job.address,
        article=article,
        claims=read_story(article).claims,
        url=found.url,
        fetched_at=fetched_at,
    )


def _from_archive(
    task: ReadTask, job: StoryJob, outlet: Outlet | None
) -> tuple[Reread, datetime | None]:
    """The first attempt that makes an article, with when it was fetched; else why none does."""
    if outlet is None:
        return Reread(problem="its outlet is described nowhere any more", reason="outlet"), None
    failed = Reread()
    for places in job.attempts:
        try:
            responses = [
                read_response(task.folder, each, longest=task.longest, is_own=task.is_own)
                for each in places
            ]
        except (OSError, RecordError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else error
            problem = f"the archive: {places[0].file}: {why}"
            failed = Reread(problem=problem, reason="damaged")
            continue
        found = reread(outlet, responses, address=job.address, listed=job.listed)
        if found.article is not None:
            return found, responses[0].fetched_at
        failed = found if failed.problem is None else failed
    return failed, None


def _unwanted(wanted: Wanted, outlet: Outlet, article: Article, fetched_at: datetime) -> str | None:
    """Why a story is not wanted, in a word; None when it is."""
    day = (article.published or fetched_at.astimezone(ZoneInfo(outlet.zone))).date()
    if (wanted.first_day and day < wanted.first_day) or (wanted.last_day and day > wanted.last_day):
        return "date"
    language = language_of(article.text) if wanted.language else None
    return "language" if language is not None and language != wanted.language else None
