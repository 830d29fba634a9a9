"""Which responses of an article lie in the archive, and where."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.responses import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One archived response."""

    response_id: int
    url: str
    status: int
    run_id: int
    fetched_at: str
    """UTC."""
    file: str
    start_byte: int
    length: int
    """Bytes as it lies there, compressed."""

    @property
    def lies(self) -> Place:
        """Where it lies."""
        return Place(file=self.file, start_byte=self.start_byte, length=self.length)


def originals_of(db: Database, address: str, limit: int) -> tuple[Original, ...]:
    """What came for an address, the latest run first, in the order of asking."""
    rows = db.query(
        """
        SELECT id AS response_id, url, status, run_id, fetched_at, file, start_byte, length
        FROM responses WHERE address = ? ORDER BY run_id DESC, id LIMIT ?
        """,
        [address, limit],
    )
    return tuple(Original(**row) for row in rows)
