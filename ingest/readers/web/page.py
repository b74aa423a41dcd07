"""Saved web pages: HTML and MHTML, of portals and of Word. Nothing is fetched: what the file holds is what there is."""

from __future__ import annotations

import email
import re
import unicodedata
from contextlib import suppress
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from ingest.errors import ReadingError
from ingest.readers.legacy.restoring import Restored, restore_runs
from ingest.readers.reading import Reading
from ingest.readers.text.encodings import CP1252, decode_utf16
from ingest.readers.text.plain import LEAST_VIETNAMESE, NOTE_1258, share_of_vietnamese
from ingest.readers.web.content import find_content
from ingest.readers.web.fonts import read_styles
from ingest.readers.web.origin import find_origin
from ingest.readers.web.surroundings import find_document
from ingest.readers.web.text import draw_lines
from ingest.readers.word.rows import Line
from ingest.readers.written import Written, join_lines

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w-]+)", re.IGNORECASE
)
_HEAD = 4096
_LATIN = ("", "windows-1252", "iso-8859-1", "latin1", "us-ascii", "x-user-defined")
_LOST = "Một số ký tự của trang đã hỏng từ trước và được thay bằng dấu “\ufffd”; hãy đối chiếu với bản gốc."
_ADVICE = "Hãy mở trang bằng trình duyệt, lưu lại (hoặc chép nội dung vào tệp .docx) rồi thêm lại."


def read_html(content: bytes, file: Path) -> Reading:
    """The document of a page, without the portal's menus, links and scripts.

    Raises:
        ReadingError: If the page holds no text, or its encoding cannot be told.
    """
    return _read("HTML", content, _Around(), file)


def read_mhtml(content: bytes, file: Path) -> Reading:
    """The document of the first page in *content*, which a browser or Word has saved with all that belongs to it.

    Raises:
        ReadingError: If there is no page in it, or :func:`read_html` refuses the page.
    """
    around = _Around()
    try:
        message = email.message_from_bytes(content)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        inside = None if page is None else page.get_payload(decode=True)
        if page is not None:
            location = page.get("Content-Location") or message.get("Snapshot-Content-Location")
            around = _Around(page.get_content_charset(), location)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):  # of the standard library's parser
        inside = None
    if not isinstance(inside, bytes) or not inside.strip():
        raise ReadingError(file, "tệp MHTML không có trang nào đọc được", _ADVICE)
    return _read("MHTML", inside, around, file)


class _Around(NamedTuple):
    """What the file around a page says of it."""

    charset: str | None = None
    location: str | None = None


def _read(kind: str, content: bytes, around: _Around, file: Path) -> Reading:
    text, notes, sure = _decode(content, around.charset)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        # Characters that no page may hold would end it there.
        root = etree.fromstring(_FORBIDDEN.sub(" ", text).encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise ReadingError(file, "trang HTML lồng quá nhiều lớp, không đọc hết được", _ADVICE)
    if root is None:
        raise ReadingError(file, "trang HTML không có nội dung", _ADVICE)
    styles = read_styles(root)
    origin = find_origin(text, root, around.location)
    written = _write(draw_lines(find_content(root), styles))
    if not sure and share_of_vietnamese(written.text) < LEAST_VIETNAMESE:
        raise ReadingError(file, "không rõ trang HTML dùng mã chữ nào", _ADVICE)
    return written.reading(kind, notes, origin)


def _write(lines: list[Line]) -> Written:
    """The lines of the document among those of a page."""
    restored = restore_runs(lines)
    kept = find_document(lines, restored.paragraphs)
    paragraphs = tuple(compress(restored.paragraphs, kept))
    return join_lines([*compress(lines, kept)], Restored(paragraphs, restored.notes))


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def _decode(content: bytes, charset: str | None) -> tuple[str, tuple[str, ...], bool]:
    """The text of a page, notes, and whether its encoding is beyond doubt: by its mark, its header or its own word.

    Latin encodings are declared by any program that knows no Vietnamese, so that the text itself is heard first.
    What stays is Latin, or in the old fonts, which are read run by run.
    """
    if (wide := decode_utf16(content)) is not None:
        return wide, ((_LOST,) if "\ufffd" in wide else ()), True
    with suppress(UnicodeDecodeError):
        return content.decode("utf-8-sig"), (), True
    declared = _CHARSET.search(content[:_HEAD])
    name = (charset or (next(filter(None, declared.groups())).decode() if declared else "")).lower()
    if name not in _LATIN:
        with suppress(LookupError, ValueError):  # a name that Python does not know, or that is none
            return content.decode(name, "replace"), (_LOST,), True
    in_1258 = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    if share_of_vietnamese(in_1258) >= LEAST_VIETNAMESE:
        return in_1258, (NOTE_1258,), True
    return content.decode("latin-1").translate(CP1252), (), False
