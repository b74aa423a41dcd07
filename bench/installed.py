"""The packages on this machine, held against the pins and against the lists that came with them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackagePath, distributions
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from bench.pins import Pin

NOT_OURS = {"pip"}
"""Came with Python itself; it does the installing."""


def find_strays(pins: dict[str, Pin], alone: dict[str, Pin], packages: Iterable[Distribution]) -> Iterator[str]:
    """A line for each of *packages* that is not the pinned version, not pinned, or missing.

    *alone* are pins that only some machines need: they may be missing.
    """
    found = {str(canonicalize_name(package.name)): package.version for package in packages}
    for key, version in sorted(found.items()):
        pin = pins.get(key) or alone.get(key)
        if pin is None and key not in NOT_OURS:
            yield f"{key} {version}: đã cài mà không được ghim"
        elif pin is not None and not pin.is_met_by(version):
            yield f"{key} {version}: được ghim là {pin.version}"
    for key, pin in sorted(pins.items()):
        if key not in found and (not pin.marker or Marker(pin.marker).evaluate()):
            yield f"{key}: được ghim mà chưa cài"


def find_unhashed(pins: Iterable[Pin]) -> Iterator[str]:
    """A line for each pin that no hash holds."""
    yield from (f"{pin.requirement}: không có mã băm" for pin in pins if not pin.hashes)


def find_changed_files(packages: Iterable[Distribution]) -> Iterator[str]:
    """A line for each file that is gone or differs from the list that its package was installed with."""
    for package in packages:
        for file in package.files or ():
            if file.hash is not None and (why := _find_change(file)):
                yield f"{package.name}: {file} {why}"


def _find_change(file: PackagePath) -> str:
    try:
        with Path(file.locate()).open("rb") as content:
            found = hashlib.file_digest(content, file.hash.mode).digest() if file.hash else b""
    except OSError:
        return "không đọc được"
    held = base64.urlsafe_b64encode(found).decode().rstrip("=")
    return "" if file.hash is None or held == file.hash.value else "đã bị đổi"


def find_installed() -> list[Distribution]:
    """Every package that this Python would import."""
    return list(distributions())
