"""Plain text in UTF-8, with or without a byte order mark."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import ReadingError
from ingest.readers.reading import Reading, unpaged
from ingest.readers.recognise import PLAIN

_ADVICE = "Hãy mở tệp bằng trình soạn thảo, chọn lưu với mã UTF-8 rồi thêm lại."


def read_plain(content: bytes, file: Path) -> Reading:
    """The text of *content*.

    Raises:
        ReadingError: If it is not text, or not in UTF-8; the message names the first bad byte.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadingError(file, "tệp dùng mã UTF-16, không phải UTF-8", _ADVICE)
    if b"\x00" in content:
        raise ReadingError(file, "tệp không phải văn bản", "Hãy lưu nội dung thành văn bản .txt (UTF-8) rồi thêm lại.")
    try:
        return unpaged(PLAIN, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadingError(file, f"tệp không phải UTF-8 (byte thứ {error.start + 1})", _ADVICE) from None
