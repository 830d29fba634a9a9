"""What strangers ask for: each attempt ends in one line, and the window stays up and quick."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest

from crawler.explore.confinement import confine
from crawler.explore.expansion import is_endless
from storage.database import open_store
from tests.explore.hostile import MARKUP, SCRIPT, assert_alive, raw
from tests.explore.serving import Reader

COUNTING = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t {end}) "
NAMES = ", ".join(f"pragma_function_list AS a{number}" for number in range(6))
PARTS = ", ".join(
    f"a{n}(x) AS (SELECT p.x FROM a{n - 1} p, a{n - 1} q LIMIT 1)" for n in range(1, 30)
)
COUNTS = ", 2000000000, 'x'" * 30
LONG = "printf('%.*c', 190000, 'a')"


def asked(window: Reader, sql: str) -> str:
    """What a query is refused with: one line."""
    answer = window.get(f"/piagam.json?sql={quote(sql)}")
    assert answer.status_code == 400, answer.text[:300]
    is_json = answer.headers["content-type"].startswith("application/json")
    return str(answer.json()["error"]) if is_json else answer.text


@pytest.mark.parametrize(
    ("sql", "line"),
    [
        # writing
        ("insert into awards (id) values (9)", "must be a SELECT"),
        ("update awards set score = 1", "must be a SELECT"),
        ("-- select\ndelete from awards", "must be a SELECT"),
        ("explain delete from awards", "must be a SELECT"),
        ("with x as (select 1) delete from awards", "not authorized"),
        ("with x as (select 1) insert into outlets (name) select 'x'", "not authorized"),
        ("with x as (select 1) update awards set score = 1 returning id", "not authorized"),
        ("select 1; delete from awards", "one statement"),
        ("insert into articles_fts (articles_fts) values ('delete-all')", "must be a SELECT"),
        ("with x as (select 1) replace into articles_fts values ('rebuild')", ""),
        ("create temp table x (y)", "must be a SELECT"),
        ("begin exclusive", "must be a SELECT"),
        ("pragma writable_schema = 1", "must be a SELECT"),
        ("select * from pragma_journal_mode('off')", "disallowed PRAGMA"),
        ("select * from \"pragma_journal_mode\"('off')", ""),
        ("select * from pragma_wal_checkpoint", "disallowed PRAGMA"),
        # files and code
        ("attach '/etc/passwd' as p", "must be a SELECT"),
        ("with x as (select 1) attach '/etc/passwd' as p", "syntax error"),
        ("vacuum into '/tmp/copy'", "must be a SELECT"),
        ("select load_extension('/tmp/x.so')", "not authorized"),
        ("select fts3_tokenizer('x', x'00')", "not authorized"),
        ("select readfile('/etc/passwd')", "no such function"),
        ("select writefile('/tmp/x', 'y')", "no such function"),
        ("select * from fsdir('/etc')", "no such table"),
        ("select * from sqlite_dbpage", "no such table"),
        # for ever
        (COUNTING.format(end="") + "SELECT count(*) FROM t", "took too long"),
        (f"SELECT count(*) FROM {NAMES}", "took too long"),
        (f"SELECT count(*) FROM {', '.join(f'awards a{n}' for n in range(65))}", "at most 64"),
        (f"WITH a0(x) AS (SELECT 1), {PARTS} SELECT * FROM a29", "each other too often"),
        (f"SELECT {LONG} LIKE '%' || printf('%.*c', 5000, 'a') || 'b'", "too complex"),
        (f"SELECT {LONG} GLOB '*' || printf('%.*c', 5000, 'a') || 'b'", "too complex"),
        ("SELECT 'aaaaaaaaaaaaaaaaaaaaaaaa!' REGEXP '(a+)+$'", "no such function"),
        ("SELECT json_patch('{}', '{}')", "not authorized"),
        # memory
        ("SELECT zeroblob(1000000000)", "too big"),
        ("SELECT length(randomblob(1000000000))", "too big"),
        (COUNTING.format(end="LIMIT 300000") + "SELECT group_concat(n) FROM t", "too big"),
        (COUNTING.format(end="LIMIT 900") + "SELECT zeroblob(190000) FROM t", "ask for less"),
        (COUNTING.format(end="LIMIT 900") + f"SELECT {LONG} FROM t", "ask for less"),
        (COUNTING.format(end="") + "SELECT zeroblob(190000) b FROM t ORDER BY b", "took too long"),
        (f"SELECT {','.join('1' for _ in range(300))}", "too many columns"),
        (f"SELECT {'(' * 300}1{')' * 300}", "parser stack overflow"),
    ],
)
def test_a_query_that_does_more_than_read_a_little_is_refused(
    window: Reader, hostile: Path, sql: str, line: str
) -> None:
    before = (hostile / "piagam.sqlite").read_bytes()
    told = asked(window, sql)
    assert line in told
    assert told.strip().count("\n") == 0 or "took too long" in told
    assert_alive(window)
    assert (hostile / "piagam.sqlite").read_bytes() == before
    assert not Path("/tmp/copy").exists()  # noqa: S108 - that is what was tried


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        (f"SELECT printf('{'%.*c' * 30}'{COUNTS})", None),
        ("SELECT printf('%1000000000d%1000000000d', 1, 2)", None),
        ("SELECT format('%.*s', '2000000000', 'x')", None),
        (f"SELECT length(trim({LONG}, printf('%.*c', 190000, 'b') || 'a'))", 0),
        (f"SELECT instr({LONG}, printf('%.*c', 95000, 'a') || 'b')", 0),
        ("SELECT printf('%05.2f|%-4s|%%|%,d', 3.14159, 'x', 1234567)", "03.14|x   |%|1,234,567"),
        ("SELECT printf('%*d|%.*f', 6, 42, 1, 2.55)", "    42|2.6"),
        ("SELECT ltrim('  xx ') || '|' || rtrim('abcb', 'bc') || '|' || trim('aba', 'a')", None),
    ],
)
def test_functions_without_end_have_one_and_the_others_work(
    window: Reader, sql: str, value: object
) -> None:
    expected = "xx |a|b" if value is None and "ltrim" in sql else value
    assert window.get(f"/piagam.json?sql={quote(sql)}").json()["rows"] == [[expected]]
    assert_alive(window)


@pytest.mark.parametrize(
    ("path", "status", "line"),
    [
        # pieces of SQL and parameters of Datasette
        ("/piagam/awards?_where=1;delete+from+awards", 400, "one statement"),
        ("/piagam/awards?_where=(select+load_extension('x'))", 400, "not authorized"),
        ("/piagam/awards?_where=randomblob(1e9)", 400, "too big"),
        (f"/piagam/awards?_where=x+in+(WITH+a0(x)+AS+(SELECT+1),{quote(PARTS)}+SELECT+x+FROM+a29)",
         400, "each other too often"),
        ("/piagam/award_board?_fts_table=articles_fts&_search=x", 400, "not served here"),
        ("/piagam.json?sql=select+1&_timelimit=x", 400, "invalid literal"),
        ("/piagam.json?sql=select+1&_trace=1", 400, "not served here"),
        ("/piagam/awards.json?_size=x", 400, "_size must be"),
        ("/piagam/awards.json?_size=100000000", 400, "_size must be"),
        ("/piagam/awards.json?_shape=x", 400, "Invalid _shape"),
        ("/piagam/awards.json?_sort=x", 400, "Cannot sort"),
        ("/piagam/awards.json?" + "&".join(f"x{n}=1" for n in range(300)), 400, "200 parameters"),
        # files
        ("/window/..%2f..%2fconfig.py", 404, "not found"),
        ("/window/%2e%2e/%2e%2e/config.py", 404, "not found"),
        ("/window//etc/passwd", 404, "not inside root"),
        ("/-/static/..%2f..%2fapp.py", 404, "not found"),
        ("/window/", 403, "not allowed"),
        ("/piagam.db", 403, "forbidden"),
        # what Datasette is made of
        ("/-/password-tool", 404, "not found"), ("/-/permissions", 404, "not found"),
        ("/-/allow-debug", 404, "not found"), ("/-/messages", 404, "not found"),
        ("/-/threads.json", 404, "not found"), ("/-/actor.json", 404, "not found"),
        ("/-/metadata.json", 404, "not found"), ("/-/settings.json", 404, "not found"),
        ("/-/plugins.json", 404, "not found"), ("/-/auth-token?token=x", 404, "not found"),
        ("/-/LOGIN", 404, "no such page"), ("/.json", 404, "not found"),
        ("/_internal", 404, "not found"), ("/~5Finternal", 404, "not found"),
        ("/:memory:", 404, "not found"), ("//evil.example/", 404, "not found"),
        # addresses
        ("/?q=" + "x" * 8_000, 414, "more than 8000 bytes"),
        ("/" + "a/" * 3_990, 400, ""),
        ("/awards/" + "9" * 400 + "/correct", 404, "no such page"),
        (f"/?since={quote(MARKUP)}", 400, "is no day"),
        (f"/?since=2024-01-01&format={quote(MARKUP)}", 400, "no format"),
        ("/?lang=../../etc", 200, ""), ("/?since=%ff%00", 400, "is no day"),
    ],
)  # fmt: skip
def test_an_address_that_asks_for_too_much_is_refused(
    window: Reader, path: str, status: int, line: str
) -> None:
    answer = raw(window, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n")
    assert answer.status in (status, 302, 404) if not line else answer.status == status
    assert line.casefold() in answer.body.casefold()
    assert "Traceback" not in answer.body
    assert SCRIPT not in answer.body or "text/plain" in answer.head
    assert "root:" not in answer.body
    assert_alive(window)


def test_addresses_of_subscribers_are_not_shown(window: Reader, hostile: Path) -> None:
    with open_store(hostile / "piagam.sqlite") as db:
        db.execute(
            "INSERT INTO deliveries (alert_id, person, created_at, changed_at)"
            " VALUES (1, 'warga@example.org', '2024-12-02T18:30:00Z', '2024-12-02T18:30:00Z')"
        )
    for path in (
        "/piagam/deliveries.json",
        "/piagam.json?sql=select+person||''+from+deliveries",
        "/piagam.json?sql=select+count(*)+from+deliveries+where+person+like+'warga%25'",
    ):
        answer = window.get(path)
        assert answer.status_code == 200, answer.text
        assert "warga" not in str(answer.json()["rows"])
        assert answer.json()["rows"] not in ([], [[1]])


def test_a_confined_connection_reads_and_nothing_else(tmp_path: Path) -> None:
    """Also where the file could be written: the authorizer alone holds."""
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        connection.execute("CREATE TABLE t (x)")
        confine(connection)
        for sql in (
            "INSERT INTO t VALUES (1)", "DROP TABLE t", "ATTACH ':memory:' AS m",
            "PRAGMA journal_mode = off", "CREATE TEMP TABLE u (x)", "VACUUM", "BEGIN EXCLUSIVE",
        ):  # fmt: skip
            with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|denied|too many"):
                connection.execute(sql)
        assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("sql", "is_so"),
    [
        (f"WITH a0(x) AS (SELECT 1), {PARTS} SELECT * FROM a29", True),
        (f"with a0(x) as not materialized (select 1), {PARTS} select 1", True),
        (f'WITH "a0" AS (SELECT 1), {PARTS.upper()} SELECT 1 FROM A29', True),
        (f"WITH a0 /* ( */ AS /**/ (SELECT 1), {PARTS} SELECT * FROM 'a29'", True),
        ("WITH a AS (SELECT 1 x), b AS (SELECT a.x, a.x FROM a) SELECT b.x FROM a, b", False),
        ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t", False),
        ("SELECT cast(x AS int), y AS z FROM t AS u JOIN (SELECT 1) AS v", False),
        ("SELECT 'a AS (a a a' || \"b", False),
        ("", False),
    ],
)
def test_parts_that_use_each_other_without_end_are_reckoned_beforehand(
    sql: str, is_so: bool
) -> None:
    assert is_endless(sql) is is_so
