"""Whether what is read surely is right: ``python -m bench.confidence FOLDER [FOLDER …] [--json]``.

Each folder has a ``gold.jsonl`` and right texts, as the archive does; the texts are read, not the files. What was read
is counted by how sure the program says it is. With several folders the share that was right in the first is what the
others are held against: a confidence that was fitted on one set must hold on another. Ends with 1 where the findings
that need no look are right less often than :data:`SURE_FLOOR`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.reading_scores import Fact, score_facts, score_issuer, score_title
from ingest.console import Parser, run
from ingest.documents import read_document
from ingest.models import SURE, Document
from ingest.review import FIELD_LABELS

SURE_FLOOR = 0.95
_TITLE_RIGHT = 0.9
_Counts = Counter[tuple[str, float, bool]]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the findings of a folder were worth.

    Attributes:
        sure: Share that was right of those at or above ``SURE``.
        caught: Share of the wrong ones that were below it; 1 where none was wrong.
    """

    counts: _Counts
    sure: float
    caught: float


def calibrate(folder: Path) -> Calibration:
    """Every fact that was read from the right texts of *folder*, judged and counted by its confidence."""
    counts: _Counts = Counter()
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        document = read_document((folder / gold["truth"]).read_text("utf-8"), gold["truth"])
        counts.update(_judge(gold, document))
    sure = {
        right: sum(n for (_, level, ok), n in counts.items() if level >= SURE and ok == right)
        for right in (True, False)
    }
    wrong = sum(n for (*_, ok), n in counts.items() if not ok)
    return Calibration(counts, sure[True] / max(1, sum(sure.values())), 1 - sure[False] / wrong if wrong else 1.0)


def _judge(gold: Mapping[str, Any], document: Document) -> Iterator[tuple[str, float, bool]]:
    """Field, confidence, and whether it is right, of each fact that was read."""
    title = score_title(gold, document)
    facts = [*score_facts(gold, document), score_issuer(gold, document)]
    if document.metadata.title:
        right = title is not None and title >= _TITLE_RIGHT
        facts.append(Fact("title", gold["title"], document.metadata.title, "right" if right else "wrong"))
    for fact in facts:
        if fact.read:
            (found,) = (one for one in document.findings if one.field == fact.field)
            yield fact.field, found.confidence, fact.verdict == "right"


def _levels(counts: _Counts) -> dict[float, tuple[int, int]]:
    """Confidence -> how many were right, how many there were; the surest first."""
    found = sorted({level for _, level, _ in counts}, reverse=True)
    return {
        level: (
            sum(n for (_, one, ok), n in counts.items() if one == level and ok),
            sum(n for (_, one, _), n in counts.items() if one == level),
        )
        for level in found
    }


def _say(folder: Path, found: Calibration, fitted: Mapping[float, tuple[int, int]]) -> Iterator[str]:
    yield f"{folder.name}"
    for level, (right, all_read) in _levels(found.counts).items():
        held = fitted.get(level)
        expected = f"  bộ đầu: {held[0] / held[1]:.2f}" if held else ""
        by_field = Counter(field for field, one, ok in found.counts.elements() if one == level and not ok)
        wrong = ", ".join(f"{FIELD_LABELS[field]} {n}" for field, n in by_field.items())
        share = f"{right:4}/{all_read:<4} {right / all_read:.2f}"
        yield f"  tự tin {level:.2f}: đúng {share}{expected}{f'  sai: {wrong}' if wrong else ''}"
    yield f"  từ {SURE:.2f} trở lên: đúng {found.sure:.3f} (sàn {SURE_FLOOR:.2f})"
    yield f"  giá trị sai đã được đánh dấu nên kiểm tra: {found.caught:.2f}"


def main(arguments: Sequence[str]) -> int:
    """Print a table a folder; 1 where the sure ones are wrong too often."""
    parser = Parser("python -m bench.confidence", "Đo xem điều máy tự tin có đúng không.")
    parser.add_argument("folders", type=Path, nargs="+", metavar="THƯ_MỤC", help="thư mục có gold.jsonl")
    parser.add_argument("--json", action="store_true", help="in cho chương trình")
    options = parser.parse_args(arguments)
    found = {folder: calibrate(folder) for folder in options.folders}
    if options.json:
        print(json.dumps({str(folder): {"sure": one.sure, "caught": one.caught} for folder, one in found.items()}))
    else:
        first = _levels(found[options.folders[0]].counts)
        for i, (folder, one) in enumerate(found.items()):
            print("\n".join(_say(folder, one, first if i else {})))
    return int(any(one.sure < SURE_FLOOR for one in found.values()))


if __name__ == "__main__":
    sys.exit(run(main))
