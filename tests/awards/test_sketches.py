"""Short stories made up for tests: is one an award story?"""

import tomllib
from datetime import datetime, time
from pathlib import Path
from typing import Any

from tests.awards.stories import WIB, read

SKETCHES = tomllib.loads(Path(__file__).with_name("sketches.toml").read_text("utf-8"))["sketch"]


SKETCHES_WRONG = 0.01
"""The share of the sketches that is decided wrong at most; it only goes down."""


def is_told_right(sketch: dict[str, Any]) -> bool:
    published = datetime.combine(sketch["published"], time(12), tzinfo=WIB)
    reading = read(sketch["text"], sketch["title"], published)
    return bool(reading.is_award_story == sketch["is_award_story"])


def test_sketches_are_told_for_what_they_are() -> None:
    wrong = [each["title"] for each in SKETCHES if not is_told_right(each)]

    assert len(wrong) / len(SKETCHES) <= SKETCHES_WRONG, wrong
