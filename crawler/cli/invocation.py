"""What the global options of one call say, handed to each command through typer's context."""

from dataclasses import dataclass
from pathlib import Path

import typer

from crawler.config import Config, find_config, load_config


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """One call of `piagam`."""

    config_given: Path | None
    """`--config`, if it was given."""

    @property
    def config_path(self) -> Path:
        """The configuration file that counts."""
        return find_config(self.config_given)

    def config(self) -> Config:
        """Read the configuration. Raises ConfigError."""
        return load_config(self.config_path)


def invocation(context: typer.Context) -> Invocation:
    """The call that a command belongs to."""
    return context.ensure_object(Invocation)
