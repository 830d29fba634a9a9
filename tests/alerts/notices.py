"""Notices as the store gives them: the awards of three real kinds of story."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from storage.letter_records import AwardNotice, Place, Proof, Report
from storage.records import (
    AlertKind,
    Award,
    AwardStatus,
    ClaimRelation,
    EarlierScore,
    EditionBasis,
    UnitScore,
)

_WIB = timezone(timedelta(hours=7))


def _ombudsman(recipient: str, code: str, score: float, raw: str, **told: object) -> Award:
    """An award of the Ombudsman as most stories tell it; `told` says what is different."""
    facts: dict[str, object] = {
        "edition_year": 2024,
        "edition_basis": EditionBasis.STATED,
        "status": AwardStatus.AGREED,
    }
    return Award(
        recipient=recipient,
        recipient_code=code,
        scheme="ombudsman-kepatuhan",
        score=score,
        score_raw=raw,
        scale=100,
        **(facts | told),  # type: ignore[arg-type]  # names and types of Award
    )


def proven(report: Report, sentence: str) -> Report:
    """The report with the sentence that prints its score."""
    raw = report.score_raw or ""
    start = sentence.index(raw)
    proof = Proof(
        sentence=sentence,
        start=start,
        end=start + len(raw),
        outlet=report.outlet,
        url=report.url,
    )
    return replace(report, proof=proof)


_FROM_TRIBUN = proven(
    Report(
        outlet="tribun-jateng",
        outlet_title="Tribun Jateng",
        url="https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau",
        title="Kabupaten Batang Raih Zona Hijau Pelayanan Publik 2024:"
        " DPMPTSP Catat Skor Tertinggi",
        published=datetime(2024, 12, 3, 14, 5, tzinfo=_WIB),
        relation=ClaimRelation.FIRST,
        score=93.74,
        score_raw="93,74",
    ),
    "Pemerintah Kabupaten Batang kembali menorehkan prestasi membanggakan dengan meraih nilai"
    " rata-rata 93,74 dalam penilaian Kepatuhan Penyelenggaraan Pelayanan Publik Tahun 2024.",
)
BATANG = AwardNotice(
    alert_id=1,
    kind=AlertKind.NEW,
    award=_ombudsman(
        "Kabupaten Batang",
        "33.25",
        93.74,
        "93,74",
        id=1,
        predicate="Kualitas Tertinggi",
        category="A",
        zone="hijau",
        award_date=date(2024, 12, 2),
        venue="Hotel Guest, Semarang",
    ),
    grantor="Ombudsman RI",
    confidence=0.97,
    warnings=(),
    reports=(_FROM_TRIBUN,),
    units=(
        UnitScore(unit="Disdukcapil", score=93.77, raw="93,77"),
        UnitScore(unit="Disdikbud", score=89.07, raw="89,07"),
        UnitScore(unit="Dinsos", score=95.07, raw="95,07"),
        UnitScore(unit="Puskesmas Batang I", score=95.86, raw="95,86"),
        UnitScore(unit="DPMPTSP", score=97.55, raw="97,55"),
        UnitScore(unit="Puskesmas Batang III", score=90.9, raw="90,90"),
    ),
    previous=EarlierScore(year=2023, score=91.5, raw="91,50"),
    history=(
        EarlierScore(year=2022, score=88.1, raw="88,10"),
        EarlierScore(year=2023, score=91.5, raw="91,50"),
    ),
    province=Place(position=3, known=12, is_shared=False),
    country=Place(position=8, known=40, is_shared=True),
)
"""A new award with all that a story can state, and last year's score."""

