"""What kind of file some bytes are: by what stands in them, never by a name."""

from __future__ import annotations

import re

from ingest.language import fill
from ingest.readers.compound import COMPOUND_SIGNATURE, root_names
from ingest.readers.packed import PACKED_SIGNATURES, find_packed_kind
from ingest.readers.text.encodings import decode_utf16, has_byte_order_mark

PLAIN = "văn bản thuần"
HTML, MHTML, EMAIL = "HTML", "MHTML", "thư điện tử"
DOC, XLS, PPT, OLD_OFFICE, LOCKED, OUTLOOK = "DOC", "XLS", "PPT", "Office đời cũ", "Office có mật khẩu", "thư Outlook"
WORD_XML, EXCEL_XML = "Word 2003 XML", "Excel 2003 XML"
WORD_2, WRITE, ODT = "Word 2", "Windows Write", "ODT"
PDF, RTF = "PDF", "RTF"
PNG, JPEG, TIFF, BMP, GIF, WEBP, HEIC = (
    fill("ảnh {name}", name=name) for name in ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WebP", "HEIC")
)
IMAGES = (PNG, JPEG, TIFF, BMP, GIF, WEBP)
PROGRAM, SOUND, VIDEO = "chương trình", "âm thanh", "phim"

_HEAD = 65536
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"AT&TFORM", "DjVu"),
    (b"ITSF\x03", "CHM"),
    (b"SQLite format 3\x00", "cơ sở dữ liệu SQLite"),
)
# These begin with letters that a text may begin with too: only where bytes follow that no text has.
_BINARY_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"II*\x00", 0, TIFF),
    (b"MM\x00*", 0, TIFF),
    (b"II+\x00", 0, TIFF),
    (b"MM\x00+", 0, TIFF),
    (b"WEBP", 8, WEBP),
    (b"WAVE", 8, SOUND),
    (b"AVI ", 8, VIDEO),
    (b"ftyphe", 4, HEIC),
    (b"ftypmif1", 4, HEIC),
    (b"ftypM4A", 4, SOUND),
    (b"ftyp", 4, VIDEO),
    (b"\xdb\xa5\x2d\x00", 0, WORD_2),
    (b"1\xbe\x00\x00", 0, WRITE),
    (b"2\xbe\x00\x00", 0, WRITE),
    (b"BM", 0, BMP),
    (b"MZ", 0, PROGRAM),
    (b"\x7fELF", 0, PROGRAM),
    (b"ID3", 0, SOUND),
    (b"OggS", 0, SOUND),
    (b"\xff\xfb", 0, SOUND),
    (b"BZh", 0, "BZIP2"),
    (b"\xfd7zXZ\x00", 0, "XZ"),
    (b"ustar", 257, "TAR"),
)
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", PPT),
    ("__properties_version1.0", OUTLOOK),
)
_TRACES = tuple((name.encode("utf-16-le"), kind) for name, kind in _STREAMS if name != "Book")
# A mark of PDF below junk: printers and scanners put their commands above it.
_LATE_PDF = re.compile(rb"%PDF-\d\.\d")
_PDF_OBJECT = re.compile(rb"\bobj\b")
_LATE_PDF_HEAD = 1024
_PRELUDE = r"\s*+(?><\?xml[^>]*>\s*|<!--.*?-->\s*)*+"
_OPENS_HTML = re.compile(
    _PRELUDE + r"<(?:!doctype\s+html|html|head|body|meta|title|table|div)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"</?(?:html|head|body|meta|link|title|table|tbody|tr|td|th|div|p|br|span|font|a|b|i|u|em|strong|ol|ul|li|h[1-6]|center)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_FEWEST_TAGS, _LEAST_SHARE = 8, 0.08
_OFFICE_XML = (
    (re.compile(r"<\w+:wordDocument\b"), WORD_XML),
    (re.compile(r"urn:schemas-microsoft-com:office:spreadsheet"), EXCEL_XML),
)
_MAIL_HEADER = re.compile(
    r"(?:from|to|date|subject|mime-version|received|return-path|message-id|content-type|x-[\w-]+|snapshot-content-location):\s",
    re.IGNORECASE,
)
_RELATED = re.compile(r"^content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_MAIL = re.compile(r"^(?:mime-version|message-id|received):\s", re.IGNORECASE | re.MULTILINE)


def find_kind(content: bytes) -> str:
    """The kind of *content*, as a person calls it; :data:`PLAIN` where nothing says otherwise."""
    if content.startswith(PACKED_SIGNATURES):
        return find_packed_kind(content)
    if content.startswith(COMPOUND_SIGNATURE[:4]):
        return _find_compound_kind(content)
    found = next((kind for signature, kind in _SIGNATURES if content.startswith(signature)), None)
    if found is None and b"\x00" in content[:_HEAD] and not has_byte_order_mark(content):
        found = next((kind for mark, at, kind in _BINARY_SIGNATURES if content.startswith(mark, at)), None)
    if found is None and _has_late_pdf(content):
        return PDF
    return found or _find_text_kind(content[:_HEAD])


def _has_late_pdf(content: bytes) -> bool:
    """Whether a PDF begins below the commands of a printer, and is no text that speaks of one."""
    late = _LATE_PDF.search(content, 0, _LATE_PDF_HEAD)
    return late is not None and _PDF_OBJECT.search(content, late.end(), 4 * _HEAD) is not None


def _find_compound_kind(content: bytes) -> str:
    names = root_names(content)
    if found := next((kind for name, kind in _STREAMS if name in names), None):
        return found
    return next((kind for trace, kind in _TRACES if trace in content), OLD_OFFICE)  # the directory is damaged


def _find_text_kind(head: bytes) -> str:
    text = decode_utf16(head) or head.decode("latin-1").removeprefix("ï»¿")  # vi: a byte order mark
    if text.lstrip().startswith("{\\rtf"):
        return RTF
    if _MAIL_HEADER.match(text):
        top = text.replace("\r\n", "\n").partition("\n\n")[0]
        if _RELATED.search(top):
            return MHTML
        if _MAIL.search(top):
            return EMAIL
    if text.lstrip().startswith("<?xml") and (found := next((k for mark, k in _OFFICE_XML if mark.search(text)), None)):
        return found
    return HTML if _OPENS_HTML.match(text) or _is_tagged(text) else PLAIN


def _is_tagged(text: str) -> bool:
    """Whether tags make up so much of *text* that it is a page and no text about pages."""
    tags = [match[0] for match in _TAG.finditer(text)]
    return len(tags) >= _FEWEST_TAGS and sum(map(len, tags)) >= _LEAST_SHARE * len(text)
