"""The table: kind of file -> reader. A reader is imported when the first file of its kind comes."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from ingest.errors import HinderedError, ReadingError, UnopenedError
from ingest.language import fill
from ingest.readers import recognise as kinds
from ingest.readers.compound import root_names
from ingest.readers.limits import LARGEST_FILE, LARGEST_UNPACKED
from ingest.readers.packed import PACKED_SIGNATURES, unpacked_size
from ingest.readers.reading import Reading
from ingest.readers.steady import read_steadily
from ingest.system import explain

Reader = Callable[[bytes, Path], Reading]

_READERS: dict[str, tuple[str, str]] = {
    kinds.PLAIN: ("ingest.readers.text.plain", "read_plain"),
    "DOCX": ("ingest.readers.word.docx", "read_docx"),
    kinds.DOC: ("ingest.readers.word.doc", "read_doc"),
    kinds.RTF: ("ingest.readers.word.rtf", "read_rtf"),
    kinds.PDF: ("ingest.readers.printed.pdf", "read_pdf"),
    **dict.fromkeys(kinds.IMAGES, ("ingest.readers.printed.images", "read_image")),
    kinds.HTML: ("ingest.readers.web.page", "read_html"),
    "XLSX": ("ingest.readers.sheets.workbooks", "read_xlsx"),
    kinds.XLS: ("ingest.readers.sheets.workbooks", "read_xls"),
    kinds.MHTML: ("ingest.readers.web.page", "read_mhtml"),
}
"""Kind -> module and function; a kind that stands here is read, every other is refused with advice."""

_OF_LIBREOFFICE = (kinds.WORD_2, kinds.WRITE, kinds.WORD_XML, kinds.ODT)  # no reader of ours knows these

_AS_DOCX = "Hãy mở tệp, chọn Lưu thành (Save As) .docx rồi thêm lại."
_AS_XLSX = "Hãy mở tệp, chọn Lưu thành (Save As) .xlsx rồi thêm lại."
_AS_PDF = "Hãy mở tệp, lưu hoặc in ra PDF rồi thêm lại."
_AS_JPG = "Hãy lưu ảnh thành .jpg hoặc .png rồi thêm lại."
_TAKE_AGAIN = "Hãy lấy lại tệp gốc rồi thêm lại."
_UNPACK = "Hãy giải nén rồi thêm thư mục vừa giải nén."
_ATTACHED = "Hãy mở thư, lưu nội dung hoặc tệp đính kèm ra ngoài rồi thêm lại."
_NO_TEXT = "Loại tệp này không chứa văn bản; hãy bỏ nó khỏi danh sách cần thêm."
_AS_TEXT = "Hãy mở tệp, lưu thành .docx hoặc văn bản thuần .txt (UTF-8) rồi thêm lại."
_HELD_OPEN = (32, 33)  # what Windows says of a file that another program keeps to itself
_BEING_WRITTEN = "tệp đang được ghi, đọc mấy lần đều thấy thay đổi"
_TELLING = 4096  # bytes at the beginning of a file that tell its kind
_ADVICE: dict[str, str] = {
    kinds.DOC: _AS_DOCX,
    kinds.OLD_OFFICE: _AS_DOCX,
    kinds.EXCEL_XML: _AS_XLSX,
    **dict.fromkeys(_OF_LIBREOFFICE, _AS_DOCX),
    "ODS": _AS_XLSX,
    "XLSB": _AS_XLSX,
    **dict.fromkeys((kinds.PPT, "PPTX", "ODP", "EPUB", "DjVu", "CHM"), _AS_PDF),
    **dict.fromkeys((kinds.HEIC,), _AS_JPG),
    **dict.fromkeys(("ZIP", "7z", "RAR", "GZIP", "BZIP2", "XZ", "TAR"), _UNPACK),
    **dict.fromkeys((kinds.EMAIL, kinds.OUTLOOK), _ATTACHED),
    **dict.fromkeys((kinds.PROGRAM, kinds.SOUND, kinds.VIDEO), _NO_TEXT),
}


def read_file(file: Path) -> bytes:
    """The bytes of *file*.

    Raises:
        ReadingError: If it is missing, a folder, a device, not permitted, empty, or larger than :data:`LARGEST_FILE`.
    """
    content = read_bytes(file)
    if not content.strip():
        raise ReadingError(file, "tệp rỗng", "Hãy kiểm tra lại tệp gốc.")
    return content


def read_bytes(file: Path) -> bytes:
    """The bytes of *file*, which may be blank or none.

    Raises:
        ReadingError: If it is missing, a folder, a device, not permitted, larger than :data:`LARGEST_FILE`, or does not
            rest.
    """
    try:
        with open_regular(file) as opened:
            size = os.fstat(opened.fileno()).st_size  # of a file that has one: what it gives may still be more
            content = read_steadily(opened, _TELLING if size > LARGEST_FILE else LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ReadingError(file, "không có tệp này", "Hãy kiểm tra lại đường dẫn.") from None
    except IsADirectoryError:
        raise ReadingError(file, "đây là thư mục", "Hãy chọn từng tệp bên trong.") from None
    except PermissionError as error:
        if getattr(error, "winerror", None) in _HELD_OPEN:
            why, advice = "chương trình khác đang mở tệp này", "Hãy đóng tệp rồi thêm lại."
        else:
            why, advice = "không có quyền đọc", "Hãy xin quyền đọc tệp rồi thêm lại."
        raise ReadingError(file, why, advice) from None
    except OSError as error:
        path_is_wrong = error.errno in (errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP)
        advice = "Hãy kiểm tra lại đường dẫn." if path_is_wrong else "Hãy sao chép tệp rồi thêm lại."
        raise ReadingError(file, explain(error), advice) from None
    if content is None:
        raise HinderedError(file, _BEING_WRITTEN, "Hãy đợi ghi hoặc chép xong rồi thêm lại.")
    if max(size, len(content)) > LARGEST_FILE:
        raise _refuse_large(content[:_TELLING], file)
    return content


def open_regular(file: Path) -> BinaryIO:
    """*file* to be read; a pipe that nobody writes to would never open, and a device never end.

    Raises:
        OSError: If it cannot be opened.
        ReadingError: If it is a pipe, a device or a socket.
    """
    if _is_endless(file):  # looked at first: to open some devices does something
        why = "đây không phải tệp mà là đường ống, thiết bị hoặc ổ cắm của hệ thống"
        raise ReadingError(file, why, "Hãy chọn tệp hoặc thư mục có văn bản.")
    return file.open("rb")


def _is_endless(file: Path) -> bool:
    try:
        mode = file.stat().st_mode
    except OSError:
        return False  # to open it tells why
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _refuse_large(beginning: bytes, file: Path) -> ReadingError:
    kind = kinds.find_kind(beginning)
    if _ADVICE.get(kind) == _NO_TEXT:  # to cut a film into pieces would not help
        return _refuse_kind(kind, file)
    why = fill("tệp lớn hơn {size} MB", size=LARGEST_FILE // 1024**2)
    return ReadingError(file, why, "Hãy tách thành nhiều tệp nhỏ rồi thêm lại.")


def _refuse_kind(kind: str, file: Path) -> ReadingError:
    refusal = UnopenedError if kind in _OF_LIBREOFFICE else ReadingError
    return refusal(file, fill("chưa đọc được loại tệp {kind}", kind=kind), _ADVICE.get(kind, _AS_TEXT))


def read_content(content: bytes, file: Path) -> Reading:
    """The pages of *content*; *file* is for messages, and its ending tells Markdown from plain text.

    Raises:
        ReadingError: If no reader knows the kind, the kind's reader finds no text, or it cannot open the file and
            neither can LibreOffice.
    """
    kind = kinds.find_kind(content)
    if kind == kinds.LOCKED:
        raise ReadingError(file, "tệp có mật khẩu", "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu, lưu lại rồi thêm lại.")
    if content.startswith(PACKED_SIGNATURES):
        _check_packed(content, kind, file)
    if kind == kinds.OLD_OFFICE and not root_names(content):  # what it holds is listed at its end
        raise ReadingError(file, fill("tệp {kind} bị hỏng hoặc chưa tải hết", kind=kind), _TAKE_AGAIN)
    try:
        if kind not in _READERS:
            raise _refuse_kind(kind, file)
        return _reader(kind)(content, file)
    except UnopenedError as refused:
        from ingest.readers.word.second import read_unopened

        return read_unopened(content, kind, refused)


def _check_packed(content: bytes, kind: str, file: Path) -> None:
    size = unpacked_size(content)
    if size is None:
        raise ReadingError(file, fill("tệp {kind} bị hỏng hoặc chưa tải hết", kind=kind), _TAKE_AGAIN)
    if size > LARGEST_UNPACKED:
        why = fill("tệp {kind} nở ra quá {size} MB khi giải nén", kind=kind, size=LARGEST_UNPACKED // 1024**2)
        raise ReadingError(file, why, "Hãy kiểm tra nguồn gốc của tệp, hoặc tách thành nhiều tệp nhỏ rồi thêm lại.")


def _reader(kind: str) -> Reader:
    module, function = _READERS[kind]
    reader: Reader = getattr(import_module(module), function)
    return reader
