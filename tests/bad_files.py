"""Small valid files of each kind that is read, to be spoiled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from tests.test_sheets import XLS
from tests.test_web import BODY, HEAD, page

LINES = ("THÔNG BÁO", "về công tác dân vận", "Điều 1. Phạm vi", "1. Cấp ủy các cấp tăng cường kiểm tra, giám sát.")
MHTML = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html;'
    b" charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+PHA+Q+G6pXAg4buneTwvcD48L2h0bWw+\r\n--x--\r\n"
)


RTF = (
    rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 .VnTime;}}\f0 C\'e9ng ho\'b5 x\'b7 h\'e9i\par"
    rb" \u272?i\u7873?u 1\par}"
)


def make_docx() -> bytes:
    import docx

    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "ô cuối"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def make_xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for line in LINES:
        book.active.append([1, line, 0.5])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def make_pdf() -> bytes:
    """A page of one line in a font that every reader has."""
    drawn = b"BT /F1 12 Tf 72 720 Td (Thong bao so 12) Tj ET"
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    )
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return content + end % (table, len(content))


@cache
def valid_files() -> Mapping[str, bytes]:
    """Content by kind."""
    text = "\n".join(LINES)
    return {
        "txt": text.encode(),
        "utf-16": text.encode("utf-16"),
        "old-fonts": "Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do".encode("cp1252"),
        "html": page(HEAD + BODY),
        "mhtml": MHTML,
        "xlsx": make_xlsx(),
        "xls": XLS,
        "docx": make_docx(),
        "rtf": RTF,
        "pdf": make_pdf(),
    }


def repack(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The packed file *content* with each of its parts changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return held.getvalue()
