"""Places in numbered lists whose heading announces a ranking."""

import re
from collections.abc import Iterator

from crawler.awards.attributes import What
from crawler.awards.facts import Fact
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Sentence, Story

_RANKING = re.compile(
    r"\b(?:besar|peringkat|ranking|rangking|terbaik|tertinggi|teratas|urutan|top)\b", re.IGNORECASE
)


def list_ranks(story: Story, stage: Stage, named: SchemesNamed) -> Iterator[Fact]:
    """Places in a numbered list whose heading announces a ranking."""
    heading: Sentence | None = None
    for sentence in story.sentences:
        if not sentence.item:
            heading = sentence
        elif sentence.number is not None and heading is not None:
            fact = _list_rank(story, stage, named, sentence, heading)
            if fact is not None:
                yield fact


def _list_rank(
    story: Story, stage: Stage, named: SchemesNamed, item: Sentence, heading: Sentence
) -> Fact | None:
    entities = stage.entities(item)
    scheme = named.scheme_at(item.start, item.start, item.end)
    announced = _RANKING.search(story.folded, heading.start, heading.end)
    if not entities or scheme is None or announced is None or item.number is None:
        return None
    digits = str(item.number)
    start = story.folded.index(digits, item.start)
    return Fact(
        what=What.RANK,
        start=start,
        end=start + len(digits),
        value=item.number,
        raw=digits,
        sentence=item,
        scheme=scheme,
        owner=entities[0],
        mood=Mood.PLAIN,
        year=None,
        is_earlier=False,
        strength=0.5,
    )
