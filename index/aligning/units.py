"""Document -> units: the provisions that have words of their own, as they are aligned with those of another text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.addresses import find_enclosure, name_level
from ingest.models import RECIPIENTS, SIGNATURE, TITLE, Document, Provision
from ingest.patterns.numbering import NUMBERING, PREFIXED

LEFT_OUT = (TITLE, RECIPIENTS, SIGNATURE)
"""Differ between any two documents, and are no clause of either."""
_REPEATED = re.compile(r"-lan-\d+$")
_NUMBERLESS = re.compile(r"doan-|mo-dau|ket$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision's heading and words of its own; what stands below it are units of their own.

    Attributes:
        place: Its own, counted from 0 in the order of the text.
        parent: Place of the unit it stands in; ``None`` at the root.
        address: Of the provision.
        kind: What the provision is called: ``"khoản"``.
        start: First character of its own words, in ``Document.text``.
        end: One past the last; below it nothing but its children follows.
        words_start: Past its number: of ``"3. Nơi cư trú"`` where the name begins.
        heading_end: One past its heading, where more words of its own follow; else *end*.
        whole_end: One past its last child.
        scope: Root of the enclosed text it stands in; empty in the document itself.
    """

    place: int
    parent: int | None
    address: str
    kind: str
    start: int
    end: int
    words_start: int
    heading_end: int
    whole_end: int
    scope: str

    @property
    def step(self) -> str:
        """The last step of the address, by which the text itself names it: ``"khoan-3"``."""
        return _REPEATED.sub("", self.address.rpartition(".")[2])

    @property
    def is_numbered(self) -> bool:
        """Whether it bears a number or letter, and is not merely counted."""
        return not _NUMBERLESS.match(self.step)


def find_units(document: Document) -> tuple[Unit, ...]:
    """The units in the order of the text: letterhead, recipients and signatures are left out.

    Items within one paragraph belong to it. Together the units hold every letter of what is not left out, once.
    """
    units: list[Unit] = []
    for root in document.tree:
        _gather(document.text, root, None, -1, units)
    return tuple(units)


def _gather(text: str, node: Provision, parent: int | None, numbered: int, units: list[Unit]) -> None:
    """Append the units of *node*; *numbered* is where the numbered provision it stands in begins."""
    step = node.address.rpartition(".")[2]
    if step in LEFT_OUT:
        return
    numbered = numbered if _NUMBERLESS.match(step) else node.start
    below = _list_below(text, node)
    if below and below[0].start == node.start == numbered and not _list_below(text, below[0]):
        below = below[1:]  # "2. Đơn gồm:" and further paragraphs: the first one is what the number stands before
    own_end = below[0].start if below else node.end
    end = node.start + len(text[node.start : own_end].rstrip())
    if node.start < end:
        place = len(units)
        scope = find_enclosure(node.address) or ""
        words = find_words(text, node.start, end) if node.start == numbered else node.start
        heading = node.start + len(node.heading.rstrip()) if node.heading else end
        kind = name_level(node.address)
        units.append(Unit(place, parent, node.address, kind, node.start, end, words, heading, node.end, scope))
        parent = place
    for child in below:
        _gather(text, child, parent, numbered, units)


def _list_below(text: str, node: Provision) -> list[Provision]:
    return [child for child in node.children if not _is_within_a_line(text, child)]


def _is_within_a_line(text: str, node: Provision) -> bool:
    return bool(text[text.rfind("\n", 0, node.start) + 1 : node.start].strip())


def find_words(text: str, start: int, end: int) -> int:
    """Where the words begin behind the number that opens ``text[start:end]``."""
    line_end = text.find("\n", start, end)
    line = text[start : end if line_end < 0 else line_end]
    behind = max((match.end() for one in (*NUMBERING, PREFIXED) if (match := one.regex.match(line))), default=0)
    words = text[start + behind : end]
    return start + behind + len(words) - len(words.lstrip())


def find_below(units: Sequence[Unit]) -> list[list[int]]:
    """For each of *units* the places of all that stand in it, itself first."""
    below: list[list[int]] = [[unit.place] for unit in units]
    for unit in units:
        above = unit.parent
        while above is not None:
            below[above].append(unit.place)
            above = units[above].parent
    return below
