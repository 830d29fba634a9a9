"""`piagam watch`: read the outlets every night and deliver the alerts."""

import logging

import typer

from crawler.cli.invocation import invocation
from crawler.schedule import Watcher, crawl_command

app = typer.Typer()


@app.command()
def watch(context: typer.Context) -> None:
    """Crawl every night and deliver the alerts, until stopped."""
    call = invocation(context)
    config = call.config()
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%Y-%m-%d %H:%M:%S"
    )
    logging.getLogger("crawler.schedule").setLevel(logging.INFO)
    # It warns whenever a delivery still waits for a crawl to end.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    Watcher(config, crawl_command(call.config_path)).run()
