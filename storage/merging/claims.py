"""What articles say, as another store has read it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from storage.merging.columns import carried, of_runs, stored_columns

_PARTS = ("claim_units", "claim_previous", "evidence")
_OWN = {"id", "article_id", "revision_id", "superseded_run"}


def take_claims(db: Database, first: int, last: int, *, run_id: int) -> None:
    """Take over what the articles numbered so there say; call after `take_articles`, inside
    `atomic()`.

    What is said by another reading than the one that counts is superseded, by the run `run_id`.
    """
    _take_of_new_articles(db, first, last)
    for theirs, ours in _known_articles(db, first, last):
        _join(db, theirs, ours, run_id)


def _take_of_new_articles(db: Database, first: int, last: int) -> None:
    between = {"first": first, "last": last}
    db.execute(
        """
        INSERT INTO temp.claim_map (theirs, ours, is_new)
        SELECT s.id, row_number() OVER (ORDER BY s.id)
            + (SELECT ifnull(max(id), 0) FROM main.claims), 1
        FROM other.claims AS s JOIN temp.article_map AS held ON held.theirs = s.article_id
        WHERE held.is_new AND held.theirs BETWEEN :first AND :last
        """,
        between,
    )
    others = of_runs("superseded_run") | {
        "id": "added.ours",
        "article_id": "held.ours",
        "revision_id": "(SELECT ours FROM temp.revision_map WHERE theirs = s.revision_id)",
    }
    added = """
        JOIN temp.claim_map AS added ON added.theirs = s.{id}
        JOIN other.claims AS said ON said.id = added.theirs
        JOIN temp.article_map AS held ON held.theirs = said.article_id AND held.is_new
        WHERE held.theirs BETWEEN :first AND :last
    """
    db.execute(f"{carried(db, 'claims', others)} {added.format(id='id')} ORDER BY s.id", between)
    for part in _PARTS:
        insert = carried(db, part, {"claim_id": "added.ours"})
        db.execute(f"{insert} {added.format(id='claim_id')}", between)


def _known_articles(db: Database, first: int, last: int) -> Sequence[tuple[int, int]]:
    """The articles that both have and of which at least one says something: theirs, ours."""
    return db.execute(
        """
        SELECT theirs, ours FROM temp.article_map
        WHERE NOT is_new AND theirs BETWEEN ? AND ? AND (
            EXISTS (SELECT 1 FROM other.claims WHERE article_id = theirs)
            OR EXISTS (SELECT 1 FROM main.claims WHERE article_id = ours)
        ) ORDER BY theirs
        """,
        (first, last),
    ).fetchall()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One claim as a store holds it."""

    id: int
    revision_id: int | None
    """Ours."""
    is_current: bool
    key: str
    """All that it says, and of which version of the text."""
    rules: tuple[int, str]


def _join(db: Database, theirs: int, ours: int, run_id: int) -> None:
    mine = _said(db, "main", ours, None)
    other = _said(db, "other", theirs, _revisions_of(db, theirs))
    current = _current_revision(db, ours)
    chosen = _chosen(
        [each for each in mine if each.revision_id == current],
        [each for each in other if each.revision_id == current],
        is_theirs=_has_current(db, theirs, current),
        is_ours=not _is_new_revision(db, current),
    )
    keys = {each.key for each in mine}
    now = {each.key for each in mine if each.is_current}
    _supersede(db, [each.id for each in mine if each.is_current and each.key not in chosen], run_id)
    for each in sorted(other, key=lambda said: (not said.is_current, said.id)):
        counts = each.key in chosen and each.key not in now
        if each.key not in keys or (counts and each.is_current):
            _add(db, each, ours, counts=counts, run_id=run_id)
            keys.add(each.key)
            now |= {each.key} if counts else set()
            _touch(db, ours)
    if {each.key for each in mine if each.is_current} != chosen:
        _touch(db, ours)
    _map(db, other, ours)


def _chosen(
    mine: Sequence[_Said], other: Sequence[_Said], *, is_ours: bool, is_theirs: bool
) -> frozenset[str]:
    """What counts of the current version of the text.

    The reading of who knows the other's and has read anew since; else that by the later rules.
    """
    ours, theirs = _counting(mine), _counting(other)
    if not (is_ours and is_theirs):
        return theirs if is_theirs else ours
    have_gone_on, are_behind = _has_gone_on(other, ours), _has_gone_on(mine, theirs)
    if have_gone_on != are_behind:
        return theirs if have_gone_on else ours
    return max((ours, theirs), key=lambda keys: _rank(keys, (*mine, *other)))


def _has_gone_on(said: Sequence[_Said], others: frozenset[str]) -> bool:
    """Whether a store that says this has said all the others too, now or before."""
    return bool(others) and others <= {each.key for each in said}


