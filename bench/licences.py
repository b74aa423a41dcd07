"""The licence of every pinned package, as its authors declare it: the page ``docs/giay-phep.md``.

python -m bench.licences [--write]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from bench.pins import ALL, ROOT, Pin, read_pins
from ingest.console import Parser, run

PAGE = ROOT / "docs" / "giay-phep.md"
UNKNOWN = ""
ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python", "ISC", "MIT"),
    *("MIT-0", "MIT-CMU", "PSF-2.0", "Unlicense", "Zlib"),
    "Apache-2.0 WITH LLVM-exception",
    "MPL-2.0",  # asks for the source of its own files when they are changed: we hand packages on as they are
}
"""What asks no more of an office than to keep the notices; GPL, LGPL, AGPL and their like ask more."""
DECLARED = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # nothing in its metadata; its own licence file, and that of axe-core
    "colorama": "BSD-3-Clause",  # installed on Windows alone
    "pypdfium2": "Apache-2.0 AND BSD-3-Clause",  # "BSD-3-Clause, Apache-2.0, dependency licenses": no expression
}
"""Read by a person where the metadata gives nothing that can be read."""
_WORDS = {
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_OPENING = """# Giấy phép của các gói

Vankien dùng các gói sau, mỗi gói đúng một phiên bản (`constraints.txt`), không sửa tệp nào của chúng. Bảng do
`python -m bench.licences --write` lập từ khai báo của tác giả; `make audit` và bài kiểm thử báo lỗi khi có gói không rõ
giấy phép, hoặc có giấy phép đòi hỏi hơn việc giữ nguyên lời ghi bản quyền. Không gói nào theo GPL, LGPL hay AGPL.

- MPL-2.0 chỉ buộc công bố mã nguồn khi sửa chính các tệp của gói ấy: Vankien không sửa.
- `deploy/torch-cuda.txt` chỉ dùng khi máy Linux lấy bản torch cho bộ xử lý đồ họa; các gói `nvidia-*` và `cuda-*` ở đó
  theo giấy phép riêng của NVIDIA, không phải mã nguồn mở. Bản thường (`deploy/torch-cpu.txt`) không cần chúng.

| Gói | Phiên bản | Giấy phép |
|---|---|---|
"""


def main(arguments: Sequence[str]) -> int:
    """Print the page, or write it; exit code 0."""
    parser = Parser("python -m bench.licences", "Lập bảng giấy phép của các gói.")
    parser.add_argument("--write", action="store_true", help=f"ghi vào {PAGE.relative_to(ROOT)}")
    page = make_page(read_pins(ALL))
    if parser.parse_args(arguments).write:
        PAGE.write_text(page, "utf-8")
        print(f"Đã ghi {PAGE.relative_to(ROOT)}. Bước tiếp theo: xem lại bằng git diff")
    else:
        print(page, end="")
    return 0


def make_page(pins: dict[str, Pin]) -> str:
    """The page, in Markdown; the same on every machine that has the packages."""
    rows = (f"| {pin.name} | {pin.version} | {find_licence(key)} |" for key, pin in sorted(pins.items()))
    return _OPENING + "\n".join(rows) + "\n"


def find_licence(key: str) -> str:
    """The licence of the package by that name, as an SPDX expression; ``UNKNOWN`` if nobody says."""
    if key in DECLARED:
        return DECLARED[key]
    try:
        return read_licence(distribution(key))
    except PackageNotFoundError:
        return UNKNOWN


def read_licence(package: Distribution) -> str:
    """What the metadata of *package* says, as an SPDX expression; the newer field before the older ones."""
    for said in _find_said(package):
        try:
            return str(canonicalize_license_expression(_WORDS.get(said, said)))
        except InvalidLicenseExpression:
            continue
    return UNKNOWN


def _find_said(package: Distribution) -> Iterator[str]:
    for field in ("License-Expression", "License"):
        yield from (said.strip() for said in package.metadata.get_all(field) or [])
    classifiers = package.metadata.get_all("Classifier") or []
    yield from (one.rpartition("::")[2].strip() for one in classifiers if one.startswith("License ::"))


def is_allowed(expression: str) -> bool:
    """Whether every part of the SPDX *expression* is allowed, or one side of a choice is.

    Where brackets stand it is not parsed: every licence named must be allowed.
    """
    if "(" in expression:
        return all(part.strip() in ALLOWED for part in re.split(r" AND | OR |[()]", expression) if part.strip())
    return any(all(part in ALLOWED for part in choice.split(" AND ")) for choice in expression.split(" OR "))


if __name__ == "__main__":
    sys.exit(run(main))
