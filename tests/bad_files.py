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
    }


def repack(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The packed file *content* with each of its parts changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return held.getvalue()
