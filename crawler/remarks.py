"""What the certificate says of an outlet's part of a run, and how that part ended. Pure."""

from collections import Counter

from storage.records import RunStatus

_MOST = 6


class Remarks:
    """Gathers remarks while an outlet is read; the same one is told once, with its number."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._where: dict[str, str] = {}
        self._has_failure = False
        self._cut_short: str | None = None

    def note(self, text: str, *, where: str | None = None, is_failure: bool = False) -> None:
        """Keep a remark; a failure marks the outlet as failed."""
        self._counts[text] += 1
        if where is not None:
            self._where.setdefault(text, where)
        self._has_failure = self._has_failure or is_failure

    def cut_short(self, why: str) -> None:
        """No more is asked in this run; the first reason counts."""
        self._cut_short = self._cut_short or why

    def verdict(
        self, ending: str, *, has_reached: bool, waiting: int
    ) -> tuple[RunStatus, str | None]:
        """How the outlet's part ended, and why; None when there is nothing to say.

        `ending` is Scrapy's word for it, `has_reached` whether any source could be read, `waiting`
        how many addresses are left.
        """
        told = self._all(waiting)
        if ending == "shutdown":
            told = ["told to end before it was through", *told]
        is_cut = self._cut_short is not None and not (self._has_failure or has_reached)
        if ending == "shutdown" or is_cut:
            return RunStatus.INTERRUPTED, "; ".join(told)
        if self._has_failure or not has_reached or ending != "finished":
            return RunStatus.FAILED, "; ".join(told) or f"ended as {ending}, nothing could be read"
        return RunStatus.FINISHED, "; ".join(told) or None

    def _all(self, waiting: int) -> list[str]:
        told = [self._one(text) for text in list(self._counts)[:_MOST]]
        if len(self._counts) > _MOST:
            told.append(f"and {len(self._counts) - _MOST} more remarks")
        if self._cut_short is None:
            return told
        left = "1 address waits" if waiting == 1 else f"{waiting} addresses wait"
        return [f"{self._cut_short}; {left}", *told]

    def _one(self, text: str) -> str:
        where, more = self._where.get(text), self._counts[text] - 1
        told = f"{where}: {text}" if where else text
        return f"{told} (and {more} more)" if where and more else told
