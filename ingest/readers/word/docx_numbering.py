"""Automatic numbers: in most offices' files "Điều 5." and "1." are not in the text but counted by Word as it draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.readers.word.docx_figures import write_figure
from ingest.readers.word.docx_package import Element, W
from ingest.readers.word.docx_styles import Look, Styles, flag, read_look, value
from ingest.readers.word.docx_symbols import is_symbol_font

_PLACE = re.compile(r"%([1-9])")
_BULLETS_AS_TYPED = frozenset("-–—+*•")
_LEVELS = 9
_SEPARATORS = {"nothing": "", "space": " "}  # a tab, the default, is drawn as a gap too


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        text: What is printed, ``"%1.%2."``: each place is the count of a level, from 1.
        restarts_after: Count anew after a paragraph of a level up to this, from 1; 0 for never.
        style: The paragraphs of this style are of this level.
    """

    start: int
    form: str
    custom: str | None
    text: str
    separator: str
    restarts_after: int
    figures_only: bool
    style: str | None
    look: Look


@dataclass(frozen=True, slots=True)
class Number:
    """What is printed before a paragraph, and how it is drawn."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class _List:
    """A ``w:num``: the list it counts with, and where it differs."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """The counters of one DOCX; asked paragraph after paragraph, in the order of the text."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        nums = [] if part is None else part.findall(W + "num")
        self._lists = {num.get(W + "numId", ""): _read_list(num) for num in nums}
        self._abstracts = {} if part is None else dict(self._read_abstracts(part))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next_number(self, paragraph: Element | None, style: str | None) -> Number | None:
        """The number of the next paragraph, with its ``w:pPr``; ``None`` where it has none."""
        found = self._place(paragraph, style)
        if found is None:
            return None
        num_id, depth = found
        counted = self._lists[num_id]
        level = self._level(counted, depth)
        if level is None:
            return None
        self._count(num_id, counted, depth, level)
        text = self._printed(counted, depth, level)
        return Number(text + level.separator, level.look) if text else None

    def _place(self, paragraph: Element | None, style: str | None) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, or its style's."""
        own = None if paragraph is None else paragraph.find(W + "numPr")
        num_id, depth = value(own, "numId"), value(own, "ilvl")
        for one in self._styles.chain(style):
            of_style = one.find(f"{W}pPr/{W}numPr")
            num_id = value(of_style, "numId") if num_id is None else num_id
            depth = value(of_style, "ilvl") if depth is None else depth
        if num_id is None or num_id not in self._lists:  # "0" is in no list: no number at all
            return None
        at = _number(depth, self._depth_of_style(num_id, style) if own is None else 0)
        return num_id, min(max(at, 0), _LEVELS - 1)

    def _depth_of_style(self, num_id: str, style: str | None) -> int:
        levels = self._abstracts.get(self._lists[num_id].abstract, {})
        names = [one.get(W + "styleId") for one in self._styles.chain(style)]
        return next((depth for name in names for depth, level in levels.items() if level.style == name), 0)

    def _level(self, counted: _List, depth: int) -> Level | None:
        return counted.levels.get(depth) or self._abstracts.get(counted.abstract, {}).get(depth)

    def _count(self, num_id: str, counted: _List, depth: int, level: Level) -> None:
        counts = self._counts.setdefault(counted.abstract, {})
        fresh = depth in counted.starts and (num_id, depth) not in self._begun
        self._begun.add((num_id, depth))
        start = counted.starts.get(depth, level.start)
        counts[depth] = counts[depth] + 1 if depth in counts and not fresh else start
        for deeper in [one for one in counts if one > depth]:
            below = self._level(counted, deeper)
            if below is None or depth < below.restarts_after:
                del counts[deeper]

    def _printed(self, counted: _List, depth: int, level: Level) -> str:
        if level.form == "bullet":
            return _bullet(level)
        counts = self._counts[counted.abstract]

        def figure(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            named = level if at == depth else self._level(counted, at)
            if named is None or at > depth:
                return ""
            form = "decimal" if level.figures_only and named.form != "none" else named.form
            return write_figure(counts.get(at, counted.starts.get(at, named.start)), form, named.custom)

        return _PLACE.sub(figure, level.text)

    def _read_abstracts(self, part: Element) -> Iterator[tuple[str, dict[int, Level]]]:
        found = {one.get(W + "abstractNumId", ""): one for one in part.findall(W + "abstractNum")}
        for name, abstract in found.items():
            linked = value(abstract, "numStyleLink")
            yield name, _read_levels(self._linked(found, linked) if linked else abstract)

    def _linked(self, abstracts: dict[str, Element], style: str) -> Element | None:
        """The list that a style of lists stands for."""
        numbers = (value(one, "pPr/numPr/numId") for one in self._styles.chain(style))
        named = next((self._lists[number].abstract for number in numbers if number in self._lists), None)
        by_link = (one for one in abstracts.values() if value(one, "styleLink") == style)
        return next(by_link, abstracts.get(named or ""))


def _bullet(level: Level) -> str:
    """Bullets drawn by symbol fonts are one sign to a reader, whatever their shape."""
    text = level.text.strip()
    return text if text and set(text) <= _BULLETS_AS_TYPED and not is_symbol_font(level.look.font) else "•"


def _read_list(num: Element) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for override in num.findall(W + "lvlOverride"):
        depth = _number(override.get(W + "ilvl"), 0)
        start = value(override, "startOverride")
        if start is not None:
            starts[depth] = _number(start, 1)
        if (level := override.find(W + "lvl")) is not None:
            levels[depth] = _read_level(level, depth)
    return _List(value(num, "abstractNumId") or "", starts, levels)


def _read_levels(abstract: Element | None) -> dict[int, Level]:
    found = [] if abstract is None else abstract.findall(W + "lvl")
    depths = ((_number(level.get(W + "ilvl"), 0), level) for level in found)
    return {depth: _read_level(level, depth) for depth, level in depths}


def _read_level(level: Element, depth: int) -> Level:
    form = next(level.iter(W + "numFmt"), None)  # newer forms stand in mc:AlternateContent, the newest first
    printed = level.find(W + "lvlText")
    return Level(
        start=_number(value(level, "start"), 0),
        form="decimal" if form is None else form.get(W + "val", "decimal"),
        custom=None if form is None else form.get(W + "format"),
        text="" if printed is None else printed.get(W + "val", ""),
        separator=_SEPARATORS.get(value(level, "suff") or "tab", " "),
        restarts_after=_number(value(level, "lvlRestart"), depth),
        figures_only=bool(flag(level, "isLgl")),
        style=value(level, "pStyle"),
        look=read_look(level.find(W + "rPr")),
    )


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written is not None and written.lstrip("-").isdecimal() else otherwise
