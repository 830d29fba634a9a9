"""Each language says everything, and says it whole."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from crawler.alerts.english import ENGLISH
from crawler.alerts.glosses import (
    caution_named,
    predicate_named,
    recipient_named,
    scheme_meaning,
)
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.words import Occasion, Words
from crawler.awards.catalogue import load_catalogue
from storage.health_records import OutletState
from storage.letter_records import AwardNotice, Frequency, Language
from tests.alerts.digests import WEEK
from tests.alerts.mails import compose, gather, text_of
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN, SETTLED, WITHDRAWN

BOTH = [INDONESIAN, ENGLISH]


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table of words with its place in it."""
    if isinstance(value, str):
        yield path, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from texts(each, f"{path}[{number}]")
    else:
        for key, each in value.items():
            yield from texts(each, f"{path}[{key}]")


def test_both_languages_fill_in_the_same_things() -> None:
    indonesian, english = (
        {path: set(re.findall(r"{(\w+)}", text)) for path, text in texts(words)} for words in BOTH
    )
    shared = indonesian.keys() & english.keys()
    assert {path for path in shared if indonesian[path] != english[path]} == set()
    assert {path for path in indonesian.keys() ^ english.keys() if "gions[" not in path} == {
        f".zones[{zone}]" for zone in ("hijau", "kuning", "merah")
    }


@pytest.mark.parametrize("words", BOTH, ids=["id", "en"])
def test_every_case_has_its_words(words: Words) -> None:
    assert set(words.alert.headings) == set(words.digest.counts) == set(Occasion)
    assert set(words.operator.states) == set(words.operator.meanings) == set(OutletState)
    assert set(words.digest.headings) == {*Frequency, "old"}
    assert len(words.weekdays) == 7
    assert len(words.months) == 12


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        (
            Language.ENGLISH,
            r"dari|naik|turun|zona|edisi|menurut|Nilai|Bukti|Tanggal|Desember|Senin",
        ),
        (Language.INDONESIAN, r"the|from|out of|zone|edition|according|Proof|December|Monday"),
    ],
)
@pytest.mark.parametrize("notice", [BATANG, BLORA, GROBOGAN, CORRECTED, WITHDRAWN, SETTLED])
def test_a_letter_in_one_language_is_whole_in_it(
    notice: AwardNotice, language: Language, foreign: str
) -> None:
    text = text_of(compose(notice, language))
    for said in ("Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik", *notice.warnings):
        text = text.replace(said, "")
    own = "\n".join(
        line for line in text.splitlines() if '"' not in line and not line.startswith(("- ", "  h"))
    )
    assert re.findall(rf"\b(?:{foreign})\b", own, re.IGNORECASE) == []
    assert "IN ENGLISH" not in text


def test_a_digest_in_one_language_is_whole_in_it() -> None:
    english = text_of(gather(WEEK, Language.ENGLISH))
    assert "29 of 31 outlets read in full; 1 read in part; Solopos unreachable since Tue" in english
    assert not {"dari", "menurut", "zona", "sejak"} & set(english.split())
    indonesian = text_of(gather(WEEK, Language.INDONESIAN))
    assert "IN ENGLISH" not in indonesian
    assert "IN ENGLISH" in text_of(gather(WEEK))


def test_names_stay_as_printed_and_english_adds_what_they_mean() -> None:
    assert recipient_named("Kabupaten Batang", ENGLISH) == "Batang Regency"
    assert recipient_named("Provinsi Jawa Tengah", ENGLISH) == "Jawa Tengah Province"
    assert recipient_named("DPMPTSP Kabupaten Batang", ENGLISH) == "DPMPTSP Kabupaten Batang"
    assert recipient_named("Kota", ENGLISH) == "Kota"
    assert recipient_named("Kabupaten Batang", INDONESIAN) == "Kabupaten Batang"
    assert predicate_named("Kualitas Tertinggi", ENGLISH) == "Kualitas Tertinggi (highest quality)"
    assert predicate_named("Kualitas Tertinggi", INDONESIAN) == "Kualitas Tertinggi"
    assert predicate_named("Padapa", ENGLISH) == "Padapa"


def test_every_scheme_of_the_catalogue_has_an_english_meaning() -> None:
    assert {each for each in load_catalogue() if scheme_meaning(each, ENGLISH) is None} == set()
    assert scheme_meaning("sakip", INDONESIAN) is None


@pytest.mark.parametrize(
    ("warning", "told"),
    [
        ("score 101.5 is outside the scale 0-100", "nilai 101,5 di luar skala 0–100"),
        (
            "Puskesmas Batang I 120 is outside the scale 0-100",
            "Puskesmas Batang I 120 di luar skala 0–100",
        ),
        (
            "predicate Kualitas Tinggi is not one of the edition 2021",
            "predikat Kualitas Tinggi tidak ada pada edisi 2021",
        ),
        (
            "zone kuning does not fit the score 93.74: the edition 2024 puts it in hijau",
            "zona kuning tidak cocok dengan nilai 93,74: menurut edisi 2024 seharusnya hijau",
        ),
        (
            "the mean of the 6 units is 80.00, far from the total 93.74",
            "rata-rata 6 unit 80,00, jauh dari nilai keseluruhan 93,74",
        ),
        ("something nobody foresaw", "something nobody foresaw"),
    ],
)
def test_a_warning_of_the_reader_is_told_in_the_language_of_the_letter(
    warning: str, told: str
) -> None:
    assert caution_named(warning, INDONESIAN) == told
    assert caution_named(warning, ENGLISH) == warning
