"""Lays piagam.toml over the Scrapy settings, for `scrapy crawl` as for `piagam crawl`."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from scrapy.settings import BaseSettings

from crawler import __version__
from crawler.config import Config, ConfigError, find_config, load_config
from crawler.hosts import Hosts

NEWSROOM_HANDLER = "crawler.newsroom.handler.LoopbackHandler"
PLAIN_RESOLVER = "scrapy.resolver.CachingThreadedResolver"


class PiagamAddon:
    """The Scrapy add-on of `crawler.settings`."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """Read piagam.toml; one that cannot be used ends the process with one line and code 1."""
        given = settings.get("PIAGAM_CONFIG")
        try:
            config = load_config(find_config(Path(given) if given else None))
        except ConfigError as error:
            raise SystemExit(str(error)) from None
        apply_config(settings, config)


def apply_config(settings: BaseSettings, config: Config) -> None:
    """Set what the configuration decides; the command line (`-s`) still wins."""
    user_agent = f"Mozilla/5.0 (compatible; Piagam/{__version__}; +{config.contact})"
    values: dict[str, object] = {
        "USER_AGENT": user_agent,
        "PIAGAM_DELAY": config.crawl.delay,
        "DOWNLOAD_TIMEOUT": config.crawl.timeout,
        "PIAGAM_BUDGET": config.crawl.budget,
        "PIAGAM_MINUTES": config.crawl.minutes_per_outlet,
        "PIAGAM_HOURS": config.crawl.hours,
        "PIAGAM_ZONE": config.watch.zone,
        "PIAGAM_OUTLETS_FOLDER": str(config.crawl.outlets_folder or ""),
        "PIAGAM_STORE": str(config.store),
        "PIAGAM_ARCHIVE": str(config.archive.folder) if config.archive.keep_days else "",
        "PIAGAM_ARCHIVE_FILE_BYTES": config.archive.file_mb * 1_000_000,
        "PIAGAM_STATS_FOLDER": str(config.store.parent / f"{config.store.stem}.stats"),
    }
    if config.newsroom is not None:
        handlers = {"http": NEWSROOM_HANDLER, "https": NEWSROOM_HANDLER}
        values["DOWNLOAD_HANDLERS"] = {**settings.getdict("DOWNLOAD_HANDLERS"), **handlers}
        values["TWISTED_DNS_RESOLVER"] = PLAIN_RESOLVER  # the newsroom is on loopback
        values["PIAGAM_NEWSROOM"] = config.newsroom.address
        values["PIAGAM_TODAY"] = config.newsroom.today.isoformat()
        if config.newsroom.now is not None:
            played = datetime.combine(config.newsroom.today, config.newsroom.now)
            zone = ZoneInfo(config.watch.zone)
            values["PIAGAM_NOW"] = played.replace(tzinfo=zone).isoformat()
    for name, value in values.items():
        settings.set(name, value, priority="project")
    Hosts().hand_over(settings)
