"""`[feeds]` of piagam.toml: files that feed readers and calendars can follow."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class FeedsConfig(BaseModel):
    """`[feeds]`; what has no file is not written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    atom: Path | None = None
    """The latest awards, `awards.atom`."""
    calendar: Path | None = None
    """The expected announcements, `awards.ics`."""
    address: Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$")] | None = None
    """Where the files can be fetched, without their names; None: nowhere."""

    @property
    def files(self) -> dict[str, Path | None]:
        """What is written, by key."""
        return {"feeds.atom": self.atom, "feeds.calendar": self.calendar}

    def within(self, folder: Path) -> "FeedsConfig":
        """The same with paths that count from the folder."""
        paths = {
            name: None if path is None else folder / path
            for name, path in (("atom", self.atom), ("calendar", self.calendar))
        }
        return self.model_copy(update=paths)
