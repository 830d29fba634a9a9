"""What a second reading of a story changes in what it says. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from storage.records import Claim

_NOT_SAID = ("rules_version", "evidence", "proof", "recipient_code", "recipient_kind")
_HOW_SURE = ("confidence", "warnings")
_RAW = {"score": "score_raw"}


class ChangeKind(StrEnum):
    """What became of a claim."""

    NEW = "new"
    CHANGED = "changed"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a claim before and after, as text; None where it was not stated."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """One claim that a second reading adds, alters or takes away."""

    kind: ChangeKind
    recipient: str
    scheme: str
    edition_year: int | None
    fields: tuple[FieldChange, ...] = ()
    """Of a changed claim, what differs; of the others what they state."""


def claim_changes(before: Sequence[Claim], after: Sequence[Claim]) -> tuple[ClaimChange, ...]:
    """What differs between two readings of one story, in the order of the second.

    Claims belong together by recipient, scheme and edition, else by recipient and scheme: their
    edition is what changed. How sure the reader is makes no difference here.
    """
    left = list(before)
    pairs = [(_partner(claim, left), claim) for claim in after]
    pairs = [(old or _kin(claim, left), claim) for old, claim in pairs]
    changes = [_change(old, new) for old, new in pairs]
    vanished = [_whole(claim, ChangeKind.VANISHED) for claim in left]
    return (*(change for change in changes if change is not None), *vanished)


def says_the_same(before: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether two readings agree in everything but the rules and the spans that prove it."""
    names = [name for name in _said() if name not in _NOT_SAID]
    return len(before) == len(after) and all(
        getattr(old, name) == getattr(new, name)
        for old, new in zip(before, after, strict=True)
        for name in (*names, *_HOW_SURE)
    )


def _partner(claim: Claim, left: list[Claim]) -> Claim | None:
    return _take(left, claim, ("recipient", "scheme", "edition_year"))


def _kin(claim: Claim, left: list[Claim]) -> Claim | None:
    return _take(left, claim, ("recipient", "scheme"))


def _take(left: list[Claim], claim: Claim, names: Sequence[str]) -> Claim | None:
    for position, each in enumerate(left):
        if all(getattr(each, name) == getattr(claim, name) for name in names):
            return left.pop(position)
    return None


def _change(old: Claim | None, new: Claim) -> ClaimChange | None:
    if old is None:
        return _whole(new, ChangeKind.NEW)
    differing = tuple(
        FieldChange(name=name, before=_text(old, name), after=_text(new, name))
        for name in _shown()
        if getattr(old, name) != getattr(new, name)
    )
    if not differing:
        return None
    return ClaimChange(
        kind=ChangeKind.CHANGED,
        recipient=new.recipient,
        scheme=new.scheme,
        edition_year=new.edition_year,
        fields=differing,
    )


def _whole(claim: Claim, kind: ChangeKind) -> ClaimChange:
    is_new = kind is ChangeKind.NEW
    told = [(name, _text(claim, name)) for name in _shown() if name not in ("recipient", "scheme")]
    return ClaimChange(
        kind=kind,
        recipient=claim.recipient,
        scheme=claim.scheme,
        edition_year=claim.edition_year,
        fields=tuple(
            FieldChange(name=name, before=None if is_new else text, after=text if is_new else None)
            for name, text in told
            if text is not None
        ),
    )


def _said() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Claim))


def _shown() -> tuple[str, ...]:
    hidden = {*_NOT_SAID, *_HOW_SURE, "edition_basis", "score_raw", "scale", "grantor"}
    return tuple(name for name in _said() if name not in hidden)


def _text(claim: Claim, name: str) -> str | None:
    value = getattr(claim, _RAW.get(name, name))
    if value is None or value == ():
        return None
    if name == "units":
        return ", ".join(f"{each.unit} {each.raw}" for each in value)
    if name == "previous":
        return ", ".join(f"{each.year or '?'}: {each.raw}" for each in value)
    return str(value)
