"""The table: kind of file -> reader."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from ingest.errors import ReadingError
from ingest.readers.plain import PLAIN, read_plain
from ingest.readers.reading import Reading
from ingest.system import explain

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX, XLSX hoặc ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC hoặc XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
)
_READERS: dict[str, Callable[[bytes, Path], Reading]] = {PLAIN: read_plain}


def read_file(file: Path) -> bytes:
    """The bytes of *file*.

    Raises:
        ReadingError: If it is missing, a folder, not permitted, or empty.
    """
    content = read_bytes(file)
    if not content.strip():
        raise ReadingError(file, "tệp rỗng", "Hãy kiểm tra lại tệp gốc.")
    return content


def read_bytes(file: Path) -> bytes:
    """The bytes of *file*, which may be blank or none.

    Raises:
        ReadingError: If it is missing, a folder, or not permitted.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise ReadingError(file, "không có tệp này", "Hãy kiểm tra lại đường dẫn.") from None
    except IsADirectoryError:
        raise ReadingError(file, "đây là thư mục", "Hãy chọn từng tệp bên trong.") from None
    except PermissionError:
        raise ReadingError(file, "không có quyền đọc", "Hãy xin quyền đọc tệp rồi thêm lại.") from None
    except OSError as error:
        path_is_wrong = error.errno in (errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP)
        advice = "Hãy kiểm tra lại đường dẫn." if path_is_wrong else "Hãy sao chép tệp rồi thêm lại."
        raise ReadingError(file, explain(error), advice) from None


def read_content(content: bytes, file: Path) -> Reading:
    """The pages of *content*; *file* is only for messages.

    Raises:
        ReadingError: If no reader knows the kind, or the kind's reader finds no text.
    """
    kind = next((name for signature, name in _SIGNATURES if content.startswith(signature)), PLAIN)
    reader = _READERS.get(kind)
    if reader is None:
        advice = "Hãy mở tệp, lưu thành văn bản thuần .txt (UTF-8) rồi thêm lại."
        raise ReadingError(file, f"chưa đọc được loại tệp {kind}", advice)
    return reader(content, file)
