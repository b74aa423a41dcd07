"""A name that a stranger gave a file, made fit to be one here: no path, no device, nothing that hides what it is."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 180  # bytes: systems take 255, and what is made beside a file has a longer name
_LONGEST_ENDING = 12
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\.|$)")
_NAMELESS = "tep"


def fit_name(given: str) -> str:
    """The last part of *given*, every system's marks between folders known, as a name that every system takes.

    >>> fit_name("../../etc/passwd")
    'passwd'
    """
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    name = "".join(one if one.isprintable() else "_" for one in name)  # NUL, line breaks, turns of direction
    name = _NOT_ON_WINDOWS.sub("_", name).rstrip(". ").lstrip(" ")
    if _DEVICES.match(name):
        name = f"_{name}"
    return _shorten(name) if name.strip("._ ") else _NAMELESS


def _shorten(name: str) -> str:
    """*name*, its ending kept, with as many of its first letters as have room."""
    if len(name.encode("utf-8", "replace")) <= _LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending.encode("utf-8", "replace")) > _LONGEST_ENDING:
        stem, ending = name, ""
    ending = f"{dot}{ending}" if ending else ""
    room = _LONGEST - len(ending.encode("utf-8", "replace"))
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore").rstrip(". ") + ending
