"""piagam.toml -> one frozen Config; unknown keys and wrong values are one clear line each."""

import os
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from crawler.config_channels import ChannelConfig, misnamed, with_urls
from crawler.config_cluster import ClusterConfig
from crawler.config_feeds import FeedsConfig
from crawler.config_files import misplaced
from crawler.config_newsroom import NewsroomConfig
from crawler.config_serve import ServeConfig
from crawler.config_subscriptions import SubscriptionConfig, check_addresses
from crawler.config_words import DELIMITER, PREFIX, first_problem, unreadable_variable
from crawler.hours import Hours
from crawler.told_errors import ToldError
from storage.copying import backups_folder

CONFIG_NAME = "piagam.toml"
OUTLETS = "outlets"
_LONGEST = 1 << 20
_NOBODY = "no-contact-given"


class ConfigError(ToldError):
    """The configuration cannot be used; the message names file, key and mend."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CrawlConfig(_Section):
    """`[crawl]`: what is read and how gently."""

    outlets: tuple[str, ...] = ()
    """Outlet names to crawl; empty means all that are enabled."""
    outlets_folder: Path | None = None
    """A folder of further outlet files, beside those that Piagam ships.

    Without it the folder OUTLETS beside the configuration is taken, if there is one.
    """
    delay: Annotated[float, Field(ge=0, le=600)] = 2.0
    """Seconds between two requests to one host, unless robots.txt or the outlet asks for more."""
    budget: Annotated[int, Field(ge=1)] = 2000
    """Requests per outlet and run."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    """Seconds for one response."""
    minutes_per_outlet: Annotated[float, Field(gt=0, le=1440)] = 240.0
    """How long one outlet may take of a run."""
    hours: str | None = None
    """When outlets may be asked, `22:00-05:00` in watch.zone; None: at any hour."""

    @field_validator("hours")
    @classmethod
    def _is_span(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                Hours.parse(value, "UTC")
            except ValueError as error:
                raise ValueError(f"{value!r} is {error}") from None
        return value


class ArchiveConfig(_Section):
    """`[archive]`: the responses as they came, kept so that better rules can read them again."""

    folder: Path | None = None
    """None: beside the store, `piagam.archive`."""
    keep_days: Annotated[int, Field(ge=0)] = 365
    """Files older than this are deleted after a crawl; 0 keeps no archive at all."""
    file_mb: Annotated[int, Field(ge=1, le=10_000)] = 1000
    """A file that would grow beyond this is closed, and another begun."""


class BackupConfig(_Section):
    """`[backup]`: copies of the store, made after each nightly crawl."""

    folder: Path | None = None
    """None: beside the store, `piagam.backups`."""
    keep: Annotated[int, Field(ge=0)] = 7
    """The latest so many stay; 0: none is made by itself."""
    keep_weekly: Annotated[int, Field(ge=0)] = 4
    """Of so many weeks before, the last one stays too."""


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
    """Who gets every award of the families public-service and governance, at once."""
    ca_file: Path | None = None
    """Certificates (PEM) to trust in place of the system's, for a mail server of your own."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    most_at_once: Annotated[int, Field(ge=1)] = 50
    """Single mails that one person gets in a day; what is more comes in one digest."""
    per_minute: Annotated[int, Field(ge=1)] = 120
    """Mails that are handed over in a minute at most."""

    @field_validator("sender")
    @classmethod
    def _is_address(cls, value: str) -> str:
        return check_addresses((value,))[0]

    @field_validator("to")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return check_addresses(value)


