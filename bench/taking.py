"""Taking a folder in: seconds and memory for many small files, for the same again, and for a ZIP archive of them.

    python -m bench.taking [--files SỐ]

Every run is ``python -m ingest add`` in a process of its own, with its readers; memory is the highest of that process
and, apart, of its largest reader.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from bench.laws import describe_machine
from ingest.console import Parser, run

_FILES = 1000
_SENTENCES = 40
_SPOKEN = (
    "cấp ủy tăng cường kiểm tra giám sát cơ sở chi bộ đảng viên thực hiện nghị quyết nhiệm vụ trọng tâm báo cáo "
    "kết quả hằng quý phối hợp mặt trận đoàn thể nhân dân tuyên truyền phổ biến quán triệt tổ chức cán bộ quy hoạch"
)
_HEAD = (
    "TỈNH ỦY\n*\nSố {number}-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPhan Thiết, ngày 05 tháng 02 năm 2018\n\n"
    "CHỈ THỊ\nvề {title}\n-----\n\n"
)


def write_files(folder: Path, count: int) -> None:
    """*count* directives of about 2 KB, each of its own number and words, the same every time."""
    throw, words = random.Random(1), _SPOKEN.split()
    folder.mkdir()
    for number in range(1, count + 1):
        lines = (f"{i}. {' '.join(throw.choices(words, k=9)).capitalize()}." for i in range(1, _SENTENCES + 1))
        text = _HEAD.format(number=number, title=" ".join(throw.choices(words, k=4))) + "\n".join(lines)
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def add(home: Path, path: Path) -> tuple[float, str]:
    """Seconds of one ``add``, and the total it prints."""
    began = time.perf_counter()
    printed = subprocess.run(
        [sys.executable, "-m", "ingest", "add", str(path)],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "VANKIEN_HOME": str(home)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    total = next(line for line in printed.splitlines() if line.startswith("Tổng cộng"))
    return time.perf_counter() - began, total


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = Parser("python -m bench.taking", "đo thời gian, bộ nhớ khi thêm cả thư mục")
    parser.add_argument("--files", type=int, default=_FILES, metavar="SỐ", help="số tệp")
    options = parser.parse_args(arguments)
    print(describe_machine())
    print(f"{'lượt':<22}{'giây':>8}{'MB':>8}  kết quả")
    with tempfile.TemporaryDirectory() as place:
        folder, packed = Path(place) / "vao", Path(place) / "vao.zip"
        write_files(folder, options.files)
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                archive.write(file, file.name)
        for name, home, path in (
            ("thư mục", "mot", folder),
            ("thư mục, lần nữa", "mot", folder),
            ("tệp nén của chúng", "mot", packed),
            ("tệp nén, thư viện mới", "hai", packed),
        ):
            seconds, total = add(Path(place) / home, path)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{name:<22}{seconds:>8.1f}{peak:>8.0f}  {total}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
