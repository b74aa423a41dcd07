"""Passages embedded in a second, beside the library's own way: ``python -m bench.throughput --corpus FOLDER``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.laws import describe_machine, parser
from index.encode import DEFAULT_MODEL, open_encoder
from index.measuring.suites import read_suite
from index.settings import load_settings
from ingest.console import run
from ingest.documents import read_document
from ingest.passages import make_passages

_TEXTS = 240
_ROUNDS = 5

Rows = NDArray[np.float32]


def measure(texts: list[str], ours: Callable[[list[str]], Rows], plain: Callable[[list[str]], Rows]) -> str:
    """Both in turn over the same *texts*, several times; the ratios are of neighbours in time."""
    lines = [f"{'lượt':<8}{'Vankien, đoạn/s':>18}{'encode, đoạn/s':>18}{'nhanh hơn ×':>14}"]
    ratios, cosines = [], []
    for turn in range(1, _ROUNDS + 1):
        (mine, rows), (theirs, expected) = _time(ours, texts), _time(plain, texts)
        ratios.append(theirs / mine)
        cosines.append(np.sum(rows * expected, axis=1).min())
        lines.append(f"{turn:<8}{len(texts) / mine:>18.1f}{len(texts) / theirs:>18.1f}{ratios[-1]:>14.2f}")
    lines.append(f"Trung vị: nhanh hơn {np.median(ratios):.2f} lần; cosine nhỏ nhất {min(cosines):.4f}")
    return "\n".join(lines)


def _time(encode: Callable[[list[str]], Rows], texts: list[str]) -> tuple[float, Rows]:
    began = time.perf_counter()
    rows = encode(texts)
    return time.perf_counter() - began, rows


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    options = parser("throughput", "đo số đoạn mã hóa được trong một giây").parse_args(arguments)
    suite = read_suite("laws", load_settings(), options.corpus)
    passages = [p.text for name, text in suite.texts.items() for p in make_passages(read_document(text, name))]
    texts = passages[:: max(1, len(passages) // _TEXTS)][:_TEXTS]
    encoder = open_encoder(DEFAULT_MODEL)

    from index.models.bundled_model import load_bundled_model

    model = load_bundled_model()
    prompt = model.prompts["passage"]

    def plain(some: list[str]) -> Rows:
        return np.asarray(model.encode(some, prompt=prompt, show_progress_bar=False), dtype=np.float32)

    encoder.encode_passages(texts[:16])
    plain(texts[:16])
    print(describe_machine())
    print(f"{len(texts)} đoạn, mô hình {DEFAULT_MODEL}; encode: SentenceTransformer.encode mặc định, float32")
    print(measure(texts, encoder.encode_passages, plain))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
