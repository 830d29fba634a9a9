"""Whatever the store holds, a mail is harmless, small and made of nothing from elsewhere."""

from dataclasses import replace

from crawler.alerts.mail import seal
from storage.records import AwardNotice, EarlierScore
from tests.alerts.mails import Reader, compose, html_of, text_of
from tests.alerts.notices import BATANG

HOSTILE = (
    "Batang\r\nBcc: orang@lain.id\r\n\r\n<script>alert(1)</script>"
    "<img src=x onerror=alert(1)> \u202egnatab\u202c\x00 {{ 7*7 }} {% raw %}"
)


def hostile() -> AwardNotice:
    """A notice with HOSTILE in every field that a story fills."""
    assert BATANG.proof is not None
    return replace(
        BATANG,
        award=replace(
            BATANG.award,
            recipient=f"Kabupaten {HOSTILE}",
            scheme=HOSTILE,
            predicate=HOSTILE,
            category=HOSTILE,
            zone=HOSTILE,
            rank=1,
            rank_scope=HOSTILE,
            venue=HOSTILE,
            score_raw=HOSTILE,
        ),
        grantor=HOSTILE,
        warnings=(HOSTILE,),
        reports=(
            replace(
                BATANG.reports[0], title=HOSTILE, outlet_title=HOSTILE, url=f"javascript:{HOSTILE}"
            ),
        ),
        units=tuple(replace(unit, unit=HOSTILE, raw=HOSTILE) for unit in BATANG.units),
        previous=EarlierScore(year=2023, score=1.0, raw=HOSTILE),
        proof=replace(BATANG.proof, sentence=HOSTILE * 3, start=7, end=60, url="file:///etc"),
    )


def test_headers_html_templates_and_bidi_marks_in_stored_text_are_harmless() -> None:
    message = compose(hostile())
    seal(message)
    page = Reader.of(html_of(message))
    assert message["Bcc"] is None
    assert page.tags.isdisjoint({"script", "img"})
    assert page.links == {"mailto:piagam@example.org?subject=Berhenti%20Piagam"}
    for part in (text_of(message), html_of(message), str(message["Subject"])):
        assert not {"\u202e", "\u202c", "\x00"} & set(part)
        assert "49" not in part
        assert "\nBcc:" not in part
    assert "{{ 7*7 }} {% raw %}" in page.text


def test_huge_fields_are_cut_and_make_no_huge_mail() -> None:
    huge = "Penghargaan " * 20_000
    award = replace(BATANG.award, recipient=huge, venue=huge, predicate=huge)
    report = replace(BATANG.reports[0], title=huge)
    message = compose(replace(BATANG, award=award, reports=(report,), warnings=(huge,)))
    assert len(str(message["Subject"])) <= 140
    assert len(message.as_bytes()) < 60_000


def test_the_html_is_one_column_with_dark_colours_and_nothing_from_elsewhere() -> None:
    html = html_of(compose(BATANG))
    page = Reader.of(html)
    assert "@media (prefers-color-scheme: dark)" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "max-width:600px" in html
    assert page.tags.isdisjoint({"img", "link", "script", "iframe", "object", "form"})
    assert "url(" not in html
    assert "@import" not in html
    assert page.links == {
        "https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau",
        "mailto:piagam@example.org?subject=Berhenti%20Piagam",
    }
