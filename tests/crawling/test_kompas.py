"""Kompas keeps its index on another host than its stories; one outlet reads both."""

from datetime import date
from pathlib import Path

from crawler.newsroom import kompas
from crawler.newsroom.body import parts_of
from crawler.newsroom.bundle import kompas_sites
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk

LAST_DAY = date(2024, 12, 30)


def test_the_index_of_another_host_leads_to_every_story_once(tmp_path: Path) -> None:
    with Newsroom(kompas_sites(), today=LAST_DAY) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        desk.configure()

        outcome = desk.crawl("kompas-regional")

        stories = desk.site("kompas-regional").stories
        assert outcome.code == 0
        titles = desk.query("SELECT title FROM articles")
        assert sorted(titles) == sorted((story.title,) for story in stories)
        assert {each.host for each in newsroom.requests} == {kompas.HOST, kompas.INDEX_HOST}
        longest = max(stories, key=lambda story: len(parts_of(story.body)))
        parts = desk.query("SELECT parts, text FROM articles WHERE title = ?", longest.title)
        last_words = parts_of(longest.body)[-1][-1].lines[-1]
        assert parts[0][1].endswith(last_words)
