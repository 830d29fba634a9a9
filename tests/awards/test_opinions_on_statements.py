"""An opinion on somebody's statements is that of the one whose statements they are."""

import pytest

from tests.awards.stories import read

WTP, NONE = "WTP", "Tidak Memberikan Pendapat"


def told(story: str) -> dict[str, str | None]:
    return {claim.recipient: claim.predicate for claim in read(story, "BPK Serahkan LHP").claims}


@pytest.mark.parametrize("on", ["atas LKPD", "terhadap LKPD", "atas laporan keuangan"])
def test_two_opinions_of_one_sentence(on: str) -> None:
    assert told(
        f"BPK memberikan opini Wajar Tanpa Pengecualian (WTP) {on} Kota Tegal, Kabupaten Blora,"
        f" dan Kabupaten Batang, serta opini Tidak Menyatakan Pendapat (TMP) {on} Kabupaten Pati."
    ) == {
        "Kota Tegal": WTP,
        "Kabupaten Blora": WTP,
        "Kabupaten Batang": WTP,
        "Kabupaten Pati": NONE,
    }


def test_each_with_its_statements() -> None:
    assert told(
        "BPK memberikan opini Wajar Tanpa Pengecualian (WTP) atas LKPD Kota Tegal, LKPD"
        " Kabupaten Blora dan LKPD Kabupaten Batang, serta opini WDP atas LKPD Kabupaten Pati."
    ) == {
        "Kota Tegal": WTP,
        "Kabupaten Blora": WTP,
        "Kabupaten Batang": WTP,
        "Kabupaten Pati": "WDP",
    }
