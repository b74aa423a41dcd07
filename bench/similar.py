"""``python -m bench.similar``: where near ends: passages of the laws that a reader would or would not set side by side.

The labels, ``data/eval/similar.jsonl``, are of pairs drawn evenly over eight bands of an earlier measure of nearness.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.laws import open_laws, parser
from index.local_index import LocalIndex, load_index
from index.similar import NEAR, find_rows, measure_nearness, seek
from ingest.console import run
from ingest.store import Library, open_library
from ingest.store.places import find_passages_within
from ingest.store.stock import find_spans

LABELS = Path(__file__).parents[1] / "data" / "eval" / "similar.jsonl"
BANDS = (0.0, 0.3, 0.36, 0.42, 0.48, 0.54, 0.6, 0.8, 1.01)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages of two laws, each by the name of its law and its address, and whether a person calls them near."""

    law: str
    address: str
    other: str
    at: str
    near: bool


def main(arguments: Sequence[str]) -> int:
    """Print the table; exit code 0."""
    options = parser("similar", "Đo xem hai đoạn gần nhau đến đâu thì đáng đặt cạnh nhau.").parse_args(arguments)
    settings = open_laws(options.corpus).settings
    index = load_index(settings.index_folder)
    pairs = [Pair(**json.loads(line)) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    with open_library(settings.home) as library:
        measured = [(measure(index, library, pair), pair.near) for pair in pairs]
    print("\n".join(draw(measured)))
    return 0


def measure(index: LocalIndex, library: Library, pair: Pair) -> float:
    """The nearness of the first passages at both places."""
    ids = {str(held.metadata.source).removesuffix(".txt"): held.id for held in library.documents()}
    places = [(ids[pair.law], pair.address), (ids[pair.other], pair.at)]
    spans = find_spans(library, places)
    numbers = [find_passages_within(library, place[0], *spans[place])[0] for place in places]
    passages = library.find_passages(numbers)
    rows = [int(find_rows(index, [number])[0]) for number in numbers]
    sought = seek(index, rows[0], passages[numbers[0]])
    return measure_nearness(index, sought, rows[1], passages[numbers[1]])


def draw(measured: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """A line for each band, then what the threshold lets through and leaves out."""
    yield f"{'độ gần':<14}{'cặp':>6}{'gần':>6}"
    for low, high in pairwise(BANDS):
        inside = [near for value, near in measured if low <= value < high]
        yield f"{low:.2f}–{min(high, 1):.2f}".ljust(14) + f"{len(inside):>6}{sum(inside):>6}"
    for bar in (NEAR - 0.06, NEAR, NEAR + 0.06):
        shown = [near for value, near in measured if value >= bar]
        right, near = sum(shown), sum(near for _, near in measured)
        yield f"từ {bar:.2f}: đúng {right}/{len(shown)}, thấy {right}/{near}"


if __name__ == "__main__":
    sys.exit(run(main))
