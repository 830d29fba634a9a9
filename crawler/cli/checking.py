"""`piagam outlets check`: an outlet's rules held against its site, or against recorded pages."""

from pathlib import Path
from typing import Annotated, Any

import typer
from scrapy.utils.misc import load_object

from crawler.cli.invocation import Invocation, invocation
from crawler.cli.probing import faults_of, print_samples, print_sources, report_object
from crawler.cli.screen import complain, print_json, print_line
from crawler.cli.shelf import outlet_named, shelf_of
from crawler.config import ConfigError
from crawler.outlet_shelf import check_enabled, scrapy_settings


def check(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    recorded: Annotated[
        bool, typer.Option("--recorded", help="Against its recorded pages; asks no server.")
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where OUTLET.pages is; else beside its file."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Hold an outlet's rules against its live site; exit code 1 when something does not fit.

    Each source is asked once and a few stories are read; nothing is stored.
    """
    call = invocation(context)
    outlet = outlet_named(shelf_of(call), name)
    if recorded:
        faults = _check_recorded(outlet, folder, as_json=as_json)
    else:
        faults = _check_live(call, outlet, as_json=as_json)
    for fault in faults:
        complain(fault)
    if faults:
        raise typer.Exit(1)


def _check_live(call: Invocation, outlet: Any, *, as_json: bool) -> list[str]:
    check_enabled(outlet)
    settings = scrapy_settings(call.config())
    report = load_object(settings["PIAGAM_CHECK"])(settings, outlet)
    faults = [*filter(None, [report.problem]), *faults_of(report)]
    if as_json:
        print_json({**report_object(report), "faults": faults, "check": list(outlet.check)})
    else:
        print_sources(report)
        print_samples(report)
        for line in outlet.check:
            print_line(f"look at the site: {line}")
    return faults


def _check_recorded(outlet: Any, folder: Path | None, *, as_json: bool) -> list[str]:
    told = load_object(scrapy_settings()["PIAGAM_CHECK_RECORDED"])(outlet, folder)
    if not told:
        raise ConfigError(f"{outlet.name}: nothing is recorded; `piagam outlets record` does it")
    faults = [f"{case}: {change}" for case, changes in told.items() for change in changes]
    if as_json:
        print_json({"cases": {case: list(changes) for case, changes in told.items()}})
    else:
        good = sum(not changes for changes in told.values())
        print_line(f"{good} of {len(told)} recorded stories read as when they were recorded")
    return faults
