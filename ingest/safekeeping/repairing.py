"""What is damaged and can be mended from what is whole: texts from their files, lookup tables, the index."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ingest.adding import Readers
from ingest.documents import read_document
from ingest.errors import LibraryError, ReadingError
from ingest.language import tr
from ingest.models import Document
from ingest.safekeeping.archive import Report
from ingest.safekeeping.health import SAVE_REST, find_faults, is_of_indexes_alone
from ingest.safekeeping.index_mark import look_at_index
from ingest.safekeeping.rebuilding import Rebuild, no_build_meanwhile, rebuild_index, take_away
from ingest.safekeeping.soundness import BadOriginal, find_bad_originals, find_unsound, read_text
from ingest.store import Library, hash_content, open_library
from ingest.store.connection import LIBRARY_FILE, explained
from ingest.store.mending import drop_loose, rewrite
from ingest.store.sealing import is_sealed, seal

_ROW_WITHOUT_INDEX = re.compile(r"row (\d+) missing from index (?:documents_|sqlite_autoindex_documents_)")
_FILES = """
    SELECT o.content, CAST(o.name AS BLOB) AS name, CAST(o.place AS BLOB) AS place, o.hash FROM originals o
    WHERE o.hash = (SELECT read_from FROM documents WHERE seq = :seq) OR o.document = :seq
    ORDER BY o.hash = (SELECT read_from FROM documents WHERE seq = :seq) DESC, o.rowid
"""


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing that was damaged.

    Attributes:
        done: Whether it is whole again.
        words: What it was and what became of it, in the language that is spoken.
    """

    done: bool
    words: str


def repair(home: Path, readers: Readers, report: Report, rebuild: Rebuild = rebuild_index) -> Iterator[Mended]:
    """Mend what can be mended in the library in *home*, yielding each thing; what is whole stays as it is.

    Raises:
        LibraryError: If the file is so damaged that it cannot be written to, or the disk is full.
    """
    faults = find_faults(home / LIBRARY_FILE)
    if faults and not is_of_indexes_alone(faults):
        words = "{file} hỏng đến mức không sửa tại chỗ được ({fault}). {advice}"
        raise LibraryError(tr(words, file=home / LIBRARY_FILE, fault=faults[0], advice=tr(SAVE_REST)))
    touched = {int(match[1]) for fault in faults if (match := _ROW_WITHOUT_INDEX.search(fault))}
    if faults:
        yield _index_anew(home / LIBRARY_FILE)
    with open_library(home) as library:
        for bad in list(find_bad_originals(library, report)):
            yield _look_after(library, bad)
        yield from _point_anew(library)
        if count := drop_loose(library._access):
            yield Mended(True, tr("Đã bỏ {count} dòng không thuộc văn bản nào.", count=count))
        unsound = {one.seq: one.id for one in find_unsound(library, report)}
        unsound |= {seq: _read_column(library, seq, "id") for seq in touched - unsound.keys()}
        for seq, document_id in unsound.items():
            yield _read_again(library, readers, seq, document_id)
        _seal_all(library, report)
        damaged = look_at_index(library).missing
    if damaged or (unsound and (home / "index").is_dir()):
        yield _build_again(home, rebuild, damaged=damaged)


def _index_anew(file: Path) -> Mended:
    with explained(file), closing(sqlite3.connect(file, timeout=30.0)) as db:
        db.execute("REINDEX")
    return Mended(not find_faults(file), tr("Đã lập lại các bảng tra cứu của {file}.", file=file.name))


# --- files ---------------------------------------------------------------------------------------------------


def _look_after(library: Library, bad: BadOriginal) -> Mended:
    """A file whose name among the hashes was damaged gets it back; one whose bytes were is asked for."""
    named = library._select("SELECT 1 FROM documents WHERE read_from = ?", (bad.found,))
    twice = library._select("SELECT 1 FROM originals WHERE hash = ?", (bad.found,))
    if named and not twice:
        with library._access.transaction() as db:
            db.execute("UPDATE originals SET hash = ? WHERE rowid = ?", (bad.found, bad.rowid))
        return Mended(True, tr("Tệp gốc {name} của {id}: đã sửa lại mã băm.", name=bad.name, id=bad.document_id))
    words = (
        "Tệp gốc {name} của {id} hỏng, không sửa được từ thư viện; nguyên văn vẫn còn. "
        "Hãy tìm lại chính tệp ấy rồi thêm: python -m ingest add TỆP"
    )
    return Mended(False, tr(words, name=bad.name, id=bad.document_id))


