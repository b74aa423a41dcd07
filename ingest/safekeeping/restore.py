"""A back-up -> a library in an empty folder, which answers as the one it was made of."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import IO

from ingest.accounts.file import ACCOUNTS_FILE, take_from_others
from ingest.accounts.sessions import forget_sessions
from ingest.amounts import say_size
from ingest.durable import sync_files, sync_folder
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import (
    DATABASES,
    Contents,
    Report,
    check_database,
    copy_stream,
    count_rows,
    damaged,
    no_backup,
    read_contents,
)
from ingest.safekeeping.broken_off import LOCK, MARK, PART, clear, find_broken_off, is_all_there, set_mark
from ingest.safekeeping.workshop import hold
from ingest.store import Backup, open_library
from ingest.store.connection import LIBRARY_FILE
from ingest.store.schema import SCHEMA_VERSION
from ingest.system import explain

_ANOTHER = "Một lần khôi phục khác đang ghi vào {folder}. Hãy đợi lần ấy xong, hoặc chọn thư mục khác."


def restore(file: Path, folder: Path, report: Report) -> Contents:
    """Put what the back-up *file* holds into *folder*, which is made where it is not there; what it held.

    Every file is compared with what the back-up says of it, and the library looked through, before any of them gets
    its name. What fails leaves the folder as it was; what was killed is done by doing it again.

    Raises:
        LibraryError: If *file* is no back-up, is damaged or of a newer program, or *folder* is not empty or cannot
            be written.
    """
    made = _open_folder(folder)
    try:
        with hold(folder / LOCK) as alone:
            if not alone:
                raise LibraryError(tr(_ANOTHER, folder=folder))
            try:
                contents = _bring_back(file, folder, report)
            finally:
                (folder / LOCK).unlink(missing_ok=True)
    except OSError as error:
        raise _explain(file, folder, error) from error
    finally:
        if made and not any(folder.iterdir()):
            folder.rmdir()
    return contents


def _bring_back(file: Path, folder: Path, report: Report) -> Contents:
    ours: list[Path] = []
    try:
        with zipfile.ZipFile(file) as archive:
            contents = read_contents(archive, file)
            if not is_all_there(folder, contents):
                _unpack_all(archive, contents, folder, ours, report)
                _look_through(contents, file, folder, report)
                _refuse_used(folder, ours)
                _give_names(contents, folder, ours)
    except BaseException as error:  # also where it is stopped by hand: the folder is as it was; it is raised again
        clear(ours)
        if isinstance(error, (zipfile.BadZipFile, zlib.error, EOFError, sqlite3.Error, NotImplementedError)):
            raise (damaged if zipfile.is_zipfile(file) else no_backup)(file) from error
        raise
    with open_library(folder) as library:
        made = Backup(str(file.absolute()), contents.made_at, contents.documents, file.stat().st_size)
        library.last_backup.note(made)
    (folder / MARK).unlink(missing_ok=True)
    return contents


def _unpack_all(archive: zipfile.ZipFile, contents: Contents, folder: Path, ours: list[Path], report: Report) -> None:
    """Every file under the name of a part, which goes into *ours* as it is made."""
    ours += find_broken_off(folder)
    _refuse_used(folder, ours)
    _find_room(contents, folder)
    if ACCOUNTS_FILE in contents.files:
        take_from_others(folder)
    clear([one for one in ours if one.name != MARK])
    ours.append(set_mark(folder, contents))
    for name, told in contents.files.items():
        with (folder / f"{name}{PART}").open("xb") as stream:
            ours.append(folder / f"{name}{PART}")
            if name == ACCOUNTS_FILE:
                take_from_others(ours[-1])
            _unpack(archive, name, told, stream, report)


def _give_names(contents: Contents, folder: Path, ours: list[Path]) -> None:
    """Let every part have its name, the library last: where it is, all is."""
    names = sorted(contents.files, key=lambda one: one == LIBRARY_FILE)
    sync_files([folder / f"{name}{PART}" for name in names])
    set_mark(folder, contents, names[:-1])
    for name in names:
        ours.append((folder / f"{name}{PART}").rename(folder / name))
    sync_folder(folder)


def open_empty_folder(folder: Path) -> bool:
    """Whether the folder had to be made; raises as :func:`restore`."""
    made = _open_folder(folder)
    if not made:
        _refuse_used(folder)
    return made


def _open_folder(folder: Path) -> bool:
    """Whether the folder had to be made.

    Raises:
        LibraryError: If it cannot be made.
    """
    try:
        if folder.is_dir():
            return False
        folder.mkdir(parents=True)
        return True
    except OSError as error:
        raise LibraryError(
            tr("Không dùng được thư mục {folder}: {why}. Hãy chọn thư mục khác.", folder=folder, why=explain(error))
        ) from error


def _refuse_used(folder: Path, ours: Sequence[Path] = ()) -> None:
    """That something lies in *folder* beside *ours*, as a library does that was opened there meanwhile.

    Raises:
        LibraryError: If so; to go on would write over it.
    """
    if any(one not in ours and one.name != LOCK for one in folder.iterdir()):
        raise LibraryError(
            tr("{folder} không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè gì.", folder=folder)
        )


def _find_room(contents: Contents, folder: Path) -> None:
    needed, free = sum(size for _, size in contents.files.values()), shutil.disk_usage(folder).free
    if free < needed:
        raise LibraryError(
            tr(
                "Ổ đĩa của {folder} còn {free}, cần {needed}. Hãy giải phóng chỗ trống hoặc chọn ổ đĩa khác.",
                folder=folder,
                free=say_size(free),
                needed=say_size(needed),
            )
        )


def _unpack(archive: zipfile.ZipFile, name: str, told: tuple[str, int], target: IO[bytes], report: Report) -> None:
    step, size = tr("Đang chép ra"), told[1]

    def follow(done: int) -> None:
        if done > size:
            raise zipfile.BadZipFile(name)
        report(step, done, size)

    with archive.open(name) as source:
        if copy_stream(source, target, follow) != told:
            raise zipfile.BadZipFile(name)


def _look_through(contents: Contents, file: Path, folder: Path, report: Report) -> None:
    step = tr("Đang kiểm tra lại thư viện")
    databases = [name for name in DATABASES if name in contents.files]
    for done, name in enumerate(databases):
        report(step, done, len(databases))
        with closing(sqlite3.connect(folder / f"{name}{PART}", isolation_level=None)) as made:
            whole = not check_database(made)
            if name == LIBRARY_FILE:
                (version,) = made.execute("PRAGMA user_version").fetchone()
                if version > SCHEMA_VERSION:
                    raise LibraryError(
                        tr(
                            "Bản sao lưu {file} do bản Vankien mới hơn tạo ra. Hãy cập nhật Vankien rồi làm lại.",
                            file=file,
                        )
                    )
                whole = whole and count_rows(made) == contents.counts
            if name == ACCOUNTS_FILE and whole:
                forget_sessions(made)  # nobody is logged in to a library that was away
        if not whole:
            raise damaged(file)
    report(step, len(databases), len(databases))


def _explain(file: Path, folder: Path, error: OSError) -> LibraryError:
    why = explain(error)
    if error.filename and Path(error.filename) == file:
        return LibraryError(tr("Không mở được {file}: {why}. Hãy kiểm tra lại đường dẫn.", file=file, why=why))
    return LibraryError(
        tr(
            "Không khôi phục được vào {folder}: {why}. Bản sao lưu còn nguyên. "
            "Hãy giải phóng chỗ trống, cấp quyền ghi hoặc chọn thư mục khác rồi làm lại.",
            folder=folder,
            why=why,
        )
    )
