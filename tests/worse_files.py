"""Files that mean harm, or that a broken disk or a stranger's program leaves: each with why it is not taken."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

from tests.bad_files import make_docx, make_xlsx, repack, valid_files
from tests.plain_pdf import write_pdf
from tests.word_files import zipped

LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %s "%s">' % (bytes([98 + i]), (b"&%s;" % bytes([97 + i])) * 10) for i in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zip_of(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def within(kind: str, opening: bytes, used: bytes) -> bytes:
    """An office file with a declaration before its main part, which uses it."""

    def change(name: str, part: bytes) -> bytes:
        if name != MAIN[kind]:
            return part
        head, mark, rest = part.partition(b"?>")
        return (head + mark + opening + rest if mark else opening + part).replace("Phạm vi".encode(), used)

    return repack({"docx": make_docx, "xlsx": make_xlsx}[kind](), change)


def in_part(kind: str, content: bytes) -> bytes:
    made = {"docx": make_docx, "xlsx": make_xlsx}[kind]()
    return repack(made, lambda name, part: content if name == MAIN[kind] else part)


def png(width: int, height: int, data: bytes = b"", extra: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def png_with_a_bomb() -> bytes:
    body = b"Comment\x00\x00" + zlib.compress(bytes(300 << 20), 9)
    extra = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    return png(8, 8, b"\x00" + b"\xff" * 8, extra)


def pdf_of(*objects: bytes, end: bytes = b"") -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, end, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"


def pdf_stream_bomb() -> bytes:
    packed = zlib.compress(b" " * (600 << 20), 9)
    return pdf_of(CATALOG, PAGES, PAGE, b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed))  # fmt: skip  # noqa: E501


def nested_zip(layers: int) -> bytes:
    content = zip_of({"a.txt": b"Trong c\xc3\xb9ng."})
    for layer in range(layers):
        content = zip_of({f"{layer}.zip": content})
    return content


def overlapping_zip() -> bytes:
    """Many entries over one and the same packed megabytes."""
    plain = zip_of({"a.txt": bytes(20 << 20)})
    start = plain.index(b"PK\x01\x02")
    entry, end = plain[start : plain.index(b"PK\x05\x06")], plain[plain.index(b"PK\x05\x06") :]
    count = 500
    tail = end[:8] + struct.pack("<HHII", count, count, len(entry) * count, start) + b"\x00\x00"
    return plain[:start] + entry * count + tail


def locked_zip() -> bytes:
    content = bytearray(zip_of({"a.txt": b"abc"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def zip_with_a_link() -> bytes:
    info = zipfile.ZipInfo("lien-ket.txt")
    info.external_attr = 0o120777 << 16
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    return held.getvalue()


def with_packing(method: int) -> bytes:
    content = bytearray(zip_of({"a.txt": b"abc"}, zipfile.ZIP_STORED))
    content[8] = method
    content[content.index(b"PK\x01\x02") + 10] = method
    return bytes(content)


def wrong_sum() -> bytes:
    return zip_of({"a.txt": b"abcdef"}, zipfile.ZIP_STORED).replace(b"abcdef", b"abcdeX", 1)


def endless_compound() -> bytes:
    """A compound file whose table of sectors leads in a circle."""
    head = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *([0] + [0xFFFFFFFF] * 108))
    return head + struct.pack("<128I", *([1, 1] * 64)) * 3


def deep_xml(kind: str) -> bytes:
    return in_part(kind, b'<?xml version="1.0"?>' + b"<a>" * 200_000 + b"</a>" * 200_000)


_random = random.Random(7)
NOISE = _random.randbytes(200_000)
PDF, DOCX, XLSX, XLS = (valid_files()[kind] for kind in ("pdf", "docx", "xlsx", "xls"))
TIFF_CIRCLE = b"II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00" + bytes(200)
FILES: dict[str, tuple[str, bytes]] = {
    # nothing, or nothing of ours
    "empty": ("a.pdf", b""),
    "blank": ("a.txt", b" \r\n\t" * 500),
    "zeros": ("a.doc", bytes(1 << 20)),
    "noise": ("a.bin", b"\x00\x01" + NOISE),
    "another-language-s-letters": ("a.txt", "Москва, проверка".encode("cp1251")),
    "a-program": ("van-ban.pdf", b"\x7fELF\x02\x01\x01" + bytes(500)),
    "a-program-of-windows": (
        "van-ban.docx",
        b"MZ" + bytes(58) + b"\x80\x00\x00\x00" + bytes(64) + b"PE\x00\x00" + bytes(500),
    ),
    "a-film": ("a.docx", b"\x00\x00\x00\x18ftypmp42" + bytes(500)),
    "a-sound": ("a.txt", b"ID3\x04\x00" + bytes(500)),
    "a-database": ("a.xls", b"SQLite format 3\x00" + bytes(500)),
    "seven-zip": ("a.doc", b"7z\xbc\xaf\x27\x1c\x00\x04" + NOISE[:500]),
    "rar": ("a.zip", b"Rar!\x1a\x07\x01\x00" + NOISE[:500]),
    "gzip": ("a.txt", zlib.compress(b"a" * 999, wbits=31)),
    "epub": ("a.docx", zipped({"mimetype": "application/epub+zip"})),
    "a-mail": ("a.txt", b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nThan gui"),
    # PDF
    "pdf-cut": ("a.pdf", PDF[:150]),
    "pdf-head-alone": ("a.pdf", b"%PDF-1.7\n"),
    "pdf-noise": ("a.pdf", b"%PDF-1.7\n" + NOISE),
    "pdf-locked": ("a.pdf", write_pdf([[(72, 700, "Mat")]], password="mo-ra")),
    "pdf-without-pages": ("a.pdf", pdf_of(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>")),
    "pdf-pages-in-a-circle": ("a.pdf", pdf_of(CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")),
    "pdf-millions-of-pages": ("a.pdf", pdf_of(CATALOG, b"<< /Type /Pages /Kids [] /Count 2000000000 >>")),
    "pdf-tables-in-a-circle": ("a.pdf", pdf_of(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>", end=b"/Prev 9")),
    "pdf-deep": ("a.pdf", pdf_of(CATALOG, b"[" * 100_000)),
    "pdf-stream-bomb": ("a.pdf", pdf_stream_bomb()),
    "pdf-page-of-a-continent": (
        "a.pdf",
        pdf_of(CATALOG, PAGES, PAGE.replace(b"595 842", b"9e9 9e9"), b"<< /Length 0 >>\nstream\n\nendstream"),
    ),
    "pdf-script-alone": (
        "a.pdf",
        pdf_of(
            CATALOG.replace(b" >>", b" /OpenAction << /S /Launch /F (cmd.exe) >> >>"),
            b"<< /Type /Pages /Kids [] /Count 0 >>",
        ),
    ),
    # Word
    "docx-cut": ("a.docx", DOCX[:3000]),
    "docx-end-alone": ("a.docx", DOCX[-3000:]),
    "docx-laughs": ("a.docx", within("docx", LAUGHS, b"&j;")),
    "docx-from-outside": ("a.docx", within("docx", OUTSIDE, b"&x;")),
    "docx-rules-from-outside": ("a.docx", within("docx", b'<!DOCTYPE l SYSTEM "http://127.0.0.1/a.dtd">', b"x")),
    "docx-rules-in-utf-16": (
        "a.docx",
        in_part("docx", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")),
    ),
    "docx-deep": ("a.docx", deep_xml("docx")),
    "docx-part-bomb": ("a.docx", in_part("docx", b" " * (80 << 20))),
    "docx-of-gigabytes": (
        "a.docx",
        zip_of(
            {
                **{f"word/{i}.bin": bytes(90 << 20) for i in range(5)},
                "[Content_Types].xml": b"wordprocessingml.document.main",
            }
        ),
    ),
    "docx-no-xml": ("a.docx", in_part("docx", NOISE)),
    "docx-no-text": ("a.docx", in_part("docx", f'<w:document xmlns:w="{_W}"><w:body/></w:document>'.encode())),
    "docx-locked": ("a.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
    "docx-leads-out": (
        "a.docx",
        repack(
            make_docx(),
            lambda name, part: (
                part.replace(b"word/document.xml", b"../../../etc/passwd") if name == "_rels/.rels" else part
            ),
        ),
    ),
    "word-6": ("a.doc", OLE + bytes(504) + b"\xdc\xa5e\x00" + "WordDocument".encode("utf-16-le") + bytes(508)),
    "doc-cut": ("a.doc", OLE + bytes(2000)),
    "doc-in-a-circle": ("a.doc", endless_compound()),
    "rtf-deep": ("a.rtf", b"{\\rtf1 " + b"{" * 200_000),
    "rtf-nothing": ("a.rtf", b"{\\rtf1}"),
    "rtf-picture-without-end": ("a.rtf", b"{\\rtf1{\\pict\\bin4294967295 "),
    # tables
    "xlsx-cut": ("a.xlsx", XLSX[:2500]),
    "xlsx-laughs": ("a.xlsx", within("xlsx", LAUGHS, b"&j;")),
    "xlsx-from-outside": ("a.xlsx", within("xlsx", OUTSIDE, b"&x;")),
    "xlsx-deep": ("a.xlsx", deep_xml("xlsx")),
    "xlsx-part-bomb": ("a.xlsx", in_part("xlsx", b" " * (450 << 20))),
    "xls-cut": ("a.xls", XLS[:700]),
    "xls-noise": ("a.xls", XLS[:512] + NOISE[: len(XLS) - 512]),
    # pictures
    "picture-of-a-continent": ("a.png", png(60_000, 60_000)),
    "picture-thin-as-a-hair": ("a.png", png(2_000_000_000, 1)),
    "picture-of-nothing": ("a.png", png(0, 0)),
    "picture-cut": ("a.png", png(300, 300, bytes(90_300))[:60]),
    "picture-with-a-bomb": ("a.png", png_with_a_bomb()),
    "picture-blank": ("a.png", png(64, 64, (b"\x00" + b"\xff" * 64) * 64)),
    "fax-in-a-circle": ("a.tif", TIFF_CIRCLE),
    "gif-of-nothing": ("a.gif", b"GIF89a" + bytes(7) + b";"),
    "jpeg-noise": ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + NOISE[:5000]),
    "bmp-of-a-continent": (
        "a.bmp",
        b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, 2**30, 2**30, 1, 24, 0, 0, 0, 0, 0, 0),
    ),
    "heic": ("a.jpg", b"\x00\x00\x00\x18ftypheic" + bytes(300)),
    # pages of the web
    "page-of-nothing": ("a.html", b"<!DOCTYPE html><html><head><script>alert(1)</script></head><body></body></html>"),
    "mhtml-of-nothing": ("a.mht", b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'),
    # archives
    "zip-bomb": ("a.zip", zip_of({"a.txt": bytes(100 << 20)})),
    "zip-in-zip-in-zip": ("a.zip", nested_zip(3)),
    "zip-over-itself": ("a.zip", overlapping_zip()),
    "zip-locked": ("a.zip", locked_zip()),
    "zip-with-a-link": ("a.zip", zip_with_a_link()),
    "zip-cut": ("a.zip", zip_of({"a.txt": NOISE})[:-40]),
    "zip-wrong-sum": ("a.zip", wrong_sum()),
    "zip-packed-unknown": ("a.zip", with_packing(97)),
    "zip-of-nothing": ("a.zip", b"PK\x05\x06" + bytes(18)),
    "zip-climbing": ("a.zip", zip_of({"../../../../tmp/vankien-leo.docx": b"\x7fELF" + bytes(99)})),
    "zip-of-a-program": ("a.zip", zip_of({"C:\\Windows\\CON": b"MZ" + bytes(300)})),
}
