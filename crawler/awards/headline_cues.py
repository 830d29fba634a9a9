"""What may be seen in a headline that speaks for or against its story being an award story."""

import re

from crawler.awards import cue_words as words
from crawler.awards.attributes import What
from crawler.awards.evidence import Evidence, Span
from crawler.awards.giver_words import INTERNAL
from crawler.awards.modality import Mood
from crawler.awards.word_tree import compile_words

_TROPHY = re.compile(r"(?:piala|plakat|trofi|trophy|tugu|patung|monumen)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b20[012]\d\b")
_NOBODY = compile_words(
    r"\b(?:belum|tidak|tak) (?:ada|satu ?pun|se(?:buah|orang) ?pun)(?: satu ?pun)? (?:daerah|"
    r"pemda|kab(?:upaten)?|kota|provinsi|desa|pemkab|pemkot|instansi)\b[^,;:]{0,40}? (?:yang )?"
    r"(?:(?:me)?raih|(?:men)?dapat|(?:mene|te)rima|(?:mem)?peroleh|(?:me|ny)?sandang|"
    r"ter(?:kategori|golong)|berpredikat|berstatus|layak)\b"
    r"(?! (?:\w+ ){0,2}(?:merah|kuning|rendah))"
)
"""No body at all has got it."""
_NO_NEWS = (
    words.RETROSPECT,
    words.BACKGROUND,
    words.NOMINEE,
    words.SUBMITTED,
    words.CAREER,
)
"""Words of a headline's clause that grants nothing today."""


def headline_grants(e: Evidence) -> bool:
    """One clause of it grants, to no person or firm, and not in the past."""
    return e.once(_grants)


def _grants(e: Evidence) -> bool:
    return any(
        _tells_of_a_grant(e, span)
        and not e.holds(words.KNOWN, span)
        and not any(e.holds(pattern, span) for pattern in _NO_NEWS)
        and not e.asks(span)
        for span in e.headline_clauses
    ) and not (
        headline_rewards_persons(e)
        or e.holds(INTERNAL, e.headline)
        or e.holds(words.NOT_FINAL, e.headline)
        or e.holds(words.HOPED, e.headline)
        or _is_to_come(e)
    )


def _tells_of_a_grant(e: Evidence, span: Span) -> bool:
    """By a verb, whatever clause names the award, or as what has come to be: "Akhirnya WTP"."""
    if e.grants(span) or (e.has_result(span) and e.says(words.NOW, span)):
        return True
    return e.story.moods.first_taking(*span) is not None and e.speaks_of_award(e.headline)


def _is_to_come(e: Evidence) -> bool:
    """It tells of tomorrow, or of next week."""
    return e.holds(words.SOON, e.headline)


def headline_has_result(e: Evidence) -> bool:
    """A result stands in a clause of it that asks nothing and awaits nothing."""
    has = any(
        _has_more_than_a_trophy(e, span)
        and not (e.asks(span) or _is_epithet(e, span))
        and not words.OVER.match(e.story.folded, *span)
        and not any(e.says(pattern, span) for pattern in (words.NOMINEE, words.CAREER))
        for span in e.headline_clauses
    )
    return has and not (_is_to_come(e) or _is_a_place_in_something_else(e))


def _has_more_than_a_trophy(e: Evidence, span: Span) -> bool:
    """A cup or a plaque is a thing, "Plakat Adipura Dipasang Lagi", if no verb in it grants."""
    start, end = span
    told = [fact for fact in e.held if start <= fact.start < end]
    if e.story.moods.grants(start, end):
        return bool(told)
    return any(_TROPHY.match(e.story.folded, fact.start) is None for fact in told)


def _is_a_place_in_something_else(e: Evidence) -> bool:
    """All it has are places, and neither it nor what follows names our schemes."""
    told = [fact for fact in e.held if fact.start < e.story.text_start]
    only_places = all(fact.what is What.RANK for fact in told)
    return only_places and not any(map(e.speaks_of_scheme, (e.headline, *e.lead[:2])))


def headline_names_winners(e: Evidence) -> bool:
    """A headline without a verb: "Daftar Penerima ...", "X Juara Umum"."""
    names = any(
        e.holds(words.WINNERS, s) and not (e.asks(s) or _is_epithet(e, s))
        for s in e.headline_clauses
    )
    return names and not (e.wishes(e.headline) or headline_rewards_persons(e) or _is_to_come(e))


def headline_has_an_epithet(e: Evidence) -> bool:
    """ "Nagari Peraih Anugerah Digugat": who holds an award has other news."""
    return any(_is_epithet(e, span) for span in e.headline_clauses) and not headline_grants(e)


def _is_epithet(e: Evidence, span: Span) -> bool:
    """Somebody is called the holder of an award: not "Lima Peraih", "Daftar Penerima ... 2022"."""
    start, end = span
    holders = [each.start() for each in e.matches(words.HOLDER, span)]
    if not holders or _YEAR.search(e.story.folded, start, end):
        return False
    return any(at > e.headline[0] and not e.holds(words.LISTED, (start, at)) for at in holders)


def headline_names_scheme(e: Evidence) -> bool:
    return e.speaks_of_scheme(e.headline)


def headline_tells(e: Evidence) -> bool:
    """It grants, or begins with a result."""
    return headline_grants(e) or e.has_result(e.headline_clauses[0])


def headline_is_silent(e: Evidence) -> bool:
    """It speaks of no award, scheme or result: the story is about something else."""
    return not (e.speaks_of_award(e.headline) or e.has_result(e.headline))


