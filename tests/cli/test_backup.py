"""`piagam backup` and `piagam restore`, as an operator uses them."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

from storage.database import open_store
from storage.leases import WATCH_LEASE, take_lease
from tests.cli.console import Console
from tests.storage.samples import fill


def test_a_copy_is_made_and_put_back(console: Console) -> None:
    console.configure()
    store = console.folder / "piagam.sqlite"
    with closing(open_store(store)) as db:
        fill(db)
    said = console.run("backup")
    assert (said.code, said.err) == (0, "")
    (copy,) = (console.folder / "piagam.backups").iterdir()
    assert said.out.startswith(f"copied to piagam.backups/{copy.name}, ")
    assert "copies   1, the last of " in console.run("status").out
    store.unlink()
    said = console.run("restore", str(copy))
    assert (said.code, said.out) == (0, f"restored piagam.sqlite from {copy}\n")
    assert "Kabupaten Blora" in console.run("awards").out
    said = console.run("restore", str(copy))
    assert said.out.splitlines()[1].startswith("the store that was there is piagam.replaced-")


def test_a_copy_never_replaces_another_file_and_needs_a_store(console: Console) -> None:
    console.configure()
    assert console.run("backup").complaints == [
        "piagam: piagam.sqlite: no such store; name another file"
    ]
    open_store(console.folder / "piagam.sqlite").close()
    assert console.run("backup", "--to", "usb.sqlite").code == 0
    said = console.run("backup", "--to", "usb.sqlite")
    assert (said.code, len(said.complaints)) == (1, 1)
    assert "is there already" in said.err


def test_a_watched_store_is_not_replaced(console: Console) -> None:
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as db:
        console.run("backup", "--to", "copy.sqlite")
        now = datetime.now(UTC)
        assert take_lease(db, WATCH_LEASE, "elsewhere:1:2", now, timedelta(minutes=1))
    said = console.run("restore", "copy.sqlite")
    assert (said.code, said.complaints) == (
        1,
        ["piagam: piagam.sqlite: is being watched by elsewhere:1:2; end that, then restore"],
    )
