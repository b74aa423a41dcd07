"""PDF: the text it holds, page by page; where a page has none to be trusted, its image is read.

Pages are read one by one and only their lines are kept. What is embedded is named, never opened, and no script is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine
from ingest.readers.printed.columns import order_blocks
from ingest.readers.printed.ocr import HOW_TO_GET, SCAN_AGAIN, OcrError, OcrMissingError, read_page_image
from ingest.readers.printed.pages import name_pages, write_reading
from ingest.readers.printed.pdf_objects import Drawing, name_attachments, open_page, survey
from ingest.readers.printed.pdf_words import PageText, read_words
from ingest.readers.printed.rows import gather_rows
from ingest.readers.printed.tables import TableFinder
from ingest.readers.printed.trust import MOSTLY, Trust, judge_page, layer_confidence
from ingest.readers.reading import Reading

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

PDF = "PDF"
_DOTS_PER_INCH = 300
_MOST_DOTS = 40_000_000
_MOST_NAMED = 5
_UNREAD = "{pages} là ảnh quét chưa đọc được: {why}. {advice}"
_PACKED = "Tệp PDF có {attachments} chưa được đọc. {advice}"
_ROWS = "{pages} có khung kẻ chưa tách được thành bảng, mỗi hàng chỉ đọc thành dòng. Hãy đối chiếu với bản gốc."
_BROKEN = "{pages} bị hỏng nên không đọc được. {advice}"
_UNPACK = "Hãy mở tệp, lưu từng tệp đính kèm ra thư mục rồi thêm lại."
_COPY_AGAIN = "Hãy chép lại tệp gốc, hoặc mở tệp, in ra PDF mới rồi thêm lại."


def read_pdf(content: bytes, file: Path) -> Reading:
    """The text of a PDF, with its pages.

    Raises:
        ReadingError: If it is damaged, locked, without pages or without text, or if it is a scan and this machine
            cannot read scans.
    """
    document = open_pdf(content, file)
    try:
        return _PdfReader(document, TableFinder(content), file).read()
    finally:
        document.close()


def open_pdf(content: bytes, file: Path) -> PdfDocument:
    """The PDF, to be closed.

    Raises:
        ReadingError: If it is damaged, locked or without pages.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD:
        raise ReadingError(file, "tệp PDF có mật khẩu", "Hãy mở tệp bằng mật khẩu, in ra PDF mới rồi thêm lại.")
    if code == pdfium.FPDF_ERR_SECURITY:
        advice = "Hãy mở tệp bằng chương trình đã tạo ra nó, in ra PDF mới rồi thêm lại."
        raise ReadingError(file, "tệp PDF được khóa theo cách chưa hỗ trợ", advice)
    raise ReadingError(file, "tệp PDF bị hỏng, chưa chép đủ hoặc không có trang nào", _COPY_AGAIN)


