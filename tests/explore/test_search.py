"""The search page: what it finds, how it narrows, what it shows to whom, and what it survives."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from sqlite_utils import Database

from crawler.explore.pages.search import PLACES
from crawler.explore.speaking import load_texts
from crawler.reference import refresh_reference
from storage.articles import store_article
from storage.database import open_store
from storage.reading.searches import (
    Sought,
    best_articles,
    best_claims,
    matching_articles,
    matching_claims,
)
from tests.explore.plans import asked, walked
from tests.explore.serving import Reader, open_window
from tests.storage.samples import NOW, WIB, article, begin_run, claim, fill, store_story

HOSTILE = '<script>alert("x")</script> & \x02jembatan\x03 <mark>'

NARROWED = {
    "outlet": "wartablora",
    "since": "2020-01-01",
    "until": "2025-01-01",
    "province": "33",
    "scheme": "ombudsman-kepatuhan",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled store, 30 stories of rain in 2023, and one that is up to no good."""
    made = tmp_path_factory.mktemp("search")
    with open_store(made / "piagam.sqlite") as db:
        run_id = fill(db)
        refresh_reference(db)
        begun = datetime(2023, 1, 1, 8, 0, tzinfo=WIB)
        for number in range(30):
            story = article(
                url=f"https://w.example/hujan/{number}",
                title=f"Hujan {number}",
                text="Hujan deras di Demak.",
                published=begun + timedelta(days=number),
            )
            store_article(db, story, run_id=run_id, now=NOW)
        bad = article(url="https://w.example/bad", title=HOSTILE, text=HOSTILE, published=None)
        store_article(db, bad, run_id=run_id, now=NOW)
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    with open_window(folder) as opened:
        yield opened


def titles(reader: Reader, **asked: str) -> list[str]:
    """The headlines (recipients, in claims) that a search finds, as its file has them."""
    told = json.loads(reader.text("/search?" + urlencode(asked | {"format": "json"})))
    column = "recipient" if asked.get("in") == "claims" else "title"
    return [row[column] for row in told["rows"]]


def test_a_match_is_marked_in_headline_and_passage(reader: Reader) -> None:
    page = reader.text("/search?q=penghargaan+ombudsman")
    assert 'href="/articles/1"' in page
    assert "Blora raih <mark>penghargaan</mark> kepatuhan" in page
    assert "<mark>Ombudsman</mark> memberi Kabupaten Blora" in page
    assert "2 hasil ditemukan." in page


def test_claims_are_found_by_what_they_say(reader: Reader) -> None:
    page = reader.text("/search?q=blora+%2297,48%22&in=claims")
    assert "Kabupaten <mark>Blora</mark>" in page
    assert "nilai <mark>97,48</mark> untuk" in page
    assert 'href="/awards/1"' in page
    assert titles(reader, q="blora", **{"in": "claims"}) == ["Kabupaten Blora"] * 2


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({}, 2),
        ({"outlet": "klikjateng"}, 1),
        ({"from": "2024-12-03"}, 1),
        ({"to": "2024-12-02"}, 1),
        ({"from": "2024-12-02", "to": "2024-12-03"}, 2),
        ({"from": "2020-01-01", "to": "2024-12-02"}, 1),
        ({"from": "2024-12-03", "outlet": "wartablora"}, 0),
        ({"scheme": "ombudsman-kepatuhan"}, 2),
        ({"scheme": "sakip"}, 0),
        ({"province": "33"}, 2),
        ({"province": "35"}, 0),
        ({"province": "33", "scheme": "sakip"}, 0),
    ],
)
@pytest.mark.parametrize("place", ["articles", "claims"])
def test_each_way_of_narrowing_narrows(
    reader: Reader, place: str, narrowed: dict[str, str], found: int
) -> None:
    assert len(titles(reader, q="blora", **narrowed, **{"in": place})) == found


def test_a_story_without_a_day_is_found_by_outlet_and_not_by_day(reader: Reader) -> None:
    assert titles(reader, q="jembatan", outlet="wartablora") != []
    assert titles(reader, q="jembatan", **{"from": "2020-01-01"}) == []


def test_pages_follow_each_other_and_none_is_lost(reader: Reader) -> None:
    first = reader.text("/search?q=hujan+demak&outlet=wartablora")
    assert "30 hasil ditemukan." in first
    (further,) = re.findall(r'href="(/search\?[^"]+)" rel="next"', first)
    assert "outlet=wartablora" in further
    second = reader.text(further.replace("&amp;", "&"))
    assert 'rel="next"' not in second
    assert 'rel="prev"' in second
    found = re.findall(r"<mark>Hujan</mark> (\d+)</a>", first + second)
    assert sorted(found, key=int) == [str(number) for number in range(30)]
    assert "tidak ada" in reader.text("/search?q=hujan&page=3")


