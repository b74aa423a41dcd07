"""Files that are ZIP archives inside: which kind, whether whole, how large once unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

PACKED_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    KeyError,  # a part that is listed nowhere
    ValueError,
    OverflowError,
    RuntimeError,  # a part with a password
    NotImplementedError,  # a packing that Python does not know
)
"""What :mod:`zipfile` raises for a damaged archive."""

_LONGEST_TYPES = 1 << 20
_BEFORE_ROOT = 1 << 16  # bytes: what is declared stands before the first element
_TYPE_MARKS = (b"<!DOCTYPE", *("<!DOCTYPE".encode(letters) for letters in ("utf-16-le", "utf-16-be")))
_DOCX, _XLSX, _PPTX, _ZIP = "DOCX", "XLSX", "PPTX", "ZIP"
_MAIN_PARTS = (
    (b"wordprocessingml.document.main", _DOCX),
    (b"wordprocessingml.template.main", _DOCX),
    (b"ms-word.document.macroEnabled", _DOCX),
    (b"ms-word.template.macroEnabled", _DOCX),
    (b"ms-excel.sheet.binary", "XLSB"),
    (b"spreadsheetml.sheet.main", _XLSX),
    (b"spreadsheetml.template.main", _XLSX),
    (b"ms-excel.sheet.macroEnabled", _XLSX),
    (b"ms-excel.template.macroEnabled", _XLSX),
    (b"presentationml.", _PPTX),
    (b"ms-powerpoint.", _PPTX),
)
_MIME_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "ODT"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ODS"),
    (b"application/vnd.oasis.opendocument.presentation", "ODP"),
    (b"application/epub+zip", "EPUB"),
)
_TRACES = ((b"word/", _DOCX), (b"xl/", _XLSX), (b"ppt/", _PPTX))


def find_packed_kind(content: bytes) -> str:
    """DOCX, XLSX, XLSB, PPTX, ODT, ODS, ODP, EPUB or, for anything else, ZIP; by what the archive says it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "[Content_Types].xml" in names:
                with archive.open("[Content_Types].xml") as part:
                    types = part.read(_LONGEST_TYPES)
                return next((kind for mark, kind in _MAIN_PARTS if mark in types), _ZIP)
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    mime = part.read(200)
                return next((kind for mark, kind in _MIME_TYPES if mime.startswith(mark)), _ZIP)
            return _ZIP
    except DAMAGE:
        return _guess_damaged(content)


def _guess_damaged(content: bytes) -> str:
    """The kind of an archive that does not open, by the names written before each part."""
    if b"[Content_Types].xml" not in content:
        return _ZIP
    return next((kind for trace, kind in _TRACES if trace in content), _ZIP)


def unpacked_size(content: bytes) -> int | None:
    """Bytes of all parts once unpacked, as the archive declares them; ``None`` where it does not open.

    Python's reader stops at the declared size of a part, so that an archive that declares too little gives no more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except DAMAGE:
        return None


def declares_types(content: bytes) -> bool:
    """Whether a part of XML declares a type of document, as only files that do harm by entities have it.

    Raises:
        Exception: One of :data:`DAMAGE`, where a part does not open.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.lower().endswith((".xml", ".rels")):
                with archive.open(name) as part:
                    beginning = part.read(_BEFORE_ROOT)
                if any(mark in beginning for mark in _TYPE_MARKS):
                    return True
    return False
