"""What rounds of one measurement span."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Minimum, median and maximum over the rounds."""

    lowest: float
    middle: float
    highest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of a round's figures."""
        return cls(lowest=min(values), middle=median(values), highest=max(values))
