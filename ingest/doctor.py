"""What this machine can read, what is missing, and how to get it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import LibraryError, ReadingError
from ingest.readers.limits import LARGEST_MEMORY
from ingest.readers.word.office import HOW_TO_GET, find_office
from ingest.store import open_library
from ingest.store.connection import LIBRARY_FILE
from ingest.system import explain

_LIBRARIES = (
    ("PDF", ("pypdfium2", "pdfplumber")),
    ("Word (DOCX)", ("lxml",)),
    ("Word đời cũ (DOC)", ("doc2docx",)),
    ("Excel (XLSX, XLS)", ("openpyxl", "xlrd")),
    ("phông chữ cũ (TCVN3, VNI, VPS)", ("viparse",)),
    ("trang web (HTML)", ("lxml",)),
)
_INSTALL = "Hãy cài lại các gói: make app, hoặc pip install -r constraints.txt"
_NO_LIMIT = "hệ điều hành này không giới hạn được"
_OPEN_NETWORK = "hệ điều hành này chưa tách bộ đọc khỏi mạng"
_OPEN_FILES = "hệ điều hành này chưa che các tệp khác khỏi bộ đọc"
_SLOW = "Một tệp gây hại có thể làm máy chậm cho đến khi hết giờ đọc; các tệp khác không bị ảnh hưởng."
_HARM = "Chỉ thêm tệp từ nguồn tin cậy; hoặc dùng Linux (nhân 5.13 trở lên), nơi bộ đọc được tách riêng."
_OLDEST_PYTHON = (3, 11)
_LEAST_SPACE = 1024**3
_WANTED_SPACE = 5 * 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: In words.
        state: What there is, in words.
        missing: Whether something that is needed is not there, or not whole.
        advice: How to get it, or what it would be good for; empty where nothing is to be done.
    """

    what: str
    state: str
    missing: bool = False
    advice: str = ""


def examine(home: Path) -> list[Finding]:
    """Everything that reading and keeping files needs, with the library in *home*; nothing is changed."""
    return [
        _look_at_python(),
        *_look_at_libraries(),
        _look_at_tesseract(),
        _look_at_office(),
        _look_at_home(home),
        *_look_at_rules(home),
        _look_at_space(home),
        *_look_at_readers(),
        _look_at_notices(),
    ]


def _look_at_python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("Python", version, missing=True, advice="Hãy cài Python 3.11 trở lên.")
    return Finding("Python", version)


def _look_at_libraries() -> Iterator[Finding]:
    for kind, modules in _LIBRARIES:
        lacking = [module for module in modules if importlib.util.find_spec(module) is None]
        if lacking:
            yield Finding(f"Đọc {kind}", f"thiếu {', '.join(lacking)}", missing=True, advice=_INSTALL)
        else:
            yield Finding(f"Đọc {kind}", "đọc được")


def _look_at_tesseract() -> Finding:
    from ingest.readers.printed import ocr  # only when asked: others start at once

    what, found = "Đọc bản quét, ảnh (Tesseract)", ocr.find_tesseract()
    if found is None:
        return Finding(what, "chưa có Tesseract", missing=True, advice=ocr.HOW_TO_GET)
    if not found.reads_vietnamese:
        state = f"Tesseract {found.version} chưa có tiếng Việt ({ocr.LANGUAGE})"
        return Finding(what, state, missing=True, advice=ocr.HOW_TO_GET)
    return Finding(what, f"Tesseract {found.version}, có tiếng Việt")


def _look_at_office() -> Finding:
    what = "LibreOffice (không bắt buộc)"
    if find_office():
        return Finding(what, "có; mở giúp tệp Word 2, 6, 95, ODT, tệp hỏng nhẹ")
    advice = f"Không cần cho phần lớn tệp; có thì mở thêm được tệp Word 2, 6, 95, ODT, tệp hỏng nhẹ. {HOW_TO_GET}"
    return Finding(what, "không có", advice=advice)


def _look_at_home(home: Path) -> Finding:
    place = _nearest_folder(home)
    if os.access(place, os.W_OK):
        return Finding("Thư mục thư viện", str(home))
    advice = "Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng VANKIEN_HOME."
    return Finding("Thư mục thư viện", f"không ghi được vào {home}", missing=True, advice=advice)


def _look_at_rules(home: Path) -> Iterator[Finding]:
    """Whether documents were read by rules that have changed since; a library that is not there yet is not made."""
    if not (home / LIBRARY_FILE).exists():
        return
    try:
        with open_library(home) as library:
            outdated = library.count_outdated()
    except LibraryError as error:
        yield Finding("Văn bản đã lưu", str(error), missing=True)
        return
    if outdated:
        advice = "Hãy đọc lại bằng quy tắc hiện nay, bản trước vẫn giữ: python -m ingest reread"
        yield Finding("Văn bản đã lưu", f"{outdated} văn bản đọc bằng quy tắc cũ", advice=advice)
    else:
        yield Finding("Văn bản đã lưu", "đều đọc bằng quy tắc hiện nay")


def _look_at_space(home: Path) -> Finding:
    try:
        free = shutil.disk_usage(_nearest_folder(home)).free
    except OSError as error:
        return Finding("Chỗ trống trên ổ đĩa", explain(error), missing=True, advice="Hãy kiểm tra lại ổ đĩa.")
    state = f"còn {free / 1024**3:.1f} GB".replace(".", ",")
    if free < _WANTED_SPACE:
        advice = "Thư viện giữ cả tệp gốc; hãy giải phóng chỗ trống trước khi thêm nhiều tệp."
        return Finding("Chỗ trống trên ổ đĩa", state, missing=free < _LEAST_SPACE, advice=advice)
    return Finding("Chỗ trống trên ổ đĩa", state)


def _look_at_readers() -> Iterator[Finding]:
    """What a file that does harm could reach: tried with a real reader."""
    from ingest.readers.apart import ReaderPool  # only when asked: others start at once

    try:
        with ReaderPool(1) as pool:
            kept = pool.find_confined()
    except ReadingError as error:
        yield Finding("Bộ đọc", error.why, missing=True, advice=error.advice)
        return
    limit = LARGEST_MEMORY // 1024**3
    for what, held, state, otherwise, advice in (
        ("Giới hạn của bộ đọc", kept.shares, f"mỗi bộ đọc tối đa {limit} GB bộ nhớ", _NO_LIMIT, _SLOW),
        ("Bộ đọc với mạng", kept.network, "không nối ra ngoài được", _OPEN_NETWORK, _HARM),
        ("Bộ đọc với tệp khác", kept.files, "chỉ ghi vào thư mục tạm của nó, không thấy thư viện", _OPEN_FILES, _HARM),
    ):
        yield Finding(what, state) if held else Finding(what, otherwise, advice=advice)


def _look_at_notices() -> Finding:
    if importlib.util.find_spec("watchdog"):
        return Finding("Theo dõi thư mục (lệnh watch)", "nhận ra thay đổi ngay")
    return Finding("Theo dõi thư mục (lệnh watch)", "dò lại vài giây một lần")


def _nearest_folder(path: Path) -> Path:
    """*path*, or the folder in which it would be made."""
    path = path.absolute()
    return next((one for one in (path, *path.parents) if one.is_dir()), path)
