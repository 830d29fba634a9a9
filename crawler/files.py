"""Files that others read at any moment: written whole, then put in place."""

import logging
from pathlib import Path

log = logging.getLogger(__name__)


def write_whole(path: Path, content: bytes) -> None:
    """Write the file whole, in a folder that is made where it is missing. Raises OSError."""
    fresh = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.write_bytes(content)
    fresh.replace(path)


def replace_file(path: Path, text: str) -> None:
    """Write the file whole; one that cannot be written is one line of the log."""
    try:
        write_whole(path, text.encode())
    except OSError as error:
        log.error("%s: cannot be written: %s", path, error.strerror)
