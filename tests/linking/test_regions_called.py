"""Which region a person means who writes a name or a code."""

import pytest

from crawler.linking.recipients import canonical, regions_called


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("33.25", {"33.25"}),
        (" 33 ", {"33"}),
        ("batang", {"33.25"}),
        ("Kab. Batang", {"33.25"}),
        ("kab  Semarang", {"33.22"}),
        ("Semarang", {"33.22", "33.74"}),
        ("Kota Semarang", {"33.74"}),
        ("Jateng", {"33"}),
        ("Prov. Jateng", {"33"}),
        ("Provinsi Jawa Tengah", {"33"}),
        ("Jakarta", {"31"}),
        ("DKI", {"31"}),
        ("DIY", {"34"}),
        ("D.I. Yogyakarta", {"34"}),
        ("Gunungkidul", {"34.03"}),
        ("Kab. Gunungkidul", {"34.03"}),
        ("Kota Gunungkidul", set()),
        ("Kota Bahari", set()),
        ("Kabupaten", set()),
        ("", set()),
        ("Wakanda", set()),
    ],
)
def test_a_region_goes_by_code_name_or_short_form(written: str, codes: set[str]) -> None:
    assert {each.code for each in regions_called(written)} == codes


def test_a_recipient_may_be_written_with_the_short_word_for_its_kind() -> None:
    assert canonical("Kab. batang") == "Kabupaten Batang"
    assert canonical("DPMPTSP  kab. Blora") == "DPMPTSP Kabupaten Blora"
