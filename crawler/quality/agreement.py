"""How far two annotations of the same stories agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crawler.quality.answer import Answer
from crawler.quality.corpus import CorpusError, GoldStory
from crawler.quality.tally import Judged, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two annotators, story by story."""

    stories: tuple[Judged, ...]
    """The second annotation measured against the first; F1 is the same both ways."""
    observed: float
    """Share of the stories whose decision both share."""
    kappa: float | None
    """Cohen's kappa of the decisions, 1 at best; None when both know one answer only."""


def agreement(corpus: Iterable[GoldStory], second: Mapping[str, Answer]) -> Agreement:
    """The agreement on the stories of `second`. Raises CorpusError for one the corpus has not."""
    first = {story.name: story for story in corpus}
    for name in second:
        if name not in first:
            raise CorpusError(f"{name}.toml: no such story in the corpus; mend the file's name")
    decisions = [(first[n].answer.is_award_story, second[n].is_award_story) for n in second]
    return Agreement(
        stories=tuple(judged(first[name], answer) for name, answer in second.items()),
        observed=sum(one == other for one, other in decisions) / len(decisions),
        kappa=_kappa(decisions),
    )


def _kappa(decisions: Sequence[tuple[bool, bool]]) -> float | None:
    size = len(decisions)
    observed = sum(one == other for one, other in decisions) / size
    first = sum(one for one, _ in decisions) / size
    second = sum(other for _, other in decisions) / size
    by_chance = first * second + (1 - first) * (1 - second)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
