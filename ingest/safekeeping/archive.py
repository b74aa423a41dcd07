"""What stands in a back-up: a ZIP of the library's files, and a list of them that says what each must be."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from ingest.accounts.file import ACCOUNTS_FILE
from ingest.desk.file import DESK_FILE
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.owner import SETTINGS_FILE
from ingest.store.connection import LIBRARY_FILE

FORMAT = 2
"""Raised with what may stand in a back-up: 2 brought accounts."""
CONTENTS = "vankien-backup.json"
DATABASES = (LIBRARY_FILE, DESK_FILE, ACCOUNTS_FILE)
OWNERS_FILES = (SETTINGS_FILE, "viet-tat.tsv")
"""What the owner of the machine may have written beside the library."""
COUNTED = ("documents", "passages", "citations", "originals", "corrections", "collections")
_CHUNK = 1024**2

Report = Callable[[str, int, int], None]
"""Told of each step: what is being done, how much of it is done, how much there is."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a back-up holds.

    Attributes:
        made_at: UTC, ISO 8601.
        library: Id of the library.
        generation: Of the library then.
        documents: In use then.
        counts: Table of the library -> its rows.
        files: Name -> SHA-256 and size in bytes.
    """

    format: int
    made_at: str
    library: str
    generation: int
    documents: int
    counts: dict[str, int]
    files: dict[str, tuple[str, int]]


def write_contents(contents: Contents) -> str:
    """The list, as it stands in the back-up."""
    return json.dumps(asdict(contents), ensure_ascii=False, indent=1)


def read_contents(archive: zipfile.ZipFile, file: Path) -> Contents:
    """The list of an open back-up.

    Raises:
        LibraryError: If there is none, it is damaged, or a newer program wrote it.
    """
    try:
        told = json.loads(archive.read(CONTENTS))
        if told["format"] > FORMAT:
            raise LibraryError(
                tr("Bản sao lưu {file} do bản Vankien mới hơn tạo ra. Hãy cập nhật Vankien rồi làm lại.", file=file)
            )
        told["files"] = {name: (str(hashed), int(size)) for name, (hashed, size) in told["files"].items()}
        contents = Contents(**told)
    except KeyError as error:
        raise no_backup(file) from error
    except (ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise damaged(file) from error
    known = {*DATABASES, *OWNERS_FILES}
    if LIBRARY_FILE not in contents.files or not contents.files.keys() <= known:
        raise no_backup(file)
    return contents


def no_backup(file: Path) -> LibraryError:
    """That *file* is something else."""
    return LibraryError(
        tr(
            "{file} không phải bản sao lưu của Vankien. Hãy chọn tệp do lệnh backup hoặc trang Thư viện tạo ra.",
            file=file,
        )
    )


def damaged(file: Path) -> LibraryError:
    """That *file* was one and is whole no more."""
    return LibraryError(
        tr("Bản sao lưu {file} bị hỏng, không khôi phục được. Hãy dùng một bản sao lưu khác.", file=file)
    )


def copy_stream(source: IO[bytes], target: IO[bytes] | None, told: Callable[[int], None]) -> tuple[str, int]:
    """Read *source* to its end, writing it into *target*; its SHA-256 and size. *told* of the bytes so far."""
    hashed, size = hashlib.sha256(), 0
    while piece := source.read(_CHUNK):
        hashed.update(piece)
        size += len(piece)
        if target is not None:
            target.write(piece)
        told(size)
    return hashed.hexdigest(), size


def check_database(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in an open file; empty where it is whole."""
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else found


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Table of a library -> its rows."""
    query = "SELECT count(*) FROM {}"
    return {table: int(connection.execute(query.format(table)).fetchone()[0]) for table in COUNTED}
