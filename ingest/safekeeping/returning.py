"""Plain files that ``export`` wrote -> a library without documents, which is afterwards the one they came from."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from ingest.desk.file import DESK_FILE, open_desk
from ingest.desk.file import STEPS as DESK_STEPS
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import OWNERS_FILES, Report, check_database
from ingest.safekeeping.plain_files import (
    DERIVED,
    DESK,
    DOCUMENT,
    DOCUMENTS_FOLDER,
    LIBRARY,
    OWNERS_FOLDER,
    Facts,
    find_changed,
    half_written,
    newer,
    read_facts,
    read_sums,
)
from ingest.safekeeping.tables import Table, count_all, list_tables, write_rows, write_sequences
from ingest.store import open_library
from ingest.store.access import Access
from ingest.store.connection import LIBRARY_FILE, explained
from ingest.store.schema import STEPS
from ingest.store.steps import Step, bring_up_to_date
from ingest.system import explain

_NAMED = 5
_KEPT_HERE = ("meta", *sorted(DERIVED))
"""Tables that a library without documents may have rows in: what it knows of itself, what is worked out anew."""


def bring_in(folder: Path, home: Path, report: Report) -> Facts:
    """Make the library in *home*, which holds no document, the one that was exported into *folder*; what it held.

    Every file is compared with its hash before anything is added; then all is added at once. It is the same library
    afterwards: with the same id, generation, ids of documents and passages.

    Raises:
        LibraryError: If *folder* is no export, is half written, changed or of a newer program, or the library in
            *home* holds something.
    """
    sums = read_sums(folder)
    if changed := find_changed(folder, sums, report):
        raise _refuse_changed(folder, changed)
    facts = read_facts(folder, sums)
    if facts.schema > len(STEPS):
        raise newer(folder)
    try:
        _refuse_used(home, folder, sums)
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".vankien-", dir=home) as place:
            _bring_in(folder, home, facts, Path(place), report)
    except OSError as error:
        words = "Không nhập được vào {home}: {why}. Hãy giải phóng chỗ trống hoặc cấp quyền ghi rồi làm lại."
        raise LibraryError(tr(words, home=home, why=explain(error))) from error
    return facts


def _bring_in(folder: Path, home: Path, facts: Facts, place: Path, report: Report) -> None:
    made, desk = place / LIBRARY_FILE, place / DESK_FILE
    try:
        _make_library(folder, facts, made, report)
        has_desk = (folder / DESK).exists() and _make_desk(folder, desk)
    except (ValueError, KeyError, TypeError, sqlite3.Error) as error:
        raise half_written(folder) from error
    if has_desk:
        with open_desk(home) as opened:
            _move(opened._access, desk, home, kept=())
    for name in OWNERS_FILES:
        if (given := folder / OWNERS_FOLDER / name).exists():
            (place / name).write_bytes(given.read_bytes())
            (place / name).replace(home / name)
    report(tr("Đang đưa vào thư viện"), 0, 1)
    with open_library(home) as library:
        _move(library._access, made, home, kept=_KEPT_HERE)
    report(tr("Đang đưa vào thư viện"), 1, 1)


# --- a file of its own first -------------------------------------------------------------------------------


def _make_library(folder: Path, facts: Facts, file: Path, report: Report) -> None:
    """The library, as its program's schema had it, brought up to date afterwards."""
    step = tr("Đang đọc các tệp")
    told = _read(folder / LIBRARY)
    with closing(_create(file, STEPS[: facts.schema])) as db:
        tables = {table.name: table for table in list_tables(db)}
        db.execute("DELETE FROM meta")
        places = sorted(one.parent for one in (folder / DOCUMENTS_FOLDER).glob(f"*/{DOCUMENT}"))
        originals: list[tuple[int, Path, dict[str, Any]]] = []
        for done, place in enumerate(places, 1):
            told_of_one = _read(place / DOCUMENT)
            for name, rows in _read_document(place, told_of_one):
                write_rows(db, tables[name], rows)
            originals += _list_originals(place, told_of_one)
            report(step, done, len(places))
        for _, original, row in sorted(originals, key=lambda one: one[0]):  # they lie in the order in which they came
            write_rows(db, tables["originals"], [row | {"content": original.read_bytes()}])
        for name, rows in told["tables"].items():
            write_rows(db, tables[name], rows)
        write_sequences(db, told["sequences"])
        if count_all(db, [tables[name] for name in facts.tables]) != facts.tables:
            raise ValueError("rows are lacking")
        _finish(db, facts.schema, STEPS, file)


def _make_desk(folder: Path, file: Path) -> bool:
    told = _read(folder / DESK)
    if told["schema"] > len(DESK_STEPS):
        raise newer(folder)
    with closing(_create(file, DESK_STEPS[: told["schema"]])) as db:
        tables = {table.name: table for table in list_tables(db)}
        for name, rows in told["tables"].items():
            write_rows(db, tables[name], rows)
        write_sequences(db, told["sequences"])
        _finish(db, told["schema"], DESK_STEPS, file)
    return True


