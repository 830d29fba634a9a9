"""Articles and every version of their text as another store has them.

The versions are all those that either store has, in the order of their storing; what the article
says now is the last of them.
"""

from sqlite_utils import Database

from storage.merging.columns import carried, of_runs, stored_columns

_TEXT = {"title", "text", "text_sha256", "revision", "last_run", "last_stored_at"}
_FIRST = {"first_run", "first_stored_at"}
_AWAY = 10_000_000
"""Above every number of a version, while they are numbered anew."""


def take_articles(db: Database, first: int, last: int) -> None:
    """Take over the articles numbered so there, with their versions; call inside `atomic()`.

    `temp.article_map` and `temp.revision_map` then know them, `temp.touched_articles` those of
    which something changed here.
    """
    between = {"first": first, "last": last}
    db.execute("DELETE FROM temp.touched_articles")
    _map_articles(db, between)
    _add_articles(db, between)
    _take_metadata(db, between)
    _take_versions(db, between)
    _number_versions(db, between)
    _take_last_text(db)


def _map_articles(db: Database, between: dict[str, int]) -> None:
    db.execute(
        """
        INSERT INTO temp.article_map (theirs, ours, is_new)
        SELECT s.id, m.id, 0 FROM other.articles AS s JOIN main.articles AS m ON m.url = s.url
        WHERE s.id BETWEEN :first AND :last
        """,
        between,
    )
    db.execute(
        """
        INSERT INTO temp.article_map (theirs, ours, is_new)
        SELECT id, id - :first + 1 + (SELECT ifnull(max(id), 0) FROM main.articles), 1
        FROM other.articles WHERE id BETWEEN :first AND :last
            AND id NOT IN (SELECT theirs FROM temp.article_map)
        """,
        between,
    )


def _add_articles(db: Database, between: dict[str, int]) -> None:
    others = of_runs("first_run", "last_run") | {"id": "ours"}
    db.execute(
        f"{carried(db, 'articles', others)} JOIN temp.article_map ON theirs = s.id AND is_new"
        " WHERE s.id BETWEEN :first AND :last ORDER BY s.id",
        between,
    )
    db.execute(
        """
        INSERT INTO temp.touched_articles SELECT ours FROM temp.article_map
        WHERE is_new AND theirs BETWEEN :first AND :last
        """,
        between,
    )


def _take_metadata(db: Database, between: dict[str, int]) -> None:
    """Of what both have: the details of the later reading, the first storing of the earlier."""
    names = [
        name
        for name in stored_columns(db, "articles")
        if name not in _TEXT | _FIRST | {"id", "url", "outlet"}
    ]
    content = ", ".join(f"{{row}}.{name}" for name in names)
    order = (
        "{row}.last_stored_at, {row}.text_sha256, ifnull({row}.modified, ''),"
        f" json_array({content})"
    )
    changes = ", ".join(f"{name} = s.{name}" for name in names)
    known = "s.id = theirs AND NOT is_new AND m.id = ours AND theirs BETWEEN :first AND :last"
    is_later = f"({order.format(row='s')}) > ({order.format(row='m')})"
    db.execute(
        f"""
        INSERT OR IGNORE INTO temp.touched_articles
        SELECT ours FROM temp.article_map, other.articles AS s, main.articles AS m
        WHERE {known} AND {is_later}
        """,
        between,
    )
    db.execute(
        f"""
        UPDATE main.articles AS m SET {changes} FROM temp.article_map, other.articles AS s
        WHERE {known} AND {is_later}
        """,
        between,
    )
    db.execute(
        f"""
        UPDATE main.articles AS m SET first_stored_at = s.first_stored_at,
            first_run = {of_runs("first_run")["first_run"]}
        FROM temp.article_map, other.articles AS s
        WHERE {known} AND s.first_stored_at < m.first_stored_at
        """,
        between,
    )


def _take_versions(db: Database, between: dict[str, int]) -> None:
    theirs = (
        "other.revisions AS s JOIN temp.article_map AS held ON held.theirs = s.article_id"
        " AND held.theirs BETWEEN :first AND :last"
    )
    db.execute(
        f"""
        INSERT INTO temp.revision_map (theirs, ours, is_new)
        SELECT s.id, min(m.id), 0 FROM {theirs} AND NOT held.is_new
        JOIN main.revisions AS m ON m.article_id = held.ours
            AND m.text_sha256 = s.text_sha256 AND m.stored_at = s.stored_at
        GROUP BY s.id
        """,
        between,
    )
    db.execute(
        f"""
        INSERT INTO temp.revision_map (theirs, ours, is_new)
        SELECT s.id, row_number() OVER (ORDER BY s.article_id, s.number)
            + (SELECT ifnull(max(id), 0) FROM main.revisions), 1
        FROM {theirs} WHERE s.id NOT IN (SELECT theirs FROM temp.revision_map)
        """,
        between,
    )
    others = of_runs("run_id") | {
        "id": "added.ours",
        "article_id": "held.ours",
        "number": f"iif(held.is_new, s.number, s.number + {_AWAY})",
    }
    db.execute(
        f"""
        {carried(db, "revisions", others)}
        JOIN temp.article_map AS held ON held.theirs = s.article_id
        JOIN temp.revision_map AS added ON added.theirs = s.id AND added.is_new
        WHERE held.theirs BETWEEN :first AND :last
        """,
        between,
    )


def _number_versions(db: Database, between: dict[str, int]) -> None:
    db.execute(
        f"""
        INSERT OR IGNORE INTO temp.touched_articles
        SELECT DISTINCT m.article_id FROM temp.article_map AS held
        JOIN main.revisions AS m ON m.article_id = held.ours AND m.number > {_AWAY}
        WHERE NOT held.is_new AND held.theirs BETWEEN :first AND :last
        """,
        between,
    )
    grown = f"""
        SELECT article_id FROM main.revisions
        WHERE article_id IN (SELECT id FROM temp.touched_articles) AND number > {_AWAY}
    """
    db.execute(
        f"UPDATE main.revisions SET number = number + 2 * {_AWAY} WHERE number < {_AWAY}"
        f" AND article_id IN ({grown})"
    )
    db.execute(
        f"""
        UPDATE main.revisions AS m SET number = anew.number FROM (
            SELECT id, row_number() OVER (
                PARTITION BY article_id ORDER BY stored_at, text_sha256, id
            ) AS number FROM main.revisions WHERE article_id IN ({grown})
        ) AS anew WHERE m.id = anew.id
        """
    )


def _take_last_text(db: Database) -> None:
    """What an article says now is its last version."""
    db.execute(
        """
        UPDATE main.articles AS m SET title = said.title, text = said.text,
            text_sha256 = said.text_sha256, revision = said.number, last_run = said.run_id,
            last_stored_at = said.stored_at
        FROM main.revisions AS said
        WHERE m.id IN (SELECT id FROM temp.touched_articles) AND said.article_id = m.id
            AND said.number = (SELECT max(number) FROM main.revisions WHERE article_id = m.id)
            AND (m.revision, m.text_sha256, m.last_stored_at)
                <> (said.number, said.text_sha256, said.stored_at)
        """
    )
