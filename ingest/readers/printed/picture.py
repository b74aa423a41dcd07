"""A page of a kept file is drawn, and its words are placed on it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.printed.images import open_frame
from ingest.readers.printed.page_picture import PagePicture
from ingest.readers.printed.pdf import open_pdf
from ingest.readers.printed.pdf_objects import open_page
from ingest.readers.printed.pdf_words import read_words
from ingest.readers.recognise import IMAGES, PDF, find_kind

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

_WIDEST, _HIGHEST = 1500, 2400  # pixels: letters of 8 points stay legible at twice the width of a screen's half
_QUALITY = 75  # of WebP, encoded in a tenth of a second: a page of text takes some 200 KB


def draw_page(content: bytes, file: Path, number: int) -> PagePicture:
    """The page of that *number* of a file of a kind that has pages to show; *file* is for messages.

    Raises:
        ReadingError: If the page cannot be drawn, the file has no such page, or is of another kind.
    """
    kind = find_kind(content)
    if kind == PDF:
        return _draw_pdf(content, file, number)
    if kind in IMAGES:
        frame, pages = open_frame(content, file, number)
        frame.thumbnail((_WIDEST, _HIGHEST))
        return PagePicture(number, pages, _pack_picture(frame), float(frame.width), float(frame.height))
    raise ReadingError(file, fill("tệp {kind} không có trang để vẽ", kind=kind), _OPEN_ELSEWHERE)


_OPEN_ELSEWHERE = "Hãy tải tệp gốc về để mở bằng chương trình của tệp."


def _draw_pdf(content: bytes, file: Path, number: int) -> PagePicture:
    import pypdfium2

    document = open_pdf(content, file)
    try:
        if not 1 <= number <= len(document):
            raise ReadingError(file, fill("tệp không có trang {number}", number=number), _OPEN_ELSEWHERE)
        page = open_page(document, number - 1)
        try:
            return _draw_pdf_page(page, number, len(document))
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        raise ReadingError(file, fill("trang {number} bị hỏng", number=number), _OPEN_ELSEWHERE) from None
    finally:
        document.close()


def _draw_pdf_page(page: PdfPage, number: int, pages: int) -> PagePicture:
    """Turned so that its text is upright, as its words are placed; a page without text as the file shows it."""
    text = read_words(page)
    turned = (90 * text.turn - page.get_rotation()) % 360 if text.words else 0
    width, height = (text.width, text.height) if text.words else page.get_size()
    width, height = max(width, 1.0), max(height, 1.0)
    bitmap = page.render(scale=min(_WIDEST / width, _HIGHEST / height), rotation=turned)
    try:
        return PagePicture(number, pages, _pack_picture(bitmap.to_pil()), width, height, text.words)
    finally:
        bitmap.close()


def _pack_picture(image: Image) -> bytes:
    out = BytesIO()
    image.convert("RGB").save(out, "WEBP", quality=_QUALITY, method=1)
    return out.getvalue()
