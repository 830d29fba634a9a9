"""Each field of a recorded page of each family says what a person reads on that page."""

import pytest

from spiders.outlet_file import FAMILIES_FOLDER
from spiders.recording import check_recorded
from tests.families.recorded import (
    FIELDS,
    PAGES,
    Recorded,
    article_of,
    outlet_of,
    recorded,
    told,
)

STORIES = recorded()
OUTLETS = sorted({story.outlet for story in STORIES})


def named(story: Recorded) -> str:
    return f"{outlet_of(story.outlet).family}-{story.outlet}-{story.case}"


def told_apart(*fields: str) -> list[object]:
    """A case for each story and each of these fields that its page tells."""
    return [
        pytest.param(story, field, id=f"{named(story)}-{field}")
        for story in STORIES
        for field in fields
        if field in story.answer
    ]


@pytest.mark.parametrize(
    ("story", "field"),
    told_apart(*(field for field in FIELDS if field not in ("first", "last", "never"))),
)
def test_a_field_is_what_the_page_prints(story: Recorded, field: str) -> None:
    assert told(story, field) == story.answer[field]
    if field in ("published", "modified"):
        assert told(story, field).isoformat() == story.answer[field].isoformat()


@pytest.mark.parametrize(
    ("story", "field"),
    [
        pytest.param(story, field, id=f"{named(story)}-{field}")
        for story in STORIES
        for field in story.answer["absent"]
    ],
)
def test_a_field_that_the_page_does_not_tell_is_empty(story: Recorded, field: str) -> None:
    assert told(story, field) in (None, [])


@pytest.mark.parametrize(("story", "field"), told_apart("first", "last"))
def test_the_text_begins_and_ends_with_the_story(story: Recorded, field: str) -> None:
    text = article_of(story).text
    found = text[: len(story.answer[field])] if field == "first" else text
    assert found.endswith(story.answer[field])


@pytest.mark.parametrize(
    ("story", "words"),
    [
        pytest.param(story, words, id=f"{named(story)}-{words}")
        for story in STORIES
        for words in story.answer["never"]
    ],
)
def test_what_stands_around_the_story_is_not_in_its_text(story: Recorded, words: str) -> None:
    printed = "".join(page.body.decode(errors="replace") for page in story.pages.pages)
    assert words in printed
    assert words not in article_of(story).text


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_an_answer_speaks_of_every_field_once(story: Recorded) -> None:
    given = [*(key for key in story.answer if key != "absent"), *story.answer["absent"]]
    assert sorted(given) == sorted(FIELDS)


def test_every_family_and_every_recorded_page_has_its_answer() -> None:
    families = {outlet_of(name).family for name in OUTLETS}
    assert families == {path.stem for path in FAMILIES_FOLDER.glob("*.toml")}
    kept = {(path.parent.parent.name, path.parent.name) for path in PAGES.glob("*/*/story.toml")}
    assert kept == {(f"{story.outlet}.pages", story.case) for story in STORIES}


@pytest.mark.parametrize("name", OUTLETS)
def test_the_pages_read_as_when_they_were_recorded(name: str) -> None:
    changes = check_recorded(outlet_of(name), PAGES)
    assert changes == dict.fromkeys(changes, ())
