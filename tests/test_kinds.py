"""The kind of a file is told by what stands in it."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.readers import find_kind, kinds, limits, read_content, read_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ODT = "application/vnd.oasis.opendocument.text"
PAGE = "<p>Điều 1. <b>Phạm vi</b></p>\n" * 9
NO_ONE = 0xFFFFFFFF


def pack(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


def office(main_type: str, *names: str) -> bytes:
    types = f'<Types><Override PartName="/x.xml" ContentType="{main_type}"/></Types>'
    return pack(**{"[Content_Types].xml": types}, **dict.fromkeys(names, "<x/>"))


def compound(*names: str) -> bytes:
    """A compound file of one directory sector: the root and up to three streams in a row."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<109I", header, 76, 0, *[NO_ONE] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[NO_ONE] * 126)
    entries = [("Root Entry", 1 if names else NO_ONE)] + [(name, NO_ONE) for name in names]
    directory = bytearray(512)
    for i, (name, child) in enumerate(entries):
        written = name.encode("utf-16-le")
        directory[i * 128 : i * 128 + len(written)] = written
        right = i + 1 if 0 < i < len(names) else NO_ONE
        struct.pack_into(
            "<HBBIII", directory, i * 128 + 64, len(written) + 2, 5 if i == 0 else 2, 1, NO_ONE, right, child
        )
    return bytes(header) + table + bytes(directory)


