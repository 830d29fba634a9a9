"""All that is read from a story before claims are built from it."""

from collections.abc import Mapping

from crawler.awards.editions import Edition
from crawler.awards.events import Event
from crawler.awards.facts import Announced, Fact
from crawler.awards.groups import Group
from crawler.awards.mentions import Cast
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story
from storage.frozen import frozen


@frozen
class Findings:
    """Everything read from a story before claims are built."""

    story: Story
    cast: Cast
    stage: Stage
    named: SchemesNamed
    facts: tuple[Fact, ...]
    announced: tuple[Announced, ...]
    event: Event
    editions: Mapping[str, Edition]
    """By scheme id."""
    groups: tuple[Group, ...]
