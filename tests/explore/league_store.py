"""A store with a small league: ties, a dispute, a withdrawal, two editions, two provinces."""

from typing import Any

from sqlite_utils import Database

from storage.awards import insert_award
from storage.records import AwardStatus
from tests.storage.samples import NOW, award_of, claim, fill

OMBUDSMAN = "ombudsman-kepatuhan"


def fill_league(db: Database) -> int:
    """The samples' award of Kabupaten Blora and those around it; returns the run."""
    run_id = fill(db)
    disputed, withdrawn = AwardStatus.DISPUTED, AwardStatus.WITHDRAWN
    _award(db, run_id, "Kabupaten Rembang", "33.17", 98.9)
    _award(db, run_id, "Kabupaten Pati", "33.18", 97.84)
    _award(db, run_id, "Kabupaten Kudus", "33.19", 99.5, status=disputed)
    _award(db, run_id, "Kabupaten Jepara", "33.20", 99.9, status=withdrawn)
    _award(db, run_id, "Kota Semarang", "33.74", 76.15, zone="kuning")
    _award(db, run_id, "Provinsi Jawa Tengah", "33", 98.21)
    _award(db, run_id, "DPMPTSP Kabupaten Blora", "33.16", 100.0)
    _award(db, run_id, "Kabupaten Bantul", "34.02", None, predicate="Kualitas Tinggi", zone=None)
    _award(db, run_id, "Kementerian Agama", None, 88.5)
    _award(db, run_id, "Kabupaten Rembang", "33.17", 95.0, year=2023)
    _award(db, run_id, "Kabupaten Blora", "33.16", 4.42, scheme="pekppp-ipp", scale=5)
    return run_id


def _award(
    db: Database, run_id: int, recipient: str, code: str | None, score: float | None, **told: Any
) -> None:
    status, predicate = told.pop("status", AwardStatus.AGREED), told.pop("predicate", None)
    said = claim(
        recipient=recipient,
        recipient_code=code,
        edition_year=told.pop("year", 2024),
        score=score,
        score_raw=None if score is None else f"{score:.2f}".replace(".", ","),
        **told,
    )
    award = award_of(said)
    changed = {"status": status, "predicate": predicate}
    values = {name: getattr(award, name) for name in award.__dataclass_fields__} | changed
    insert_award(db, type(award)(**values), run_id=run_id, now=NOW)
