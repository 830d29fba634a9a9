"""Stories of several awards at once: each result is of the scheme that its own words name."""

from tests.awards.stories import read

HEADLINE = "Pemalang Borong Penghargaan"
LEAD = (
    "SEMARANG - Kabupaten Pemalang menerima sejumlah penghargaan di akhir tahun, Selasa "
    "(3/12/2024). "
)
HERE = "Kabupaten Pemalang"


def results(text: str) -> set[tuple[str, str, object]]:
    """Recipient, scheme, and the score, class or place of each claim."""
    return {
        (claim.recipient, claim.scheme, claim.score or claim.predicate or claim.rank)
        for claim in read(LEAD + text, HEADLINE).claims
    }


def test_a_story_of_several_awards_may_name_them_late() -> None:
    assert results(
        "Kabupaten Pemalang meraih dua penghargaan, yakni UHC Award dan TPID Award."
    ) == {
        (HERE, "uhc-award", None),
        (HERE, "tpid-award", None),
    }


def test_a_score_is_of_the_scheme_of_its_giver() -> None:
    told = (
        "Pemalang mendapat opini WTP dari BPK, predikat Madya Kabupaten Layak Anak dari KemenPPPA, "
        "dan nilai 93,74 dari Ombudsman dalam kepatuhan pelayanan publik."
    )

    assert results(told) == {
        (HERE, "opini-wtp-bpk", "WTP"),
        (HERE, "kabupaten-kota-layak-anak", "Madya"),
        (HERE, "ombudsman-kepatuhan", 93.74),
    }


def test_a_place_is_of_the_scheme_right_behind_it() -> None:
    told = (
        "Pemalang menempati peringkat 3 Penghargaan Pembangunan Daerah (PPD) Jawa Tengah dan "
        "terbaik II TPID Award 2024."
    )

    assert results(told) == {
        (HERE, "penghargaan-pembangunan-daerah", 3),
        (HERE, "tpid-award", 2),
    }


def test_what_is_named_in_anothers_clause_is_not_ones_own() -> None:
    told = (
        "DPMPTSP Kabupaten Pemalang meraih nilai PEKPPP 4,52, adapun RSUD dr M Ashari meraih "
        "predikat WBK dari Kementerian PANRB."
    )

    assert ("DPMPTSP Kabupaten Pemalang", "zona-integritas-wbk-wbbm", None) not in results(told)
    assert ("DPMPTSP Kabupaten Pemalang", "pekppp-ipp", 4.52) in results(told)