def headline_wishes(e: Evidence) -> bool:
    hoped = e.holds(words.HOPED, e.headline) or _is_to_come(e)
    return hoped or (_wishes_for_it(e) and not headline_tells(e))


def _wishes_for_it(e: Evidence) -> bool:
    """Not only "Dorong Budaya Transparan" in a clause that speaks of no award."""
    return e.wishes(e.headline) and any(
        not wish[0].casefold().endswith("dorong") or e.speaks_of_award(span)
        for span in e.headline_clauses
        for wish in e.story.moods.wishes(*span)
    )


def headline_tells_of_stage(e: Evidence) -> bool:
    news = (s for s in e.headline_clauses if not words.OVER.match(e.story.folded, *s))
    told = any(e.says(words.STAGE, span) or _is_met_about(e, span) for span in news)
    return told and not headline_grants(e)


def _is_met_about(e: Evidence, span: Span) -> bool:
    """ "Bahas Opini Ombudsman": not "WTP bagi Ngada, Bupati Langsung Bahas Kopi"."""
    about = e.speaks_of_award(span) or e.speaks_of_scheme(span)
    return about and e.says(words.MEETING, span)


def headline_tells_of_nominees(e: Evidence) -> bool:
    return e.says(words.NOMINEE, e.headline)


def headline_complains(e: Evidence) -> bool:
    return e.says(words.COMPLAINT, e.headline) and not headline_grants(e)


def headline_tells_of_career(e: Evidence) -> bool:
    told = any(
        e.says(words.CAREER, span) and not words.OVER.match(e.story.folded, *span)
        for span in e.headline_clauses
    )
    return told and not headline_grants(e)


def headline_checks_facts(e: Evidence) -> bool:
    """Whatever it says was granted is called forged."""
    return e.says(words.FORGED, e.headline)


def headline_denies(e: Evidence) -> bool:
    """Every result in it is denied, and only others have any: "Kendal Belum Dapat WBK"; or all
    are said to have none."""
    if e.says(_NOBODY, e.headline) and not headline_grants(e):
        return True
    told = [fact for fact in e.facts if fact.start < e.story.text_start]
    if not told or any(fact.mood is not Mood.DENIED for fact in told) or headline_grants(e):
        return False
    names = {fact.owner.key for fact in told}
    return bool(e.held) and all(fact.owner.key not in names for fact in e.held)


def headline_explains(e: Evidence) -> bool:
    return e.says(words.EXPLAINER, e.headline) and not headline_grants(e)


def headline_doubts(e: Evidence) -> bool:
    """It says what an award does not prove, and tells of nobody who gets it."""
    return e.says(words.NO_PROOF, e.headline) and not (headline_grants(e) and _names_an_owner(e))


def _names_an_owner(e: Evidence) -> bool:
    """Whoever has a result is named in it: not "Dapat WTP, Belum Tentu Bersih"."""
    return any(fact.owner.start < e.headline[1] for fact in e.held)


def headline_tells_of_crime(e: Evidence) -> bool:
    return e.says(words.CRIME, e.headline)


def headline_attends(e: Evidence) -> bool:
    """Somebody goes to a ceremony, or one is held or put off; nothing is said of a result."""
    return e.says(words.ATTENDS, e.headline) and not headline_tells(e)


def headline_rewards_persons(e: Evidence) -> bool:
    """Persons or firms stand in front of the granting verb, or receive from it."""
    return e.once(_rewards_persons)


def _rewards_persons(e: Evidence) -> bool:
    folded = e.story.folded
    for start, end in e.headline_clauses:
        if not e.story.moods.grants(start, end):
            continue
        verb = e.story.moods.first_taking(start, end)
        for person in e.matches(words.PERSONS, (start, end)):
            if words.NAME_HEAD.search(folded, start, person.start()):
                continue
            if _heads_a_village(e, person.start()):
                continue
            is_first = verb is None or person.start() < verb
            if is_first or words.TO_PERSONS.search(folded, start, person.start()):
                return True
    return False


def _heads_a_village(e: Evidence, at: int) -> bool:
    """The head of a village receives for it where the headline names what villages are given."""
    if words.VILLAGE_HEAD.match(e.story.folded, at) is None:
        return False
    named = e.named.within(*e.headline)
    return any(m.scheme in e.schemes and e.named.active[m.scheme].gives_to("desa") for m in named)


def headline_hands_over(e: Evidence) -> bool:
    """A headline without a verb: "Penghargaan itu lagi-lagi untuk X"."""
    told = e.recipients > 0 and e.says(words.HANDED_TO, e.headline)
    return told and not (e.wishes(e.headline) or headline_rewards_persons(e) or headline_grants(e))


def headline_tells_what_came_after(e: Evidence) -> bool:
    """ "Setelah Raih Adipura, Kudus Bangun TPA": no award in what it tells as news."""
    before = [words.OVER.match(e.story.folded, *span) is not None for span in e.headline_clauses]
    named = [e.speaks_of_award(span) or e.has_result(span) for span in e.headline_clauses]
    return (
        any(before)
        and any(named)
        and not any(about and not is_over for about, is_over in zip(named, before, strict=True))
    )


def headline_shows_off(e: Evidence) -> bool:
    """A list of the cleanest or the richest of no year: what they hold they won some time ago."""
    return e.holds(words.SHOWN_OFF, e.headline) and not (
        (headline_grants(e) and _names_an_owner(e))
        or e.speaks_of_scheme(e.headline)
        or _YEAR.search(e.story.folded, *e.headline)
    )