@dataclass(slots=True)
class _PdfReader:
    """One reading of one PDF: remembers what a person must be told."""

    document: PdfDocument
    tables: TableFinder
    file: Path
    fonts: dict[str, str] = field(default_factory=dict)
    broken: list[int] = field(default_factory=list)
    unread: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    missing: str = ""

    def read(self) -> Reading:
        """All pages.

        Raises:
            ReadingError: If none has text.
        """
        pages = [self._read_page(index) for index in range(len(self.document))]
        if not any(page.blocks for page in pages):
            self._refuse()
        return write_reading(PDF, pages, [*self._notes()])

    def _read_page(self, index: int) -> PrintedPage:
        import pypdfium2

        try:
            page = open_page(self.document, index)
            try:
                return self._read_text_or_image(page, index)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            self.broken.append(index + 1)
            return PrintedPage(index + 1, 1.0, 1.0, ())

    def _read_text_or_image(self, page: PdfPage, index: int) -> PrintedPage:
        drawing, text = survey(page), read_words(page)
        held = " ".join(word.text for word in text.words) or text.aside
        verdict = judge_page(held, text.unmapped, text.invisible, drawing.pictured)
        if verdict is Trust.IMAGE:
            return self._read_image(page, index)
        for note in text.notes:  # one for each encoding, from the page with most fonts
            encoding = note.partition("(")[0]
            self.fonts[encoding] = max(self.fonts.get(encoding, ""), note, key=len)
        blocks = tuple(self._blocks(text, drawing, index)) if verdict is Trust.TEXT else ()
        layered = drawing.pictured and text.invisible > MOSTLY
        confidence = layer_confidence(held) if layered else None
        return PrintedPage(index + 1, max(text.width, 1.0), max(text.height, 1.0), blocks, confidence)

    def _blocks(self, text: PageText, drawing: Drawing, index: int) -> Iterator[Block]:
        words = list(text.words)
        if text.upright and drawing.ruled:
            for table in self.tables.find(index):
                inside = [word for word in words if table.holds(word)]
                if inside:
                    above = [word for word in words if word.bottom < table.top + word.size and not table.holds(word)]
                    yield from order_blocks(gather_rows(above))
                    yield table.block(inside)
                    gone = {id(word) for word in (*above, *inside)}
                    words = [word for word in words if id(word) not in gone]
        yield from order_blocks(gather_rows(words))
        if text.aside:
            line = TextLine(text.aside, 0.0, text.width, text.height / 2, text.height / 2, 1.0, 0.0)
            yield Block((line,), 0.0, text.width, Shape.ROWS)

    def _read_image(self, page: PdfPage, index: int) -> PrintedPage:
        number = index + 1
        try:
            if self.missing:
                raise OcrMissingError(self.missing)
            return read_page_image(_render(page), number)
        except OcrMissingError as error:
            self.missing = str(error)
            self.unread.setdefault((str(error), HOW_TO_GET), []).append(number)
        except OcrError as error:
            self.unread.setdefault((str(error), SCAN_AGAIN), []).append(number)
        return PrintedPage(number, 1.0, 1.0, ())

    def _refuse(self) -> None:
        if self.unread:
            why, advice = next(iter(self.unread))
            raise ReadingError(self.file, fill("tệp PDF chỉ có ảnh quét, mà {why}", why=why), advice)
        if self.broken:
            raise ReadingError(self.file, "các trang của tệp PDF bị hỏng", _COPY_AGAIN)
        if packed := name_attachments(self.document):
            why = fill("tệp PDF chỉ là bìa gói {attachments}", attachments=_count(packed))
            raise ReadingError(self.file, why, _UNPACK)
        raise ReadingError(self.file, "tệp PDF không có chữ nào", "Hãy kiểm tra lại tệp gốc.")

    def _notes(self) -> Iterator[str]:
        yield from self.fonts.values()
        for (why, advice), numbers in self.unread.items():
            yield fill(_UNREAD, pages=name_pages(numbers), why=why, advice=advice)
        if packed := name_attachments(self.document):
            yield fill(_PACKED, attachments=_count(packed), advice=_UNPACK)
        if rows := self.tables.passed_over:
            yield fill(_ROWS, pages=name_pages(rows))
        if self.broken:
            yield fill(_BROKEN, pages=name_pages(self.broken), advice=_COPY_AGAIN)


def _count(packed: list[str]) -> str:
    """ "2 tệp đính kèm (a.docx, b.xlsx)"."""
    names = ", ".join(packed[:_MOST_NAMED]) + ", …" * (len(packed) > _MOST_NAMED)
    return fill("{count} tệp đính kèm ({names})", count=len(packed), names=names)


def _render(page: PdfPage) -> Image:
    """*page* in grey at 300 dots to the inch, fewer where it would be too large."""
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, (_MOST_DOTS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        image: Image = bitmap.to_pil().copy()
        return image
    finally:
        bitmap.close()
