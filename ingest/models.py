"""The values that flow through the library: frozen, self-checking, free of any storage or model.

Offsets everywhere are code points in ``Document.text`` (cleaned, NFC), from 0, half-open.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.marks import Anchor, Table, TableHeader
from ingest.mentions import Citation, Reference
from ingest.patterns.words import TITLE_GOES_ON
from ingest.relating.relation import TextRelation

OPENING = "mo-dau"
CLOSING = "ket"
TITLE = "tieu-de"
RECIPIENTS = "noi-nhan"
SIGNATURE = "chu-ky"
LEGIBLE = 0.945
"""Confidence of an optical reading from which a page is trusted; quotes from one below it are to be checked.

Chosen on 35 pages scanned in 35 ways (``bench.scanning``): of seven with fewer than 0.97 of their syllables right, one
was above it, of the 28 others two below. On 35 pages of other texts and fonts: three of nine (0.96 right), three of 26.
"""
EFFECT = "effect"
"""Field of the finding that says from when a document holds: "Quyết định này có hiệu lực kể từ ngày ký"."""
SURE = 0.8
"""Confidence from which a fact of the record is taken as read; below it a person should look."""
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")  # vi: types as printed


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself. What it does not print stays ``None`` or empty, never guessed.

    Attributes:
        type: From the printed heading ("Thông báo"), not from the sign.
        number: The document's own sign, normalised.
        title: Trích yếu, in sentence case.
        date: Day of issue, as printed beside the place.
        event_date: Day of the meeting or event the document reports.
        power: By whose power it is signed, as printed: ``"T/M BỘ CHÍNH TRỊ"``, ``"TM. Chính phủ, KT. Thủ tướng"``.
        signer_role: The signer's own office: ``"Phó Thủ tướng"``.
        recipients: Nơi nhận, one entry a recipient, without dashes and end marks.
        enclosed: Type of the text that the document promulgates and holds: ``"Quy chế"``.
        secrecy: ``"Mật"``, ``"Tối mật"``, ``"Tuyệt mật"``.
        urgency: ``"Khẩn"``, ``"Thượng khẩn"``, ``"Hỏa tốc"``.
        source: Name of the file it was read from.
    """

    type: str | None = None
    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: datetime.date | None = None
    event_date: datetime.date | None = None
    signer: str | None = None
    signer_role: str | None = None
    power: str | None = None
    recipients: tuple[str, ...] = ()
    enclosed: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    source: str | None = None

    @property
    def name(self) -> str:
        """What a person calls it: type, number and title, as far as printed; a law goes by its title first."""
        number = f"số {self.number}" if self.number else None  # vi: a name
        title = self.title
        if title and self.type and title.lower().startswith(f"{self.type.lower()} "):
            return f"{title} {number}" if number else title
        if title and (self.type or number) and TITLE_GOES_ON.regex.search(title):
            title = title[0].lower() + title[1:]
        if self.type in _LAWS:
            number, title = title, number
        words = [part for part in (self.type, number, title) if part]
        return " ".join(words) or self.source or "Văn bản không tên"  # vi: in place of a name

    @property
    def label(self) -> str:
        """The name as it is shown, with the mark of secrecy that is printed: ``"… [Mật]"``."""
        return f"{self.name} [{self.secrecy}]" if self.secrecy else self.name


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the document's tree.

    Its heading, the text of its own and its children follow one another and tile ``[start, end)``
    (white space between them belongs to nobody).

    Attributes:
        address: Unique in the document: ``"II.5"``, ``"dieu-5.khoan-2.diem-a"``.
        heading: The heading line as printed; ``None`` where the text begins at once.
        start: First character of the heading, or of the text where there is none.
        end: One past the last character of the node, its children included.
        text_start: Where the text of its own begins; equals *start* without a heading.
        children: In the order of the text.
    """

    address: str
    heading: str | None
    start: int
    end: int
    text_start: int
    children: tuple[Provision, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.text_start <= self.end:
            raise ValueError(f"{self.address}: span {self.start}, {self.text_start}, {self.end}")

    @property
    def text_end(self) -> int:
        """One past the text of its own: where the first child begins."""
        return self.children[0].start if self.children else self.end

    def walk(self) -> Iterator[Provision]:
        """The node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page of the file begins in the text.

    Attributes:
        number: Counted from 1 in the file.
        start: First character of the page in ``Document.text``; a page without text begins where the next one does.
        confidence: How far an optical reading may be trusted, from 0 to 1; ``None`` for text that was born digital.
    """

    number: int
    start: int
    confidence: float | None = None

    @property
    def doubtful(self) -> bool:
        """Whether its words must be checked against the file."""
        return self.confidence is not None and self.confidence < LEGIBLE


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the text says a fact of the record, and how surely it was read.

    Attributes:
        field: A field of :class:`Metadata`; ``"bases"`` for a legal basis ("Căn cứ …"), ``EFFECT``.
        start: First character of the words it was read from.
        end: One past the last.
        confidence: From 0 to 1; below ``SURE`` a person should look.
    """

    field: str
    start: int
    end: int
    confidence: float

    def __post_init__(self) -> None:
        if not (0 <= self.start < self.end and 0 <= self.confidence <= 1):
            raise ValueError(f"{self.field}: {self.start}, {self.end}, {self.confidence}")


