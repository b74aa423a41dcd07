"""Paths of the provisions that a sentence names: put together of larger and smaller units, and of a list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.citing.units import Chain, is_beside
from ingest.patterns.provisions import ANNEX, UNITS
from ingest.patterns.relation_words import PUT_BESIDE

_ENCLOSED = UNITS.index(ANNEX)


def is_enclosed(path: str) -> bool:
    """Whether *path* is of an enclosed text or an annex."""
    return _rank(path) == _ENCLOSED


def join_paths(larger: str, path: str) -> str:
    """*path* below those steps of *larger* that are of larger units."""
    if not (larger and path):
        return larger or path
    return ".".join([*(step for step in larger.split(".") if _rank(step) > _rank(path)), path])


def _rank(path: str) -> int:
    """How large the largest unit of *path* is; an enclosed text is larger than any, and no annex lies in another."""
    return next((i for i, unit in enumerate(UNITS) if path.startswith(f"{unit}-")), _ENCLOSED)


def first_list(words: str, chains: Sequence[Chain]) -> list[Chain]:
    """The first address and those that stand in one list with it."""
    listed = [chains[0]]
    for one in chains[1:]:
        if not is_beside(words, listed[-1], one):
            break
        listed.append(one)
    return listed


def place_beside(words: str, listed: list[Chain], chains: Sequence[Chain]) -> list[Chain]:
    """*listed* with the larger units of the address beside which they are put: "khoản 5 vào sau khoản 4 Điều 7"."""
    after = chains[len(listed) :][:1]
    if not after or not PUT_BESIDE.regex.search(words[listed[-1].end : after[0].start]):
        return listed
    larger = [unit for unit in after[0].units if unit.level > max(one.largest for one in listed)]
    return [replace(one, units=(*one.units, *larger)) for one in listed]
