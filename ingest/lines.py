"""The lines of a cleaned text, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.patterns.head import COLUMN_GAP
from ingest.patterns.numbering import TABLE_ROW
from ingest.patterns.pages import FURNITURE

_LONGEST_COLUMNS = 1000  # characters; a longer line is a paragraph, whatever gaps it has
_LONGEST_FURNITURE = 200
_MAY_HAVE_GAP = re.compile(r"[|\t]|   ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned text, with its span; a paragraph is one line."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def printed_end(self) -> int:
        """One past its own words, where it was gathered with the lines below it."""
        return self.start + len(self.text)

    @property
    def columns(self) -> list[str]:
        """The texts that stand side by side: the left and the right half of a letterhead; most often one."""
        return split_columns(self.text)


def split_columns(text: str) -> list[str]:
    """The texts that stand side by side in a line; most lines have no gap at all, and are not searched for one."""
    if len(text) > _LONGEST_COLUMNS or not _MAY_HAVE_GAP.search(text):
        return [text]
    return [column for column in COLUMN_GAP.regex.split(text) if column]


def iter_lines(text: str) -> Iterator[Line]:
    """Every line that is not empty, in order."""
    previous_end = 0
    for match in re.finditer(r"[^\n]+", text):
        yield Line(match.start(), match.end(), match[0], match.start() - previous_end > 1)
        previous_end = match.end()


def is_furniture(text: str) -> bool:
    """Whether a line says nothing: a drawn rule, a dotted line to write on, a page number."""
    text = text.strip()
    if len(text) > _LONGEST_FURNITURE:
        return not any(character.isalnum() for character in text)
    return FURNITURE.regex.search(text) is not None


def gather_lines(lines: Sequence[Line]) -> list[Line]:
    """*lines* with what is no paragraph put to the line above it: rules and page numbers, the next rows of a table.

    A gathered line keeps the text of its first; its span goes on to the end of the last.
    """
    gathered: list[Line] = []
    was_row = False
    for line in lines:
        row = TABLE_ROW.regex.search(line.text) is not None
        if gathered and ((row and was_row) or is_furniture(line.text)):
            gathered[-1] = replace(gathered[-1], end=line.end)
        else:
            gathered.append(line)
            was_row = row
    return gathered
