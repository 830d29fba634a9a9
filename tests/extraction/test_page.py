"""What a page tells beside its text, and which of its sources is believed."""

from datetime import datetime

import pytest

from crawler.extraction.page import PageKind, read_page
from crawler.extraction.rules import ArticleRules
from storage.records import Article

URL = "https://www.a.id/berita/blora-raih-nilai-tertinggi"
PARAGRAPH = "<p>Pemkab Blora meraih nilai 97,84 dari Ombudsman pada Senin siang di Semarang.</p>"
RULES = ArticleRules()


def read(
    head: str = "",
    top: str = "<h1>Blora raih nilai tertinggi</h1>",
    url: str = URL,
    rules: ArticleRules = RULES,
    body: str = PARAGRAPH * 3,
) -> Article:
    markup = f"<html><head>{head}</head><body>{top}<div class='entry-content'>{body}</div></body>"
    page = read_page(markup.encode(), outlet="a", url=url, rules=rules)
    assert page.kind is PageKind.ARTICLE, page.reason
    assert page.article is not None
    return page.article


def json_ld(**fields: str) -> str:
    inside = ",".join(f'"{name}":"{value}"' for name, value in fields.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{inside}}}</script>'


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<title>Blora raih nilai | A News</title>", "", "Blora raih nilai | A News"),
        ("<title>Blora raih nilai - TribunJateng.com</title>", "", "Blora raih nilai"),
        ("<title>Blora raih nilai - Halaman 2 - Kompas.com</title>", "", "Blora raih nilai"),
        (
            "<meta property='og:site_name' content='A News'><title>Blora raih - A News</title>",
            "",
            "Blora raih",
        ),
        ("<title>Rembang - Blora tersambung</title>", "", "Rembang - Blora tersambung"),
        (
            "<title>Suara Warga &#8211; Kabar Lereng</title>",
            "<h1>Kabar Lereng</h1><h1>Suara Warga</h1>",
            "Suara Warga",
        ),
        (
            "<title>Kabar Lereng - Suara Warga</title>",
            "<h1><a href='/'>Kabar Lereng</a></h1>"
            "<h2><a href='/berita/blora-raih-nilai-tertinggi'>Suara Warga</a></h2>",
            "Suara Warga",
        ),
        (
            "<title>Kabar Lereng - Suara Warga</title>",
            "<h1><a href='/'>Kabar Lereng</a></h1><h2><a href='/lain'>Suara Warga</a></h2>",
            "Kabar Lereng - Suara Warga",
        ),
        (
            json_ld(headline="Blora raih nilai tert..."),
            "<h1>A News</h1><h1>Blora raih nilai tertinggi se-Jateng</h1>",
            "Blora raih nilai tertinggi se-Jateng",
        ),
        (json_ld(headline="Blora &amp; Batang"), "<h1>A News</h1>", "Blora & Batang"),
        ("<meta property='og:title' content='Blora raih nilai'>", "", "Blora raih nilai"),
        ("", "<h1>Blora <em>raih</em><br>nilai</h1>", "Blora raih nilai"),
    ],
)
def test_the_title_is_the_headline_without_the_sites_name(head: str, top: str, title: str) -> None:
    assert read(head, top).title == title


def test_the_outlets_title_selector_comes_first() -> None:
    rules = ArticleRules(title=("p.judul",))
    top = "<h1>A News</h1><p class='judul'>Blora raih nilai</p>"
    assert read(json_ld(headline="Lain"), top, rules=rules).title == "Blora raih nilai"


STATED = json_ld(datePublished="2024-12-02T23:06:00+07:00")
IN_META = "<meta property='article:published_time' content='2024-12-02T10:00:00+07:00'>"
VISIBLE = "<h1>Blora raih nilai</h1><p>Senin, 2 Desember 2024 09:30 WIB</p>"


@pytest.mark.parametrize(
    ("head", "top", "url", "expected", "source"),
    [
        (STATED + IN_META, VISIBLE, URL, "2024-12-02T23:06:00+07:00", "json-ld"),
        (IN_META, VISIBLE, URL, "2024-12-02T10:00:00+07:00", "meta"),
        ("", VISIBLE, "https://a.id/2020/01/02/blora", "2024-12-02T09:30:00+07:00", "visible"),
        (
            "",
            "<h1>Blora</h1><time datetime='2024-12-02T09:00:00Z'>kemarin</time>",
            URL,
            "2024-12-02T16:00:00+07:00",
            "visible",
        ),
        ("", "<h1>Blora</h1>", "https://a.id/2024/12/02/blora", "2024-12-02T00:00:00+07:00", "url"),
    ],
)
def test_the_date_says_where_it_was_found(
    head: str, top: str, url: str, expected: str, source: str
) -> None:
    article = read(head, top, url)
    assert article.published == datetime.fromisoformat(expected)
    assert article.published_source == source


def test_a_page_without_any_date_has_none() -> None:
    article = read(body=PARAGRAPH.replace("97,84", "tinggi") * 3)
    assert (article.published, article.published_source) == (None, None)


def test_two_sources_a_day_apart_are_warned_of() -> None:
    head = STATED + IN_META.replace("2024-12-02", "2024-11-01")
    assert read(head).warnings == ("published: json-ld says 2024-12-02, meta says 2024-11-01",)


