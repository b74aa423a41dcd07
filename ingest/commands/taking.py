"""``add`` and ``watch``: files into the library."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ingest.adding import Outcome, Progress, add_files, find_files
from ingest.archives import INSIDE
from ingest.commands.enrolling import Enrol
from ingest.commands.recording import note, note_now
from ingest.console import make_printable, show_status
from ingest.days import describe_day
from ingest.describe_adding import MOST_NAMED, NEXT, find_status, has_changed, outcome_to_json, say_outcome, say_table
from ingest.errors import ReadingError, UsageError
from ingest.readers.apart import open_readers
from ingest.store import Library, library_folder, open_library
from ingest.system import explain
from ingest.watching import watch_folder


def enrol(command: Enrol) -> None:
    """Make the commands known."""
    add = command("add", "đọc tệp, thư mục, tệp nén ZIP vào thư viện; thêm lại cùng một tệp không thay đổi gì")
    add.add_argument("paths", nargs="+", type=Path, metavar="TỆP", help="tệp, thư mục hoặc tệp nén ZIP")
    _admit(add)
    words = "đọc lại cả tệp lần trước không đọc được mà nay không đổi"
    add.add_argument("--retry", action="store_true", help=words)
    add.add_argument("--verbose", action="store_true", help="kê đủ tên mọi tệp trong bảng cuối")
    add.add_argument("--report", type=Path, metavar="TỆP", help="ghi thêm bảng đủ tên vào tệp này")
    add.add_argument("--json", action="store_true", help="in cho chương trình, mỗi tệp một dòng JSON")
    add.set_defaults(act=_add)
    watch = command("watch", "theo dõi một thư mục: tệp mới, tệp thay đổi được thêm ngay; Ctrl+C để dừng")
    watch.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục cần theo dõi, kể cả thư mục con")
    _admit(watch)
    watch.set_defaults(act=_watch)


def _admit(parser: argparse.ArgumentParser) -> None:
    words = "xếp ngay vào bộ sưu tập này; bộ dành riêng cho một nhóm thì người ngoài nhóm không lúc nào thấy"
    parser.add_argument("--into", metavar="BỘ_SƯU_TẬP", help=words)
    words = "nhận cả văn bản đóng dấu Mật, Tối mật, Tuyệt mật; chỉ dùng khi máy này được phép lưu"
    parser.add_argument("--secret", action="store_true", help=words)


def _add(options: argparse.Namespace) -> int:
    outcomes: list[Outcome] = []
    with open_library(library_folder()) as library:
        try:
            with open_readers() as readers:
                for outcome in add_files(
                    library,
                    find_files(options.paths),
                    readers,
                    admit_secret=options.secret,
                    skip_tried=not options.retry,
                    into=options.into,
                    follow=_show_progress,
                ):
                    outcomes.append(outcome)
                    _note(outcome)
                    if options.json:
                        print(json.dumps(outcome_to_json(outcome), ensure_ascii=False), flush=True)
        finally:  # also when it is broken off: what was done is said
            show_status("")
            if outcomes and not options.json:
                _print_table(library, outcomes, options)
    return ReadingError.exit_code if any(outcome.error for outcome in outcomes) else 0


def _note(outcome: Outcome) -> None:
    if outcome.added and outcome.added.status != "unchanged":
        note(outcome.added.document_id)


def _show_progress(progress: Progress) -> None:
    left = progress.total - progress.done
    failed = f", lỗi {progress.failed}" if progress.failed else ""
    show_status(f"Đã xong {progress.done}/{progress.total}, còn {left}{failed}; đang đọc {progress.reading}")


def _print_table(library: Library, outcomes: Sequence[Outcome], options: argparse.Namespace) -> None:
    records = library.find_records(one.added.document_id for one in outcomes if one.added)

    def name(outcome: Outcome) -> str:
        return _shorten(outcome, options.paths)

    print(say_table(outcomes, name, records, None if options.verbose else MOST_NAMED))
    if options.report:
        try:
            options.report.write_text(say_table(outcomes, name, records, None) + "\n", encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"Không ghi được bảng vào {options.report}: {explain(error)}. Hãy chọn tệp khác cho --report."
            ) from None


def _shorten(outcome: Outcome, given: Sequence[Path]) -> str:
    """The file below the folder that was given, else its name alone; what is not there as it was given."""
    if outcome.error is not None and not os.path.exists(outcome.file):  # noqa: PTH110 - Path.exists raises on some
        return make_printable(str(outcome.file))
    above = next((path for path in given if path != outcome.file and outcome.file.is_relative_to(path)), None)
    name = str(outcome.file.relative_to(above)) if above else outcome.file.name or str(outcome.file)
    return make_printable(f"{name}{INSIDE}{outcome.member}" if outcome.member else name)


def _watch(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if not folder.is_dir():
        raise UsageError(f"Không có thư mục {folder}. Hãy kiểm tra lại đường dẫn.")
    print(f"Đang theo dõi {folder}. Muốn dừng, nhấn Ctrl+C.", flush=True)
    with open_library(library_folder()) as library, open_readers() as readers:
        try:
            for files in watch_folder(folder, _say_now):
                outcomes: list[Outcome] = []
                for outcome in add_files(
                    library, files, readers, admit_secret=options.secret, skip_tried=True, into=options.into
                ):
                    outcomes.append(outcome)
                    _note(outcome)
                    if find_status(outcome) != "unchanged":
                        _say_now(say_outcome(outcome))
                if known := [one for one in outcomes if find_status(one) == "unchanged"]:
                    _say_now(say_outcome(known[0]) if len(known) == 1 else f"{len(known)} tệp đã có, không đổi.")
                note_now()
                if has_changed(outcomes):
                    _say_now(NEXT)
        except KeyboardInterrupt:
            _say_now("Đã dừng theo dõi; những gì đã báo thêm vẫn được giữ.")
    return 0


def _say_now(words: str) -> None:
    now = datetime.now()
    print(f"{describe_day(now)} {now:%H:%M:%S}  {words}", flush=True)