def _counting(said: Iterable[_Said]) -> frozenset[str]:
    return frozenset(each.key for each in said if each.is_current)


def _rank(keys: frozenset[str], said: Iterable[_Said]) -> tuple[tuple[int, str], list[str]]:
    rules = (each.rules for each in said if each.key in keys)
    return max(rules, default=(0, "")), sorted(keys)


def _said(
    db: Database, store: str, article_id: int, revisions: Mapping[int, int] | None
) -> tuple[_Said, ...]:
    rows = tuple(db.query(f"SELECT * FROM {store}.claims WHERE article_id = ?", [article_id]))
    told = [name for name in stored_columns(db, "claims") if name not in _OWN]
    return tuple(_one(db, store, row, told, revisions) for row in rows)


def _one(
    db: Database,
    store: str,
    row: Mapping[str, Any],
    told: Sequence[str],
    revisions: Mapping[int, int] | None,
) -> _Said:
    revision = row["revision_id"] if revisions is None else revisions[row["revision_id"]]
    parts = [
        db.execute(
            f"SELECT * FROM {store}.{part} WHERE claim_id = ? ORDER BY position", (row["id"],)
        ).fetchall()
        for part in _PARTS
    ]
    words = [[value[1:] for value in part] for part in parts]
    key = json.dumps([revision, [row[name] for name in told], words], ensure_ascii=False)
    number = row["rules_version"].partition("+")[0]
    return _Said(
        id=row["id"],
        revision_id=revision,
        is_current=row["superseded_run"] is None,
        key=key,
        rules=(int(number) if number.isdecimal() else 0, row["rules_version"]),
    )


def _revisions_of(db: Database, theirs: int) -> dict[int, int]:
    rows = db.execute(
        "SELECT theirs, ours FROM temp.revision_map JOIN other.revisions AS s ON s.id = theirs"
        " WHERE s.article_id = ?",
        (theirs,),
    )
    return dict(rows.fetchall())


def _current_revision(db: Database, ours: int) -> int:
    (revision,) = db.execute(
        "SELECT r.id FROM main.articles AS a JOIN main.revisions AS r"
        " ON r.article_id = a.id AND r.number = a.revision WHERE a.id = ?",
        (ours,),
    ).fetchone()
    return int(revision)


def _has_current(db: Database, theirs: int, current: int) -> bool:
    """Whether the version that counts is the one that counts there."""
    row = db.execute(
        "SELECT 1 FROM other.articles AS a JOIN other.revisions AS r"
        " ON r.article_id = a.id AND r.number = a.revision"
        " JOIN temp.revision_map ON theirs = r.id WHERE a.id = ? AND ours = ?",
        (theirs, current),
    ).fetchone()
    return row is not None


def _is_new_revision(db: Database, current: int) -> bool:
    row = db.execute(
        "SELECT 1 FROM temp.revision_map WHERE ours = ? AND is_new", (current,)
    ).fetchone()
    return row is not None


def _supersede(db: Database, claims: Sequence[int], run_id: int) -> None:
    """They count no more; where they belonged is kept until their award is made anew."""
    db.execute(
        "UPDATE main.claims SET superseded_run = ? WHERE id IN (SELECT value FROM json_each(?))",
        (run_id, json.dumps(list(claims))),
    )


def _add(db: Database, said: _Said, ours: int, *, counts: bool, run_id: int) -> None:
    run = of_runs("superseded_run")["superseded_run"]
    others = {
        "article_id": ":ours",
        "revision_id": ":revision",
        "superseded_run": f"iif(:counts, NULL, ifnull({run}, :run))",
    }
    cursor = db.execute(
        f"{carried(db, 'claims', others, without='id')} WHERE s.id = :id",
        {
            "ours": ours,
            "revision": said.revision_id,
            "counts": counts,
            "run": run_id,
            "id": said.id,
        },
    )
    for part in _PARTS:
        db.execute(
            f"{carried(db, part, {'claim_id': ':claim'})} WHERE s.claim_id = :id",
            {"claim": cursor.lastrowid, "id": said.id},
        )


def _touch(db: Database, ours: int) -> None:
    db.execute("INSERT OR IGNORE INTO temp.touched_articles VALUES (?)", (ours,))


def _map(db: Database, other: Sequence[_Said], ours: int) -> None:
    if not other:
        return
    held = _said(db, "main", ours, None)
    by_key = {each.key: each.id for each in sorted(held, key=lambda each: each.is_current)}
    for each in other:
        db.execute(
            "INSERT INTO temp.claim_map (theirs, ours, is_new) VALUES (?, ?, 0)",
            (each.id, by_key[each.key]),
        )
