"""A DOCX is a zip of XML parts: opened with limits, parsed without entities. Nothing in it is ever run."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from ingest.errors import ReadingError, UnopenedError
from ingest.language import fill

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part, unpacked; the text of a book has a hundredth. What is larger would fill the memory."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MAIN_PART = "word/document.xml"
_SAVE_AGAIN = "Hãy mở tệp bằng Word, lưu lại dạng .docx rồi thêm lại."
_COPY_AGAIN = "Hãy sao chép lại tệp từ máy gốc rồi thêm lại."

Element = Any  # lxml has no types of its own


@dataclass(frozen=True)
class Package:
    """The parts of one DOCX, read when asked for.

    Attributes:
        main: Path of the part that holds the text.
    """

    zip: zipfile.ZipFile
    names: dict[str, str]
    main: str
    file: Path

    def part(self, name: str) -> Element | None:
        """The root of the part *name*; ``None`` where there is none.

        Raises:
            ReadingError: If it is damaged, too large, or declares entities.
        """
        stored = self.names.get(name.lower())
        return None if stored is None else _parse(_unpack(self.zip, stored, self.file), self.file)

    def related(self, kind: str) -> Element | None:
        """The part that the text calls its *kind*: ``"styles"``, ``"numbering"``, ``"footnotes"``…"""
        folder, name = posixpath.split(self.main)
        target = _target(self.part(f"{folder}/_rels/{name}.rels"), kind)
        return None if target is None else self.part(_resolve(folder, target))


def open_package(content: bytes, file: Path) -> Package:
    """The package in *content*.

    Raises:
        ReadingError: If it is no zip, cut short, protected by a password, or holds no document of Word.
    """
    refuse_encrypted(content, file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        why = "tệp DOCX bị hỏng hoặc bị cắt ngắn"
        raise UnopenedError(file, why, _COPY_AGAIN) from error
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    package = Package(archive, names, _MAIN_PART, file)
    target = _target(package.part("_rels/.rels"), "officeDocument")
    main = _resolve("", target) if target else _MAIN_PART
    if main.lower() not in names or not posixpath.basename(main).lower().endswith(".xml"):
        raise ReadingError(file, "tệp nén này không chứa văn bản của Word", _SAVE_AGAIN)
    return Package(archive, names, main, file)


def refuse_encrypted(content: bytes, file: Path) -> None:
    """Raise where *content* is an office file behind a password.

    Raises:
        ReadingError: If it is.
    """
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise ReadingError(file, "tệp có mật khẩu", "Hãy mở tệp bằng Word, gỡ mật khẩu, lưu lại rồi thêm lại.")


def _unpack(archive: zipfile.ZipFile, name: str, file: Path) -> bytes:
    try:
        with archive.open(name) as member:
            content = member.read(LARGEST_PART + 1)
    except RuntimeError as error:  # zipfile's word for a password
        raise ReadingError(file, "tệp có mật khẩu", "Hãy gỡ mật khẩu, lưu lại rồi thêm lại.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError) as error:
        raise UnopenedError(file, fill("phần {name} trong tệp bị hỏng", name=name), _COPY_AGAIN) from error
    if len(content) > LARGEST_PART:
        why = fill("phần {name} nở ra hơn {size} MB khi giải nén", name=name, size=LARGEST_PART // 1024**2)
        raise ReadingError(file, why, "Hãy kiểm tra nguồn gốc của tệp; nếu đúng là văn bản, hãy chia nhỏ rồi thêm lại.")
    return content


def _parse(content: bytes, file: Path) -> Element:
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    if b"<!DOCTYPE" in content or "<!DOCTYPE".encode("utf-16-le") in content:
        raise ReadingError(file, "tệp khai báo thực thể XML, có thể là tệp gây hại", "Hãy kiểm tra nguồn gốc của tệp.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnopenedError(file, "nội dung XML trong tệp bị hỏng", _SAVE_AGAIN) from error


def _target(relations: Element | None, kind: str) -> str | None:
    wanted = _TRANSITIONAL + kind
    found = (one.get("Target") for one in ([] if relations is None else relations) if one.get("Type") == wanted)
    return next((target for target in found if target), None)


def _resolve(folder: str, target: str) -> str:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined)