_FROM_WARTABLORA = proven(
    Report(
        outlet="wartablora",
        outlet_title=None,
        url="https://news.wartablora.com/pemerintahan/blora-raih-nilai-tertinggi-SNZUm3mp-12345",
        title="Blora Raih Nilai Kepatuhan Tertinggi",
        published=None,
        relation=ClaimRelation.FIRST,
        score=97.84,
        score_raw="97.84",
    ),
    "Kabupaten Blora mendapat nilai 97.84 dari Ombudsman RI.",
)
BLORA = AwardNotice(
    alert_id=2,
    kind=AlertKind.NEW,
    award=_ombudsman(
        "Kabupaten Blora",
        "33.16",
        97.84,
        "97.84",
        id=2,
        edition_basis=EditionBasis.CALENDAR,
        award_date=date(2024, 12, 2),
        venue="Hotel Quest Semarang",
    ),
    grantor="Ombudsman RI",
    confidence=0.9,
    warnings=(),
    reports=(_FROM_WARTABLORA,),
    units=(UnitScore(unit="DPMPTSP", score=100.0, raw="100"),),
    previous=None,
)
"""A new award whose edition the story does not state, printed with a point."""

_FROM_TRIBUNNEWS = proven(
    Report(
        outlet="tribunnews",
        outlet_title="Tribunnews",
        url="https://www.tribunnews.com/nasional/2022/12/23/ombudsman-ri-ungkap-hasil",
        title="Ombudsman RI Ungkap Hasil Penilaian Kepatuhan 2022",
        published=datetime(2022, 12, 23, 9, 0, tzinfo=_WIB),
        relation=ClaimRelation.FIRST,
        score=98.02,
        score_raw="98,02",
    ),
    "Nilai tertinggi diraih Kabupaten Grobogan dengan 98,02.",
)
_FROM_IDNTIMES = proven(
    Report(
        outlet="idntimes",
        outlet_title="IDN Times Jateng",
        url="https://jateng.idntimes.com/news/jateng/grobogan-kepatuhan-2022",
        title="Grobogan Peringkat Pertama Kepatuhan Pelayanan Publik",
        published=datetime(2022, 12, 24, 9, 0, tzinfo=_WIB),
        relation=ClaimRelation.CONFLICT,
        score=98.2,
        score_raw="98,2",
    ),
    "Grobogan memperoleh nilai 98,2 dan berada di peringkat pertama.",
)
GROBOGAN = AwardNotice(
    alert_id=7,
    kind=AlertKind.CONFLICT,
    award=_ombudsman(
        "Kabupaten Grobogan",
        "33.15",
        98.02,
        "98,02",
        id=3,
        edition_year=2022,
        status=AwardStatus.DISPUTED,
        zone="hijau",
        rank=1,
        rank_scope="nasional kabupaten",
        award_date=date(2022, 12, 22),
    ),
    grantor="Ombudsman RI",
    confidence=0.88,
    warnings=("predikat tidak sesuai dengan rentang nilai 2022",),
    reports=(_FROM_TRIBUNNEWS, _FROM_IDNTIMES),
    units=(),
    previous=EarlierScore(year=2021, score=98.9, raw="98,90"),
    history=(EarlierScore(year=2021, score=98.9, raw="98,90"),),
)
"""A dispute: a later report prints another score for the same award."""

BATANG_BEFORE = replace(
    BATANG.award, score=91.74, score_raw="91,74", zone="kuning", category=None, venue=None
)
CORRECTED = replace(BATANG, alert_id=11, kind=AlertKind.CORRECTION, before=BATANG_BEFORE)
"""The outlet has put another score in the place of the one that people were told."""

WITHDRAWN = replace(
    BATANG,
    alert_id=12,
    kind=AlertKind.CORRECTION,
    award=replace(BATANG.award, status=AwardStatus.WITHDRAWN),
    before=BATANG.award,
    units=(),
    province=None,
    country=None,
)
"""The outlet does not say so any more."""

SETTLED = replace(
    GROBOGAN,
    alert_id=13,
    kind=AlertKind.CORRECTION,
    award=replace(GROBOGAN.award, status=AwardStatus.CORRECTED),
    before=GROBOGAN.award,
)
"""An analyst has said which of the two scores holds."""
