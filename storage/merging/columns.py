"""SQL that carries rows of a table over, with the columns that mean something else there."""

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

OURS_OF_RUN = "(SELECT ours FROM temp.run_map WHERE theirs = s.{column})"


def stored_columns(db: Database, table: str) -> tuple[str, ...]:
    """The columns of a table that hold something of their own, in order."""
    rows = db.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (table,))
    return tuple(name for (name,) in rows)


def of_runs(*columns: str) -> dict[str, str]:
    """These columns of `s` hold runs: theirs as ours."""
    return {column: OURS_OF_RUN.format(column=column) for column in columns}


def carried(db: Database, table: str, others: Mapping[str, str], *, without: str = "") -> str:
    """`INSERT INTO … SELECT … FROM other.TABLE AS s`: all columns but `without`.

    `others` are the columns that are not as they are there, with what they become.
    """
    names = [name for name in stored_columns(db, table) if name != without]
    values = ", ".join(others.get(name, f's."{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO main.{table} AS m ({columns}) SELECT {values} FROM other.{table} AS s"


def carry_later(
    db: Database,
    table: str,
    key: Sequence[str],
    later: Sequence[str],
    others: Mapping[str, str],
) -> None:
    """Take over each row that is unknown, or later than ours by `later`; `{row}` is the row there.

    Between rows that are equally late their content decides, so that the order of stores does not.
    """
    names = [name for name in stored_columns(db, table) if name not in key]
    told = [name for name in names if name not in others and name != "body"]
    content = "json_array(" + ", ".join(f'{{row}}."{name}"' for name in told) + ")"
    order = ", ".join((*later, content))
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    db.execute(
        f"""
        {carried(db, table, others)} WHERE true
        ON CONFLICT ({", ".join(key)}) DO UPDATE SET {changes}
        WHERE ({order.format(row="excluded")}) > ({order.format(row="m")})
        """
    )
