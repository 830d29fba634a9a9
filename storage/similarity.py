"""Which stored articles that speak of the same award have alike texts."""

import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database


def texts_beside(db: Database, article_id: int) -> Mapping[int, str]:
    """The texts of the articles that may report an award that this one reports, by number.

    Same recipient and scheme, and an edition at most a year away, for one of them may be guessed.
    """
    rows = db.execute(
        """
        SELECT DISTINCT articles.id, articles.text FROM claims AS mine
        JOIN claims AS theirs ON theirs.recipient = mine.recipient AND theirs.scheme = mine.scheme
            AND theirs.article_id <> mine.article_id AND theirs.superseded_run IS NULL
            AND ifnull(abs(theirs.edition_year - mine.edition_year) <= 1, 1)
        JOIN articles ON articles.id = theirs.article_id
        WHERE mine.article_id = ? AND mine.superseded_run IS NULL
        """,
        (article_id,),
    )
    return dict(rows.fetchall())


def keep_similar(db: Database, article_id: int, similar: Mapping[int, float]) -> None:
    """Note which articles have a text like this one's, and how alike; what was noted goes."""
    db.execute(
        "DELETE FROM similar_articles WHERE article_id = ? OR other_id = ?",
        (article_id, article_id),
    )
    for other, share in similar.items():
        db.execute(
            "INSERT INTO similar_articles (article_id, other_id, similarity) VALUES (?, ?, ?)",
            (*sorted((article_id, other)), share),
        )


def similar_pairs(db: Database, articles: Iterable[int]) -> frozenset[frozenset[int]]:
    """The pairs with alike texts among these articles."""
    ids = json.dumps(sorted(articles))
    rows = db.execute(
        """
        SELECT article_id, other_id FROM similar_articles
        WHERE article_id IN (SELECT value FROM json_each(:ids))
            AND other_id IN (SELECT value FROM json_each(:ids))
        """,
        {"ids": ids},
    )
    return frozenset(frozenset(pair) for pair in rows.fetchall())
