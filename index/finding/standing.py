"""Where a passage stands, as steps from the root, and whether that is at a place that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.naming.numerals import NUMERALS
from index.naming.place_patterns import NAMED_PARTS, NUMBERED_TEXTS, TITLED
from index.naming.typed import fold_evenly
from ingest.addresses import find_enclosure
from ingest.patterns.numbering import CHAPTER, PART, SECTION, SUBSECTION

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_REPEATED = re.compile(r"-(lan-\d+)$")
_NUMBERED_TEXT = re.compile(rf"^({'|'.join(NUMBERED_TEXTS)})-(\d+[a-z]?|[A-H])$")
_ITEM = re.compile(r"(?:doan|dieu|khoan|diem|gach|cong|sao)-|mo-dau|ket")


@lru_cache(maxsize=1 << 15)
def read_path(address: str, headings: tuple[str, ...]) -> tuple[str, ...]:
    """The steps to a passage, from the root: its address, and above an article the chapters of its *headings*.

    Where numbering repeats itself, the time follows as a step of its own: ``"dieu-5-lan-2"`` is ``dieu-5``, ``lan-2``;
    so does the number of an enclosed text: ``"phu-luc-2"`` is ``phu-luc``, ``so-2``.
    """
    steps = [_normalise(step) for step in cut_steps(address)]
    inside = [any(_ITEM.match(above) for above in steps[:i]) for i in range(len(steps))]
    steps = [f"y-{step}" if closed and step.isdigit() else step for step, closed in zip(steps, inside, strict=True)]
    article = next((i for i, step in enumerate(steps) if step.startswith("dieu-")), None)
    if article is None or (article and not find_enclosure(address)):
        return tuple(steps)
    chapters = (step for heading in headings if (step := _read_heading(heading)))
    return (*steps[:article], *chapters, *steps[article:])


def cut_steps(address: str) -> list[str]:
    """The steps of *address*, times and the numbers of enclosed texts apart."""
    parted = (_NUMBERED_TEXT.sub(r"\1.so-\2", _REPEATED.sub(r".\1", step)) for step in address.split("."))
    return [part for step in parted for part in step.split(".")]


def _read_heading(heading: str) -> str:
    for name, pattern in zip(TITLED, (PART, CHAPTER, SECTION, SUBSECTION), strict=True):
        match = pattern.regex.search(heading)
        if match:
            return _normalise(f"{name}-{fold_evenly(match['n']).removeprefix('thu ')}")
    return ""


def _normalise(step: str) -> str:
    """Numbers of titled units in figures: "chuong-IV" and "chuong-4" are one."""
    kind, _, number = step.rpartition("-")
    if kind not in TITLED:
        return step
    value = _value(number)
    return f"{kind}-{value or number}"


def _value(ordinal: str) -> int:
    """Of figures, Roman digits or a word; 0 of anything else."""
    small = ordinal.lower()
    if small.isdigit() or small in NUMERALS:
        return int(small) if small.isdigit() else NUMERALS[small]
    if not small or any(letter not in _ROMAN for letter in small):
        return 0
    digits = [_ROMAN[letter] for letter in small]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def lies_at(path: Sequence[str], place: str) -> bool:
    """Whether what stands at *path* is at *place*, or below it."""
    at = -1
    for step in cut_steps(place):
        if _is_time(step):
            if tuple(path[at + 1 : at + 2]) != (step,):
                return False
            at += 1
            continue
        forms = other_forms(step)
        bare_allowed = [i for i in range(at + 1, len(path)) if path[i] in forms and _may_stand(path, i, at)]
        if not bare_allowed:
            return False
        at = bare_allowed[0]
    return True


def _may_stand(path: Sequence[str], i: int, at: int) -> bool:
    """A bare number or letter is a section: directly below the step before, and in no paragraph or article."""
    if path[i] in NAMED_PARTS.values() or ("-" in path[i] and not path[i].replace("-", "").isdigit()):
        return True
    near = at < 0 or i == at + 1 or (i == at + 2 and _is_time(path[at + 1]))
    return near and not any(_ITEM.match(step) for step in path[:i])


def _is_time(step: str) -> bool:
    """Whether it tells apart what the step before names: the which time, the which appendix."""
    return step.startswith(("lan-", "so-"))


def other_forms(step: str) -> frozenset[str]:
    """Every step of an address that a *step* as typed can mean: mục 5 is ``muc-5``, ``5`` or ``V``."""
    kind, _, number = step.rpartition("-")
    value = _value(number)
    roman, figures = _to_roman(value), str(value)
    if kind in TITLED:
        bare = {number} if not value else {roman} if not number.isdigit() or kind == "phan" else {roman, figures}
        return frozenset({f"{kind}-{value or number}", *(bare if kind != "chuong" else ())})
    if kind in ("khoan", "diem"):
        return frozenset({step, number, f"khoan-{number}"} if number.isdigit() else {step, number})
    if not kind:
        titled = {f"{name}-{value}" for name in ("phan", "muc")} if value else set()
        return frozenset({step, step.lower() if not value else step, *titled, f"khoan-{step}"})
    return frozenset({step})


def _to_roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
