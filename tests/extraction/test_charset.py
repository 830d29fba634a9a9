"""Whatever the server and the page claim, the letters survive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.charset import as_utf8, decode
from crawler.extraction.tree import parse_page

TEXT = "Jum’at – “nilai” café"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "iso-8859-1"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "windows-1252"),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("utf-16-be"), "utf-8"),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("cp1252"), "tidak-dikenal"),
        (b"<meta charset='windows-1252'>" + TEXT.encode("cp1252"), None),
        (b"<meta content='text/html; charset=ISO-8859-1'>" + TEXT.encode("cp1252"), None),
    ],
)
def test_the_text_is_decoded_whatever_is_declared(body: bytes, declared: str | None) -> None:
    assert decode(body, declared).endswith(TEXT)
    assert as_utf8(body, declared) == decode(body, declared).encode()


def test_a_page_in_utf8_is_not_written_anew() -> None:
    body = TEXT.encode()
    assert as_utf8(body, "iso-8859-1") is body
    assert as_utf8(body[:-1]) == TEXT[:-1].encode()


BROKEN = (
    *(b"\x80", b"\x93", b"\xe9", b"\xff", b"\xc3", b"\xe2\x80", b"\xf0\x9f\x98", b"\xed\xa0\x80"),
    *(
        b"\xc0\xaf",
        b"\xe0\x80\xaf",
        b"\xf0\x80\x80\xaf",
        b"\xf4\x90\x80\x80",
        b"\xf8\x88\x80\x80\x80",
    ),
)


@pytest.mark.parametrize("broken", BROKEN, ids=bytes.hex)
@pytest.mark.parametrize(
    "page",
    [
        "|",
        "<p>nilai | tinggi</p>",
        "<!DOCTYPE html|><p>nilai</p>",
        "<!-- | --><p>nilai</p>",
        "<!-- | -->",
        "<?php | ?><p>nilai</p>",
        "<script>a = '|'</script><p>nilai</p>",
        "<title>|</title><p>nilai</p>",
        "<textarea>|</textarea><p>nilai</p>",
        "<p class='|'>nilai</p>",
        "<p clas|s=x>nilai</p>",
        "<b|r><p>nilai</p>",
        "</b|r><p>nilai</p>",
        "<p>nilai &am|p;</p>",
        "</html>|",
        "<p>nilai</p>|",
    ],
)
def test_a_byte_that_is_not_utf8_is_noticed_wherever_it_stands(page: str, broken: bytes) -> None:
    """The parser is asked, which sees every byte; should another version not, this fails."""
    body = page.encode().replace(b"|", broken)
    assert parse_page(body, url="").source == as_utf8(body) != body


def test_a_stray_byte_in_utf8_spoils_only_itself() -> None:
    body = "“nilai” ".encode() * 20 + b"\x93tinggi\x94"
    assert decode(body, "utf-8") == "“nilai” " * 20 + "“tinggi”"


def test_a_page_cut_in_the_middle_of_a_letter_keeps_the_rest() -> None:
    assert decode("nilai “tinggi”".encode()[:-1]).startswith("nilai “tinggi")


@given(st.binary(), st.sampled_from([None, "utf-8", "latin1", "utf-16", "gbk", "rot13", "idna"]))
def test_any_bytes_give_a_text(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared), str)
