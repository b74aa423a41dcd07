"""A build that is killed, or that a disk stops: the old index serves, nothing is lost, and the next build goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import build as building
from index import local_index
from index.search import open_searcher
from index.settings import Settings
from ingest.errors import LibraryError, ModelError
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, NotingEncoder, a_disk_that_takes_files_up_to, add_text, build

ROOT = Path(__file__).parent.parent
OLD = "THÔNG BÁO\nvề kiểm tra\n\n1. Tăng cường kiểm tra cơ sở.\n"
NEW = "KẾT LUẬN\nvề dân vận\n\n1. Đổi mới công tác dân vận.\n\n2. Gần dân.\n\n3. Trọng dân.\n"
# What the child does after it has come to its point: it says so and waits to be killed.
CHILD = """
import sys, time
from pathlib import Path
from index import build as building, lexical, local_index
from tests.fakes import FakeEncoder, build

def stop_after(act, on_call=1):
    calls = []
    def stopping(*words, **more):
        calls.append(words)
        found = act(*words, **more)
        if len(calls) == on_call:
            print("here", flush=True)
            time.sleep(120)
        return found
    return stopping

point = sys.argv[2]
building._KEPT_AT_ONCE = 1
lexical.words = str.split
if point == "embedding":
    FakeEncoder.encode_passages = stop_after(FakeEncoder.encode_passages, on_call=3)
if point == "writing":
    lexical.LexicalIndex.save = stop_after(lexical.LexicalIndex.save)
if point == "switching":
    local_index._check_whole = stop_after(local_index._check_whole)
build(Path(sys.argv[1]), FakeEncoder())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library with an index of its first document, and a second document that came after."""
    add_text(tmp_path, OLD, "cu.txt")
    build(tmp_path, FakeEncoder())
    add_text(tmp_path, NEW, "moi.txt")
    return tmp_path


def assert_the_old_index_serves(home: Path) -> None:
    searcher = open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())
    assert [hit.passage.text for hit in searcher.search("kiểm tra cơ sở")] == ["1. Tăng cường kiểm tra cơ sở."]
    assert searcher.pending() == ("Kết luận về dân vận",)


def assert_the_next_build_goes_on(home: Path, still_to_embed: int) -> None:
    report = build(home, NotingEncoder())
    assert (report.built, report.documents, report.passages, report.embedded) == (True, 2, 4, still_to_embed)
    searcher = open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())
    assert len(searcher.search("dân vận")) == 4
    assert searcher.pending() == ()
    assert len(list((home / "index").glob("build-*"))) == 1


@pytest.mark.parametrize(
    ("point", "still_to_embed"),
    [
        pytest.param("embedding", 1, id="while-embedding-the-third-of-three"),
        pytest.param("writing", 0, id="with-half-of-the-files-written"),
        pytest.param("switching", 0, id="just-before-the-new-build-becomes-the-current-one"),
    ],
)
def test_a_killed_build_leaves_the_old_index_and_what_it_had_embedded(
    home: Path, point: str, still_to_embed: int
) -> None:
    command = [sys.executable, "-c", CHILD, str(home), point]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "here\n"
        assert_the_old_index_serves(home)
        child.kill()
    assert child.returncode == -9
    assert_the_old_index_serves(home)
    assert_the_next_build_goes_on(home, still_to_embed)


def test_a_model_that_fails_in_the_middle_loses_nothing_that_was_embedded(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(NotingEncoder):
        def encode_passages(
            self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
        ) -> NDArray[np.float32]:
            if self.embedded:
                raise ModelError("Mô hình hỏng.")
            return super().encode_passages(texts, progress)

    monkeypatch.setattr(building, "_KEPT_AT_ONCE", 1)
    with pytest.raises(ModelError):
        build(home, Failing())
    assert_the_old_index_serves(home)
    assert_the_next_build_goes_on(home, still_to_embed=2)


def test_a_disk_that_is_full_before_the_vectors_are_kept_leaves_the_old_index(home: Path) -> None:
    with a_disk_that_takes_files_up_to(1000), pytest.raises(LibraryError, match="Hãy"):
        build(home, FakeEncoder())
    assert_the_old_index_serves(home)
    assert_the_next_build_goes_on(home, still_to_embed=3)


def test_a_disk_that_is_full_when_the_index_is_written_leaves_the_old_one_and_says_what_to_do(home: Path) -> None:
    embed_everything(home)
    with open_library(home):  # so that SQLite has its own files already, as where a page is open
        message = r"Hãy giải phóng chỗ trống .* python -m index build\. Chỉ mục cũ vẫn dùng được\."
        with a_disk_that_takes_files_up_to(100), pytest.raises(LibraryError, match=message) as caught:
            build(home, FakeEncoder())
    assert str(home / "index") in str(caught.value)
    assert_the_old_index_serves(home)
    assert_the_next_build_goes_on(home, still_to_embed=0)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda home: (home / "index").write_text("a file"), id="a-file-in-place-of-the-folder"),
        pytest.param(
            lambda home: (home / "index" / "build.lock").mkdir(parents=True), id="a-folder-in-place-of-a-file"
        ),
    ],
)
def test_a_folder_that_cannot_be_written_is_named_with_the_next_step(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    add_text(tmp_path, OLD)
    spoil(tmp_path)
    with pytest.raises(LibraryError, match=r"Không ghi được chỉ mục vào .*Hãy .*python -m index build") as caught:
        build(tmp_path, FakeEncoder())
    assert str(tmp_path / "index") in str(caught.value)


def embed_everything(home: Path) -> None:
    """Keep every vector, as a build does before it writes the index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_index, "save_index", lambda *_: None)
        build(home, FakeEncoder())
