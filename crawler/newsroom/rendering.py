"""Jinja2 templates of the newsroom: the same values always give the same bytes."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from crawler.newsroom.body import parts_of
from crawler.newsroom.dates import WIB, full_date, http_date, short_date, since
from crawler.newsroom.site import HTML, Answer, Edition, variant

_TEMPLATES = Path(__file__).parent / "templates"


def page(
    template: str,
    edition: Edition,
    values: Mapping[str, object] | None = None,
    *,
    status: int = 200,
    content_type: str = HTML,
) -> Answer:
    """The answer that a template makes of an edition and its own values."""
    return Answer(
        status=status,
        body=render(template, edition=edition, **(values or {})).encode(),
        content_type=content_type,
        last_modified=edition.last_modified,
    )


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
        iso=_iso,
        parts=parts_of,
        heading=_heading,
        slug=slug_of,
        variant=variant,
    )
    return environment


def slug_of(name: str) -> str:
    """`Berita Kabupaten Tegal` -> `berita-kabupaten-tegal`."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def _heading(slug: str) -> str:
    """`berita-daerah` -> `Berita Daerah`."""
    return slug.replace("-", " ").title()


def _iso(at: datetime) -> str:
    return at.astimezone(WIB).isoformat(timespec="seconds")


_ENVIRONMENT = _environment()
