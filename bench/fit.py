"""Fit the few numbers of the search and of declining on our questions, cross-validated.

    python -m bench.fit --corpus FOLDER [--write] [--search-only | --answering-only]

The weights of the signals are chosen on a grid; whether the library answers is a logistic model. The figures printed
are of questions that took no part in choosing: of other folds, and for declining of other laws. ``--write`` keeps the
numbers fitted on all questions in ``data/weights.toml``; the model is then of a search with the new weights.
``--search-only`` leaves the model as it is: fit it again before the search with new weights is given to anyone.
``--answering-only`` leaves the signals as they are, as after a change to what the model is told.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench.fit_answering import draw_answering, fit_answering, gather_laws, gather_notice
from bench.fit_fusion import draw_fusion, fit_fusion
from bench.notice import read_questions
from bench.topics import read_law_topics, read_notice_topics
from index.encode import open_encoder
from index.measuring.suites import Suite, prepare, read_suite
from index.settings import load_settings
from index.weights import WEIGHTS_FILE, Confidence, Weights, read_weights
from ingest.console import Parser, run, show_progress

_HEAD = "# Made by: python -m bench.fit --corpus FOLDER --write. Not to be edited by hand.\n"
CONFIDENCE = Confidence(answered=0.45, middle=0.75, high=0.9)
"""Chosen, not fitted: from 0.45 about 95 % of what the library holds is answered."""
# What a question of each suite counts in the second fit: the same one without marks counts less, and in English least:
# what the machine translated is found too unsurely to teach much.
_COUNTS = {"laws": 1.0, "laws-unaccented": 0.3, "laws-en": 0.1}
_TOPIC_COUNTS = {True: 0.5, False: 0.2}
"""The same for a topic, with its marks and without: there are fewer ways to type one."""


def main(arguments: Sequence[str]) -> int:
    """Fit, print the tables, and keep the numbers where asked to."""
    parser: argparse.ArgumentParser = Parser("python -m bench.fit", "Chỉnh các trọng số của tìm kiếm và trả lời.")
    parser.add_argument("--corpus", type=Path, metavar="THƯ_MỤC", help="thư mục các luật (hoặc VANKIEN_CORPUS)")
    parser.add_argument("--write", action="store_true", help="ghi các trọng số vào data/weights.toml")
    parser.add_argument("--search-only", action="store_true", help="chỉ chỉnh tìm kiếm, giữ nguyên phần trả lời")
    parser.add_argument("--answering-only", action="store_true", help="chỉ chỉnh phần trả lời, giữ nguyên tìm kiếm")
    options = parser.parse_args(arguments)
    settings = load_settings()
    encoder = open_encoder(settings.model)
    suites: dict[str, Suite] = {}
    for name in (*_COUNTS, "notice"):
        suites[name] = read_suite(name, settings, options.corpus)
        prepare(suites[name], show_progress, encoder)
    if not options.answering_only:
        *vietnamese, english = (suites[name] for name in ("laws", "laws-unaccented", "notice", "laws-en"))
        fusion = fit_fusion(vietnamese, english, encoder)
        print(draw_fusion(fusion), end="\n\n")
        _keep(options.write, fusion=fusion.weights)
    if options.search_only:
        return 0
    topics = [(read_law_topics(suites["laws"], marked=marked), counts) for marked, counts in _TOPIC_COUNTS.items()]
    laws = gather_laws([*((suites[name], counts) for name, counts in _COUNTS.items()), *topics], encoder)
    own = {"notice": (1.0, read_questions()), "notice-topics": (_TOPIC_COUNTS[True], read_notice_topics())}
    notice = suites["notice"].settings
    samples = [*laws, *(one for name, asked in own.items() for one in gather_notice(name, *asked, notice, encoder))]
    answering = fit_answering(samples, CONFIDENCE.answered)
    print(draw_answering(answering))
    _keep(options.write, answering=answering.weights)
    return 0


def _keep(write: bool, **fitted: Any) -> None:
    """Where asked to, put the parts *fitted* into the file of the weights; the next search reads them."""
    if write:
        write_weights(replace(read_weights(), confidence=CONFIDENCE, **fitted))
        read_weights.cache_clear()


def write_weights(weights: Weights, file: Path = WEIGHTS_FILE) -> None:
    """Keep *weights* in *file*."""
    sections = (("fusion", asdict(weights.fusion)), ("answering", weights.answering))
    lines = [_HEAD]
    for name, numbers in (*sections, ("confidence", asdict(weights.confidence))):
        lines += [f"[{name}]", *(f"{key} = {value:.4g}" for key, value in numbers.items()), ""]
    file.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(run(main))
