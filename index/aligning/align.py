"""Two documents -> pairs of units: the same, changed, moved, new, gone; split and merged where that is clear."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.aligning.kin import find_kin
from index.aligning.likeness import Matrix, make_side
from index.aligning.matching import Matched, match_units
from index.aligning.order import find_heaviest_run
from index.aligning.units import Unit, find_units
from index.aligning.wording import Change, find_changes
from ingest.models import Document

Status = Literal["same", "changed", "moved", "new", "gone"]
STATUSES: tuple[Status, ...] = ("same", "changed", "moved", "new", "gone")
_ROOT = -1


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of the old document and what became of it, or a new one.

    Attributes:
        old: ``None`` for a new unit.
        new: ``None`` for a unit that is gone.
        moved: Whether it stands in another provision, or elsewhere among its neighbours, than before.
        changes: In which words the two differ, behind their numbers.
        kin: Of a new unit the old ones that it was split from, of a unit that is gone the new ones it was merged into.
    """

    old: Unit | None
    new: Unit | None
    moved: bool = False
    changes: tuple[Change, ...] = ()
    kin: tuple[Unit, ...] = ()

    def __post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise ValueError("a pair has a unit at least")

    @property
    def status(self) -> Status:
        """What became of the unit; one that was moved may be :attr:`changed` too."""
        if self.old is None:
            return "new"
        if self.new is None:
            return "gone"
        return "moved" if self.moved else "changed" if self.changed else "same"

    @property
    def changed(self) -> bool:
        """Whether the words differ, and not only their spelling."""
        return any(not change.spelling for change in self.changes)

    @property
    def respelled(self) -> bool:
        """Whether only the spelling differs."""
        return bool(self.changes) and not self.changed

    @property
    def renumbered(self) -> bool:
        """Whether the number or letter differs."""
        both = self.old is not None and self.new is not None
        return both and self.old.step != self.new.step and self.new.is_numbered  # type: ignore[union-attr]


def align_documents(old: Document, new: Document, meaning: tuple[Matrix, Matrix] | None = None) -> tuple[Pair, ...]:
    """Every unit of both documents, once: in the order of the new one, what is gone where it stood.

    Args:
        meaning: For the units of each document, as :func:`~index.aligning.units.find_units` gives them, rows of
            vectors; without them only words, numbers and order speak.
    """
    ours, theirs = meaning or (None, None)
    before, after = make_side(old.text, find_units(old), ours), make_side(new.text, find_units(new), theirs)
    matched = match_units(before, after)
    moved = find_moved(before.units, after.units, matched)
    back = {b: a for a, b in matched.items()}
    merged, split = find_kin(before, after, matched), find_kin(after, before, back)
    rows: list[Pair] = []
    for unit in after.units:
        if (place := back.get(unit.place)) is None:
            rows.append(Pair(None, unit, kin=_pick(before.units, split.get(unit.place))))
        else:
            own = before.units[place]
            spans = (own.words_start, own.end), (unit.words_start, unit.end)
            rows.append(Pair(own, unit, place in moved, find_changes(old.text, new.text, *spans)))
    gone = [
        Pair(unit, None, kin=_pick(after.units, merged.get(unit.place)))
        for unit in before.units
        if unit.place not in matched
    ]
    return tuple(_put_gone_in_place(rows, gone))


def find_moved(old: Sequence[Unit], new: Sequence[Unit], matched: Matched) -> set[int]:
    """Places in the old text of the units that were moved.

    Moved is what stands under another provision, and what left the order of those it stands with: the longest
    stretches of text stay, the others moved. A provision that is new or gone is looked through to what holds it; what
    moves along with its provision stays where it was.
    """
    back = {b: a for a, b in matched.items()}
    groups: dict[int, list[int]] = {}
    moved: set[int] = set()
    for a, b in matched.items():
        above, now_above = _find_above(old, a, matched), _find_above(new, b, back)
        if now_above == (_ROOT if above == _ROOT else matched[above]):
            groups.setdefault(above, []).append(a)
        else:
            moved.add(a)
    for places in groups.values():
        lengths = [old[a].whole_end - old[a].start for a in places]
        run = find_heaviest_run([matched[a] for a in places], lengths)
        moved |= set(places) - {places[i] for i in run}
    return moved


def _find_above(units: Sequence[Unit], place: int, matched: Mapping[int, int]) -> int:
    """The nearest unit above that has a pair."""
    above = units[place].parent
    while above is not None and above not in matched:
        above = units[above].parent
    return _ROOT if above is None else above


def _pick(units: Sequence[Unit], place: int | None) -> tuple[Unit, ...]:
    return () if place is None else (units[place],)


def _put_gone_in_place(rows: Sequence[Pair], gone: Sequence[Pair]) -> Iterator[Pair]:
    """*rows* with each of *gone* behind the nearest unit before it that stayed where it was."""
    stayed = {pair.old.place: place for place, pair in enumerate(rows) if pair.old and not pair.moved}
    order = sorted(stayed)
    behind: dict[int, list[Pair]] = {}
    for pair in gone:
        before = bisect_left(order, pair.old.place) if pair.old else 0
        behind.setdefault(stayed[order[before - 1]] if before else _ROOT, []).append(pair)
    yield from behind.get(_ROOT, ())
    for place, pair in enumerate(rows):
        yield pair
        yield from behind.get(place, ())
