"""The proof page: what stands in the store stands on it, marked, and nothing of it runs."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_read_only, open_store
from tests.explore.documents import document, texts, words_of
from tests.explore.proofs import HOSTILE_TEXT, HOSTILE_TITLE, SOURCE, TEXT, fill_proofs
from tests.explore.serving import Reader, open_window, rows_of
from tests.explore.signing import ACCOUNTS, sign_in

CORRECTED, COPY, HOSTILE = "/articles/1", "/articles/2", "/articles/3"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("proof")
    with open_store(made / "piagam.sqlite") as db:
        fill_proofs(db, made / "piagam.archive")
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    with open_window(folder) as opened:
        yield opened


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6])
def test_the_text_stands_there_letter_for_letter(reader: Reader, folder: Path, number: int) -> None:
    page = document(reader, f"/articles/{number}")
    with open_read_only(folder / "piagam.sqlite") as db:
        title, text = db.execute(
            "SELECT title, text FROM articles WHERE id = ?", (number,)
        ).fetchone()
    lines = page.xpath("//section[@class='story']/p[not(contains(@class, 'soft'))]")
    assert "\n".join(words_of(line) for line in lines) == text
    assert words_of(page.xpath("//h1")[0]) == title


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6])
def test_every_proof_in_the_store_is_marked_and_labelled(
    reader: Reader, folder: Path, number: int
) -> None:
    page = document(reader, f"/articles/{number}?lang=en")
    marked = {
        (mark.get("class").split()[0], words_of(mark)) for mark in page.xpath("//mark[@class]")
    }
    labels = " ".join(texts(page, "//small[@class='label']"))
    with open_read_only(folder / "piagam.sqlite") as db:
        proofs = db.execute(
            "SELECT field, quote FROM evidence JOIN claims ON claims.id = claim_id"
            " WHERE article_id = ? AND superseded_run IS NULL",
            (number,),
        ).fetchall()
    assert proofs
    for field, quote in proofs:
        name = field.partition("[")[0]
        assert (f"f-{name}", quote) in marked
        assert name.replace("_", " ") in labels
    reader.text("/?lang=id")


def test_every_link_within_the_page_leads_to_something_on_it(reader: Reader) -> None:
    page = document(reader, CORRECTED)
    inside = [each.get("href")[1:] for each in page.xpath("//a[starts-with(@href, '#')]")]
    names = [each.get("id") for each in page.xpath("//*[@id]")]
    assert len(inside) > 10
    assert set(inside) <= set(names)
    assert len(names) == len(set(names))


def test_the_claim_stands_beside_with_its_award_its_facts_and_its_sentence(reader: Reader) -> None:
    (claim,) = document(reader, CORRECTED).xpath("//section[@class='claim']")
    assert claim.xpath(".//h3/a/@href") == ["#claim-1", "/awards/1"]
    told = dict(zip(texts(claim, ".//dt"), texts(claim, ".//dd"), strict=True))
    assert told["nilai"] == "97,84 / 100"
    assert told["tanggal"] == "2 Desember 2024"
    assert "menurut kalender penilaian" in told["tahun penilaian"]
    assert texts(claim, ".//blockquote//mark") == ["97,84"]


def test_doubts_of_the_reader_are_told(reader: Reader, folder: Path) -> None:
    with open_store(folder / "piagam.sqlite") as db, db.atomic():
        db.execute(
            "UPDATE claims SET warnings = '[\"score 101.5 <low>\"]', confidence = 0.4 WHERE id = 5"
        )
        db.execute("UPDATE articles SET warnings = '[\"layout: strange\"]' WHERE id = 4")
        db.execute("UPDATE evidence SET start_char = 3 WHERE claim_id = 5 AND field = 'score'")
    page = document(reader, "/articles/4")
    assert texts(page, "//ul[@class='warnings']") == ["layout: strange", "score 101,5 <low>"]
    (claim,) = page.xpath("//section[@class='claim']")
    assert (
        dict(zip(texts(claim, ".//dt"), texts(claim, ".//dd"), strict=True))["Keyakinan"] == "0,4"
    )
    assert "1 bukti tidak berada di tempatnya dan tidak ditandai." in page.text_content()


def test_a_headline_s_proof_is_marked_in_the_headline(reader: Reader) -> None:
    assert "Kabupaten Blora" in texts(document(reader, CORRECTED), "//h1/mark")


def test_sister_reports_say_whose_words_they_print(reader: Reader) -> None:
    rows = rows_of(reader, COPY, "sisters")
    assert [(row["article_id"], row["relation"]) for row in rows] == [(1, "first")]
    assert "/articles/2" in document(reader, CORRECTED).xpath("//td/a/@href")
    assert "Memakai kata-kata wartablora" in reader.text(COPY)
    row = rows_of(reader, CORRECTED, "sisters")[0]
    assert (row["copied_outlet"], row["copy_of"]) == ("wartablora", 1)


def test_what_a_version_changed_is_shown_word_by_word_and_claim_by_claim(reader: Reader) -> None:
    page = document(reader, CORRECTED)
    assert texts(page, "//del") == ["97,48", "97,48"]  # headline and text
    assert texts(page, "//ins") == ["97,84", "97,84"]
    rows = rows_of(reader, CORRECTED, "resaid")
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("score", "97,48", "97,84")
    ]


def test_a_text_that_merged_stores_held_in_turn_is_one_version(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill_proofs(db, tmp_path / "piagam.archive")
        db.execute(
            "INSERT INTO revisions"
            " (article_id, number, title, text, text_sha256, run_id, stored_at)"
            " SELECT article_id, number + 1, title, text, text_sha256, run_id, stored_at"
            " FROM revisions WHERE (article_id, number) IN (VALUES (1, 2), (2, 1))"
        )
        db.execute("UPDATE articles SET revision = revision + 1 WHERE id IN (1, 2)")
        db.commit()
    with open_window(tmp_path) as reader:
        assert texts(document(reader, CORRECTED), "//ins") == ["97,84", "97,84"]
        assert "Versi 3 dari 3" in reader.text(CORRECTED)
        assert "Versi 2 dari 2" not in reader.text(COPY)


def test_a_former_version_stands_with_the_claims_it_had(reader: Reader) -> None:
    page = document(reader, f"{CORRECTED}?revision=1")
    assert "97,48" in words_of(page.xpath("//h1")[0])
    (claim,) = page.xpath("//section[@class='claim']")
    assert "sudah diganti" in texts(claim, ".//strong")
    assert claim.xpath(".//h3/a/@href") == ["#claim-1"]
    assert not page.xpath("//ins")
    replaced = rows_of(reader, CORRECTED, "replaced")
    assert [(row["revision"], row["score"]) for row in replaced] == [(1, 97.48)]


def test_markup_of_an_outlet_is_text(reader: Reader) -> None:
    for path in (HOSTILE, "/awards/2", COPY, f"{HOSTILE}/original"):
        page = document(reader, path)
        assert not page.xpath("//script | //img | //b | //i"), path
    page = document(reader, HOSTILE)
    assert words_of(page.xpath("//h1")[0]) == HOSTILE_TITLE
    assert words_of(page.xpath("//section[@class='story']/p")[0]) == HOSTILE_TEXT
    assert page.xpath("//title")[0].text == f"{HOSTILE_TITLE} – Piagam"


def test_proofs_can_be_had_as_a_file(reader: Reader) -> None:
    rows = list(csv.DictReader(io.StringIO(reader.text(f"{CORRECTED}?table=evidence&format=csv"))))
    score = next(row for row in rows if row["field"] == "score")
    text = TEXT.format(score="97,84")
    assert text[int(score["start"]) : int(score["end"])] == score["quote"] == "97,84"


def test_what_is_not_there_is_said_in_one_line(reader: Reader) -> None:
    table = [
        ("/articles/999", 404, "article 999 is not in the store"),
        ("/articles/1?revision=3", 404, "article 1 has no version 3; the latest is 2"),
        ("/articles/1?revision=no", 400, "revision: &#39;no&#39; is no number"),
        ("/articles/1/original?response=2", 404, "response 2 is none of this article"),
        ("/articles/99999999999999999999", 404, "Tidak ditemukan"),
        ("/articles/1x", 404, "Tidak ditemukan"),
    ]
    for path, status, words in table:
        answer = reader.get(path)
        assert answer.status_code == status, path
        assert words in answer.text, path


def test_the_archived_original_is_shown_as_source(reader: Reader) -> None:
    page = document(reader, f"{CORRECTED}/original")
    assert page.xpath("//pre")[0].text_content() == SOURCE
    assert "text/html; charset=utf-8" in texts(page, "//dd")
    assert not page.xpath("//script")


def test_without_an_archived_copy_one_line_says_so(reader: Reader) -> None:
    assert "Tidak ada salinan arsip." in reader.text(f"{COPY}/original")
    assert "Salinan arsip bukan teks." in reader.text(f"{HOSTILE}/original")


def test_a_lost_or_damaged_copy_is_told(folder: Path) -> None:
    path = next((folder / "piagam.archive").rglob("blora-97-*.warc.gz"))
    whole = path.read_bytes()
    with open_window(folder) as reader:
        path.write_bytes(whole[:-9] + bytes(9))
        assert "rusak dan tidak dapat dibaca" in reader.text(f"{CORRECTED}/original")
        path.unlink()
        assert "sudah tidak ada di arsip" in reader.text(f"{CORRECTED}/original")
        path.write_bytes(whole)
        assert "sumber asli" in reader.text(f"{CORRECTED}/original")


def test_a_private_text_shows_strangers_headline_claims_and_proving_sentences_only(
    folder: Path,
) -> None:
    with open_window(folder, "[serve]\nprivate_text = true") as reader:
        page = reader.text(CORRECTED)
        assert "Teks lengkap hanya untuk pembaca yang masuk" in page
        assert "Pemerintah Kabupaten Blora meraih nilai" in page
        for words in ("Piagam diserahkan", "pagi buta", "Rincian", "<ins>"):
            assert words not in page
        assert not document(reader, CORRECTED).xpath("//section[@class='story']//mark")
        assert reader.get(f"{CORRECTED}?table=evidence&format=csv").status_code == 400
        refused = reader.get(f"{CORRECTED}/original")
        assert refused.status_code == 403
        assert "readers who are signed in" in refused.text
        assert "sumber asli" not in refused.text


def test_who_is_signed_in_reads_the_private_text(folder: Path) -> None:
    with open_window(folder, f"[serve]\nprivate_text = true\n{ACCOUNTS}") as reader:
        assert sign_in(reader).status_code == 303
        assert "pagi buta" in reader.text(CORRECTED)
        assert "sumber asli" in reader.text(f"{CORRECTED}/original")


def test_a_long_story_with_hundreds_of_proofs_is_shown_whole(folder: Path, tmp_path: Path) -> None:
    rows = [f"Kabupaten Nomor{n} meraih nilai {n % 90 + 10},{n % 10}0." for n in range(200)]
    text = "\n".join([*rows, "kata " * 19_000])
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill_proofs(db, tmp_path / "piagam.archive")
        with db.atomic():
            db.execute("UPDATE revisions SET text = ? WHERE id = 7", (text,))
            db.execute("DELETE FROM evidence WHERE claim_id = 7")
            for n, row in enumerate(rows):
                start = text.index(row)
                db.execute(
                    "INSERT INTO evidence VALUES (7, ?, 'score', 'text', ?, ?, ?)",
                    (n, start, start + len(row), row),
                )
    with open_window(tmp_path) as reader:
        page = document(reader, "/articles/6")
    assert len(page.xpath("//section[@class='story']//mark")) == 200
    assert len(words_of(page.xpath("//section[@class='story']")[0])) > 95_000
