"""Every library that ever was is opened by today's program: nothing is lost, or nothing is changed.

``golden/libraries/vN.sql`` is what the program of schema N wrote, by its own commands: three files added, one of them
removed, another text of one of the others added, and, where that program could, a signer corrected. A new one is made
as these were, with :func:`dump`, before the program of the next schema lands.
"""

from __future__ import annotations

import hashlib
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.search import open_searcher
from index.settings import Settings
from ingest.desk import file as desk
from ingest.errors import LibraryError
from ingest.safekeeping.health import examine_library
from ingest.store import open_library, opening
from ingest.store.connection import LIBRARY_FILE, connect
from ingest.store.schema import STEPS
from ingest.store.steps import Step
from tests.fakes import FAKE_MODEL, FakeEncoder, build
from tests.kept_safe import say_nothing

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden" / "libraries"


def dump(library: Path) -> str:
    """A library that nobody has open, as text."""
    with closing(sqlite3.connect(library)) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
        return "\n".join([*opened.iterdump(), f"PRAGMA user_version = {version};", ""])


def version_of(name: str) -> int:
    return int(re.findall(r"\d+", name)[0])


OLD = sorted((file.stem for file in GOLDEN.glob("*.sql")), key=version_of)
TO_MIGRATE = [name for name in OLD if version_of(name) < len(STEPS)]


@pytest.fixture(params=OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The name of an old library, which lies in the folder of the test."""
    name = str(request.param)
    restore(name, tmp_path)
    return name


def restore(name: str, home: Path) -> None:
    home.mkdir(exist_ok=True)
    with closing(sqlite3.connect(home / LIBRARY_FILE)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.executescript((GOLDEN / f"{name}.sql").read_text("utf-8"))


def read(home: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home / LIBRARY_FILE)) as opened:
        return opened.execute(query).fetchall()


def state(home: Path) -> tuple[int, str]:
    """Everything that is in the library, and the version of its tables."""
    (version,) = read(home, "PRAGMA user_version")[0]
    return int(str(version)), hashlib.sha256(dump(home / LIBRARY_FILE).encode()).hexdigest()


def test_there_is_a_library_of_every_version_before_this() -> None:
    assert {version_of(name) for name in OLD} >= set(range(1, len(STEPS)))


def test_every_text_file_and_id_is_as_it_was(old: str, tmp_path: Path) -> None:
    texts = "SELECT text, text_hash, added_at FROM documents ORDER BY seq"
    files = "SELECT hash, name, content, added_at FROM originals ORDER BY hash"
    in_use = "SELECT id FROM documents WHERE removed_at IS NULL ORDER BY id"
    before = [read(tmp_path, query) for query in (texts, files, in_use)]
    assert [len(rows) for rows in before[:2]] == [4, 4]
    with open_library(tmp_path) as library:
        held = sorted(one.id for one in library.documents())
        assert [(one,) for one in held] == before[2]
        assert {library.get(one).text for one in held} <= {str(text) for text, *_ in before[0]}
        for one in held:
            content, original = library.versions.read_original(one)
            assert hashlib.sha256(content).hexdigest() == original.hash
    assert read(tmp_path, "PRAGMA user_version") == [(len(STEPS),)]
    assert [read(tmp_path, query) for query in (texts, files, in_use)] == before


def test_it_is_found_whole(old: str, tmp_path: Path) -> None:
    with open_library(tmp_path):
        pass
    build(tmp_path, FakeEncoder())
    troubles = [one for one in examine_library(tmp_path, say_nothing) if one.missing]
    assert troubles == []


def test_what_was_done_by_hand_is_still_there(old: str, tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        (removed,) = library.versions.removed()
        assert removed.id == "13-CT/TU@2018-03-06"
        ids = [one.id for one in library.documents() if one.id.startswith("12-CT/TU")]
        texts = [library.get(one).text for one in ids]
        if version_of(old) >= 4:  # before, another text stood beside the first
            assert [one.in_use for one in library.versions.list_of(ids[0])] == [False, True]
            texts.append(library.get_version(ids[0], 1).text)
        assert sorted("tiếp tục nâng cao" in text for text in texts) == [False, True]
        if version_of(old) >= 6:  # the first that had the command
            assert library.get(ids[0]).metadata.signer == "Trần Văn Hiệp Hai"
        library.versions.restore(removed.id)
        assert len(library.versions.removed()) == 0


def test_its_words_are_found_after_building(old: str, tmp_path: Path) -> None:
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    found = searcher.search("tiếp công dân vào thứ Năm hằng tuần", 3)
    assert "Tiếp công dân vào thứ Năm hằng tuần." in found[0].passage.text
    assert found[0].passage.document_id == "thong-bao~6c28212135"
    assert not any(hit.passage.document_id.startswith("13-CT") for hit in searcher.search("kiểm tra, giám sát", 9))


# --- all or nothing ------------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from ingest.store import opening
place = int(sys.argv[2])
def die(connection):
    steps[place](connection)
    os.kill(os.getpid(), signal.SIGKILL)
steps = opening.STEPS
opening.STEPS = (*steps[:place], die, *steps[place + 1:])
opening.open_library(Path(sys.argv[1]))
"""


ON_THE_WAY = [  # in the first step of the way, and in the last
    pytest.param(name, step, id=f"{name}-in-step-{step + 1}")
    for name in TO_MIGRATE
    for step in sorted({version_of(name), len(STEPS) - 1})
]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize(("name", "step"), ON_THE_WAY)
def test_killed_on_the_way_it_is_still_the_old_one_and_comes_through_the_next_time(
    tmp_path: Path, name: str, step: int
) -> None:
    restore(name, tmp_path)
    before = state(tmp_path)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(step)], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert state(tmp_path) == before
    with open_library(tmp_path) as library:
        assert len(library.documents()) >= 2
    assert state(tmp_path)[0] == len(STEPS)


