"""Calls a function by its name, so that who orders its work need not import it."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Named:
    """A function of a module, which is imported where it is called; picklable."""

    path: str
    """`package.module.function`."""

    def __call__(self, *given: Any) -> Any:
        """Call it."""
        module, _, name = self.path.rpartition(".")
        return getattr(import_module(module), name)(*given)
