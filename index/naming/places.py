"""Places that a question names ("khoản 2 điều 5", "mục II.5") and the addresses of provisions they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from index.naming.numerals import NUMERALS
from index.naming.place_patterns import (
    ALIKE,
    ARTICLES,
    BRACKETED,
    CLAUSES,
    ENCLOSED,
    ENCLOSED_TEXTS,
    INITIALS,
    ITEMS,
    ITSELF,
    LINK,
    NAMED_PARTS,
    PARAGRAPHS,
    PARTS,
    POINTS,
    RANKS,
    REPEATED,
    ROMAN_PLACE,
    SECTIONS,
    TITLED,
    UNITS,
    VERBS_TOO,
)
from index.naming.typed import Typed, fold_evenly
from ingest.addresses import slug

_NAMES = {fold_evenly(name): name for name in UNITS}
_TEXTS = {fold_evenly(name): (name, step) for name, step in ENCLOSED_TEXTS.items()}
_STEPS = {fold_evenly(name): (name, step) for name, step in NAMED_PARTS.items()}
_NO_DYET = str.maketrans("đ", "d")
_WRITTEN = frozenset(
    ("thứ", "nhất", "một", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "và", "đến", "tới")
)
_REPEATED = "-lan-"
_LONGEST_RANGE = 20
_FEW_WORDS = 16
MOST_PLACES = 60
"""Of units listed within one another ("khoản 1-9 điều 1-9"): beyond them nobody means each."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as a question names it.

    Attributes:
        address: From the largest unit down: ``"dieu-5.khoan-2"``, ``"II.5"``, ``"chuong-4"``.
        start: First character of its words.
        end: One past the last.
    """

    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit, perhaps of several ordinals: "điểm a, b"."""

    name: str
    steps: tuple[str, ...]
    start: int
    end: int

    @property
    def rank(self) -> int:
        return RANKS[self.name]


def find_places(typed: Typed) -> list[NamedPlace]:
    """The places named, in order; several where the ordinals are listed ("Điều 5, 6")."""
    places: list[NamedPlace] = []
    for path in _leave_out_itself(typed, _cut_paths(typed, _find_units(typed))):
        start, end = path[0].start, path[-1].end
        if len(path) == 1 and (path[0].name == "diem" or path[0].steps[0] in ENCLOSED_TEXTS.values()):
            continue  # "điểm 8" alone is a mark given to somebody, "địa điểm a" somewhere; "quy chế" is any
        ordered = sorted(path, key=lambda unit: (unit.rank, -unit.start))  # of sections the larger is said last
        for steps in islice(product(*(unit.steps for unit in ordered)), MOST_PLACES):
            places.append(NamedPlace(".".join(steps), start, end))
    return places


def _leave_out_itself(typed: Typed, paths: Sequence[list[_Unit]]) -> list[list[_Unit]]:
    """Without the places that a copied sentence names of its own document: "Điều 5 và Điều 6 của Luật này".

    Who asks in few words has a document before the eyes and means any that has the place.
    """
    if len(typed.bare.split()) <= _FEW_WORDS:
        return list(paths)
    kept: list[list[_Unit]] = []
    begins, own = len(typed.bare), False
    for path in reversed(paths):
        after = typed.bare[path[-1].end :]
        own = bool(ITSELF.regex.search(after) or (own and ALIKE.regex.search(typed.bare[path[-1].end : begins])))
        begins = path[0].start
        if not own:
            kept.append(path)
    return kept[::-1]


def _find_units(typed: Typed) -> list[_Unit]:
    found = [*_find_initials(typed), *_find_roman(typed), *_find_named(typed), *_find_enclosed(typed)]
    for pattern in (ARTICLES, CLAUSES, POINTS, SECTIONS, PARAGRAPHS, ITEMS):
        for match in pattern.regex.finditer(typed.bare):
            found += _read_unit(typed, match)
    found.sort(key=lambda unit: (unit.start, -unit.end))
    kept: list[_Unit] = []
    for unit in found:
        if not kept or unit.start >= kept[-1].end:
            kept.append(_tell_apart(typed, unit))
    return kept


def _tell_apart(typed: Typed, unit: _Unit) -> _Unit:
    """*unit* with the time that it is numbered so, where that is said: "Điều 5 (lần 2)"."""
    said = REPEATED.regex.search(typed.bare[unit.end :])
    if not said or not typed.may_be(unit.end + said.start("word"), unit.end + said.end("word"), "lần"):
        return unit
    time = NUMERALS.get(said["time"]) or int(said["time"])
    steps = tuple(f"{step}{_REPEATED}{time}" for step in unit.steps)
    return replace(unit, steps=steps, end=unit.end + said.end())


def _read_unit(typed: Typed, match: re.Match[str]) -> Iterator[_Unit]:
    name = _NAMES[re.sub(r"\s+", " ", match["unit"])]
    if not typed.may_be(*match.span("unit"), name):
        return
    unit = UNITS[name]
    start, end = match.span("ordinals")
    steps = tuple(step for raw in _list_ordinals(match["ordinals"]) if (step := _read_step(unit, raw, typed, start)))
    if not steps or not _are_ordinals(typed.text[start:end].lower()):
        return  # "điểm à": a word, not a letter
    yield _Unit(unit, steps, match.start(), match.end())
    bracketed = BRACKETED.regex.search(typed.bare[match.end() :]) if unit == "dieu" else None
    if bracketed:
        at = match.end()
        yield _Unit("khoan", (f"khoan-{bracketed['khoan']}",), at, at + bracketed.end("khoan") + 1)
        if bracketed["diem"]:
            yield _Unit("diem", (f"diem-{bracketed['diem']}",), at + bracketed.end("khoan") + 1, at + bracketed.end())


