"""A crawl's log tells of each page only where somebody reads that."""

import logging

import pytest
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.log_lines import LogLines

PAGE = "https://kabar.example/a"


@pytest.mark.parametrize(
    ("level", "is_told"),
    [("WARNING", False), ("INFO", False), (logging.INFO, False), ("DEBUG", True), (5, True)],
)
def test_pages_and_stories_that_came_are_lines_for_debugging(
    level: str | int, is_told: bool
) -> None:
    lines = LogLines.from_crawler(get_crawler(settings_dict={"LOG_LEVEL": level}))
    response, spider = Response(PAGE), Spider("kabar")

    assert (lines.crawled(Request(PAGE), response, spider) is not None) is is_told
    assert (lines.scraped({}, response, spider) is not None) is is_told


def test_a_page_that_broke_our_own_code_is_told_at_every_level() -> None:
    lines = LogLines.from_crawler(get_crawler(settings_dict={"LOG_LEVEL": "ERROR"}))

    told = lines.item_error({}, ValueError("salah"), Response(PAGE), Spider("kabar"))
    assert told["level"] == logging.ERROR
