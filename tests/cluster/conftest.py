"""The town that a cluster reads, and what one machine makes of it."""

from collections.abc import Generator

import pytest

from crawler.newsroom.server import Newsroom
from tests.cluster.town import settle_in, town
from tests.crawling.conftest import Desk


@pytest.fixture(scope="module")
def papers() -> Generator[Newsroom, None, None]:
    with town() as running:
        yield running


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, papers: Newsroom) -> Desk:
    """The town read on one machine."""
    desk = settle_in(tmp_path_factory.mktemp("alone"), papers, delay=0)
    assert desk.piagam("crawl").returncode == 0
    return desk
