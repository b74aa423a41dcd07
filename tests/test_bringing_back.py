"""A back-up that is brought back: whole into an empty folder, or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.search import open_searcher
from index.settings import Settings
from ingest.errors import LibraryError
from ingest.safekeeping.archive import CONTENTS
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.restore import restore
from ingest.store import open_library
from ingest.store.schema import SCHEMA_VERSION
from tests.fakes import FAKE_MODEL, NotingEncoder, build
from tests.kept_safe import say_nothing
from tests.test_store import directive, held_ids, put


def ask(home: Path, question: str) -> list[tuple[str, str, float]]:
    """What an index of the library in *home*, built anew, finds: document, words, score."""
    build(home, encoder := NotingEncoder())
    assert encoder.embedded == [] or not home.name.startswith("moi")  # what was embedded came along
    searcher = open_searcher(Settings(home, FAKE_MODEL), encoder)
    return [(hit.passage.document_id, hit.passage.text, hit.score) for hit in searcher.search(question)]


def test_a_library_that_was_brought_back_answers_as_the_one_it_was_made_of(full_home: Path, other_disk: Path) -> None:
    before = [ask(full_home, question) for question in ("Tăng cường kiểm tra ở xã?", "dan van", "18-NQ/TW")]
    back_up(full_home, other_disk / "a.zip", say_nothing)
    restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    shutil.rmtree(full_home)
    after = [ask(other_disk / "moi", question) for question in ("Tăng cường kiểm tra ở xã?", "dan van", "18-NQ/TW")]
    assert all(before)
    assert after == before


def test_only_an_empty_folder_takes_it(full_home: Path, other_disk: Path) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    (other_disk / "moi").mkdir()
    restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    before = (other_disk / "moi" / "library.sqlite").read_bytes()
    for folder in (other_disk / "moi", full_home, other_disk / "a.zip"):
        with pytest.raises(LibraryError, match=r"không trống|Không dùng được thư mục"):
            restore(other_disk / "a.zip", folder, say_nothing)
    assert (other_disk / "moi" / "library.sqlite").read_bytes() == before


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0xFF
    file.write_bytes(content)


def rewrite(file: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    """The ZIP with its entries changed, whole as a ZIP."""
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def _tell(entries: dict[str, bytes], **told: object) -> None:
    entries[CONTENTS] = json.dumps(json.loads(entries[CONTENTS]) | told).encode()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        pytest.param(lambda file: flip(file, file.stat().st_size // 3), "bị hỏng", id="a-bit"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-500]), "không phải|bị hỏng", id="cut-off"),
        pytest.param(lambda file: file.write_bytes(b"Ghi chep cua toi"), "không phải bản sao lưu", id="a-note"),
        pytest.param(lambda file: rewrite(file, lambda all: all.pop(CONTENTS)), "không phải bản", id="any-zip"),
        pytest.param(lambda file: rewrite(file, lambda all: all.update({CONTENTS: b"{"})), "bị hỏng", id="no-json"),
        pytest.param(
            lambda file: rewrite(file, lambda all: all.update({"library.sqlite": b"x"})), "bị hỏng", id="other-bytes"
        ),
        pytest.param(
            lambda file: rewrite(file, lambda all: _tell(all, files={"../x": ["0", 1], "library.sqlite": ["0", 1]})),
            "không phải bản sao lưu",
            id="a-name-that-leads-out",
        ),
        pytest.param(lambda file: rewrite(file, lambda all: _tell(all, format=99)), "mới hơn", id="newer"),
        pytest.param(lambda file: rewrite(file, lambda all: _tell(all, counts={})), "bị hỏng", id="other-counts"),
        pytest.param(lambda file: file.unlink(), "Không mở được .*Hãy kiểm tra lại đường dẫn", id="not-there"),
    ],
)
@pytest.mark.parametrize("made", [False, True])
def test_what_is_no_whole_back_up_is_said_and_leaves_nothing(
    full_home: Path, other_disk: Path, harm: Callable[[Path], object], words: str, made: bool
) -> None:
    back_up(full_home, other_disk / "a.zip", say_nothing)
    harm(other_disk / "a.zip")
    if made:
        (other_disk / "moi").mkdir()
    with pytest.raises(LibraryError, match=words):
        restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    assert (other_disk / "moi").exists() == made
    assert not made or list((other_disk / "moi").iterdir()) == []


def test_a_library_of_a_newer_schema_is_not_taken_for_ours(full_home: Path, other_disk: Path) -> None:
    made = back_up(full_home, other_disk / "a.zip", say_nothing)
    copy = other_disk / "copy.sqlite"

    def make_newer(entries: dict[str, bytes]) -> None:
        copy.write_bytes(entries["library.sqlite"])
        with closing(sqlite3.connect(copy)) as opened:
            opened.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        entries["library.sqlite"] = copy.read_bytes()
        told = json.loads(entries[CONTENTS])["files"]
        told["library.sqlite"] = [hashlib.sha256(copy.read_bytes()).hexdigest(), copy.stat().st_size]
        _tell(entries, files=told)

    rewrite(Path(made.file), make_newer)
    with pytest.raises(LibraryError, match="mới hơn"):
        restore(Path(made.file), other_disk / "moi", say_nothing)
    assert not (other_disk / "moi").exists()


def test_a_library_that_was_opened_there_meanwhile_is_not_written_over(full_home: Path, other_disk: Path) -> None:
    made = back_up(full_home, other_disk / "a.zip", say_nothing)

    def work_there(*_: object) -> None:
        with open_library(other_disk / "moi") as library:
            put(library, directive(number="99-CT/TU"))

    with pytest.raises(LibraryError, match="không trống"):
        restore(Path(made.file), other_disk / "moi", work_there)
    with open_library(other_disk / "moi") as library:
        assert held_ids(library) == ["99-CT/TU@2018-02-05"]
    assert not list((other_disk / "moi").glob("*.part"))


@pytest.mark.parametrize("made", [False, True])
def test_what_others_lay_into_the_folder_meanwhile_stays(full_home: Path, other_disk: Path, made: bool) -> None:
    folder = other_disk / "moi"
    if made:
        folder.mkdir()
    back_up(full_home, other_disk / "a.zip", say_nothing)

    def lay_something(*_: object) -> None:
        (folder / "ghi-chep").mkdir(exist_ok=True)
        (folder / "ghi-chep.txt").write_text("của người khác", "utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(other_disk / "a.zip", folder, lay_something)
    assert sorted(one.name for one in folder.iterdir()) == ["ghi-chep", "ghi-chep.txt"]
