"""What of a claim is not proven by the story that it was read from."""

from collections.abc import Iterable, Iterator

from storage.records import Article, Claim, Evidence
from tests.awards.corpus import spans_of
from tests.awards.stories import stated_fields


def unproven(claims: Iterable[Claim], source: Article) -> list[str]:
    """Each fault of each claim: empty when all that they state is quoted as it is printed."""
    printed = {"title": source.title, "text": source.text}
    return [f"{claim.scheme}: {fault}" for claim in claims for fault in _faults_of(claim, printed)]


def _faults_of(claim: Claim, printed: dict[str, str]) -> Iterator[str]:
    """Every stated field has a span, there is a proof, and each span quotes what is printed."""
    proven = {each.field for each in claim.evidence}
    yield from (f"{name} has no span" for name in sorted(stated_fields(claim) - proven))
    if claim.proof is None:
        yield "no proof"
    for span in spans_of(claim):
        yield from (f"{span.field}: {fault}" for fault in _faults_of_span(span, printed))


def _faults_of_span(span: Evidence, printed: dict[str, str]) -> Iterator[str]:
    source = printed[span.source]
    place = f"{span.source}[{span.start}:{span.end}]"
    if not 0 <= span.start < span.end <= len(source):
        yield f"{place} lies outside the {len(source)} characters"
    if span.quote != source[span.start : span.end]:
        yield f"{place} holds other words than the quote"
    if not span.quote.strip():
        yield f"{place} quotes no word"
