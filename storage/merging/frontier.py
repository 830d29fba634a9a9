"""Addresses, discovery pages, looks and robots.txt as another store has them."""

from sqlite_utils import Database

from storage.merging.columns import carried, carry_later, of_runs

_STATE = (
    "CASE {row}.state WHEN 'stored' THEN 3 WHEN 'dropped' THEN 2 WHEN 'failed' THEN 1 ELSE 0 END"
)
_SETTLED = f"({_STATE}, ifnull({{row}}.settled_at, ''), ifnull({{row}}.reason, ''))"
_COMPARED = (
    *("state", "reason", "settled_at", "tries", "listed_title", "listed_published", "asked_at"),
    *("discovered_at", "listed_run", "counted_run"),
)
_SETTLING = ("state", "reason", "settled_run", "settled_at")


def take_addresses(db: Database, first: int, last: int) -> None:
    """Take over the addresses numbered so there; call inside `atomic()`.

    Of one that both have the further state counts, then the later; the earlier discovery, the later
    listing.
    """
    is_further = f"{_SETTLED.format(row='excluded')} > {_SETTLED.format(row='m')}"
    settling = ", ".join(
        f"{name} = iif({is_further}, excluded.{name}, m.{name})" for name in _SETTLING
    )
    either = ", ".join(
        f"{name} = ifnull(min(m.{name}, excluded.{name}), ifnull(m.{name}, excluded.{name}))"
        for name in ("listed_title", "listed_published", "asked_at")
    )
    latest = ", ".join(
        f"{name} = iif({_began(f'excluded.{name}')} > {_began(f'm.{name}')},"
        f" excluded.{name}, m.{name})"
        for name in ("listed_run", "counted_run")
    )
    is_other = f"{_row('excluded', _COMPARED)} IS NOT {_row('m', _COMPARED)}"
    runs = of_runs("discovered_run", "listed_run", "counted_run", "settled_run")
    db.execute(
        f"""
        {carried(db, "addresses", runs, without="id")} WHERE s.id BETWEEN ? AND ?
        ON CONFLICT (url) DO UPDATE SET {settling}, {either}, {latest},
            tries = max(m.tries, excluded.tries),
            discovered_run = iif(excluded.discovered_at < m.discovered_at,
                excluded.discovered_run, m.discovered_run),
            discovered_at = min(m.discovered_at, excluded.discovered_at)
        WHERE {is_other}
        """,
        (first, last),
    )


def _began(run: str) -> str:
    return f"(SELECT started_at FROM main.runs WHERE id = {run})"


def _row(row: str, names: tuple[str, ...]) -> str:
    return "(" + ", ".join(f"{row}.{name}" for name in names) + ")"


def take_pages(db: Database) -> None:
    """Take over discovery pages, looks and robots.txt that were read later; inside `atomic()`."""
    carry_later(
        db,
        "discovery_pages",
        ("url",),
        (
            "max(ifnull({row}.ended_at, ''), {row}.begun_at)",
            "ifnull({row}.page, 0)",
            "ifnull({row}.failed_on, '')",
        ),
        of_runs("begun_run", "ended_run"),
    )
    carry_later(
        db,
        "looks",
        ("url",),
        ("{row}.read_at", "{row}.times", "{row}.failures", "ifnull({row}.hint, '')"),
        of_runs("looked_run"),
    )
    carry_later(
        db,
        "robots",
        ("authority",),
        ("{row}.fetched_at", "{row}.valid_until", "{row}.body"),
        {},
    )
