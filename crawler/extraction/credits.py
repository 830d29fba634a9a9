"""Who wrote and who edited: byline lines, labelled credits and the initials after the last word."""

import re

from storage.frozen import frozen

_AUTHOR_ROLES = (
    "penulis|reporter|pewarta(?: foto)?|kontributor|jurnalis|wartawan|writer|author|oleh|by"
)
_EDITOR_ROLES = "editor|redaktur|penyunting|uploader|publisher|sunting"
_OTHER_ROLES = "sumber|source(?: news)?|foto|fotografer|sumber foto"
_LABEL = re.compile(
    rf"(?:^|(?<=[\s|,;/&-]))(?P<role>{_AUTHOR_ROLES}|{_EDITOR_ROLES}|{_OTHER_ROLES})\s*[:：]\s*",
    re.IGNORECASE,
)
_OPENS_CREDIT = re.compile(
    rf"[(\[•\-– ]*(?:{_AUTHOR_ROLES}|{_EDITOR_ROLES}|writer)\s*[:：]", re.IGNORECASE
)
_REPORT_BY = re.compile(
    r"\(?laporan\s+(?:wartawan|reporter|kontributor|jurnalis)\b[^,:]{0,50}[,:]\s*(?P<name>.{2,60})",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:oleh|by|penulis|editor|reporter|pewarta)(?:\s*[-–—:]+\s*|\s+)(?P<name>.{2,60})",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:oleh|by|penulis|reporter)\b[\s:–-]*(?P<author>.{2,60}?),\s*(?:senin|selasa|rabu|kamis"
    r"|jum['’]?at|sabtu|minggu)\b.*?(?:(?:redaktur|editor)\s*:\s*(?P<editor>[^-|:]{2,50}).*)?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s*(?:copyright|©|\(c\)).*$", re.IGNORECASE)
