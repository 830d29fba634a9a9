"""The proof page: an article with every proof marked, and the claims read from it beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from sqlite_utils import Database

from crawler.differences import claim_changes
from crawler.explore.marking import Mark, Piece, marks_of, paragraphs, passage_of, pieces_of
from crawler.explore.page import Page, Row, Table, table_of
from crawler.explore.pages.article_columns import (
    CLAIMS,
    EVIDENCE,
    REPLACED,
    RESAID,
    SISTERS,
    VERSIONS,
)
from crawler.explore.pages.claim_card import cards_of
from crawler.explore.rewording import Stretch, abridged, changes
from crawler.explore.visits import NothingThere, Visit
from storage.reading.stories import (
    Story,
    Wording,
    sisters_of,
    story,
    version_before,
    versions_of,
    wording,
)
from storage.reading.told import Told, replaced_of, told_in
from storage.records import Claim, Evidence

_MOST = 200
_MOST_PROOFS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """One version as it is shown: its words, what is read there, and what stands where."""

    words: Wording
    sources: Mapping[str, str]
    told: tuple[Told, ...]
    claims: tuple[Claim, ...]
    """The same with the passages that prove them, where they can be placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rewritten:
    """What a version changed in the one before it."""

    since: int
    title: tuple[Stretch, ...]
    text: tuple[Stretch, ...]


def article(db: Database, visit: Visit) -> Page:
    """`/articles/<id>`; `?revision=2` shows that version."""
    held = _held(db, visit)
    seen = _seen(db, held, visit.number("revision", 1, 1_000_000) or held.revision)
    earlier = version_before(db, held.article_id, seen.words.revision)
    before = None if earlier is None else _seen(db, held, earlier)
    marks, astray = marks_of(seen.claims, seen.sources)
    may_read = visit.may_read_text
    shown = marks if may_read else {"title": marks["title"]}
    return Page(
        template="article.html",
        title="Article",
        values={
            "story": held,
            "version": seen.words.revision,
            "is_rewritten": before is not None or seen.words.revision != held.revision,
            "headline": pieces_of(seen.words.title, marks["title"]),
            "lines": _lines(seen.words.text, marks["text"]) if may_read else (),
            "cards": cards_of(seen.told, shown),
            "schemes": {each.claim.scheme: each.scheme_short for each in seen.told},
            "astray": astray,
            "rewritten": _rewritten(before, seen) if may_read else None,
            "may_read": may_read,
        },
        tables=_tables(db, held, seen, before, may_read=may_read),
    )


def _held(db: Database, visit: Visit) -> Story:
    number = int(visit.path["id"])
    held = story(db, number)
    if held is None:
        raise NothingThere(f"article {number} is not in the store")
    return held


def _seen(db: Database, held: Story, revision: int) -> _Seen:
    words = wording(db, held.article_id, revision)
    if words is None:
        raise NothingThere(
            f"article {held.article_id} has no version {revision}; the latest is {held.revision}"
        )
    told = told_in(db, held.article_id, words.revision_id)
    sources = {"title": words.title, "text": words.text}
    claims = tuple(replace(each.claim, proof=_passage(each, sources)) for each in told)
    return _Seen(words=words, sources=sources, told=told, claims=claims)


def _passage(told: Told, sources: Mapping[str, str]) -> Evidence | None:
    """The sentence that proves a claim, where it stands; None where it cannot be placed."""
    first, last = told.passage_start, told.passage_end
    if told.passage is None or first is None or last is None:
        return None
    return passage_of(told.claim, told.passage, first, last, sources)


def _lines(text: str, marks: Sequence[Mark]) -> tuple[tuple[Piece, ...], ...]:
    """Line by line, without the empty ones."""
    lines = paragraphs(pieces_of(text, marks))
    return tuple(line for line in lines if any(each.text.strip() or each.begun for each in line))


def _rewritten(before: _Seen | None, seen: _Seen) -> _Rewritten | None:
    if before is None:
        return None
    return _Rewritten(
        since=before.words.revision,
        title=changes(before.words.title, seen.words.title),
        text=abridged(changes(before.words.text, seen.words.text)),
    )


def _tables(
    db: Database, held: Story, seen: _Seen, before: _Seen | None, *, may_read: bool
) -> tuple[Table, ...]:
    """Evidence quotes the text: for those alone who may read it."""
    number, limit = held.article_id, _MOST + 1
    sisters = map(asdict, sisters_of(db, number, limit))
    versions = map(asdict, versions_of(db, number, limit))
    replaced = map(asdict, replaced_of(db, number, limit))
    claims = [_claim_row(each) for each in seen.told]
    tables = (
        table_of("claims", "Claims", CLAIMS, claims, _MOST),
        table_of("sisters", "Other reports of these awards", SISTERS, sisters, _MOST),
        table_of("versions", "Versions", VERSIONS, versions, _MOST),
        table_of(
            "resaid", "What this version says otherwise", RESAID, _resaid(before, seen), _MOST
        ),
        table_of("replaced", "Earlier readings", REPLACED, replaced, _MOST),
    )
    if not may_read:
        return tables
    return (*tables, table_of("evidence", "Proofs", EVIDENCE, _evidence_rows(seen), _MOST_PROOFS))


def _claim_row(told: Told) -> Row:
    names = [column.name for column in CLAIMS if hasattr(told.claim, column.name)]
    row = {name: getattr(told.claim, name) for name in names}
    day = told.claim.award_date
    return row | {
        "warnings": "; ".join(told.claim.warnings) or None,
        "award_date": day and day.isoformat(),
        "proof": told.passage,
        "award_id": told.award_id,
        "claim_id": told.claim_id,
    }


def _evidence_rows(seen: _Seen) -> Iterator[Row]:
    for number, each in enumerate(seen.told, 1):
        for proof in each.claim.evidence:
            yield {**asdict(proof), "claim": number, "claim_id": each.claim_id}


def _resaid(before: _Seen | None, seen: _Seen) -> Iterator[Row]:
    """What the claims of a version say otherwise than those of the one before it."""
    if before is None:
        return
    old, new = ([each.claim for each in one.told] for one in (before, seen))
    for change in claim_changes(old, new):
        for field in change.fields:
            yield {
                "kind": change.kind.value,
                "recipient": change.recipient,
                "scheme": change.scheme,
                "field": field.name,
                "before": field.before,
                "after": field.after,
            }
