"""How well the same questions are found and understood when they are typed badly, way by way.

    python -m bench.variants [--suite laws|notice] [--way NAME …] [--show N] [--corpus FOLDER]

Each row: how many questions that way spoils; nDCG@10 and recall@10 of them, and the change against the same questions
as they were; the share understood to the letter; what understanding takes more, and how many texts are embedded.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.mistyping import ADDING, WAYS, list_spoilt
from index.encode import Encoder, open_encoder
from index.measuring.evaluate import expand_relevant, rank_keys, read_keys
from index.measuring.metrics import average, measure_each
from index.measuring.suites import Suite, prepare, read_suite
from index.search import Searcher, open_searcher
from index.segment import syllables
from index.settings import load_settings
from ingest.console import Parser, run, show_progress
from ingest.spelling import fold

_LEAST_MARKED = 0.2
"""Share of syllables with marks from which a question is well typed, and so worth spoiling."""
_SAVED_EVERY = 500


class KeepingEncoder:
    """An encoder that keeps what it made of questions in a file: the same few thousand come at every measurement."""

    def __init__(self, encoder: Encoder, file: Path) -> None:
        self._encoder, self._file = encoder, file
        self._rows: dict[str, NDArray[np.float32]] = {}
        self._new = 0
        if file.exists():
            with np.load(file) as kept:
                if str(kept["fingerprint"]) == encoder.fingerprint:
                    self._rows = dict(zip(kept["texts"].tolist(), kept["rows"], strict=True))

    @property
    def fingerprint(self) -> str:
        """See ``Encoder``."""
        return self._encoder.fingerprint

    @property
    def dimensions(self) -> int:
        """See ``Encoder``."""
        return self._encoder.dimensions

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if missing:
            self._rows.update(zip(missing, self._encoder.encode_queries(missing), strict=True))
            self._new += len(missing)
            if self._new >= _SAVED_EVERY:
                self.save()
        return np.stack([self._rows[text] for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: object = None) -> NDArray[np.float32]:
        """No passage is encoded here: the libraries are indexed before."""
        raise NotImplementedError

    def save(self) -> None:
        """Write what was made since the last time."""
        if self._new:
            rows = np.stack(list(self._rows.values()))
            np.savez(self._file, fingerprint=self.fingerprint, texts=np.array(list(self._rows)), rows=rows)
            self._new = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question.

    Attributes:
        seconds: Of the processor, that understanding took.
        texts: How many were embedded.
        keys: Found, best first.
    """

    understood: str
    seconds: float
    texts: int
    keys: list[str]


class Bench:
    """The questions of a suite, asked as they are and in every way."""

    def __init__(self, suite: Suite, encoder: Encoder) -> None:
        self.searcher: Searcher = open_searcher(suite.settings, encoder)
        self.keys = read_keys(suite, self.searcher)
        cases = [case for case in suite.cases if _is_well_typed(case.question)]
        self.questions = [case.question for case in cases]
        self.relevant = [expand_relevant(case.relevant, frozenset(self.keys)) for case in cases]
        self.ask(self.questions[0])  # the first one warms up what is read once
        self.plain = [self.ask(question) for question in self.questions]

    def ask(self, typed: str) -> Asked:
        """Understand it, and rank everything."""
        began = time.thread_time()
        query = self.searcher.understand(typed)
        seconds = time.thread_time() - began
        ranking = self.searcher.rank(query, self.searcher.score(query))
        return Asked(query.understood, seconds, len(query.meanings), rank_keys(ranking.scores, self.keys))

    def rarity(self, syllable: str) -> int:
        """Passages that have it."""
        return self.searcher.index.lexical.frequency("marked", syllable)

    def measure(self, places: Sequence[int], asked: Sequence[Asked]) -> dict[str, float]:
        """nDCG and recall of the questions at *places*, as *asked*."""
        return average(measure_each([one.keys for one in asked], [self.relevant[place] for place in places]))

    def is_understood(self, place: int, asked: Asked, way: str) -> bool:
        """To the letter, up to case: as the question was meant, or as it is understood when typed well."""
        meant = [self.questions[place], self.plain[place].understood]
        if way in ADDING:
            return any(f" {' '.join(syllables(one))} " in f" {' '.join(syllables(asked.understood))} " for one in meant)
        return any(syllables(asked.understood) == syllables(one) for one in meant)


def _is_well_typed(question: str) -> bool:
    said = syllables(question)
    return sum(fold(one) != one for one in said) >= _LEAST_MARKED * len(said)


def make_row(bench: Bench, way: str, show: int) -> str:
    """One way's figures; the first *show* questions misunderstood are printed."""
    spoilt = list_spoilt(bench.questions, way, bench.rarity)
    if not spoilt:
        return f"{way:<30}{0:>5}"
    asked = [bench.ask(typed) for _, typed in spoilt]
    places = [place for place, _ in spoilt]
    found, before = bench.measure(places, asked), bench.measure(places, [bench.plain[place] for place in places])
    right = [bench.is_understood(place, one, way) for place, one in zip(places, asked, strict=True)]
    more = np.mean([one.seconds - bench.plain[place].seconds for place, one in zip(places, asked, strict=True)])
    wrong = [(*pair, one) for pair, one, good in zip(spoilt, asked, right, strict=True) if not good]
    for place, typed, one in wrong[:show]:
        print(f"  {bench.questions[place]}\n  {typed}\n  {one.understood}\n")
    figures = "".join(f"{found[name]:>8.3f} ({found[name] - before[name]:+.3f})" for name in ("ndcg@10", "recall@10"))
    texts = np.mean([one.texts for one in asked])
    return f"{way:<30}{len(spoilt):>5}{figures}{np.mean(right):>9.3f}{1000 * more:>+9.1f}{texts:>7.2f}"


def main(arguments: Sequence[str]) -> int:
    """Ask everything and print the table."""
    parser: argparse.ArgumentParser = Parser("python -m bench.variants", "Đo cùng những câu hỏi khi gõ sai, từng kiểu.")
    parser.add_argument("--suite", default="laws", choices=("laws", "notice"), help="bộ câu hỏi")
    parser.add_argument(
        "--way", nargs="+", default=list(WAYS), choices=list(WAYS), metavar="KIỂU", help="chỉ đo kiểu này"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="in N câu đầu hiểu sai của mỗi kiểu")
    parser.add_argument("--corpus", type=Path, metavar="THƯ_MỤC", help="thư mục các luật (hoặc VANKIEN_CORPUS)")
    options = parser.parse_args(arguments)
    suite = read_suite(options.suite, load_settings(), options.corpus)
    plain = open_encoder(suite.settings.model)
    prepare(suite, show_progress, plain)
    encoder = KeepingEncoder(plain, suite.settings.home / "questions.npz")
    bench = Bench(suite, encoder)
    everything = range(len(bench.questions))
    found = bench.measure(everything, bench.plain)
    took = 1000 * np.quantile([one.seconds for one in bench.plain], [0.5, 0.95])
    print(f"{suite.name}: {len(bench.questions)} câu hỏi gõ đúng; hiểu mất p50 {took[0]:.1f} ms, p95 {took[1]:.1f} ms")
    print(f"{'kiểu gõ':<30}{'số câu':>6}{'nDCG@10':>15}{'recall@10':>17}{'đúng chữ':>9}{'thêm ms':>9}{'nhúng':>7}")
    print(f"{'gõ đúng':<30}{len(bench.questions):>5}{found['ndcg@10']:>8.3f}{'':9}{found['recall@10']:>8.3f}")
    for way in options.way:
        print(make_row(bench, way, options.show), flush=True)
    encoder.save()
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