def test_a_stamp_without_offset_is_in_the_outlets_zone() -> None:
    head = json_ld(datePublished="2024-12-02 23:06:00")
    article = read(head, rules=ArticleRules(zone="Asia/Jayapura"))
    assert article.published == datetime.fromisoformat("2024-12-02T23:06:00+09:00")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<link rel='canonical' href='https://a.id/berita/lain'>", "https://a.id/berita/lain"),
        ("<link rel='canonical' href='/berita/lain?page=2'>", "https://a.id/berita/lain"),
        ("<meta property='og:url' content='https://a.id/lain'>", "https://a.id/lain"),
        ("<link rel='canonical' href='https://a.id/'>", None),
        ("<link rel='canonical' href='https://b.id/berita/lain'>", None),
        ("<link rel='canonical' href='javascript:void(0)'>", None),
        ("", None),
    ],
)
def test_the_address_is_the_declared_one_unless_it_leads_astray(
    head: str, expected: str | None
) -> None:
    assert read(head).url == (expected or URL.replace("www.", ""))


def test_without_an_address_the_declared_one_is_used() -> None:
    head = "<link rel='canonical' href='https://a.id/berita/lain'>"
    assert read(head, url="").url == "https://a.id/berita/lain"


def test_relative_links_start_from_the_base_element() -> None:
    head = "<base href='https://a.id/x/'><meta property='og:image' content='foto.jpg'>"
    assert read(head).lead_image == "https://a.id/x/foto.jpg"


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        (json_ld(author="Budi Santoso"), "", ("Budi Santoso",)),
        ("<meta name='author' content='Budi, Ani'>", "", ("Budi", "Ani")),
        (
            "<meta property='og:site_name' content='A News'><meta name='author' content='A News'>",
            "<p>Penulis: Budi</p>",
            ("Budi",),
        ),
        ("<meta name='author' content='admin'>", "<p>(bud/ani)</p>", ("bud/ani",)),
        ("", "", ()),
    ],
)
def test_the_authors_are_people_not_the_site(
    head: str, body: str, authors: tuple[str, ...]
) -> None:
    assert read(head, body=PARAGRAPH * 3 + body).authors == authors


def test_the_outlets_selectors_fill_every_field() -> None:
    rules = ArticleRules(
        body=("div.isi",),
        published=("p.tanggal",),
        authors=("span.penulis",),
        editor=("span.editor",),
        section=("p.rubrik",),
        tags=("p.tag a",),
        image=("div.foto img",),
        caption=("p.keterangan",),
        photo_credit=("p.sumber",),
        cut=("p.iklan",),
    )
    top = (
        "<h1>Blora raih nilai</h1><p class='rubrik'>Pemerintahan</p>"
        "<p class='tanggal'>Senin, 02 Desember 2024 23:06 WIB</p>"
        "<span class='penulis'>Penulis: Budi</span><span class='editor'>Editor: Ani</span>"
        "<div class='foto'><img data-src='/p.jpg' src='data:x'></div>"
        "<p class='keterangan'>Wakil bupati.</p><p class='sumber'>Foto: Prokompim</p>"
        f"<div class='isi'>{PARAGRAPH * 3}<p class='iklan'>Beli sekarang.</p></div>"
        "<p class='tag'><a>Blora</a><a>blora</a><a>Ombudsman</a></p>"
    )
    article = read(top=top, rules=rules)
    assert article.published == datetime.fromisoformat("2024-12-02T23:06:00+07:00")
    assert article.authors == ("Budi",)
    assert article.editor == "Ani"
    assert article.section == "Pemerintahan"
    assert [tag.casefold() for tag in article.tags] == ["blora", "ombudsman"]
    assert article.lead_image == "https://www.a.id/p.jpg"
    assert article.caption == "Wakil bupati."
    assert article.photo_credit == "Prokompim"
    assert article.text.count("\n") == 2


def test_the_next_body_selector_is_tried_when_the_first_holds_no_text() -> None:
    rules = ArticleRules(body=("div.kosong", "div.isi"))
    top = f"<h1>Blora</h1><div class='kosong'><img></div><div class='isi'>{PARAGRAPH * 3}</div>"
    assert read(top=top, rules=rules, body="").text.count("\n") == 2


def test_a_page_reads_the_same_twice() -> None:
    assert read(STATED + IN_META, VISIBLE) == read(STATED + IN_META, VISIBLE)


def test_the_date_of_a_box_of_other_stories_is_not_the_storys() -> None:
    box = (
        "<div class='yarpp yarpp-related'><b>Kebun bibit dibuka</b><time"
        " datetime='2026-11-03T07:00:00+07:00'>3 November 2026</time></div>"
        "<ol class='comment-list'><li>2 November 2026</li></ol>"
    )

    assert read(body=PARAGRAPH * 3 + box).published_source != "visible"
    own = read(body=f"{box}<p>Selasa, 10 November 2026 08:15 WIB</p>{PARAGRAPH * 3}").published
    assert own == datetime.fromisoformat("2026-11-10T08:15:00+07:00")
