"""What a reader gives: the pages of a file as raw text, before any cleaning."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.marks import Anchor, Table

PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a file; those of a file that does not count them, as a DOCX or a text, have no number.

    Attributes:
        text: Raw text in reading order, a line end after each paragraph; running heads, feet and page numbers left out.
        number: Counted from 1 in the file, whatever is printed on the page; ``None`` where it does not count them.
        confidence: How far an optical reading may be trusted, from 0 to 1; ``None`` for text that was born digital.
    """

    text: str
    number: int | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        if PAGE_BREAK in self.text:
            raise ValueError("a page holds no page break")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence}")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file, page after page.

    Attributes:
        kind: What the content is, as a person calls it: ``"PDF"``, ``"DOCX"``, ``"văn bản thuần"``.
        notes: What a person should know of the reading, each a whole sentence in Vietnamese
            ("Chữ viết bằng phông TCVN3 đã được chuyển sang Unicode.").
        tables: Those that the file itself marks, their spans in :attr:`text`.
        anchors: Of a saved page, their offsets in :attr:`text`.
        saved_from: Address of the page on the web, ``http`` or ``https``, where the file says it.
    """

    kind: str
    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    saved_from: str | None = None

    @property
    def text(self) -> str:
        """The pages joined by page breaks."""
        return PAGE_BREAK.join(page.text for page in self.pages)


def unpaged(kind: str, text: str, notes: tuple[str, ...] = ()) -> Reading:
    """The reading of a file whose pages have no numbers; page breaks in *text* part them, if it has any."""
    return Reading(kind, tuple(Page(part) for part in text.split(PAGE_BREAK)), notes)
