"""`piagam serve`: the pages, their files, their languages, and what stands around them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import open_store
from tests.explore.serving import Reader, open_window
from tests.storage.samples import fill


def test_the_front_page_tells_last_night_and_its_news(reader: Reader) -> None:
    page = reader.text("/")
    assert "Baru malam ini" in page
    assert "Kabupaten Blora" in page
    assert "97,84" in page
    assert 'href="/awards/1"' in page


def test_a_table_can_be_had_as_csv(reader: Reader) -> None:
    answer = reader.get("/?table=tonight&format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "piagam-tonight.csv" in answer.headers["content-disposition"]
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["recipient"], row["score"], row["edition_year"]) == (
        "Kabupaten Blora",
        "97.84",
        "2024",
    )


def test_a_table_can_be_had_as_json(reader: Reader) -> None:
    told = json.loads(reader.text("/?table=tonight&format=json"))
    assert told["rows"][0]["score"] == 97.84
    assert told["is_cut"] is False


def test_english_on_request_and_from_then_on(folder: Path) -> None:
    with open_window(folder) as visitor:
        assert "New tonight" in visitor.text("/?lang=en")
        assert "New tonight" in visitor.text("/")
        assert "Baru malam ini" in visitor.text("/?lang=id")


def test_who_comes_back_is_told_what_came_in_between(reader: Reader) -> None:
    page = reader.text("/?since=2024-12-01")
    assert "1 Desember 2024" in page
    assert page.count("Kabupaten Blora") == 2  # tonight, and since then


def test_what_cannot_be_answered_is_said_in_one_line(reader: Reader) -> None:
    table = [
        ("/?since=kemarin", 400, "since: &#39;kemarin&#39; is no day; write 2024-12-02"),
        ("/?table=x&format=csv", 400, "table: no table 'x' here; known: tonight"),
        ("/?format=xls", 400, "format: no format 'xls'; write csv or json"),
        ("/nothing/here", 404, "/nothing/here: no such page"),
    ]
    for path, status, words in table:
        answer = reader.get(path)
        assert answer.status_code == status, path
        assert words in answer.text, path
        assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "status", "hint", "line"),
    [
        ("/nothing", 404, "Tidak ada apa pun di alamat ini.", "/nothing: no such page;"),
        ("/awards/abc", 404, "Tidak ada apa pun di alamat ini.", "/awards/abc: no such page;"),
        ("/awards/999", 404, "Tidak ada apa pun di alamat ini.", "award 999 is not in the store"),
        ("/awards/1/correct", 403, "untuk pembaca yang sudah masuk", "sign in first"),
        ("/league?year=x", 400, "Ada isian yang tidak dapat dipakai", "year: "),
    ],
)
def test_a_problem_is_told_in_the_reader_s_language_before_the_line(
    reader: Reader, path: str, status: int, hint: str, line: str
) -> None:
    answer = reader.get(path)
    assert answer.status_code == status
    assert hint in answer.text
    assert f'<p class="bad" role="alert" lang="en">{line}' in answer.text


def test_only_hosts_of_ours_are_answered(reader: Reader) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example:80", "", "localhost@evil.example"):
        answer = reader.get("/", headers={"Host": host})
        assert answer.status_code in (400, 421), host
        assert "Blora" not in answer.text
    assert reader.get("/", headers={"Host": "localhost"}).status_code == 200


def test_a_named_host_is_answered(folder: Path) -> None:
    with open_window(folder, '[serve]\nnames = ["Piagam.example.org"]') as visitor:
        assert visitor.get("/", headers={"Host": "piagam.example.org:443"}).status_code == 200


def test_nothing_from_elsewhere_and_nothing_inline(reader: Reader) -> None:
    answer = reader.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_robots_are_asked_to_stay_away(reader: Reader) -> None:
    assert "Disallow: /" in reader.text("/robots.txt")


def test_datasette_s_own_pages_stand_in_our_frame(reader: Reader) -> None:
    page = reader.text("/piagam/award_board")
    assert "Kabupaten Blora" in page
    assert 'class="top"' in page
    assert reader.get("/piagam.db").status_code in (403, 404)


def test_a_store_that_is_gone_or_damaged_is_said_in_one_line(tmp_path: Path) -> None:
    store = tmp_path / "piagam.sqlite"
    with open_store(store) as db:
        fill(db)
    with open_window(tmp_path) as visitor:
        store.rename(tmp_path / "kept")
        gone = visitor.get("/?format=csv&table=tonight")
        store.write_text("nothing of the kind" * 1000)
        damaged = visitor.get("/")
        store.unlink()
        (tmp_path / "kept").rename(store)
        assert "97,84" in visitor.text("/")
    assert (gone.status_code, gone.text.count("\n")) == (503, 1)
    assert "the store: cannot be opened" in gone.text
    assert damaged.status_code == 503
    assert "the store: is no SQLite file" in damaged.text


def test_a_free_port_is_named_when_the_wanted_one_is_taken(reader: Reader, folder: Path) -> None:
    port = reader.address.rpartition(":")[2]
    ended = subprocess.run(
        [sys.executable, "-m", "crawler.cli", "serve", "--port", port],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "choose another with --port" in ended.stderr


def test_without_a_store_one_line_says_so(tmp_path: Path) -> None:
    (tmp_path / "piagam.toml").write_text('contact = "https://example.org/us"\n')
    ended = subprocess.run(
        [sys.executable, "-m", "crawler.cli", "serve"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert (
        ended.stderr
        == "piagam: piagam.sqlite: no such store; `piagam crawl` makes one, or name another file\n"
    )
    assert not (tmp_path / "piagam.sqlite").exists()


def test_a_crawl_s_new_award_is_there_at_once(folder: Path, reader: Reader) -> None:
    with open_store(folder / "piagam.sqlite") as db:
        db.execute("UPDATE awards SET predicate = 'Kualitas Tertinggi'")
    assert "Kualitas Tertinggi" in reader.text("/")