def _create(file: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA synchronous = OFF")  # nobody reads it but us, and not after a power cut
    db.execute("BEGIN")
    for step in steps:
        step(db)
    return db


def _finish(db: sqlite3.Connection, version: int, steps: Sequence[Step], file: Path) -> None:
    db.execute(f"PRAGMA user_version = {int(version)}")
    db.execute("COMMIT")
    bring_up_to_date(db, str(file), steps)
    if check_database(db) or db.execute("PRAGMA foreign_key_check").fetchall():
        raise ValueError("rows do not fit")


def _read(file: Path) -> Any:
    return json.loads(file.read_bytes())


def _read_document(place: Path, told: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Tables with the rows that are of the document in *place*, of which its list has *told*, but for its files."""
    for version in told["versions"]:
        text = (place / _plain_name(version["text"])).read_bytes().decode()
        yield "documents", [version["record"] | {"text": text}]
        yield from version["rows"].items()
    yield from told["about"].items()


def _list_originals(place: Path, told: Any) -> Iterator[tuple[int, Path, dict[str, Any]]]:
    """When each file came, where it lies, and what is known of it."""
    for one in (original for version in told["versions"] for original in version["originals"]):
        yield int(one["arrived"]), place / _plain_name(one["file"]), one["row"]


def _plain_name(name: str) -> str:
    """*name*, which stands in a file that anybody may have written, if it leads nowhere else."""
    if Path(name).name != name or "\\" in name or ":" in name:
        raise ValueError(name)
    return name


# --- then at once into the library ---------------------------------------------------------------------------


def _move(access: Access, made: Path, home: Path, kept: Sequence[str]) -> None:
    """All rows of the file *made* into the open one, in one transaction; rows of the tables *kept* stay beside them."""
    with explained(access.file):
        access.db.execute("ATTACH ? AS given", (str(made),))
    with access.transaction() as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        tables = list_tables(db)
        if not _has_room(db, tables, kept):
            raise _refuse_held(home)
        for table in tables:
            names = ", ".join(table.columns)
            source = f"SELECT {names} FROM given.{table.name} ORDER BY {table.order}"  # noqa: S608 - the file's own names
            if table.name not in kept:
                db.execute(f"DELETE FROM main.{table.name}")  # noqa: S608 - the file's own names
            db.execute(f"INSERT OR REPLACE INTO main.{table.name} ({names}) {source}")
        db.execute("DELETE FROM main.sqlite_sequence")
        db.execute("INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM given.sqlite_sequence")


def _has_room(db: sqlite3.Connection, tables: Sequence[Table], kept: Sequence[str]) -> bool:
    """Whether nothing is held, or what is held is the very same: of an import that was broken off."""
    own = [table for table in tables if table.name not in kept]
    if not any(count_all(db, own).values()):
        return True
    query = "SELECT count(*) FROM (SELECT {0} FROM main.{1} EXCEPT SELECT {0} FROM given.{1})"
    return all(not db.execute(query.format(", ".join(one.columns), one.name)).fetchone()[0] for one in own)


# --- what cannot be ------------------------------------------------------------------------------------------


def _refuse_used(home: Path, folder: Path, sums: dict[str, str]) -> None:
    for name in OWNERS_FILES:
        given = f"{OWNERS_FOLDER}/{name}"
        if given in sums and (home / name).exists() and (home / name).read_bytes() != (folder / given).read_bytes():
            raise _refuse_held(home)
    if (home / LIBRARY_FILE).exists():
        with open_library(home) as library:
            held = library._select("SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM collections)")
        if held[0][0]:
            raise _refuse_held(home)


def _refuse_held(home: Path) -> LibraryError:
    words = (
        "{home} đã có thư viện, hoặc những gì người đọc và chủ máy đã lưu; nhập vào đó sẽ lẫn hai bên. Chưa nhập gì. "
        "Hãy đặt VANKIEN_HOME là một thư mục trống hoặc chưa có rồi nhập lại."
    )
    return LibraryError(tr(words, home=home))


def _refuse_changed(folder: Path, changed: Sequence[str]) -> LibraryError:
    names = ", ".join(changed[:_NAMED]) + ("…" if len(changed) > _NAMED else "")
    words = (
        "{count} tệp trong {folder} bị mất hoặc không còn như khi xuất: {names}. Chưa nhập gì. "
        "Hãy chép lại các tệp ấy từ nơi đã xuất, hoặc xuất lại: python -m ingest export THƯ_MỤC"
    )
    return LibraryError(tr(words, count=len(changed), folder=folder, names=names))
