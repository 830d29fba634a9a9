"""Jinja2 templates of the newsroom: the same values always give the same bytes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crawler.newsroom.body import parts_of, whole
from crawler.newsroom.dates import full_date, http_date, iso, short_date, since
from crawler.newsroom.edition import variant
from crawler.newsroom.site import HTML, TEXT, XML, Answer, Page, Visit
from crawler.newsroom.slugs import heading_of, slug_of

_TEMPLATES = Path(__file__).parent / "templates"
_TYPES = {".html": HTML, ".txt": TEXT, ".xml": XML}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The templates of one site, and what all of them are given."""

    folder: str
    home: str
    """The site's address, without a slash at its end."""
    values: Callable[[Visit], Mapping[str, object]]
    """What is the site's own; visit, edition and home are given by the theme."""

    def page(
        self,
        template: str,
        visit: Visit,
        *,
        content_type: str | None = None,
        status: int = HTTPStatus.OK,
        **own: object,
    ) -> Answer:
        """The answer that a template makes, by its name without `.j2`, of `own` values too."""
        edition = visit.edition
        given = {"visit": visit, "edition": edition, "home": self.home, **self.values(visit)}
        return Answer(
            status=status,
            body=render(f"{self.folder}/{template}.j2", **{**given, **own}).encode(),
            content_type=content_type or _TYPES[PurePath(template).suffix],
            last_modified=edition.last_modified,
        )

    def plain(self, template: str) -> Page:
        """A page that needs nothing but what its pattern found in the path."""

        def shown(visit: Visit, match: re.Match[str]) -> Answer:
            own: dict[str, Any] = match.groupdict()
            return self.page(template, visit, **own)

        return shown

    def missing(self, visit: Visit) -> Answer:
        """The 404 page."""
        return self.page("missing.html", visit, status=HTTPStatus.NOT_FOUND)


def render(template: str, **values: object) -> str:
    """The text a template makes; a value it needs and does not get is an error."""
    return _ENVIRONMENT.get_template(template).render(values)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters.update(
        full_date=full_date,
        short_date=short_date,
        http_date=http_date,
        since=since,
        iso=iso,
        parts=parts_of,
        whole=whole,
        heading=heading_of,
        slug=slug_of,
        variant=variant,
    )
    return environment


_ENVIRONMENT = _environment()
