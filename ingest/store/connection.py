"""The library's file: where it lies, opening it, and its errors in words."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ingest.errors import LibraryError
from ingest.language import tr
from ingest.store.steps import Step, bring_up_to_date, refuse_newer
from ingest.system import explain

LIBRARY_FILE = "library.sqlite"
_VARIABLES = 500  # SQLite takes more in one statement; this keeps them short
_Item = TypeVar("_Item")
_BUSY_SECONDS = 30.0
_BUSY_PAUSE = 0.05
_PAGES_KEPT_KIB = 32_000
_NO_SUCH_USER = "VANKIEN_HOME là {home}, nhưng máy không có người dùng đó. Hãy ghi đường dẫn đầy đủ vào VANKIEN_HOME."
_REASONS = {
    "full": "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "No space left": "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "not a database": "tệp này không phải thư viện Vankien. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "malformed": "tệp bị hỏng. Hãy khôi phục từ bản sao lưu",
    "readonly": "không có quyền ghi. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "Permission": "không có quyền ghi. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "Not a directory": "đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "File exists": "đường dẫn này không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "name too long": "đường dẫn quá dài. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "Read-only": "ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "No such file": "không tạo được thư mục này. Hãy chọn thư mục khác bằng VANKIEN_HOME",
    "disk I/O": "ổ đĩa đã đầy hoặc có lỗi. Hãy kiểm tra chỗ trống rồi làm lại; những gì đã lưu vẫn còn",
    "unable to open": "không có quyền mở tệp. Hãy cấp quyền, hoặc chọn thư mục khác bằng VANKIEN_HOME",
    "locked": "tiến trình khác đang ghi. Hãy đợi một lát rồi làm lại",
}


def library_folder() -> Path:
    """Where the library lies: ``VANKIEN_HOME``, else ``var`` beside the source.

    Raises:
        LibraryError: If ``VANKIEN_HOME`` begins with the home folder of somebody unknown.
    """
    home = os.environ.get("VANKIEN_HOME")
    try:
        return Path(home).expanduser() if home else Path(__file__).parents[2] / "var"
    except RuntimeError as error:
        raise LibraryError(tr(_NO_SUCH_USER, home=home)) from error


def connect(file: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    """A connection to *file*, made where there is none, with its tables brought up to date by *steps*.

    Raises:
        LibraryError: If the folder cannot be written, or the file is none of ours.
    """
    with explained(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            refuse_newer(connection, str(file), steps)  # before anything is written, the kind of log too
            _write_ahead(connection)
            # What SQLite would write beside the library while it works stays in memory: another disk may be full. The
            # graph reads the same pages again and again: the two megabytes that SQLite keeps of itself are too few.
            kept = f"cache_size = -{_PAGES_KEPT_KIB}"
            for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY", kept):
                connection.execute(f"PRAGMA {pragma}")
            bring_up_to_date(connection, str(file), steps)
        except BaseException:  # also where it is stopped by hand: no connection is left open; it is raised again
            connection.close()
            raise
    return connection


def read_place(file: Path) -> tuple[int, int] | None:
    """Which file of the disk bears that name; ``None`` where there is none."""
    try:
        told = file.stat()
    except OSError:
        return None
    return told.st_dev, told.st_ino


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the log on. Two that open a new file at once are refused at once, without SQLite's waiting: wait here."""
    give_up = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= give_up:
                raise
            time.sleep(_BUSY_PAUSE)


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """SQLite's and the system's errors as a ``LibraryError`` that a person can act on."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = str(error)
        known = next((words for mark, words in _REASONS.items() if mark in reason), None)
        words = tr(known) if known else tr("{why}. Hãy kiểm tra lại tệp", why=_explain(error))
        raise LibraryError(tr("Không mở hoặc ghi được thư viện {file}: {why}.", file=file, why=words)) from error


def _explain(error: sqlite3.Error | OSError) -> str:
    return explain(error) if isinstance(error, OSError) else tr("SQLite báo lỗi ({reason})", reason=error)


def chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """*items* in pieces that fit one statement."""
    for start in range(0, len(items), _VARIABLES):
        yield items[start : start + _VARIABLES]
