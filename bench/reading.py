"""How well the files of a folder are read: ``python -m bench.reading FOLDER --gold FILE [--truth] [--json]``.

The gold has a label a line, as ``gold.jsonl`` of the archive does. With ``--truth`` the right texts are read instead of
the files, which leaves record, structure and mentions. Ends with 1 where a floor is missed.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean

from bench.reading_scores import (
    EXACT,
    Fact,
    Gold,
    Letters,
    count_headings,
    score_cites,
    score_facts,
    score_headings,
    score_issuer,
    score_letters,
    score_title,
)
from ingest.console import Parser, run, show_progress
from ingest.documents import read_document
from ingest.errors import ReadingError
from ingest.models import Document, Metadata
from ingest.readers import read_file
from ingest.readers.apart import ReaderPool
from ingest.store import Library, open_library

_FLOORS = {
    "read": 1.0,
    "letters": 0.990,
    "facts": 0.95,
    **dict.fromkeys(EXACT, 0.90),
    "issuer": 0.90,
    "title": 0.90,
    "headings": 0.95,
    "cites": 0.95,
    "speed": 2.0,
}
_MOST = {"invented": 1, "memory": 1024}
_UNREAD = Document("", "", Metadata(), (), ())
_NAMES = {
    "read": "tệp đọc được",
    "letters": "chữ có dấu đúng",
    "facts": "số, loại, ngày, người ký: chung",
    "number": "  số, ký hiệu",
    "type": "  loại",
    "date": "  ngày",
    "signer": "  người ký",
    "invented": "giá trị không có mà đọc ra",
    "issuer": "cơ quan ban hành",
    "title": "trích yếu (F1 theo từ)",
    "headings": "đếm đúng điều, chương",
    "cites": "số ký hiệu được dẫn (F1)",
    "speed": "MB chữ một phút, một nhân",
    "memory": "MB bộ nhớ của bộ đọc, lúc cao nhất",
    "coverage": "chữ có dấu tìm thấy chỗ",
}


@dataclass(slots=True)
class Scored:
    """One file, against its label.

    Attributes:
        cites: Signs found rightly, found wrongly, missed.
    """

    file: str
    error: str | None = None
    letters: Letters | None = None
    facts: list[Fact] = field(default_factory=list)
    issuer: Fact | None = None
    title: float | None = None
    headings: bool = False
    counted: str = ""
    cites: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    size: int = 0
    seconds: float = 0.0


def score_files(folder: Path, golds: Sequence[Gold], *, of_truth: bool) -> Iterator[Scored]:
    """Each file of *golds* in *folder* read and kept as the program does it, one after the other, and judged."""
    with tempfile.TemporaryDirectory() as home, open_library(Path(home)) as library, ReaderPool(1) as pool:
        for gold in golds:
            yield _score_file(folder, gold, pool, library, of_truth=of_truth)


def _score_file(folder: Path, gold: Gold, pool: ReaderPool, library: Library, *, of_truth: bool) -> Scored:
    file = folder / gold["truth" if of_truth else "file"]
    scored, began = Scored(gold["file"]), time.perf_counter()
    try:
        content = read_file(file)
        document = read_document(pool.read(content, file).result(), file)
        library.add(document, content)
    except ReadingError as error:
        scored.error = str(error)
        _judge(scored, gold, _UNREAD)
        return scored
    scored.seconds, scored.size = time.perf_counter() - began, len(document.text.encode())
    if not (of_truth or Path(gold["file"]).name.startswith("synthetic-")):
        scored.letters = score_letters((folder / gold["truth"]).read_text("utf-8"), document.text)
    _judge(scored, gold, document)
    return scored


def _judge(scored: Scored, gold: Gold, document: Document) -> None:
    scored.facts = list(score_facts(gold, document))
    scored.issuer = score_issuer(gold, document)
    scored.title = score_title(gold, document)
    scored.headings = score_headings(gold, document)
    (outer, inner), chapters, roman = count_headings(document)
    wanted = f"{gold['articles']} {gold['chapters']} {gold['roman_sections']}"
    scored.counted = f"[{outer}, {inner}] {chapters} {roman} / {wanted}"
    scored.cites = score_cites(gold, document)


def summarise(scored: Sequence[Scored]) -> dict[str, float]:
    """Measure -> figure, over all files; a file that was not read counts as wrong in everything."""
    read = [one for one in scored if not one.error]
    facts = [fact for one in scored for fact in one.facts]
    figures = {"read": len(read) / len(scored), **_summarise_letters(read)}
    figures["facts"] = _share(facts)
    figures |= {name: _share([fact for fact in facts if fact.field == name]) for name in EXACT}
    figures["invented"] = sum(fact.verdict == "invented" for fact in facts)
    figures["issuer"] = _share([one.issuer for one in scored if one.issuer])
    titles = [one.title for one in scored if one.title is not None]
    figures["title"] = fmean(titles) if titles else 0.0
    figures["headings"] = fmean(one.headings for one in scored)
    right, wrong, missed = (sum(len(one.cites[i]) for one in scored) for i in range(3))
    figures["cites"] = 2 * right / max(1, 2 * right + wrong + missed)
    seconds = sum(one.seconds for one in read)
    figures["speed"] = sum(one.size for one in read) / 1e6 / seconds * 60 if seconds else 0.0
    return figures


def _summarise_letters(read: Sequence[Scored]) -> dict[str, float]:
    letters = [one.letters for one in read if one.letters]
    if not letters:
        return {}
    aligned = sum(one.aligned for one in letters)
    return {
        "letters": sum(one.right for one in letters) / max(1, aligned),
        "coverage": aligned / max(1, sum(one.all for one in letters)),
    }


def _share(facts: Sequence[Fact]) -> float:
    """Of the facts that the labels have, those read right."""
    counts = Counter(fact.verdict for fact in facts)
    return counts["right"] / max(1, counts["right"] + counts["wrong"] + counts["missing"])


def missed_floors(figures: dict[str, float]) -> list[str]:
    """The measures that miss their floor."""
    below = [name for name, floor in _FLOORS.items() if name in figures and figures[name] < floor]
    above = [name for name, most in _MOST.items() if figures.get(name, 0) > most]
    return [*below, *above]


def _describe(scored: Scored) -> Iterator[str]:
    """What is wrong in one file, line by line."""
    if scored.error:
        yield scored.error
    if scored.letters and scored.letters.right < scored.letters.aligned * 0.99:
        yield f"chữ có dấu: đúng {scored.letters.right}/{scored.letters.aligned}"
    for fact in (*scored.facts, *([scored.issuer] if scored.issuer else [])):
        if fact.verdict not in ("right", "absent"):
            yield f"{fact.field} {fact.verdict}: {fact.read!r}, nhãn {fact.gold!r}"
    if scored.title is not None and scored.title < 0.9:
        yield f"title: F1 {scored.title:.2f}"
    if not scored.headings:
        yield f"điều, chương, La Mã: {scored.counted}"
    for word, signs in zip(("thừa", "thiếu"), scored.cites[1:], strict=True):
        if signs:
            yield f"dẫn {word}: {', '.join(sorted(signs))}"


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a floor is missed."""
    parser = Parser("python -m bench.reading", "Đo việc đọc tệp: chữ, hồ sơ, cấu trúc, viện dẫn.")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--gold", type=Path, required=True, metavar="TỆP", help="nhãn, mỗi tệp một dòng JSON")
    parser.add_argument("--truth", action="store_true", help="đọc bản chữ đúng thay cho tệp gốc")
    parser.add_argument("--json", action="store_true", help="in cho chương trình")
    options = parser.parse_args(arguments)
    golds = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    scored = []
    for done, one in enumerate(score_files(options.folder, golds, of_truth=options.truth), 1):
        scored.append(one)
        show_progress("Đang đọc", done, len(golds))
    figures = summarise(scored)
    figures["memory"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    missed = missed_floors(figures)
    if options.json:
        print(
            json.dumps({"figures": figures, "missed": missed, "files": [asdict(one) for one in scored]}, default=list)
        )
        return bool(missed)
    for one in scored:
        for line in _describe(one):
            print(f"{one.file}: {line}")
    for name, words in _NAMES.items():
        if name in figures:
            floor = f"sàn {_FLOORS[name]:.3f}" if name in _FLOORS else f"trần {_MOST[name]}" if name in _MOST else ""
            print(f"{words:36} {figures[name]:8.3f}  {floor}{'  KHÔNG ĐẠT' if name in missed else ''}")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(run(main))
