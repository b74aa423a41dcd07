"""A file that changes while it is read is read whole, as it was at one moment, or not at all and that is said."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ingest.adding import Progress, add_files, find_files
from ingest.errors import HinderedError
from ingest.readers import read_file, steady
from ingest.store import open_library
from tests.trouble import Machine

OLD = "THÔNG BÁO\nvề kiểm tra\n\n1. Tăng cường kiểm tra cơ sở.\n"
NEW = "KẾT LUẬN\nvề dân vận\n\n1. Đổi mới công tác dân vận.\n\n2. Gần dân, trọng dân.\n"


@pytest.fixture
def file(machine: Machine) -> Path:
    machine.place.root.mkdir()
    written = machine.place.root / "tep.txt"
    written.write_text(OLD, "utf-8")
    return written


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[int], object]], None]]:
    """Has something done to the disk between the first and the last look of every reading."""
    monkeypatch.setattr(steady, "_PAUSE_S", 0.01)
    looks = []

    def install(do: Callable[[int], object]) -> None:
        def look_and_do(number: int) -> os.stat_result:
            told = os.fstat(number)
            looks.append(number)
            if len(looks) % 2:
                do(len(looks) // 2)
            return told

        monkeypatch.setattr(steady, "os", SimpleNamespace(fstat=look_and_do))

    yield install
    assert looks


def append(file: Path, words: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(words)


def put_in_place(file: Path, words: str) -> None:
    other = file.with_name("khac")
    other.write_text(words, "utf-8")
    other.replace(file)


def in_first_look(do: Callable[[], object]) -> Callable[[int], object]:
    return lambda look: do() if look == 0 else None


Change = Callable[[Path], Callable[[int], object]]
CHANGES: dict[str, tuple[Change, str]] = {
    "grows-once": (lambda file: in_first_look(lambda: append(file, "\n2. Thêm.\n")), f"{OLD}\n2. Thêm.\n"),
    "shrinks": (lambda file: in_first_look(lambda: os.truncate(file, 40)), OLD.encode()[:40].decode(errors="ignore")),
    "is-rewritten": (lambda file: in_first_look(lambda: file.write_text(NEW, "utf-8")), NEW),
    "is-replaced": (lambda file: in_first_look(lambda: put_in_place(file, NEW)), OLD),
    "vanishes": (lambda file: in_first_look(file.unlink), OLD),
}


@pytest.mark.parametrize("how", CHANGES)
def test_a_file_that_changes_is_read_as_it_was_at_one_moment(
    file: Path, meanwhile: Callable[[Any], None], how: str
) -> None:
    change, expected = CHANGES[how]
    meanwhile(change(file))
    assert read_file(file).decode(errors="ignore") == expected


def test_a_file_that_never_rests_is_refused_and_added_when_it_does(
    machine: Machine, file: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[Any], None]
) -> None:
    meanwhile(lambda look: append(file, f"\n{look + 2}. Thêm.\n"))
    with pytest.raises(HinderedError, match=r"đang được ghi.*Hãy đợi ghi hoặc chép xong rồi thêm lại\."):
        read_file(file)
    code, out, err = machine.ingest("add", "--json", file)
    assert (code, err) == (4, "")
    told = json.loads(out)
    assert (told["status"], told["document"]) == ("failed", None)
    monkeypatch.undo()
    monkeypatch.setenv("VANKIEN_HOME", str(machine.place.home))
    with open_library(machine.place.home) as library:
        (outcome,) = add_files(library, [file])
        assert outcome.added is not None
        assert library.get(outcome.added.document_id).text.strip() == file.read_text("utf-8").strip()


def test_a_file_that_is_gone_when_its_turn_comes_is_named_and_the_others_are_kept(machine: Machine, file: Path) -> None:
    others = [file.with_name(f"{number}.txt") for number in range(3)]
    for number, other in enumerate(others):
        other.write_text(f"THÔNG BÁO\nvề việc {number}\n\n1. Việc thứ {number}.\n", "utf-8")
    files = find_files([file.parent])
    assert len(files) == 4

    def take_away(progress: Progress) -> None:
        if progress.done == 1:
            others[2].unlink(missing_ok=True)

    with open_library(machine.place.home) as library:
        outcomes = list(add_files(library, files, follow=take_away))
        assert len(library.documents()) == 3
    (failed,) = (one for one in outcomes if one.error)
    assert failed.file == others[2]
    assert "không có tệp này. Hãy kiểm tra lại đường dẫn." in str(failed.error)


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, OLD.encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as opened:
        assert steady.read_steadily(opened, 1 << 20) == OLD.encode()
