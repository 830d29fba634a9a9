"""Search is measured with words of the store itself, beside plain FTS5 on the same words."""

from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.big_store import Size, make_store
from benchmarks.search_cost import measure_on


def test_rare_and_common_words_are_searched_both_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "made.sqlite"
    make_store(store, Size(articles=300, awards=10, nights=50))
    table = measure_on(store, 2)
    assert [row.name for row in table.rows[::2]] == [
        "a rare word",
        "a common word",
        "a very common word",
        "two common words",
    ]
    assert all(row.spread.lowest > 0 for row in table.rows)
    before = store.read_bytes()
    main(["--search", str(store), "--rounds", "1"])
    assert store.read_bytes() == before
    assert capsys.readouterr().out.startswith("search among 300 articles")


def test_a_file_that_is_no_store_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--search", str(tmp_path / "nothing.sqlite")])
    assert "nothing.sqlite" in capsys.readouterr().err.splitlines()[-1]
