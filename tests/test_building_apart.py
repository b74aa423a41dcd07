"""A build in a process of its own: as one in this, and nothing of it stays behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from index import building_apart
from index.build import needs_build
from index.building_apart import build_apart
from index.local_index import load_index
from index.settings import Settings
from ingest.documents import read_document
from ingest.errors import AppError
from ingest.fresh import start_module
from ingest.language import speaking
from ingest.store import open_library

RULE = "QUY ĐỊNH\nvề công tác dân vận\n\n1. Đẩy mạnh công tác dân vận của chính quyền.\n"


class LeftError(Exception):
    """Of who asked for the build."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with open_library(tmp_path) as library:
        library.add(read_document(RULE, "dan-van.txt"), RULE.encode())
    return tmp_path


def test_builds_what_a_build_here_would_and_tells_each_step(home: Path) -> None:
    steps: list[str] = []

    report = build_apart(Settings(home), lambda step, done, total: steps.append(f"{step} {done}/{total}"))

    assert (report.built, report.documents) == (True, 1)
    assert report.embedded >= report.passages > 0
    assert "Đang mở mô hình 1/1" in steps
    assert steps[-1] == f"Đang tách từ {report.passages}/{report.passages}"
    assert not needs_build(Settings(home))
    assert len(load_index(Settings(home).index_folder).manifest.passages) == report.passages


def test_what_stands_in_the_way_is_told_in_the_words_of_a_build(home: Path) -> None:
    with pytest.raises(AppError, match="khong-co-mo-hinh"):
        build_apart(Settings(home, "./khong-co-mo-hinh"), lambda *_: None)


def test_a_process_that_dies_is_no_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building_apart, "start_module", lambda _: start_module("ingest.no_such_module"))
    with pytest.raises((RuntimeError, BrokenPipeError)):
        build_apart(Settings(home), lambda *_: None)


def test_a_build_that_is_left_ends_and_the_next_one_is_not_in_its_way(home: Path) -> None:
    def leave(step: str, done: int, total: int) -> None:
        raise LeftError(step)

    with pytest.raises(LeftError):
        build_apart(Settings(home), leave)
    assert build_apart(Settings(home), lambda *_: None).built


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such steps")
def test_the_process_gives_way_to_others(home: Path) -> None:
    seen: list[int] = []
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")

    def look(*_: object) -> None:
        seen.extend(os.getpriority(os.PRIO_PROCESS, int(child)) for child in children.read_text().split())

    with speaking("en"):
        build_apart(Settings(home), look)
    assert max(seen) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 5)
