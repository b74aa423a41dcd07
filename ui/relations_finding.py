"""Which documents somebody means who types a sign, a part of one, or words of a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.graph import Node
from ingest.numbers import read_number
from ingest.spelling import fold

_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"[\W_]+")
_OF_SIGN, _OF_NUMBER, _BEGINS, _OF_WORDS = range(4)


@dataclass(frozen=True, slots=True)
class Matches:
    """What fits, the best first.

    Attributes:
        chosen: The one that must be meant: the only one of that sign or number, or the only one that fits at all.
    """

    nodes: tuple[Node, ...]
    chosen: Node | None


def find_matches(typed: str, nodes: Iterable[Node]) -> Matches:
    """Those of *nodes* that *typed* fits: first its sign, then its number, then how its sign begins, then its title."""
    wanted = fold(typed)
    sign, joined, words = read_number(typed), _JOINT.sub("", wanted), _WORD.findall(wanted)
    if not words:
        return Matches((), None)
    ranked = [
        (rank, node)
        for node in nodes
        if (rank := _rank(node, str(sign) if sign else typed.strip(), joined, words)) is not None
    ]
    ranked.sort(key=lambda one: one[0])  # those of one rank stay as they came
    best = [node for rank, node in ranked if rank == ranked[0][0]]
    sure = len(best) == 1 and (ranked[0][0] <= _OF_NUMBER or len(ranked) == 1)
    return Matches(tuple(node for _, node in ranked), best[0] if sure else None)


def _rank(node: Node, sign: str, joined: str, words: Sequence[str]) -> int | None:
    """The lower the better it fits; ``None`` where it does not."""
    if sign in (node.number, node.id):
        return _OF_SIGN
    own = read_number(node.number)
    if own and joined.isdecimal() and joined.lstrip("0") == own.ordinal.lstrip("0"):
        return _OF_NUMBER
    if node.number and _JOINT.sub("", fold(node.number)).startswith(joined):
        return _BEGINS
    told = _WORD.findall(fold(f"{node.name} {node.title or ''}"))
    return _OF_WORDS if all(any(one.startswith(word) for one in told) for word in words) else None
