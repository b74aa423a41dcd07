"""What may befall the library's file: nothing acknowledged is lost, and the message says what to do."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.errors import LibraryError
from ingest.store import Library, open_library
from tests.processes import unprivileged
from tests.test_store import DIRECTIVE_ID, directive

ROOT = Path(__file__).parent.parent
LIBRARY = "library.sqlite"


def raw_document(name: str, sentences: int = 1) -> str:
    return f"THÔNG BÁO\nvề việc {name}\n\n" + f"Nội dung của {name}. " * sentences


def put(library: Library, name: str, sentences: int = 1) -> str:
    raw = raw_document(name, sentences)
    return library.add(read_document(raw, f"{name}.txt"), raw.encode()).document_id


def put_version(library: Library, more: str = "") -> str:
    """A directive of one number and day, and some words more."""
    raw = directive(body="1. Các cấp ủy tăng cường kiểm tra, giám sát ở cơ sở, báo cáo kết quả hằng quý.\n" + more)
    return library.add(read_document(raw, "tep.txt"), raw.encode()).document_id


def check(folder: Path) -> list[str]:
    """Ids held, after a look through every document and the file itself."""
    with open_library(folder) as library:
        held = [one.id for one in library.documents()]
        assert all(library.get(one).text for one in held)
        assert len({passage.document_id for _, passage in library.passages()}) == len(held)
    plain = sqlite3.connect(folder / LIBRARY)
    try:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        plain.close()
    return held


# --- files that are no library of ours ----------------------------------------------------------------------


def test_a_library_of_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        put(library, "một")
    newer = sqlite3.connect(tmp_path / LIBRARY)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = (tmp_path / LIBRARY).read_bytes()

    with pytest.raises(LibraryError, match=r"mới hơn.*lược đồ 99.*Hãy cập nhật Vankien.*chưa bị thay đổi"):
        open_library(tmp_path)
    assert (tmp_path / LIBRARY).read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / LIBRARY).write_bytes(b"Ghi chep cua toi\n" * 500)

    with pytest.raises(LibraryError, match=r"không phải thư viện Vankien. Hãy chọn thư mục khác bằng VANKIEN_HOME"):
        open_library(tmp_path)
    assert (tmp_path / LIBRARY).read_bytes() == b"Ghi chep cua toi\n" * 500


def test_a_damaged_library_is_said_to_be_damaged(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        put(library, "một", sentences=500)
    file = tmp_path / LIBRARY
    file.write_bytes(file.read_bytes()[:8192] + b"Z" * (file.stat().st_size - 8192))

    damaged = pytest.raises(LibraryError, match=r"bị hỏng. Hãy khôi phục từ bản sao lưu")
    with damaged, open_library(tmp_path) as library:
        library.documents()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("một tệp")

    for folder in (tmp_path / "var", tmp_path / "var" / "sau"):
        with pytest.raises(LibraryError, match=r"không phải thư mục. Hãy chọn thư mục khác bằng VANKIEN_HOME"):
            open_library(folder)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_may_not_be_written_is_refused(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    for folder in (open_folder, open_folder / "moi"):
        with unprivileged(), pytest.raises(LibraryError, match=r"không có quyền.*VANKIEN_HOME"):
            open_library(folder)


def test_a_library_that_may_not_be_written_is_refused_and_whole(open_folder: Path) -> None:
    with open_library(open_folder) as library:
        put(library, "một")
    (open_folder / LIBRARY).chmod(0o444)
    open_folder.chmod(0o555)

    with unprivileged(), pytest.raises(LibraryError, match=r"không có quyền.*VANKIEN_HOME"):
        open_library(open_folder)
    open_folder.chmod(0o755)
    assert len(check(open_folder)) == 1


# --- no room ------------------------------------------------------------------------------------------------


def fill(library: Library) -> list[str]:
    """Ids acknowledged before the room ran out."""
    held: list[str] = []
    with pytest.raises(LibraryError, match=r"ổ đĩa đã đầy.*rồi làm lại; những gì đã lưu vẫn còn"):
        held.extend(put(library, f"việc {i}", sentences=400) for i in count())
    return held


def test_when_the_file_may_grow_no_more_all_that_was_acknowledged_stays(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library._db.execute("PRAGMA max_page_count = 100")
        held = fill(library)
        assert held
        assert [one.id for one in library.documents()] == held
    assert check(tmp_path) == held
    with open_library(tmp_path) as library:
        held.append(put(library, "có chỗ trở lại"))
    assert check(tmp_path) == held


def test_on_a_full_disk_all_that_was_acknowledged_stays(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(tmp_path)]
    root = os.geteuid() == 0 and shutil.which("mount") is not None
    if not root or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    try:
        with open_library(tmp_path / "var") as library:
            held = fill(library)
        assert held
        assert check(tmp_path / "var") == held
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


# --- killed and crowded -------------------------------------------------------------------------------------

# A process that adds one document and stops for ever in the middle of writing another.
HALF_WAY = """
import sys, time
from pathlib import Path
from ingest.store import inserting, open_library
from tests.test_store_in_trouble import put

