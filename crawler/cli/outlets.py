"""`piagam outlets`: the sites that Piagam knows how to read."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from crawler.cli.adding import probe, record
from crawler.cli.checking import check
from crawler.cli.health import UNJUDGED, health_object, standings_of
from crawler.cli.invocation import invocation
from crawler.cli.screen import complain, print_json, print_line, print_table
from crawler.cli.shelf import outlet_named, shelf_of
from crawler.cli.trusting import trust
from crawler.config import ConfigError
from crawler.health import told
from crawler.outlet_shelf import OutletShelf
from storage.health_records import OutletStanding

app = typer.Typer(name="outlets", help="The sites that Piagam knows how to read.")
app.command()(trust)


@app.command("list")
def list_outlets(
    context: typer.Context,
    family: Annotated[
        str | None, typer.Option(metavar="FAMILY", help="Only the outlets of this family.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the outlets; exit code 1 when a file cannot be used."""
    call = invocation(context)
    shelf, stands = shelf_of(call), standings_of(call)
    outlets = _of_family(shelf, family)
    if as_json:
        for outlet in outlets:
            print_json(outlet_object(outlet) | _health(outlet.name, stands))
    else:
        health = () if stands is None else ("health",)
        columns = ("outlet", "family", "home", "crawled", "rules", *health)
        print_table(columns, (_cells(outlet, stands) for outlet in outlets))
        _print_sum(outlets)
    for problem in shelf.problems.values():
        complain(problem)
    if shelf.problems:
        raise typer.Exit(1)


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="OUTLET")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show how an outlet is read, and what nobody has checked yet."""
    call = invocation(context)
    facts, stands = outlet_object(outlet_named(shelf_of(call), name)), standings_of(call)
    if as_json:
        print_json(facts | _health(name, stands))
        return
    if stands is not None:
        facts["health"] = told(stands[name]) if name in stands else UNJUDGED
    for key, value in facts.items():
        lines = value if isinstance(value, list) else [value]
        for number, line in enumerate(lines or ["–"]):
            print_line(f"{'' if number else key:<10} {'–' if line is None else line}")


app.command()(check)
app.command()(probe)
app.command()(record)


def outlet_object(outlet: Any) -> dict[str, Any]:
    """What people ask of an outlet, ready for JSON."""
    return {
        "name": outlet.name,
        "title": outlet.title,
        "home": outlet.home,
        "hosts": list(outlet.hosts),
        "family": outlet.family,
        "zone": outlet.zone,
        "enabled": outlet.enabled,
        "reason": outlet.reason,
        "verified": outlet.verified,
        "check": list(outlet.check),
        "delay": outlet.delay,
        "budget": outlet.budget,
        "hours": str(outlet.hours) if outlet.hours else None,
        "discovery": outlet.discovery,
        "sources": [f"{source.kind} {source.url}" for source in outlet.sources],
        "body": list(outlet.rules.body),
        "file": str(outlet.path),
    }


def _of_family(shelf: OutletShelf, family: str | None) -> list[Any]:
    chosen = [each for each in shelf.outlets.values() if family in (None, each.family)]
    if not chosen and family is not None:
        known = sorted({each.family for each in shelf.outlets.values()})
        raise ConfigError(f"no outlet of a family {family!r}; known: {', '.join(known)}")
    return chosen


def _health(name: str, stands: Mapping[str, OutletStanding] | None) -> dict[str, Any]:
    standing = (stands or {}).get(name)
    return {"health": standing and health_object(standing)}


def _cells(outlet: Any, stands: Mapping[str, OutletStanding] | None) -> tuple[str, ...]:
    home = outlet.home.removeprefix("https://").removesuffix("/")
    rules = "checked" if outlet.verified else "unchecked"
    cells = (outlet.name, outlet.family, home, "yes" if outlet.enabled else "no", rules)
    if stands is None:
        return cells
    return (*cells, stands[outlet.name].state if outlet.name in stands else UNJUDGED)


def _print_sum(outlets: Sequence[Any]) -> None:
    crawled = sum(outlet.enabled for outlet in outlets)
    checked = sum(outlet.verified for outlet in outlets)
    print_line()
    print_line(f"{len(outlets)} outlets, {crawled} crawled; the rules of {checked} are checked")
    for outlet in outlets:
        if not outlet.enabled:
            print_line(f"{outlet.name} is not crawled: {outlet.reason or 'not enabled'}")
