"""How well the starter notice answers: our own questions, by kind, on a library made for the occasion.

    python -m bench.notice [--json]

A question of ``data/eval/notice.jsonl`` names the places that answer it, or none where it must be declined; a place
stands for everything below it. The questions were written without a look at what the program does with them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.answer import Answer
from index.ask import answer_question
from index.build import build_index
from index.encode import Encoder, open_encoder
from index.measuring.metrics import auroc
from index.search import open_searcher
from index.settings import Settings, load_settings
from ingest.adding import add_files, find_files
from ingest.console import Parser, run, show_progress
from ingest.store import open_library

DATA = Path(__file__).parent.parent / "data"
QUESTION_FILE = DATA / "eval" / "notice.jsonl"
FIRST_QUOTES = 3
"""The quotes a reader looks at: the right place must be among them."""
DEPTHS = (1, 3, 10)


@dataclass(frozen=True, slots=True)
class Question:
    """A question and where its answer stands.

    Attributes:
        places: Addresses, any of which will do; empty where the question must be declined.
        kind: How it is asked, or what it is about.
        required: Whether the project promises to get this one right.
    """

    question: str
    places: tuple[str, ...]
    kind: str
    required: bool = False

    def is_answered_at(self, address: str) -> bool:
        """Whether *address* is one of the places, or below one."""
        return any(address == place or address.startswith(f"{place}.") for place in self.places)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question.

    Attributes:
        found: Addresses that the search gave, best first.
    """

    question: Question
    answer: Answer
    found: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """One of the places is among the first quotes; or, where there are none, nothing was quoted."""
        quoted = self.answer.quotes[:FIRST_QUOTES]
        if not self.question.places:
            return not self.answer.answered
        return any(self.question.is_answered_at(quote.address) for quote in quoted)

    @property
    def is_wrongly_answered(self) -> bool:
        """Something was quoted, and it is not what was asked for."""
        return self.answer.answered and not self.is_right

    def is_found_within(self, depth: int) -> bool:
        """Whether one of the places is among the first *depth* passages of the search."""
        return any(self.question.is_answered_at(address) for address in self.found[:depth])


@dataclass(frozen=True, slots=True)
class Row:
    """Shares of one kind of question, 0 to 1; ``None`` where a share has no meaning.

    Attributes:
        to_decline: Whether these questions have no answer in the notice.
        recall: By depth.
        right: Answered with a right place among the first quotes, or rightly declined.
        wrongly_answered: Quoted something else; the rest of the wrong ones were declined.
    """

    kind: str
    to_decline: bool
    questions: int
    recall: dict[int, float] | None
    right: float
    wrongly_answered: float


def read_questions(file: Path = QUESTION_FILE) -> list[Question]:
    """Every question of *file*, in its order."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [Question(**{**row, "places": tuple(row["places"])}) for row in rows]


def make_library(home: Path, model: str, encoder: Encoder) -> Settings:
    """A library of the starter documents in *home*, with its index."""
    settings = Settings(home, model)
    with open_library(home) as library:
        for outcome in add_files(library, find_files([DATA / "documents"])):
            if outcome.error:
                raise outcome.error
    build_index(settings, lambda *_: None, encoder)
    return settings


def ask_all(settings: Settings, encoder: Encoder, questions: Iterable[Question]) -> Iterator[Outcome]:
    """The outcome of each of *questions*, in their order."""
    searcher = open_searcher(settings, encoder)
    for question in questions:
        answer = answer_question(searcher, question.question)
        yield Outcome(question, answer, tuple(hit.passage.address for hit in answer.found))


def tabulate(outcomes: Sequence[Outcome]) -> list[Row]:
    """A row for each kind, in the order of the questions; then one for all with an answer, one for all without."""
    keys = dict.fromkeys((not one.question.places, one.question.kind) for one in outcomes)
    rows = []
    for to_decline in (False, True):
        group = [one for one in outcomes if (not one.question.places) is to_decline]
        kinds = [kind for key, kind in keys if key is to_decline]
        rows += [_make_row(kind, to_decline, [one for one in group if one.question.kind == kind]) for kind in kinds]
        if group:
            rows.append(_make_row("all", to_decline, group))
    return rows


def _make_row(kind: str, to_decline: bool, outcomes: Sequence[Outcome]) -> Row:
    def share(are_so: Iterable[bool]) -> float:
        return sum(are_so) / len(outcomes)

    recall = {depth: share(one.is_found_within(depth) for one in outcomes) for depth in DEPTHS}
    right = share(one.is_right for one in outcomes)
    wrong = share(one.is_wrongly_answered for one in outcomes)
    return Row(kind, to_decline, len(outcomes), None if to_decline else recall, right, wrong)


def measure_auroc(outcomes: Sequence[Outcome]) -> float:
    """How often a question with an answer is surer than one without."""
    with_answer = [one.answer.probability for one in outcomes if one.question.places]
    return auroc(with_answer, [one.answer.probability for one in outcomes if not one.question.places])


def draw_table(outcomes: Sequence[Outcome]) -> str:
    """The rows as text ("wrong": wrongly answered), and the AUROC of the probability below them."""
    heads = (*(f"recall@{depth}" for depth in DEPTHS), "right", "wrong")
    lines = [f"{'kind':<32}{'n':>5}" + "".join(f"{head:>11}" for head in heads)]
    for row in tabulate(outcomes):
        kind = f"{row.kind} (to decline)" if row.to_decline else row.kind
        shares = (*(row.recall[depth] if row.recall else None for depth in DEPTHS), row.right, row.wrongly_answered)
        cells = ("-" if share is None else f"{share:.3f}" for share in shares)
        lines.append(f"{kind:<32}{row.questions:>5}" + "".join(f"{cell:>11}" for cell in cells))
    return "\n".join([*lines, f"AUROC of the probability: {measure_auroc(outcomes):.4f}"])


def to_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The table for programs."""
    return {"rows": [asdict(row) for row in tabulate(outcomes)], "auroc": measure_auroc(outcomes)}


def main(arguments: Sequence[str]) -> int:
    """Ask everything and print the table."""
    parser: argparse.ArgumentParser = Parser("python -m bench.notice", "Đo việc trả lời trên thông báo mẫu.")
    parser.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    options = parser.parse_args(arguments)
    questions = read_questions()
    model = load_settings().model
    encoder = open_encoder(model)
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        settings = make_library(Path(folder), model, encoder)
        for done, outcome in enumerate(ask_all(settings, encoder, questions), 1):
            outcomes.append(outcome)
            show_progress("Đang hỏi", done, len(questions))
    print(json.dumps(to_json(outcomes), ensure_ascii=False) if options.json else draw_table(outcomes))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
