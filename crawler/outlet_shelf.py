"""The settings of Scrapy, and the outlets that can be crawled."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Protocol

from scrapy import Spider
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from crawler.addon import apply_config
from crawler.config import Config, ConfigError


class OutletShelf(Protocol):
    """The spider loader, as far as this package knows it."""

    outlets: Mapping[str, Any]
    """Each outlet's description by name; `name`, `title`, `enabled`, `reason`, `path` and more."""
    problems: Mapping[str, str]
    """One line for each outlet file that cannot be used, by name."""

    def load(self, spider_name: str) -> type[Spider]:
        """The spider class of an outlet."""


def scrapy_settings(config: Config | None = None) -> Settings:
    """The Scrapy settings of this project with `config` laid over them."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("ADDONS", {}, priority="project")  # it would read piagam.toml a second time
    if config is not None:
        apply_config(settings, config)
    return settings


def outlet_shelf(settings: Settings) -> OutletShelf:
    """The outlets that can be crawled. Raises ConfigError when their folder cannot be read."""
    shelf: OutletShelf = load_object(settings["SPIDER_LOADER_CLASS"])(settings)
    return shelf


def unknown_outlet(name: str, known: Iterable[str]) -> str:
    """The line for a name that no outlet has."""
    close = get_close_matches(name, list(known), n=1)
    mend = f"did you mean {close[0]}?" if close else "`piagam outlets list` shows all there are"
    return f"no outlet {name!r}; {mend}"


def check_enabled(outlet: Any) -> None:
    """Raises ConfigError for an outlet that may not be asked, with the reason in its file."""
    if not outlet.enabled:
        why = outlet.reason or "no reason given"
        raise ConfigError(f"{outlet.name} is not enabled: {why}; see `enabled` in {outlet.path}")
