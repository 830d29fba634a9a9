"""What must hold for every story, tried on many."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from crawler.awards.gazetteer import Region, load_gazetteer
from crawler.awards.reader import read_story
from storage.records import Article
from tests.awards.proofs import unproven
from tests.awards.shapes import Shape, load_shapes
from tests.awards.stories import all_facts, article

SHAPES = load_shapes()
EXAMPLES = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
shapes = st.sampled_from(SHAPES)
each_shape = pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)

VOCABULARY = """
Pemkab Pemkot Kabupaten Kota Bupati Blora Batang Tegal Semarang Jawa Tengah Ombudsman RI
penilaian kepatuhan pelayanan publik PEKPPP IPP Kementerian PANRB meraih menerima menargetkan
belum gagal nilai skor 93,74 4.42 100 2024 2/12/2024 Rp5 zona hijau (Hijau) kategori A A- predikat
Sangat Baik kualitas tertinggi peringkat pertama ke-2 dari menjadi naik tahun lalu DPMPTSP Puskesmas
Kepala di Hotel Gedung Senin (2/12) : , . - ( ) “ ” ' ; / % & dan yaitu adalah disusul
"""
storied = st.lists(
    st.one_of(
        st.sampled_from(VOCABULARY.split()),
        st.sampled_from([".\n", "\n- ", "\n1. ", "\n2. "]),
        st.text(max_size=4),
    ),
    max_size=80,
).map(" ".join)

UNRELATED = (
    "Harga beras di pasar naik menjadi Rp14.500 per kilogram.",
    "Hujan diperkirakan turun hingga malam dengan suhu 24 sampai 32 derajat.",
    "Sebanyak 120 pelari mengikuti lomba sejauh 10 kilometer.",
    "Jalan yang rusak sepanjang 120 meter segera diperbaiki.",
)


@EXAMPLES
@given(text=st.text(max_size=300), title=st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str, title: str) -> None:
    source = article(text, title)

    assert unproven(read_story(source).claims, source) == []


@settings(EXAMPLES, max_examples=100)
@given(text=storied, title=storied)
def test_whatever_is_claimed_is_proven(text: str, title: str) -> None:
    source = article(f"Ombudsman kepatuhan pelayanan publik {text}", title.replace("\n", " "))
    reading = read_story(source)

    assert reading.is_award_story or not reading.claims
    assert unproven(reading.claims, source) == []
    assert 0 <= reading.confidence <= 1
    assert all(0 <= claim.confidence <= 1 for claim in reading.claims)


@EXAMPLES
@given(shape=shapes, randomness=st.randoms(use_true_random=False))
def test_sentences_in_any_order_keep_the_proof(shape: Shape, randomness: object) -> None:
    parts = re.split(r"(?<=[.!?])\s+", shape.article.text)
    randomness.shuffle(parts)  # type: ignore[attr-defined]
    shuffled = replace(shape.article, text=" ".join(parts))

    assert unproven(read_story(shuffled).claims, shuffled) == []


@EXAMPLES
@given(shape=shapes, odd=st.sampled_from("\u00a0\u202f\u2007\u3000"), every=st.integers(2, 7))
def test_odd_spaces_change_nothing(shape: Shape, odd: str, every: int) -> None:
    count = iter(range(len(shape.article.text)))
    text = re.sub(
        "(?<!\n) ", lambda _: odd if next(count) % every == 0 else " ", shape.article.text
    )
    spaced = replace(shape.article, text=text)

    reading = read_story(spaced)

    assert all_facts(reading) == _told(shape)
    assert unproven(reading.claims, spaced) == []


@each_shape
@pytest.mark.parametrize("quotes", ["“”", "«»"])
def test_the_kind_of_quotes_changes_nothing(shape: Shape, quotes: str) -> None:
    text = re.sub(r'"([^"]*)"', rf"{quotes[0]}\1{quotes[1]}", shape.article.text)

    quoted = read_story(replace(shape.article, text=text))

    assert all_facts(quoted) == _told(shape)


@each_shape
@pytest.mark.parametrize("mark", [",", "."])
def test_comma_or_point_changes_only_how_a_score_is_printed(shape: Shape, mark: str) -> None:
    swapped = _with_decimal_mark(shape.article, mark)

    reading = read_story(swapped)

    assert all_facts(reading) == _told(shape)
    assert all(mark in claim.score_raw for claim in reading.claims if claim.score_raw)


@cache
def _facts_by_name() -> dict[str, list[dict[str, object]]]:
    return {shape.name: all_facts(read_story(shape.article)) for shape in SHAPES}


def _told(shape: Shape) -> list[dict[str, object]]:
    return _facts_by_name()[shape.name]


def _with_decimal_mark(story: Article, mark: str) -> Article:
    text = re.sub(r"(?<![\d.,/])(\d{1,3})[.,](\d{1,2})(?![\d/])", rf"\1{mark}\2", story.text)
    return replace(story, text=text)


@each_shape
def test_unrelated_paragraphs_at_the_end_change_nothing(shape: Shape) -> None:
    longer = replace(shape.article, text="\n".join((shape.article.text, *UNRELATED)))

    assert all_facts(read_story(longer)) == _told(shape)


TEMPLATE = """\
Pemkab {name} menerima penghargaan penilaian kepatuhan penyelenggaraan pelayanan publik tahun 2024
 dari Ombudsman RI dengan nilai 93,74 dan masuk zona hijau.
Piagam diterima Bupati {name} di Hotel Patra, Senin (2/12/2024).
"Kami bangga," kata Bupati {name}.
- DPMPTSP: 97,55
- Dinsos: 95,07"""
REGENCIES = [region for region in load_gazetteer().by_code.values() if region.kind == "kabupaten"]


def _facts_in_the_name_of(region: Region) -> dict[str, object]:
    text = TEMPLATE.replace("\n dari", " dari").format(name=region.name)
    (facts,) = all_facts(read_story(article(text, f"Pemkab {region.name} Raih Zona Hijau")))
    return facts


@settings(EXAMPLES, max_examples=40)
@given(region=st.sampled_from(REGENCIES))
def test_another_regency_changes_only_the_recipient(region: Region) -> None:
    facts = _facts_in_the_name_of(region)
    blora = _facts_in_the_name_of(load_gazetteer().by_code["33.16"])

    assert (facts["recipient"], facts["recipient_code"]) == (region.full_name, region.code)
    same = {"recipient": "", "recipient_code": ""}
    assert facts | same == blora | same
