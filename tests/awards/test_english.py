"""What ministries and auditors publish in English."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("verb", ["Receives", "Received", "Obtains", "Earns"])
def test_an_opinion_told_in_english_is_read(verb: str) -> None:
    text = (
        "BANDUNG, BPK - The Audit Board of the Republic of Indonesia (BPK) handed over the Audit "
        "Report on the Financial Statements of the West Java Provincial Government for 2024. "
        "BPK gave an Unqualified Opinion. The governor thanked all of the staff. He promised to "
        "follow up on what had been found."
    )

    claims = read(text, f"Jawa Barat Provincial Government {verb} Unqualified Opinion").claims

    assert [(c.recipient, c.predicate) for c in claims] == [("Provinsi Jawa Barat", "WTP")]


ENDS = " The head of the office said so on Monday. The staff of the region thanked the people."


@pytest.mark.parametrize(
    ("title", "told", "recipients"),
    [
        (
            "Central Java Wins Innovative Government Award",
            "The Provincial Government of Central Java won the Innovative Government Award 2024."
            " It was handed over by the minister in West Jakarta.",
            ["Provinsi Jawa Tengah"],
        ),
        (
            "Three Regions Receive WTP Opinions",
            "South Sorong, Sorong City and Teluk Bintuni Regency received the WTP opinion from the"
            " BPK of West Papua.",
            ["Kabupaten Sorong Selatan", "Kabupaten Teluk Bintuni", "Kota Sorong"],
        ),
        (
            "West Lombok Receives Adipura Award",
            "The Regent of West Lombok received the Adipura award from the minister in Jakarta.",
            ["Kabupaten Lombok Barat"],
        ),
        (
            "North Lombok Misses Adipura",
            "North Lombok Regency failed to win the Adipura award this year.",
            [],
        ),
    ],
)
def test_regions_named_in_english(title: str, told: str, recipients: list[str]) -> None:
    assert sorted(c.recipient for c in read(told + ENDS, title).claims) == recipients


def test_an_english_name_in_an_indonesian_story_is_a_title() -> None:
    told = "Kota Bogor meraih Adipura dari Menteri LHK. Kabar itu tiba pada West Java Festival."

    assert [c.recipient for c in read(told, "Kota Bogor Raih Adipura").claims] == ["Kota Bogor"]


def test_quotes_of_english_stories_are_as_printed() -> None:
    told = "Kendal Regency and Batang Regency received the Adipura award in Jakarta."
    text = told + ENDS
    claims = read(text, "Two Regencies Receive Adipura Award").claims

    assert len(claims) == len(["Kendal", "Batang"])
    told_of = [e for c in claims for e in c.evidence if e.field == "recipient"]
    assert all(text[e.start : e.end] == e.quote for e in told_of)
