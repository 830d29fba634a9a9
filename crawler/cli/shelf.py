"""The outlets that a command may name."""

from typing import Any

from crawler.cli.invocation import Invocation
from crawler.config import ConfigError, load_config
from crawler.outlet_shelf import OutletShelf, outlet_shelf, scrapy_settings, unknown_outlet


def shelf_of(call: Invocation) -> OutletShelf:
    """The outlets that come with Piagam and those of the configuration, if there is one."""
    exists = call.config_given or call.config_path.exists()
    config = load_config(call.config_path, contact_needed=False) if exists else None
    return outlet_shelf(scrapy_settings(config))


def outlet_named(shelf: OutletShelf, name: str) -> Any:
    """The outlet of this name. Raises ConfigError with the nearest there is."""
    if name in shelf.problems:
        raise ConfigError(shelf.problems[name])
    if name not in shelf.outlets:
        raise ConfigError(unknown_outlet(name, shelf.outlets))
    return shelf.outlets[name]
