"""The stories of the corpus as articles, and everything that a reading takes from them."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from crawler.awards.reader import Reading, read_story
from crawler.quality.corpus import read_story_file
from storage.records import Article, Claim, Evidence
from tests.awards.stories import facts_of

CORPUS = Path(__file__).parents[1] / "corpus"

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusStory:
    """One story of the corpus."""

    name: str
    kind: str
    """`award`, `hard-negative` or `easy-negative`."""
    article: Article
    awarded: tuple[str, ...]
    """Codes of the regions that it awards, or of whose units it does, in the order told."""
    is_set_aside: bool
    """In the half that no rule may be written after: no test prints its name."""

    def with_text(self, text: str) -> Article:
        """The same story with another text."""
        return replace(self.article, text=text)

    def in_print(self, change: Callable[[str], str]) -> Article:
        """The same story with headline and text printed another way."""
        return replace(
            self.article, title=change(self.article.title), text=change(self.article.text)
        )

    def renewed(self, article: Article) -> "CorpusStory":
        """The story as another article tells it."""
        return replace(self, article=article)


@cache
def load_corpus() -> tuple[CorpusStory, ...]:
    """Every story, those set aside too: no test prints their words."""
    return tuple(_story(path) for path in sorted(CORPUS.glob("*.toml")))


@cache
def reading_of(name: str) -> Reading:
    """What is read from a story as it stands in the corpus."""
    (story,) = (story for story in load_corpus() if story.name == name)
    return read_story(story.article)


def award_stories() -> tuple[CorpusStory, ...]:
    """The stories of an award; whether the reader finds it is another test's matter."""
    return tuple(story for story in load_corpus() if story.kind == "award")


def claimed(reading: Reading) -> list[Facts]:
    """All that is claimed, with the words that prove it but not where they stand."""
    ordered = sorted(reading.claims, key=lambda claim: (claim.scheme, claim.recipient))
    return [_with_words(claim) for claim in ordered]


def spans_of(claim: Claim) -> Iterator[Evidence]:
    """Every span of a claim: of its fields, and the passage that is shown as proof."""
    yield from claim.evidence
    if claim.proof is not None:
        yield claim.proof


def in_every_string(value: object, change: Callable[[str], str]) -> object:
    """The same value with every string in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {change(key): in_every_string(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(in_every_string(each, change) for each in value)
    return value


def _with_words(claim: Claim) -> Facts:
    words = {each.field: each.quote for each in claim.evidence}
    return {**facts_of(claim), "words": words, "proof": claim.proof and claim.proof.quote}


def _story(path: Path) -> CorpusStory:
    source = path.read_text(encoding="utf-8")
    gold = read_story_file(path.name, source)
    codes = (claim.get("recipient_code") for claim in tomllib.loads(source).get("claims", ()))
    return CorpusStory(
        name=gold.name,
        kind=gold.kind,
        article=gold.article,
        awarded=tuple(dict.fromkeys(code for code in codes if code)),
        is_set_aside=gold.is_set_aside,
    )
