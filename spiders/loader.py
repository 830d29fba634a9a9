"""Makes each outlet file a spider name: `scrapy list` prints outlets, `scrapy crawl` reads one."""

import builtins
import logging
from collections.abc import Iterator
from os import environ
from pathlib import Path
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from crawler.config import ConfigError, find_config, load_config
from crawler.outlet_shelf import unknown_outlet
from spiders.base import OutletSpider
from spiders.outlet import Outlet, load_outlet
from spiders.outlet_file import OutletError, path_label

SHIPPED = Path(__file__).parent / "outlets"

log = logging.getLogger(__name__)


class OutletLoader:
    """The outlets that Piagam ships and those in the folder PIAGAM_OUTLETS_FOLDER.

    With PIAGAM_OUTLETS_ONLY there are none but those in the folder. A file that cannot be used does
    not stop the others: `problems` tells of it.
    """

    def __init__(self, settings: BaseSettings) -> None:
        """Raises OutletError when the folder itself cannot be read, ConfigError as its reader."""
        self.outlets: dict[str, Outlet] = {}
        """By name, in the order of `list`."""
        self.problems: dict[str, str] = {}
        """One line for each file that cannot be used, by the outlet's name."""
        for path in (*_shipped_files(settings), *_own_files(_folder(settings))):
            try:
                outlet = self._checked(load_outlet(path))
            except OutletError as error:
                name = path.stem if path.stem not in self.outlets else str(path)
                self.problems[name] = str(error)
            else:
                self.outlets[outlet.name] = outlet
        self.outlets = dict(sorted(self.outlets.items()))

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Made by Scrapy; what is wrong with a file is one line of the log."""
        try:
            loader = cls(settings)
        except (OutletError, ConfigError) as error:
            raise SystemExit(str(error)) from None
        for problem in loader.problems.values():
            log.warning("%s", problem)
        return loader

    def list(self) -> builtins.list[str]:
        """The names of all outlets that can be read, enabled or not."""
        return builtins.list(self.outlets)

    def load(self, spider_name: str) -> type[Spider]:
        """The spider class of an outlet.

        A name that nobody has, or whose file cannot be used, ends the process with the line that
        says so: Scrapy's commands answer the usual KeyError with a traceback.
        """
        if spider_name in self.problems:
            raise SystemExit(self.problems[spider_name])
        outlet = self.outlets.get(spider_name)
        if outlet is None:
            raise SystemExit(unknown_outlet(spider_name, self.outlets))
        return spider_class(outlet)

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """The names of the outlets that own the request's URL."""
        return [name for name, outlet in self.outlets.items() if outlet.owns(request.url)]

    def _checked(self, outlet: Outlet) -> Outlet:
        label = path_label(outlet.path)
        if outlet.name != outlet.path.stem:
            raise OutletError(
                f"{label}: name: {outlet.name!r} must be the file's own name;"
                f" write {outlet.path.stem!r} or rename the file"
            )
        for problem in outlet.example_problems():
            raise OutletError(problem)
        for other in self.outlets.values():
            if other.name == outlet.name:
                raise OutletError(
                    f"{label}: name: {outlet.name!r} is taken by {path_label(other.path)};"
                    " choose another"
                )
            shared = {each.url for each in other.sources} & {each.url for each in outlet.sources}
            for url in sorted(shared):  # the store keeps one walk of a list
                raise OutletError(
                    f"{label}: source: {url} is read by {path_label(other.path)} already;"
                    " name another list, or join the two outlets"
                )
        return outlet


def spider_class(outlet: Outlet) -> type[OutletSpider]:
    """The spider that reads `outlet`."""
    values = {"name": outlet.name, "outlet": outlet, "allowed_domains": list(outlet.hosts)}
    return type(f"Spider_{outlet.name.replace('-', '_')}", (OutletSpider,), values)


def _folder(settings: BaseSettings) -> Path | None:
    """Where further outlet files lie; commands that start no crawl did not read piagam.toml yet."""
    given = settings.get("PIAGAM_OUTLETS_FOLDER")
    if given is not None:
        return Path(given) if given else None
    path = find_config(None)
    if not path.exists() and "PIAGAM_CONFIG" not in environ:
        return None
    return load_config(path).crawl.outlets_folder


def _shipped_files(settings: BaseSettings) -> builtins.list[Path]:
    return [] if settings.getbool("PIAGAM_OUTLETS_ONLY") else sorted(SHIPPED.glob("*.toml"))


def _own_files(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        return
    if not folder.is_dir():
        raise OutletError(f"{folder}: no such folder; make it, or mend crawl.outlets_folder")
    yield from sorted(folder.glob("*.toml"))
