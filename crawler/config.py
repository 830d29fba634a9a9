"""piagam.toml -> one frozen Config; unknown keys and wrong values are one clear line each."""

import os
import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

CONFIG_NAME = "piagam.toml"
_NOBODY = "no-contact-given"


class ConfigError(Exception):
    """The configuration cannot be used; the message names file, key and mend."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CrawlConfig(_Section):
    """`[crawl]`: what is read and how gently."""

    outlets: tuple[str, ...] = ()
    """Outlet names to crawl; empty means all that are enabled."""
    outlets_folder: Path | None = None
    """A folder of further outlet files, beside those that Piagam ships."""
    delay: Annotated[float, Field(ge=0, le=600)] = 2.0
    """Seconds between two requests to one host, unless robots.txt or the outlet asks for more."""
    budget: Annotated[int, Field(ge=1)] = 2000
    """Requests per outlet and run."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    """Seconds for one response."""


class MailConfig(_Section):
    """`[mail]`: the SMTP server and who gets the alerts."""

    host: str = "localhost"
    port: Annotated[int, Field(ge=1, le=65535)] = 25
    security: Literal["none", "starttls", "tls"] = "none"
    user: str | None = None
    password: str | None = None
    """Better given as the environment variable PIAGAM_MAIL__PASSWORD."""
    sender: str = "Piagam <piagam@localhost>"
    to: tuple[str, ...] = ()
    ca_file: Path | None = None
    """Certificates (PEM) to trust in place of the system's, for a mail server of your own."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0

    @field_validator("sender", "to", mode="after")
    @classmethod
    def _is_address(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for address in (value,) if isinstance(value, str) else value:
            if "@" not in address or "\n" in address or "\r" in address:
                raise ValueError(f"{address!r} is no e-mail address; write name@example.org")
        return value


class WatchConfig(_Section):
    """`[watch]`: when the nightly crawl runs."""

    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "01:30"
    zone: str = "Asia/Jakarta"
    limit_minutes: Annotated[int, Field(ge=1)] = 300
    """A crawl that takes longer is ended by its process group and reported."""

    @field_validator("zone")
    @classmethod
    def _is_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(
                f"{value!r} is no time zone; write for instance Asia/Jakarta"
            ) from None
        return value


class NewsroomConfig(_Section):
    """`[newsroom]`: lets a crawl read the bundled outlets on loopback instead of the network."""

    address: Annotated[str, Field(pattern=r"^(127\.\d+\.\d+\.\d+|localhost):\d+$")]
    """Where the newsroom listens, `127.0.0.1:8790`."""
    today: date
    """The calendar day the newsroom plays; dated index pages are walked back from it."""


class Config(BaseSettings):
    """Everything an operator can set; values come from piagam.toml, then PIAGAM_* variables."""

    model_config = SettingsConfigDict(
        extra="forbid", frozen=True, env_prefix="PIAGAM_", env_nested_delimiter="__"
    )

    store: Path = Path("piagam.sqlite")
    contact: Annotated[str, Field(min_length=3, pattern=r"^[^\s;()]+$")]
    """A page or address where an outlet's staff can reach the operator; sent in the User-Agent."""
    crawl: CrawlConfig = CrawlConfig()
    mail: MailConfig = MailConfig()
    watch: WatchConfig = WatchConfig()
    newsroom: NewsroomConfig | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables of the environment win over the file; nothing else is read."""
        return env_settings, init_settings


def load_config(path: Path, *, contact_needed: bool = True) -> Config:
    """Read and check the file at `path`; relative paths in it are relative to its folder.

    A command that asks no server can do without a contact.

    Raises ConfigError with one line that names the file, the key and the mend.
    """
    values = _read_toml(path)
    if not contact_needed:
        values.setdefault("contact", _NOBODY)
    try:
        config = Config(**values)
    except ValidationError as error:
        raise ConfigError(f"{path}: {_first_problem(error)}") from None
    return _resolve_paths(config, path.parent)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file; `piagam init` writes one") from None
    except IsADirectoryError:
        raise ConfigError(f"{path}: is a folder; name the file, {path / CONFIG_NAME}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _resolve_paths(config: Config, folder: Path) -> Config:
    crawl = config.crawl
    if crawl.outlets_folder is not None:
        crawl = crawl.model_copy(update={"outlets_folder": folder / crawl.outlets_folder})
    mail = config.mail
    if mail.ca_file is not None:
        mail = mail.model_copy(update={"ca_file": folder / mail.ca_file})
    return config.model_copy(update={"store": folder / config.store, "crawl": crawl, "mail": mail})


def _first_problem(error: ValidationError) -> str:
    problem = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{key}: unknown key{_did_you_mean(problem['loc'])}"
    if problem["type"] == "missing":
        return f"{key}: missing; add a line `{problem['loc'][-1]} = …`"
    if problem["type"] == "value_error":
        return f"{key}: {problem['msg'].removeprefix('Value error, ')}"
    message = problem["msg"]
    return f"{key}: {message[0].lower()}{message[1:]} (got {problem['input']!r})"


def _did_you_mean(location: tuple[int | str, ...]) -> str:
    model: type[BaseModel] = Config
    for part in location[:-1]:
        annotation = model.model_fields[str(part)].annotation
        candidates = [annotation, *get_args(annotation)]
        model = next(c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
    known = list(model.model_fields)
    close = get_close_matches(str(location[-1]), known, n=1)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known keys here: {', '.join(known)}"


def find_config(given: Path | None) -> Path:
    """The file to use: the one given, else $PIAGAM_CONFIG, else piagam.toml in this folder."""
    return given or Path(os.environ.get("PIAGAM_CONFIG", CONFIG_NAME))
