"""``doctor``: is this machine ready?"""

from __future__ import annotations

import argparse
import dataclasses
import json

from ingest.commands.enrolling import Enrol
from ingest.doctor import Finding, examine
from ingest.store import library_folder

_MISSING = 1  # exit code: something that is needed is not there


def enrol(command: Enrol) -> None:
    """Make the command known."""
    doctor = command("doctor", "máy này đọc được gì, còn thiếu gì, lấy ở đâu")
    doctor.add_argument("--json", action="store_true", help="in cho chương trình, mỗi mục một dòng JSON")
    doctor.set_defaults(act=_examine)


def _examine(options: argparse.Namespace) -> int:
    findings = examine(library_folder())
    missing = sum(one.missing for one in findings)
    if options.json:
        for one in findings:
            print(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        return _MISSING if missing else 0
    width = max(len(one.what) for one in findings)
    for one in findings:
        print(f"{_mark(one)}  {one.what:<{width}}  {one.state}")
        if one.advice:
            print(f"{'':<7}  {'':<{width}}  {one.advice}")
    if missing:
        print(f"\nCòn thiếu {missing} thứ cần thiết. Hãy làm theo chỉ dẫn ở các dòng THIẾU rồi chạy lại lệnh này.")
        return _MISSING
    print("\nĐủ những gì cần thiết. Bước tiếp theo: python -m ingest add THƯ_MỤC")
    return 0


def _mark(finding: Finding) -> str:
    return f"{'THIẾU' if finding.missing else 'lưu ý' if finding.advice else 'được':<7}"