def test_a_claim_that_counts_no_more_is_left_out(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        run_id = begin_run(db)
        store_story(db, article(), claim(), run_id=run_id)
        changed = article(text="Kabupaten Demak menerima nilai 80 dari Ombudsman.")
        said = claim(recipient="Kabupaten Demak", proof=None, evidence=())
        store_story(db, changed, said, run_id=run_id)
    with open_window(tmp_path) as reader:
        assert titles(reader, q="ombudsman", **{"in": "claims"}) == ["Kabupaten Demak"]


def test_markup_stays_text(reader: Reader) -> None:
    for path in (f"/search?q={quote(HOSTILE)}", "/search?q=jembatan", "/search?q=<b>jembatan"):
        page = reader.text(path)
        assert "<script" not in page
        assert "<b>" not in page
    assert "&lt;script&gt;alert(" in reader.text("/search?q=jembatan")


@pytest.mark.parametrize(
    "query",
    [
        '"', '""', "'", "*", "-", "-*", '-"', "a*b*", "AND", "NOT", "OR", "NEAR(a b)", "(", ")",
        "{title}:a", "^a", "a + b", "a:b", "\x00", "a\x00b", "%", "_", ";DROP TABLE articles",
        "a " * 200, '"a ' * 120, "²", "\u202eabc", "\x02", "\U0001fae8", "pel*",
    ],
    ids=ascii,
)  # fmt: skip
def test_nothing_that_is_typed_is_an_error(reader: Reader, query: str) -> None:
    for place, _ in PLACES:
        answer = reader.get("/search?" + urlencode({"q": query, "in": place, "outlet": ""}))
        assert answer.status_code == 200
        assert "<h1>Cari</h1>" in answer.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("in=photos", "in: &#39;photos&#39; is not known; choose one of the list"),
        ("outlet=x'y", "outlet: &#34;x&#39;y&#34; is not known"),
        ("province=3", "province: &#39;3&#39; is not known"),
        ("scheme=nobel", "scheme: &#39;nobel&#39; is not known"),
        ("from=kemarin", "from: &#39;kemarin&#39; is no day; write 2024-12-02"),
        ("from=2024-12-03&to=2024-12-02", "from: 2024-12-03 lies behind 2024-12-02"),
        ("page=0", "page: &#39;0&#39; is no number from 1 to 50"),
        ("page=51", "is no number from 1 to 50"),
        ("q=" + "a" * 501, "q: has more than 500 characters; write less"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(
    reader: Reader, asked: str, words: str
) -> None:
    answer = reader.get(
        f"/search?{asked}" if asked.startswith("q=") else f"/search?q=blora&{asked}"
    )
    assert answer.status_code == 400
    assert words in answer.text


def test_a_query_without_a_word_says_so(reader: Reader) -> None:
    assert "Tidak ada kata yang dapat dicari" in reader.text("/search?q=-blora")
    assert "Tidak ada kata" not in reader.text("/search")
    assert "Tidak ada yang ditemukan" in reader.text("/search?q=gempa")


def test_private_texts_are_not_quoted(folder: Path) -> None:
    with open_window(folder, "[serve]\nprivate_text = true") as stranger:
        page = stranger.text("/search?q=deras")
        assert "Hujan 29" in page
        assert "deras di Demak" not in page
        assert "bagi yang sudah masuk" in page
        told = json.loads(stranger.text("/search?q=deras&format=json"))
        assert "snippet" not in told["rows"][0]
        assert "nilai 97,48 untuk" in stranger.text("/search?q=blora&in=claims")


def test_of_a_common_word_the_newest_thousand_are_found(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        many(db, 1_010)
    with open_window(tmp_path) as reader:
        assert "Lebih dari 1.000; 1.000 yang terbaru" in reader.text("/search?q=banjir")
        assert "Lebih dari" not in reader.text("/search?q=nomor1009")
        assert json.loads(reader.text("/search?q=ban*&format=json"))["is_cut"] is True
        assert titles(reader, q="ban*")[0] == "Banjir nomor1009"


def many(db: Database, count: int) -> None:
    run_id = begin_run(db)
    with db.atomic():
        for number in range(count):
            story = article(
                url=f"https://w.example/{number}", title=f"Banjir nomor{number}", text="Banjir."
            )
            store_article(db, story, run_id=run_id, now=NOW)


@pytest.mark.parametrize("narrowed", [{}, NARROWED, NARROWED | {"is_wide": True}])
def test_no_search_walks_through_a_table_that_grows(folder: Path, narrowed: dict[str, Any]) -> None:
    sought = Sought(expression='"blora"', **narrowed)
    with open_store(folder / "piagam.sqlite") as db:
        with asked(db) as queries:
            best_articles(db, '"blora"', matching_articles(db, sought), limit=5)
            best_claims(db, '"blora"', matching_claims(db, sought), limit=5)
        assert len(queries) >= 4
        for query in queries:
            assert walked(db, query, {}) == set(), query


def test_every_place_has_its_words() -> None:
    assert {title for _, title in PLACES} <= load_texts().keys()
