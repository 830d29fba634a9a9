"""Articles and revisions: stored once, changed text kept, any text comes back as it was."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from storage.articles import store_article
from storage.awards import store_claims
from storage.database import StoreError, open_store
from storage.records import Evidence
from storage.search import search
from tests.storage.samples import NOW, TEXT, WIB, article, begin_run, claim, store_story


def test_an_article_keeps_all_that_was_read(db: Database) -> None:
    run_id = begin_run(db)
    story = article(
        modified=datetime(2024, 12, 3, 7, 0, tzinfo=WIB),
        description="d",
        dateline="BLORA",
        editor="E",
        lead_image="https://w.example/a.jpg",
        caption="c",
        photo_credit="Prokompim",
        parts=2,
        warnings=("odd",),
    )
    with db.atomic():
        store_article(db, story, run_id=run_id, now=NOW)
    row = next(db.query("SELECT * FROM articles"))
    for name in story.__dataclass_fields__:
        value = getattr(story, name)
        if isinstance(value, datetime):
            value = value.isoformat()
        kept = json.loads(row[name]) if isinstance(value, tuple) else row[name]
        assert kept == (list(value) if isinstance(value, tuple) else value), name


def test_the_same_text_is_stored_once(db: Database) -> None:
    run_id = begin_run(db)
    first = store_article(db, article(), run_id=run_id, now=NOW)
    again = store_article(db, article(), run_id=run_id, now=NOW)
    assert (first.is_new, first.is_changed) == (True, False)
    assert (again.is_new, again.is_changed) == (False, False)
    assert again.revision_id == first.revision_id
    assert db.table("revisions").count == 1


@pytest.mark.parametrize("change", [{"text": TEXT + "\nTambahan."}, {"title": "Judul lain"}])
def test_a_changed_text_or_title_is_the_next_revision_and_old_claims_stay(
    db: Database, change: dict[str, str]
) -> None:
    run_id = begin_run(db)
    first, claim_id = store_story(db, article(), claim(), run_id=run_id)
    later = begin_run(db)
    second = store_article(db, article(**change), run_id=later, now=NOW)
    assert (second.is_new, second.is_changed) == (False, True)
    assert second.article_id == first.article_id
    row = next(db.query("SELECT title, text, revision, first_run, last_run FROM articles"))
    assert row == {
        "title": article(**change).title,
        "text": article(**change).text,
        "revision": 2,
        "first_run": run_id,
        "last_run": later,
    }
    kept = db.execute(
        "SELECT claims.revision_id, number, text FROM claims"
        " JOIN revisions ON revisions.id = revision_id WHERE claims.id = ?",
        (claim_id,),
    ).fetchone()
    assert kept == (first.revision_id, 1, TEXT)


def test_a_text_that_changes_back_is_a_third_revision(db: Database) -> None:
    run_id = begin_run(db)
    for text in ("a", "b", "a"):
        store_article(db, article(text=text), run_id=run_id, now=NOW)
    rows = db.execute("SELECT number, text FROM revisions ORDER BY number").fetchall()
    assert rows == [(1, "a"), (2, "b"), (3, "a")]


def test_better_metadata_is_taken_over_without_a_new_revision(db: Database) -> None:
    run_id = begin_run(db)
    store_article(db, article(published=None), run_id=run_id, now=NOW)
    again = store_article(db, article(editor="E"), run_id=run_id, now=NOW)
    assert not again.is_changed
    row = db.execute("SELECT published, editor, revision FROM articles").fetchone()
    assert row == ("2024-12-02T23:06:00+07:00", "E", 1)


def test_search_follows_the_current_text(db: Database) -> None:
    run_id = begin_run(db)
    store_article(db, article(text="kata lama"), run_id=run_id, now=NOW)
    store_article(db, article(text="kata baru"), run_id=run_id, now=NOW)
    assert search(db, "lama") == ()
    assert len(search(db, "baru")) == 1
    assert fault_of_index(db) is None


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("shared") / "piagam.sqlite"
    with open_store(path) as store:
        begin_run(store)
        yield store


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
"""With NUL, control and direction marks; only lone surrogates are no text."""


@settings(max_examples=50, deadline=None)
@given(title=ANY_TEXT, text=ANY_TEXT, author=ANY_TEXT, name=st.uuids())
def test_any_text_comes_back_as_it_was_in_every_revision_and_quote(
    shared: Database, title: str, text: str, author: str, name: object
) -> None:
    url = f"https://klikjateng.id/{name}"
    story = article(url=url, title=title, text="first", authors=(author,))
    with shared.atomic():
        store_article(shared, story, run_id=1, now=NOW)
        stored = store_article(shared, article(url=url, title=title, text=text), run_id=1, now=NOW)
        quotes = [(source, value) for source, value in (("title", title), ("text", text)) if value]
        proofs = tuple(
            Evidence(field="score", source=source, start=0, end=len(value), quote=value)
            for source, value in quotes
        )
        store_claims(
            shared,
            article_id=stored.article_id,
            revision_id=stored.revision_id,
            claims=(claim(evidence=proofs, proof=proof_of(proofs), previous=(), units=()),),
        )
    kept = shared.execute(
        "SELECT a.title, a.text, r.title, r.text FROM articles a JOIN revisions r"
        " ON r.article_id = a.id AND r.number = a.revision WHERE a.url = ?",
        (url,),
    ).fetchone()
    assert kept == (title, text, title, text)
    kept_quotes = shared.execute(
        "SELECT source, quote FROM evidence JOIN claims ON claims.id = claim_id"
        " WHERE revision_id = ? ORDER BY evidence.position",
        (stored.revision_id,),
    ).fetchall()
    assert kept_quotes == quotes
    proof, begin, end = shared.execute(
        "SELECT proof, proof_start, proof_end FROM claims WHERE revision_id = ?",
        (stored.revision_id,),
    ).fetchone()
    assert (proof and proof[begin:end]) == (text or title or None)


def proof_of(quotes: tuple[Evidence, ...]) -> Evidence | None:
    return replace(quotes[-1], field="proof") if quotes else None


def test_the_index_agrees_with_all_these_texts(shared: Database) -> None:
    assert fault_of_index(shared) is None


def test_an_index_that_does_not_agree_is_found(db: Database) -> None:
    store_article(db, article(text="kata lama"), run_id=begin_run(db), now=NOW)
    db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    assert "is damaged" in str(fault_of_index(db))


def fault_of_index(db: Database) -> StoreError | None:
    """What is wrong with the search index, compared with the texts that it was made from."""
    try:
        db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        return error
    return None


def test_a_very_long_text_comes_back_as_it_was(db: Database) -> None:
    begin_run(db)
    text = "Nilai 97,84. \u202bשלום\u202c Rp. 5 " * 50_000
    store_article(db, article(text=text), run_id=1, now=NOW)
    assert db.execute("SELECT text FROM articles").fetchone() == (text,)
