"""``doctor``, ``verify``: is this machine ready, is the library whole?"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.commands.enrolling import Enrol
from ingest.console import show_share, show_status
from ingest.doctor import Finding, examine
from ingest.safekeeping.health import examine_library
from ingest.store import library_folder
from ingest.store.connection import LIBRARY_FILE

_MISSING = 1  # exit code: something that is needed is not there, or not whole


def enrol(command: Enrol) -> None:
    """Make the command known."""
    words = "in cho chương trình, mỗi mục một dòng JSON"
    doctor = command("doctor", "máy này đọc được gì, còn thiếu gì, lấy ở đâu")
    doctor.add_argument("--json", action="store_true", help=words)
    doctor.set_defaults(act=_examine)
    about = (
        "kiểm tra thư viện: tệp, nguyên văn, đoạn cắt, viện dẫn, tệp gốc, chỉ mục; không thay đổi gì nếu không yêu cầu"
    )
    verify = command("verify", about)
    verify.add_argument("--json", action="store_true", help=words)
    mending = verify.add_mutually_exclusive_group()
    words = "sửa những gì sửa được: đọc lại từ tệp gốc đã lưu (giữ mã và điều đã sửa), lập lại chỉ mục; rồi kiểm tra"
    mending.add_argument("--repair", action="store_true", help=words)
    words = "tệp thư viện hỏng nặng: cứu những gì còn đọc được sang thư mục trống này; thư viện cũ giữ nguyên"
    mending.add_argument("--salvage", type=Path, metavar="THƯ_MỤC", help=words)
    verify.set_defaults(act=_verify)


def _examine(options: argparse.Namespace) -> int:
    findings = examine(library_folder())
    missing = _print(findings, "THIẾU", as_json=options.json)
    if missing and not options.json:
        print(f"\nCòn thiếu {missing} thứ cần thiết. Hãy làm theo chỉ dẫn ở các dòng THIẾU rồi chạy lại lệnh này.")
    elif not options.json:
        print("\nĐủ những gì cần thiết. Bước tiếp theo: python -m ingest add THƯ_MỤC")
    return _MISSING if missing else 0


def _verify(options: argparse.Namespace) -> int:
    if options.repair:
        _repair()
    if options.salvage:
        return _salvage(options.salvage)
    findings = examine_library(library_folder(), show_share)
    show_status("")
    wrong = _print(findings, "SAI", as_json=options.json)
    if wrong and not options.json:
        print(f"\nCó {wrong} chỗ sai. Hãy làm theo chỉ dẫn ở các dòng SAI rồi chạy lại lệnh này.")
    elif not options.json:
        print("\nThư viện nguyên vẹn. Nên sao lưu đều: python -m ingest backup TỆP")
    return _MISSING if wrong else 0


def _repair() -> None:
    """Each thing that was mended, or not, a line; how things are afterwards is looked at by the caller."""
    from ingest.readers.apart import open_readers  # here: to look alone takes none of it
    from ingest.safekeeping.repairing import repair

    if not (library_folder() / LIBRARY_FILE).exists():
        return
    with open_readers() as readers:
        for one in repair(library_folder(), readers, show_share):
            show_status("")
            sys.stderr.write(f"{'đã sửa' if one.done else 'chưa sửa'}: {one.words}\n")
    show_status("")


def _salvage(folder: Path) -> int:
    from ingest.readers.apart import open_readers
    from ingest.safekeeping.salvaging import salvage

    with open_readers() as readers:
        saved = salvage(library_folder(), folder, readers, show_share)
    show_status("")
    for words in saved.lost:
        print(words)
    print(
        f"Đã cứu {saved.documents} văn bản và {saved.originals} tệp gốc vào {folder}; thư viện cũ giữ nguyên. "
        f"Để dùng: đặt VANKIEN_HOME={folder}, chạy python -m ingest verify rồi python -m index build"
    )
    return _MISSING if saved.lost else 0


def _print(findings: Sequence[Finding], wrong: str, *, as_json: bool) -> int:
    """Print what was looked at, a line each; how many of them are *wrong*, which are marked by that word."""
    width = max(len(one.what) for one in findings)
    for one in findings:
        if as_json:
            print(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
            continue
        mark = wrong if one.missing else "lưu ý" if one.advice else "được"
        print(f"{mark:<7}  {one.what:<{width}}  {one.state}")
        if one.advice:
            print(f"{'':<7}  {'':<{width}}  {one.advice}")
    return sum(one.missing for one in findings)
