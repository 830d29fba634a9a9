"""`piagam awards`: choosing, the trend of each, and no more read than is shown."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest
from sqlite_utils import Database

from crawler.cli.sparkline import sparkline
from storage.awards import insert_award
from storage.board import award_board, count_awards
from storage.database import open_store
from storage.reading.histories import YearScore
from storage.records import AwardStatus
from tests.cli.console import Console, widest
from tests.storage.samples import NOW, award_of, begin_run, claim, fill

MANY = 250


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    """Blora's award of 2024 with 2023 told in it, and awards of Tegal from 2019 to 2022."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        run = fill(store)
        for year, score in ((2019, 70.0), (2020, 80.5), (2021, 75.25), (2022, 90.0)):
            said = claim(
                recipient="DPMPTSP Kota Tegal",
                recipient_code="33.76",
                scheme="sakip",
                edition_year=year,
                score=score,
                score_raw=str(score).replace(".", ","),
            )
            insert_award(store, award_of(said), run_id=run, now=NOW - timedelta(days=year - 2000))
        yield store


def listed(console: Console, *filters: str) -> list[tuple[str, int]]:
    said = console.run("awards", "--json", *filters)
    assert (said.code, said.err) == (0, "")
    rows = map(json.loads, said.out.splitlines())
    return [(row["recipient"].split()[-1], row["edition_year"]) for row in rows]


BLORA = ("Blora", 2024)
TEGAL = [("Tegal", year) for year in (2022, 2021, 2020, 2019)]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ([], [BLORA, *TEGAL]),
        (["--family", "public-service"], [BLORA]),
        (["--family", "governance"], TEGAL),
        (["--family", "other"], []),
        (["--family", "governance", "--scheme", "sakip", "--year", "2020"], TEGAL[2:3]),
        (["--recipient", "kota teg"], TEGAL),
        (["--recipient", "%"], []),
        (["--recipient", "_"], []),
        (["--status", "agreed", "--region", "33"], [BLORA, *TEGAL]),
        (["--status", "disputed"], []),
        (["--min-score", "80,5"], [BLORA, TEGAL[0], TEGAL[2]]),
        (["--min-score", "75", "--max-score", "80.5"], TEGAL[1:3]),
        (["--since", "2024-12-03T01:30"], [BLORA]),
        (["--since", "2024-12-04"], []),
        (["--limit", "2"], [BLORA, TEGAL[0]]),
    ],
)
def test_awards_are_chosen_and_newest_editions_come_first(
    console: Console, db: Database, filters: list[str], found: list[tuple[str, int]]
) -> None:
    assert listed(console, *filters) == found


@pytest.mark.parametrize(
    ("filters", "line"),
    [
        (["--family", "public"], "'public' is not one of 'public-service', 'governance', 'other'"),
        (["--family", "other", "--scheme", "sakip"], "sakip is not of the family other;"),
        (["--status", "withdrawn"], "'withdrawn' is not one of 'agreed', 'disputed', 'corrected'"),
        (["--since", "3/12/2024"], "'3/12/2024' is no day or moment; write 2024-12-02"),
        (["--limit", "0"], "--limit"),
        (["--min-score", "nan"], "'nan' is no score; write 97.5 or 97,5"),
        (["--min-score", "9", "--max-score", "3"], "no score lies from 9 to 3;"),
    ],
)
def test_what_cannot_be_chosen_is_wrong_usage(
    console: Console, db: Database, filters: list[str], line: str
) -> None:
    said = console.run("awards", *filters)
    assert (said.code, len(said.complaints), said.out) == (2, 1, "")
    assert line in said.err


