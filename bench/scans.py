"""How well scans are read, and whether the bad ones are known: ``python -m bench.scans [TEXT ...]``.

The texts are printed with Chromium where Debian puts it, and their pages scanned in every way of ``bench.scanning``. A
page is bad where fewer than ``GOOD`` of its syllables are right, and known as bad where a quote of it says so.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import cycle
from pathlib import Path
from statistics import fmean

from playwright.sync_api import sync_playwright

from bench.scanning import WAYS, as_html, bind_pages, draw_page, print_pdf, scan_page
from ingest.cleaning import clean_text
from ingest.console import Parser, run, show_progress
from ingest.errors import ReadingError
from ingest.models import LEGIBLE
from ingest.readers import read_content, read_file
from ingest.readers.printed.pdf import read_pdf
from ingest.readers.reading import Page

GOOD = 0.97
NOTICE = Path(__file__).resolve().parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
_MARGIN = {"top": "20mm", "bottom": "20mm", "left": "30mm", "right": "15mm"}
_STYLE = "p {text-align: justify; text-indent: 1cm; margin: 0 0 6pt}"
_FEWEST_WORDS = 300  # of a page that is worth measuring
_SYLLABLE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A page of a printed text: where it stands, and what it says."""

    name: str
    pdf: bytes
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A page scanned one way: the share of its syllables that were read right, and how far it says it is trusted."""

    way: str
    page: str
    right: float
    confidence: float
    seconds: float

    @property
    def known(self) -> bool:
        """Whether a quote from it says that it must be checked."""
        return self.confidence < LEGIBLE


def share_right(read: str, true: str) -> float:
    """The share of the syllables of *true* that *read* has in the same order.

    >>> share_right("Đảng bộ tinh", "Đảng bộ tỉnh")
    0.6666666666666666
    """
    mine, wanted = _SYLLABLE.findall(read), _SYLLABLE.findall(true)
    blocks = SequenceMatcher(None, mine, wanted, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def print_texts(files: Sequence[Path], fonts: Sequence[str]) -> list[list[Printed]]:
    """The full pages of each of *files*, set in one font after the other."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        printed = []
        for i, file in enumerate(files):
            style = f"body {{font-family: {fonts[i % len(fonts)]}}} {_STYLE}"
            text = clean_text(read_content(read_file(file), file).text)
            pdf = print_pdf(chromium, as_html(text, style), margin=_MARGIN)
            pages = read_pdf(pdf, file).pages
            printed.append(
                [
                    Printed(f"{file.stem[:24]} {j + 1}", pdf, j, page.text)
                    for j, page in enumerate(pages)
                    if len(page.text.split()) >= _FEWEST_WORDS
                ]
            )
        chromium.close()
    return printed


def try_ways(ways: Sequence[str], pages: Sequence[Printed]) -> Iterator[Tried]:
    """Each of *ways* on one of *pages* in turn."""
    for seed, (way, page) in enumerate(zip(ways, cycle(pages), strict=False)):
        dpi = WAYS[way][0]
        scanned = bind_pages([scan_page(draw_page(page.pdf, page.index, dpi), way, seed)], dpi)
        began = time.perf_counter()
        read = _read(scanned)
        seconds = time.perf_counter() - began
        yield Tried(way, page.name, share_right(read.text, page.text), read.confidence or 0.0, seconds)


def _read(scanned: bytes) -> Page:
    try:
        return read_pdf(scanned, Path("quet.pdf")).pages[0]
    except ReadingError:  # no word was read
        return Page("", 1, 0.0)


def describe(tried: Sequence[Tried]) -> Iterator[str]:
    """The table, and what it comes to."""
    yield f"{'cách quét':20} {'trang':28} {'đúng':>6} {'tin cậy':>8}  cần kiểm tra"
    for one in tried:
        verdict = ("có" if one.known else "") + ("" if one.known == (one.right < GOOD) else "  SAI")
        yield f"{one.way:20} {one.page:28} {one.right:6.3f} {one.confidence:8.3f}  {verdict}"
    bad = [one for one in tried if one.right < GOOD]
    missed, needless = sum(not one.known for one in bad), sum(one.known for one in tried if one.right >= GOOD)
    yield f"{len(tried)} trang, âm tiết đúng trung bình {fmean(one.right for one in tried):.4f}"
    yield f"dưới {GOOD}: {len(bad)} trang, không báo {missed}; báo thừa {needless}/{len(tried) - len(bad)} trang"
    yield f"{fmean(one.seconds for one in tried):.1f} giây một trang"


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = Parser("python -m bench.scans", "Đo việc đọc trang quét và việc biết trang nào đọc chưa chắc.")
    parser.add_argument("texts", type=Path, nargs="*", default=[NOTICE], metavar="TỆP", help="văn bản đem in rồi quét")
    parser.add_argument("--font", action="append", metavar="TÊN", help="phông chữ, lần lượt cho từng văn bản")
    parser.add_argument("--ways", default="", metavar="MẪU", help="chỉ các cách quét có tên khớp biểu thức này")
    options = parser.parse_args(arguments)
    printed = print_texts(options.texts, options.font or ["'DejaVu Serif'"])
    pages = [page for same in zip(*printed, strict=False) for page in same] or [page for one in printed for page in one]
    ways = [way for way in WAYS if re.search(options.ways, way)]
    tried = []
    for done, one in enumerate(try_ways(ways, pages), 1):
        tried.append(one)
        show_progress("Đang đọc", done, len(ways))
    print(*describe(tried), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
