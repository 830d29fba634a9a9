"""Search: what users type finds what they mean, and nothing they type is an error."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from storage.articles import store_article
from storage.database import open_store
from storage.search import search
from tests.storage.samples import NOW, article, begin_run

STORIES = {
    "blora": ("Blora raih 97,84", "Ombudsman menilai pelayanan publik Kabupaten Blora baik."),
    "batang": ("Batang zona hijau", "Kepatuhan standar pelayanan bagi publik. Café Batang."),
    "banjir": ("Banjir di Demak", "Air setinggi lutut merendam pasar."),
}


@pytest.fixture
def stories(db: Database) -> Database:
    run_id = begin_run(db)
    for name, (title, text) in STORIES.items():
        story = article(url=f"https://w.example/{name}", title=title, text=text)
        store_article(db, story, run_id=run_id, now=NOW)
    return db


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("blora", ["blora"]),
        ("BLORA ombudsman", ["blora"]),
        ("pelayanan", ["batang", "blora"]),
        ('"pelayanan publik"', ["blora"]),
        ('"pelayanan publik', ["blora"]),
        ("“pelayanan publik”", ["blora"]),
        ("“publik pelayanan”", []),
        ("pelayanan -“pelayanan publik”", ["batang"]),
        ("97,84", ["blora"]),
        ("97.84", ["blora"]),
        ("kepatuh*", ["batang"]),
        ("kepatuh", []),
        ("kep*", ["batang"]),
        ("ke*", []),
        ("di* demak", ["banjir"]),
        ("cafe", ["batang"]),
        ("pelayanan -blora", ["batang"]),
        ('pelayanan -"zona hijau" -😀', ["blora"]),
        ("pelayanan-publik", ["blora"]),
        ("blora banjir", []),
        ("title:blora", []),
        ("-blora", []),
        ("", []),
        (" \t", []),
        ("😀", []),
        ("😀 blora", ["blora"]),
    ],
)
def test_a_query_finds_what_it_means(stories: Database, query: str, names: list[str]) -> None:
    assert sorted(found(stories, query)) == names


@pytest.mark.parametrize(
    "query",
    [
        '"', '""', '"""', "'", "*", "-", "--", "-*", '-"', "a*b*", "AND", "NOT", "OR", "NEAR(a b)",
        "a AND", "NOT a", "(", ")", "{title}:a", "^a", "a + b", "a:b", "\x00", "a\x00b", "\ud800",
        "a\ud800b", "؀", "\u202eabc", "%", "_", ";DROP TABLE articles", "a " * 5000, '"a ' * 5000,
        "x" * 100_000, "²", "ⅷ", "\U0001fae8\U00010ec5",
    ],
    ids=ascii,
)  # fmt: skip
def test_nothing_a_user_types_is_an_error(stories: Database, query: str) -> None:
    assert set(found(stories, query)) <= STORIES.keys()


def found(db: Database, query: str) -> list[str]:
    """The names of the stories that a search finds."""
    return [hit.url.rpartition("/")[2] for hit in search(db, query, 10)]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with open_store(tmp_path_factory.mktemp("empty") / "piagam.sqlite") as store:
        yield store


@settings(max_examples=150, deadline=None)
@given(query=st.text(st.characters(), max_size=40))
@example(query='"-*')
def test_no_text_at_all_is_an_error(empty: Database, query: str) -> None:
    assert search(empty, query, 5) == ()


def test_a_hit_shows_the_passage_and_where_it_stands(stories: Database) -> None:
    (hit,) = search(stories, "menilai ombudsman")
    assert (hit.outlet, hit.title, hit.url) == (
        "wartablora",
        "Blora raih 97,84",
        "https://w.example/blora",
    )
    assert hit.snippet.startswith("[Ombudsman] [menilai] pelayanan")
    assert hit.published == article().published


@pytest.mark.parametrize(("limit", "hits"), [(1, 1), (0, 0), (-1, 0), (10, 2)])
def test_the_limit_holds(stories: Database, limit: int, hits: int) -> None:
    assert len(search(stories, "pelayanan", limit)) == hits


def test_a_better_match_comes_first(db: Database) -> None:
    run_id = begin_run(db)
    for name, text in (("a", "ombudsman " + "kata " * 300), ("b", "ombudsman " * 3), ("c", "x")):
        story = article(url=f"https://w.example/{name}", title="t", text=text)
        store_article(db, story, run_id=run_id, now=NOW)
    assert [hit.url[-1] for hit in search(db, "ombudsman")] == ["b", "a"]


def test_of_words_with_one_beginning_the_newest_come_first(db: Database) -> None:
    run_id = begin_run(db)
    for name, text in (("a", "ombudsman " * 9), ("b", "kata " * 300 + "ombudsmannya"), ("c", "x")):
        story = article(url=f"https://w.example/{name}", title="t", text=text)
        store_article(db, story, run_id=run_id, now=NOW)
    hits = search(db, "ombuds*")
    assert [hit.url[-1] for hit in hits] == ["b", "a"]
    assert hits[0].snippet.endswith("[ombudsmannya]")


def test_only_the_newest_matches_of_a_common_word_are_ranked(db: Database) -> None:
    run_id = begin_run(db)
    with db.atomic():
        for number in range(1100):
            text = "pelayanan " * 5 if number < 50 else f"pelayanan publik nomor {number}"
            story = article(url=f"https://w.example/{number}", title="t", text=text)
            store_article(db, story, run_id=run_id, now=NOW)
    begun = time.monotonic()
    best = search(db, "pelayanan", 5)
    assert time.monotonic() - begun < 2
    assert len(best) == 5
    assert all(int(hit.url.rpartition("/")[2]) >= 100 for hit in best)
