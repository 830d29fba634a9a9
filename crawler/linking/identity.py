"""Which stored award each edition is: numbers that people were told of stay with their award. Pure.

One of the same recipient and edition is the same award. What is left goes by the articles: an
award whose articles now speak of another edition moves there with its number and its alerts.
"""

from collections.abc import Mapping, Sequence, Set

from crawler.linking.editions import Edition
from storage.award_records import CorrectedField, Correction, HeldClaim
from storage.records import Award

Groups = Mapping[Edition, Sequence[HeldClaim]]


def identify(
    groups: Groups, held: Mapping[Edition, Award], articles: Mapping[int, Set[int]]
) -> Mapping[Edition, Award | None]:
    """The stored award of each edition; None for one that is new.

    `held` are the stored awards by the edition that they are, with a person's word counted in;
    `articles` those that stood behind each of them before, by the award's number.
    """
    found = {edition: held.get(edition) for edition in groups}
    left = [award for edition, award in held.items() if edition not in groups]
    for edition in sorted(groups, key=lambda each: (each.recipient, each.year or 0)):
        if found[edition] is None:
            found[edition] = _left_behind(groups[edition], left, articles)
            left = [award for award in left if award is not found[edition]]
    return found


def heirs(
    groups: Groups,
    identities: Mapping[Edition, Award | None],
    articles: Mapping[int, Set[int]],
    corrections: Sequence[Correction] = (),
) -> Mapping[int, Edition]:
    """Awards that have merged: their number -> the one edition where all their articles are now.

    One that a person has moved elsewhere has not merged, whatever its articles say.
    """
    staying = {award.id for award in identities.values() if award is not None}
    merged: dict[int, Edition] = {}
    for award_id, behind in articles.items():
        homes = [edition for edition, held in groups.items() if _articles_of(held) & behind]
        if award_id not in staying and len(homes) == 1:
            merged[award_id] = homes[0]
    moved = {each.award_id for each in corrections if _leads_elsewhere(each, merged)}
    return {award_id: home for award_id, home in merged.items() if award_id not in moved}


def _leads_elsewhere(correction: Correction, merged: Mapping[int, Edition]) -> bool:
    home = merged.get(correction.award_id)
    if home is None:
        return False
    named = {
        CorrectedField.RECIPIENT: home.recipient,
        CorrectedField.EDITION_YEAR: None if home.year is None else str(home.year),
    }
    return correction.field in named and correction.after != named[correction.field]


def _left_behind(
    reports: Sequence[HeldClaim], left: Sequence[Award], articles: Mapping[int, Set[int]]
) -> Award | None:
    """Of the awards that nobody reports any more the one with most of these articles."""
    mine = _articles_of(reports)

    def shared(award: Award) -> tuple[int, int]:
        return len(mine & articles.get(award.id or 0, set())), -(award.id or 0)

    best = max(left, key=shared, default=None)
    return best if best is not None and shared(best)[0] else None


def _articles_of(reports: Sequence[HeldClaim]) -> set[int]:
    return {report.article_id for report in reports}
