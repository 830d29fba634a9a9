"""Classes told clause by clause: by `oleh`, behind bare names, with scores, of the rest."""

import pytest

from tests.awards.stories import read

HEADLINE = "Daerah di Jawa Tengah Raih Penghargaan Kabupaten Layak Anak 2024"
LEAD = (
    "SEMARANG - Kementerian PPPA menyerahkan penghargaan Kabupaten/Kota Layak Anak (KLA) 2024, "
    "Senin (2/12/2024).\n"
)
INFORMED = "KI Jateng Serahkan Anugerah Keterbukaan Informasi Publik 2024"
INFORMED_LEAD = (
    "SEMARANG - Komisi Informasi Jawa Tengah menyerahkan Anugerah Keterbukaan Informasi Publik "
    "2024, Senin (2/12/2024).\n"
)


def classes(text: str, lead: str = LEAD, headline: str = HEADLINE) -> dict[str, str | None]:
    """The class of each claim by its recipient."""
    return {claim.recipient: claim.predicate for claim in read(lead + text, headline).claims}


@pytest.mark.parametrize(
    "told",
    [
        "Predikat Nindya diraih Sragen dan Pati; Madya oleh Blora serta Demak.",
        "Status Nindya disandang Sragen serta Pati, adapun Madya oleh Blora dan Demak.",
        "Sragen naik dari Madya ke Nindya, Pati bertahan di Nindya, Blora dan Demak meraih Madya.",
        "Sragen dan Pati Nindya, Blora bersama Demak meraih Madya.",
        "Kabupaten Sragen bersama Kabupaten Pati meraih Nindya, sisanya yaitu Blora dan Demak "
        "meraih Madya.",
    ],
)
def test_each_clause_has_its_class(told: str) -> None:
    assert classes(told) == {
        "Kabupaten Sragen": "Nindya",
        "Kabupaten Pati": "Nindya",
        "Kabupaten Blora": "Madya",
        "Kabupaten Demak": "Madya",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Sragen dengan nilai 95,2 dan Pati dengan nilai 92,1 dinyatakan Informatif.",
        "Sragen 95,2 dan Pati 92,1 meraih predikat Informatif.",
    ],
)
def test_a_class_behind_scores_is_of_all_who_have_one(told: str) -> None:
    both = {"Kabupaten Sragen": "Informatif", "Kabupaten Pati": "Informatif"}

    assert classes(told, INFORMED_LEAD, INFORMED) == both


def test_the_rest_has_another_class_than_the_one_in_front() -> None:
    told = (
        "Sragen dan Pati berada di kategori Menuju Informatif, sisanya yaitu Blora dan Demak "
        "Cukup Informatif."
    )

    assert classes(told, INFORMED_LEAD, INFORMED) == {
        "Kabupaten Sragen": "Menuju Informatif",
        "Kabupaten Pati": "Menuju Informatif",
        "Kabupaten Blora": "Cukup Informatif",
        "Kabupaten Demak": "Cukup Informatif",
    }