KINDS = [
    pytest.param(b"%PDF-1.4\n", "PDF", id="pdf"),
    pytest.param(b"\x1b%-12345X@PJL\r\n%PDF-1.4\n1 0 obj\n", "PDF", id="pdf-below-printer-commands"),
    pytest.param("Tệp %PDF-1.4 là gì?".encode(), "văn bản thuần", id="text-about-pdf"),
    pytest.param(b"{\\rtf1\\ansi x}", "RTF", id="rtf"),
    pytest.param(b"\xef\xbb\xbf\r\n{\\rtf1 x}", "RTF", id="rtf-below-a-mark"),
    pytest.param(office(WORD, "word__document.xml"), "DOCX", id="docx"),
    pytest.param(office(MACROS), "DOCX", id="docm"),
    pytest.param(office(WORD, "xl__workbook.xml"), "DOCX", id="docx-with-a-sheet-inside"),
    pytest.param(office(SHEET), "XLSX", id="xlsx"),
    pytest.param(office(SLIDES), "PPTX", id="pptx"),
    pytest.param(office(WORD, "word__document.xml")[:-30], "DOCX", id="docx-cut-off"),
    pytest.param(pack(mimetype=ODT), "ODT", id="odt"),
    pytest.param(pack(a="x"), "ZIP", id="zip"),
    pytest.param(pack(a="x")[:20], "ZIP", id="zip-cut-off"),
    pytest.param(compound("WordDocument", "1Table"), "DOC", id="doc"),
    pytest.param(compound("1Table", "WordDocument"), "DOC", id="doc-second-in-line"),
    pytest.param(compound("Workbook"), "XLS", id="xls"),
    pytest.param(compound("Book"), "XLS", id="xls-5"),
    pytest.param(compound("WordDocument", "Workbook"), "DOC", id="doc-with-a-sheet-inside"),
    pytest.param(compound("PowerPoint Document"), "PPT", id="ppt"),
    pytest.param(compound("EncryptedPackage", "EncryptionInfo"), "Office có mật khẩu", id="encrypted"),
    pytest.param(compound("Contents"), "Office đời cũ", id="other-compound"),
    pytest.param(compound("WordDocument")[:600] + "WordDocument".encode("utf-16-le"), "DOC", id="doc-damaged"),
    pytest.param(compound()[:40], "Office đời cũ", id="compound-cut-off"),
    pytest.param(b"<!DOCTYPE html><p>x", "HTML", id="html"),
    pytest.param(b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- saved -->\n<HTML lang=vi>", "HTML", id="xhtml"),
    pytest.param("<html><body>Điều 1".encode("utf-16"), "HTML", id="html-in-utf-16"),
    pytest.param(PAGE.encode(), "HTML", id="html-by-its-tags"),
    pytest.param("Thẻ <b> viết đậm, </b> hết đậm. <p>".encode(), "văn bản thuần", id="text-about-tags"),
    pytest.param(b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "MHTML", id="mhtml"),
    pytest.param(b"From: a@b.vn\nMessage-ID: <1>\nSubject: x\n\nChao", "thư điện tử", id="mail"),
    pytest.param("Subject: là từ tiếng Anh.\n\nHết.".encode(), "văn bản thuần", id="text-like-a-header"),
    pytest.param(b"<?xml version='1.0'?><w:wordDocument xmlns:w='x'>", "Word 2003 XML", id="word-xml"),
    pytest.param(b"\x89PNG\r\n\x1a\n", "ảnh PNG", id="png"),
    pytest.param(b"\xff\xd8\xff\xe0", "ảnh JPEG", id="jpeg"),
    pytest.param(b"II*\x00\x08", "ảnh TIFF", id="tiff"),
    pytest.param(b"BM\x00\x00\x00", "ảnh BMP", id="bmp"),
    pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8 ", "ảnh WebP", id="webp"),
    pytest.param(b"\x00\x00\x00\x18ftypheic", "ảnh HEIC", id="heic"),
    pytest.param(b"MZ\x90\x00\x03", "chương trình", id="program"),
    pytest.param("BMTTQ Việt Nam".encode(), "văn bản thuần", id="text-beginning-like-a-picture"),
    pytest.param("Báo cáo".encode("utf-16"), "văn bản thuần", id="text-in-utf-16"),
    pytest.param(b"", "văn bản thuần", id="nothing"),
]


@pytest.mark.parametrize(("content", "kind"), KINDS)
def test_a_kind_is_told_by_content(content: bytes, kind: str) -> None:
    assert find_kind(content) == kind


@pytest.mark.parametrize(
    ("content", "why", "advice"),
    [
        pytest.param(compound("EncryptedPackage"), "tệp có mật khẩu", "bỏ mật khẩu", id="encrypted"),
        pytest.param(compound("PowerPoint Document"), "loại tệp PPT", "lưu hoặc in ra PDF", id="slides"),
        pytest.param(pack(mimetype=ODT), "loại tệp ODT", ".docx", id="odt"),
        pytest.param(b"MZ\x90\x00", "loại tệp chương trình", "bỏ nó khỏi danh sách", id="program"),
        pytest.param(b"Rar!\x1a\x07\x00", "loại tệp RAR", "giải nén", id="rar"),
    ],
)
def test_a_kind_that_is_not_read_is_named_with_what_to_do(content: bytes, why: str, advice: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read_content(content, Path("a.doc"))
    assert why in refused.value.why
    assert advice in refused.value.advice


def test_a_packed_file_that_grows_beyond_measure_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds._READERS, "DOCX", ("nowhere", "at_all"))
    monkeypatch.setattr(kinds, "LARGEST_UNPACKED", 1000)
    content = pack(**{"[Content_Types].xml": WORD, "word/document.xml": "0" * 100_000})
    with pytest.raises(ReadingError, match="nở ra quá 0 MB khi giải nén"):
        read_content(content, Path("a.docx"))


def test_a_packed_file_that_is_cut_off_is_said_to_be_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds._READERS, "DOCX", ("nowhere", "at_all"))
    with pytest.raises(ReadingError, match="tệp DOCX bị hỏng hoặc chưa tải hết"):
        read_content(office(WORD, "word__document.xml")[:-30], Path("a.docx"))


def test_a_film_however_long_is_not_to_be_cut_into_pieces(tmp_path: Path) -> None:
    file = tmp_path / "hoi-nghi.mp4"
    with file.open("wb") as opened:
        opened.write(b"\0\0\0\x18ftypmp42")
        opened.truncate(limits.LARGEST_FILE + 1)
    with pytest.raises(ReadingError, match=r"chưa đọc được loại tệp phim\. Loại tệp này không chứa văn bản"):
        read_file(file)


def test_a_file_larger_than_the_limit_is_not_taken_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "lon.txt"
    with file.open("wb") as opened:
        opened.truncate(limits.LARGEST_FILE + 1)
    with pytest.raises(ReadingError, match=r"tệp lớn hơn 200 MB\. Hãy tách"):
        read_file(file)
