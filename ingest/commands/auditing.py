"""``audit``: who did what, and whether the log of it is as it was written."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re

from ingest.audit_reading import Fault, read_lines, verify_log
from ingest.commands.enrolling import Enrol
from ingest.describe_audit import entry_to_json, say_entry, say_fault
from ingest.errors import UsageError
from ingest.store import library_folder

_WRONG = 1  # exit code: something is not as it was written
_MONTH = re.compile(r"(\d{4})-(\d{2})|(\d{1,2})/(\d{4})")


def enrol(command: Enrol) -> None:
    """Make the command known."""
    audit = command("audit", "sổ theo dõi: ai đã làm gì, lúc nào; hoặc kiểm tra sổ có bị sửa không")
    which = audit.add_mutually_exclusive_group()
    which.add_argument("--month", metavar="THÁNG", help="chỉ tháng này, ghi như 2026-11 hoặc 11/2026")
    which.add_argument("--verify", action="store_true", help="đối chiếu từng dòng với dòng trước; không thay đổi gì")
    audit.add_argument("--json", action="store_true", help="in cho chương trình, mỗi mục một dòng JSON")
    audit.set_defaults(act=_audit)


def _audit(options: argparse.Namespace) -> int:
    if options.verify:
        return _verify(as_json=options.json)
    month = _read_month(options.month) if options.month else None
    shown = 0
    for line in read_lines(library_folder()):
        entry = line.entry
        if entry is None or (month and f"{entry.at.astimezone():%Y-%m}" != month):
            continue
        shown += 1
        print(json.dumps(entry_to_json(line, entry), ensure_ascii=False) if options.json else say_entry(entry))
    if not options.json:
        print(
            f"{shown} mục. Kiểm tra sổ có bị sửa không: python -m ingest audit --verify" if shown else _say_none(month)
        )
    return 0


def _say_none(month: str | None) -> str:
    if month:
        return f"Sổ theo dõi không có gì trong tháng {month}. Xem cả sổ bằng: python -m ingest audit"
    return "Sổ theo dõi chưa có gì. Sổ ghi từ lần thêm, sửa, bỏ văn bản đầu tiên."


def _read_month(words: str) -> str:
    """As ``"2026-11"``.

    Raises:
        UsageError: If it is no month.
    """
    match = _MONTH.fullmatch(words.strip())
    year, month = (match[1] or match[4], int(match[2] or match[3])) if match else ("", 0)
    if not 1 <= month <= 12:
        raise UsageError(f"“{words}” không phải tháng. Hãy ghi như 2026-11 hoặc 11/2026.")
    return f"{year}-{month:02}"


def _verify(*, as_json: bool) -> int:
    home = library_folder()
    faults = verify_log(home)
    wrong = [one for one in faults if one.kind != "broken-off"]
    for one in faults:
        print(json.dumps(dataclasses.asdict(one), ensure_ascii=False) if as_json else f"{_mark(one)}  {say_fault(one)}")
    if not as_json:
        if wrong:
            print(
                f"Sổ theo dõi có {len(wrong)} chỗ không còn như khi ghi. Hãy đối chiếu với bản sao lưu thư mục audit."
            )
        else:
            print(f"Sổ theo dõi nguyên vẹn: {sum(1 for one in read_lines(home) if one.entry)} mục, nối nhau từng dòng.")
    return _WRONG if wrong else 0


def _mark(fault: Fault) -> str:
    return "lưu ý" if fault.kind == "broken-off" else "SAI  "
