"""Outlets, runs and what the outlets' parts of runs brought, as another store has them."""

from collections.abc import Iterator, Mapping, Sequence

from sqlite_utils import Database

from storage.merging.columns import carried, carry_later, of_runs

_ENDED = "the process ended without a word"
_RANK = (
    "CASE {row}.status WHEN 'finished' THEN 4 WHEN 'failed' THEN 3 WHEN 'interrupted' THEN 2"
    " WHEN 'running' THEN 1 ELSE 0 END"
)


def take_runs(db: Database) -> None:
    """Take over the other store's outlets and runs; call inside `atomic()`.

    A run is known by when, by whom and for what it was begun. One that runs here is left alone;
    one that still runs there is interrupted, for its process is not here.
    """
    _take_outlets(db)
    _map_known_runs(db)
    _take_ends(db)
    _take_new_runs(db)
    _take_outlet_runs(db)
    _take_nights(db)
    _take_states(db)
    _take_gaps(db)


def _take_outlets(db: Database) -> None:
    db.execute(
        """
        INSERT INTO main.outlets AS m (name, title, site, added_at)
        SELECT name, title, site, added_at FROM other.outlets WHERE true
        ON CONFLICT (name) DO UPDATE SET added_at = min(m.added_at, excluded.added_at),
            title = ifnull(max(m.title, excluded.title), ifnull(m.title, excluded.title)),
            site = ifnull(max(m.site, excluded.site), ifnull(m.site, excluded.site))
        """
    )


def _map_known_runs(db: Database) -> None:
    db.execute(
        """
        INSERT INTO temp.run_map (theirs, ours, is_new)
        SELECT s.id, min(m.id), 0 FROM other.runs AS s
        JOIN main.runs AS m USING (started_at, holder, version, kind) GROUP BY s.id
        """
    )


def _take_ends(db: Database) -> None:
    order = f"{_RANK}, ifnull({{row}}.ended_at, ''), ifnull({{row}}.reason, '')"
    db.execute(
        f"""
        UPDATE main.runs AS m SET status = s.status, reason = s.reason, ended_at = s.ended_at
        FROM other.runs AS s JOIN temp.run_map ON theirs = s.id
        WHERE m.id = ours AND m.status <> 'running' AND s.status <> 'running'
            AND ({order.format(row="s")}) > ({order.format(row="m")})
        """
    )


def _take_new_runs(db: Database) -> None:
    db.execute(
        """
        INSERT INTO temp.run_map (theirs, ours, is_new)
        SELECT id, (SELECT ifnull(max(id), 0) FROM main.runs)
            + row_number() OVER (ORDER BY started_at, id), 1
        FROM other.runs WHERE id NOT IN (SELECT theirs FROM temp.run_map)
        """
    )
    others = {
        "id": "ours",
        "status": "iif(s.status = 'running', 'interrupted', s.status)",
        "reason": f"iif(s.status = 'running', '{_ENDED}', s.reason)",
        "ended_at": "ifnull(s.ended_at, s.started_at)",
    }
    db.execute(f"{carried(db, 'runs', others)} JOIN temp.run_map ON theirs = s.id AND is_new")


def _take_outlet_runs(db: Database) -> None:
    others = of_runs("run_id") | {
        "status": "iif(s.status = 'running', 'interrupted', s.status)",
        "reason": f"iif(s.status = 'running', '{_ENDED}', s.reason)",
        "ended_at": "iif(s.status = 'running', ifnull(s.ended_at, s.started_at), s.ended_at)",
    }
    carry_later(db, "outlet_runs", ("run_id", "outlet"), (_RANK,), others)


def _take_nights(db: Database) -> None:
    later = ("ifnull({row}.counted_at, '')", "{row}.state IS NOT NULL")
    carry_later(db, "outlet_nights", ("run_id", "outlet"), later, of_runs("run_id"))


def _take_states(db: Database) -> None:
    """What became of an outlet elsewhere is history here: nobody is told of it.

    The last number is how an outlet stands, so theirs come between ours where their time is.
    """
    theirs = db.execute(
        """
        SELECT changed_at, id FROM other.outlet_states AS s WHERE NOT EXISTS (
            SELECT 1 FROM main.outlet_states AS known
            WHERE known.outlet = s.outlet AND known.since = s.since
                AND known.changed_at = s.changed_at AND known.state = s.state
        ) ORDER BY changed_at, outlet, since, state
        """
    ).fetchall()
    if not theirs:
        return
    ours = db.execute("SELECT changed_at, id FROM main.outlet_states ORDER BY id").fetchall()
    numbers = {row: number for number, row in enumerate(_woven(ours, theirs), start=1)}
    _number_states(db, {number: numbers["ours", number] for _, number in ours})
    others = of_runs("run_id") | {
        "id": ":number",
        "addressed_at": "ifnull(s.addressed_at, s.changed_at)",
    }
    for _, number in theirs:
        db.execute(
            f"{carried(db, 'outlet_states', others)} WHERE s.id = :theirs",
            {"number": numbers["theirs", number], "theirs": number},
        )


def _woven(
    ours: Sequence[tuple[str, int]], theirs: Sequence[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    """Both in one row; the order of ours is kept, whatever their clocks said."""
    left = list(theirs)
    for moment, number in ours:
        while left and left[0][0] < moment:
            yield "theirs", left.pop(0)[1]
        yield "ours", number
    yield from (("theirs", number) for _, number in left)


def _number_states(db: Database, numbers: Mapping[int, int]) -> None:
    db.execute("PRAGMA defer_foreign_keys = ON")
    away = max((*numbers, *numbers.values()), default=0)
    for table, column in (("outlet_states", "id"), ("health_items", "state_id")):
        db.execute(f"UPDATE main.{table} SET {column} = {column} + ?", (away,))
        for old, new in numbers.items():
            db.execute(
                f"UPDATE main.{table} SET {column} = ? WHERE {column} = ?", (new, old + away)
            )


def _take_gaps(db: Database) -> None:
    others = of_runs("found_run", "closed_run")
    same = (
        "known.outlet = s.outlet AND known.starts_at = s.starts_at"
        f" AND known.found_run = {others['found_run']}"
    )
    db.execute(
        f"""
        UPDATE main.gaps AS known SET ends_at = s.ends_at, state = s.state, reason = s.reason,
            closed_run = {others["closed_run"]}
        FROM other.gaps AS s WHERE {same}
            AND (s.state = 'closed', s.ends_at, s.state, s.reason)
                > (known.state = 'closed', known.ends_at, known.state, known.reason)
        """
    )
    db.execute(
        f"""
        {carried(db, "gaps", others, without="id")}
        WHERE NOT EXISTS (SELECT 1 FROM main.gaps AS known WHERE {same})
        """
    )
