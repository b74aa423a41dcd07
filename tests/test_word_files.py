"""One text as plain text, as a DOCX with automatic numbers, as an RTF in TCVN3: the same text and the same tree.

And files that are damaged, protected or meant to harm: one clear line each.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.errors import ReadingError
from ingest.models import Document
from ingest.readers import read_content
from ingest.readers.reading import Reading
from ingest.readers.word.doc import read_doc
from ingest.readers.word.docx import read_docx
from ingest.readers.word.docx_package import LARGEST_PART
from ingest.readers.word.rtf import read_rtf
from tests.word_files import docx, level, numbering, paragraph, rtf, table, tcvn3_rtf, zipped

FILE = Path("van-ban.docx")
NOTICE = (Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt").read_text("utf-8")
ARCHIVE = Path(__file__).parents[2] / "shared" / "corpus" / "archive" / "original"
LISTS = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%2."), level(0, "bullet", "-"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def addresses(document: Document) -> list[str]:
    return [provision.address for root in document.tree for provision in root.walk()]


def numbered_paragraph(line: str) -> str:
    """*line* with its typed number left to Word."""
    for pattern, number in ((r"[IVX]+\. ", "1 0"), (r"\d+\. ", "1 1"), (r"- ", "2 0")):
        if found := re.match(pattern, line):
            return paragraph(line[found.end() :], number)
    return paragraph(line)


def read_as_docx(text: str) -> Reading:
    return read_docx(docx("".join(map(numbered_paragraph, text.split("\n"))), numbering=LISTS), FILE)


def read_as_rtf(text: str) -> Reading:
    return read_rtf(rtf(tcvn3_rtf(text)), FILE)


@pytest.mark.parametrize("read", [read_as_docx, read_as_rtf])
def test_the_notice_has_the_same_text_and_tree_in_every_format(read: object) -> None:
    assert callable(read)
    plain, other = read_document(NOTICE, FILE), read_document(read(NOTICE), FILE)

    assert other.text == plain.text
    assert addresses(other) == addresses(plain)
    assert other.metadata == plain.metadata


def test_a_decree_of_automatic_numbers_has_its_tree() -> None:
    points = level(2, "custom", "%3)").replace('w:val="custom"', 'w:val="custom" w:format="a, b, c, d, đ"')
    lists = numbering(level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.") + points)
    body = paragraph("NGHỊ ĐỊNH") + paragraph("Về một việc") + paragraph("")
    body += "".join(
        paragraph(text, f"1 {depth}")
        for depth, text in [
            *((0, "Phạm vi"), (1, "Nghị định này quy định về một việc."), (1, "Không áp dụng với:")),
            *((2, f"Trường hợp {nth};") for nth in ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm")),
            *((0, "Hiệu lực"), (1, "Nghị định này có hiệu lực từ ngày ký.")),
        ]
    )

    document = read_document(read_docx(docx(body, numbering=lists), FILE), FILE)

    assert addresses(document) == [
        *("tieu-de", "dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"),
        *(f"dieu-1.khoan-2.diem-{letter}" for letter in ("a", "b", "c", "d", "đ")),
        *("dieu-2", "dieu-2.khoan-1"),
    ]


def test_a_head_and_a_signature_in_tables_are_read_into_the_record() -> None:
    head = table(
        [
            ["TỈNH ỦY BÌNH THUẬN\n*\nSố 12-QĐ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"],
            ["", "Phan Thiết, ngày 01 tháng 02 năm 2018"],
        ]
    )
    body = paragraph("QUYẾT ĐỊNH") + paragraph("về một việc") + paragraph("Điều 1. Giao Văn phòng thực hiện./.")
    tail = table([["Nơi nhận:\n- Như trên;\n- Lưu.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ"], ["", "Nguyễn Văn A"]])

    record = read_document(read_docx(docx(head + body + tail), FILE), FILE).metadata

    assert (str(record.number), str(record.date), record.place) == ("12-QĐ/TU", "2018-02-01", "Phan Thiết")
    assert record.signer == "Nguyễn Văn A"


def docs() -> list[bytes]:
    return [file.read_bytes() for file in sorted(ARCHIVE.glob("*.doc"))[:2]] if ARCHIVE.exists() else []


READERS = {"docx": read_docx, "doc": read_doc, "rtf": read_rtf}


@pytest.mark.parametrize("tenths", range(10))
@pytest.mark.parametrize("kind", READERS)
def test_a_file_cut_short_gives_text_or_one_clear_line(kind: str, tenths: int) -> None:
    contents = {
        "docx": [docx("".join(map(paragraph, NOTICE.split("\n"))))],
        "rtf": [rtf(tcvn3_rtf(NOTICE))],
        "doc": docs() or [OLE + bytes(4096)],
    }[kind]
    told = []
    for content in contents:
        try:
            READERS[kind](content[: len(content) * tenths // 10], FILE)
        except ReadingError as error:
            told.append(str(error))
    assert all("\n" not in line and ". Hãy " in line for line in told)


BOMB = docx(f"<w:p><w:r><w:t>{' ' * (LARGEST_PART + 1)}</w:t></w:r></w:p>")
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu", id="encrypted"),
        pytest.param(BOMB, "nở ra hơn 64 MB khi giải nén", id="zip-bomb"),
        pytest.param(zipped({"xl/workbook.xml": "<x/>"}), "không chứa văn bản của Word", id="a-workbook"),
        pytest.param(zipped({"word/document.xml": f"{ENTITY}<x>&x;</x>"}), "khai báo thực thể", id="external-entity"),
        pytest.param(zipped({"word/document.xml": f"{LAUGHS}<x>&c;</x>"}), "khai báo thực thể", id="billion-laughs"),
        pytest.param(zipped({"word/document.xml": "<w:document"}), "XML trong tệp bị hỏng", id="broken-xml"),
        pytest.param(zipped({"word/document.xml": ""}), "XML trong tệp bị hỏng", id="empty-xml"),
        pytest.param(zipped({"word/document.xml": "<x/>"}), "không có chữ nào", id="another-xml"),
        pytest.param(docx(paragraph("")), "không có chữ nào", id="no-text"),
        pytest.param(b"PK\x03\x04" + bytes(100), "bị hỏng hoặc bị cắt ngắn", id="no-zip"),
        pytest.param(b"", "bị hỏng hoặc bị cắt ngắn", id="nothing"),
        pytest.param(zipped({"word/document.xml": "<x>" * 500}), "XML trong tệp bị hỏng", id="too-deep"),
    ],
)
def test_a_docx_that_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=re.escape(why)):
        read_docx(content, FILE)


def test_a_damaged_part_is_named() -> None:
    content = bytearray(docx("".join(map(paragraph, NOTICE.split("\n")))))
    at = content.index(b"word/document.xml") + 200
    content[at : at + 50] = bytes(50)

    with pytest.raises(ReadingError, match="bị hỏng"):
        read_docx(bytes(content), FILE)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu", id="a-protected-docx"),
        pytest.param(OLE + bytes(504) + b"\xec\xa5\xc1\x00" + bytes(508), "bị hỏng", id="damaged"),
        pytest.param(OLE + bytes(504) + b"\xdc\xa5e\x00" + bytes(508), "Word 6 hoặc Word 95", id="word-6"),
    ],
)
def test_a_doc_that_cannot_be_read_says_why(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_doc(content, FILE)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"{\\rtf1 " + b"{" * 20_000, id="too-deep"),
        pytest.param(b"{\\rtf1}", id="no-text"),
        pytest.param(b"{\\rtf1\\bin999999999 x}", id="data-beyond-the-end"),
    ],
)
def test_an_rtf_that_cannot_be_read_says_why(content: bytes) -> None:
    with pytest.raises(ReadingError):
        read_rtf(content, FILE)


@pytest.mark.parametrize(
    "content", [b"{\\rtf1 a}}}}b", b"{\\rtf1 a\\", b"{\\rtf1 a\\'", b"{\\rtf1 a\\u", b"{\\rtf1 a{\\fonttbl{\\f0"]
)
def test_an_rtf_that_ends_badly_gives_what_it_has(content: bytes) -> None:
    assert read_rtf(content, FILE).text.startswith("a")


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the archive of real documents is not on this machine")
def test_a_real_doc_is_read_in_its_old_fonts() -> None:
    reading = read_doc((ARCHIVE / "2008-23.QD-991-UBND.doc").read_bytes(), FILE)

    assert reading.kind == "DOC"
    assert "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" in reading.text
    assert reading.notes == ("Chữ viết bằng phông VNI (VNI-Times) đã được chuyển sang Unicode.",)


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the archive of real documents is not on this machine")
def test_a_doc_whose_looks_are_damaged_still_gives_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from doc2docx.errors import InvalidWordDocument

    def refuse(*_: object) -> None:
        raise InvalidWordDocument("a damaged list of styles")

    monkeypatch.setattr("doc2docx.convert", refuse)
    reading = read_content((ARCHIVE / "2004-0328NDCP.doc").read_bytes(), FILE)

    assert "Căn cứ Luật Tổ chức Chính phủ" in reading.text
    assert reading.notes[0].startswith("Tệp DOC bị hỏng một phần")
