"""``make audit``: what can be checked without a network of packages, licences and the files of the repository.

Exit code 0 if nothing is wrong, 1 otherwise. Whether a package has a published weakness cannot be known without a
network: that is said, with the way to ask on a machine that has one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.installed import find_changed_files, find_installed, find_strays, find_unhashed
from bench.licences import find_licence, is_allowed
from bench.pins import ALL, CPU, CUDA, ROOT, Pin, read_pins
from bench.tracked import find_secrets, find_strange_files
from ingest.console import Parser, run, show_status

SHOWN = 20
UNCHECKED = (
    "Chưa kiểm tra: không kiểm tra được lỗ hổng đã công bố khi không có mạng. Trên một máy có mạng, chép "
    "constraints.txt sang, rồi chạy:\n"
    "  python -m pip install pip-audit\n"
    "  python -m pip_audit --disable-pip --require-hashes --requirement constraints.txt"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: In words.
        wrong: A line for each thing that is not as it should be.
        advice: What to do then.
    """

    what: str
    wrong: tuple[str, ...]
    advice: str

    def describe(self) -> str:
        """The check as it is printed; at most ``SHOWN`` lines of what is wrong."""
        if not self.wrong:
            return f"Đạt: {self.what}."
        more = [f"  … và {len(self.wrong) - SHOWN} chỗ khác"] if len(self.wrong) > SHOWN else []
        lines = [f"  {one}" for one in self.wrong[:SHOWN]]
        return "\n".join([f"Có {len(self.wrong)} chỗ sai: {self.what}.", *lines, *more, f"  {self.advice}"])


def main(arguments: Sequence[str]) -> int:
    """Print every check; exit code 1 if one of them found something."""
    parser = Parser("python -m bench.audit", "Soát các gói, giấy phép, khóa bí mật và tệp lạ, không cần mạng.")
    parser.parse_args(arguments)
    show_status("Đang soát các gói đã cài và các tệp. Việc này mất chừng một phút.")
    checks = []
    for check in examine():
        print(check.describe(), flush=True)
        checks.append(check)
    print(UNCHECKED)
    wrong = [check for check in checks if check.wrong]
    print(
        f"Bước tiếp theo: sửa {len(wrong)} mục sai ở trên, rồi gõ lại make audit."
        if wrong
        else "Bước tiếp theo: kiểm tra lỗ hổng trên máy có mạng như trên; ngoài ra không phải làm gì."
    )
    return 1 if wrong else 0


def examine() -> Iterator[Check]:
    """Every check, one after the other, as each is done."""
    pins, alone = read_pins(ALL), read_pins(CUDA)
    packages = find_installed()
    again = "Hãy xóa thư mục .venv rồi gõ: make app"
    yield _check(f"{len(packages)} gói đã cài đúng phiên bản được ghim", find_strays(pins, alone, packages), again)
    held = [pin for file in (ALL, CPU, CUDA) for pin in read_pins(file).values()]
    count = sum(len(pin.hashes) for pin in held)
    yield _check(
        f"{len(held)} dòng ghim có mã băm, {count} mã băm", find_unhashed(held), "Trên máy có mạng, hãy gõ: make hashes"
    )
    yield _check("tệp của các gói còn nguyên như khi cài", find_changed_files(packages), again)
    yield _check(
        "giấy phép của các gói đều rõ và được phép",
        find_licence_faults(pins.values()),
        "Hãy thay gói ấy, hoặc ghi lý do vào bench/licences.py",
    )
    yield _check(
        "không có khóa, mật khẩu trong kho",
        find_secrets(ROOT),
        "Hãy bỏ đi và đổi khóa ấy: ai có kho đều đã thấy. Nếu là ví dụ, hãy viết cho rõ là ví dụ (vi-du).",
    )
    yield _check("không có chương trình hay tệp nhị phân lạ trong kho", find_strange_files(ROOT), "Hãy bỏ tệp ấy đi.")


def find_licence_faults(pins: Iterable[Pin]) -> Iterator[str]:
    """A line for each package whose licence nobody knows, or that asks for more than Vankien can promise."""
    for pin in pins:
        licence = find_licence(pin.key)
        if not licence:
            yield f"{pin.name} {pin.version}: không rõ giấy phép"
        elif not is_allowed(licence):
            yield f"{pin.name} {pin.version}: giấy phép {licence} không nằm trong số được phép"


def _check(what: str, wrong: Iterable[str], advice: str) -> Check:
    return Check(what, tuple(wrong), advice)


if __name__ == "__main__":
    sys.exit(run(main))
