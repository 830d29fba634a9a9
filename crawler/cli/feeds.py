"""`piagam feeds`: write the Atom feed and the calendar now, and say where they are."""

from datetime import UTC, datetime

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.publishing import publish

app = typer.Typer()


@app.command()
def feeds(context: typer.Context) -> None:
    """Write the feed of awards and the calendar of expected announcements."""
    config = invocation(context).config()
    address = config.feeds.address
    paths = publish(config, datetime.now(UTC))
    for path in paths:
        at = f", fetched from {address.rstrip('/')}/{path.name}" if address else ""
        print_line(f"wrote {path}{at}")
    if not paths:
        print_line('no feed is configured; write atom = "awards.atom" under [feeds]')
