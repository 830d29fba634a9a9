"""Outlet files: what is wrong with one is told in a line that names the file, the key, the mend."""

from pathlib import Path

import pytest

from spiders.loader import SHIPPED
from spiders.outlet import Discovery, Identity, SourceKind, load_outlet
from spiders.outlet_file import FAMILIES_FOLDER, OutletError

GOOD = """
name = "desa"
title = "Kabar Desa"
home = "https://kabardesa.id/"
hosts = ["kabardesa.id"]
family = "portal"
verified = false

[[source]]
kind = "listing"
url = "{home}berita"

[article]
address = ['^/berita/[a-z-]+$']

[[example]]
url = "https://kabardesa.id/berita/lurah-raih-piagam"
article = true
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "desa.toml"
    path.write_text(text, encoding="utf-8")
    return path


def shipped() -> list[str]:
    return [path.stem for path in sorted(SHIPPED.glob("*.toml"))]


def test_the_outlets_of_the_beginning_and_those_of_the_whole_region_are_shipped() -> None:
    assert {"klikjateng", "tribun-jateng", "wartablora"} <= set(shipped())
    assert len(shipped()) >= 45


@pytest.mark.parametrize("name", shipped())
def test_the_rules_of_a_shipped_outlet_bear_out_its_own_examples(name: str) -> None:
    outlet = load_outlet(SHIPPED / f"{name}.toml")
    assert outlet.name == name
    assert list(outlet.example_problems()) == []
    assert {example.article for example in outlet.examples} == {True, False}


@pytest.mark.parametrize("name", shipped())
def test_an_unverified_outlet_says_what_to_check_and_leads_only_to_its_own_hosts(name: str) -> None:
    outlet = load_outlet(SHIPPED / f"{name}.toml")
    assert outlet.verified or outlet.check
    assert all(outlet.owns(source.url.format(date="", section="")) for source in outlet.sources)


@pytest.mark.parametrize("path", sorted(FAMILIES_FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_each_family_serves_an_outlet(path: Path) -> None:
    assert path.stem in {load_outlet(each).family for each in SHIPPED.glob("*.toml")}


def test_a_family_gives_what_the_outlet_does_not_say() -> None:
    tribun = load_outlet(SHIPPED / "tribun-jateng.toml")
    assert tribun.discovery is Discovery.ALL
    assert tribun.identity is Identity.CANONICAL_LINK
    assert [source.kind for source in tribun.sources] == [
        SourceKind.DATED_INDEX,
        SourceKind.SITEMAP,
        SourceKind.RSS,
    ]
    assert tribun.rules.body == ("div.side-article.txt-article",)
    assert tribun.rules.all_pages == "page=all"


def test_the_outlet_s_article_keys_replace_the_family_s_one_by_one(tmp_path: Path) -> None:
    text = GOOD.replace('family = "portal"', 'family = "wordpress"').replace(
        "[article]", '[article]\nbody = ["main"]'
    )
    rules = load_outlet(write(tmp_path, text)).rules
    assert rules.body == ("main",)
    assert [pattern.pattern for pattern in rules.address] == ["^/berita/[a-z-]+$"]
    assert rules.title[0] == "h1.entry-title"


def test_an_editor_s_mark_in_front_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    plain = load_outlet(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_outlet(path) == plain


BROKEN = {
    "no TOML": ("hosts = [", "hosts = [[", "not valid TOML"),
    "unknown key": ("verified", "verifeid", "verifeid: unknown key; did you mean `verified`?"),
    "unknown key in a table": ("[article]", "[article]\nbdy = []", "article.bdy: unknown key"),
    "unknown key in a source": ('url = "{home}', 'urls = "{home}', "source[0].urls: unknown key"),
    "missing key": ('title = "Kabar Desa"', "", "title: missing; add a line `title = …`"),
    "no example": ("[[example]]", "[[source]]", "source[1].article: unknown key"),
    "missing bracket": ("[a-z-]+$", "([a-z-]+$", "article.address[0]: missing ')'"),
    "bad range": ("[a-z-]", "[z-a]", "article.address[0]: bad character range z-a"),
    "wrong selector": (
        "[article]",
        '[article]\nbody = ["div..x"]',
        "article.body[0]: no CSS selector",
    ),
    "wrong type": ("verified = false", 'verified = "no"', "verified: input should be a valid bool"),
    "no list": ('hosts = ["kabardesa.id"]', 'hosts = "kabardesa.id"', "hosts: input should be"),
    "article is no table": (
        "[article]\naddress = ['^/berita/[a-z-]+$']",
        "",
        "article.address: missing",
    ),
    "unknown family": ('"portal"', '"portl"', "family: unknown family 'portl'; did you mean"),
    "no family": ('family = "portal"', "", "family: missing; add `family = …`"),
    "unknown kind": ('"listing"', '"crawl"', "source[0].kind: input should be"),
    "unknown placeholder": ("{home}berita", "{home}{pag}", "source[0].url: unknown placeholder"),
    "sections without place": (
        'kind = "listing"',
        'kind = "listing"\nsections = ["a"]',
        "source[0].url: {section} and the key `sections` go together",
    ),
    "index without date": ('"listing"', '"dated-index"', "source[0].url: a dated-index needs"),
    "foreign source": ("{home}berita", "https://other.id/", "source[0].url: https://other.id/ is"),
    "foreign home": ('hosts = ["kabar', 'hosts = ["cabar', "home: kabardesa.id is not among hosts"),
    "offset without step": (
        'kind = "listing"',
        'kind = "listing"\nmore = "{home}berita/{offset}"',
        "source[0].url: {offset} in `more` and the key `step` go together",
    ),
    "hours": (
        "verified",
        'hours = "22-5"\nverified',
        "hours: no span of hours; write for instance 22:00-05:00 (got '22-5')",
    ),
    "zone": ("verified", 'zone = "Asia/Djakarta"\nverified', "zone: no time zone; write for"),
    "home without path": ('https://kabardesa.id/"\nh', 'kabardesa.id"\nh', "home: no web address"),
}


@pytest.mark.parametrize("case", BROKEN, ids=list(BROKEN))
def test_a_broken_outlet_file_is_one_line_with_file_key_and_mend(case: str, tmp_path: Path) -> None:
    old, new, message = BROKEN[case]
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(OutletError) as caught:
        load_outlet(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8_or_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desa.toml"
    with pytest.raises(OutletError, match=r"desa\.toml: cannot be read: No such file"):
        load_outlet(path)
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(OutletError, match=r"desa\.toml: not UTF-8 at byte 0"):
        load_outlet(path)


def test_an_example_that_the_rules_do_not_bear_out_is_told(tmp_path: Path) -> None:
    text = GOOD + '\n[[example]]\nurl = "https://kabardesa.id/x?page=2"\narticle = true\n'
    path = write(tmp_path, text + 'canonical = "https://kabardesa.id/x?page=2"\n')
    assert list(load_outlet(path).example_problems()) == [
        f"{path}: example[1]: https://kabardesa.id/x?page=2: canonical is"
        " https://kabardesa.id/x, not https://kabardesa.id/x?page=2",
        f"{path}: example[1]: https://kabardesa.id/x?page=2: should be an article;"
        " mend article.address or the example",
    ]


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://kabardesa.id/berita/a", True),
        ("http://kabardesa.id/berita/a", True),
        ("https://www.kabardesa.id/berita/a", False),
        ("https://kabardesa.id.evil.example/berita/a", False),
        ("ftp://kabardesa.id/berita/a", False),
        ("https:///berita/a", False),
    ],
)
def test_an_outlet_owns_its_hosts_exactly(url: str, owned: bool, tmp_path: Path) -> None:
    outlet = load_outlet(write(tmp_path, GOOD))
    assert outlet.owns(url) is owned
    assert outlet.is_article_address(url) is owned


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", ["www.kabardesa.id", "kabardesa.id"])
def test_an_address_is_on_the_scheme_and_host_of_the_home_page(
    tmp_path: Path, scheme: str, host: str
) -> None:
    text = GOOD.replace('https://kabardesa.id/"\n', f'{scheme}://{host}/"\n', 1)
    text = text.replace('["kabardesa.id"]', '["www.kabardesa.id", "kabardesa.id"]')
    outlet = load_outlet(write(tmp_path, text))
    own = f"{scheme}://{host}/berita/lurah-raih-piagam"
    for twin in (own, "https://kabardesa.id/berita/lurah-raih-piagam/?page=2"):
        assert outlet.address_of(twin) == own
    assert outlet.is_article_address(own)
    assert outlet.address_of("http://other.example/a") == "https://other.example/a"


@pytest.mark.parametrize(
    ("url", "is_story"),
    [
        ("https://kabardesa.id/?p=12", True),
        ("https://kabardesa.id/?p=12&utm_source=x", True),
        ("https://kabardesa.id/", False),
        ("https://kabardesa.id/?s=piagam", False),
        ("https://kabardesa.id/?page_id=2", False),
    ],
)
def test_a_pattern_with_a_question_mark_is_held_against_the_query_too(
    url: str, is_story: bool, tmp_path: Path
) -> None:
    text = GOOD.replace("'^/berita/[a-z-]+$'", r"'^/\?p=\d+$'")
    outlet = load_outlet(write(tmp_path, text))
    assert outlet.is_article_address(outlet.address_of(url)) is is_story
