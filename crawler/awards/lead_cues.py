"""How the text tells of results, whatever the headline is about."""

from crawler.awards import cue_words as words
from crawler.awards.asides import is_beside
from crawler.awards.attributes import What
from crawler.awards.cues import (
    handed_over,
    heads_with_another,
    is_news,
    lead_grants,
    rewards_its_own,
    rewards_persons,
)
from crawler.awards.evidence import Evidence
from crawler.awards.headline_cues import (
    headline_grants,
    headline_rewards_persons,
    headline_wishes,
)
from crawler.awards.timeliness import is_granted_these_days

_FEW = 2
"""Bodies with a result that are no list."""


def granted_these_days(e: Evidence) -> bool:
    """A sentence of the lead dates a grant to the last weeks; it is no person's, no office's own
    region's and no other award."""
    others = (headline_rewards_persons, rewards_persons, rewards_its_own, heads_with_another)
    is_dated = any(is_granted_these_days(e, span) for span in e.lead)
    return is_dated and not any(is_other(e) for is_other in others)


def lead_grants_beside_the_point(e: Evidence) -> bool:
    """Every sentence of it that grants does so in a relative or an adverbial clause, nothing is
    handed over, and it is no list: "yang masuk zona merah yaitu A, B, C"."""
    if e.recipients > _FEW or headline_grants(e) or handed_over(e):
        return False
    news = [span for span in e.lead if is_news(e, span)]
    return bool(news) and all(is_beside(e, span) for span in news)


def wishes_at_a_hand_over(e: Evidence) -> bool:
    """The headline wishes, the text hands over and tells a result: what officials say there."""
    return headline_wishes(e) and handed_over(e) and lead_grants(e) and bool(e.held)


def results_recalled(e: Evidence) -> bool:
    """Every result is told as a reminder, or as the reason of something else."""
    return bool(e.held) and all(
        e.holds(words.RECALLED, (fact.sentence.start, fact.start)) for fact in e.held
    )


def only_wished(e: Evidence) -> bool:
    """What the schemes themselves grant is only wished for; a place was got in something else."""
    own = [f for f in e.facts if f.what is not What.RANK]
    if not own or not e.held or any(f.mood.holds for f in own):
        return False
    return not any(e.speaks_of_scheme((f.sentence.start, f.sentence.end)) for f in e.held)
