"""The options of commands that spread their work over processes or a cluster."""

import os
from functools import partial
from typing import Annotated

import typer

from crawler.cluster.pool import check_cluster, open_pool
from crawler.config import Config
from crawler.team import Pool

_ON_CLUSTER = 32
"""A cluster does not tell how large it is going to be."""

Workers = Annotated[
    int | None,
    typer.Option(min=1, max=512, show_default=False, help="Processes; else one for each CPU."),
]
Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Work on a Dask cluster: tls://HOST:8786, local:4."),
]


def pool_of(config: Config, cluster: str | None) -> Pool | None:
    """What opens the workers of a cluster; None where none is named. Raises ClusterError."""
    if cluster is None:
        return None
    check_cluster(config, cluster)
    return partial(open_pool, config, cluster)


def workers_of(given: int | None, cluster: str | None) -> int:
    """How many are kept at work, unless told as many as this process has CPUs."""
    return given or (_ON_CLUSTER if cluster else len(os.sched_getaffinity(0)))
