"""How long one question takes, step by step, beside encoding it alone: ``python -m bench.latency --corpus FOLDER``."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np

from bench.laws import describe_machine, open_laws, parser
from index.ask import answer_question
from index.search import Searcher, open_searcher
from ingest.console import run

ALONE = "mã hóa riêng câu hỏi"
_LIMIT = 10


class Clock:
    """Seconds of each step, question by question."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def timing(self, step: str) -> Iterator[None]:
        """One run of *step*."""
        began = time.perf_counter()
        yield
        self.seconds[step].append(time.perf_counter() - began)


def measure(searcher: Searcher, questions: Sequence[str]) -> dict[str, list[float]]:
    """Step -> seconds; the steps of one question follow each other, so that a busy moment weighs on all alike.

    The searcher keeps the rows of the last question; each step that encodes is therefore given a fresh one.
    """
    clock = Clock()
    for question in questions:
        with clock.timing(ALONE):
            searcher.encoder.encode_queries([question])
        with clock.timing("hiểu câu hỏi"):
            query = searcher.understand(question)
        with clock.timing("so nghĩa"):
            searcher.index.score_meaning(rows := searcher.encoder.encode_queries(query.meanings))
        with clock.timing("so nghĩa, không kể mã hóa"):
            meaning = searcher.index.score_meaning(rows)
        with clock.timing("so từ ngữ"):
            lexical = searcher.index.lexical.score(query.lexical_tokens())
        with clock.timing("gộp điểm"):
            searcher.rank(query, {**lexical, "meaning": meaning})
        with clock.timing("tìm kiếm, toàn bộ"):
            _fresh(searcher).search(question, _LIMIT)
        with clock.timing("trả lời, toàn bộ"):
            answer_question(_fresh(searcher), question)
    return clock.seconds


def draw(seconds: Mapping[str, Sequence[float]]) -> str:
    """A table: milliseconds, and how many times the encoding alone at p50."""
    alone = float(np.median(seconds[ALONE]))
    lines = [f"{'bước':<28}{'p50 ms':>9}{'p95 ms':>9}{'p50 ×':>8}{'p95 ×':>8}"]
    for step, all_seconds in seconds.items():
        p50, p95 = (float(value) for value in np.quantile(all_seconds, [0.5, 0.95]))
        lines.append(f"{step:<28}{1000 * p50:>9.1f}{1000 * p95:>9.1f}{p50 / alone:>8.2f}{p95 / alone:>8.2f}")
    return "\n".join(lines)


def _fresh(searcher: Searcher) -> Searcher:
    found = Searcher(searcher.settings, searcher.index, searcher.encoder)
    found.shelf, found._holdings = searcher.shelf, searcher._holdings  # they change with the library only
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    options = parser("latency", "đo thời gian của một câu hỏi, từng bước").parse_args(arguments)
    suite = open_laws(options.corpus)
    searcher = open_searcher(suite.settings)
    questions = [case.question for case in suite.cases]
    for question in questions[:10]:
        answer_question(searcher, question)
    print(describe_machine())
    print(f"{len(questions)} câu hỏi, {searcher.index.lexical.rows} đoạn, mô hình đã mở sẵn")
    print(draw(measure(searcher, questions)))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
