"""``python -m ingest verify``: whatever is not as it was kept is found, and said with what to do."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.build import build_index
from index.settings import Settings
from ingest.doctor import Finding
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.sizes import measure
from ingest.store import open_library
from tests.commands import Printed
from tests.fakes import FAKE_MODEL, FakeEncoder, build
from tests.test_store import DIRECTIVE_ID, directive, put

TEXTS, ORIGINALS, INDEX = "Nguyên văn và các đoạn cắt ra", "Tệp gốc", "Chỉ mục"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    with open_library(folder) as library:
        put(library, directive())
        put(library, directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n"))
        library.remove("06-CT/TU@2018-02-05")
    build(folder, FakeEncoder())
    return folder


def examine(home: Path) -> dict[str, Finding]:
    return {one.what: one for one in examine_library(home, lambda *_: None)}


def harm(home: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(home / "library.sqlite")) as opened:
        for statement in statements:
            opened.execute(statement)
        opened.commit()


def test_a_whole_library_is_said_to_be_whole_and_stays_as_it_is(home: Path, command: Callable[..., Printed]) -> None:
    with open_library(home) as library:
        before = library._db.execute("PRAGMA data_version").fetchone()[0]
        found = examine(home)
        assert library._db.execute("PRAGMA data_version").fetchone()[0] == before
    assert [one for one in found.values() if one.missing or one.advice] == []
    assert found[TEXTS].state.startswith("2 bản, ")
    assert found[ORIGINALS].state == "2 tệp, đủ và nguyên vẹn"
    assert found[INDEX].state == "khớp với thư viện hiện nay"
    code, out, err = command("verify")
    assert (code, err) == (0, "")
    assert out.endswith("\nThư viện nguyên vẹn. Nên sao lưu đều: python -m ingest backup TỆP\n")


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        pytest.param("UPDATE documents SET text = text || 'x' WHERE seq = 1", TEXTS, id="a-letter-more"),
        pytest.param("UPDATE documents SET text = replace(text, 'huyện', 'tỉnh')", TEXTS, id="a-word-changed"),
        pytest.param("UPDATE passages SET end = end + 100000 WHERE id = 1", TEXTS, id="passage-beyond-the-end"),
        pytest.param("UPDATE passages SET start = start + 1 WHERE id = 2", TEXTS, id="passage-moved"),
        pytest.param("UPDATE passages SET end = end + 2 WHERE id = 1", TEXTS, id="passages-overlap"),
        pytest.param("UPDATE citations SET end = 99999", TEXTS, id="citation-beyond-the-end"),
        pytest.param("UPDATE citations SET start = start + 1", TEXTS, id="citation-moved"),
        pytest.param("UPDATE provisions SET start = -1 WHERE position = 0", TEXTS, id="provision-before-the-start"),
        pytest.param("UPDATE findings SET end = 99999 WHERE position = 0", TEXTS, id="finding-beyond-the-end"),
        pytest.param("UPDATE originals SET content = x'00'", ORIGINALS, id="original-changed"),
        pytest.param("UPDATE documents SET read_from = 'x' WHERE seq = 1", ORIGINALS, id="original-lost"),
        pytest.param("UPDATE documents SET superseded_at = 'x'", "Các bản của mỗi văn bản", id="no-current-version"),
        pytest.param("INSERT INTO collection_members VALUES (7, 7, '')", "Liên kết giữa các bảng", id="loose-end"),
    ],
)
def test_what_is_not_as_it_was_kept_is_found(home: Path, statement: str, what: str) -> None:
    harm(home, statement)
    wrong = {one.what: one for one in examine(home).values() if one.missing}
    assert what in wrong
    assert "Hãy " in wrong[what].advice


def test_the_documents_that_are_wrong_are_named(home: Path, command: Callable[..., Printed]) -> None:
    harm(home, "UPDATE documents SET text = text || 'x' WHERE seq = 1")
    code, out, _ = command("verify")
    assert code == 1
    assert f"SAI      {TEXTS}" in out
    assert f"1 văn bản có chữ hoặc đoạn sai lệch: {DIRECTIVE_ID}" in out
    assert "python -m ingest verify --repair" in out
    assert out.endswith("\nCó 1 chỗ sai. Hãy làm theo chỉ dẫn ở các dòng SAI rồi chạy lại lệnh này.\n")
    lines = [json.loads(line) for line in command("verify", "--json")[1].splitlines()]
    assert [one["what"] for one in lines if one["missing"]] == [TEXTS]


@pytest.mark.parametrize("content", [pytest.param(b"Ghi chep", id="no-database"), pytest.param(None, id="damaged")])
def test_a_damaged_file_is_said_with_the_way_back(home: Path, content: bytes | None) -> None:
    file = home / "library.sqlite"
    whole = file.read_bytes()
    file.write_bytes(content or whole[:8192] + b"Z" * (len(whole) - 8192))
    (found,) = examine(home).values()
    assert (found.what, found.missing) == ("Tệp library.sqlite", True)
    assert "python -m ingest restore TỆP --to THƯ_MỤC" in found.advice


def test_where_nothing_was_added_nothing_is_made_up(tmp_path: Path, command: Callable[..., Printed]) -> None:
    code, out, _ = command("verify")
    assert (code, "chưa có văn bản nào" in out) == (0, True)
    assert list(tmp_path.iterdir()) == []


# --- the index beside it ------------------------------------------------------------------------------------


def test_an_index_of_a_former_state_is_said_to_be_that(home: Path) -> None:
    with open_library(home) as library:
        library.versions.restore("06-CT/TU@2018-02-05")
    found = examine(home)[INDEX]
    assert (found.missing, found.state) == (False, "cũ hơn thư viện: có thay đổi chưa lập chỉ mục")
    assert "python -m index build" in found.advice
    build_index(Settings(home, FAKE_MODEL), lambda *_: None, FakeEncoder())
    assert examine(home)[INDEX].state == "khớp với thư viện hiện nay"


def _change_list(home: Path, **told: object) -> None:
    (file,) = (home / "index").glob("build-*/manifest.json")
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | told), "utf-8")


@pytest.mark.parametrize(
    ("change", "state"),
    [
        pytest.param(lambda home: _change_list(home, library="x"), "của một thư viện khác", id="foreign"),
        pytest.param(lambda home: _change_list(home, passages=[1]), "không khớp với các đoạn", id="other-passages"),
        pytest.param(lambda home: _change_list(home, generation=None), "không đọc được", id="no-list-of-ours"),
        pytest.param(
            lambda home: next((home / "index").glob("build-*/manifest.json")).unlink(), "không đọc", id="gone"
        ),
    ],
)
def test_an_index_that_cannot_serve_is_wrong(home: Path, change: Callable[[Path], object], state: str) -> None:
    change(home)
    found = examine(home)[INDEX]
    assert (found.missing, state in found.state) == (True, True)
    assert "văn bản không bị ảnh hưởng" in found.advice


def test_before_the_first_build_there_is_nothing_wrong(home: Path) -> None:
    shutil.rmtree(home / "index")
    found = examine(home)[INDEX]
    assert (found.missing, found.state) == (False, "chưa lập")


def test_the_room_it_takes_is_measured_by_what_it_is(home: Path) -> None:
    (home / "set-aside").mkdir()
    (home / "set-aside" / "a.pdf").write_bytes(b"x" * 1000)
    sizes = measure(home)
    assert sizes.library == (home / "library.sqlite").stat().st_size
    assert (sizes.desk, sizes.others) == (0, 1000)
    assert sizes.index == sum(one.stat().st_size for one in (home / "index").rglob("*") if one.is_file())
    assert sizes.free > 0
