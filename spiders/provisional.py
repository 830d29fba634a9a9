"""An outlet of which only the home page and the family are known: every address may be a story."""

import tempfile
from pathlib import Path

from spiders.drafts import Draft, name_for, written
from spiders.outlet import Outlet, load_outlet

_ANY = "^/."


def provisional_outlet(home: str, family: str) -> Outlet:
    """The outlet at `home`, read by the rules of its family alone."""
    host = home.split("/")[2].partition(":")[0]
    draft = Draft(
        name=name_for(host),
        title=host,
        home=home,
        hosts=(host,),
        family=family,
        address=(_ANY,),
        articles=(f"{home}a",),
        sources=(),
    )
    text = written(draft)
    if family == "portal":
        text = text.replace(
            "[article]", f'[[source]]\nkind = "listing"\nurl = "{home}"\n\n[article]'
        )
    return loaded(text, draft.name)


def loaded(text: str, name: str) -> Outlet:
    """The outlet that a file with this text describes. Raises OutletError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        return load_outlet(path)
