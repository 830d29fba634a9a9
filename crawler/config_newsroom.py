"""`[newsroom]` of piagam.toml: the bundled outlets on loopback instead of the network."""

from datetime import date, time
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class NewsroomConfig(BaseModel):
    """`[newsroom]`: lets a crawl read the bundled outlets on loopback instead of the network."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Annotated[str, Field(pattern=r"^(127\.\d+\.\d+\.\d+|localhost):\d+$")]
    """Where the newsroom listens, `127.0.0.1:8790`."""
    today: date
    """The calendar day the newsroom plays; dated index pages are walked back from it."""
    now: time | None = None
    """The time of day, in watch.zone, at which it begins; None: the machine's own clock."""
