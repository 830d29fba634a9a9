"""What else a headline says that somebody does: "Bappeda Buka Lowongan", "Tugu Adipura Dipindah".

Headlines drop the prefix of active verbs and the text gives it back ("Bappeda membuka dua
lowongan"): a word of the headline is a verb if it has a prefix, or if the lead has it with one. So
no list of all deeds is needed.
"""

import re
from collections.abc import Collection, Iterator

from crawler.awards import cue_words as words
from crawler.awards.attributes import What
from crawler.awards.evidence import Evidence, Span
from crawler.awards.headline_cues import headline_grants
from crawler.awards.mood_words import GRANT
from crawler.awards.timeliness import is_granted_these_days

_WORD = re.compile(r"[A-Za-z]{4,}")
_PREFIXED = re.compile(r"(?:di|me(?:m(?=[bfpv])|n(?=[dcjt])|ng|ny|[lrwy]))[a-z]{4,}")
_CAUSES = re.compile(r"(?!me|(?:[pk]e|ber|ter|se)[a-z]{4})[a-z]{3,}kan")
"""A bare verb that ends so needs no word of the text: "Kumpulkan Camat"."""
_OFTEN_BARE = """
bantu buka tutup bangun bongkar gelar kirim ajari latih cari tanam kunjungi resmikan lepas pimpin
temui pasang jual beli tangkap ringkus bekuk amankan sita gerebek tabrak hantam rendam landa terjang
bakar curi geruduk gugat tuntut mogok larang tolak ganti geser pindah lantik copot sewa lelang uji
rawat periksa sebar bersihkan cuci tebar salurkan bagi-bagi jenguk makamkan serbu blokir
"""
_BARE = frozenset(_OFTEN_BARE.split())
"""Bare verbs of everyday news, which the text may tell with another word."""
_LOOK_ALIKES = """
bukan makan rekan tindakan gerakan masukan pasokan tembakan ledakan desakan cetakan
atas bagi dian digital dilema dimensi dinamika dinas dinding dinkes dinsos direksi direktur dirut
disclaimer disdik disdukcapil dishub disiplin diskominfo diskusi disnaker dispendukcapil dispora
distrik ditjen divisi hasil informasi mendagri mendatang mendikbud mengapa menit menkes menkeu
menlu menpan menteng menteri menurut merah merangin meranti merauke merdeka meriah siap tempat
tingkat
"""
_NO_VERB = frozenset(_LOOK_ALIKES.split())
"""Words that only look like verbs, and those that are others' stems ("atas" of "mengatasi")."""
_AT_VERB = 4
"""Words behind a verb in which its object begins."""
_OBJECT = re.compile(rf"(?:\W*[\w/().-]+){{0,{_AT_VERB}}}")
_MANAGED = re.compile(r"\b(?:berhasil|sukses|mampu)\s+$", re.IGNORECASE)
"""In front of a verb: what was done is the success itself."""
_NASALS = {
    **dict.fromkeys("bfv", ("mem", 0)),
    **dict.fromkeys("dcjz", ("men", 0)),
    **dict.fromkeys("aeioughx", ("meng", 0)),
    **dict.fromkeys("lmnrwy", ("me", 0)),
    "p": ("mem", 1),
    "t": ("men", 1),
    "k": ("meng", 1),
    "s": ("meny", 1),
}
"""The active prefix by a stem's first letter, and how many letters of the stem melt into it."""


def tells_of_another_deed(e: Evidence) -> bool:
    """A clause of the headline has a verb whose subject is neither an assessor nor an award and
    whose object is none; no other clause and no score tells a result."""
    if headline_grants(e) or any(f.what is What.SCORE and f.start < e.headline[1] for f in e.held):
        return False
    told = e.story.folded[e.text[0] : _end_of_lead(e)].lower()
    busy = [span for span in e.headline_clauses if any(_deeds(e, span, told))]
    if not busy or any(_has_winner(e, span, busy) for span in e.headline_clauses):
        return False
    return not any(is_granted_these_days(e, span) for span in e.lead)


def _end_of_lead(e: Evidence) -> int:
    return e.lead[-1][1] if e.lead else e.text[0]


def _has_winner(e: Evidence, span: Span, busy: Collection[Span]) -> bool:
    """A result is told in it of somebody who is named there, or at the headline's beginning."""
    if e.says(words.RETROSPECT, span):
        return False
    start, end = span
    told = [fact for fact in e.held if start <= fact.start < end]
    if any(start <= fact.owner.start < end for fact in told):
        return True
    named = e.holds(words.WINNERS, span) and e.speaks_of_award(span)
    return span not in busy and (named or (bool(told) and not start))


def _deeds(e: Evidence, span: Span, told: str) -> Iterator[int]:
    """Where verbs stand in a clause that have to do with no award."""
    folded, (start, end) = e.story.folded, span
    for match in _WORD.finditer(folded, start, end):
        at = match.start()
        if not _is_verb(match[0].lower(), told) or GRANT.match(folded, at):
            continue
        object_end = _OBJECT.match(folded, match.end(), end)
        about = (at, object_end.end() if object_end else match.end())
        if _is_subject(e, (start, at)) and not _is_award(e, about):
            yield at


def _is_award(e: Evidence, span: Span) -> bool:
    """A word for an award, the name of a scheme or a result stands there; not only who gives it."""
    is_named = any(mention.is_name for mention in e.named.within(*span))
    return is_named or e.says(words.AWARD, span) or e.has_result(span)


def _is_subject(e: Evidence, span: Span) -> bool:
    """Somebody or something else than an assessor or an award is named there."""
    folded = e.story.folded
    first = _WORD.search(folded, *span)
    if first is None or words.AWARD.match(folded, first.start()) or _MANAGED.search(folded, *span):
        return False
    return all(mention.is_name for mention in e.named.within(*span))


def _is_verb(word: str, told: str) -> bool:
    if word in _NO_VERB:
        return False
    if word in _BARE or _PREFIXED.fullmatch(word) or _CAUSES.fullmatch(word):
        return True
    prefix, melts = _NASALS.get(word[0], ("meng", 0))
    stems = (prefix + word[melts:], "di" + word)
    return any(stem in told for stem in stems)
