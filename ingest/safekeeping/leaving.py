"""The whole library -> plain files in a folder, which any program can read, and ours can take back without loss."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ingest.desk.file import DESK_FILE, open_desk
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import OWNERS_FILES, Report
from ingest.safekeeping.plain_files import (
    DERIVED,
    DESK,
    DOCUMENT,
    DOCUMENTS_FOLDER,
    FACTS,
    FORMAT,
    LIBRARY,
    OWNERS_FOLDER,
    READ_ME,
    SUMS,
    Facts,
    name_original,
    name_safely,
    to_json,
    write_facts,
    write_sums,
)
from ingest.safekeeping.tables import PlainRow, Table, count_all, list_tables, read_rows, read_sequences
from ingest.store import Library, read_library
from ingest.store.connection import LIBRARY_FILE
from ingest.store.inserting import now
from ingest.store.rows import metadata_from_row
from ingest.store.schema import SCHEMA_VERSION
from ingest.system import explain

_ABOUT = "family"
"""The column of tables that speak of a document whatever its version."""
_READ_ME = (
    "Đây là toàn bộ một thư viện Vankien dưới dạng tệp thường, đọc được không cần Vankien.\n"
    "documents/: mỗi văn bản một thư mục: version-N.txt là nguyên văn (UTF-8), original-N-… là tệp gốc như khi thêm,\n"
    "document.json là hồ sơ, điều khoản, đoạn, viện dẫn, điều đã sửa; vị trí là số thứ tự ký tự (code point) từ 0.\n"
    "Kiểm tra các tệp: sha256sum -c SHA256SUMS. Nhập lại: python -m ingest import THƯ_MỤC\n"
)


@dataclass(slots=True)
class _Folder:
    """What was written below *root*, with its hashes; *ours* is what was begun, whole or not, in order."""

    root: Path
    sums: dict[str, str] = field(default_factory=dict)
    ours: list[Path] = field(default_factory=list)

    def write(self, name: str, content: bytes) -> None:
        file = self.root / name
        for above in reversed(file.parents):
            if not above.exists():
                above.mkdir()
                self.ours.append(above)
        self.ours.append(file)
        with file.open("xb") as stream:
            stream.write(content)
        self.sums[name] = hashlib.sha256(content).hexdigest()

    def finish(self) -> None:
        """The list of hashes, when all the rest is on the disk."""
        _settle()
        part, listed = self.root / f"{SUMS}.part", self.root / SUMS
        self.ours += (part, listed)
        part.write_bytes(write_sums(self.sums))
        part.rename(listed)
        _settle()

    def take_back(self) -> None:
        """Leave the folder as it was; what others put there meanwhile stays."""
        for one in reversed(self.ours):
            with suppress(OSError):
                one.rmdir() if one.is_dir() else one.unlink(missing_ok=True)


def export(home: Path, folder: Path, report: Report) -> Facts:
    """Write all of the library in *home* into *folder*, which is made where it is not there.

    Everything is of one moment, whatever others add meanwhile. The list of hashes is written last, when all the rest
    is on the disk; what fails leaves the folder as it was.

    Raises:
        LibraryError: If there is no library, *folder* is not empty, lies in *home*, or cannot be written.
    """
    if not (home / LIBRARY_FILE).exists():
        raise LibraryError(tr("Chưa có thư viện trong {home} nên chưa có gì để xuất.", home=home))
    made = _open_folder(home, folder)
    written = _Folder(folder, ours=[folder] if made else [])
    try:
        facts = _write_all(home, written, report)
        written.finish()
    except BaseException as error:  # also where it is stopped by hand: the folder is as it was; it is raised again
        written.take_back()
        if isinstance(error, OSError):
            raise _explain(folder, error) from error
        if isinstance(error, sqlite3.Error):
            raise _refuse_damaged(home, error) from error
        raise
    return facts


def _open_folder(home: Path, folder: Path) -> bool:
    """Whether the folder had to be made."""
    try:
        if folder.resolve().is_relative_to(home.resolve()):
            words = "{folder} nằm ngay trong thư mục của thư viện. Hãy chọn thư mục khác, tốt nhất là trên ổ đĩa khác."
            raise LibraryError(tr(words, folder=folder))
        if not folder.exists():
            folder.mkdir(parents=True)
            return True
        if (folder / DOCUMENTS_FOLDER).is_dir() and not (folder / SUMS).exists():
            words = "{folder} còn một bản xuất dở dang. Hãy xóa thư mục ấy, hoặc chọn một thư mục trống khác."
            raise LibraryError(tr(words, folder=folder))
        if any(folder.iterdir()):
            words = "{folder} không trống. Hãy chọn một thư mục trống hoặc chưa có, để không ghi đè gì."
            raise LibraryError(tr(words, folder=folder))
    except OSError as error:
        raise _explain(folder, error) from error
    return False


def _write_all(home: Path, written: _Folder, report: Report) -> Facts:
    with read_library(home) as library:
        db = library._db
        tables = [table for table in list_tables(db) if table.name not in DERIVED]
        free = [table for table in tables if table.name != "documents" and table.owner is None]
        told = {"tables": {one.name: read_rows(db, one) for one in free}, "sequences": read_sequences(db)}
        families = [row[0] for row in db.execute("SELECT DISTINCT family FROM documents ORDER BY family")]
        for done, family in enumerate(families, 1):
            _write_document(db, tables, family, written)
            report(tr("Đang xuất văn bản"), done, len(families))
        written.write(LIBRARY, to_json(told))
        _write_rest(home, written)
        facts = _take_facts(library, count_all(db, tables), len(written.sums))
    written.write(FACTS, write_facts(facts))
    return facts


def _take_facts(library: Library, counts: dict[str, int], files: int) -> Facts:
    (row,) = library._select(
        "SELECT coalesce(sum(removed_at IS NULL), 0),"
        " coalesce(sum(removed_at IS NOT NULL AND superseded_at IS NULL), 0) FROM documents"
    )
    return Facts(FORMAT, now(), library.id, SCHEMA_VERSION, library.generation, row[0], row[1], counts, files)


def _write_document(db: sqlite3.Connection, tables: list[Table], family: int, written: _Folder) -> None:
    """A folder for the document: its texts, its files, and all that is known of it."""
    rows = db.execute("SELECT * FROM documents WHERE family = ? ORDER BY version", (family,)).fetchall()
    used = next((row for row in rows if row["superseded_at"] is None), rows[-1])
    place = f"{DOCUMENTS_FOLDER}/{family:06}-{name_safely(used['id'])}"
    own = [table for table in tables if table.owner and table.name != "documents"]
    told = {
        "id": used["id"],
        "name": metadata_from_row(used).label,
        "in_use": used["removed_at"] is None,
        "about": {one.name: read_rows(db, one, family) for one in own if one.owner == _ABOUT},
        "versions": [_write_version(db, own, row, place, written) for row in rows],
    }
    written.write(f"{place}/{DOCUMENT}", to_json(told))


def _write_version(
    db: sqlite3.Connection, own: list[Table], row: sqlite3.Row, place: str, written: _Folder
) -> dict[str, object]:
    seq, number, text = row["seq"], row["version"], f"version-{row['version']}.txt"
    written.write(f"{place}/{text}", row["text"].encode())
    return {
        "number": number,
        "text": text,
        "record": {column: row[column] for column in row.keys() if column != "text"},  # noqa: SIM118 - a row of SQLite
        "originals": [
            _write_original(db, one, number, place, written)
            for table in own
            if table.name == "originals"
            for one in read_rows(db, table, seq, leave=("content",))
        ],
        "rows": {one.name: read_rows(db, one, seq) for one in own if one.owner != _ABOUT and one.name != "originals"},
    }


def _write_original(
    db: sqlite3.Connection, row: PlainRow, number: int, place: str, written: _Folder
) -> dict[str, object]:
    query = "SELECT rowid, content FROM originals WHERE hash = ?"
    arrived, content = db.execute(query, (row["hash"],)).fetchone()
    name = name_original(number, str(row["name"]))
    if f"{place}/{name}" in written.sums:
        name = name_original(number, f"{str(row['hash'])[:12]}-{row['name']}")
    written.write(f"{place}/{name}", content)
    return {"file": name, "arrived": arrived, "row": row}


def _write_rest(home: Path, written: _Folder) -> None:
    """What readers keep, and what the owner of the machine wrote."""
    if (home / DESK_FILE).exists():
        with open_desk(home) as desk:
            db = desk._db
            db.execute("BEGIN")
            told = {"schema": db.execute("PRAGMA user_version").fetchone()[0]}
            rows = {table.name: read_rows(db, table) for table in list_tables(db)}
            written.write(DESK, to_json(told | {"tables": rows, "sequences": read_sequences(db)}))
            db.execute("ROLLBACK")
    for name in (one for one in OWNERS_FILES if (home / one).is_file()):
        written.write(f"{OWNERS_FOLDER}/{name}", (home / name).read_bytes())
    written.write(READ_ME, tr(_READ_ME).encode())


def _settle() -> None:
    """Until all that was written is on the disk; where the system cannot say so, it is as far as it can be."""
    if hasattr(os, "sync"):
        os.sync()


def _refuse_damaged(home: Path, error: sqlite3.Error) -> LibraryError:
    words = "Không đọc hết được {file} ({reason}); chưa xuất gì. Hãy xem chỗ hỏng bằng: python -m ingest verify"
    return LibraryError(tr(words, file=home / LIBRARY_FILE, reason=error))


def _explain(folder: Path, error: OSError) -> LibraryError:
    words = (
        "Không xuất được vào {folder}: {why}. Thư viện không bị thay đổi. "
        "Hãy giải phóng chỗ trống, cấp quyền ghi hoặc chọn thư mục khác rồi làm lại."
    )
    return LibraryError(tr(words, folder=folder, why=explain(error)))
