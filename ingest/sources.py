"""Folders and archives -> the files in them, each with its bytes and where it comes from."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.archives import INSIDE, count_members, is_archive, is_hidden, read_members
from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers import read_file
from ingest.system import explain


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was opened.

    Attributes:
        file: On disk; for a member of an archive the archive.
        member: Path inside the archive.
        modified_at: UTC, ISO 8601; ``None`` where it is not known.
    """

    file: Path
    member: str | None
    content: bytes
    modified_at: str | None

    @property
    def name(self) -> str:
        """Its own, without any folder."""
        return self.member.replace(INSIDE, "/").rpartition("/")[2] if self.member else self.file.name

    @property
    def shown(self) -> str:
        """Its own name, below that of its archive."""
        return f"{self.file.name}{INSIDE}{self.member}" if self.member else self.file.name

    @property
    def path(self) -> Path:
        """What messages call it."""
        return Path(f"{self.file}{INSIDE}{self.member}") if self.member else self.file


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be opened."""

    file: Path
    member: str | None
    error: ReadingError


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files that *paths* name, folders walked, each once, in a fixed order; hidden files are left out.

    What cannot be read stays in the list, and reading it says why: a folder without a file, one that is not
    permitted, a broken link, and a link that leads out of the folder to another, which is not followed.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if _is_folder(path):
            found.update(dict.fromkeys(sorted(_walk(path)) or [path]))
        else:
            found[path] = None
    return list(found)


def count_inside(file: Path) -> int:
    """How many files *file* stands for: those an archive lists, else one."""
    return max(1, count_members(file)) if is_archive(file) else 1


def open_sources(file: Path) -> Iterator[Source | Unread]:
    """*file*, or every file in it if it is an archive."""
    if not is_archive(file):
        yield _open_file(file)
        return
    member = None
    for member in read_members(file):
        if isinstance(member, ReadingError):
            name = str(member.file).removeprefix(str(file)).removeprefix(INSIDE)
            yield Unread(file, name or None, member)
            continue
        modified = _in_utc(member.modified) if member.modified else None
        source = Source(file, member.name, member.content, modified)
        yield source if member.content.strip() else Unread(file, member.name, _refuse_empty(source.path))
    if member is None:
        yield Unread(file, None, ReadingError(file, "tệp nén không có tệp nào để đọc", "Hãy chọn tệp khác."))


class Folders:
    """The folders that *files* lie in: a drive that is taken away is told once, and not for every file on it."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._there = {folder for folder in {file.parent for file in files} if _is_folder(folder)}
        self._gone: Path | None = None

    def miss(self, file: Path) -> bool:
        """Whether *file* lies in what :meth:`tell_gone` has told of."""
        return self._gone is not None and file.is_relative_to(self._gone)

    def tell_gone(self, unread: Unread) -> Unread:
        """*unread*, or the highest folder above it in its place where the file's own folder has gone since."""
        folder = unread.file.parent
        if folder not in self._there or _is_folder(folder):
            return unread
        above = (folder, *folder.parents)
        self._gone = min((one for one in above if not _is_folder(one)), key=lambda one: len(one.parts))
        why = "thư mục hoặc ổ đĩa này không còn thấy nữa, tệp còn lại trong đó chưa được đọc"
        advice = "Hãy nối lại ổ đĩa hoặc kiểm tra thư mục rồi chạy lại lệnh ấy."
        return Unread(self._gone, None, ReadingError(self._gone, why, advice))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises on a name too long or a folder not permitted


def _open_file(file: Path) -> Source | Unread:
    try:
        if _is_folder(file):
            raise _refuse_folder(file)
        content = read_file(file)
    except ReadingError as error:
        return Unread(file, None, error)
    try:
        changed = file.stat().st_mtime
    except OSError:  # it has gone since, and we have its bytes
        return Source(file, None, content, None)
    return Source(file, None, content, _in_utc(datetime.datetime.fromtimestamp(changed, datetime.UTC)))


def _in_utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")


def _refuse_empty(file: Path) -> ReadingError:
    return ReadingError(file, "tệp rỗng", "Hãy kiểm tra lại tệp gốc.")


def _walk(folder: Path) -> Iterator[Path]:
    """What *folder* holds to be read, and what cannot be opened in it; in no order."""
    shut: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=lambda error: shut.append(Path(error.filename))):
        folders[:] = [name for name in folders if not is_hidden(name)]
        inside = (Path(here, name) for name in (*files, *folders) if not is_hidden(name))
        yield from (path for path in inside if _is_link_out(path, folder) or _is_file(path))
    yield from shut


def _refuse_folder(folder: Path) -> ReadingError:
    try:
        os.listdir(folder)  # noqa: PTH208 - only to see whether it opens
    except OSError as error:
        why = fill("không mở được thư mục ({why})", why=explain(error))
        return ReadingError(folder, why, "Hãy xin quyền đọc rồi thêm lại.")
    if folder.is_symlink() and any(True for _ in _walk(folder)):
        advice = fill("Hãy thêm thẳng thư mục đó: python -m ingest add {folder}", folder=os.path.realpath(folder))
        return ReadingError(folder, "đây là liên kết tới thư mục khác, chưa đọc bên trong", advice)
    return ReadingError(folder, "thư mục không có tệp nào để đọc", "Hãy chọn thư mục khác.")


def _is_link_out(path: Path, folder: Path) -> bool:
    """Whether it is a link, but not one to a part of *folder*, which is walked as it is."""
    if not os.path.islink(path):  # noqa: PTH114 - as above
        return False
    return not (_is_folder(path) and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)))


def _is_file(path: Path) -> bool:
    """Whether it is to be read: a file, or what cannot be looked at, so that reading it says why."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return True
    return stat.S_ISREG(mode)
