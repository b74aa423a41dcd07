"""ZIP archives as folders: each file inside is read in memory, within limits, and nothing is ever written to disk."""

from __future__ import annotations

import datetime
import io
import lzma
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.limits import LARGEST_FILE
from ingest.readers.packed import DAMAGE, PACKED_SIGNATURES
from ingest.system import explain

INSIDE = " › "
"""Between the name of an archive and the name of a file in it."""
DEEPEST = 2
MOST_MEMBERS = 50_000
MOST_UNPACKED = 4 * 1024**3
"""Bytes that all files of one archive may have together once unpacked."""
HIGHEST_RATIO = 200
_RATIO_COUNTS_FROM = 1024**2  # bytes: what is small may be packed as tightly as it likes

_OFFICE_PARTS = ("[Content_Types].xml", "mimetype")  # an archive that holds one is a document itself
_DAMAGE: tuple[type[Exception], ...] = (*DAMAGE, lzma.LZMAError)
_CHUNK = 1024**2
_ENCRYPTED, _NAMED_IN_UTF_8 = 0x1, 0x800
_DRIVE = re.compile(r"^[A-Za-z]:")
_OVER = fill("tệp nén nở ra quá {size} GB, phần còn lại chưa được đọc", size=MOST_UNPACKED // 1024**3)
_UNPACK = "Hãy giải nén rồi thêm thư mục vừa giải nén."
_ASK_ORIGIN = "Hãy hỏi lại nguồn gốc của tệp trước khi mở."
_OF_SYSTEMS = ("thumbs.db", "ehthumbs.db", "desktop.ini")  # what Windows leaves in every folder of pictures


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: Path inside, fit to be shown: no drive, no root, no "..", no character that does not print.
        modified: As the archive says, in the time of this machine; ``None`` where it says nonsense.
    """

    name: str
    content: bytes
    modified: datetime.datetime | None


@dataclass(slots=True)
class _Allowance:
    """What one archive *file*, with the archives inside it, may still unpack."""

    file: Path
    unpacked: int = MOST_UNPACKED
    members: int = MOST_MEMBERS


def is_hidden(name: str) -> bool:
    """Whether a file or folder of that name is kept by a system or by Office for itself: no document is in it."""
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in _OF_SYSTEMS


def is_archive(file: Path | io.BytesIO) -> bool:
    """Whether *file* is a ZIP archive, and not a document of an office that is packed as one."""
    try:
        if isinstance(file, Path) and not stat.S_ISREG(file.stat().st_mode):
            return False  # to open a pipe would wait for whoever writes to it
        with _opened(file) as source:
            if source.read(4) not in PACKED_SIGNATURES:
                return False
        with zipfile.ZipFile(file) as archive:
            return not any(part in archive.NameToInfo for part in _OFFICE_PARTS)
    except _DAMAGE:
        return False


def count_members(file: Path) -> int:
    """How many files the archive lists."""
    try:
        with zipfile.ZipFile(file) as archive:
            listed = archive.infolist()
            return 0 if _overlap(listed) else sum(map(_is_to_be_read, listed))
    except _DAMAGE:
        return 0


def read_members(file: Path) -> Iterator[Member | ReadingError]:
    """The files in the archive *file* and in archives inside it, in their order; hidden ones are left out.

    What cannot be read is an error in its place, and the rest goes on, unless the whole archive is over its limits.
    """
    yield from _read_archive(file, "", 1, _Allowance(file))


def _read_archive(
    source: Path | io.BytesIO, above: str, depth: int, left: _Allowance
) -> Iterator[Member | ReadingError]:
    shown = f"{left.file}{INSIDE}{above}" if above else str(left.file)
    if depth > DEEPEST:
        yield ReadingError(shown, fill("tệp nén lồng trong nhau quá {deepest} lớp", deepest=DEEPEST), _UNPACK)
        return
    try:
        with zipfile.ZipFile(source) as archive:
            if _overlap(archive.infolist()):
                yield ReadingError(shown, "các tệp trong tệp nén chồng lên nhau, giống tệp nén gây hại", _ASK_ORIGIN)
                return
            for info in filter(_is_to_be_read, archive.infolist()):
                left.members -= 1
                if left.members < 0:
                    yield ReadingError(shown, fill("tệp nén có hơn {most} tệp", most=MOST_MEMBERS), _UNPACK)
                    return
                if left.unpacked <= 0:
                    yield ReadingError(shown, _OVER, _UNPACK)
                    return
                name = f"{above}{INSIDE}{show_name(info)}" if above else show_name(info)
                yield from _read_member(archive, info, name, depth, left)
    except _DAMAGE as error:
        why = explain(error) if isinstance(error, OSError) and error.errno else "tệp nén bị hỏng hoặc chưa tải hết"
        yield ReadingError(shown, why, "Hãy lấy lại tệp gốc rồi thêm lại.")


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int, left: _Allowance
) -> Iterator[Member | ReadingError]:
    shown = f"{left.file}{INSIDE}{name}"
    try:
        content = _unpack(archive, info, shown, left)
    except ReadingError as error:
        yield error
    except _DAMAGE:
        yield ReadingError(shown, "tệp trong tệp nén bị hỏng", "Hãy lấy lại tệp nén gốc rồi thêm lại.")
    else:
        if is_archive(io.BytesIO(content)):
            yield from _read_archive(io.BytesIO(content), name, depth + 1, left)
        else:
            yield Member(name, content, _read_time(info))


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str, left: _Allowance) -> bytes:
    """The bytes of one file; what it declares of its size is not believed."""
    if info.flag_bits & _ENCRYPTED:
        advice = "Hãy giải nén bằng mật khẩu rồi thêm thư mục vừa giải nén."
        raise ReadingError(shown, "tệp nén có mật khẩu", advice)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadingError(shown, "đây là liên kết, không phải tệp", "Hãy thêm thẳng tệp mà liên kết chỉ tới.")
    pieces, size = [], 0
    with archive.open(info) as member:
        while piece := member.read(_CHUNK):
            size += len(piece)
            left.unpacked -= len(piece)
            if left.unpacked < 0:
                raise ReadingError(shown, _OVER, _UNPACK)
            if size > LARGEST_FILE:
                raise ReadingError(shown, fill("tệp nở ra quá {size} MB", size=LARGEST_FILE // 1024**2), _UNPACK)
            if size > max(_RATIO_COUNTS_FROM, HIGHEST_RATIO * info.compress_size):
                why = fill("tệp nở ra hơn {ratio} lần, giống tệp nén gây hại", ratio=HIGHEST_RATIO)
                raise ReadingError(shown, why, _ASK_ORIGIN)
            pieces.append(piece)
    return b"".join(pieces)


def show_name(info: zipfile.ZipInfo) -> str:
    """The path of a member as its maker wrote it, fit to be shown.

    Without the mark of UTF-8 Python reads names in the letters of MS-DOS: most are UTF-8 all the same, or in the
    letters of a Vietnamese Windows.
    """
    name = info.orig_filename
    if not info.flag_bits & _NAMED_IN_UTF_8:
        raw = name.encode("cp437")
        for encoding in ("utf-8", "cp1258"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    name = unicodedata.normalize("NFC", _DRIVE.sub("", name.replace("\\", "/")))
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    shown = "/".join(parts) or "tệp không tên"  # vi: a name, which is kept
    return "".join(character if character.isprintable() else "\ufffd" for character in shown)


def _overlap(listed: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether two files are packed in the same bytes: a few of these would unpack without end."""
    placed = sorted((info.header_offset, info.compress_size) for info in listed)
    return any(start + size > following for (start, size), (following, _) in pairwise(placed))


def _is_to_be_read(info: zipfile.ZipInfo) -> bool:
    parts = show_name(info).split("/")
    return not info.is_dir() and not any(map(is_hidden, parts))


def _read_time(info: zipfile.ZipInfo) -> datetime.datetime | None:
    try:
        return datetime.datetime(*info.date_time).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _opened(file: Path | io.BytesIO) -> io.BufferedIOBase:
    """*file* to be read from its beginning; closing it leaves bytes in memory open to others."""
    return file.open("rb") if isinstance(file, Path) else io.BytesIO(file.getbuffer()[:4])
