"""The second reader, for what our own cannot open: LibreOffice where it is installed, else the bare text of a DOC."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import ReadingError, UnopenedError
from ingest.language import fill
from ingest.readers.legacy.restoring import Run
from ingest.readers.reading import Reading
from ingest.readers.recognise import DOC, ODT, RTF, WORD_2, WORD_XML, WRITE
from ingest.readers.word.doc_salvage import is_readable, salvage_text
from ingest.readers.word.docx import read_paragraphs
from ingest.readers.word.office import convert_to_docx, find_office
from ingest.readers.written import write_lines

_ENDINGS = {DOC: "doc", RTF: "rtf", "DOCX": "docx", WORD_2: "doc", WRITE: "wri", WORD_XML: "xml", ODT: "odt"}
_OPENED = "LibreOffice đã mở giúp tệp này ({why})."
_NOT_READ = "chưa đọc được "  # vi: what we keep of a kind that is no trouble to LibreOffice
_BROKEN = "hỏng"  # vi: what we keep of a file that is damaged
_OPENED_DAMAGED = "LibreOffice đã mở giúp tệp này ({why}). Hãy đối chiếu với bản gốc."
_DAMAGED = (
    "Tệp DOC bị hỏng một phần nên chỉ lấy được chữ, có thể thiếu số thứ tự tự động, bảng và chú thích. "
    "Hãy đối chiếu với bản gốc."
)
_INSTALL = "{advice}, hoặc cài LibreOffice để máy tự mở (cách cài: python -m ingest doctor)."


def read_unopened(content: bytes, kind: str, refused: UnopenedError) -> Reading:
    """The text of *content*, which the reader of its *kind* *refused*; a note says which way it was read.

    Raises:
        UnopenedError: As it was refused, with LibreOffice named where it would be another try.
    """
    converted = convert_to_docx(content, _ENDINGS[kind])
    if converted is not None and (reading := _read_converted(converted, kind, refused)):
        return reading
    text = salvage_text(content) if kind == DOC else None
    if text is not None:
        return write_lines([Run(line)] for line in text.split("\n")).reading(kind, (_DAMAGED,))
    if find_office() is None:
        raise UnopenedError(refused.file, refused.why, fill(_INSTALL, advice=refused.advice.rstrip("."))) from refused
    raise refused


def _read_converted(converted: bytes, kind: str, refused: UnopenedError) -> Reading | None:
    """``None`` where LibreOffice made nothing of the file, or took its bytes for letters."""
    try:
        written = read_paragraphs(converted, Path(refused.file))
    except ReadingError:
        return None
    words = _OPENED_DAMAGED if _BROKEN in refused.why else _OPENED
    kept = fill("loại tệp {kind}", kind=kind) if refused.why.startswith(_NOT_READ) else refused.why
    note = fill(words, why=kept)
    return written.reading(kind, (note,)) if is_readable(written.text) else None
