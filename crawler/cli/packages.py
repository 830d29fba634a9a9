"""What to do where a Python package that the code needs is missing, or older than the code.

Imports nothing but the standard library: any other package may be the one that is missing.
"""

from pathlib import Path

import crawler

_OURS = frozenset({"crawler", "storage", "spiders"})


def how_to_mend(error: ImportError) -> str | None:
    """One line: what is missing, and what to do; None for a module of ours, which is a bug."""
    package = (error.name or "").partition(".")[0]
    if not package or package in _OURS:
        return None
    return f"{error}: the installed packages do not fit this Piagam; {_mend()}"


def _mend() -> str:
    checkout = Path(crawler.__file__).resolve().parents[1]
    if not (checkout / "dev").is_file():
        return "install it again, with its packages"
    return f"run `./dev setup` in {checkout} (where that changes nothing, remove .venv first)"
