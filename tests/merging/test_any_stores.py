"""Of any stores: whatever is merged into what, and how often, the same comes of it."""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from crawler.correcting import CorrectionError, Word, correct, undo
from storage.articles import article_ids
from storage.award_records import CorrectedField
from storage.awards import all_awards
from storage.database import open_store
from storage.records import Claim
from tests.linking.paper import FIRST, GRANTORS, OTHER, THIRD, score
from tests.merging.colleague import Colleague, merge_into
from tests.merging.contents import contents, indexes_are_whole
from tests.merging.people import tell
from tests.storage.samples import NOW

WHO = ("ani", "budi", "citra")
ANI = "ani@example.org"
AFTER = timedelta(days=10)
"""From the beginning, when Budi takes Ani's store over."""


@dataclass(frozen=True)
class Read:
    """A story is read; without a score it reports nothing."""

    url: str
    raw: str | None
    year: int
    rules: str


@dataclass(frozen=True)
class ReadAgain(Read):
    """The first stored story is read once more, by rules that may be older than the last ones."""


@dataclass(frozen=True)
class Said:
    """A person corrects the first award, or takes back what was said of the field."""

    field: str
    value: str


@dataclass(frozen=True)
class Told:
    """Ani is told of what is new."""


READ, READ_AGAIN = (
    some.builds(
        kind,
        url=some.sampled_from((FIRST, OTHER, THIRD, GRANTORS)),
        raw=some.sampled_from((None, "97,84", "97,48", "88")),
        year=some.sampled_from((2023, 2024)),
        rules=some.sampled_from(("1+a", "2+b", "10+c")),
    )
    for kind in (Read, ReadAgain)
)
SAID = some.sampled_from(
    (
        Said("score", "98,1"),
        Said("score", "98,2"),
        Said("edition_year", "2023"),
        Said("recipient", "Kota Semarang"),
        Said("award", "no"),
        Said("score", ""),
    )
)
DONE = some.lists(
    some.one_of(READ, READ, READ, READ_AGAIN, SAID, some.just(Told())), min_size=1, max_size=4
)


def live(who: Colleague, done: Sequence[Read | Said | Told], offset: float) -> None:
    for number, each in enumerate(done):
        hour = 10 * number + offset
        now = NOW + timedelta(hours=hour)
        if isinstance(each, ReadAgain):
            for article_id in article_ids(who.db)[:1]:
                who.reads_again(article_id, *claims_of(each), hour=hour)
        elif isinstance(each, Read):
            text = f"Kabupaten Blora menerima penghargaan Ombudsman dengan nilai {each.raw}."
            who.reads(each.url, *claims_of(each), hour=hour, text=text)
        elif isinstance(each, Told):
            tell(who.db, ANI, now=now)
        else:
            word = Word(who=who.who, because="laporan", now=now)
            for award in all_awards(who.db)[:1]:
                with suppress(CorrectionError):
                    if each.value:
                        correct(who.db, award, CorrectedField(each.field), each.value, word)
                    else:
                        undo(who.db, award, CorrectedField(each.field), word)


def claims_of(read: Read) -> tuple[Claim, ...]:
    if read.raw is None:
        return ()
    return (score(read.raw, edition_year=read.year, rules_version=read.rules),)


@pytest.mark.heavy
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(some.tuples(DONE, DONE, DONE), DONE)
def test_order_grouping_and_repetition_do_not_matter(
    lives: tuple[Sequence[Read | Said | Told], ...], later: Sequence[Read | Said | Told]
) -> None:
    """Budi takes over Ani's store and goes on: her runs, earlier than his, have later numbers."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        empty = Colleague(folder / "empty.sqlite", "none").closed()
        stores = []
        for number, (who, done) in enumerate(zip(WHO, lives, strict=True)):
            path = folder / f"{who}.sqlite"
            copyfile(empty, path)
            colleague = Colleague(path, who)
            live(colleague, done, number)
            stores.append(colleague.closed())
        ani, budi, citra = stores
        merge_into(budi, ani, now=NOW + AFTER)
        going_on = Colleague(budi, "budi")
        live(going_on, later, AFTER / timedelta(hours=1) + 1)
        going_on.closed()
        results = [
            _merged(empty, folder / "together.sqlite", ani, budi, citra),
            _merged(empty, folder / "backwards.sqlite", citra, budi, ani),
            _merged(ani, folder / "into-ani.sqlite", citra, budi),
            _merged(budi, folder / "pair.sqlite", citra),
        ]
        results[-1] = _merged(folder / "pair.sqlite", folder / "grouped.sqlite", ani, budi)
        results.append(
            _merged(folder / "together.sqlite", folder / "again.sqlite", budi, citra, ani)
        )
        for each in results[1:]:
            assert each == results[0]


def _merged(start: Path, target: Path, *stores: Path) -> dict[str, list[tuple[object, ...]]]:
    copyfile(start, target)
    merge_into(target, *stores)
    with closing(open_store(target)) as db:
        assert indexes_are_whole(db)
        return contents(db)
