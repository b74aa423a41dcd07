"""What the measurements of speed share: the library of the laws suite, and the name of the processor."""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path

from index.encode import Encoder
from index.measuring.suites import Suite, prepare, read_suite
from index.settings import load_settings
from ingest.console import Parser, show_progress


def parser(name: str, words: str) -> argparse.ArgumentParser:
    """Of the command ``python -m bench.NAME``."""
    made = Parser(f"python -m bench.{name}", words)
    made.add_argument("--corpus", type=Path, metavar="THƯ_MỤC", help="thư mục các luật (hoặc VANKIEN_CORPUS)")
    return made


def open_laws(corpus: Path | None, encoder: Encoder | None = None) -> Suite:
    """The suite of the laws, its library read and indexed.

    Raises:
        UsageError: If the folder of the laws is not given.
    """
    suite = read_suite("laws", load_settings(), corpus)
    prepare(suite, show_progress, encoder)
    return suite


def describe_machine() -> str:
    """The processor as it names itself, and how many cores this process may use."""
    name = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        lines = information.read_text(encoding="utf-8").splitlines()
        name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"Bộ xử lý: {name}, {cores} nhân"
