"""Figures as a table for people: medians with their spread, the Indonesian decimal comma."""

from benchmarks.page_cost import Figures, Spread


def render(figures: Figures) -> str:
    """Lines of at most 100 columns."""
    rows = [
        ("Piagam, bytes to stored row", figures.piagam, "ms"),
        *((f"  {name}", spread, "ms") for name, spread in figures.steps.items()),
        ("plain loop: trafilatura.extract + insert", figures.plain, "ms"),
        ("pages per CPU second against the plain loop", figures.ratio, "x"),
        ("reading awards, share of trafilatura.extract", figures.reading_share, "x"),
    ]
    head = (
        f"{figures.pages} pages of the newsroom, {_number(figures.mean_kilobytes)} kB each on "
        f"average, {figures.rounds} paired rounds, CPU time per page"
    )
    lines = [f"{name:<48}{_spread(spread, unit)}" for name, spread, unit in rows]
    return "\n".join([head, "", f"{'':<48}{'lowest':>10}{'median':>10}{'highest':>10}", *lines])


def _spread(spread: Spread, unit: str) -> str:
    values = (spread.lowest, spread.middle, spread.highest)
    return "".join(f"{_number(value):>10}" for value in values) + f" {unit}"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
