"""`[serve]` in piagam.toml: the analysts' window and who may do what in it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

_HASH = r"^pbkdf2_sha256\$\d{4,8}\$[0-9A-Za-z]+\$[0-9A-Za-z+/=]+$"
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Account = Annotated[str, Field(pattern=_HASH)]


class ServeConfig(BaseModel):
    """`[serve]`"""

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: Annotated[str, Field(pattern=r"^[0-9A-Za-z.:-]+$")] = "127.0.0.1"
    """Where it listens; loopback, unless a server of yours stands in front of it."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8001
    names: tuple[Annotated[str, Field(pattern=r"^[0-9A-Za-z.:\[\]-]+$")], ...] = ()
    """Host names under which browsers ask for it, beside those of loopback: `piagam.example.id`."""
    private_text: bool = False
    """Whether the texts of articles are for those alone who are signed in."""
    accounts: dict[str, Account] = {}
    """Who may sign in and correct: a name and what `piagam serve --password NAME` prints for it."""
    tokens: dict[str, Digest] = {}
    """Whose scripts may do the same: a name and what `piagam serve --token NAME` prints for it."""

    @field_validator("accounts", "tokens")
    @classmethod
    def _are_names(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            if not name.isprintable() or not name.strip() or "_password_hash" in name:
                raise ValueError(f"{name!r} is no name; write letters, accounts.ani")
        return value
