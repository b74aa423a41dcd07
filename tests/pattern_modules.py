"""The patterns of a package, by module and name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ingest.patterns.pattern import Pattern


def patterns_below(package: ModuleType) -> dict[str, Pattern]:
    """Every pattern that the modules of *package* hold, as ``"signs.SIGN"``."""
    names = [found.name for found in iter_modules(package.__path__)]
    return {
        f"{name}.{key}": value
        for name in names
        for key, value in vars(import_module(f"{package.__name__}.{name}")).items()
        if isinstance(value, Pattern)
    }
