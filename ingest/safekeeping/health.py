"""Whether the library is whole: its files, every text, every slice of it, every original, and the index beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from ingest.amounts import say_count
from ingest.doctor import Finding
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import DATABASES, Report, check_database
from ingest.safekeeping.index_mark import look_at_index
from ingest.safekeeping.purging import read_unfinished
from ingest.safekeeping.soundness import find_bad_originals, find_unsound
from ingest.safekeeping.tombstones import KEPT_DAYS, count_due
from ingest.store import Library, open_library
from ingest.store.connection import LIBRARY_FILE

FROM_BACKUP = "Hãy khôi phục từ bản sao lưu gần nhất: python -m ingest restore TỆP --to THƯ_MỤC"
MEND = "Hãy sửa các bảng tra cứu: python -m ingest verify --repair; văn bản không bị ảnh hưởng."
READ_AGAIN = (
    "Hãy đọc lại từ tệp gốc đã lưu: python -m ingest verify --repair; nếu vẫn còn, hãy khôi phục từ bản sao lưu."
)
ADD_AGAIN = (
    "Nguyên văn vẫn dùng được. Hãy sửa bằng: python -m ingest verify --repair; nếu vẫn còn, hãy tìm lại chính tệp ấy "
    "rồi thêm: python -m ingest add TỆP"
)
SAVE_REST = (
    "Hãy khôi phục từ bản sao lưu gần nhất: python -m ingest restore TỆP --to THƯ_MỤC; không có bản sao lưu thì cứu "
    "những gì còn đọc được sang thư mục trống: python -m ingest verify --salvage THƯ_MỤC"
)
ADD_SOMETHING = "Hãy thêm văn bản: python -m ingest add TỆP"
_NAMED = 5
_INDEX_FAULTS = ("missing from index", "wrong # of entries in index", "non-unique entry in index")
"""What SQLite says of tables that can be read, beside which an index of its own does not fit."""


def examine_library(home: Path, report: Report) -> list[Finding]:
    """Every check of the library in *home*, each with what to do where something is wrong; nothing is changed."""
    if not (home / LIBRARY_FILE).exists():
        return [Finding(tr("Thư viện"), tr("chưa có văn bản nào"), advice=tr(ADD_SOMETHING))]
    names = (DATABASES[0], *sorted(one.name for one in home.glob("*.sqlite") if one.name != DATABASES[0]))
    files = [_look_at_file(home / name) for name in names]
    if files[0].missing and files[0].advice != tr(MEND):
        return files  # what such a file says of itself cannot be relied on
    try:
        with open_library(home) as library:
            return [*files, *_look_inside(library, report), _look_at_removed(library), look_at_index(library)]
    except LibraryError as error:
        return [*files, Finding(tr("Thư viện"), str(error), missing=True, advice=tr(SAVE_REST))]


def _look_at_file(file: Path) -> Finding:
    what = tr("Tệp {name}", name=file.name)
    if faults := find_faults(file):
        state = tr("hỏng: {faults}", faults="; ".join(faults[:_NAMED]))
        advice = MEND if is_of_indexes_alone(faults) else SAVE_REST if file.name == LIBRARY_FILE else FROM_BACKUP
        return Finding(what, state, missing=True, advice=tr(advice))
    return Finding(what, tr("lành"))


def find_faults(file: Path) -> list[str]:
    """What SQLite finds wrong in *file*; empty where it is whole."""
    try:
        with closing(sqlite3.connect(file, timeout=30.0)) as opened:
            return check_database(opened)
    except sqlite3.Error as error:
        return [str(error)]


def is_of_indexes_alone(faults: Sequence[str]) -> bool:
    """Whether SQLite's own indexes do not fit their tables, and nothing else is wrong: they can be made anew."""
    return bool(faults) and all(any(mark in one for mark in _INDEX_FAULTS) for one in faults)


def _look_inside(library: Library, report: Report) -> Iterator[Finding]:
    yield _look_at_links(library)
    yield _look_at_texts(library, report)
    yield _look_at_families(library)
    yield _look_at_originals(library, report)


def _look_at_links(library: Library) -> Finding:
    what = tr("Liên kết giữa các bảng")
    broken = library._select("PRAGMA foreign_key_check")
    if not broken:
        return Finding(what, tr("đủ"))
    tables = ", ".join(sorted({str(row[0]) for row in broken}))
    state = tr("{count} dòng trỏ vào chỗ không có: {tables}", count=len(broken), tables=tables)
    return Finding(what, state, missing=True, advice=tr(FROM_BACKUP))


def _look_at_texts(library: Library, report: Report) -> Finding:
    what = tr("Nguyên văn và các đoạn cắt ra")
    if wrong := [one.id for one in find_unsound(library, report)]:
        state = tr("{count} văn bản có chữ hoặc đoạn sai lệch: {names}", count=len(wrong), names=_name_some(wrong))
        return Finding(what, state, missing=True, advice=tr(READ_AGAIN))
    (documents, passages) = library._select("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)")[
        0
    ]
    counts = {"documents": say_count(documents), "passages": say_count(passages)}
    return Finding(what, tr("{documents} bản, {passages} đoạn: đúng từng chữ", **counts))


def _look_at_families(library: Library) -> Finding:
    what = tr("Các bản của mỗi văn bản")
    wrong = library._select(
        "SELECT min(id) AS id FROM documents GROUP BY family HAVING sum(superseded_at IS NULL) <> 1 ORDER BY family"
    )
    if not wrong:
        return Finding(what, tr("mỗi văn bản có đúng một bản hiện hành"))
    state = tr("{names}: không rõ bản nào đang dùng", names=_name_some([str(row["id"]) for row in wrong]))
    return Finding(what, state, missing=True, advice=tr(FROM_BACKUP))


def _look_at_originals(library: Library, report: Report) -> Finding:
    what = tr("Tệp gốc")
    if wrong := [f"{one.name} ({one.document_id})" for one in find_bad_originals(library, report)]:
        state = tr("{count} tệp không còn như khi thêm: {names}", count=len(wrong), names=_name_some(wrong))
        return Finding(what, state, missing=True, advice=tr(ADD_AGAIN))
    lost = library._select(
        "SELECT id FROM documents WHERE read_from IS NULL OR read_from NOT IN (SELECT hash FROM originals) ORDER BY seq"
    )
    if lost:
        state = tr("không có tệp gốc của {names}", names=_name_some([str(row["id"]) for row in lost]))
        return Finding(what, state, missing=True, advice=tr(ADD_AGAIN))
    (count,) = library._select("SELECT count(*) FROM originals")[0]
    return Finding(what, tr("{count} tệp, đủ và nguyên vẹn", count=say_count(count)))


def _look_at_removed(library: Library) -> Finding:
    what, due = tr("Văn bản đã bỏ"), count_due(library)
    if read_unfinished(library):
        return Finding(what, tr("việc xóa hẳn chưa xong"), advice=tr("Hãy làm nốt: python -m ingest purge"))
    if due:
        state = tr("{count} văn bản đã quá hạn khôi phục {days} ngày, vẫn giữ", count=due, days=KEPT_DAYS)
        return Finding(what, state, advice=tr("Muốn xóa hẳn: python -m ingest purge"))
    return Finding(what, tr("không có gì phải làm"))


def _name_some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
