"""The processes of a cluster, that do a share of the work."""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from crawler.cluster.errors import ClusterError
from crawler.cluster.trust import Place, Trust, place_or_workers
from crawler.config import Config
from crawler.progress import Progress

if TYPE_CHECKING:
    from crawler.cluster.connecting import Cluster
    from crawler.cluster.orders import Crawl


@contextmanager
def open_pool(config: Config, where: str, workers: int) -> Generator[Executor, None, None]:
    """The cluster at `where`, which has as many workers as it has: `crawler.team.Pool`.

    `where` is `tls://HOST:PORT`, `tcp://127.0.0.1:PORT` or `local:N`. Raises ClusterError.
    """
    with open_cluster(config, where) as cluster:
        yield cluster.executor


@contextmanager
def open_cluster(config: Config, where: str) -> Generator["Cluster", None, None]:
    """The cluster at `where`, with a worker at least. Raises ClusterError."""
    trust = check_cluster(config, where)
    from crawler.cluster import connecting  # noqa: PLC0415 - the extra need not be there

    with connecting.open_cluster(where, trust) as cluster:
        yield cluster


def check_cluster(config: Config, where: str) -> Trust:
    """Find out now what would keep it from being used, whoever answers there later.

    Raises ClusterError.
    """
    trust = Trust.of(config.cluster)
    check_installed()
    if isinstance(place := place_or_workers(where), Place):
        trust.check(place)
    return trust


def read_on_cluster(
    cluster: "Cluster", crawl: "Crawl", tell: Callable[[Progress], None]
) -> dict[str, str]:
    """Have the crawl's outlets read there; why some could not be, by name.

    On the main thread. Raises ClusterError, RunError and StoreError.
    """
    from crawler.cluster.coordinating import Coordinator  # noqa: PLC0415 - needs the extra

    return Coordinator(cluster, crawl, tell).run()


def check_installed() -> None:
    """Raises ClusterError where the extra `cluster` is missing."""
    try:
        import_module("distributed")
    except ImportError:
        raise ClusterError(
            "a cluster needs Dask; pip install 'piagam[cluster]', on each of its machines"
        ) from None
