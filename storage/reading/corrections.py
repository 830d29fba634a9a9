"""What people have said of awards: the log with who, when and why, and what was taken back."""

from dataclasses import asdict, dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedWord:
    """One correction, standing or taken back."""

    correction_id: int
    award_id: int
    recipient: str
    scheme: str
    scheme_short: str | None
    edition_year: int | None
    field: str
    before: str | None
    after: str | None
    who: str
    because: str
    corrected_at: str
    """UTC."""
    undone_by: str | None
    undone_because: str | None
    undone_at: str | None
    """UTC."""
    standing: int
    """1 when it is the last word on its field that was not taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which words; None: all."""

    who: str | None = None
    """Who said it or took it back."""
    scheme: str | None = None
    field: str | None = None
    award: int | None = None
    """Its number."""
    standing: bool | None = None


_LOG = """
    SELECT * FROM (
        SELECT corrections.id AS correction_id, award_id, awards.recipient, awards.scheme,
            schemes.short AS scheme_short, awards.edition_year, corrections.field,
            corrections.before, corrections.after, corrections.who, corrections.because,
            corrections.corrected_at, corrections.undone_by, corrections.undone_because,
            corrections.undone_at,
            undone_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM corrections AS later
                WHERE later.award_id = corrections.award_id AND later.field = corrections.field
                    AND later.undone_at IS NULL AND later.id > corrections.id
            ) AS standing
        FROM corrections
        JOIN awards ON awards.id = corrections.award_id
        LEFT JOIN schemes ON schemes.id = awards.scheme
    )
    WHERE (:id IS NULL OR correction_id = :id)
        AND (:who IS NULL OR :who IN (who, undone_by))
        AND (:scheme IS NULL OR scheme = :scheme) AND (:field IS NULL OR field = :field)
        AND (:award IS NULL OR award_id = :award)
        AND (:standing IS NULL OR standing = :standing)
    ORDER BY corrected_at DESC, correction_id DESC LIMIT :limit
"""
"""People correct by hand: the log is short."""


def corrections_log(db: Database, wanted: LogFilter, limit: int) -> tuple[LoggedWord, ...]:
    """What was said, latest first."""
    rows = db.query(_LOG, {**asdict(wanted), "id": None, "limit": limit})
    return tuple(LoggedWord(**row) for row in rows)


def logged_word(db: Database, correction_id: int) -> LoggedWord | None:
    """One of them."""
    rows = db.query(_LOG, {**asdict(LogFilter()), "id": correction_id, "limit": 1})
    return next((LoggedWord(**row) for row in rows), None)


def correctors(db: Database) -> tuple[str, ...]:
    """Everybody who ever corrected or took back, by name."""
    rows = db.execute(
        """
        SELECT who FROM corrections
        UNION SELECT undone_by FROM corrections WHERE undone_by IS NOT NULL ORDER BY 1
        """
    )
    return tuple(who for (who,) in rows)


def last_change_of(db: Database, award_id: int) -> str:
    """Another one after everything that becomes of the award or is said of it."""
    row = db.execute(
        """
        SELECT (SELECT ifnull(max(id), 0) FROM award_history WHERE award_id = :award),
            count(*), count(undone_at)
        FROM corrections WHERE award_id = :award
        """,
        {"award": award_id},
    ).fetchone()
    return ".".join(map(str, row))
