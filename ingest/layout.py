"""The parts of a document's page: head, body, tail, enclosed texts; found once, used by the record and by the tree."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.enclosures import Enclosure, split_enclosures
from ingest.head import split_head
from ingest.letterhead import find_front_end, find_tools_end
from ingest.lines import Line, iter_lines
from ingest.properties import find_properties_end
from ingest.tail import split_tail

__all__ = ["Enclosure", "Layout", "read_layout"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of each part, in order.

    Attributes:
        letterhead: Above the type: issuer, number, place and date.
        type_line: The line that prints the type, if one does.
        title: Lines of the trích yếu; empty where none is recognised.
        body: From the first line below the title.
        recipients: From "Nơi nhận" on.
        signature: Power to sign, role, name; above, between or below the recipients.
        front: Above the letterhead, what a web page prints of its own: the name of the document once more, its menu.
        enclosures: Texts that stand below the document in the same file, in order: a Quy chế, a Phụ lục, a form. The
            type of the one that the document promulgates is ``enclosures[0].type`` (``"Quy chế"``; ``None`` where it
            prints none); its title is ``enclosures[0].title``. Their lines are in no other part.
    """

    letterhead: tuple[Line, ...]
    type_line: Line | None
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    enclosures: tuple[Enclosure, ...] = ()
    front: tuple[Line, ...] = ()

    @property
    def head(self) -> tuple[Line, ...]:
        """All lines above the body."""
        middle = (self.type_line,) if self.type_line and self.type_line not in self.title else ()
        return (*self.front, *self.letterhead, *middle, *self.title)


def read_layout(text: str) -> Layout:
    """Take a cleaned text apart into head, body, tail and enclosures; every line is in exactly one of them."""
    lines = list(iter_lines(text))
    front = find_properties_end(lines)
    front += find_tools_end(lines[front:]) if front else 0
    front += find_front_end(lines[front:])
    letterhead, type_line, title, rest = split_head(lines[front:])
    own, enclosures = split_enclosures(rest)
    body, recipients, signature = split_tail(own)
    return Layout(letterhead, type_line, title, body, recipients, signature, enclosures, tuple(lines[:front]))
