"""The acts of :mod:`bench.kills`: what is there before each, the command, and which lines acknowledge something."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bench.kill_state import Place
from ingest.accounts.file import open_accounts
from ingest.desk.file import open_desk
from ingest.documents import read_document
from ingest.safekeeping.backup import back_up
from ingest.store import open_library
from ingest.store.connection import LIBRARY_FILE
from ingest.store.schema import SCHEMA_VERSION, STEPS
from ingest.store.steps import bring_up_to_date
from tests.fakes import FakeEncoder, build
from tests.test_accepting import TEXT as DECISION
from tests.test_store import DIRECTIVE_ID, GOLDEN, directive

ALL = "*"
FILES = 6
_REMOVED = "07-CT/TU@2018-02-05"
_BODY = "1. Công tác kiểm tra, giám sát ở {place}.\n\n2. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done, and killed.

    Attributes:
        words: Of the command, with ``{files}`` and the like in place of folders.
        prepare: Makes what is there before.
        acknowledged: Ids that the output of a killed command says are kept; :data:`ALL` for all that it does.
        apart: Whether files are read in processes of their own.
    """

    name: str
    words: tuple[str, ...]
    prepare: Callable[[Place], object]
    door: str = "ingest"
    acknowledged: Callable[[str], list[str]] = field(default=lambda told: [ALL] if "\n" in told else [])
    apart: bool = False


def _name_added(told: str) -> list[str]:
    """Ids that whole lines of JSON say are kept."""
    lines = [json.loads(line) for line in told.splitlines(keepends=True) if line.endswith("\n")]
    return [one["document"] for one in lines if one["document"]]


def _name_asked(told: str) -> list[str]:
    return [json.loads(line)["asked"] for line in told.splitlines(keepends=True) if line.endswith("\n")]


def make_acts(portal: str) -> list[Act]:
    """Every act; *portal* is the address of a portal that serves ``/dung.txt`` and ``/nham.txt``."""
    take = ("add", "--json", "{files}")
    fetch = ("fetch", "217-QĐ/TW", "--json", "--from")
    return [
        Act("thêm", take, _lay_new, acknowledged=_name_added),
        Act("thêm, bộ đọc riêng", take, _lay_new, acknowledged=_name_added, apart=True),
        Act("thay bằng bản mới", take, _lay_newer, acknowledged=_name_added),
        Act("bỏ", ("remove", DIRECTIVE_ID), _make_library),
        Act("khôi phục văn bản đã bỏ", ("restore", _REMOVED), _make_library),
        Act("dùng lại bản cũ", ("restore", DIRECTIVE_ID, "--version", "1"), _make_versions),
        Act("sửa hồ sơ", ("correct", DIRECTIVE_ID, "--number", "55-CT/TU"), _make_library),
        Act("lập chỉ mục lần đầu", ("build",), _add_without_index, door="index"),
        Act("lập chỉ mục lại", ("build",), _add_after_index, door="index"),
        Act("tải về", (*fetch, f"{portal}/dung.txt"), _make_library),
        Act("tải nhầm, để riêng", (*fetch, f"{portal}/nham.txt"), _make_library),
        *(
            Act(f"nâng lược đồ {version}", ("list",), lambda place, version=version: _make_old(place, version))  # type: ignore[misc]
            for version in range(1, SCHEMA_VERSION)
        ),
        Act("sao lưu", ("backup", "{disk}/a.zip"), _make_library),
        Act("khôi phục từ sao lưu", ("restore", "{disk}/given.zip", "--to", "{restored}"), _make_backup),
        Act("bàn làm việc", tuple(f"Câu hỏi {n}?" for n in range(5)), _make_library, "desk", _name_asked),
    ]


# --- what is there before ------------------------------------------------------------------------------------


def _make_library(place: Place) -> None:
    """Four documents, one of them removed, indexed; a desk with a line on it, and the owner's settings."""
    shutil.copytree(_keep_library().name, place.root, dirs_exist_ok=True)


