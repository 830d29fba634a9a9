"""How a cell of a table is shown, and where it leads."""

from datetime import UTC

import pytest

from crawler.explore.links import link_of, shown_rows
from crawler.explore.page import Cell, Column, Kind, Table
from crawler.explore.speaking import Speech

ROW: dict[str, Cell] = {"id": 7, "name": "a/b?c=1&d", "none": None, "url": "javascript:alert(1)"}


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("", None),
        ("/awards/{id}", "/awards/7"),
        ("/x/{name}?y={id}", "/x/a%2Fb%3Fc%3D1%26d?y=7"),
        ("/awards/{none}", None),
        ("/awards/{missing}", None),
        ("{url}", None),
    ],
)
def test_where_a_cell_leads(link: str, expected: str | None) -> None:
    assert link_of(Column(name="name", title="Name", link=link), ROW) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.CHANGE, 5.15, "+5,15"),
        (Kind.CHANGE, -0.5, "−0,5"),
        (Kind.CHANGE, 0.0, "0"),
        (Kind.CHANGE, None, "–"),
        (Kind.SCORE, 97.9, "97,90"),
        (Kind.SCORE, 97.8, "97,8"),
        (Kind.NUMBER, 12345, "12.345"),
        (
            Kind.REMARK,
            "score 101.5 is outside the scale 0-100",
            "score 101,5 is outside the scale 0-100",
        ),
        (Kind.YEAR, 2024, "2024"),
        (Kind.TERM, "kota", "kota"),
        (Kind.DAY, "2024-12-02", "2 Desember 2024"),
    ],
)
def test_how_a_value_is_read(kind: Kind, value: Cell, expected: str) -> None:
    t = Speech(language="id", zone=UTC)
    column = Column(name="value", title="Value", kind=kind)
    assert t.cell(column, {"value": value, "score_raw": "97,90"}) == expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("award_date", "2024-12-02", "2 Desember 2024"),
        ("award_date", None, "–"),
        ("status", "corrected", "dikoreksi"),
        ("award", "no", "bukan"),
        ("score", "97,80", "97,80"),
        ("venue", "first", "first"),
    ],
)
def test_a_fact_is_read_by_its_field(field: str, value: Cell, expected: str) -> None:
    t = Speech(language="id", zone=UTC)
    column = Column(name="before", title="Before", kind=Kind.FACT)
    assert t.cell(column, {"field": field, "before": value}) == expected


def test_a_row_is_shown_without_the_columns_of_files_and_without_links_on_nothing() -> None:
    table = Table(
        name="x",
        title="X",
        columns=(
            Column(name="name", title="Name", link="{url}"),
            Column(name="none", title="None", link="/awards/{id}"),
            Column(name="id", title="Number", is_shown=False),
        ),
        rows=[ROW | {"url": "https://example.org/?a=1&b=2"}],
    )
    ((name, none),) = shown_rows(table, Speech(language="id", zone=UTC))
    assert (name.text, name.href, name.is_elsewhere) == (
        "a/b?c=1&d",
        "https://example.org/?a=1&b=2",
        True,
    )
    assert (none.text, none.href) == ("–", None)
