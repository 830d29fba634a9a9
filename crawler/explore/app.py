"""Puts the window together: Datasette on the store, our plugin in it, the guard in front."""

import base64
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from datasette.app import Datasette
from datasette.plugins import pm

from crawler.explore.bearers import recognised
from crawler.explore.bounds import bounded
from crawler.explore.options import WindowOptions
from crawler.explore.routes import ROUTES
from crawler.explore.safety import App, guarded
from crawler.explore.sheets import harmless_sheets
from crawler.explore.signing_in import LOGIN, LOGOUT, SignIn
from crawler.explore.window import Window

SETTINGS = {
    "allow_download": False,
    "allow_csv_stream": True,
    "cache_size_kb": 64_000,
    "default_page_size": 50,
    "facet_time_limit_ms": 200,
    "max_csv_mb": 50,
    "max_returned_rows": 1_000,
    "num_sql_threads": 3,
    "sql_time_limit_ms": 1_000,
    "suggest_facets": False,
    "truncate_cells_html": 300,
}
"""Of Datasette's own pages: limits for queries that anybody may write."""
_INLINE = ("_close_open_menus.html", "_codemirror_foot.html")
_DEFAULT_HANDLER = "datasette.handle_exception"
_ALLOW_FACET = "DATASETTE_ALLOW_FACET = true;"


@contextmanager
def opened(options: WindowOptions) -> Iterator[App]:
    """The window as an ASGI app, for as long as the block lasts."""
    folder = Path(str(resources.files("crawler.explore")))
    window, sign_in = Window(options), SignIn(options=options)
    datasette = Datasette(
        [str(options.store)],
        settings=SETTINGS,
        metadata={"title": "Piagam"},
        template_dir=str(folder / "templates"),
        static_mounts=[("window", str(folder / "static"))],
        secret=options.secret,
    )
    window.datasette = sign_in.datasette = datasette
    window.database = next(name for name in datasette.databases if name != "_internal")
    # Its own handler prints every 404 with all local variables on standard error.
    default = pm.unregister(name=_DEFAULT_HANDLER)
    pm.register(window)
    pm.register(sign_in)
    try:
        yield _behind_its_guards(datasette.app(), options)
    finally:
        pm.unregister(sign_in)
        pm.unregister(window)
        pm.register(default, _DEFAULT_HANDLER)


def _behind_its_guards(app: App, options: WindowOptions) -> App:
    """The first to see a request is the last here."""
    forms = [LOGIN, LOGOUT, *(route.pattern for route in ROUTES if route.take is not None)]
    known = recognised(app, options.tokens)
    plain = bounded(harmless_sheets(known), forms)
    return guarded(plain, names=options.names, inline_policy=_inline_policy())


def _inline_policy() -> str:
    """For Datasette's own pages: its few scripts by their digests, its styles in place."""
    own = Path(str(resources.files("datasette"))) / "templates"
    scripts = [_ALLOW_FACET]
    for name in _INLINE:
        scripts += re.findall(r"<script>(.*?)</script>", (own / name).read_text(), re.DOTALL)
    digests = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self' {digests}; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
