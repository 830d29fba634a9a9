"""What people write: an outlet's TOML file and that of its family, checked into plain tables."""

import re
import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cssselect import HTMLTranslator
from cssselect.parser import SelectorError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from crawler.config import ConfigError
from crawler.hours import Hours

FAMILIES_FOLDER = Path(__file__).parent / "families"
PLACEHOLDERS = ("home", "date", "page", "offset", "section")


class OutletError(ConfigError):
    """An outlet file cannot be used; the message names file, key and mend in one line."""


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        problem = re.sub(r"^missing (\S),.*", r"missing '\1'", error.msg)
        raise ValueError(f"{problem} at character {(error.pos or 0) + 1}") from None
    return text


@cache
def _selector(text: str) -> str:
    try:
        HTMLTranslator().css_to_xpath(text)
    except SelectorError as error:
        raise ValueError(f"no CSS selector: {error}") from None
    return text


def _template(text: str) -> str:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        raise ValueError(f"no URL template: {error}") from None
    for name in names:
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
            raise ValueError(f"unknown placeholder {{{name}}}; known: {known}")
    return text


def _url(text: str) -> str:
    if not re.match(r"https?://[^/\s]+/", text):
        raise ValueError("no web address; write it whole, for instance https://example.id/")
    return text


def _name(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError("no outlet name; write small letters, digits and hyphens")
    return text


def _host(text: str) -> str:
    if not re.fullmatch(r"localhost|[a-z0-9-]+(\.[a-z0-9-]+)+", text):
        raise ValueError("no host name; write it in small letters without https://")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("no time zone; write for instance Asia/Jakarta") from None
    return text


def _hours(text: str) -> str:
    Hours.parse(text, "UTC")
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
Selector = Annotated[str, AfterValidator(_selector)]
Template = Annotated[str, AfterValidator(_template)]
Url = Annotated[str, AfterValidator(_url)]
Name = Annotated[str, AfterValidator(_name)]
Host = Annotated[str, AfterValidator(_host)]
Kind = Literal["rss", "sitemap", "wordpress-rest", "dated-index", "listing"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SourceTable(_Table):
    """`[[source]]`: one way to learn of new addresses."""

    kind: Kind
    url: Template
    more: Template | None = None
    sections: list[str] = []
    date_format: str = "%Y-%m-%d"
    days: Annotated[int, Field(ge=1)] = 30
    pages: Annotated[int, Field(ge=1)] = 20
    step: Annotated[int, Field(ge=1)] | None = None
    children: Pattern | None = None
    item: Selector | None = None
    link: Selector | None = None
    time: Selector | None = None
    next: Selector | None = None


class ArticleTable(_Table):
    """`[article]`: how the outlet's article pages are read."""

    address: Annotated[list[Pattern], Field(min_length=1)]
    body: list[Selector] = []
    title: list[Selector] = []
    published: list[Selector] = []
    authors: list[Selector] = []
    editor: list[Selector] = []
    section: list[Selector] = []
    tags: list[Selector] = []
    image: list[Selector] = []
    caption: list[Selector] = []
    photo_credit: list[Selector] = []
    cut: list[Selector] = []
    boilerplate: list[Pattern] = []
    parts: list[Selector] = []
    all_pages: str | None = None


class ExampleTable(_Table):
    """`[[example]]`: an address and what the outlet's rules must say of it."""

    url: Url
    article: bool
    canonical: Url | None = None


class OutletTable(_Table):
    """An outlet's file after its family's defaults are filled in."""

    name: Name
    title: str
    home: Url
    hosts: Annotated[list[Host], Field(min_length=1)]
    family: Name
    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Jakarta"
    verified: bool
    check: list[str] = []
    enabled: bool = True
    reason: str | None = None
    delay: Annotated[float, Field(ge=0, le=600)] | None = None
    budget: Annotated[int, Field(ge=1)] | None = None
    hours: Annotated[str, AfterValidator(_hours)] | None = None
    discovery: Literal["all", "first"] = "all"
    identity: Literal["canonical-link", "address"] = "canonical-link"
    source: Annotated[list[SourceTable], Field(min_length=1)]
    article: ArticleTable
    example: Annotated[list[ExampleTable], Field(min_length=1)]


def read_outlet_file(path: Path) -> OutletTable:
    """The outlet of the file at `path`, its family's defaults filled in.

    A key of the outlet replaces the family's; the keys of `[article]` do so one by one.
    Raises OutletError with one line that names the file, the key and the mend.
    """
    label = path_label(path)
    own = _read_toml(path, label)
    family = _family_of(own, label)
    merged = family | own
    if isinstance(own.get("article", {}), dict):
        merged["article"] = family.get("article", {}) | own.get("article", {})
    try:
        return OutletTable(**merged)
    except ValidationError as error:
        raise OutletError(f"{label}: {_first_problem(error)}") from None


def path_label(path: Path) -> str:
    """How messages call a file: `outlets/klikjateng.toml` for ours, the given path for others."""
    folder = Path(__file__).parent
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _read_toml(path: Path, label: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise OutletError(f"{label}: not valid TOML: {error}") from None
    except UnicodeDecodeError as error:
        raise OutletError(f"{label}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise OutletError(f"{label}: cannot be read: {error.strerror}") from None


@cache
def _families() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FAMILIES_FOLDER.glob("*.toml")))


def _family_of(own: dict[str, Any], label: str) -> dict[str, Any]:
    name = own.get("family")
    known = _families()
    if name is None:
        raise OutletError(f"{label}: family: missing; add `family = …`, one of {', '.join(known)}")
    if name not in known:
        close = get_close_matches(str(name), known, n=1)
        mend = f"did you mean `{close[0]}`?" if close else f"known: {', '.join(known)}"
        raise OutletError(f"{label}: family: unknown family {name!r}; {mend}")
    return _family(FAMILIES_FOLDER / f"{name}.toml")


@cache
def _family(path: Path) -> dict[str, Any]:
    """What the file of a family says; never changed by those who read it."""
    return _read_toml(path, path_label(path))


def _first_problem(error: ValidationError) -> str:
    problem = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    location, kind = problem["loc"], problem["type"]
    key = _key(location)
    if kind == "extra_forbidden":
        return f"{key}: unknown key{_did_you_mean(location)}"
    if kind == "missing":
        last = location[-1]
        lacking = f"[[{last}]] table" if last in ("source", "example") else f"line `{last} = …`"
        return f"{key}: missing; add a {lacking}"
    message = problem["msg"].removeprefix("Value error, ")
    return f"{key}: {message[0].lower()}{message[1:]} (got {problem['input']!r})"


def _key(location: tuple[int | str, ...]) -> str:
    key = ""
    for part in location:
        key += f"[{part}]" if isinstance(part, int) else f".{part}" if key else part
    return key


def _did_you_mean(location: tuple[int | str, ...]) -> str:
    model: type[BaseModel] = OutletTable
    for part in location[:-1]:
        if isinstance(part, str):
            model = _table_type(model.model_fields[part].annotation)
    close = get_close_matches(str(location[-1]), list(model.model_fields), n=1)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known keys here: {', '.join(model.model_fields)}"


def _table_type(annotation: Any) -> type[BaseModel]:
    candidates = [annotation, *get_args(annotation)]
    return next(c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
