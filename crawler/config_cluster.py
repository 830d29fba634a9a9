"""`[cluster]` of piagam.toml: how the machines of a cluster know one another."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict


class ClusterConfig(BaseModel):
    """`[cluster]`: the same on each machine; without it a cluster stays on loopback."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ca: Path | None = None
    """The certificate (PEM) of the cluster's own authority; it signs nothing else."""
    cert: Path | None = None
    """This machine's certificate (PEM), signed by that authority."""
    key: Path | None = None
    """The key of that certificate (PEM)."""
    token_file: Path | None = None
    """A file with the secret that seals orders."""

    def within(self, folder: Path) -> "ClusterConfig":
        """The same with paths that count from the folder."""
        paths = {name: path and folder / path for name, path in self}
        return self.model_copy(update=paths)
