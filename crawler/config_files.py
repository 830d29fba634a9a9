"""Which files piagam.toml lets Piagam write, each its own: none may take the place of another."""

from collections.abc import Mapping
from pathlib import Path


def misplaced(files: Mapping[str, Path | None], config: Path) -> str | None:
    """The first key whose file is the configuration, its folder, or another key's; with the mend.

    `files` are by key, the one that must not be lost first; None is not written.
    """
    folder = config.resolve().parent
    owners = {config.resolve(): "the configuration", folder: "the folder of the configuration"}
    for key, path in files.items():
        if path is None:
            continue
        owner = owners.setdefault(path.resolve(), key)
        if owner != key:
            return f"{key}: {path} is {owner} already; name another file"
    return None
