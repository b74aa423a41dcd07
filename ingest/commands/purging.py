"""``purge``: removed documents taken out for ever, when their days are over or at once."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.commands.enrolling import Enrol
from ingest.console import show_share, show_status
from ingest.days import describe_day
from ingest.errors import LibraryError, UsageError
from ingest.safekeeping.purging import Purged, purge, read_unfinished
from ingest.safekeeping.tombstones import KEPT_DAYS, Tombstone, find_tombstones
from ingest.store import library_folder, open_library
from ingest.store.connection import LIBRARY_FILE

_YES = "xóa"
_INDEX = {
    "rebuilt": " Chỉ mục đã được lập lại, không còn chữ nào của văn bản ấy.",
    "taken away": " Chỉ mục cũ có văn bản ấy nên đã bị xóa. Hãy lập lại: python -m index build",
    "untouched": "",
}


def enrol(command: Enrol) -> None:
    """Make the command known."""
    words = (
        f"xóa hẳn những văn bản đã bỏ quá {KEPT_DAYS} ngày; không khôi phục được nữa. Máy không bao giờ tự làm việc này"
    )
    purging = command("purge", words)
    words = "mã của một văn bản đã bỏ, xem bằng lệnh list --removed; để trống là mọi văn bản đã quá hạn"
    purging.add_argument("document", nargs="?", metavar="VĂN_BẢN", help=words)
    purging.add_argument("--now", action="store_true", help="xóa hẳn văn bản ấy ngay, không đợi hết hạn")
    purging.add_argument("--yes", action="store_true", help="không hỏi lại")
    purging.set_defaults(act=_purge)


def _purge(options: argparse.Namespace) -> int:
    home, now = library_folder(), datetime.datetime.now(datetime.UTC)
    if options.now and not options.document:
        raise UsageError("--now cần mã của một văn bản đã bỏ. Xem bằng: python -m ingest list --removed")
    if not (home / LIBRARY_FILE).exists():
        print("Chưa có thư viện nên không có gì để xóa hẳn. Thêm văn bản bằng: python -m ingest add TỆP")
        return 0
    with open_library(home) as library:
        removed, unfinished = find_tombstones(library), bool(read_unfinished(library))
        chosen = removed
        if options.document:
            document_id = library.versions.find_id(options.document)
            chosen = [one for one in removed if one.id == document_id]
            if not chosen:
                words = (
                    f"{document_id} đang được dùng. Hãy bỏ trước rồi mới xóa hẳn: python -m ingest remove {document_id}"
                )
                raise UsageError(words)
        backup = library.last_backup.find()
    due = [one for one in chosen if options.now or one.is_due(now)]
    if not due and not unfinished:
        return _say_nothing_due(chosen, options.document, now)
    if due:
        _ask(due, now, sure=options.yes)
    purged = purge(home, due, show_share)
    show_status("")
    return _say_done(purged, backup.file if backup else None)


def _say_nothing_due(removed: Sequence[Tombstone], given: str | None, now: datetime.datetime) -> int:
    if given:
        (one,) = removed
        raise UsageError(
            f"{one.id} mới bỏ ngày {_say_day(one.since)}, đến {_say_day(one.due)} mới hết hạn khôi phục. "
            f"Muốn xóa hẳn ngay: python -m ingest purge {one.id} --now"
        )
    print(f"Không có văn bản nào đã bỏ quá {KEPT_DAYS} ngày; không có gì thay đổi.")
    if removed:
        first = min(removed, key=lambda one: one.due)
        print(f"{len(removed)} văn bản đã bỏ còn trong hạn khôi phục, sớm nhất đến {_say_day(first.due)}: {first.id}")
    if any(one.since > now for one in removed):
        print("Có văn bản ghi ngày bỏ sau hôm nay: đồng hồ máy từng sai. Xóa hẳn từng văn bản bằng: … purge MÃ --now")
    return 0


def _ask(due: Sequence[Tombstone], now: datetime.datetime, *, sure: bool) -> None:
    """Let a person see what is to go and what day the machine believes it is; go on with their word alone."""
    for one in due:
        sys.stderr.write(f"{one.id}\n    {one.name}\n    bỏ ngày {_say_day(one.since)}\n")
    if sure:
        return
    if not sys.stdin.isatty():
        raise UsageError("Xóa hẳn thì không khôi phục được nữa, nên cần hỏi lại. Hãy thêm --yes nếu đã chắc chắn.")
    today = f"Theo đồng hồ máy này, hôm nay là {_say_day(now)}."
    sys.stderr.write(f"{today} Xóa hẳn {len(due)} văn bản trên, không khôi phục được nữa? Gõ “{_YES}” để xóa: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().casefold() != _YES:
        raise UsageError("Chưa xóa gì. Muốn giữ lại văn bản: python -m ingest restore MÃ")


def _say_done(purged: Purged, backup: str | None) -> int:
    desk = f" Bàn đọc bớt {purged.desk} mục có trích hoặc nhắc riêng văn bản ấy." if purged.desk else ""
    print(f"Đã xóa hẳn {purged.documents} văn bản.{desk}{_INDEX[purged.index]}")
    known = f", trong đó có {Path(backup)}" if backup else ""
    print(
        f"Bản sao lưu và bản xuất đã làm trước đây không bị động đến{known}; muốn xóa cả ở đó, hãy tự xóa các tệp ấy."
    )
    if purged.finished:
        return 0
    sys.stderr.write(
        "Có chương trình đang đọc nên vài mảnh cũ còn trên ổ đĩa. "
        "Hãy đóng trang Vankien rồi chạy lại: python -m ingest purge\n"
    )
    return LibraryError.exit_code


def _say_day(moment: datetime.datetime) -> str:
    return describe_day(moment.astimezone().date())
