"""What a merge still has to do: bodies whose awards are to be made anew, articles to be compared.

Both outlive a merge that is cut short; the next one goes on.
"""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database


def note_unsettled(db: Database, articles: str) -> None:
    """These articles and the bodies that they speak of, or spoke of; call inside `atomic()`.

    `articles` is SQL that selects their numbers.
    """
    db.execute(
        f"""
        INSERT OR IGNORE INTO main.unsettled_bodies (scheme, recipient)
        SELECT DISTINCT scheme, recipient FROM main.claims WHERE article_id IN ({articles})
            AND (superseded_run IS NULL OR id IN (SELECT claim_id FROM main.award_claims))
        """  # noqa: S608 - constants
    )
    db.execute(
        f"""
        INSERT OR IGNORE INTO main.uncompared_articles (article_id)
        SELECT DISTINCT article_id FROM main.claims WHERE article_id IN ({articles})
        """  # noqa: S608 - constants
    )


def uncompared(db: Database, scheme: str, recipients: Sequence[str]) -> tuple[int, ...]:
    """Articles that speak of these bodies and are yet to be compared with others that do."""
    rows = db.execute(
        """
        SELECT DISTINCT article_id FROM claims CROSS JOIN uncompared_articles USING (article_id)
        WHERE scheme = ? AND recipient IN (SELECT value FROM json_each(?))
            AND superseded_run IS NULL ORDER BY article_id
        """,
        (scheme, json.dumps(list(recipients))),
    )
    return tuple(article_id for (article_id,) in rows)


def silent(db: Database, most: int) -> tuple[int, ...]:
    """Some articles yet to be compared, when no body waits: they say nothing any more."""
    rows = db.execute("SELECT article_id FROM uncompared_articles LIMIT ?", (most,))
    return tuple(article_id for (article_id,) in rows)


def forget_uncompared(db: Database, articles: Iterable[int]) -> None:
    """They are compared; belongs in the transaction that notes what they are like."""
    db.execute(
        "DELETE FROM uncompared_articles WHERE article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )


def unsettled(db: Database, most: int) -> tuple[str, tuple[str, ...]] | None:
    """Some bodies under one scheme whose awards are to be made anew; None when there are none."""
    rows = db.execute(
        """
        SELECT scheme, recipient FROM unsettled_bodies
        WHERE scheme = (SELECT min(scheme) FROM unsettled_bodies) ORDER BY recipient LIMIT ?
        """,
        (most,),
    ).fetchall()
    return (str(rows[0][0]), tuple(recipient for _, recipient in rows)) if rows else None


def forget_unsettled(db: Database, scheme: str, recipients: Sequence[str]) -> None:
    """Their awards are made anew; belongs in the transaction that does so."""
    db.execute(
        "DELETE FROM unsettled_bodies WHERE scheme = ?"
        " AND recipient IN (SELECT value FROM json_each(?))",
        (scheme, json.dumps(list(recipients))),
    )


def left_to_do(db: Database) -> int:
    """How many bodies still wait."""
    (count,) = db.execute("SELECT count(*) FROM unsettled_bodies").fetchone()
    return int(count)
