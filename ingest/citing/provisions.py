"""Mentions of provisions: "điểm a khoản 2 Điều này", "các điều 3, 4 và 5", "Chương VII Điều lệ Đảng"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain as flatten

from ingest.citing.respelling import respell
from ingest.citing.units import Chain, Unit, complete_chains, find_chains, is_beside
from ingest.mentions import Citation, Reference
from ingest.models import Provision
from ingest.patterns.provisions import (
    AMENDED,
    ANNEX_OWNER,
    ENCLOSED_OWNER,
    FOREIGN_OWNER,
    OWNER_JOINT,
    POINTED_AT,
    THIS_DOCUMENT,
)
from ingest.spelling import fold, unify_spelling

_FARTHEST_OWNER = 260  # the title of an enclosed text may stand between
_LOOK_BEHIND = 16


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose provision it is: of the document cited at *cited*, or of this one; *prefix* begins the path.

    *end* is one past the words of an owner that belongs to the mention, else where the address ends.
    """

    end: int
    prefix: str = ""
    cited: int | None = None
    foreign: bool = False


def find_references(text: str, citations: Sequence[Citation], tree: Iterable[Provision] = ()) -> tuple[Reference, ...]:
    """Every mention of a provision in *text*, in order; a heading of the *tree* is none.

    A provision of a document that no mention in *citations* names is passed over.
    """
    text = respell(text)
    starts = [citation.start for citation in citations]
    chains = find_chains(text, _headings(tree), frozenset(starts))
    owned = _find_owners(text, chains, starts)
    amended = _find_amended(text, chains)
    found = [
        reference
        for chain, owner in zip(complete_chains(text, chains), owned, strict=True)
        if not (owner and owner.foreign) and _is_address(text, chain, owner)
        if owner or chain.says_this or chain.start not in amended
        for reference in read_chain(chain, owner)
    ]
    taken = {owner.end for owner in owned if owner}
    found += [
        Reference(match.start(), match.end(), f"{slug(match['type'])}-nay")
        for match in THIS_DOCUMENT.regex.finditer(text)
        if match.end() not in taken
    ]
    return tuple(sorted(found, key=lambda reference: reference.start))


def _headings(tree: Iterable[Provision]) -> dict[int, str]:
    """Where a unit of the document itself begins, and its own step: ``{120: "dieu-5"}``."""
    nodes = list(flatten.from_iterable(root.walk() for root in tree))
    return {node.start: node.address.rpartition(".")[2] for node in reversed(nodes)}  # the outermost that begins there


def _find_owners(text: str, chains: Sequence[Chain], starts: Sequence[int]) -> list[_Owner | None]:
    """Whose each chain is: as the words behind it say, else as those behind the next of its list do."""
    owners: list[_Owner | None] = []
    after: Chain | None = None
    for one in reversed(chains):
        owner = (_find_annexed_to(text, one.end, starts) if one.of_annex else None) or _find_owner(
            text, one.end, starts
        )
        if owner is None and after and owners[-1] and is_beside(text, one, after) and not one.says_this:
            owner = replace(owners[-1], end=one.end)
        owners.append(owner)
        after = one
    return owners[::-1]


def _find_annexed_to(text: str, end: int, starts: Sequence[int]) -> _Owner | None:
    """What an annex goes with, whatever its title says; it is a text of its own beside any that is enclosed."""
    behind = text[end : end + _FARTHEST_OWNER]
    cited = next(iter(starts[(i := bisect_left(starts, end)) : i + 1]), len(text))
    this = THIS_DOCUMENT.regex.search(behind)
    if this and end + this.start() < cited:
        with_this = ANNEX_OWNER.regex.search(behind[: this.start()])
        return _Owner(end + this.end(), f"{slug(this['type'])}-nay") if with_this else None
    near = cited - end < _FARTHEST_OWNER and cited < len(text)
    return _Owner(end, cited=cited) if near and ANNEX_OWNER.regex.search(text[end:cited]) else None


def _find_owner(text: str, end: int, starts: Sequence[int]) -> _Owner | None:
    behind = text[end : end + _FARTHEST_OWNER]
    this = THIS_DOCUMENT.regex.search(behind)
    if this and OWNER_JOINT.regex.search(behind[: this.start()]):
        return _Owner(end + this.end(), f"{slug(this['type'])}-nay")
    i = bisect_left(starts, end)
    if i < len(starts) and starts[i] - end < _FARTHEST_OWNER:
        between = text[end : starts[i]]
        if OWNER_JOINT.regex.search(between):
            return _Owner(end, cited=starts[i])
        if enclosed := ENCLOSED_OWNER.regex.search(between):
            return _Owner(end, slug(enclosed["type"]), starts[i])
    return _Owner(end, foreign=True) if FOREIGN_OWNER.regex.search(behind) else None


def _find_amended(text: str, chains: Sequence[Chain]) -> set[int]:
    """Where addresses begin that an amendment is made to, alone or in a list."""
    found: set[int] = set()
    before: Chain | None = None
    for one in chains:
        listed = before and before.start in found and is_beside(text, before, one)
        if listed or AMENDED.regex.search(text[max(0, one.start - _LOOK_BEHIND) : one.start]):
            found.add(one.start)
        before = one
    return found


def _is_address(text: str, one: Chain, owner: _Owner | None) -> bool:
    """Whether the words point at a place: "mục 5" and "Điều này" also count and talk."""
    if owner or len(one.units) > 1 or not one.units[0].is_vague:
        return True
    return POINTED_AT.regex.search(text[max(0, one.start - _LOOK_BEHIND) : one.start]) is not None


def read_chain(one: Chain, owner: _Owner | None = None) -> Iterator[Reference]:
    """A reference for each value of the unit that has several; the first also spans what stands before it."""
    units = sorted(one.units, key=lambda unit: -unit.level)
    several = next((unit for unit in one.units if len(unit.values) > 1), one.units[0])
    last = max(owner.end, one.end) if owner else one.end
    for i, value in enumerate(several.values):
        start = one.start if i == 0 else value.start
        end = last if i == len(several.values) - 1 else value.end
        steps = [_step(several, i) if unit is several else _step(unit, 0) for unit in units]
        path = ".".join([*([owner.prefix] if owner and owner.prefix else []), *steps])
        yield Reference(start, end, path, owner.cited if owner else None)


def _step(unit: Unit, i: int) -> str:
    return f"{unit.name}-{unit.values[i].step}"


def slug(words: str) -> str:
    """The step that an enclosed text of that type has in a path: "Quy chế" is ``"quy-che"``."""
    return fold(unify_spelling(" ".join(words.split()))).replace(" ", "-")
