"""A library file that is replaced, moved, cut or fought over: what was acknowledged is there, the rest is said."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.adding import add_files, find_files
from ingest.desk.file import open_desk
from ingest.errors import LibraryError
from ingest.store import open_library
from tests.fakes import add_text
from tests.trouble import Machine, prepare

ROOT = Path(__file__).parent.parent
REPLACED = r"đã bị thay hoặc dời đi trong lúc đang mở, nên việc vừa làm không được lưu\. Hãy .* rồi làm lại\."


def put_another(file: Path) -> None:
    """A copy of the library as it was a while ago takes its place, as where somebody brings back a file by hand."""
    copy = file.with_name("copy")
    shutil.copyfile(file, copy)
    copy.replace(file)


def move_away(file: Path) -> None:
    file.rename(file.with_name("dời.sqlite"))


@pytest.mark.parametrize("change", [put_another, move_away, Path.unlink], ids=["replaced", "moved", "deleted"])
def test_what_would_go_into_a_file_that_nobody_finds_is_not_acknowledged(
    machine: Machine, change: Callable[[Path], object]
) -> None:
    act = prepare(machine, "thêm")
    kept: list[str] = []
    with open_library(machine.place.home) as library:
        outcomes = add_files(library, find_files([machine.place.files]))
        kept += [one.added.document_id for one in [next(outcomes)] if one.added]
        library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that a copy of the file has it
        change(machine.place.home / "library.sqlite")
        with pytest.raises(LibraryError, match=REPLACED):
            kept += [one.added.document_id for one in outcomes if one.added]
    assert len(kept) == 1
    if change is move_away:
        (machine.place.home / "dời.sqlite").rename(machine.place.home / "library.sqlite")
    if change is not Path.unlink:
        assert kept[0] in {one[1] for one in machine.state() if one[0] == "document"}
        machine.assert_whole()
    assert machine.act(act)[0] == 0
    assert sum(one[0] == "document" for one in machine.state()) == 4 * (change is not Path.unlink) + 6


def test_a_command_that_met_it_says_so_and_ends_with_3(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(machine, "bỏ")
    from ingest.store import access as room

    def now() -> str:
        put_another(machine.place.home / "library.sqlite")
        return "2026-01-01T00:00:00+00:00"

    monkeypatch.setattr(room, "now", now)
    code, out, err = machine.ingest("remove", "05-CT/TU@2018-02-05")
    assert (code, out) == (3, "")
    assert "không được lưu" in err
    monkeypatch.undo()
    monkeypatch.setenv("VANKIEN_HOME", str(machine.place.home))
    assert machine.ingest("remove", "05-CT/TU@2018-02-05")[0] == 0


def test_a_desk_that_was_replaced_takes_no_question_that_nobody_finds(machine: Machine) -> None:
    prepare(machine, "bàn làm việc")
    with open_desk(machine.place.home) as desk:
        put_another(machine.place.home / "desk.sqlite")
        with pytest.raises(LibraryError, match=REPLACED):
            desk.history.add("tôi", "Câu hỏi?", answered=True)
    with open_desk(machine.place.home) as desk:
        desk.history.add("tôi", "Câu hỏi?", answered=True)
        assert desk.history.list_of("tôi")[0].question == "Câu hỏi?"


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), id="cut"),
        pytest.param(lambda file: file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:]), id="first-page-of-zeros"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:8192] + os.urandom(60_000)), id="other-bytes"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a-folder-in-its-place"),
    ],
)
def test_a_damaged_library_is_refused_with_the_way_back(machine: Machine, harm: Callable[[Path], object]) -> None:
    act = prepare(machine, "khôi phục từ sao lưu")
    before = machine.state()
    harm(machine.place.home / "library.sqlite")
    said = []
    for words in (["list"], ["verify"], ["show", "05-CT/TU"]):
        code, out, err = machine.ingest(*words)
        said.append(out + err)
        assert code in (0, 1, 3)
        assert code == 0 or "Hãy " in out + err
    assert any("khôi phục từ bản sao lưu" in one or "Hãy " in one for one in said)
    assert machine.ingest("verify")[0] in (1, 3)
    assert machine.act(act)[0] == 0
    shutil.rmtree(machine.place.home)
    machine.place.restored.rename(machine.place.home)
    assert {one for one in machine.state() if one[0] == "document"} == {one for one in before if one[0] == "document"}


# --- several at once, each a process of its own --------------------------------------------------------------


def start(machine: Machine, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "VANKIEN_HOME": str(machine.place.home)}
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-m", *words], cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, encoding="utf-8"
    )


def end_all(*processes: subprocess.Popen[str]) -> list[tuple[int, str, str]]:
    told = [(process.communicate(), process.returncode) for process in processes]
    return [(code, out, err) for (out, err), code in told]


def test_two_that_add_the_same_folder_at_once_keep_every_file_once(machine: Machine) -> None:
    prepare(machine, "thêm")
    files = str(machine.place.files)
    both = end_all(*(start(machine, "ingest", "add", "--json", files) for _ in range(2)))
    assert [(code, err) for code, _, err in both] == [(0, ""), (0, "")]
    told = [json.loads(line) for _, out, _ in both for line in out.splitlines()]
    statuses = sorted(one["status"] for one in told)
    assert (statuses[:6], set(statuses[6:]) <= {"duplicate", "unchanged"}) == (["added"] * 6, True)
    assert sum(one[0] == "document" for one in machine.state()) == 4 + 6
    machine.assert_whole()


def test_of_two_back_ups_of_one_name_one_is_made_and_whole(machine: Machine) -> None:
    prepare(machine, "sao lưu")
    both = end_all(*(start(machine, "ingest", "backup", str(machine.place.disk / "a.zip")) for _ in range(2)))
    assert sorted(code for code, *_ in both) == [0, 3]
    (refused,) = (err for code, _, err in both if code)
    assert "Hãy đặt tên khác; tệp cũ không bị ghi đè." in refused
    machine.assert_whole()


def test_of_two_that_bring_a_back_up_into_one_folder_one_does(machine: Machine) -> None:
    prepare(machine, "khôi phục từ sao lưu")
    words = "restore", str(machine.place.disk / "given.zip"), "--to", str(machine.place.restored)
    both = end_all(*(start(machine, "ingest", *words) for _ in range(2)))
    assert sorted(code for code, *_ in both) == [0, 3]
    (refused,) = (err for code, _, err in both if code)
    assert "Hãy " in refused
    machine.assert_whole()
    assert any(one[0] == "restored" for one in machine.state())


def test_what_is_added_while_a_back_up_is_made_stays_and_the_back_up_is_whole(machine: Machine) -> None:
    prepare(machine, "thêm")
    adding = start(machine, "ingest", "add", "--json", str(machine.place.files))
    making = start(machine, "ingest", "backup", str(machine.place.disk / "a.zip"))
    assert [(code, err) for code, _, err in end_all(adding, making)] == [(0, ""), (0, "")]
    assert sum(one[0] == "document" for one in machine.state()) == 4 + 6
    machine.assert_whole()


def test_the_library_waits_for_the_disk_with_every_commit(machine: Machine) -> None:
    machine.place.home.mkdir(parents=True)
    add_text(machine.place.home, "THÔNG BÁO\nvề kiểm tra\n\n1. Kiểm tra.\n")
    with open_library(machine.place.home) as library, open_desk(machine.place.home) as desk:
        for opened in (library, desk):
            told = [opened._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode")]
            assert told == [2, "wal"]
        assert library._db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
