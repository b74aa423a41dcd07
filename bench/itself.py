"""Whether a passage's own text, asked as a question, finds that passage first.

    python -m bench.itself [--corpus FOLDER] [--sample 1000] [--misses]

All passages of the starter notice, and a sample of the laws' that is the same every time. Passages of one text count as
one; a passage that holds no letter and no digit cannot be asked, and is counted apart.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from time import perf_counter

from bench.laws import open_laws, parser
from index.measuring.suites import Suite, prepare, read_suite
from index.search import Searcher, open_searcher
from index.settings import load_settings
from ingest.console import run, show_progress
from ingest.errors import QuestionError
from ingest.models import Passage
from ingest.store import open_library

FLOOR = 0.995
_SEED = 1


@dataclass(frozen=True, slots=True)
class Miss:
    """A passage that did not find itself first, and what came instead."""

    passage: Passage
    understood: str
    first: Passage


@dataclass(frozen=True, slots=True)
class Found:
    """What one library gave.

    Attributes:
        asked: How many passages were asked.
        mute: How many could not be.
        seconds: Of one question, the median.
    """

    name: str
    asked: int
    mute: int
    misses: tuple[Miss, ...]
    seconds: float

    @property
    def share(self) -> float:
        """Of the passages asked, those that found themselves first."""
        return 1 - len(self.misses) / self.asked if self.asked else 0.0


def measure(suite: Suite, sample: int | None = None) -> Found:
    """Ask every passage of a prepared *suite* for itself, or *sample* of them."""
    searcher = open_searcher(suite.settings)
    with open_library(suite.settings.home) as library:
        passages = [passage for _, passage in library.passages()]
    if sample is not None and sample < len(passages):
        passages = random.Random(_SEED).sample(passages, sample)
    return _ask(suite.name, searcher, passages)


def _ask(name: str, searcher: Searcher, passages: Sequence[Passage]) -> Found:
    misses: list[Miss] = []
    seconds: list[float] = []
    mute = 0
    for done, passage in enumerate(passages, 1):
        started = perf_counter()
        try:
            query = searcher.understand(passage.text)
        except QuestionError:
            mute += 1
            continue
        first = searcher.search(query, 1)[0].passage
        seconds.append(perf_counter() - started)
        if _words(first) != _words(passage):
            misses.append(Miss(passage, query.understood, first))
        show_progress("Đang hỏi", done, len(passages))
    return Found(name, len(seconds), mute, tuple(misses), statistics.median(seconds) if seconds else 0.0)


def _words(passage: Passage) -> str:
    """What two passages of one text have in common: spacing is none of it."""
    return " ".join(passage.text.split())


def draw(found: Collection[Found]) -> str:
    """The table."""
    rows = ["| thư viện | số đoạn hỏi | không hỏi được | tự đứng đầu | trung vị, ms |", "|---|---|---|---|---|"]
    rows += [
        f"| {one.name} | {one.asked} | {one.mute} | {100 * one.share:.2f} % | {1000 * one.seconds:.0f} |".replace(
            ".", ","
        )
        for one in found
    ]
    return "\n".join(rows)


def _list(found: Found) -> str:
    lines = []
    for miss in found.misses:
        for word, passage in (("hỏi", miss.passage), ("gặp", miss.first)):
            lines.append(f"{word}: {passage.document_id} [{passage.address}] {passage.text}")
        if miss.understood != miss.passage.text:
            lines.append(f"hiểu: {miss.understood}")
        lines.append("")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """0 where every library reaches the floor."""
    options = _read(arguments)
    notice = read_suite("notice", load_settings())
    prepare(notice, show_progress)
    found = [measure(notice), measure(open_laws(options.corpus), options.sample)]
    if options.misses:
        print("\n".join(_list(one) for one in found if one.misses))
    print(draw(found))
    return 0 if all(one.share >= FLOOR for one in found) else 1


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    made = parser("itself", "Lời của mỗi đoạn, khi đem hỏi, có tìm ra chính đoạn ấy trước hết không.")
    made.add_argument("--sample", type=int, default=1000, metavar="SỐ", help="số đoạn luật lấy làm mẫu")
    made.add_argument("--misses", action="store_true", help="in cả những đoạn không tự đứng đầu")
    return made.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(run(main))
