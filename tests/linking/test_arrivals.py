"""Stories come into a real store in any order and are revised on the way: the same awards."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from storage.database import open_store
from storage.records import Claim, EditionBasis
from tests.linking.paper import FIRST, OTHER, THIRD, Paper, score
from tests.storage.samples import begin_run, claim

STATED = EditionBasis.STATED
SAID: dict[str, tuple[Claim, ...]] = {
    FIRST: (score("98,02", edition_year=2023), score("94,5", recipient="Kota Tegal")),
    OTHER: (score("98,02", edition_basis=STATED), score("94,52", recipient="Kota Tegal")),
    THIRD: (score("98,2", edition_basis=STATED), claim(recipient="DPMPTSP Kabupaten Blora")),
}
ORDERS = list(permutations(SAID))


def awards(store: Path, order: tuple[str, ...], revised: tuple[str, ...]) -> list[dict[str, Any]]:
    """What is held true after stories that erred came in one order, and were mended in another."""
    with open_store(store) as db:
        paper = Paper(db=db, run_id=begin_run(db))
        for url in order:
            paper.tells(url, score("50,5", edition_year=2022), text=f"Kabar keliru {url}.")
        for url in revised:
            paper.tells(url, *SAID[url], text="Kabar yang benar dari satu kantor berita.")
        rows = db.query(
            """
            SELECT recipient, edition_year, edition_basis, board.score_raw, status, reports,
                independent_reports, copies, first_url, place, relation, url, copy_of
            FROM award_board AS board JOIN award_reports USING (award_id)
            ORDER BY recipient, edition_year, place
            """
        )
        return [dict(row) for row in rows]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "".join(url[8] for url in order))
def test_the_order_of_stories_and_of_their_revisions_changes_nothing(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    plain = awards(tmp_path / "plain.sqlite", (FIRST, OTHER, THIRD), (FIRST, OTHER, THIRD))
    assert awards(tmp_path / "other.sqlite", order, tuple(reversed(order))) == plain
    assert [(row["recipient"], row["edition_year"], row["status"]) for row in plain] == [
        ("DPMPTSP Kabupaten Blora", 2024, "agreed"),
        *[("Kabupaten Blora", 2024, "disputed")] * 3,
        *[("Kota Tegal", 2024, "agreed")] * 2,
    ]
