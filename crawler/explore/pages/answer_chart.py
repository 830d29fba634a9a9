"""The chart of a canned question's answer."""

from collections.abc import Sequence
from datetime import UTC

from markupsafe import Markup

from crawler.explore.canned import Drawing, Drawn, Question
from crawler.explore.charts import Bar, Caption, Line, Words, YearScore, bar_chart, line_chart
from crawler.explore.page import Row
from crawler.explore.speaking import Speech

_MOST_BARS = 20


def answer_chart(question: Question, rows: Sequence[Row], language: str) -> Markup | None:
    """None where the question has none, or the answer no value to draw."""
    drawn = question.chart
    if drawn is None or all(row[drawn.value] is None for row in rows):
        return None
    speech = Speech(language=language, zone=UTC)
    caption = Caption(name="answer-chart", title=question.title[language])
    words = Words(
        empty=speech("Nothing to draw."),
        unknown=speech("unknown"),
        more=speech("and {} more, see the table"),
    )
    if drawn.drawing is Drawing.LINES:
        scale = max((_number(row, "scale") or 0.0 for row in rows), default=0.0) or None
        return line_chart(_lines(drawn, rows), caption=caption, words=words, scale=scale)
    bars = [Bar(name=str(row[drawn.name]), score=_number(row, drawn.value)) for row in rows]
    highest = max(bar.score or 0.0 for bar in bars)
    return bar_chart(bars, scale=highest or 1.0, caption=caption, words=words, most=_MOST_BARS)


def _lines(drawn: Drawn, rows: Sequence[Row]) -> list[Line]:
    names = dict.fromkeys(str(row[drawn.name]) for row in rows)
    return [
        Line(
            name=name,
            scores=tuple(
                YearScore(year=year, score=score)
                for row in rows
                if str(row[drawn.name]) == name
                and isinstance(year := row["year"], int)
                and (score := _number(row, drawn.value)) is not None
            ),
        )
        for name in names
    ]


def _number(row: Row, name: str) -> float | None:
    value = row[name]
    return float(value) if isinstance(value, int | float) else None
