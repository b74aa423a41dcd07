"""A back-up, or the bringing back of one, that was killed: it is done by doing it again, and nothing piles up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.errors import LibraryError
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.broken_off import MARK
from ingest.safekeeping.restore import restore
from ingest.safekeeping.workshop import open_workshop
from ingest.store import open_library
from tests.kept_safe import say_nothing
from tests.test_store import held_ids

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
ROOT = Path(__file__).parent.parent
# The process that kills itself on the n-th call of a function that it is told.
CHILD = """
import os, signal, sys
from pathlib import Path
from ingest.safekeeping import backup, restore
from tests.kept_safe import say_nothing

module, name, call, source, target = sys.argv[1:]
room = {"restore": restore, "backup": backup, "names": Path}[module]
act, calls = getattr(room, name), []

def die(*words, **more):
    calls.append(words)
    if len(calls) == int(call):
        os.kill(os.getpid(), signal.SIGKILL)
    return act(*words, **more)

setattr(room, name, die)
(backup.back_up if module == "backup" else restore.restore)(Path(source), Path(target), say_nothing)
"""


def kill_at(module: str, name: str, call: int, source: Path, target: Path) -> None:
    command = [sys.executable, "-c", CHILD, module, name, str(call), str(source), str(target)]
    assert subprocess.run(command, cwd=ROOT, check=False, env={**os.environ}).returncode == -signal.SIGKILL


POINTS = {
    "before-the-mark": ("restore", "set_mark", 1),
    "with-the-first-file-half-there": ("restore", "_unpack", 2),
    "before-it-is-looked-through": ("restore", "_look_through", 1),
    "before-the-first-name": ("names", "rename", 1),
    "between-two-names": ("names", "rename", 2),
    "before-the-name-of-the-library": ("names", "rename", 4),
    "with-all-names": ("restore", "open_library", 1),
}


@pytest.mark.parametrize("point", POINTS)
def test_bringing_back_that_was_killed_is_done_by_doing_it_again(full_home: Path, other_disk: Path, point: str) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    for _ in range(2):
        kill_at(*POINTS[point], other_disk / "a.zip", other_disk / "moi")
    restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    with open_library(full_home) as old, open_library(other_disk / "moi") as new:
        assert (new.id, new.generation, held_ids(new)) == (old.id, old.generation, held_ids(old))
        assert new.last_backup.find() is not None
    with open_desk(other_disk / "moi") as desk:
        assert [one.question for one in desk.history.list_of("tôi")] == ["Kiểm tra?"]
    names = {"library.sqlite", "desk.sqlite", "settings.toml", "viet-tat.tsv"}
    assert {one.name for one in (other_disk / "moi").iterdir()} == names
    with pytest.raises(LibraryError, match="không trống"):
        restore(other_disk / "a.zip", other_disk / "moi", say_nothing)


@pytest.mark.parametrize("name", ["settings.toml", "ghi-chep.txt", "library.sqlite"])
def test_what_somebody_laid_there_since_is_neither_removed_nor_written_over(
    full_home: Path, other_disk: Path, name: str
) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    kill_at("names", "rename", 1, other_disk / "a.zip", other_disk / "moi")
    (other_disk / "moi" / name).write_bytes(b"cua toi")
    with pytest.raises(LibraryError, match=r"không trống\. Hãy chọn một thư mục trống"):
        restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    assert (other_disk / "moi" / name).read_bytes() == b"cua toi"


def test_a_library_that_was_used_since_is_not_said_to_be_brought_back(full_home: Path, other_disk: Path) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    kill_at("restore", "open_library", 1, other_disk / "a.zip", other_disk / "moi")
    assert (other_disk / "moi" / MARK).exists()
    with open_library(other_disk / "moi") as library:
        library.remove(held_ids(library)[0])
    with pytest.raises(LibraryError, match="không trống"):
        restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    with open_library(other_disk / "moi") as library:
        assert held_ids(library) == []


def test_a_mark_that_says_nothing_is_no_leave_to_remove(full_home: Path, other_disk: Path) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    folder = other_disk / "moi"
    folder.mkdir()
    (folder / MARK).write_text("{}")
    (folder / "settings.toml.part").write_text("của tôi")
    with pytest.raises(LibraryError, match="không trống"):
        restore(other_disk / "a.zip", folder, say_nothing)
    assert (folder / "settings.toml.part").read_text() == "của tôi"


def test_killed_back_ups_leave_one_folder_at_most_and_the_next_one_removes_it(
    full_home: Path, other_disk: Path
) -> None:
    for number in range(3):
        kill_at("backup", "_compare", 1, full_home, other_disk / f"{number}.zip")
        assert len(list(other_disk.iterdir())) == 1
    back_up(full_home, other_disk / "a.zip", say_nothing)
    assert [one.name for one in other_disk.iterdir()] == ["a.zip"]


def test_the_folder_that_somebody_works_in_is_left_alone(full_home: Path, other_disk: Path) -> None:
    with open_workshop(other_disk) as mine:
        (mine / "nửa").write_text("đang ghi")
        back_up(full_home, other_disk / "a.zip", say_nothing)
        assert (mine / "nửa").read_text() == "đang ghi"
    assert [one.name for one in other_disk.iterdir()] == ["a.zip"]
