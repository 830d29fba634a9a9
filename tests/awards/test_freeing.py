"""What was read from a story is freed with it, and does not wait for the garbage collector."""

import gc

import pytest

from crawler.awards.evidence import Evidence
from crawler.awards.findings import Findings
from crawler.awards.modality import Moods
from crawler.awards.ownership import Stage
from crawler.awards.reader import read_story
from crawler.awards.text import Story
from tests.awards.corpus import CorpusStory, award_stories

STORIES = [story for story in award_stories() if not story.is_set_aside][::12]
PARTS = (Evidence, Findings, Moods, Stage, Story)


def parts_in_memory() -> int:
    return sum(isinstance(each, PARTS) for each in gc.get_objects())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_nothing_of_a_story_is_left_when_it_is_read(story: CorpusStory) -> None:
    gc.collect()
    gc.disable()
    try:
        before = parts_in_memory()
        read_story(story.article)
        assert parts_in_memory() == before
    finally:
        gc.enable()
