"""All twins of an article share one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.addresses import canonical_url, part_number

_SEGMENTS = st.sampled_from(
    [
        "amp",
        "read",
        "copy",
        "2",
        "15",
        "all",
        "a-b-c",
        "2024",
        "12",
        "123456",
        "pr-12345678",
        "",
        "x",
    ]
)
_PAIRS = st.sampled_from(
    ["page=2", "s=1", "amp;page=3", "p=3", "utm_a=2", "id", "#x", "&", "amp", "m=1"]
)
_HOSTS = st.sampled_from(["a.id", "www.www.id", "WWW.x.com:443", "m.kompas.com", "[::1]:80"])
URLS = st.builds(
    lambda host, path, query: f"http://{host}/{'/'.join(path)}?{'&'.join(query)}",
    _HOSTS,
    st.lists(_SEGMENTS),
    st.lists(_PAIRS),
)


@pytest.mark.parametrize(
    ("twin", "expected"),
    [
        (
            "http://www.jateng.tribunnews.com:80/2024/12/03/zona-hijau-batang?page=2#komentar",
            "https://jateng.tribunnews.com/2024/12/03/zona-hijau-batang",
        ),
        (
            "https://jateng.tribunnews.com/amp/2024/12/03/zona-hijau-batang?page=all",
            "https://jateng.tribunnews.com/2024/12/03/zona-hijau-batang",
        ),
        ("https://klikjateng.id/pemkab-blora-raih/amp/", "https://klikjateng.id/pemkab-blora-raih"),
        ("https://klikjateng.id/pemkab-blora-raih/2/", "https://klikjateng.id/pemkab-blora-raih"),
        (
            "https://klikjateng.id/pemkab-blora-raih?amp=1&noamp=mobile",
            "https://klikjateng.id/pemkab-blora-raih",
        ),
        (
            "https://news.wartablora.com//pemerintahan/blora-raih-SNZUm3mp-12345?utm_source=wa",
            "https://news.wartablora.com/pemerintahan/blora-raih-SNZUm3mp-12345",
        ),
        (
            "https://radartegal.disway.id/amp/691234/jalan-mulus-lagi/15",
            "https://radartegal.disway.id/read/691234/jalan-mulus-lagi",
        ),
        (
            "https://jateng.disway.id/banjarnegara/amp/691234/jalan-mulus",
            "https://jateng.disway.id/banjarnegara/read/691234/jalan-mulus",
        ),
        (
            "https://solo.suaramerdeka.com/kota/amp/0512345678/jalan-mulus",
            "https://solo.suaramerdeka.com/kota/0512345678/jalan-mulus",
        ),
        (
            "https://jateng.antaranews.com/amp/berita/561234/jalan-mulus",
            "https://jateng.antaranews.com/berita/561234/jalan-mulus",
        ),
        (
            "https://soloaja.co/amp/jalan-mulus-lagi",
            "https://soloaja.co/read/jalan-mulus-lagi",
        ),
        (
            "https://regional.kompas.com/copy/2024/12/02/2306/jalan-mulus",
            "https://regional.kompas.com/read/2024/12/02/2306/jalan-mulus",
        ),
        (
            "https://semarang.inews.id/read/12345/jalan-mulus-lagi/all",
            "https://semarang.inews.id/read/12345/jalan-mulus-lagi",
        ),
        (
            "https://a.my.id/2024/12/jalan-mulus.html?m=1",
            "https://a.my.id/2024/12/jalan-mulus.html",
        ),
        (
            "https://www.tegalkota.go.id/berita/5-jalan?tmpl=component&print=1&layout=default",
            "https://tegalkota.go.id/berita/5-jalan",
        ),
        ("https://a.id/jalan-mulus?print=print", "https://a.id/jalan-mulus"),
        (
            "https://a.id/read/7/jalan-desa-mulus?ref=beranda&Source=terpopuler",
            "https://a.id/read/7/jalan-desa-mulus",
        ),
        ("https://a.id/jalan?igshid=x&tag_from=wp", "https://a.id/jalan?tag_from=wp"),
        ("https://a.id/berita?ref=7", "https://a.id/berita?ref=7"),
        ("https://a.id/?m=202412&print=17", "https://a.id/?m=202412&print=17"),
        ("https://berita.batangkab.go.id/?id=5&p=1", "https://berita.batangkab.go.id/?id=5&p=1"),
        ("https://a.id/2024/12", "https://a.id/2024/12"),
        ("https://a.id/berita/detail/7", "https://a.id/berita/detail/7"),
        ("https://a.id/news/r/pwk--Slug_x,y-Z", "https://a.id/news/r/pwk--Slug_x,y-Z"),
        ("https://a.id:8443/x", "https://a.id:8443/x"),
        ("  bukan alamat ", "bukan alamat"),
        ("http://[", "http://["),
        ("mailto:redaksi@a.id", "mailto:redaksi@a.id"),
    ],
)
def test_a_twin_folds_into_the_canonical_address(twin: str, expected: str) -> None:
    assert canonical_url(twin) == expected


@given(st.one_of(URLS, st.text()))
def test_a_canonical_address_is_its_own_canonical_address(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.id/x/slug-yang-panjang", 1),
        ("https://a.id/x/slug-yang-panjang?page=3", 3),
        ("https://a.id/x/slug-yang-panjang?page=all", 1),
        ("https://a.id/slug-yang-panjang/2/", 2),
        ("https://a.id/slug-yang-panjang/all", 1),
        ("https://a.id/berita/12", 1),
        ("http://[", 1),
    ],
)
def test_the_part_of_a_story_is_read_from_its_address(url: str, expected: int) -> None:
    assert part_number(url) == expected
