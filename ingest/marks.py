"""What a file marks in its text: the rows of its tables, the anchors of its page. Spans are half-open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a long one may hold several lines.

    Attributes:
        start: First character, in the text that the table is of.
        end: One past the last.
        header: Whether it names the columns, or is the caption over them.
    """

    start: int
    end: int
    header: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a row of a table: {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class TableHeader:
    """The header of a table, word for word, for a row that stands elsewhere.

    Attributes:
        start: First character in ``Document.text``.
        end: One past the last, so ``text[start:end] == self.text``.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not self.text or self.end - self.start != len(self.text):
            raise ValueError(f"a header is a slice: {self.start}, {self.end}, {self.text!r}")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table in the order of the text; one that goes on over pages may have its header printed anew.

    Raises:
        ValueError: If it has no rows, or they overlap.
    """

    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        if not self.rows or any(one.end > other.start for one, other in zip(self.rows, self.rows[1:], strict=False)):
            raise ValueError("rows of a table follow one another")

    @property
    def start(self) -> int:
        """First character."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.rows[-1].end

    def find_header(self, text: str, start: int) -> TableHeader | None:
        """The nearest header above what begins at *start*, of a header itself what stands above there; ``None``
        where nothing does."""
        above = [span for span in self._headers() if span[0] < start]
        if not above:
            return None
        first, last = above[-1][0], min(above[-1][1], start)
        said = text[first:last].rstrip()
        return TableHeader(first, first + len(said), said)

    def names_columns(self, start: int, end: int) -> bool:
        """Whether all that stands from *start* to *end* is header, and rows follow that are read under it."""
        below = [row for row in self.rows if row.end > start]
        return any(not row.header for row in below) and all(row.header for row in below if row.start < end)

    def _headers(self) -> Iterator[tuple[int, int]]:
        """Spans of the unbroken runs of header rows."""
        for header, run in groupby(self.rows, key=lambda row: row.header):
            rows = [*run]
            if header:
                yield rows[0].start, rows[-1].end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of a saved page that a link may name: ``page.html#dieu_5``.

    Attributes:
        start: First character of the line it stands at, in the text that it is of.
    """

    name: str
    start: int

    def __post_init__(self) -> None:
        if not self.name or self.start < 0:
            raise ValueError(f"an anchor: {self.name!r}, {self.start}")
