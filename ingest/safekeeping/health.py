"""Whether the library is whole: its files, every text, every slice of it, every original, and the index beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from ingest.amounts import say_count
from ingest.doctor import Finding
from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import DATABASES, Report, check_database
from ingest.safekeeping.index_mark import look_at_index
from ingest.safekeeping.purging import read_unfinished
from ingest.safekeeping.tombstones import KEPT_DAYS, count_due
from ingest.store import Library, hash_content, open_library
from ingest.store.connection import LIBRARY_FILE

FROM_BACKUP = "Hãy khôi phục từ bản sao lưu gần nhất: python -m ingest restore TỆP --to THƯ_MỤC"
READ_AGAIN = "Hãy đọc lại từ tệp gốc: python -m ingest reread MÃ; nếu vẫn còn, hãy khôi phục từ bản sao lưu."
ADD_SOMETHING = "Hãy thêm văn bản: python -m ingest add TỆP"
_NAMED = 5
_SPANS = (
    ("passages", "start", "end"),
    ("passages", "header_start", "header_end"),
    ("citations", "start", "end"),
    ("provisions", "start", "end"),
    ("findings", "start", "end"),
    ("provision_references", "start", "end"),
    ("relations", "start", "end"),
    ("table_rows", "start", "end"),
)
"""Tables of slices of texts, with the columns of their ends."""


def examine_library(home: Path, report: Report) -> list[Finding]:
    """Every check of the library in *home*, each with what to do where something is wrong; nothing is changed."""
    if not (home / LIBRARY_FILE).exists():
        return [Finding(tr("Thư viện"), tr("chưa có văn bản nào"), advice=tr(ADD_SOMETHING))]
    files = [_look_at_file(home / name) for name in DATABASES if (home / name).exists()]
    if files[0].missing:
        return files  # what such a file says of itself cannot be relied on
    try:
        with open_library(home) as library:
            return [*files, *_look_inside(library, report), _look_at_removed(library), look_at_index(library)]
    except LibraryError as error:
        return [*files, Finding(tr("Thư viện"), str(error), missing=True, advice=tr(FROM_BACKUP))]


def _look_at_file(file: Path) -> Finding:
    what = tr("Tệp {name}", name=file.name)
    try:
        with closing(sqlite3.connect(file, timeout=30.0)) as opened:
            faults = check_database(opened)
    except sqlite3.Error as error:
        faults = [str(error)]
    if faults:
        state = tr("hỏng: {faults}", faults="; ".join(faults[:_NAMED]))
        return Finding(what, state, missing=True, advice=tr(FROM_BACKUP))
    return Finding(what, tr("lành"))


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
    what, step = tr("Nguyên văn và các đoạn cắt ra"), tr("Đang đối chiếu nguyên văn")
    wrong: list[str] = []
    documents = library._select("SELECT seq, id FROM documents ORDER BY seq")
    for done, row in enumerate(documents, 1):
        if not _is_sound(library, row["seq"]):
            wrong.append(str(row["id"]))
        report(step, done, len(documents))
    if wrong:
        state = tr("{count} văn bản có chữ hoặc đoạn sai lệch: {names}", count=len(wrong), names=_name_some(wrong))
        return Finding(what, state, missing=True, advice=tr(READ_AGAIN))
    passages = library._select("SELECT count(*) FROM passages")[0][0]
    counts = {"documents": say_count(len(documents)), "passages": say_count(passages)}
    return Finding(what, tr("{documents} bản, {passages} đoạn: đúng từng chữ", **counts))


def _is_sound(library: Library, seq: int) -> bool:
    """Whether the text is the one that was kept, and whatever is cut out of it lies in it as it was cut."""
    (row,) = library._select("SELECT text, text_hash FROM documents WHERE seq = ?", (seq,))
    text = row["text"]
    if hash_content(text.encode(errors="surrogatepass")) != row["text_hash"]:
        return False
    for table, start, end in _SPANS:
        spans = _read_spans(library, table, start, end, seq)
        if not all(0 <= span[0] <= span[1] <= len(text) for span in spans):
            return False
    citations = _read_spans(library, "citations", "start", "end", seq)
    passages = _read_spans(library, "passages", "start", "end", seq)
    return all(_is_of_whole_words(text, *span) for span in citations) and _follow_one_another(text, passages)


def _read_spans(library: Library, table: str, start: str, end: str, seq: int) -> list[tuple[int, int]]:
    query = f"SELECT {start}, {end} FROM {table} WHERE document = ? AND {start} IS NOT NULL ORDER BY {start}"  # noqa: S608 -- ours
    return [(row[0], row[1]) for row in library._select(query, (seq,))]


def _is_of_whole_words(text: str, start: int, end: int) -> bool:
    """Whether a slice neither begins nor ends within a word, nor at a space: one that does has been moved."""
    words = text[start:end]
    return bool(words) and words == words.strip() and not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, place: int) -> bool:
    return text[max(0, place - 1) : place].isalnum() and text[place : place + 1].isalnum()


def _follow_one_another(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether no letter stands in two passages, and each begins and ends at a space or where the next one does."""
    if not all(before[1] <= after[0] for before, after in pairwise(spans)):
        return False
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    return all(
        text[start:end].strip() == text[start:end] != ""
        and (start == 0 or start in ends or text[start - 1].isspace())
        and (end == len(text) or end in starts or text[end].isspace())
        for start, end in spans
    )


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
    what, step = tr("Tệp gốc"), tr("Đang đối chiếu tệp gốc")
    hashes = [row["hash"] for row in library._select("SELECT hash FROM originals ORDER BY rowid")]
    wrong: list[str] = []
    for done, one in enumerate(hashes, 1):
        (row,) = library._select("SELECT name, content FROM originals WHERE hash = ?", (one,))
        if hash_content(row["content"]) != one:
            wrong.append(str(row["name"]))
        report(step, done, len(hashes))
    if wrong:
        state = tr("{count} tệp không còn như khi thêm: {names}", count=len(wrong), names=_name_some(wrong))
        return Finding(what, state, missing=True, advice=tr(FROM_BACKUP))
    lost = library._select(
        "SELECT id FROM documents WHERE read_from IS NULL OR read_from NOT IN (SELECT hash FROM originals) ORDER BY seq"
    )
    if lost:
        state = tr("không có tệp gốc của {names}", names=_name_some([str(row["id"]) for row in lost]))
        return Finding(what, state, missing=True, advice=tr(FROM_BACKUP))
    return Finding(what, tr("{count} tệp, đủ và nguyên vẹn", count=say_count(len(hashes))))


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
