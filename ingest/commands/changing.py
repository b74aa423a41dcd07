"""``remove``, ``restore``, ``correct``, ``review``, ``reread``: what a person changes in the library."""

from __future__ import annotations

import argparse
from pathlib import Path

from ingest.commands.enrolling import Enrol, add_document
from ingest.commands.recording import note, note_how
from ingest.console import show_status
from ingest.corrections import CORRECTABLE, option_of, read_correction
from ingest.days import DAY_EXAMPLE
from ingest.describe_adding import NEXT
from ingest.describe_report import say_value
from ingest.errors import ReadingError, UsageError
from ingest.readers.apart import open_readers
from ingest.rereading import Reread, reread
from ingest.review import FIELD_LABELS
from ingest.store import Library, library_folder, open_library
from ingest.store.inventory import take_inventory

_MARKED = "văn bản có dấu {}: nếu máy này không được phép lưu, hãy bỏ bằng: python -m ingest remove {}"


def enrol(command: Enrol) -> None:
    """Make the commands known."""
    remove = command("remove", "bỏ một văn bản; khôi phục được bằng lệnh restore")
    add_document(remove)
    remove.set_defaults(act=_remove)
    words = "khôi phục một văn bản đã bỏ, hoặc dùng lại một bản cũ của nó; với --to: cả thư viện, từ một bản sao lưu"
    restore = command("restore", words)
    words = "mã hoặc số ký hiệu, xem bằng lệnh list --removed; với --to: tệp do lệnh backup ghi ra"
    restore.add_argument("document", metavar="VĂN_BẢN", help=words)
    where = restore.add_mutually_exclusive_group()
    where.add_argument("--version", type=int, metavar="SỐ", help="số của bản, xem bằng lệnh versions")
    where.add_argument("--to", type=Path, metavar="THƯ_MỤC", help="thư mục trống hoặc chưa có, để đặt thư viện vào")
    restore.set_defaults(act=_restore)
    correct = command("correct", "sửa hồ sơ một văn bản; điều đã sửa được giữ cả khi đọc lại tệp")
    add_document(correct)
    for field in CORRECTABLE:
        example = f", ghi như {DAY_EXAMPLE}" if field in ("date", "event_date") else ""
        words = f'{FIELD_LABELS[field]}{example}; ghi "" nếu văn bản không có'
        correct.add_argument(option_of(field), dest=field, metavar="GIÁ_TRỊ", help=words)
    names = [option_of(field).removeprefix("--") for field in CORRECTABLE]
    undo = "bỏ điều đã sửa, trở về như máy đọc; tên mục là tên tùy chọn ở trên, không có --"
    correct.add_argument("--undo", action="append", default=[], choices=names, metavar="MỤC", help=undo)
    correct.set_defaults(act=_correct)
    review = command("review", "liệt kê văn bản cần xem lại; hoặc ghi nhận một văn bản đã xem, đúng cả")
    review.add_argument("document", nargs="?", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu của văn bản đã xem")
    review.add_argument("--undo", action="store_true", help="trở lại như chưa ai xem")
    review.set_defaults(act=_review)
    again = command("reread", "đọc lại tệp gốc đã lưu bằng bộ đọc hiện nay; bản trước vẫn giữ")
    words = "mã hoặc số ký hiệu; để trống là mọi văn bản"
    again.add_argument("document", nargs="?", metavar="VĂN_BẢN", help=words)
    again.set_defaults(act=_reread)


def _remove(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document_id = library.find_id(options.document)
        name = library.get(document_id).metadata.label
        library.remove(document_id)
    note(document_id)
    print(f"Đã bỏ: {name} ({document_id}). Muốn khôi phục: python -m ingest restore {document_id}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    if options.to:
        from ingest.commands.safekeeping import bring_back  # here: what help has to import stays shallow, and quick

        return bring_back(Path(options.document), options.to)
    with open_library(library_folder()) as library:
        document_id = library.versions.find_id(options.document)
        before = [one.number for one in library.versions.list_of(document_id) if one.in_use]
        if before and options.version in (None, *before):
            others = f"Xem các bản khác bằng: python -m ingest versions {document_id}"
            print(f"{document_id} đang được dùng, bản {before[0]}; không có gì thay đổi. {others}")
            return 0
        library.versions.restore(document_id, options.version)
        note(document_id)
        used = next(one for one in library.versions.list_of(document_id) if one.in_use)
        name = library.get(document_id).metadata.label
    print(f"Đang dùng: {name} ({document_id}), bản {used.number}. {NEXT}")
    return 0


def _correct(options: argparse.Namespace) -> int:
    typed = {field: getattr(options, field) for field in CORRECTABLE if getattr(options, field) is not None}
    undone = [name.replace("-", "_") for name in options.undo]
    if not typed and not undone:
        raise UsageError("Chưa nói sửa gì. Ví dụ: python -m ingest correct VĂN_BẢN --number 05-CT/TW --date 15/5/2016")
    if both := typed.keys() & set(undone):
        raise UsageError(f"{option_of(min(both))} vừa sửa vừa bỏ sửa. Hãy chọn một.")
    values = {field: read_correction(field, words) for field, words in typed.items()}
    with open_library(library_folder()) as library:
        former = library.find_id(options.document)
        corrected = {one.field for one in library.corrections.list_of(former)}
        for field in undone:
            if field not in corrected:
                print(f"{FIELD_LABELS[field].capitalize()} chưa ai sửa, không có gì để bỏ.")
        undone = [field for field in undone if field in corrected]
        if not values and not undone:
            print(f"Không có gì thay đổi. Xem hồ sơ bằng: python -m ingest show --report {former}")
            return 0
        document_id = library.corrections.correct(former, values, undone)
        note(*dict.fromkeys((former, document_id)))
        note_how(*values, *undone)
        record = library.get(document_id).metadata
    for field in (*values, *undone):
        print(f"{FIELD_LABELS[field].capitalize()}: {say_value(getattr(record, field))}")
    if document_id != former:
        print(f"Mã mới: {document_id}; mã cũ {former} vẫn mở được văn bản này.")
    print(NEXT)
    return 0


def _review(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        if options.document is None:
            return _list_doubtful(library)
        document_id = library.find_id(options.document)
        note(document_id)
        if options.undo:
            library.reviews.take_back(document_id)
            note_how("undo")
            print(f"{document_id}: lại cần xem như trước.")
        else:
            library.reviews.confirm(document_id)
            print(f"{document_id}: đã xem, đúng cả. Muốn đổi ý: python -m ingest review {document_id} --undo")
    return 0


def _list_doubtful(library: Library) -> int:
    doubtful = [one for one in take_inventory(library) if one.doubts]
    for one in doubtful:
        print(f"{one.id}\n    {one.metadata.label}\n    {'; '.join(one.doubts)}")
    if doubtful:
        print(f"{len(doubtful)} văn bản cần xem lại. Sửa bằng: python -m ingest correct MÃ; đúng cả: … review MÃ")
    else:
        print("Không có văn bản nào cần xem lại.")
    return 0


def _reread(options: argparse.Namespace) -> int:
    failed = changed = 0
    with open_library(library_folder()) as library, open_readers() as readers:
        named = [library.find_id(options.document)] if options.document else [one.id for one in library.documents()]
        for done, one in enumerate(reread(library, named, readers), 1):
            failed, changed = failed + bool(one.error), changed + one.changed
            note(*dict.fromkeys((one.former_id, one.document_id) if one.changed else ()))
            show_status("")
            for line in _say_reread(one, library.get(one.document_id).metadata.secrecy):
                print(line, flush=True)
            show_status(f"Đã đọc lại {done}/{len(named)}")
        show_status("")
    print(f"Đã đọc lại {len(named)} văn bản: {changed} thay đổi, {failed} không đọc được.")
    if changed:
        print(NEXT)
    return ReadingError.exit_code if failed else 0


def _say_reread(one: Reread, secrecy: str | None) -> list[str]:
    lines = []
    if one.error:
        lines.append(f"{one.document_id}: giữ nguyên; {one.error}")
    if one.changed:
        renamed = f" (trước là {one.former_id})" if one.former_id != one.document_id else ""
        lines.append("; ".join([f"{one.document_id}{renamed}: có bản mới", *one.doubts]))
    if secrecy:
        lines.append(f"{one.document_id}: {_MARKED.format(secrecy, one.document_id)}")
    return lines
