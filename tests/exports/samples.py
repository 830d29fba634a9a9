"""What the exported store holds, and how a test asks for its tables."""

import json
from collections.abc import Iterator
from contextlib import closing

from sqlite_utils import Database

from crawler.reference import refresh_reference
from storage.awards import insert_award
from storage.database import open_store
from tests.cli.console import Console
from tests.storage.samples import NOW, award_of, claim, fill

ODD_TEXTS = (
    *("=1+1", "+62 812", "-5", "@SUM(A1)", "\tmasuk", "\rbalik", "\nturun", "＝1", "'Aisyiyah"),
    *("''dua", 'kutip "ganda"', "koma, titik; koma", "baris\nkedua\r\nketiga\rempat", " tepi "),
    *("Ümläut 🎉 “–”", "NULL", "true", "0123", "1e5", "<b>&amp;</b>", "_x000D_", "2024-12-02"),
)
CORRECTED = (
    "INSERT INTO corrections (award_id, field, before, after, pins, who, because, corrected_at)"
    " VALUES (3, 'edition_year', '1951', '1952', '[{\"article_id\": 1, \"edition_year\": null}]',"
    " 'Ani', '=laporan', '2024-12-04T01:00:00+00:00')",
    "INSERT INTO award_history (award_id, changed_at, cause, correction_id, field, before, after)"
    " VALUES (3, '2024-12-04T01:00:00+00:00', 'correction', 1, 'score', NULL, '-97,85')",
)


def odd_store(console: Console) -> Iterator[Database]:
    """A store with an award of two reports, and one award for each odd text."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        run = fill(store)
        refresh_reference(store)
        for year, text in enumerate(ODD_TEXTS, start=1950):
            odd = award_of(claim(recipient="Kota Tegal", recipient_code="33.76", edition_year=year))
            number = insert_award(store, odd, run_id=run, now=NOW)
            store.execute("UPDATE awards SET venue = ? WHERE id = ?", (text, number))
        store.execute("UPDATE awards SET score = -1.5, score_raw = '-1,5' WHERE id = 2")
        store.execute("UPDATE awards SET status = 'disputed' WHERE id = 1")
        for statement in CORRECTED:
            store.execute(statement)
        yield store


def exported(console: Console, *arguments: str) -> list[dict[str, object]]:
    """The rows that `piagam export` prints."""
    said = console.run("export", "--format", "jsonl", *arguments)
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.split("\n")[:-1]]