@pytest.mark.parametrize("name", TO_MIGRATE)
def test_a_disk_that_fills_on_the_way_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fill_disk(connection: sqlite3.Connection) -> None:
        STEPS[version_of(name)](connection)
        connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")
        connection.execute("CREATE TABLE more (bytes BLOB)")
        connection.execute("INSERT INTO more VALUES (zeroblob(1000000))")

    restore(name, tmp_path)
    before = state(tmp_path)
    steps = (*STEPS[: version_of(name)], fill_disk, *STEPS[version_of(name) + 1 :])
    monkeypatch.setattr(opening, "STEPS", steps)
    with pytest.raises(LibraryError, match="ổ đĩa đã đầy"):
        open_library(tmp_path)
    assert state(tmp_path) == before
    monkeypatch.undo()
    with open_library(tmp_path):
        pass
    assert state(tmp_path)[0] == len(STEPS)


# --- an older program ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["wal", "delete"])
@pytest.mark.parametrize("known", range(1, len(STEPS)))
def test_an_older_program_refuses_a_newer_library_and_changes_no_byte(tmp_path: Path, known: int, mode: str) -> None:
    restore(OLD[-1], tmp_path)
    with open_library(tmp_path):
        pass
    refuse(tmp_path / LIBRARY_FILE, STEPS[:known], mode)


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_an_older_desk_refuses_a_newer_one_and_changes_no_byte(tmp_path: Path, mode: str) -> None:
    with desk.open_desk(tmp_path) as opened:
        opened.history.add("tôi", "Kiểm tra?", answered=True)
    with closing(sqlite3.connect(tmp_path / desk.DESK_FILE)) as newer:
        newer.execute(f"PRAGMA user_version = {len(desk.STEPS) + 1}")
    for known in range(1, len(desk.STEPS) + 1):
        refuse(tmp_path / desk.DESK_FILE, desk.STEPS[:known], mode)


def refuse(file: Path, steps: tuple[Step, ...], mode: str) -> None:
    with closing(sqlite3.connect(file)) as opened:
        opened.execute(f"PRAGMA journal_mode = {mode}")
    before = file.read_bytes()
    with pytest.raises(LibraryError, match=rf"mới hơn.*bản này đọc đến {len(steps)}\).*chưa bị thay đổi"):
        connect(file, steps)
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(file.name)] == [file.name]
