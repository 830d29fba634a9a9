"""What fits on one screen: of many lines the first few, of many outlets their sums. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from storage.runs import CertificateRow

FEW = 10
"""So many lines of one kind are shown one by one."""


def few(lines: Sequence[str], more: str) -> tuple[str, ...]:
    """The lines; of more than FEW the first ones, then `and 12 MORE`."""
    if len(lines) <= FEW:
        return tuple(lines)
    return (*lines[:FEW], f"and {len(lines) - FEW} {more}")


def coverage_lines(rows: Sequence[CertificateRow]) -> Iterator[str]:
    """What a run read: a line for each outlet, their sums where there are many."""
    if len(rows) > FEW:
        yield from _sums(rows)
        return
    for row in rows:
        counts = row.counts
        yield (
            f"{row.outlet:<18} {row.status:<11} {counts.stored} stored, "
            f"{counts.dropped} dropped, {counts.failed} failed, {counts.pending} waiting"
        )


def _sums(rows: Sequence[CertificateRow]) -> Iterator[str]:
    by_status = Counter(row.status for row in rows)
    told = ", ".join(f"{count} {status}" for status, count in by_status.most_common())
    yield f"{len(rows)} outlets: {told}; each in `piagam certificate`"
    sums = {
        "stored": sum(row.counts.stored for row in rows),
        "dropped": sum(row.counts.dropped for row in rows),
        "failed": sum(row.counts.failed for row in rows),
        "waiting": sum(row.counts.pending for row in rows),
    }
    yield "addresses: " + ", ".join(f"{count} {what}" for what, count in sums.items())
