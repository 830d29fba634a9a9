"""The data package: `datapackage.json` and a README beside the CSV files. Pure.

The descriptor follows the Tabular Data Package of Frictionless Data.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from storage.reading.exportable import ExportColumn, ExportTable, Kind

_TYPES = {
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.YES_NO: "boolean",
    Kind.DAY: "date",
    Kind.MOMENT: "datetime",
    Kind.TOLD_MOMENT: "datetime",
    Kind.LIST: "array",
}
_REGIONS_LICENCE = {
    "name": "MIT",
    "title": "MIT License, (c) 2017-2025 Cahya DSN, (c) 2026 Lokal contributors",
    "path": "https://opensource.org/license/mit",
}
TITLE = "Penghargaan pelayanan publik di Indonesia · Public-service awards in Indonesia"
RIGHTS = (
    "Facts (who was granted what, when, with which score) belong to nobody; name the outlet, as"
    " the columns do. Headlines, quoted sentences and texts belong to the outlets that published"
    " them: quote them with their address, do not publish texts again. The table `regions` is"
    " under the MIT licence."
)
_HAK = (
    "Fakta (siapa menerima apa, kapan, dengan nilai berapa) bukan milik siapa pun; sebutkan"
    " medianya, seperti di kolomnya. Judul, kalimat kutipan, dan teks adalah milik media yang"
    " menerbitkannya: kutip dengan alamatnya, jangan menerbitkan ulang teksnya. Tabel"
    " `regions` berlisensi MIT."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One CSV file of the package."""

    table: ExportTable
    columns: Sequence[ExportColumn]
    size: int
    """Bytes."""
    sha256: str
    rows: int


def descriptor(resources: Sequence[Resource], *, version: str, choice: str) -> bytes:
    """`datapackage.json`; `choice` says which rows were chosen, empty for all."""
    told = {
        "profile": "tabular-data-package",
        "name": "piagam",
        "title": TITLE,
        "description": "\n\n".join(filter(None, (choice, RIGHTS, _GUARD))),
        "keywords": ["Indonesia", "penghargaan", "pelayanan publik", "public service", "awards"],
        "piagam": version,
        "resources": [_resource(each) for each in resources],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(each: Resource) -> dict[str, object]:
    licence = {"licenses": [_REGIONS_LICENCE]} if each.table.name == "regions" else {}
    return {
        "profile": "tabular-data-resource",
        "name": each.table.name,
        "path": f"{each.table.name}.csv",
        "description": each.table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": each.size,
        "hash": f"sha256:{each.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        **licence,
        "schema": _schema(each),
    }


def _schema(each: Resource) -> dict[str, object]:
    told: dict[str, object] = {
        "fields": [_field(column) for column in each.columns],
        "missingValues": [""],
    }
    if each.table.is_key_unique:
        told["primaryKey"] = list(each.table.key)
    return told


def _field(column: ExportColumn) -> dict[str, object]:
    told: dict[str, object] = {"name": column.name, "type": _TYPES.get(column.kind, "string")}
    if column.kind in (Kind.MOMENT, Kind.TOLD_MOMENT):
        told["format"] = "any"
    told["description"] = column.meaning
    return told | ({"unit": column.unit} if column.unit else {})


_GUARD = (
    "A text that a spreadsheet would take for a formula, and one that begins with an apostrophe,"
    " has an apostrophe in front: take one off each text that begins with one."
)
_README = """\
# {title}

Made by Piagam {version} with `piagam export`. {choice}

| file | rows | what a row is |
|---|---|---|
{files}

`datapackage.json` describes every column with its unit (Frictionless Data, Tabular Data Package).

## How values are written

UTF-8, a comma between cells, lines end with LF. An empty cell is "not known". Numbers have a
decimal point, days are 2024-12-02, moments carry their offset (what an outlet told: the outlet's),
yes or no is `true` or `false`, lists are JSON. Rows are in the order of their key, so that two
exports can be compared line by line.

{guard}

## Hak · Rights

{hak}

{rights}
"""


def readme(resources: Sequence[Resource], *, version: str, choice: str) -> bytes:
    """`README.md`."""
    files = "\n".join(
        f"| {each.table.name}.csv | {each.rows} | {each.table.about} |" for each in resources
    )
    page = _README.format(
        title=TITLE,
        version=version,
        choice=choice,
        files=files,
        guard=_GUARD,
        hak=_HAK,
        rights=RIGHTS,
    )
    return page.replace(" \n", "\n").encode()
