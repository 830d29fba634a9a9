"""piagam.toml -> one frozen Config; unknown keys and wrong values are one clear line each."""

import json
import os
import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

CONFIG_NAME = "piagam.toml"
_PREFIX, _DELIMITER = "PIAGAM_", "__"
_LONGEST = 1 << 20
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
        extra="forbid", frozen=True, env_prefix=_PREFIX, env_nested_delimiter=_DELIMITER
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
        raise ConfigError(_first_problem(error, path)) from None
    except SettingsError:
        raise ConfigError(_unreadable_variable()) from None
    return _resolve_paths(config, path.parent)


def place_of(path: Path, *key: str) -> str:
    """Where the value of a key comes from: its variable of the environment, else file and key."""
    name = (_PREFIX + _DELIMITER.join(key)).upper()
    found = next((each for each in os.environ if each.upper() == name), None)
    return found or f"{path}: {'.'.join(key)}"


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST + 1).decode("utf-8-sig")
        if len(text) > _LONGEST:
            raise ConfigError(f"{path}: is too long for a configuration; name another file")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file; `piagam init` writes one") from None
    except IsADirectoryError:
        raise ConfigError(f"{path}: is a folder; name the file, {path / CONFIG_NAME}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8 in your editor"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
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


def _first_problem(error: ValidationError, path: Path) -> str:
    problem = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    keys = [part for part in problem["loc"] if isinstance(part, str)]
    place = place_of(path, *keys)
    match problem["type"]:
        case "extra_forbidden":
            return f"{place}: unknown key{_did_you_mean(problem['loc'])}"
        case "missing":
            return f"{place}: missing; add a line `{keys[-1]} = …`"
        case "value_error":
            return f"{place}: {problem['msg'].removeprefix('Value error, ')}"
        case "string_pattern_mismatch":
            return f"{place}: {problem['input']!r} {_PATTERNS['.'.join(keys)]}"
        case "model_type":
            return f"{place}: is a table; write its keys under a line [{'.'.join(keys)}]"
        case kind:
            message = _KINDS.get(kind) or f"{problem['msg'][0].lower()}{problem['msg'][1:]}"
    return f"{place}: {message} (got {problem['input']!r})"


_KINDS = {
    "tuple_type": 'write a list, such as ["a", "b"]',
    "string_type": 'write text in quotes, "…"',
    "path_type": 'write a path in quotes, "…"',
    "int_parsing": "write a whole number",
    "float_parsing": "write a number",
}
"""What to say of a value of the wrong kind."""
_PATTERNS = {
    "contact": "cannot be sent in a header; write a web page or address without space, ; ( or )",
    "watch.at": "is no time of day; write for instance 01:30",
    "newsroom.address": "is no loopback address; write for instance 127.0.0.1:8790",
}
"""What to say of a value that does not fit its key's pattern."""


def _unreadable_variable() -> str:
    """Which variable of the environment cannot be read, and how to write it."""
    for name, value in os.environ.items():
        sample = _sample(name)
        if sample is not None:
            try:
                json.loads(value)
            except ValueError:
                return f"{name}: write it as JSON, {name}='{sample}'"  # may hold a password
    return f'a variable {_PREFIX}… cannot be read; write lists as JSON, ["a", "b"]'


def _sample(variable: str) -> str | None:
    """How a list or a table is written in this variable; None where it holds one value."""
    if not variable.upper().startswith(_PREFIX):
        return None
    model: type[BaseModel] = Config
    *tables, last = variable[len(_PREFIX) :].lower().split(_DELIMITER)
    for table in tables:
        inner = _table_of(model, table)
        if inner is None:
            return None
        model = inner
    if _table_of(model, last) is not None:
        return '{"key": "value"}'
    field = model.model_fields.get(last)
    return '["a", "b"]' if field is not None and get_origin(field.annotation) is tuple else None


def _table_of(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    field = model.model_fields.get(key)
    if field is None:
        return None
    candidates = (field.annotation, *get_args(field.annotation))
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)


def _did_you_mean(location: tuple[int | str, ...]) -> str:
    model: type[BaseModel] = Config
    for part in location[:-1]:
        model = _table_of(model, str(part)) or model
    known = list(model.model_fields)
    close = get_close_matches(str(location[-1]), known, n=1)
    if close:
        return f"; did you mean `{close[0]}`?"
    return f"; known keys here: {', '.join(known)}"


def find_config(given: Path | None) -> Path:
    """The file to use: the one given, else $PIAGAM_CONFIG, else piagam.toml in this folder."""
    return given or Path(os.environ.get("PIAGAM_CONFIG", CONFIG_NAME))
