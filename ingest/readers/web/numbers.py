"""The number that a browser draws before an item of a list, and that no text holds."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from ingest.readers.web.fonts import Styles, declared

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:inside\s+|outside\s+)?(?P<type>[a-z-]+)", re.IGNORECASE)
_OWN_NUMBER = re.compile(
    r"(?:\d+(?:\.\d+)*|[a-zđ]|[IVXLC]+)\s?[.)\-–]|[-–+*•]\s|(?:Điều|Chương|Mục|Phần)\s",  # vi: as printed
    re.IGNORECASE,
)
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_HIGHEST = 3999


def mark_of(item: Element, styles: Styles, counts: dict[Element, int]) -> str | None:
    """What is drawn before *item*, the one before it being in *counts*: ``"3."``, ``"b."``, ``"-"`` for a bullet.

    ``None`` where it bears its own number, or none.
    """
    kind, parent = _kind(item, styles), item.getparent()
    if parent is not None and parent.tag == "ol":
        counts[parent] = _integer(item.get("value"), counts.get(parent, _integer(parent.get("start"), 1) - 1) + 1)
    if kind == "none" or _OWN_NUMBER.match("".join(item.itertext()).strip()[:40]):
        return None
    if parent is None or parent.tag != "ol":
        return "-"
    return f"{_write(counts[parent], kind)}."


def _kind(item: Element, styles: Styles) -> str:
    parent = item.getparent()
    for element in (item, parent):
        if element is None:
            continue
        if found := _STYLE.findall(declared(element, styles)):
            return str(found[-1]).lower()
        if element.get("type", "") in _TYPES:
            return _TYPES[element.get("type", "")]
    return "decimal"


def _write(number: int, kind: str) -> str:
    if kind.endswith(("alpha", "latin")) and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("roman") and 1 <= number <= _HIGHEST:
        figure = ""
        for value, letters in ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), *_ROMAN):
            times, number = divmod(number, value)
            figure += letters * times
        return figure.upper() if kind.startswith("upper") else figure
    return str(number)


def _integer(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"-?[0-9]{1,6}", written.strip()) else otherwise
