"""`piagam watch`: read the outlets every night and deliver the alerts."""

import logging
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from crawler.cli.invocation import invocation
from crawler.cli.log_format import JsonLines, Stamped
from crawler.cluster.pool import check_cluster
from crawler.crawling import check_outlets
from crawler.schedule import Watcher, crawl_command

app = typer.Typer()


class LogForm(StrEnum):
    """How the log looks."""

    PLAIN = "plain"
    JSON = "json"


@app.command()
def watch(
    context: typer.Context,
    form: Annotated[
        LogForm, typer.Option("--log", help="plain lines, or one JSON object a line.")
    ] = LogForm.PLAIN,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Crawl by workers: tls://HOST:8786, or local:4."),
    ] = None,
) -> None:
    """Crawl every night and deliver the alerts, until stopped."""
    call = invocation(context)
    config = call.config()
    check_outlets(call.config_path)
    if cluster is not None:
        check_cluster(config, cluster)
    is_json = form is LogForm.JSON
    _begin_log(ZoneInfo(config.watch.zone), is_json=is_json)
    command = crawl_command(call.config_path, cluster=cluster)
    Watcher(config, command, quotes_crawl=is_json).run()


def _begin_log(zone: ZoneInfo, *, is_json: bool) -> None:
    output = logging.StreamHandler()
    output.setFormatter(JsonLines(zone) if is_json else Stamped(zone))
    logging.basicConfig(level=logging.WARNING, handlers=[output])
    logging.getLogger("crawler.schedule").setLevel(logging.INFO)
    # It warns whenever a delivery still waits for a crawl to end.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