with open_library(Path(sys.argv[1])) as opened:
    put(opened, "xong")
    whole = inserting.make_passages
    def half(document):
        yield from whole(document)[:1]
        print("half", flush=True)
        time.sleep(600)
    inserting.make_passages = half
    put(opened, "dở", sentences=400)
"""


def start(code: str, *words: str) -> subprocess.Popen[str]:
    command, pipe = [sys.executable, "-c", code, *words], subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_a_process_killed_in_the_middle_of_an_addition_leaves_only_what_was_whole(tmp_path: Path) -> None:
    with start(HALF_WAY, str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)

    (held,) = check(tmp_path)
    with open_library(tmp_path) as library:
        assert library.get(held).metadata.title == "Về việc xong"
        added = put(library, "dở", sentences=400)
    assert check(tmp_path) == [held, added]


# A process that is killed at a step of its second transaction, whatever the step; the first one was acknowledged.
STEPS = {
    "version": ("inserting", "mark_words", 'put_version(opened, "2. Thêm.")'),
    "shelf": ("families", "renew_record", 'put_version(opened, "2. Thêm.")'),
    "restored": ("families", "renew_record", "opened.versions.restore(held, 1)"),
    "corrected": ("families", "_rename", 'opened.corrections.correct(held, {"number": "06-CT/TU"})'),
    "file": ("keeping", "hash_letters", "opened.add(opened.get(held), b'khac')"),
}
KILLED_AT = """
import os, signal, sys
from pathlib import Path
from ingest.store import families, inserting, keeping, open_library
from tests.test_store_in_trouble import put_version

with open_library(Path(sys.argv[1])) as opened:
    held = put_version(opened)
    if sys.argv[4] == "two":
        put_version(opened, "2. Nữa.")
    module = {{"families": families, "inserting": inserting, "keeping": keeping}}[sys.argv[2]]
    setattr(module, sys.argv[3], lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    {act}
"""


@pytest.mark.parametrize("step", STEPS)
def test_a_process_killed_at_any_step_leaves_the_document_as_it_was(tmp_path: Path, step: str) -> None:
    module, name, act = STEPS[step]
    versions = "two" if step == "restored" else "one"
    with start(KILLED_AT.format(act=act), str(tmp_path), module, name, versions) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL

    (held,) = check(tmp_path)
    with open_library(tmp_path) as library:
        text = library.get(held).text
        in_use = [one.in_use for one in library.versions.list_of(held)]
        assert (library.corrections.list_of(held), held) == ([], DIRECTIVE_ID)
        assert ("Thêm." in text, len(library.versions.originals(held))) == (False, len(in_use))
        assert in_use == ([False, True] if step == "restored" else [True])
        put_version(library, "2. Thêm.")
        assert [one.in_use for one in library.versions.list_of(held)] == [*(False for _ in in_use), True]


ADD_FIVE = """
import sys
from pathlib import Path
from ingest.store import open_library
from tests.test_store_in_trouble import put

print("ready", flush=True)
sys.stdin.readline()
for i in range(5):
    with open_library(Path(sys.argv[1])) as library:
        put(library, f"{sys.argv[2]} {i}", sentences=50)
        put(library, f"chung {i}", sentences=50)
"""


def test_processes_that_add_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    with start(ADD_FIVE, str(tmp_path), "một") as one, start(ADD_FIVE, str(tmp_path), "hai") as other:
        for process in (one, other):
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        endings = [(process.communicate()[1], process.returncode) for process in (one, other)]
    assert endings == [("", 0), ("", 0)]

    with open_library(tmp_path) as library:
        titles = sorted(str(held.metadata.title) for held in library.documents())
    names = ("một", "hai", "chung")
    assert titles == sorted(f"Về việc {name} {i}" for name in names for i in range(5))
    assert len(check(tmp_path)) == 15