_NAME_TAIL = re.compile(
    r"\s*[-–—|,]\s*(?:[\w ]+\.(?:com|co\.id|id|net|co)|(?:detik|tribun|jawapos|kompas)\w*)\s*$",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"https?:|www\.|@|\d\d"
    r"|^(?:admin(?:istrator)?(?: \w+)?|tim|web(?:master| design)?|sumber|source)$"
    r"|^(?:[SM]\.\s?\w{1,5}|SH|SE|MM|MH|ST|MT|MSi|SPd|MPd)\.?$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?P<before>.*?)\s*(?:[-–—]\s*)?"
    r"(?:[(\[](?P<name>[^()\[\]]{1,60})[)\]]|(?P<stars>\*{1,4}|#{1,4}|-{2,4}))\s*[.*]*"
)
_INITIALS = re.compile(
    r"\*{1,4}|[a-z]{2,6}|[A-Za-z]{2,12}(?:\s?[/&+-]\s?[A-Za-z .]{2,25}){1,5}"
    r"|(?:red|redaksi|rls|ril|release|adv|advertorial|bud|hms|humas|ant|antara)"
    r"|(?:tim|mc|humas|kontributor|diskominfo|dinkominfo|prokompim|pemkab|pemkot|kominfo"
    r"|penulis|editor|reporter|red|adv|foto)\b.{0,50}",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\*{1,4}|[a-z]{2,5}(?:/[a-z]{2,5})+")
"""What can be nothing but a signature, wherever it stands."""
_SIGNATURE_WINDOW = 120
_ENDS_SIGNATURE = (")", "]", "*", "#", "-")
_SPOKEN = re.compile(r"[?!“\"]|\w{4,}\.$")
"""What an interview prints after `Wartawan:`, and a byline never does."""
_ENDS_SENTENCE = (".", "!", "?", '"', "”", "’", "'", ")")


@frozen
class Credits:
    """The people named by one credit line."""

    authors: tuple[str, ...] = ()
    editor: str | None = None


def read_credit_line(line: str) -> Credits | None:
    """The people of a line that is nothing but a credit, e.g. `Penulis: A | Editor: B`."""
    if len(line) > 200:
        return None
    report = _REPORT_BY.fullmatch(line)
    if report:
        return Credits(authors=split_names(report["name"].rstrip(")")))
    if _OPENS_CREDIT.match(line):
        return _labelled(line)
    by = _BY.fullmatch(line)
    if by is None or not re.search("[-–—]", line[: by.start("name")]):
        return None
    people = split_names(by["name"])
    if line.lower().startswith("editor"):
        return Credits(editor=next(iter(people), None))
    return Credits(authors=people)


def read_dated_byline(line: str) -> Credits | None:
    """The people of a byline with its weekday: `Oleh A, Senin, 2 Desember 2024 - Redaktur: B`."""
    byline = _DATED.fullmatch(line) if len(line) < 200 else None
    if byline is None:
        return None
    editor = next(iter(split_names(byline["editor"] or "")), None)
    return Credits(authors=split_names(byline["author"]), editor=editor)


def split_names(printed: str) -> tuple[str, ...]:
    """The names in a printed byline: `Oleh - A dan B` gives A and B; site names go."""
    line = _RIGHTS.sub("", printed).strip(" |-–—")
    labelled = _labelled(line) if _OPENS_CREDIT.match(line) else None
    if labelled:
        return labelled.authors
    by = _BY.fullmatch(line)
    names = re.split(
        r"\s*(?:[,|;&]|\bdan\b|\band\b)\s*", _NAME_TAIL.sub("", by["name"] if by else line)
    )
    return tuple(dict.fromkeys(each for each in map(_tidy, names) if _is_name(each)))


def strip_signature(line: str) -> tuple[str, str | None]:
    """`line` without the initials or stars after its last sentence, and what they were.

    `… kata dia. (aku/apl)` gives the sentence and `aku/apl`; an abbreviation or a date in
    parentheses that belongs to the sentence stays.
    """
    head, tail = line[:-_SIGNATURE_WINDOW], line[-_SIGNATURE_WINDOW:]
    is_signed = tail.rstrip(". ").endswith(_ENDS_SIGNATURE)
    match = _SIGNATURE.fullmatch(tail) if is_signed else None
    if match is None:
        return line, None
    before, name = (head + match["before"]).rstrip(), match["name"]
    if name is None:
        return before, ""
    if not _INITIALS.fullmatch(name.strip()):
        return line, None
    if before and not _MARKED.fullmatch(name.strip()) and not before.endswith(_ENDS_SENTENCE):
        return line, None
    return before, name.strip(" *")


def read_signature(signature: str) -> Credits:
    """The people of a signature: initials or an office, and who is named by a label after it."""
    label = _LABEL.search(signature)
    if label is None:
        return Credits(authors=(signature,) if signature else ())
    office = signature[: label.start()].strip(" ;,|/-")
    named = _labelled(signature[label.start() :]) or Credits()
    return Credits(authors=(*filter(None, [office]), *named.authors), editor=named.editor)


def _labelled(line: str) -> Credits | None:
    line = _RIGHTS.sub("", line)
    labels = list(_LABEL.finditer(line))
    authors: list[str] = []
    editor: str | None = None
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        printed = line[label.end() : following.start() if following else len(line)]
        if len(printed.split()) > 12 or _SPOKEN.search(printed):
            return None
        people = split_names(printed.strip(" |,;/()[]-–"))
        if re.fullmatch(_AUTHOR_ROLES, label["role"], re.IGNORECASE):
            authors.extend(people)
        elif re.fullmatch(_EDITOR_ROLES, label["role"], re.IGNORECASE):
            editor = editor or next(iter(people), None)
    return Credits(authors=tuple(dict.fromkeys(authors)), editor=editor)


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" .,:;|-–—()[]*")


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 60 and len(name.split()) <= 7 and not _NOT_NAMES.search(name)