def _are_ordinals(written: str) -> bool:
    """Whether figures, letters and words of numbers are written as such, or without any mark but that of đ."""
    syllables = re.findall(r"[^\W\d_]+", written)
    return all(fold_evenly(one) == one.translate(_NO_DYET) or one in _WRITTEN for one in syllables)


def _list_ordinals(raw: str) -> list[str]:
    """ "5, 6 va 7" -> each; "35-37" with what lies between."""
    parts = [part for part in re.split(r"\s*(?:,|;|\bva\b|\band\b)\s*", raw) if part]
    ordinals: list[str] = []
    for part in parts:
        ends = re.split(r"\s*(?:-|\bden\b|\btoi\b|\bto\b)\s*", part)
        numbers = [int(end) for end in ends if end.isdigit()]
        if len(ends) == 2 and len(numbers) == 2 and 0 <= numbers[1] - numbers[0] < _LONGEST_RANGE:
            ordinals += map(str, range(numbers[0], numbers[1] + 1))
        else:
            ordinals += ends
    return ordinals


def _read_step(unit: str, raw: str, typed: Typed, start: int) -> str:
    """One step of an address; empty where *raw* is no ordinal of such a unit."""
    raw = re.sub(r"^thu\s+", "", raw.strip(" )"))
    if unit in ("phan", "muc") and "." in raw:
        return _read_section(raw.split("."))
    if unit in (*TITLED, "doan", "gach", "cong", "sao"):
        return f"{unit}-{NUMERALS[raw]}" if raw in NUMERALS else f"{unit}-{_plain(raw)}"
    if unit == "diem" and raw == "d" and "đ" in typed.text[start : start + 20].lower().partition(" ")[0]:
        raw = "đ"
    return f"{unit}-{raw.lstrip('0') or raw}"


def _read_section(steps: Sequence[str]) -> str:
    """ "ii.5", "a.i.2", "i.2.a": a letter below a number is small."""
    small = [i > 0 and steps[i - 1].isdigit() for i in range(len(steps))]
    read = (step if low else step.upper() for step, low in zip(steps, small, strict=True))
    return ".".join(str(int(step)) if step.isdigit() else step for step in read)


def _plain(raw: str) -> str:
    """Digits without leading noughts; Roman digits and letters in capitals."""
    return str(int(raw)) if raw.isdigit() else raw.upper()


def _find_initials(typed: Typed) -> Iterator[_Unit]:
    for match in INITIALS.regex.finditer(typed.bare):
        article, clause = match["d"] or match["d2"], match["k"] or match["k2"]
        middle = match.start("d") - 1 if match["d"] else match.start("k2") - 1
        first, second = (clause, article) if match["d"] else (article, clause)
        names = ("khoan", "dieu") if match["d"] else ("dieu", "khoan")
        yield _Unit(names[0], (f"{names[0]}-{int(first)}",), match.start(), middle)
        yield _Unit(names[1], (f"{names[1]}-{int(second)}",), middle, match.end())


def _find_roman(typed: Typed) -> Iterator[_Unit]:
    for match in ROMAN_PLACE.regex.finditer(typed.text):
        yield _Unit("muc", (match[0],), match.start(), match.end())


def _find_named(typed: Typed) -> Iterator[_Unit]:
    for match in PARTS.regex.finditer(typed.bare):
        name, step = _STEPS[match[0]]
        if typed.may_be(*match.span(), name):
            yield _Unit("khuc", (step,), match.start(), match.end())


def _find_enclosed(typed: Typed) -> Iterator[_Unit]:
    """Texts that a document encloses, by their type: "Quy chế"; "quy định" only where it is surely no verb."""
    for match in ENCLOSED.regex.finditer(typed.bare):
        name, step = _TEXTS[match["type"]]
        start, end = match.span("type")
        noun = match["noun"] or match["with"] or (start > 0 and typed.text[start].isupper())
        if typed.may_be(start, end, name) and (noun or step not in VERBS_TOO):
            yield _Unit("van-ban", (slug(name, match["n"]),), start, match.end())


def _cut_paths(typed: Typed, units: Sequence[_Unit]) -> list[list[_Unit]]:
    """Units that name one place together: all from small to large, or all from large to small."""
    paths: list[list[_Unit]] = []
    for i, unit in enumerate(units):
        following = units[i + 1] if i + 1 < len(units) else None
        if paths and _goes_on(typed, paths[-1], unit, following):
            paths[-1].append(unit)
        else:
            paths.append([unit])
    return paths


def _goes_on(typed: Typed, path: Sequence[_Unit], unit: _Unit, following: _Unit | None) -> bool:
    last = path[-1]
    if not LINK.regex.search(typed.bare[last.end : unit.start]):
        return False
    if unit.rank == last.rank:
        return unit.name == "muc" and _REPEATED in unit.steps[-1]  # "mục 2, mục I (lần 2)"
    falling = unit.rank > last.rank
    if len(path) > 1 and falling != (last.rank > path[-2].rank):
        return False
    # "điều 5, khoản 2 điều 7": what a larger unit follows at once belongs to that one.
    claimed = following is not None and following.rank < unit.rank and following.rank <= last.rank
    return not (falling and claimed and following and LINK.regex.search(typed.bare[unit.end : following.start]))
