"""Lines of runs -> the text of a file in Unicode, with what its lines are marked with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from ingest.marks import Anchor, Row, Table
from ingest.readers.legacy.restoring import Restored, restore_runs
from ingest.readers.reading import PAGE_BREAK, Page, Reading
from ingest.readers.word.rows import Line, marks_of


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file whose pages have no numbers.

    Attributes:
        notes: What was done to it, for ``Reading.notes``.
        tables: Spans in *text*, as are the offsets of *anchors*.
    """

    text: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    def reading(self, kind: str, notes: Sequence[str] = (), saved_from: str | None = None) -> Reading:
        """The reading of a file of that *kind*; *notes* come before those on the text."""
        pages = tuple(Page(part) for part in self.text.split(PAGE_BREAK))
        return Reading(kind, pages, (*notes, *self.notes), self.tables, self.anchors, saved_from)


def write_lines(lines: Iterable[Line]) -> Written:
    """*lines*, one below the other, in Unicode."""
    lines = [*lines]
    return join_lines(lines, restore_runs(lines))


def join_lines(lines: Sequence[Line], restored: Restored) -> Written:
    """The paragraphs that were *restored*, one for each of *lines*, one below the other."""
    ends = accumulate(len(paragraph) + 1 for paragraph in restored.paragraphs)
    spans = [(start, end - 1) for start, end in pairwise((0, *ends))]
    anchors = (
        Anchor(name, start) for line, (start, _) in zip(lines, spans, strict=True) for name in marks_of(line).anchors
    )
    return Written("\n".join(restored.paragraphs), restored.notes, tuple(_tables(lines, spans)), tuple(anchors))


def _tables(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> Iterable[Table]:
    """Tables of two rows or more; of one that another line cuts, a note or a text box, what stands around it."""
    marked = [marks_of(line).row for line in lines]
    rows = [
        (mark, Row(own[0][0], own[-1][1], mark.header))
        for mark, run in groupby(zip(marked, spans, strict=True), key=lambda pair: pair[0])
        if mark is not None and (own := [span for _, span in run if span[0] < span[1]])
    ]
    for _, members in groupby(rows, key=lambda pair: id(pair[0].table)):
        table = tuple(row for _, row in members)
        if len(table) > 1:
            yield Table(table)
