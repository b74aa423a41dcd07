"""``backup``, and the way back that ``restore --to`` takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from ingest.amounts import say_count, say_size
from ingest.commands.enrolling import Enrol
from ingest.commands.recording import note
from ingest.console import show_share, show_status
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.restore import restore
from ingest.store import library_folder


def enrol(command: Enrol) -> None:
    """Make the command known."""
    backup = command("backup", "sao lưu cả thư viện vào một tệp, trong khi vẫn dùng; đọc lại và đối chiếu sau khi ghi")
    words = "tệp sẽ ghi, đuôi .zip; hoặc thư mục, khi đó tệp được đặt tên theo ngày giờ. Không ghi đè tệp đã có"
    backup.add_argument("file", type=Path, metavar="TỆP", help=words)
    backup.set_defaults(act=_backup)


def _backup(options: argparse.Namespace) -> int:
    made = back_up(library_folder(), options.file, show_share)
    show_status("")
    note(made.file)
    held = f"{say_count(made.documents)} văn bản, {say_size(made.size)}"
    print(f"Đã sao lưu và đối chiếu: {made.file} ({held}). Khôi phục: python -m ingest restore TỆP --to THƯ_MỤC")
    return 0


def bring_back(file: Path, folder: Path) -> int:
    """The library of the back-up *file* into *folder*; the exit code."""
    contents = restore(file, folder, show_share)
    show_status("")
    print(
        f"Đã khôi phục {say_count(contents.documents)} văn bản vào {folder}. Để dùng: đặt VANKIEN_HOME={folder}, "
        "rồi chạy: python -m index build (không phải đọc lại hay phân tích lại gì)."
    )
    return 0
