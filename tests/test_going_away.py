"""What goes away while it is read: files, folders, drives, the room on the disk. One line each, nothing half done."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest import sources
from ingest.adding import Outcome, add_files, find_files
from ingest.archives import is_hidden
from ingest.errors import HinderedError, LibraryError, ReadingError
from ingest.readers import read_file
from ingest.readers.apart import ReaderPool
from ingest.store import Library, open_library
from tests.commands import Printed

GONE = "thư mục hoặc ổ đĩa này không còn thấy nữa, tệp còn lại trong đó chưa được đọc"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three files in each of three folders."""
    for i in range(9):
        file = tmp_path / "vao" / f"ngan-{i // 3}" / f"{i}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"THÔNG BÁO\nvề việc {i}\n\nNội dung {i}.", "utf-8")
    return tmp_path / "vao"


def told(outcomes: list[Outcome]) -> dict[str, str]:
    """Why each that was not read was not, by name."""
    return {outcome.file.name: outcome.error.why for outcome in outcomes if outcome.error}


def test_a_file_that_goes_before_its_turn_costs_itself_alone(library: Library, folder: Path) -> None:
    taken = add_files(library, find_files([folder]))
    first = next(taken)
    (folder / "ngan-1" / "4.txt").unlink()
    outcomes = [first, *taken]
    assert told(outcomes) == {"4.txt": "không có tệp này"}
    assert len(library.documents()) == 8


@pytest.mark.parametrize(
    ("lost", "name", "held"),
    [pytest.param("ngan-1", "ngan-1", 6, id="a-folder"), pytest.param(".", "vao", 1, id="the-whole-drive")],
)
def test_a_folder_that_goes_is_told_once_and_the_rest_is_taken_up_the_next_time(
    library: Library, folder: Path, lost: str, name: str, held: int
) -> None:
    taken = add_files(library, find_files([folder]))
    first = next(taken)
    away = folder.parent / "mat"
    shutil.move(folder / lost, away)
    outcomes = [first, *taken]
    assert told(outcomes) == {name: GONE}
    assert len(library.documents()) == held

    shutil.move(away, folder / lost)
    outcomes = list(add_files(library, find_files([folder])))
    assert told(outcomes) == {}
    assert len(library.documents()) == 9


def test_a_path_that_never_was_is_told_as_itself(library: Library, tmp_path: Path) -> None:
    files = [tmp_path / "khong" / "co" / name for name in ("1.txt", "2.txt")]
    assert told(list(add_files(library, files))) == {"1.txt": "không có tệp này", "2.txt": "không có tệp này"}


@pytest.mark.parametrize("replaced", [pytest.param(False, id="removed"), pytest.param(True, id="now-a-file")])
def test_a_folder_that_changes_during_the_walk_stops_nothing(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch, replaced: bool
) -> None:
    def look(name: str) -> bool:
        if name == "0.txt" and (folder / "ngan-2").is_dir():
            shutil.rmtree(folder / "ngan-2")
            if replaced:
                (folder / "ngan-2").write_text("Một tệp.", "utf-8")
        return is_hidden(name)

    monkeypatch.setattr(sources, "is_hidden", look)
    outcomes = list(add_files(library, find_files([folder])))
    assert sum(outcome.added is not None for outcome in outcomes) >= 6
    assert all("ngan-2" in str(outcome.file) for outcome in outcomes if outcome.error)


@pytest.mark.parametrize(
    ("winerror", "why"),
    [
        pytest.param(32, "chương trình khác đang mở tệp này. Hãy đóng tệp rồi thêm lại.", id="held-open"),
        pytest.param(5, "không có quyền đọc. Hãy xin quyền", id="not-permitted"),
    ],
)
def test_windows_tells_a_file_that_is_held_open_from_one_that_is_not_permitted(
    monkeypatch: pytest.MonkeyPatch, winerror: int, why: str
) -> None:
    def refuse(*_: object) -> None:
        error = PermissionError(errno.EACCES, "")
        error.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadingError, match=why):
        read_file(Path("a.doc"))


# --- no room ------------------------------------------------------------------------------------------------


def test_when_the_library_may_grow_no_more_the_next_time_goes_on_from_there(library: Library, folder: Path) -> None:
    for file in find_files([folder]):
        file.write_text(file.read_text("utf-8") + f"\n\nTrong {file.name}: nội dung. " * 300, "utf-8")
    pages = int(library._db.execute("PRAGMA page_count").fetchone()[0])
    library._db.execute(f"PRAGMA max_page_count = {pages + 30}")
    with pytest.raises(LibraryError, match="ổ đĩa đã đầy"):
        list(add_files(library, find_files([folder])))
    held = len(library.documents())
    assert 0 < held < 9
    assert all(library.get(one.id).text for one in library.documents())

    library._db.execute("PRAGMA max_page_count = 1000000")
    statuses = [one.added.status for one in add_files(library, find_files([folder])) if one.added]
    assert (statuses.count("unchanged"), statuses.count("added")) == (held, 9 - held)


def test_a_full_disk_is_one_line_and_the_library_stays_readable(
    command: Callable[..., Printed], tmp_path: Path, folder: Path
) -> None:
    home = tmp_path / "var"
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(home)]
    root = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount") is not None
    if not root or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    for i in range(40):
        (folder / f"dai-{i}.txt").write_text(f"Ghi chép {i}. " * 3000, "utf-8")
    try:
        code, out, err = command("add", folder)
        assert (code, err.count("\n")) == (3, 1)
        assert "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi làm lại; những gì đã lưu vẫn còn" in err
        added = int(out.splitlines()[0].removeprefix("Đã thêm: ").removesuffix(" tệp"))
        assert command("list")[1].endswith(f"{added} văn bản.\n")
        subprocess.run(["mount", "-o", "remount,size=40m", str(home)], check=True)
        assert f"đã có, không đổi {added}." in command("add", folder)[1]
    finally:
        subprocess.run(["umount", str(home)], check=True)


def test_a_full_temporary_folder_is_no_fault_of_the_file(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "")

    file = folder / "ngan-0" / "0.txt"
    with monkeypatch.context() as patched, ReaderPool(1) as pool:
        patched.setattr(tempfile, "mkdtemp", refuse)
        (outcome,) = add_files(library, [file], pool, skip_tried=True)
    assert isinstance(outcome.error, HinderedError)
    assert outcome.error.why == "bộ đọc không làm việc được: ổ đĩa đã đầy"
    (outcome,) = add_files(library, [file], skip_tried=True)  # not remembered
    assert outcome.added is not None


def test_sqlite_writes_nothing_beside_the_library(library: Library) -> None:
    in_memory = 2
    assert library._db.execute("PRAGMA temp_store").fetchone()[0] == in_memory
