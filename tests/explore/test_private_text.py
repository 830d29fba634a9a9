"""With `private_text` the texts of articles are for those who are signed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.explore.private import is_open_to_strangers
from storage.database import open_store
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS, sign_in

SECRET = "Pada 2023 nilainya 92,69"
PRIVATE = (
    "/piagam/articles", "/piagam/articles.json", "/piagam/articles.csv?_stream=1",
    "/piagam/articles/1", "/piagam/articles/1.json", "/piagam/ARTICLES.json", "/piagam/revisions",
    "/piagam/revisions/1", "/piagam/articles_fts", "/piagam/articles_fts_content",
    "/piagam/articles_fts_data", "/piagam/claims_fts", "/piagam/evidence.json",
    "/piagam?sql=select+text+from+articles", "/piagam.json?sql=select+text+from+articles",
    "/piagam.csv?sql=select+text+from+articles",
    "/piagam/award_board.json?_where=exists(select+1+from+articles+where+text+like+'%25')",
    "/piagam/award_board.json?_fts_table=articles_fts&_fts_pk=award_id&_search=Pada",
    '/piagam/outlets.json?_through={"table":"articles","column":"text","value":"x"}',
)  # fmt: skip


@pytest.fixture(scope="module")
def private(folder: Path) -> Iterator[Reader]:
    with open_window(folder, f"[serve]\nprivate_text = true\n{ACCOUNTS}") as opened:
        yield opened


@pytest.mark.parametrize("path", PRIVATE)
def test_private_texts_are_not_for_strangers(private: Reader, path: str) -> None:
    private.client.cookies.clear()
    answer = private.get(path)
    assert answer.status_code in (400, 403, 404)
    assert SECRET not in answer.text


def test_strangers_still_read_the_views_and_whoever_signs_in_the_texts(private: Reader) -> None:
    private.client.cookies.clear()
    for name in ("award_board", "score_history", "schemes", "regions", "data_dictionary"):
        assert SECRET not in private.text(f"/piagam/{name}.json?_size=max")
    assert 'href="/piagam/articles"' not in private.text("/piagam")
    sign_in(private)
    assert SECRET in private.text("/piagam/articles/1.json")
    assert SECRET in private.text("/piagam.json?sql=select+text+from+articles")


def test_no_view_that_strangers_see_holds_a_text(folder: Path) -> None:
    with open_store(folder / "piagam.sqlite") as db:
        for name in [*db.table_names(), *db.view_names()]:
            if is_open_to_strangers("view-table", ("piagam", name)):
                columns = [column.name for column in db[name].columns]
                assert not {"text", "body", "content"} & set(columns), name
