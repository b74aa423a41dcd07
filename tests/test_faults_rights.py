"""A folder that may only be read, or that is taken away: said with the next step, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from ingest.adding import add_files, find_files
from ingest.errors import LibraryError
from ingest.store import open_library
from tests.processes import unprivileged
from tests.trouble import ACTS, Machine, prepare

WRITING = [name for name in ACTS if name not in ("thêm, bộ đọc riêng", "tải về", "tải nhầm, để riêng")]


def shut(folder: Path, files: int = 0o444, folders: int = 0o555) -> None:
    for one in (folder, *folder.rglob("*")):
        one.chmod(folders if one.is_dir() else files)


def open_up(folder: Path) -> None:
    shut(folder, 0o644, 0o755)


def hide(files: Path) -> None:
    (files / "kín").mkdir()
    shutil.move(files / "23.txt", files / "kín" / "23.txt")
    (files / "kín").chmod(0)


@pytest.mark.parametrize("name", WRITING)
def test_where_nothing_may_be_written_it_is_said_and_all_is_as_before(machine: Machine, name: str) -> None:
    act = prepare(machine, name)
    machine.rehearse(act)
    before = machine.state_of_copy()
    shut(machine.place.root)
    with unprivileged():
        code, _, err = machine.act(act)
    open_up(machine.place.root)
    assert (code, err.count("\n")) == (3, 1), err
    assert "không có quyền" in err or "chỉ cho đọc" in err
    assert "Hãy " in err
    assert str(machine.place.root) in err
    assert machine.state() == before
    machine.assert_whole()
    assert machine.act(act)[0] == 0
    machine.assert_whole()


def test_leave_to_write_that_is_taken_away_in_the_middle_takes_back_nothing(machine: Machine) -> None:
    act = prepare(machine, "thêm")
    machine.rehearse(act)
    shut(machine.place.root, 0o666, 0o777)
    acknowledged: list[str] = []
    with unprivileged(), suppress(LibraryError), open_library(machine.place.home) as library:
        for outcome in add_files(library, find_files([machine.place.files])):
            assert outcome.added is not None
            acknowledged.append(outcome.added.document_id)
            if len(acknowledged) == 2:
                os.seteuid(os.getuid())
                shut(machine.place.home)
                os.seteuid(65534 if os.getuid() == 0 else os.getuid())
    open_up(machine.place.root)
    assert len(acknowledged) >= 2
    assert set(acknowledged) <= {one[1] for one in machine.state() if one[0] == "document"}
    machine.assert_whole()
    assert machine.act(act)[0] == 0
    assert sum(one[0] == "document" for one in machine.state()) == 4 + 6


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        pytest.param(lambda files: (files / "23.txt").chmod(0), "không có quyền đọc", id="a-file"),
        pytest.param(hide, "không mở được thư mục", id="a-folder"),
    ],
)
def test_a_file_that_may_not_be_read_is_named_and_the_others_are_kept(
    machine: Machine, spoil: Callable[[Path], object], what: str
) -> None:
    act = prepare(machine, "thêm")
    machine.rehearse(act)
    shut(machine.place.root, 0o666, 0o777)
    spoil(machine.place.files)
    with unprivileged():
        code, out, err = machine.act(act)
    assert (code, err) == (4, "")
    told = [json.loads(line) for line in out.splitlines()]
    (failed,) = (one for one in told if one["status"] == "failed")
    assert what in failed["why"]
    assert failed["advice"].startswith("Hãy xin quyền đọc")
    assert sum(one["status"] == "added" for one in told) == 5
    open_up(machine.place.root)
    assert machine.act(act)[0] == 0
    assert sum(one[0] == "document" for one in machine.state()) == 4 + 6


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda index: (index / "build.lock").chmod(0o400), id="a-lock-of-somebody-else"),
        pytest.param(lambda index: index.chmod(0o555), id="the-folder-of-the-index"),
    ],
)
def test_an_index_that_may_not_be_written_goes_on_serving(machine: Machine, spoil: Callable[[Path], object]) -> None:
    act = prepare(machine, "lập chỉ mục lại")
    machine.rehearse(act)
    shut(machine.place.root, 0o666, 0o777)
    spoil(machine.place.home / "index")
    with unprivileged():
        code, out, err = machine.act(act)
        assert (code, out) == (3, "")
        assert "Không ghi được chỉ mục vào" in err
        assert "cấp quyền ghi rồi chạy lại: python -m index build. Chỉ mục cũ vẫn dùng được." in err
        assert machine.index("search", "kiểm tra ở huyện 5")[0] == 0
    open_up(machine.place.root)
    assert machine.act(act)[0] == 0
    machine.assert_whole()


@pytest.mark.parametrize("name", ["sao lưu", "khôi phục từ sao lưu"])
def test_a_back_up_needs_leave_to_write_where_it_goes_and_to_read_where_it_comes_from(
    machine: Machine, name: str
) -> None:
    act = prepare(machine, name)
    machine.rehearse(act)
    before = machine.state()
    shut(machine.place.root, 0o666, 0o777)
    machine.place.disk.chmod(0o555)
    for file in machine.place.disk.iterdir():
        file.chmod(0)
    with unprivileged():
        code, _, err = machine.act(act)
    assert code == 3
    assert "không có quyền truy cập. " in err
    assert "Hãy " in err
    open_up(machine.place.root)
    assert machine.state() == before
    assert machine.act(act)[0] == 0
    machine.assert_whole()
