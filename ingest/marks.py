"""What a file marks in its text: the rows of its tables, the anchors of its page. Spans are half-open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice


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
        last = bisect_left(self.rows, start, key=lambda row: row.start)
        while last and not self.rows[last - 1].header:
            last -= 1
        first = last
        while first and self.rows[first - 1].header:
            first -= 1
        if first == last:
            return None
        span = self.rows[first].start, min(self.rows[last - 1].end, start)
        said = text[slice(*span)].rstrip()
        return TableHeader(span[0], span[0] + len(said), said)

    def names_columns(self, start: int, end: int) -> bool:
        """Whether all that stands from *start* to *end* is header, and rows follow that are read under it."""
        below = bisect_right(self.rows, start, key=lambda row: row.end)
        first = next((row for row in islice(self.rows, below, None) if not row.header), None)
        return first is not None and first.start >= end


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
