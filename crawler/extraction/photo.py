"""Keeps the photo's caption and credit apart from the story."""

import re
from collections.abc import Sequence

from storage.frozen import frozen

_LABEL = (
    r"(?:(?:sumber|ket(?:erangan|\.)?)\s+)?(?:foto|photo|gambar|ilustrasi|fotografer|caption"
    r"|(?P<archive>dok(?:umentasi)?))"
)
_LABELLED = re.compile(
    rf"(?P<open>[(\[])?\s*{_LABEL}\s*[:：.]\s*(?P<told>[^\s].{{1,400}}?)\s*(?(open)[)\]]|)",
    re.IGNORECASE,
)
_BARE_CREDIT = re.compile(
    r"[(\[]\s*(?P<bracketed>(?:dok(?:umentasi|umen)?|foto|istimewa|ist|doc)\b[.:/]?.{0,60})\s*[)\]]\.?"
    r"|(?P<single>istimewa|ist\.)"
    r"|(?P<desk>[\w ]{0,30}(?-i:\b(?:TRIBUN\w*|POS|RADAR|SUARA|KOMPAS|ANTARA|NEWS)\b)[\w. ]{0,30}"
    r"\s?/\s?[A-Z][^.!?]{1,50})"
    r"|(?P<site>[\w-]{3,30}\.(?:com|id|co\.id)\s?/\s?[A-Z][^.!?]{1,50})"
    r"|-{1,2}\s?(?P<dashed>[^-]{2,40}/\s?[\w.]+\.(?:id|com)|istimewa)\s?-{0,2}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*[(\[]\s*(?:(?P<label>(?:sumber\s+)?(?:foto|photo)\s*[:：/]?)\s*)?(?P<inside>[^()\[\]]{2,60})[)\]]"
    r"\.?$"
    r"|[|/,]?\s*\b(?:sumber\s+)?(?:foto|photo|dok(?:umentasi)?)\s*[:：.]\s*(?P<labelled>[^.:]{2,60})\.?$"
    r"|\s?--\s?(?P<dashed>[^-]{2,60})$"
    r"|\s?-\s?(?P<marked>istimewa|ist)\s?-{0,2}$"
    r"|(?<=[.!?])\s+(?P<desk>(?-i:ANTARA|TRIBUN|KOMPAS\.com)[^.!?]{0,30}/[^.!?]{2,50})$",
    re.IGNORECASE,
)
_TAIL_WINDOW = 160
_SOURCE = re.compile(
    r"(?:foto|photo|dok|doc|ist|istimewa|humas|prokompim|diskominfo|dinkominfo|kominfo|antara)\b.*"
    r"|.*[/@].*|.*\.(?:com|id|net|tv)\b.*",
    re.IGNORECASE,
)
_MOST_WORDS_IN_A_CREDIT = 7
_LONGEST = 420


@frozen
class PhotoLine:
    """What stands under a photo; at least one of the two is told."""

    caption: str | None = None
    credit: str | None = None


def read_photo_line(line: str) -> PhotoLine | None:
    """A line that is nothing but a photo's credit or labelled caption, e.g. `Foto: Prokompim`."""
    if len(line) > _LONGEST:
        return None
    labelled = _LABELLED.fullmatch(line)
    if labelled:
        told = labelled["told"].strip()
        if len(told.split()) <= _MOST_WORDS_IN_A_CREDIT:
            return PhotoLine(credit=line.strip(" ()[]") if labelled["archive"] else told)
        return split_caption(told)
    bare = _BARE_CREDIT.fullmatch(line)
    if bare is None:
        return None
    credit = next(filter(None, bare.groups()))
    return PhotoLine(credit=re.sub(r"^foto\b[.:/]?\s*", "", credit, flags=re.I).strip(" -"))


def read_caption(lines: Sequence[str]) -> PhotoLine:
    """Caption and credit from the lines under a photo; a line in capitals is a credit."""
    if len(lines) < 2:
        return split_caption(lines[0]) if lines else PhotoLine()
    credits = [line for line in lines if _is_credit(line)]
    caption = " ".join(line for line in lines if line not in credits)
    photo = split_caption(caption) if caption else PhotoLine()
    if not credits:
        return photo
    told = read_photo_line(credits[0])
    return PhotoLine(
        caption=photo.caption, credit=(told.credit if told else None) or credits[0] or photo.credit
    )


def _is_credit(line: str) -> bool:
    return line.isupper() or read_photo_line(line) is not None


def split_caption(printed: str) -> PhotoLine:
    """Caption and credit in the text that a page shows under a photo."""
    alone = _BARE_CREDIT.fullmatch(printed)
    if alone or _LABELLED.fullmatch(printed[:_LONGEST]):
        found = read_photo_line(printed)
        if found is not None and (found.caption or found.credit):
            return found
    start = max(len(printed) - _TAIL_WINDOW, 0)
    tail = _TAIL.search(printed, start)
    if tail is None:
        return PhotoLine(caption=printed)
    name = next(filter(None, tail.group("inside", "labelled", "dashed", "marked", "desk")))
    if tail["inside"] and not tail["label"] and not _SOURCE.fullmatch(name):
        return PhotoLine(caption=printed)
    caption = printed[: tail.start()].rstrip(" -–|/,")
    return PhotoLine(caption=caption or None, credit=name.strip(" -."))