def _point_anew(library: Library) -> Iterator[Mended]:
    """Texts that name a file which is not there, though one of their own is."""
    query = "SELECT seq, id FROM documents WHERE read_from IS NULL OR read_from NOT IN (SELECT hash FROM originals)"
    for row in library._select(query):
        own = library._select("SELECT hash FROM originals WHERE document = ? ORDER BY rowid", (row["seq"],))
        if own:
            with library._access.transaction() as db:
                db.execute("UPDATE documents SET read_from = ? WHERE seq = ?", (own[0]["hash"], row["seq"]))
            yield Mended(True, tr("{id}: đã nối lại với tệp gốc của nó.", id=row["id"]))


# --- texts ---------------------------------------------------------------------------------------------------


def _read_column(library: Library, seq: int, column: str) -> str:
    """As far as it can be read."""
    query = f"SELECT CAST({column} AS BLOB) FROM documents WHERE seq = ?"  # noqa: S608 - our own name
    return str((library._select(query, (seq,))[0][0] or b"").decode(errors="replace"))


def _read_again(library: Library, readers: Readers, seq: int, document_id: str) -> Mended:
    text, read = read_text(library, seq), _read_file(library, readers, seq)
    if text is not None and (read is None or read.text != text):
        read = (
            _read_words(text, _read_column(library, seq, "source")) or read
        )  # the words that are kept are never exchanged for others
    if read is None:
        words = (
            "{id} hỏng mà tệp gốc cũng không đọc được. Hãy tìm lại tệp gốc rồi thêm: python -m ingest add TỆP, "
            "chạy lại lệnh này; hoặc khôi phục từ bản sao lưu."
        )
        return Mended(False, tr(words, id=document_id))
    if rewrite(library._access, seq, read):
        return Mended(True, tr("{id}: đã đọc lại từ tệp gốc, đúng từng chữ như khi thêm.", id=document_id))
    words = "{id}: đã đọc lại từ tệp gốc bằng quy tắc hiện nay; chữ có thể khác bản đã lưu, hãy đối chiếu với bản gốc."
    return Mended(True, tr(words, id=document_id))


def _read_words(text: str, name: str) -> Document | None:
    """What is read of the kept *text* itself; ``None`` where it would not be the same text."""
    try:
        read = read_document(text, name)
    except ReadingError:  # no word is in it
        return None
    return read if read.text == text else None


def _read_file(library: Library, readers: Readers, seq: int) -> Document | None:
    """What is read of a file of the text that is whole; ``None`` where there is none."""
    for row in library._select(_FILES, {"seq": seq}):
        if hash_content(row["content"]) != row["hash"]:
            continue
        place = (row["place"] or row["name"]).decode(errors="replace")
        try:
            return readers.read_from(row["content"], Path(place)).result().document
        except ReadingError:  # another may be read
            continue
    return None


def _seal_all(library: Library, report: Report) -> None:
    """Texts of older programs, found sound as far as can be told, get a seal: what changes later is found by it."""
    rows = library._select("SELECT seq FROM documents ORDER BY seq")
    unsound = {one.seq for one in find_unsound(library, report)}
    with library._access.transaction() as db:
        for (seq,) in rows:
            if seq not in unsound and not is_sealed(db, seq):
                seal(db, seq)


# --- the index -----------------------------------------------------------------------------------------------


def _build_again(home: Path, rebuild: Rebuild, *, damaged: bool) -> Mended:
    """What does not serve goes first, so that nothing of it is taken for whole; what was embedded is kept elsewhere."""
    if damaged:
        with no_build_meanwhile(home):
            take_away(home)
    if rebuild(home):
        return Mended(True, tr("Đã lập lại chỉ mục; không phải phân tích nghĩa lại."))
    return Mended(False, tr("Chưa lập lại được chỉ mục. Hãy chạy: python -m index build"))
