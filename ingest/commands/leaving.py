"""``export`` and ``import``: the whole library as plain files, and back."""

from __future__ import annotations

import argparse
from pathlib import Path

from ingest.amounts import say_count
from ingest.commands.enrolling import Enrol
from ingest.console import show_share, show_status
from ingest.safekeeping.leaving import export
from ingest.safekeeping.returning import bring_in
from ingest.store import library_folder


def enrol(command: Enrol) -> None:
    """Make the commands known."""
    words = "xuất cả thư viện ra tệp thường: tệp gốc, nguyên văn .txt, hồ sơ JSON; đọc được không cần Vankien"
    leaving = command("export", words)
    leaving.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục trống hoặc chưa có, ngoài thư viện")
    leaving.set_defaults(act=_export)
    words = "nhập lại thư mục do lệnh export ghi ra vào một thư viện chưa có văn bản; không mất gì"
    returning = command("import", words)
    returning.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục do lệnh export ghi ra")
    returning.set_defaults(act=_import)


def _export(options: argparse.Namespace) -> int:
    facts = export(library_folder(), options.folder, show_share)
    show_status("")
    held = f"{say_count(facts.documents)} văn bản đang dùng, {say_count(facts.removed)} đã bỏ"
    print(
        f"Đã xuất {held} ra {say_count(facts.files)} tệp trong {options.folder}. "
        "Tệp không được mã hóa: hãy giữ như giữ chính văn bản. Nhập lại: python -m ingest import THƯ_MỤC"
    )
    return 0


def _import(options: argparse.Namespace) -> int:
    facts = bring_in(options.folder, library_folder(), show_share)
    show_status("")
    held = f"{say_count(facts.documents)} văn bản đang dùng, {say_count(facts.removed)} đã bỏ"
    print(f"Đã đối chiếu {say_count(facts.files)} tệp và nhập {held}. Bước tiếp theo: python -m index build")
    return 0
