"""The papers and the mail server of the tests of whole nights."""

from collections.abc import Iterator

import pytest

from crawler.newsroom.sink import MailSink
from tests.night.papers import newsroom
from tests.night.post import Post


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Post]:
    with newsroom() as running, MailSink() as sink:
        yield Post(tmp_path_factory, running, sink)
