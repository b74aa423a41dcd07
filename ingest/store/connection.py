"""The library's file: where it lies, opening it, and its errors in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ingest.errors import LibraryError
from ingest.store.schema import bring_up_to_date

LIBRARY_FILE = "library.sqlite"
_VARIABLES = 500  # SQLite takes more in one statement; this keeps them short
_Item = TypeVar("_Item")
_BUSY_SECONDS = 30.0
_REASONS = {
    "full": "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "No space left": "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "not a database": "tệp này không phải thư viện Vankien. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "malformed": "tệp bị hỏng. Hãy khôi phục từ bản sao lưu",
    "readonly": "không có quyền ghi. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "Permission": "không có quyền ghi. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "Not a directory": "đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "File exists": "đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "disk I/O": "ổ đĩa đã đầy hoặc có lỗi. Hãy kiểm tra chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "unable to open": "không có quyền mở tệp. Hãy cấp quyền, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "locked": "tiến trình khác đang ghi. Hãy đợi một lát rồi làm lại",
}


def library_folder() -> Path:
    """Where the library lies: ``VANKIEN_HOME``, else ``var`` beside the source."""
    home = os.environ.get("VANKIEN_HOME")
    return Path(home).expanduser() if home else Path(__file__).parents[2] / "var"


def connect(folder: Path) -> sqlite3.Connection:
    """A connection to the library's file in *folder*, made where there is none, of this program's schema.

    Raises:
        LibraryError: If the folder cannot be written, or the file is no library of ours.
    """
    file = folder / LIBRARY_FILE
    with explained(file):
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
            bring_up_to_date(connection, str(file))
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """SQLite's and the system's errors as a ``LibraryError`` that a person can act on."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = str(error)
        words = next((words for mark, words in _REASONS.items() if mark in reason), f"{reason}. Hãy kiểm tra lại tệp")
        raise LibraryError(f"Không mở hoặc ghi được thư viện {file}: {words}.") from error


def chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """*items* in pieces that fit one statement."""
    for start in range(0, len(items), _VARIABLES):
        yield items[start : start + _VARIABLES]