@dataclass(frozen=True, slots=True)
class Document:
    """A text, what it says of itself, its tree and its mentions of others.

    Attributes:
        id: Number and day of issue (``"102-QĐ/TW@2017-11-15"``); without them, type and a hash.
        text: Cleaned text, NFC; every span of the document points into it.
        tree: Roots in the order of the text.
        citations: In the order of the text.
        pages: Of the file it was read from, in order; empty where the file has none.
        findings: Where the facts of the record stand, in the order of the text.
        notes: What a person should know of the reading, each a whole sentence in Vietnamese.
        references: Mentions of provisions, in the order of the text.
        tables: In the order of the text.
        anchors: Of the page it was saved from, in the order of the text.
        saved_from: Address of that page on the web, ``http`` or ``https``; ``None`` where the file does not say.
        relations: What the text says of the documents it cites, in the order of the text.
    """

    id: str
    text: str
    metadata: Metadata
    tree: tuple[Provision, ...]
    citations: tuple[Citation, ...]
    pages: tuple[PageStart, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    tables: tuple[Table, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    saved_from: str | None = None
    relations: tuple[TextRelation, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Every provision, in the order of the text."""
        for root in self.tree:
            yield from root.walk()

    def find_provision(self, address: str) -> Provision | None:
        """The provision at *address*, or ``None``."""
        return next((node for node in self.walk() if node.address == address), None)

    def walk_to(self, at: int) -> Iterator[Provision]:
        """The provisions that the character *at* stands in, from the root to the innermost."""
        nodes = self.tree
        while node := next((one for one in nodes if one.start <= at < one.end), None):
            yield node
            nodes = node.children

    def find_table(self, start: int) -> Table | None:
        """The table that the character at *start* stands in."""
        return next((table for table in self.tables if table.start <= start < table.end), None)

    def find_table_header(self, start: int) -> TableHeader | None:
        """The header that what begins at *start* stands under; ``None`` outside tables and on a header."""
        table = self.find_table(start)
        return table.find_header(self.text, start) if table else None

    def find_anchor(self, first: int, last: int) -> str | None:
        """Name of the last anchor that is not before *first* and not after *last*."""
        return next((one.name for one in reversed(self.anchors) if first <= one.start <= last), None)

    def find_pages(self, start: int, end: int) -> tuple[PageStart, ...]:
        """The pages that ``text[start:end]`` stands on, in order; empty where the file has none."""
        bounds = [page.start for page in self.pages] + [len(self.text)]
        return tuple(
            page for page, after in zip(self.pages, bounds[1:], strict=True) if page.start < end and start < after
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim slice of one document: the unit we search and cite.

    Attributes:
        document_id: ``Document.id``.
        address: Provision it is, e.g. ``"dieu-5.khoan-2"``; a long one is cut into several passages.
        headings: From root to leaf, as printed.
        start: First character in ``Document.text``.
        end: One past the last character, so ``text[start:end] == self.text``.
        text: The slice itself, never trimmed or rewritten.
        table_header: Of the table that it stands in, if the header is no part of it.

    Raises:
        ValueError: If the slice is empty, or ``end - start != len(text)``.
    """

    document_id: str
    address: str
    headings: tuple[str, ...]
    start: int
    end: int
    text: str
    table_header: TableHeader | None = None

    def __post_init__(self) -> None:
        if not self.text or self.end - self.start != len(self.text):
            raise ValueError(f"a passage is a slice: {self.document_id} {self.address} {self.start}, {self.end}")
