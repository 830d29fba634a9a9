"""A history of scores as one short word of bars. Pure."""

from collections.abc import Sequence

from storage.reading.histories import YearScore

MOST_YEARS = 5
"""The last so many are drawn."""
_BARS = "▁▂▃▅▇"
_PLAIN_BARS = "_.-=#"
NO_LINE = "-"


def sparkline(history: Sequence[YearScore], *, is_unicode: bool = True) -> str:
    """A bar for each year, `▁▃▇`, lowest to highest score; `-` for fewer than two.

    Only scores on the scale of the last one are compared.
    """
    drawn = [each.score for each in history if each.scale == history[-1].scale][-MOST_YEARS:]
    if len(drawn) < 2:
        return NO_LINE
    lowest, highest = min(drawn), max(drawn)
    bars = _BARS if is_unicode else _PLAIN_BARS
    if lowest == highest:
        return bars[len(bars) // 2] * len(drawn)
    steps = (highest - lowest) / (len(bars) - 1)
    return "".join(bars[round((score - lowest) / steps)] for score in drawn)
