"""What an alert says: the notice of an award put into words, ready for either form of the mail.

Pure. Every string is on one line and harmless, whatever a news page printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.alerts.comparison import Change, Side, change_of, outlet_name, scores_of, sides_of
from crawler.alerts.english import summary
from crawler.alerts.wording import NAME_LIMIT, day, harmless, number, one_line, printed
from storage.records import (
    AlertKind,
    Award,
    AwardNotice,
    AwardStatus,
    EditionBasis,
    Proof,
    Report,
    UnitScore,
)

_TITLE_LIMIT = 140
_URL_LIMIT = 2000
_QUOTE_LIMIT = 360
"""Characters shown on either side of the proven words."""

_HEADINGS = {
    AlertKind.NEW: "Penghargaan baru",
    AlertKind.CONFLICT: "Nilai berbeda",
    AlertKind.CORRECTION: "Koreksi",
}
_DIRECTIONS = {1: "naik", -1: "turun"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A name and its value: one line of a table."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article that reports the award."""

    outlet: str
    title: str
    address: str
    """As stored, to be read."""
    url: str | None
    """To be followed; None when it is no http(s) address."""
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The proving sentence in three pieces; the middle one is marked."""

    before: str
    marked: str
    after: str
    outlet: str
    url: str | None
    """None when it is no http(s) address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that either form of the mail prints."""

    subject: str
    heading: str
    recipient: str
    scheme: str
    """The scheme's full name."""
    edition: str | None
    score: str | None
    """As printed, with the Indonesian comma; all of them when the award is disputed."""
    scale: str | None
    zone: str | None
    predicate: str | None
    change: str | None
    """`naik 2,24 dari 91,50 (2023)`."""
    facts: tuple[Line, ...]
    sides: tuple[Side, ...]
    """Two or more scores when the reports differ, else empty."""
    quote: Quote | None
    units: tuple[Line, ...]
    """Best score first."""
    sources: tuple[Source, ...]
    notes: tuple[str, ...]
    english: str


def write_letter(notice: AwardNotice, *, scheme: str, short: str) -> Letter:
    """Put the notice into words; `scheme` and `short` are the scheme's full and short name."""
    award = notice.award
    change = change_of(notice)
    return Letter(
        subject=_subject(notice, short),
        heading=_HEADINGS[notice.kind],
        recipient=one_line(award.recipient, NAME_LIMIT),
        scheme=scheme,
        edition=None if award.edition_year is None else str(award.edition_year),
        score=_score(notice),
        scale=None if award.scale is None else number(award.scale),
        zone=_optional(award.zone),
        predicate=_optional(award.predicate),
        change=None if change is None else _change(change),
        facts=tuple(_facts(notice)),
        sides=sides_of(notice),
        quote=None if notice.proof is None else _quote(notice.proof, notice.reports),
        units=_units(notice.units),
        sources=tuple(_source(report) for report in notice.reports),
        notes=tuple(_notes(notice)),
        english=summary(notice, scheme),
    )


def _subject(notice: AwardNotice, short: str) -> str:
    award = notice.award
    sides = sides_of(notice)
    parts = [f"{one_line(award.recipient, NAME_LIMIT)} {_score(notice) or ''}".strip()]
    parts.append(f"{short} {award.edition_year or ''}".strip())
    if not sides and (award.zone or award.predicate):
        parts.append(f"zona {award.zone}" if award.zone else str(award.predicate))
    prefix = "" if notice.kind is AlertKind.NEW else f"{_HEADINGS[notice.kind]}: "
    return one_line(prefix + " · ".join(parts), _TITLE_LIMIT)


def _score(notice: AwardNotice) -> str | None:
    return " atau ".join(scores_of(notice)) or None


def _change(change: Change) -> str:
    year = "edisi sebelumnya" if change.year is None else str(change.year)
    if change.direction == 0:
        return f"tetap {change.before} seperti {year}"
    return f"{_DIRECTIONS[change.direction]} {change.amount} dari {change.before} ({year})"


def _facts(notice: AwardNotice) -> Iterator[Line]:
    award = notice.award
    if award.score_raw and award.score_raw not in scores_of(notice):
        yield Line(label="Tercetak", value=one_line(award.score_raw, NAME_LIMIT))
    named = (
        ("Pemberi", notice.grantor),
        ("Kategori", award.category),
        ("Peringkat", _rank(award)),
        ("Tanggal", award.award_date and day(award.award_date)),
        ("Tempat", award.venue),
        ("Keyakinan", f"{notice.confidence:.0%} (dibaca mesin)"),
    )
    for label, value in named:
        if value is not None:
            yield Line(label=label, value=one_line(str(value), _TITLE_LIMIT))


def _rank(award: Award) -> str | None:
    if award.rank is None:
        return None
    return f"{award.rank} ({award.rank_scope})" if award.rank_scope else str(award.rank)


def _quote(proof: Proof, reports: tuple[Report, ...]) -> Quote:
    before = harmless(proof.sentence[: proof.start])
    after = harmless(proof.sentence[proof.end :])
    names = [outlet_name(report) for report in reports if report.url == proof.url]
    return Quote(
        before=before if len(before) <= _QUOTE_LIMIT else "…" + before[-_QUOTE_LIMIT:],
        marked=one_line(proof.sentence[proof.start : proof.end], _QUOTE_LIMIT),
        after=after if len(after) <= _QUOTE_LIMIT else after[:_QUOTE_LIMIT] + "…",
        outlet=names[0] if names else one_line(proof.outlet, NAME_LIMIT),
        url=_followed(proof.url),
    )


def _units(units: tuple[UnitScore, ...]) -> tuple[Line, ...]:
    best_first = sorted(units, key=lambda unit: (-unit.score, unit.unit))
    return tuple(
        Line(label=one_line(unit.unit, NAME_LIMIT), value=printed(unit.raw, unit.score))
        for unit in best_first
    )


def _source(report: Report) -> Source:
    return Source(
        outlet=outlet_name(report),
        title=one_line(report.title, _TITLE_LIMIT),
        address=one_line(report.url, _URL_LIMIT),
        url=_followed(report.url),
        published=None if report.published is None else day(report.published.date()),
    )


def _followed(url: str) -> str | None:
    """The URL when it leads to a web page and nowhere else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_plain = len(url) <= _URL_LIMIT and " " not in url and one_line(url) == url
    is_web = parts.scheme in ("http", "https") and bool(parts.netloc)
    return url if is_web and is_plain else None


def _notes(notice: AwardNotice) -> Iterator[str]:
    award = notice.award
    if award.edition_basis is EditionBasis.CALENDAR:
        yield "tahun edisi disimpulkan dari kalender; berita tidak menyebutnya"
    elif award.edition_year is None:
        yield "tahun edisi tidak diketahui"
    if award.status is AwardStatus.DISPUTED and not sides_of(notice):
        yield "laporan tentang penghargaan ini belum sepakat"
    if award.status is AwardStatus.CORRECTED:
        yield "dikoreksi oleh analis"
    for warning in notice.warnings:
        yield one_line(warning, _TITLE_LIMIT * 2)


def _optional(text: str | None) -> str | None:
    return one_line(text, NAME_LIMIT) if text else None
