"""Digests and letters to the operator, made of the notices of real kinds of story."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from storage.health_records import OutletStanding, OutletState
from storage.letter_records import (
    AwardNotice,
    Coverage,
    DigestNotice,
    Frequency,
    HealthNotice,
    OutletChange,
    Unreached,
    WatchNotice,
)
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN

_END = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
"""Six in the morning of 21 November in Jakarta."""

COVERAGE = Coverage(
    expected=31,
    read=29,
    unreached=(Unreached(title="Solopos", since=date(2026, 11, 17)),),
    gaps=2,
)


def digest(*items: AwardNotice, **changes: object) -> DigestNotice:
    """The digest of a day."""
    told = DigestNotice(
        digest_id="daily/2026-11-21",
        frequency=Frequency.DAILY,
        start=_END - timedelta(days=1),
        end=_END,
        zone="Asia/Jakarta",
        items=items,
        coverage=COVERAGE,
    )
    return replace(told, **changes)  # type: ignore[arg-type]  # names and types of DigestNotice


def many(count: int) -> tuple[AwardNotice, ...]:
    """New awards of two schemes and two editions, every tenth of them back-filled."""
    return tuple(_one_of_many(number) for number in range(count))


def _one_of_many(number: int) -> AwardNotice:
    score = round(99 - number * 0.05, 2)
    raw = f"{score:.2f}".replace(".", ",")
    scheme = "ombudsman-kepatuhan" if number % 3 else "keterbukaan-informasi-publik"
    award = replace(
        BATANG.award,
        id=1000 + number,
        recipient=f"Kabupaten Contoh {number}",
        scheme=scheme,
        edition_year=2025 - number % 2,
        score=score,
        score_raw=raw,
        zone=("hijau", "kuning", "merah")[number % 3],
    )
    url = f"https://jateng.tribunnews.com/2026/11/20/kabupaten-contoh-{number}-raih-zona-hijau"
    report = replace(BATANG.reports[0], url=url, score=score, score_raw=raw, proof=None)
    return replace(
        BATANG, alert_id=number, award=award, reports=(report,), is_backfilled=number % 10 == 9
    )


AILING = OutletChange(
    title="Suara Merdeka",
    standing=OutletStanding(
        outlet="suaramerdeka",
        state=OutletState.AILING,
        reason="brought 2 stories, usual are 14 to 30",
        since=date(2026, 11, 18),
        findings=("brought 2 stories, usual are 14 to 30",),
    ),
    before=OutletState.HEALTHY,
)
WEEK = digest(
    BATANG,
    BLORA,
    GROBOGAN,
    CORRECTED,
    digest_id="weekly/2026-47",
    frequency=Frequency.WEEKLY,
    start=_END - timedelta(days=7),
    changes=(AILING,),
)

SICK = OutletChange(
    title="Solopos",
    standing=OutletStanding(
        outlet="solopos",
        state=OutletState.QUARANTINED,
        reason="12 of 14 stories carry the site's own name as headline",
        since=date(2026, 11, 17),
        findings=("12 of 14 stories carry the site's own name as headline since 2026-11-17",),
    ),
    before=OutletState.HEALTHY,
    example="https://solopos.example/berita/nilai-layanan-publik-1",
    held=3,
)
WELL = OutletChange(
    title="Warta Blora",
    standing=OutletStanding(
        outlet="wartablora",
        state=OutletState.HEALTHY,
        reason="2 good nights",
        since=date(2026, 11, 20),
    ),
    before=OutletState.AILING,
)
HEALTH = HealthNotice(notice_id="run-12", changes=(SICK, WELL))
WATCH = WatchNotice(
    notice_id="2026-11-21",
    zone="Asia/Jakarta",
    hours=52,
    last_good=datetime(2026, 11, 18, 19, 4, tzinfo=UTC),
    last_run="run 12 failed: the disk is full",
)
