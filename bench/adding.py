"""From a new file to finding it, in a library of many articles: ``python -m bench.adding --corpus FOLDER``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from bench.laws import describe_machine, parser
from index.build import build_index
from index.encode import Encoder, open_encoder
from index.measuring.suites import read_suite
from index.search import open_searcher
from index.settings import Settings, load_settings
from ingest.adding import add_files
from ingest.console import run, show_progress
from ingest.store import open_library

_ARTICLES = 2000
_ROUNDS = 5
_NOTICE = "THÔNG BÁO\nvề việc kiểm tra\n\n1. Kho sách lượt {turn} mở cửa từ bảy giờ sáng.\n"


def make_library(home: Path, texts: Sequence[str], encoder: Encoder) -> Settings:
    """A document for each of *texts*, indexed with the default model."""
    settings = Settings(home)
    _add(home, {f"dieu-{number}.txt": text for number, text in enumerate(texts)})
    build_index(settings, show_progress, encoder)
    return settings


def add_warm(settings: Settings, encoder: Encoder, turn: int) -> float:
    """Seconds from the file to the hit in a process that has the model open, as the page has."""
    began = time.perf_counter()
    text = _NOTICE.format(turn=turn)
    _add(settings.home, {f"moi-{turn}.txt": text})
    build_index(settings, lambda *_: None, encoder)
    hits = open_searcher(settings, encoder).search(text, 3)
    seconds = time.perf_counter() - began
    if not any(f"lượt {turn} " in hit.passage.text for hit in hits):
        raise AssertionError("the new document is not among the first hits")
    return seconds


def add_by_command(settings: Settings, folder: Path, turn: int) -> float:
    """Seconds of ``python -m ingest add`` and ``python -m index build``."""
    file = folder / f"lenh-{turn}.txt"
    file.write_text(_NOTICE.format(turn=f"lệnh {turn}"), encoding="utf-8")
    environment = {**os.environ, "VANKIEN_HOME": str(settings.home)}
    root, began = Path(__file__).parent.parent, time.perf_counter()
    for words in (["ingest", "add", str(file)], ["index", "build"]):
        subprocess.run([sys.executable, "-m", *words], cwd=root, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def _add(home: Path, texts: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder, open_library(home) as library:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        for outcome in add_files(library, (Path(folder) / name for name in texts)):
            if outcome.error:
                raise outcome.error


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    making = parser("adding", "đo thời gian từ tệp mới đến khi tìm thấy")
    making.add_argument("--articles", type=int, default=_ARTICLES, metavar="SỐ", help="số điều luật có sẵn")
    options = making.parse_args(arguments)
    suite = read_suite("laws", load_settings(), options.corpus)
    articles = (part for text in suite.texts.values() for part in text.split("\n\n")[1:])
    encoder = open_encoder(load_settings().model)
    with tempfile.TemporaryDirectory() as folder:
        settings = make_library(Path(folder) / "thu-vien", list(islice(articles, options.articles)), encoder)
        rows = open_searcher(settings, encoder).index.lexical.rows
        print(describe_machine())
        print(f"{options.articles} điều luật, {rows} đoạn")
        print(f"{'lượt':<8}{'mô hình mở sẵn, s':>20}{'bằng lệnh, s':>16}")
        for turn in range(1, _ROUNDS + 1):
            warm = add_warm(settings, encoder, turn)
            print(f"{turn:<8}{warm:>20.2f}{add_by_command(settings, Path(folder), turn):>16.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
