"""A file that gave no document is told again and not read again, until it or the machine has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from ingest import abilities, adding
from ingest.abilities import mark_abilities
from ingest.adding import Outcome, ReadHere, add_files
from ingest.describe_adding import find_status
from ingest.documents import FromFile
from ingest.errors import RefusedError
from ingest.store import Library, hash_content, open_library
from tests.commands import Printed, write

BAD = b"7z\xbc\xaf\x27\x1c\x00\x04"
SECRET = "TỈNH ỦY\n*\nSố 5-CT/TU\nMẬT\n\nCHỈ THỊ\nvề một việc\n\n1. Nội dung."


class Counting(ReadHere):
    """Says which files were read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def read_from(self, content: bytes, file: Path) -> Future[FromFile]:
        self.read.append(file.name)
        return super().read_from(content, file)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


def add(
    library: Library, *files: Path, skip_tried: bool = True, admit_secret: bool = False
) -> tuple[list[Outcome], list[str]]:
    """Outcomes, and the names of what was read."""
    readers = Counting()
    outcomes = list(add_files(library, files, readers, skip_tried=skip_tried, admit_secret=admit_secret))
    return outcomes, readers.read


def test_a_file_that_could_not_be_read_is_told_again_but_not_read_again(library: Library, tmp_path: Path) -> None:
    bad = write(tmp_path / "a.7z", BAD)
    (first,), read = add(library, bad)
    assert (find_status(first), read) == ("failed", ["a.7z"])

    copy = write(tmp_path / "khac.7z", BAD)
    outcomes, read = add(library, bad, copy)
    assert ([find_status(one) for one in outcomes], read) == (["tried", "tried"], [])
    assert [str(one.error) for one in outcomes] == [str(first.error), str(first.error).replace("a.7z", "khac.7z")]


@pytest.mark.parametrize("change", ["the-file", "the-machine", "asked-for"])
def test_it_is_read_again_when_something_changed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    bad = write(tmp_path / "a.7z", BAD)
    add(library, bad)
    if change == "the-file":
        write(bad, BAD + b"\x00")
    elif change == "the-machine":
        monkeypatch.setattr(adding, "mark_abilities", lambda: "khác")
    (outcome,), read = add(library, bad, skip_tried=change != "asked-for")
    assert (find_status(outcome), read) == ("failed", ["a.7z"])


def test_what_is_marked_secret_is_refused_unread_and_read_once_it_is_admitted(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path / "mat.txt", SECRET)
    (first,), _ = add(library, file)
    (again,), read = add(library, file)
    assert isinstance(again.error, RefusedError)
    assert (find_status(again), str(again.error), read) == ("refused", str(first.error), [])

    (admitted,), read = add(library, file, admit_secret=True)
    assert (find_status(admitted), read) == ("added", ["mat.txt"])


def test_a_file_that_is_read_after_all_is_forgotten(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "mat.txt", SECRET)
    add(library, file)
    content_hash = hash_content(file.read_bytes())
    assert library.tried.find(content_hash)
    add(library, file, admit_secret=True)
    assert library.tried.find(content_hash) is None


def test_a_file_that_cannot_be_opened_is_not_remembered(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "vang.txt"
    assert [find_status(add(library, file)[0][0]) for _ in range(2)] == ["failed", "failed"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("find_office", "/usr/bin/soffice-khac", id="libreoffice"),
        pytest.param("_hash_rules", "khac", id="our-rules"),
        pytest.param("version", "99", id="a-library"),
    ],
)
def test_the_machine_is_another_with_every_ability(monkeypatch: pytest.MonkeyPatch, name: str, found: str) -> None:
    before = mark_abilities()
    assert mark_abilities() == before
    monkeypatch.setattr(abilities, name, lambda *_: found)
    assert mark_abilities() != before


def test_the_machine_is_another_with_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    before = mark_abilities()
    monkeypatch.setattr("ingest.readers.printed.ocr.find_tesseract", lambda: "Tesseract khác")
    assert mark_abilities() != before


def test_the_command_tells_it_apart_and_reads_again_when_asked(command: Callable[..., Printed], tmp_path: Path) -> None:
    bad = write(tmp_path / "a.7z", BAD)
    assert command("add", bad)[1].startswith("Không đọc được: 1 tệp\n  a.7z: chưa đọc được loại tệp 7z")
    code, out, _ = command("add", bad)
    assert code == 4
    assert out.startswith("Vẫn không đọc được (đã thử, tệp không đổi); đọc lại bằng: python -m ingest add --retry")
    assert "  a.7z: chưa đọc được loại tệp 7z. Hãy giải nén" in out
    assert out.endswith("Tổng cộng 1 tệp: vẫn không đọc được 1.\n")
    assert json.loads(command("add", "--json", bad)[1])["status"] == "tried"
    assert command("add", "--retry", bad)[1].startswith("Không đọc được: 1 tệp")
