"""Taking back what a person said of an award: everybody who is signed in may, with a reason."""

from sqlite_utils import Database

from crawler.correcting import CorrectionError, undo
from crawler.explore.page import Page
from crawler.explore.pages.correct import award_of, word_of
from crawler.explore.visits import BadVisit, NothingThere, Overtaken, Visit
from storage.award_records import CorrectedField
from storage.reading.corrections import LoggedWord, logged_word


def undo_page(db: Database, visit: Visit) -> Page:
    """`/corrections/7/undo`"""
    visit.signed_in()
    word = _word(db, visit)
    return Page(
        template="undo.html",
        title="Take back a correction",
        status=400 if visit.problem else 200,
        values={"word": word, "problem": visit.problem, "because": visit.query.get("because", "")},
    )


def take_back(db: Database, visit: Visit) -> str:
    """What was said before holds again; sent twice it is taken back once."""
    said = word_of(visit)
    with db.atomic():
        word = _word(db, visit)
        if word.undone_at is None:
            if not word.standing:
                raise Overtaken(f"a later word on {word.field} holds; take that back first")
            try:
                award = award_of(db, str(word.award_id))
                undo(db, award, CorrectedField(word.field), said)
            except CorrectionError as error:
                raise BadVisit(str(error)) from None
    return f"/corrections?award={word.award_id}"


def _word(db: Database, visit: Visit) -> LoggedWord:
    number = visit.path["correction"]
    word = logged_word(db, int(number))
    if word is None:
        raise NothingThere(f"no correction {number}")
    return word