@cache
def _keep_library() -> tempfile.TemporaryDirectory[str]:
    """One that is made once and copied; it goes with this process."""
    folder = tempfile.TemporaryDirectory(prefix="kills-")
    place = Place(Path(folder.name))
    _make_folders(place)
    with open_library(place.home) as library:
        for number in range(4, 8):
            raw = directive(number=f"{number:02}-CT/TU", body=_BODY.format(place=f"huyện {number}"))
            library.add(read_document(raw, f"{number}.txt"), raw.encode())
    build(place.home, FakeEncoder())
    with open_library(place.home) as library:
        library.remove(_REMOVED)
    with open_desk(place.home) as desk:
        desk.history.add("tôi", "Kiểm tra?", answered=True)
    with open_accounts(place.home) as accounts:
        accounts.add("an", "Nguyễn Văn An", "administrator", email="an@tinhuy.vn")
        accounts.log_in_as("an@tinhuy.vn", "127.0.0.1")
    (place.home / "viet-tat.tsv").write_text("BTC\tBan Tổ chức\n", "utf-8")
    return folder


def _make_folders(place: Place) -> None:
    for folder in (place.home, place.files, place.disk, place.scratch):
        folder.mkdir(parents=True, exist_ok=True)
    place.scratch.chmod(0o1777)  # as the system's own: a reader of root's is nobody's, and removes what is its own


def _new_files() -> Iterator[tuple[str, str]]:
    for number in range(21, 21 + FILES):
        words = "".join(f"\n\n{n}. Nhiệm vụ thứ {n} của đợt {number} về dân vận." for n in range(3, 40))
        yield f"{number}.txt", directive(f"{number}-CT/TU", body=_BODY.format(place=f"xã {number}") + words)


def _lay_new(place: Place) -> None:
    _make_library(place)
    for name, raw in _new_files():
        (place.files / name).write_text(raw, "utf-8")


def _lay_newer(place: Place) -> None:
    """Another version of each of three documents in use."""
    _make_library(place)
    for number in range(4, 7):
        body = _BODY.format(place=f"huyện {number}") + "\n3. Bổ sung việc dân vận.\n"
        (place.files / f"{number}.txt").write_text(directive(number=f"{number:02}-CT/TU", body=body), "utf-8")


def _make_versions(place: Place) -> None:
    _make_library(place)
    with open_library(place.home) as library:
        raw = directive(body=_BODY.format(place="huyện 5") + "\n3. Bổ sung.\n")
        library.add(read_document(raw, "5.txt"), raw.encode())


def _add_after_index(place: Place) -> None:
    _make_library(place)
    with open_library(place.home) as library:
        for name, raw in _new_files():
            library.add(read_document(raw, name), raw.encode())


def _add_without_index(place: Place) -> None:
    _add_after_index(place)
    shutil.rmtree(place.home / "index")


def _make_backup(place: Place) -> None:
    _make_library(place)
    back_up(place.home, place.disk / "given.zip", lambda *_: None)


def _make_old(place: Place, version: int) -> None:
    """A library as that version of the program left it, with an index built of the very same documents."""
    _make_folders(place)
    shutil.copyfile(GOLDEN, place.home / LIBRARY_FILE)
    build(place.home, FakeEncoder())
    for file in place.home.glob(f"{LIBRARY_FILE}*"):
        file.unlink()
    shutil.copyfile(GOLDEN, place.home / LIBRARY_FILE)
    with closing(sqlite3.connect(place.home / LIBRARY_FILE, isolation_level=None)) as opened:
        bring_up_to_date(opened, LIBRARY_FILE, STEPS[:version])


def read_version(home: Path) -> int:
    """Of the tables of the library in *home*, without bringing them up to date."""
    with closing(sqlite3.connect(home / LIBRARY_FILE)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


def serve_decision() -> dict[str, bytes]:
    """Path -> what stands there: the decision that is asked for, and another."""
    return {"/dung.txt": DECISION.encode(), "/nham.txt": DECISION.replace("217-QĐ/TW", "218-QĐ/TW").encode()}
