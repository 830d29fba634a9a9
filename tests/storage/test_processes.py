"""Several processes on one store: nobody waits for a reader, a killed writer leaves nothing."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.database import open_read_only, open_store
from storage.processes import is_dead, this_process
from tests.storage.samples import article, begin_run, claim, store_award

PRELUDE = """
import sys
from pathlib import Path
from storage.database import open_store, open_read_only
from tests.storage.samples import *
path = Path(sys.argv[1])
def tell(word):
    print(word, flush=True)
    return sys.stdin.readline().strip()
"""


@contextmanager
def child(path: Path, script: str) -> Iterator["subprocess.Popen[str]"]:
    """A Python process on the store that can `tell` a word and waits for a line each time."""
    process = subprocess.Popen(
        [sys.executable, "-c", PRELUDE + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def hear(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def answer(process: "subprocess.Popen[str]", word: str = "") -> None:
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


AWARD = """
db = open_store(path)
with db.atomic():
    store_award(db, article(), claim(), run_id=1)
    tell("written")
tell("committed")
"""


def test_a_reader_sees_the_last_commit_at_once_while_another_process_writes(
    db: Database, path: Path
) -> None:
    begin_run(db)
    with child(path, AWARD) as writer, open_read_only(path) as reader:
        assert hear(writer) == "written"
        begun = time.monotonic()
        assert reader.table("awards").count == 0
        assert time.monotonic() - begun < 5
        answer(writer)
        assert hear(writer) == "committed"
        assert reader.table("awards").count == 1


def test_a_writer_commits_while_a_reader_is_in_the_middle_of_its_rows(
    db: Database, path: Path
) -> None:
    begin_run(db)
    script = """
db = open_read_only(path)
rows = db.execute("SELECT name FROM outlets")
rows.fetchone()
tell("reading")
tell(str(len(rows.fetchall())))
"""
    with child(path, script) as reader:
        assert hear(reader) == "reading"
        store_award(db, article(), claim(), run_id=1)
        assert db.table("awards").count == 1
        answer(reader)
        assert hear(reader) == "1"


@pytest.mark.parametrize("moment", ["article", "claims", "award", "alert", "commit"])
def test_a_writer_killed_in_its_transaction_leaves_nothing(
    db: Database, path: Path, moment: str
) -> None:
    begin_run(db)
    script = f"""
import os, signal
from storage import awards
def die():
    os.kill(os.getpid(), signal.SIGKILL)
db = open_store(path)
with db.atomic():
    story, said = article(), claim()
    stored = store_article(db, story, run_id=1, now=NOW)
    if {moment!r} == "article": die()
    ids = store_claims(db, article_id=stored.article_id, revision_id=stored.revision_id,
        claims=(said,))
    if {moment!r} == "claims": die()
    award_id = insert_award(db, award_of(said), run_id=1, now=NOW)
    attach_claim(db, award_id=award_id, claim_id=ids[0], relation=ClaimRelation.FIRST)
    if {moment!r} == "award": die()
    enqueue_alert(db, award_id=award_id, claim_id=ids[0], kind=AlertKind.NEW, run_id=1, now=NOW)
    if {moment!r} == "alert": die()
die()
"""
    with child(path, script) as writer:
        assert writer.wait(timeout=60) == -signal.SIGKILL
    survivors = 1 if moment == "commit" else 0
    for table in ("articles", "revisions", "claims", "evidence", "awards", "alerts"):
        assert db.table(table).count >= survivors
        assert (db.table(table).count > 0) == bool(survivors)
    found = db.execute("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'blora'")
    assert found.fetchone() == (survivors,)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_transaction_that_reads_first_waits_for_the_other_writer(
    db: Database, path: Path
) -> None:
    begin_run(db)
    script = """
db = open_store(path)
tell("ready")
with db.atomic():
    known = db.table("awards").count
    db.execute("UPDATE runs SET version = ?", (f"saw {known}",))
tell("done")
"""
    with child(path, script) as other:
        assert hear(other) == "ready"
        with db.atomic():
            store_award(db, article(), claim(), run_id=1)
            answer(other)
        assert hear(other) == "done"
    assert db.execute("SELECT version FROM runs").fetchone() == ("saw 1",)


def test_processes_that_open_a_new_store_at_once_make_it_once(path: Path) -> None:
    script = """
tell("ready")
db = open_store(path)
tell(str(db.table("_sqlite_migrations").count))
"""
    with ExitStack() as stack:
        children = [stack.enter_context(child(path, script)) for _ in range(4)]
        assert [hear(each) for each in children] == ["ready"] * 4
        for each in children:
            answer(each)
        steps = {hear(each) for each in children}
    with open_store(path) as db:
        assert steps == {str(db.table("_sqlite_migrations").count)}


def test_of_processes_that_take_a_lease_at_once_one_has_it(path: Path) -> None:
    open_store(path).close()
    script = """
from storage.leases import take_lease
db = open_store(path)
tell("ready")
tell(str(take_lease(db, "crawl", this_process(), NOW, timedelta(minutes=1))))
"""
    with ExitStack() as stack:
        children = [stack.enter_context(child(path, script)) for _ in range(4)]
        assert [hear(each) for each in children] == ["ready"] * 4
        for each in children:
            answer(each)
        assert sorted(hear(each) for each in children) == ["False"] * 3 + ["True"]


def test_a_process_is_dead_only_once_it_is() -> None:
    script = "tell(this_process())"
    with child(Path("unused"), script) as process:
        holder = hear(process)
        assert not is_dead(holder)
        process.kill()
        process.wait()
        assert is_dead(holder)


def test_a_pid_that_was_given_again_is_another_process() -> None:
    host, pid, start = this_process().split(":")
    assert int(pid) == os.getpid()
    assert not is_dead(this_process())
    if start:
        assert is_dead(f"{host}:{pid}:{int(start) - 1}")


@pytest.mark.parametrize("holder", ["elsewhere/pid:1:1", "watcher", "", "host:1", ":::"])
def test_nobody_is_called_dead_who_cannot_be_seen(holder: str) -> None:
    assert not is_dead(holder)
