"""Files that others read at any moment: written whole, then put in place."""

import logging
from pathlib import Path

log = logging.getLogger(__name__)


def replace_file(path: Path, text: str) -> None:
    """Write the file whole; one that cannot be written is one line of the log."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError as error:
        log.error("%s: cannot be written: %s", path, error.strerror)
