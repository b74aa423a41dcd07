"""The library, the desk, accounts and the owner's settings -> one ZIP file, while others read and write."""

from __future__ import annotations

import datetime
import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from ingest.accounts.file import ACCOUNTS_FILE, take_from_others
from ingest.accounts.sessions import forget_sessions
from ingest.durable import sync_folder
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import (
    CONTENTS,
    DATABASES,
    FORMAT,
    OWNERS_FILES,
    Contents,
    Report,
    check_database,
    copy_stream,
    count_rows,
    read_contents,
    write_contents,
)
from ingest.safekeeping.workshop import open_workshop
from ingest.store import Backup, open_library
from ingest.store.connection import LIBRARY_FILE
from ingest.store.inserting import now
from ingest.system import explain

_PAGES = 512  # of a database copied between two words on how far it is
_BUSY_SECONDS = 30.0
_HELD = tuple(reversed(DATABASES))
"""The library last: whatever a desk speaks of was in the library before."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # of what a ZIP holds
_FULL = ("full", "disk I/O")
_DAMAGED = ("not a database", "malformed")


def name_backup(moment: datetime.datetime) -> str:
    """What a back-up is called that a person gave no name: by the minute.

    >>> name_backup(datetime.datetime(2026, 11, 27, 21, 30))
    'vankien-2026-11-27-2130.zip'
    """
    return f"vankien-{moment:%Y-%m-%d-%H%M}.zip"


def back_up(home: Path, target: Path, report: Report) -> Backup:
    """Put all of the library in *home* into the new file *target*; in a folder under a name of its own.

    Everything in it is of one moment. It is read back and compared before it gets its name, so that a file of that
    name is always whole; what fails leaves nothing behind.

    Raises:
        LibraryError: If there is no library, *target* cannot be written, exists or lies in *home*, or the library
            is damaged.
    """
    if not (home / LIBRARY_FILE).exists():
        raise LibraryError(tr("Chưa có thư viện trong {home} nên chưa có gì để sao lưu.", home=home))
    try:
        file = _find_place(home, target)
    except OSError as error:
        raise _explain(target, error) from error
    try:
        with open_workshop(file.parent) as folder:
            written = folder / file.name
            contents = _write(home, written, report)
            _compare(written, contents, report)
            if ACCOUNTS_FILE in contents.files:
                take_from_others(written)
            size = written.stat().st_size
            if file.exists():
                raise _refuse_known(file)
            written.rename(file)
            sync_folder(file.parent)
    except (sqlite3.Error, OSError) as error:
        raise _explain(file, error) from error
    backup = Backup(str(file), contents.made_at, contents.documents, size)
    with open_library(home) as library:
        library.last_backup.note(backup)
    return backup


def _find_place(home: Path, target: Path) -> Path:
    """The file to write; nothing of that name is there."""
    try:
        wanted = target.expanduser().absolute()
    except RuntimeError as error:  # the home folder of somebody whom the machine does not know
        raise _refuse_folder(target) from error
    file = wanted / name_backup(datetime.datetime.now()) if wanted.is_dir() else wanted
    if file.suffix.lower() != ".zip":
        file = file.with_name(f"{file.name}.zip")
    if not file.parent.is_dir():
        raise _refuse_folder(file.parent)
    if file.parent.resolve().is_relative_to(home.resolve()):
        raise LibraryError(
            tr(
                "{file} nằm ngay trong thư mục của thư viện: ổ đĩa hỏng thì mất cả hai. "
                "Hãy chọn thư mục khác, tốt nhất là trên một ổ đĩa khác.",
                file=file,
            )
        )
    if file.exists():
        raise _refuse_known(file)
    return file


def _refuse_folder(folder: Path) -> LibraryError:
    return LibraryError(tr("Không có thư mục {folder}. Hãy chọn thư mục khác để sao lưu.", folder=folder))


def _refuse_known(file: Path) -> LibraryError:
    return LibraryError(tr("Đã có tệp {file}. Hãy đặt tên khác; tệp cũ không bị ghi đè.", file=file))


def _write(home: Path, file: Path, report: Report) -> Contents:
    """The ZIP; what it holds."""
    files: dict[str, tuple[str, int]] = {}
    open_library(home).close()  # an older one is brought up to date first
    with zipfile.ZipFile(file, "x", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, ExitStack() as stack:
        held = {name: stack.enter_context(_hold(home / name)) for name in _HELD if (home / name).exists()}
        for name in (one for one in DATABASES if one in held):
            copy = file.with_name(f"{name}.copy")
            try:
                counted = _copy_database(held[name], home / name, copy, report)
            except sqlite3.DatabaseError as error:
                if not any(mark in str(error) for mark in _DAMAGED):
                    raise
                raise _refuse_damaged(home / name) from error
            if name == LIBRARY_FILE:
                counts, facts = counted, _read_facts(copy)
            files[name] = _pack(archive, name, copy, report)
            copy.unlink()
        for name in (one for one in OWNERS_FILES if (home / one).is_file()):
            files[name] = _pack(archive, name, home / name, report)
        contents = Contents(FORMAT, now(), *facts, counts, files)
        archive.writestr(_name_entry(CONTENTS), write_contents(contents))
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
    return contents


@contextmanager
def _hold(file: Path) -> Iterator[sqlite3.Connection]:
    """What *file* says at this moment, whatever others write until it is let go."""
    try:
        with closing(sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)) as held:
            held.execute("BEGIN")
            held.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield held
            held.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if not any(mark in str(error) for mark in _DAMAGED):
            raise
        raise _refuse_damaged(file) from error


def _copy_database(held: sqlite3.Connection, file: Path, copy: Path, report: Report) -> dict[str, int]:
    """All of the moment that is *held*."""
    step, is_library = tr("Đang chép dữ liệu"), file.name == LIBRARY_FILE
    with closing(sqlite3.connect(copy, isolation_level=None)) as made:
        counts = count_rows(held) if is_library else {}
        held.backup(made, pages=_PAGES, progress=lambda _, left, total: report(step, total - left, total))
        made.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        if file.name == ACCOUNTS_FILE:
            forget_sessions(made)
        if check_database(made) or (is_library and count_rows(made) != counts):
            raise _refuse_damaged(file)
    return counts


def _refuse_damaged(file: Path) -> LibraryError:
    return LibraryError(
        tr(
            "{file} có chỗ hỏng nên bản sao lưu sẽ không dùng được; chưa ghi gì. "
            "Hãy xem chỗ hỏng bằng: python -m ingest verify",
            file=file,
        )
    )


def _read_facts(copy: Path) -> tuple[str, int, int]:
    """Id, generation, documents in use."""
    with closing(sqlite3.connect(copy)) as made:
        meta = dict(made.execute("SELECT key, value FROM meta WHERE key IN ('library_id', 'generation')"))
        (held,) = made.execute("SELECT count(*) FROM documents WHERE removed_at IS NULL").fetchone()
    return meta["library_id"], int(meta["generation"]), int(held)


def _pack(archive: zipfile.ZipFile, name: str, file: Path, report: Report) -> tuple[str, int]:
    """Put *file* in under *name*; its SHA-256 and size."""
    step, total = tr("Đang nén"), file.stat().st_size
    with file.open("rb") as source, archive.open(_name_entry(name), "w", force_zip64=True) as target:
        return copy_stream(source, target, lambda done: report(step, done, total))


def _name_entry(name: str) -> zipfile.ZipInfo:
    """Of this moment, as far as a ZIP can tell it: a clock whose battery is empty may be in 1970."""
    year, month, day, hour, minute, second = datetime.datetime.now().timetuple()[:6]
    entry = zipfile.ZipInfo(name, (min(max(year, _FIRST_YEAR), _LAST_YEAR), month, day, hour, minute, second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _compare(file: Path, contents: Contents, report: Report) -> None:
    """Read what was written back from the disk.

    Raises:
        OSError: If it is not what it should be.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            found = {name: _read_back(archive, name, size, report) for name, (_, size) in contents.files.items()}
            whole = read_contents(archive, file) == contents and found == contents.files
    except (zipfile.BadZipFile, EOFError, LibraryError):
        whole = False
    if not whole:
        raise OSError(tr("tệp ghi ra không trọn vẹn"))


def _read_back(archive: zipfile.ZipFile, name: str, size: int, report: Report) -> tuple[str, int]:
    step = tr("Đang kiểm tra lại bản sao lưu")
    with archive.open(name) as stream:
        return copy_stream(stream, None, lambda done: report(step, done, size))


def _explain(file: Path, error: sqlite3.Error | OSError) -> LibraryError:
    if isinstance(error, OSError):
        why = explain(error)
    elif any(mark in str(error) for mark in _FULL):
        why = tr("ổ đĩa đã đầy")
    else:
        why = tr("SQLite báo lỗi ({reason})", reason=error)
    return LibraryError(
        tr(
            "Không sao lưu được vào {file}: {why}. Thư viện không bị thay đổi. "
            "Hãy giải phóng chỗ trống, cấp quyền ghi hoặc chọn thư mục khác rồi làm lại.",
            file=file,
            why=why,
        )
    )
