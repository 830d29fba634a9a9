"""A report: what it tells of an edition, that it stands alone, and that nothing is markup."""

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.explore.report import ReportError
from crawler.explore.report.document import write_report
from crawler.explore.report.gathering import gather, scope_of
from crawler.explore.speaking import Speech
from crawler.reference import refresh_reference
from storage.award_records import CorrectedField, Correction
from storage.corrections import add_correction
from storage.database import open_store
from tests.explore.league_store import OMBUDSMAN, fill_league
from tests.storage.samples import TEXT, article, begin_run, claim, store_award

MADE = datetime(2024, 12, 3, 1, 0, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script><img src=https://evil.example/x.png>'
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Markup(HTMLParser):
    """The elements of a page, and whether each is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(tag)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "piagam.sqlite"
    with closing(open_store(path)) as db:
        fill_league(db)
        refresh_reference(db)
    return path


def page_of(
    store: Path, code: str | None = None, language: str = "id", scheme: str = OMBUDSMAN
) -> str:
    with closing(open_store(store)) as db:
        known = gather(db, scope_of(db, scheme, 2024, code))
    return write_report(known, Speech(language=language, zone=UTC), MADE)


def parsed(page: str) -> Markup:
    markup = Markup()
    markup.feed(page)
    assert markup.problems == []
    assert markup.open == []
    return markup


def words_of(page: str) -> str:
    """The page as it is read."""
    body = page[page.index("<body>") :]
    text = re.sub(r"<svg.*?</svg>", " ", body, flags=re.DOTALL)
    text = re.sub(r"<sup>.*?</sup>", "", text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_a_province_is_told_with_its_figures_league_and_map(store: Path) -> None:
    page = page_of(store, "33")
    words = words_of(page)
    assert "Provinsi Jawa Tengah" in words
    assert "Hasil yang diketahui 6 " in words
    assert "Median 97,84" in words
    assert "Tertinggi 98,90 Kabupaten Rembang" in words
    assert "Terendah 76,15 Kota Semarang" in words
    assert "1 Kabupaten Rembang 98,90 +3,9 2023" in words
    assert page.count("<svg") == 5  # bands, order, map with its legend, trend
    assert "DPMPTSP Kabupaten Blora 100" in words
    assert "Jepara" not in words.split("Yang belum diketahui")[0]  # withdrawn


def test_one_region_is_told_with_its_place_change_and_units(store: Path) -> None:
    words = words_of(page_of(store, "33.16"))
    assert "Kabupaten Blora berada di urutan 3 dari 5 di Jawa Tengah, dengan nilai 97,84." in words
    assert "Perubahannya +5,15 poin dibanding 2023." in words
    assert "DPMPTSP 100,00 +2,16 97,84" in words
    assert 'class="marked"' in page_of(store, "33.16")


def test_the_whole_country_is_told_by_province(store: Path) -> None:
    page = page_of(store)
    words = words_of(page)
    assert "Seluruh Indonesia" in words
    assert "Jawa Tengah 98,21 4 35 76,15 97,84 98,9" in words
    assert "Kementerian Agama 88,50" in words  # a table of other bodies
    assert "Tidak satu pun wilayah di provinsi berikut: Aceh (24)" in words
    assert "Tanpa nilai: Kabupaten Bantul" in words


def test_every_score_leads_to_who_says_so_in_their_own_words(store: Path) -> None:
    with closing(open_store(store)) as db:
        for at, (field, quote) in enumerate((("previous[0]", "92,69"), ("units[0]", "100,00"))):
            start = TEXT.index(quote)
            spot = (50 + at, field, "text", start, start + len(quote), quote)
            db.execute("INSERT INTO evidence VALUES (1, ?, ?, ?, ?, ?, ?)", spot)
        db.conn.commit()
    page = page_of(store, "33.16")
    place = re.search(r'Kabupaten Blora</th>.*?href="#(n\d+)"', page, re.DOTALL)
    assert place is not None
    note = page[page.index(f'<li id="{place[1]}">') :].split("</li>")[0]
    assert "Warta Blora, 2 Desember 2024" in note
    assert "Ombudsman memberi Kabupaten Blora nilai 97,84" in note
    assert 'href="https://news.wartablora.com/pemerintahan/blora-raih-97-abcdefgh-1"' in note
    assert "Pada 2023 nilainya 92,69." in page  # the earlier score, told aside
    assert "DPMPTSP: 100,00" in page  # the unit


@pytest.mark.parametrize("code", [None, "33", "33.16"])
def test_every_number_has_its_note_and_every_note_its_number(store: Path, code: str | None) -> None:
    page = page_of(store, code)
    notes = re.findall(r'<li id="n(\d+)"', page)
    assert notes == [str(at) for at in range(1, len(notes) + 1)]
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(notes)


def test_an_office_has_the_source_of_its_earlier_score_too(store: Path) -> None:
    office = "DPMPTSP Kabupaten Blora"
    with closing(open_store(store)) as db:
        story = article(url="https://news.wartablora.com/dpmptsp-2023")
        said = claim(recipient=office, edition_year=2023, score=95.5, score_raw="95,50")
        store_award(db, story, replace(said, units=(), previous=()), run_id=begin_run(db))
    page = page_of(store)
    assert f"{office} 100,00 +4,5 2023" in words_of(page)
    assert f"<b>{office}, 2023: 95,50</b>" in page
    assert 'href="https://news.wartablora.com/dpmptsp-2023"' in page


def test_disputes_and_corrections_are_named(store: Path) -> None:
    with closing(open_store(store)) as db:
        (blora,) = [
            row["id"]
            for row in db["awards"].rows_where(
                "recipient = 'Kabupaten Blora' AND scheme = ?", [OMBUDSMAN]
            )
        ]
        db.execute("UPDATE awards SET status = 'disputed' WHERE id = ?", [blora])
        add_correction(
            db,
            Correction(
                id=None,
                award_id=blora,
                field=CorrectedField.SCORE,
                before="97,48",
                after="97,84",
                who="ani",
                because="salah cetak",
                corrected_at=MADE,
            ),
        )
        db.conn.commit()
    words = words_of(page_of(store, "33.16"))
    assert "Media mencetak nilai yang berbeda untuk Kabupaten Blora" in words
    assert "Kabupaten Blora : 97,84 (Warta Blora); 97,48 (Klik Jateng)" in words
    assert "nilai 97,48 97,84 salah cetak ani 3 Desember 2024" in words


def test_what_is_not_known_is_said(store: Path) -> None:
    words = words_of(page_of(store, "33")).split("Yang belum diketahui")[1]
    assert "Kabupaten Demak" in words
    assert "Kabupaten Rembang" not in words.split("Sumber")[0]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", [None, "33", "33.16", "34"])
def test_it_stands_alone(store: Path, code: str | None, language: str) -> None:
    page = page_of(store, code, language)
    found = parsed(page)
    assert f'<html lang="{language}">' in page
    for tag, attributes in found.elements:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "image", "use"}
        assert not {"src", "srcset", "style", "data", "xlink:href"} & attributes.keys(), tag
        assert not [name for name in attributes if name.startswith("on")]
        address = attributes.get("href") or "#"
        assert address.startswith(("#", "https://")), address
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    regions = [each["aria-label"] for _, each in found.elements if each.get("role") == "region"]
    assert len(regions) == len(set(regions))


def test_in_english_it_is_all_english(store: Path) -> None:
    words = words_of(page_of(store, "33.16", "en"))
    assert "Kabupaten Blora stands at place 3 of 5 in Jawa Tengah, with 97,84." in words
    assert "What is not known" in words
    assert not {"Ringkasan", "Sumber", "Urutan"} & set(words.split())


def test_names_titles_and_sentences_are_no_markup(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        db.execute("UPDATE outlets SET title = ?", [HOSTILE])
        db.execute("UPDATE articles SET title = ?", [HOSTILE])
        db.execute("UPDATE claims SET proof = ?", [HOSTILE])
        db.execute("UPDATE articles SET url = 'javascript:alert(' || id || ')'")
        db.execute("UPDATE awards SET predicate = ?", [HOSTILE])
        db.execute("UPDATE awards SET recipient = ? WHERE score = 88.5", [HOSTILE + "\u202e"])
        db.commit()
    page = page_of(store)
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    tags = {tag for tag, _ in parsed(page).elements}
    assert not tags & {"script", "img"}
    assert 'href="javascript' not in page


def test_an_edition_that_nobody_knows_is_told_with_those_known(store: Path) -> None:
    with (
        closing(open_store(store)) as db,
        pytest.raises(ReportError, match=r"2001 is known in Kabupaten Blora; .*: 2024, 2023$"),
    ):
        gather(db, scope_of(db, OMBUDSMAN, 2001, "33.16"))


def test_a_scheme_without_scores_or_regions_is_still_a_report(store: Path) -> None:
    with closing(open_store(store)) as db:
        _only_a_ministry(db)
    page = page_of(store)
    assert "Kementerian Agama" in words_of(page)
    assert "Yang dihitung adalah badan" in words_of(page)
    parsed(page)


def _only_a_ministry(db: Database) -> None:
    db.execute("UPDATE awards SET status = 'withdrawn' WHERE recipient <> 'Kementerian Agama'")
    db.execute("UPDATE awards SET score = NULL, score_raw = NULL, scale = NULL")
    db.conn.commit()
