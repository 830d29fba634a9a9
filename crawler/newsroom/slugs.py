"""Names as addresses hold them, and the headings that lists make of addresses."""

from collections.abc import Iterable


def slug_of(name: str) -> str:
    """`Berita Kabupaten Tegal` -> `berita-kabupaten-tegal`."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def heading_of(slug: str) -> str:
    """`berita-daerah` -> `Berita Daerah`."""
    return slug.replace("-", " ").title()


def spelled(slug: str, names: Iterable[str]) -> str:
    """The first of `names` that has this slug; StopIteration when none has it."""
    return next(name for name in names if slug_of(name) == slug)
