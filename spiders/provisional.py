"""An outlet of which only the home page and the family are known: every address may be a story."""

import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from crawler.extraction.rules import ArticleRules
from spiders.drafts import Draft, name_for, written
from spiders.outlet import Outlet, Source, SourceKind, load_outlet
from spiders.outlet_file import FAMILIES_FOLDER, OutletError

_ANY = "^/."
_ANY_QUERY = r"^/\?."


def provisional_outlet(home: str, family: str) -> Outlet:
    """The outlet at `home`, read by the rules of its family alone."""
    host = urlsplit(home).hostname or ""
    draft = Draft(
        name=name_for(host),
        title=host,
        home=home,
        hosts=(host,),
        family=family,
        address=(_ANY, _ANY_QUERY),
        articles=(f"{home}a",),
        sources=() if has_sources(family) else (home_page(home),),
    )
    return loaded(written(draft), draft.name)


def home_page(home: str) -> Source:
    """Every link of the home page."""
    return Source(kind=SourceKind.LISTING, url=home, pages=1)


def has_sources(family: str) -> bool:
    """Whether the family's file says where stories are listed."""
    with (FAMILIES_FOLDER / f"{family}.toml").open("rb") as file:
        return "source" in tomllib.load(file)


def family_rules(family: str) -> ArticleRules:
    """How the family reads; without addresses where it leaves those to its outlets."""
    draft = Draft(name="a", title="a", home="https://a.id/", hosts=("a.id",), family=family)
    draft = replace(draft, sources=(home_page(draft.home),), others=(draft.home,))
    try:
        return loaded(written(draft), draft.name).rules
    except OutletError:
        rules = loaded(written(replace(draft, address=(_ANY,))), draft.name).rules
        return replace(rules, address=())


def loaded(text: str, name: str) -> Outlet:
    """The outlet that a file with this text describes. Raises OutletError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return load_outlet(path)
