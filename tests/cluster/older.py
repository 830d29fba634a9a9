"""Our own command as an older Piagam would be, to be forked."""

from crawler.cluster import crew
from tests.forked import piagam as command

VERSION = "0.0.9"


def piagam(*arguments: str) -> int:
    crew.__version__ = VERSION  # type: ignore[attr-defined]
    return command(*arguments)
