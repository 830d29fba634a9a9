"""Takes files of another archive over: whole, under a name that says what they hold."""

import os
from hashlib import sha256
from pathlib import Path

from crawler.archive.shelf import OPEN, ArchiveError

_CHUNK = 1 << 20
_KIND = ".warc.gz"


def copy_file(source: Path, target: Path, file: str) -> str | None:
    """Copy `file` of the archive at `source`; its name in the archive at `target`.

    The same content gets the same name. None when it is not there: it was swept away. ArchiveError
    when it cannot be written; nothing half is left then.
    """
    path = source / file
    if not path.exists():
        path = path.with_name(path.name + OPEN)
    if not path.exists():
        return None
    name = _named(file, _digest(path))
    if not (target / name).exists():
        _copy(path, target / name)
    return name


def _named(file: str, digest: str) -> str:
    stem = file.removesuffix(_KIND).removesuffix(f".{digest}")
    return f"{stem}.{digest}{_KIND}"


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()[:12]


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as reader, part.open("wb") as writer:
            while chunk := reader.read(_CHUNK):
                writer.write(chunk)
            writer.flush()
            os.fsync(writer.fileno())
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ArchiveError(
            f"{target}: cannot be written: {error.strerror}; make room and merge again"
        ) from None
