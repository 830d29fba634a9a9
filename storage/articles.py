"""Clean stories and every version of their text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlite_utils import Database

from storage.outlets import register_outlet
from storage.records import Article
from storage.timestamps import optional_zoned_text, read_moment, utc_text

_ENCODER = json.JSONEncoder(ensure_ascii=False)
"""Made once: `json.dumps` makes one for every call that is not plain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """Where an article lies, and whether its text is worth reading for claims."""

    article_id: int
    revision_id: int
    """The current version of the text."""
    is_new: bool
    is_changed: bool
    """Known before with another title or text."""


def store_article(
    db: Database, article: Article, *, run_id: int, now: datetime, address: str | None = None
) -> StoredArticle:
    """Store a story under its canonical URL; call it inside `atomic()`.

    A changed title or text becomes the next revision. Metadata is always taken over. `address` is
    the one it was asked for at, its own where none is given.
    """
    values = _values(article) | {"run": run_id, "now": utc_text(now)}
    values["address"] = address or article.url
    row = db.execute(
        """
        SELECT a.id, a.revision, r.id, a.text_sha256 IS :text_sha256, o.name FROM (SELECT 1)
        LEFT JOIN outlets o ON o.name = :outlet LEFT JOIN articles a ON a.url = :url
        LEFT JOIN revisions r ON r.article_id = a.id AND r.number = a.revision
        """,
        values,
    ).fetchone()
    article_id, number, revision_id, is_same, outlet = row
    if outlet is None:
        register_outlet(db, name=article.outlet, now=now)
    if article_id is None:
        return _store_new(db, values)
    values |= {"id": article_id, "number": number if is_same else number + 1}
    _take_over_metadata(db, values)
    if not is_same:
        revision_id = _store_next_revision(db, values)
    return StoredArticle(
        article_id=article_id, revision_id=revision_id, is_new=False, is_changed=not is_same
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldArticle:
    """An article as the store holds it."""

    stored: StoredArticle
    address: str
    """Where it was asked for."""
    article: Article


def article_ids(db: Database, outlets: Sequence[str] = ()) -> tuple[int, ...]:
    """The articles of these outlets, of all where none is named, the oldest first."""
    rows = db.execute(
        "SELECT id FROM articles WHERE :all OR outlet IN (SELECT value FROM json_each(:outlets))"
        " ORDER BY id",
        {"all": not outlets, "outlets": json.dumps(list(outlets))},
    )
    return tuple(article_id for (article_id,) in rows)


def held_article(db: Database, article_id: int) -> HeldArticle:
    """The article of this number. LookupError when there is none."""
    row = next(
        db.query(
            """
            SELECT a.*, r.id AS revision_id FROM articles a
            JOIN revisions r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = ?
            """,
            [article_id],
        ),
        None,
    )
    if row is None:
        raise LookupError(f"article {article_id} is not in the store")
    values = {name: row[name] for name in Article.__dataclass_fields__}
    values |= {name: tuple(json.loads(row[name])) for name in ("authors", "tags", "warnings")}
    values |= {name: read_moment(row[name]) for name in ("published", "modified")}
    stored = StoredArticle(
        article_id=article_id, revision_id=row["revision_id"], is_new=False, is_changed=False
    )
    return HeldArticle(
        stored=stored, address=row["address"] or row["url"], article=Article(**values)
    )


def current_text(db: Database, article_id: int) -> str:
    """The clean text of the article as it is now. LookupError when there is none."""
    row = db.execute("SELECT text FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise LookupError(f"article {article_id} is not in the store")
    return str(row[0])


def text_digest(title: str, text: str) -> str:
    """What two versions of a story are compared by."""
    return sha256(f"{title}\n{text}".encode()).hexdigest()


def _values(article: Article) -> dict[str, str | int | None]:
    values: dict[str, str | int | None] = {
        name: getattr(article, name) for name in Article.__dataclass_fields__
    }
    return values | {
        "published": optional_zoned_text(article.published),
        "modified": optional_zoned_text(article.modified),
        "authors": _json(article.authors),
        "tags": _json(article.tags),
        "warnings": _json(article.warnings),
        "text_sha256": text_digest(article.title, article.text),
    }


def _json(values: tuple[str, ...]) -> str:
    return _ENCODER.encode(values)


def _store_new(db: Database, values: dict[str, str | int | None]) -> StoredArticle:
    cursor = db.execute(
        """
        INSERT INTO articles (outlet, url, title, text, published, published_source, modified,
            description, dateline, authors, editor, section, tags, lead_image, caption,
            photo_credit, parts, warnings, text_sha256, first_run, first_stored_at, last_run,
            last_stored_at, address)
        VALUES (:outlet, :url, :title, :text, :published, :published_source, :modified,
            :description, :dateline, :authors, :editor, :section, :tags, :lead_image, :caption,
            :photo_credit, :parts, :warnings, :text_sha256, :run, :now, :run, :now, :address)
        """,
        values,
    )
    article_id = int(cursor.lastrowid or 0)
    revision_id = _insert_revision(db, values | {"id": article_id, "number": 1})
    return StoredArticle(
        article_id=article_id, revision_id=revision_id, is_new=True, is_changed=False
    )


def _take_over_metadata(db: Database, values: dict[str, str | int | None]) -> None:
    db.execute(
        """
        UPDATE articles SET published = :published,
            published_source = :published_source, modified = :modified,
            description = :description, dateline = :dateline, authors = :authors,
            editor = :editor, section = :section, tags = :tags, lead_image = :lead_image,
            caption = :caption, photo_credit = :photo_credit, parts = :parts, warnings = :warnings,
            address = :address
        WHERE id = :id
        """,
        values,
    )


def _store_next_revision(db: Database, values: dict[str, str | int | None]) -> int:
    db.execute(
        """
        UPDATE articles SET title = :title, text = :text, text_sha256 = :text_sha256,
            revision = :number, last_run = :run, last_stored_at = :now
        WHERE id = :id
        """,
        values,
    )
    return _insert_revision(db, values)


def _insert_revision(db: Database, values: dict[str, str | int | None]) -> int:
    cursor = db.execute(
        """
        INSERT INTO revisions (article_id, number, title, text, text_sha256, run_id, stored_at)
        VALUES (:id, :number, :title, :text, :text_sha256, :run, :now)
        """,
        values,
    )
    return int(cursor.lastrowid or 0)