class WatchConfig(_Section):
    """`[watch]`: when the nightly crawl runs."""

    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "01:30"
    zone: str = "Asia/Jakarta"
    limit_minutes: Annotated[int, Field(ge=1)] = 300
    """A crawl that takes longer is ended by its process group and reported."""
    silent_hours: Annotated[int, Field(ge=1)] = 36
    """Without a good crawl for so long the people in `tell` get a mail."""
    tell: tuple[str, ...] = ()
    """Who is told when crawls fail for long, and when all is well again."""
    ping_url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """Asked after each good crawl; whoever stands behind it notices when it is not."""
    metrics_file: Path | None = None
    """Where figures for Prometheus are written, `piagam.prom`; None: nowhere."""

    @field_validator("tell")
    @classmethod
    def _is_address(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return check_addresses(value)

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


class Config(BaseSettings):
    """Everything an operator can set; values come from piagam.toml, then PIAGAM_* variables."""

    model_config = SettingsConfigDict(
        extra="forbid", frozen=True, env_prefix=PREFIX, env_nested_delimiter=DELIMITER
    )

    store: Path = Path("piagam.sqlite")
    contact: Annotated[str, Field(min_length=3, pattern=r"^[^\s;()]+$")]
    """A page or address where an outlet's staff can reach the operator; sent in the User-Agent."""
    crawl: CrawlConfig = CrawlConfig()
    archive: ArchiveConfig = ArchiveConfig()
    backup: BackupConfig = BackupConfig()
    mail: MailConfig = MailConfig()
    watch: WatchConfig = WatchConfig()
    subscription: tuple[SubscriptionConfig, ...] = ()
    """Each `[[subscription]]`: who gets what, beside the people of mail.to."""
    channel: tuple[ChannelConfig, ...] = ()
    """Each `[[channel]]`: a way beside mail that subscriptions may name."""
    feeds: FeedsConfig = FeedsConfig()
    serve: ServeConfig = ServeConfig()
    cluster: ClusterConfig = ClusterConfig()
    newsroom: NewsroomConfig | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who is told, as written: addresses, and channels by their names."""
        return (*self.mail.to, *(each for one in self.subscription for each in one.people))

    @property
    def has_mail(self) -> bool:
        """Whether anybody gets mail."""
        return bool(self.mail.to or any(each.to for each in self.subscription))

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
        raise ConfigError(first_problem(error, path, Config)) from None
    except SettingsError:
        raise ConfigError(unreadable_variable(Config)) from None
    if problem := misnamed(config.channel, config.subscription):
        raise ConfigError(f"{path}: {problem}")
    config = config.model_copy(update={"channel": with_urls(config.channel, os.environ)})
    if not config.store.name:
        raise ConfigError(f"{path}: store: names no file; write piagam.sqlite")
    config = _resolve_paths(config, path.parent)
    metrics = config.watch.metrics_file
    files = {"store": config.store, **config.feeds.files, "watch.metrics_file": metrics}
    if problem := misplaced(files, path):
        raise ConfigError(f"{path}: {problem}")
    return config


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
    elif (folder / OUTLETS).is_dir():
        crawl = crawl.model_copy(update={"outlets_folder": folder / OUTLETS})
    mail = config.mail
    if mail.ca_file is not None:
        mail = mail.model_copy(update={"ca_file": folder / mail.ca_file})
    store = folder / config.store
    place = config.archive.folder
    place = store.with_suffix(".archive") if place is None else folder / place
    archive = config.archive.model_copy(update={"folder": place})
    copies = config.backup.folder
    copies = backups_folder(store) if copies is None else folder / copies
    backup = config.backup.model_copy(update={"folder": copies})
    watch, metrics = config.watch, config.watch.metrics_file
    if metrics is not None:
        watch = watch.model_copy(update={"metrics_file": folder / metrics})
    parts = {
        "watch": watch,
        "store": store,
        "crawl": crawl,
        "mail": mail,
        "archive": archive,
        "backup": backup,
        "feeds": config.feeds.within(folder),
        "cluster": config.cluster.within(folder),
    }
    return config.model_copy(update=parts)


def find_config(given: Path | None) -> Path:
    """The file to use: the one given, else $PIAGAM_CONFIG, else piagam.toml in this folder."""
    return given or Path(os.environ.get("PIAGAM_CONFIG", CONFIG_NAME))
