"""DOCX: the text as Word prints it, with automatic numbers, tables and notes; heads and feet of pages left out."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import ReadingError
from ingest.readers.reading import Reading
from ingest.readers.word.docx_body import BodyReader
from ingest.readers.word.docx_package import W, open_package
from ingest.readers.written import Written, write_lines

DOCX = "DOCX"
_NOT_TEXT = "Nếu văn bản nằm trong ảnh, hãy xuất tệp ra PDF rồi thêm lại."


def read_docx(content: bytes, file: Path) -> Reading:
    """The text of *content*, a line for a paragraph, an empty one for an empty paragraph.

    A note stands after the paragraph that calls it, both marked ``[1]``; a row of a table is one line, its cells
    parted by `` | ``. Deleted and hidden text, comments and codes of fields are left out.

    Raises:
        ReadingError: If it is damaged, protected by a password, may be harmful, or has no text.
    """
    return read_paragraphs(content, file).reading(DOCX)


def read_paragraphs(content: bytes, file: Path) -> Written:
    """The paragraphs of a DOCX in Unicode.

    Raises:
        ReadingError: As :func:`read_docx`.
    """
    package = open_package(content, file)
    document = package.part(package.main)
    body = None if document is None else document.find(W + "body")
    lines = [] if body is None else BodyReader(package, document).lines(body)
    written = write_lines(lines)
    if not written.text.strip():
        raise ReadingError(file, "tệp không có chữ nào", _NOT_TEXT)
    return written