def test_the_trend_runs_from_year_to_year_up_to_the_edition(console: Console, db: Database) -> None:
    lines = console.run("awards").out.splitlines()
    rows = [line.split() for line in lines if " SAKIP " in line]
    trends = {row[row.index("SAKIP") + 1][:4]: row[row.index("SAKIP") + 3] for row in rows}
    assert trends == {"2022": "▁▃▂▇", "2021": "▁▇▃", "2020": "▁▇", "2019": "-"}
    (blora,) = [line for line in lines if line.startswith("Kabupaten Blora ")]
    assert "▁▇" in blora
    assert widest(lines) <= 100


def test_where_the_terminal_is_not_utf_8_the_trend_is_plain(console: Console, db: Database) -> None:
    said = console.spawn(
        "awards",
        "--recipient",
        "Tegal",
        "--year",
        "2022",
        environment={"PYTHONIOENCODING": "ascii"},
    )
    assert (said.code, said.err) == (0, "")
    assert " _-.# " in said.out


def test_for_scripts_the_history_is_numbers(console: Console, db: Database) -> None:
    (line,) = console.run("awards", "--json", "--year", "2020").out.splitlines()
    assert json.loads(line)["history"] == [
        {"year": 2019, "score": 70.0, "scale": 100},
        {"year": 2020, "score": 80.5, "scale": 100},
    ]


def scores(*values: float, scale: int = 100) -> tuple[YearScore, ...]:
    return tuple(
        YearScore(year=year, score=value, scale=scale)
        for year, value in enumerate(values, start=2015)
    )


@pytest.mark.parametrize(
    ("history", "line"),
    [
        ((), "-"),
        (scores(90), "-"),
        (scores(90, 90), "▃▃"),
        (scores(60, 70, 80, 90, 100), "▁▂▃▅▇"),
        (scores(1, 60, 70, 80, 90, 100), "▁▂▃▅▇"),
        (scores(90, 91, 0, 91), "▇▇▁▇"),
        ((*scores(3, 4, scale=5), *scores(88)), "-"),
        ((*scores(3, scale=5), *scores(88, 90)), "▁▇"),
    ],
)
def test_bars_stand_between_the_lowest_and_the_highest_of_one_scale(
    history: tuple[YearScore, ...], line: str
) -> None:
    assert sparkline(history) == line
    assert sparkline(history, is_unicode=False).isascii()


@pytest.fixture
def many(console: Console) -> Iterator[Database]:
    """As many awards as no screen shows."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        run = begin_run(store)
        with store.atomic():
            for year in range(1950, 1950 + MANY):
                insert_award(store, award_of(claim(edition_year=year)), run_id=run, now=NOW)
        yield store


def test_a_table_shows_the_first_hundred_and_says_how_to_see_all(
    console: Console, many: Database
) -> None:
    lines = console.run("awards").out.splitlines()
    assert sum(line.startswith("Kabupaten Blora") for line in lines) == 100
    assert f"100 of {MANY} awards, --limit {MANY} shows all; --json adds the" in "\n".join(lines)
    assert f"{MANY} awards; --json" in console.run("awards", "--limit", str(MANY)).out
    assert len(console.run("awards", "--json").out.splitlines()) == MANY


def test_only_what_is_shown_is_read_from_the_board(many: Database) -> None:
    asked: list[str] = []
    many.conn.set_trace_callback(asked.append)
    assert len(list(award_board(many, limit=3))) == 3
    (board,) = [sql for sql in asked if "FROM award_board" in sql]
    assert f"[{MANY}, {MANY - 1}, {MANY - 2}]" in board
    asked.clear()
    assert next(award_board(many)).edition_year == 1949 + MANY
    assert len([sql for sql in asked if "FROM award_board" in sql]) == 1
    many.conn.set_trace_callback(None)


def test_what_is_withdrawn_meanwhile_is_not_shown(many: Database) -> None:
    rows = award_board(many)
    next(rows)
    many.execute("UPDATE awards SET status = 'withdrawn' WHERE edition_year < 1960")
    assert all(row.status is AwardStatus.AGREED for row in rows)
    assert count_awards(many) == MANY - 10
