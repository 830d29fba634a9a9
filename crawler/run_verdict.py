"""How a run ended, from its certificate. Pure."""

from collections.abc import Sequence

from crawler.hours import was_not_due
from crawler.reach import NetworkLoss
from storage.records import RunStatus
from storage.runs import CertificateRow


def run_verdict(
    rows: Sequence[CertificateRow], loss: NetworkLoss | None
) -> tuple[RunStatus, str | None]:
    """How a run ended and why: finished when at least one outlet could be read to its end."""
    status, reason = _sum(rows)
    if loss is None:
        return status, reason
    if loss.since is None or reason is None:
        return status, loss.told
    return status, f"{loss.told}; {reason}"


def _sum(rows: Sequence[CertificateRow]) -> tuple[RunStatus, str | None]:
    due = [row for row in rows if not was_not_due(row.status, row.reason)]
    if len(due) == len(rows):
        return _sum_of_due(due)
    if not due:
        return RunStatus.INTERRUPTED, "nothing was due: every outlet was outside its hours"
    status, reason = _sum_of_due(due)
    others = ", ".join(row.outlet for row in rows if row not in due)
    told = f"not due, outside their hours: {others}"
    return status, told if reason is None else f"{reason}; {told}"


def _sum_of_due(rows: Sequence[CertificateRow]) -> tuple[RunStatus, str | None]:
    by_status = {
        status: [row.outlet for row in rows if row.status is status] for status in RunStatus
    }
    cut_short = [
        *by_status[RunStatus.INTERRUPTED],
        *by_status[RunStatus.RUNNING],
        *by_status[RunStatus.EXPECTED],
    ]
    if cut_short:
        return RunStatus.INTERRUPTED, f"not read to the end: {', '.join(cut_short)}"
    failed = by_status[RunStatus.FAILED]
    if failed and not by_status[RunStatus.FINISHED]:
        return RunStatus.FAILED, f"every outlet failed: {', '.join(failed)}"
    return RunStatus.FINISHED, f"failed: {', '.join(failed)}" if failed else None
