"""Units of an address, and how they hang together: "điểm a, khoản 2, Điều 11"; "điều 9, khoản 4, điểm c"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.addresses import slug
from ingest.patterns.provisions import ANNEX, BESIDE, QUOTED_HEADING, UNIT, UNITS, VALUE, WITHIN

_ARTICLE = UNITS.index("dieu")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LONGEST_GAP = 20
_LOOK_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Value:
    """One number or letter, as a step of an address has it: ``"2"``, ``"II.5"``, ``"nay"`` for "này"."""

    start: int
    end: int
    step: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and what it counts: "khoản 1, 2 và 3".

    Attributes:
        level: Place in ``UNITS``, from small to large.
    """

    level: int
    start: int
    end: int
    values: tuple[Value, ...]

    @property
    def name(self) -> str:
        """As addresses have it: ``"dieu"``."""
        return UNITS[self.level]

    @property
    def says_this(self) -> bool:
        """Whether it is "Điều này"."""
        return self.values[0].step == "nay"

    @property
    def is_vague(self) -> bool:
        """Whether its words alone may count or talk of something else: "mục 5", "điểm 8", "điều này"."""
        counted = self.values[0].step[0].isdigit() and self.name in ("tiet", "diem", "muc", "chuong")
        return self.says_this or counted or self.name == ANNEX


@dataclass(frozen=True, slots=True)
class Chain:
    """The units of one address, as they stand in the text."""

    units: tuple[Unit, ...]
    start: int
    end: int

    @property
    def smallest(self) -> int:
        """Level of its smallest unit."""
        return min(unit.level for unit in self.units)

    @property
    def largest(self) -> int:
        """Level of its largest unit."""
        return max(unit.level for unit in self.units)

    @property
    def is_annex(self) -> bool:
        """Whether it names an annex as such: "Phụ lục II"."""
        return self.smallest == UNITS.index(ANNEX)

    @property
    def of_annex(self) -> bool:
        """Whether it is an annex, or lies in one: "mục I Phụ lục II"."""
        return self.largest == UNITS.index(ANNEX)

    @property
    def says_this(self) -> bool:
        """Whether it ends at this very provision: "khoản 2 Điều này"."""
        return any(unit.says_this for unit in self.units)


def find_chains(text: str, headings: Mapping[int, str], citations: Collection[int]) -> list[Chain]:
    """The addresses in *text*, in order.

    Args:
        headings: Where a unit of the document itself begins, and its step: no mention.
        citations: Where mentions of documents begin: "Điều lệ Đảng" is none of a provision.
    """
    chains: list[Chain] = []
    for unit in _find_units(text, headings, citations):
        before = chains[-1] if chains else None
        if before and before.units[-1].level < unit.level and _is_within(text, before.end, unit.start):
            chains[-1] = Chain((*before.units, unit), before.start, unit.end)
        else:
            chains.append(Chain((unit,), unit.start, unit.end))
    return list(_join_descending(text, chains))


def complete_chains(text: str, chains: Sequence[Chain]) -> list[Chain]:
    """Each with the larger units that only the last of its list names: "khoản 2 và khoản 3 Điều 5"."""
    completed: list[Chain] = []
    for one in reversed(chains):
        after = completed[-1] if completed else None
        alike = after and not after.is_annex  # "khoản 2 và Phụ lục II": not of it
        if after and alike and one.largest != _ARTICLE and not one.says_this and is_beside(text, one, after):
            larger = tuple(replace(unit, values=unit.values[:1]) for unit in after.units if unit.level > one.largest)
            one = replace(one, units=(*one.units, *larger))  # noqa: PLW2901 - the same chain, completed
        completed.append(one)
    return completed[::-1]


def is_beside(text: str, first: Chain, second: Chain) -> bool:
    """Whether the two are of one list."""
    between = text[first.end : min(second.start, first.end + _LONGEST_GAP + 1)]
    return second.start - first.end <= _LONGEST_GAP and "\n" not in between and bool(BESIDE.regex.search(between))


def _find_units(text: str, headings: Mapping[int, str], citations: Collection[int]) -> Iterator[Unit]:
    for match in UNIT.regex.finditer(text):
        start = match.start()
        group = next(name for name in UNITS if match[name.replace("-", "_")])
        if start in citations or headings.get(start, "").startswith(f"{group}-") or _is_quoted(text, match):
            continue
        key = group.replace("-", "_")
        if match[f"{key}_this"]:
            values: tuple[Value, ...] = (Value(*match.span(f"{key}_this"), "nay"),)
        else:
            values = tuple(_read_values(group, match[f"{key}_values"], match.start(f"{key}_values")))
        yield Unit(UNITS.index(group), start, match.end(), values)


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Whether it is a heading of another text, quoted: "“Điều 5. Phạm vi"."""
    before = text[max(0, match.start() - _LOOK_BEHIND) : match.start()]
    return text[match.end() : match.end() + 1] in (".", ":") and QUOTED_HEADING.regex.search(before) is not None


def _read_values(group: str, words: str, offset: int) -> Iterator[Value]:
    for match in VALUE.regex.finditer(words):
        step = match[0]
        if step.startswith("thứ"):
            step = str(_ORDINALS.index(step.split()[1]) + 1)
        if group == ANNEX:
            step = slug("Phụ lục", step).removeprefix(f"{ANNEX}-")
        elif step[0].isdigit():
            step = step.replace(".", "-")
        yield Value(offset + match.start(), offset + match.end(), step)


def _is_within(text: str, end: int, start: int) -> bool:
    between = text[end:start] if start - end <= _LONGEST_GAP else "-"
    return "\n" not in between and WITHIN.regex.search(between) is not None


def _is_of_the_next(text: str, one: Chain, after: Sequence[Chain]) -> bool:
    """Whether it takes its larger units from the address behind it: "Điều 4, khoản 2 và khoản 3 Điều 5"."""
    return any(
        one.smallest == other.smallest and other.largest > one.largest and is_beside(text, one, other)
        for other in after
    )


def _join_descending(text: str, chains: Sequence[Chain]) -> Iterator[Chain]:
    """ "điều 9, khoản 4, điểm c": what follows is all smaller, so that it lies within."""
    held: Chain | None = None
    for i, one in enumerate(chains):
        smaller = held and one.largest < held.smallest and not (held.is_annex and one.largest == _ARTICLE)
        smaller = smaller and not _is_of_the_next(text, one, chains[i + 1 : i + 2])
        if held and smaller and not held.says_this and _is_within(text, held.end, one.start):
            held = Chain((*held.units, *one.units), held.start, one.end)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held
