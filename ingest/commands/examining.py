"""``doctor``, ``verify``: is this machine ready, is the library whole?"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence

from ingest.commands.enrolling import Enrol
from ingest.console import show_share, show_status
from ingest.doctor import Finding, examine
from ingest.safekeeping.health import examine_library
from ingest.store import library_folder

_MISSING = 1  # exit code: something that is needed is not there, or not whole


def enrol(command: Enrol) -> None:
    """Make the command known."""
    words = "in cho chương trình, mỗi mục một dòng JSON"
    doctor = command("doctor", "máy này đọc được gì, còn thiếu gì, lấy ở đâu")
    doctor.add_argument("--json", action="store_true", help=words)
    doctor.set_defaults(act=_examine)
    verify = command("verify", "kiểm tra thư viện: tệp, nguyên văn, đoạn cắt, tệp gốc, chỉ mục; không thay đổi gì")
    verify.add_argument("--json", action="store_true", help=words)
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
    findings = examine_library(library_folder(), show_share)
    show_status("")
    wrong = _print(findings, "SAI", as_json=options.json)
    if wrong and not options.json:
        print(f"\nCó {wrong} chỗ sai. Hãy làm theo chỉ dẫn ở các dòng SAI rồi chạy lại lệnh này.")
    elif not options.json:
        print("\nThư viện nguyên vẹn. Nên sao lưu đều: python -m ingest backup TỆP")
    return _MISSING if wrong else 0


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
