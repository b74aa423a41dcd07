"""``verify --repair``: a byte that was flipped is found, named, and mended from what is whole."""

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
from ingest.adding import ReadHere, add_files
from ingest.desk.file import open_desk
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.repairing import repair
from ingest.store import open_library
from ingest.store.inserting import hash_content
from tests.commands import Printed, write
from tests.fakes import FAKE_MODEL, FakeEncoder, NotingEncoder, build
from tests.kept_safe import say_nothing
from tests.test_leaving import dump
from tests.test_store import DIRECTIVE_ID, directive, put

OTHER = "06-CT/TU@2018-02-05"
PAPER = directive(
    body="1. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017; theo khoản 2 Điều 5 Nghị quyết ấy.\n"
    "2. Tăng cường kiểm tra: (1) ở huyện; (2) ở xã.\n"
    "3. Thay thế Chỉ thị số 01-CT/TU, ngày 02/02/2015.\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    with open_library(folder) as library:
        put(library, PAPER, "chi-thi.txt")
        put(library, directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n"))
        library.corrections.correct(DIRECTIVE_ID, {"signer": "Lê Văn A", "title": "về dân vận"})
        library.collections.create("Dân vận", [DIRECTIVE_ID])
        library.reviews.confirm(DIRECTIVE_ID)
    with open_desk(folder) as desk:
        desk.history.add("tôi", "Kiểm tra?", answered=True)
    build(folder, FakeEncoder())
    return folder


def change(home: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        assert db.execute(statement, values).rowcount > 0
        db.commit()


def rebuild(home: Path) -> bool:
    build_index(Settings(home, FAKE_MODEL), lambda *_: None, encoder := NotingEncoder())
    assert encoder.embedded == []
    return True


def find_wrong(home: Path) -> list[str]:
    return [f"{one.what}: {one.state}" for one in examine_library(home, say_nothing) if one.missing]


def mend(home: Path) -> list[tuple[bool, str]]:
    return [(one.done, one.words) for one in repair(home, ReadHere(), say_nothing, rebuild)]


def drop(dumped: dict[str, object], *names: str) -> dict[str, object]:
    return {key: rows for key, rows in dumped.items() if not key.endswith(("meta", "counters", *names))}


FLIPPED = "UPDATE documents SET text = CAST({} AS TEXT) WHERE seq = 1"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE documents SET text = replace(text, 'huyện', 'tỉnh') WHERE seq = 1", id="text"),
        pytest.param(FLIPPED.format("x'ff' || substr(CAST(text AS BLOB), 2)"), id="text-that-is-none-any-more"),
        pytest.param("UPDATE documents SET text_hash = 'x' || substr(text_hash, 2) WHERE seq = 1", id="hash-of-text"),
        pytest.param("UPDATE documents SET title = 'về dân vặn' WHERE seq = 1", id="title-that-was-corrected"),
        pytest.param("UPDATE documents SET issuer = 'TỈNH ỦỲ' WHERE seq = 1", id="record"),
        pytest.param("UPDATE documents SET as_read = replace(as_read, 'công', 'cống') WHERE seq = 1", id="as-read"),
        pytest.param("UPDATE documents SET letters_hash = 'x' WHERE seq = 1", id="letters"),
        pytest.param("UPDATE passages SET start = start + 1 WHERE id = 2", id="passage-moved"),
        pytest.param("UPDATE passages SET headings = '[\"x\"]' WHERE id = 2", id="heading-above"),
        pytest.param("UPDATE passages SET headings = '[\"x' WHERE id = 2", id="heading-that-is-no-list"),
        pytest.param("UPDATE provisions SET heading = CAST(x'ff' AS TEXT) WHERE document = 1", id="no-letters"),
        pytest.param("UPDATE provisions SET address = 'dieu-9' WHERE document = 1 AND position = 1", id="address"),
        pytest.param(
            "UPDATE citations SET number = '19-NQ/TW' WHERE document = 1 AND number = '18-NQ/TW'", id="number"
        ),
        pytest.param("DELETE FROM citations WHERE document = 1", id="mentions-gone"),
        pytest.param("UPDATE provision_references SET cited = cited + 1 WHERE cited IS NOT NULL", id="of-no-mention"),
        pytest.param("UPDATE relations SET kind = 'amends' WHERE document = 1", id="relation"),
        pytest.param("UPDATE relation_ends SET named = 'x' WHERE document = 1", id="end-of-a-relation"),
        pytest.param("UPDATE sketches SET hash = hash + 1 WHERE document = 1 AND band = 3", id="sketch"),
        pytest.param("UPDATE findings SET confidence = 0.1 WHERE document = 1 AND position = 0", id="finding"),
    ],
)
def test_what_is_changed_in_a_text_is_named_and_read_again(home: Path, statement: str) -> None:
    before = dump(home)
    change(home, statement)
    (wrong,) = find_wrong(home)
    assert f"1 văn bản có chữ hoặc đoạn sai lệch: {DIRECTIVE_ID}" in wrong
    mended = mend(home)
    assert [done for done, _ in mended] == [True, True]
    assert mended[0][1].startswith(f"{DIRECTIVE_ID}: đã đọc lại từ tệp gốc")
    assert find_wrong(home) == []
    assert drop(dump(home)) == drop(before)


def test_a_passage_that_is_gone_comes_back(home: Path) -> None:
    before = dump(home)
    change(home, "DELETE FROM passages WHERE id = 2")
    assert mend(home)[0][0]
    assert find_wrong(home) == []
    assert drop(dump(home), "passages") == drop(before, "passages")


def test_a_row_that_went_to_a_text_that_is_not_there_comes_back(home: Path) -> None:
    before = dump(home)
    change(home, "UPDATE sketches SET document = 999 WHERE document = 1 AND band = 3")
    assert len(find_wrong(home)) == 2
    assert mend(home)[0] == (True, "Đã bỏ 1 dòng không thuộc văn bản nào.")
    assert find_wrong(home) == []
    assert drop(dump(home)) == drop(before)


def test_words_that_are_kept_are_not_exchanged_for_those_of_other_rules(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(home) as library:
        text = library.get(DIRECTIVE_ID).text
    change(home, "UPDATE passages SET start = start + 1 WHERE id = 2")
    change(home, "UPDATE originals SET content = ? WHERE document = 1", b"khac")
    change(home, "UPDATE originals SET hash = ? WHERE document = 1", hash_content(b"khac"))
    assert mend(home)[-2][0]
    with open_library(home) as library:
        assert library.get(DIRECTIVE_ID).text == text
    assert find_wrong(home) == []


def test_a_file_whose_bytes_are_changed_is_asked_for_and_heals_by_being_added(home: Path, tmp_path: Path) -> None:
    before = dump(home)
    change(home, "UPDATE originals SET content = CAST('Z' || substr(content, 2) AS BLOB) WHERE document = 1")
    (wrong,) = find_wrong(home)
    assert f"1 tệp không còn như khi thêm: chi-thi.txt ({DIRECTIVE_ID})" in wrong
    ((done, words),) = mend(home)
    assert not done
    assert "Hãy tìm lại chính tệp ấy rồi thêm: python -m ingest add TỆP" in words
    with open_library(home) as library:
        (outcome,) = add_files(library, [write(tmp_path / "chi-thi.txt", PAPER)])
        assert outcome.added
        assert outcome.added.status == "unchanged"
        assert outcome.remarks == ("tệp gốc trong thư viện bị hỏng, đã thay bằng tệp này",)
        (outcome,) = add_files(library, [tmp_path / "chi-thi.txt"])
        assert outcome.remarks == ()
    assert find_wrong(home) == []
    assert drop(dump(home)) == drop(before)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE originals SET hash = 'x' || substr(hash, 2) WHERE document = 1", id="its-name"),
        pytest.param("UPDATE documents SET read_from = 'x' WHERE seq = 1", id="who-names-it"),
    ],
)
def test_a_file_that_is_whole_is_found_again(home: Path, statement: str) -> None:
    before = dump(home)
    change(home, statement)
    assert len(find_wrong(home)) == 1
    assert all(done for done, _ in mend(home))
    assert find_wrong(home) == []
    assert drop(dump(home)) == drop(before)


def test_text_and_file_both_damaged_lose_nothing_more_and_heal_from_the_file(home: Path, tmp_path: Path) -> None:
    before = dump(home)
    change(home, "UPDATE documents SET text = 'x' || text WHERE seq = 1")
    change(home, "UPDATE originals SET content = x'00' WHERE document = 1")
    assert [done for done, _ in mend(home)] == [False, False, True]
    with open_library(home) as library:
        list(add_files(library, [write(tmp_path / "chi-thi.txt", PAPER)]))
    assert all(done for done, _ in mend(home))
    assert drop(dump(home)) == drop(before)


def test_an_older_library_gets_its_seals(home: Path) -> None:
    change(home, "DELETE FROM meta WHERE key LIKE 'seal %'")
    change(home, "UPDATE sketches SET hash = hash + 1 WHERE document = 2 AND band = 3")
    assert find_wrong(home) == []  # nobody can tell
    assert mend(home) == []
    change(home, "UPDATE sketches SET hash = hash + 1 WHERE document = 1 AND band = 3")
    assert len(find_wrong(home)) == 1


# --- the index ------------------------------------------------------------------------------------------------


def _files(home: Path) -> list[Path]:
    return sorted(one for one in (home / "index").glob("build-*/**/*") if one.is_file())


def test_every_file_of_a_build_is_in_its_list(home: Path) -> None:
    assert len(_files(home)) > 10
    for file in _files(home):
        whole = file.read_bytes()
        middle = len(whole) // 2
        for damaged in (whole[:middle], whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]):
            file.write_bytes(damaged)
            assert any(one.startswith("Chỉ mục") for one in find_wrong(home)), file
        file.write_bytes(whole)
    assert find_wrong(home) == []


def test_a_damaged_index_is_built_anew_without_embedding(home: Path) -> None:
    (vectors,) = (one for one in _files(home) if one.name == "vectors.faiss")
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"Z")
    assert find_wrong(home) == ["Chỉ mục: tệp hỏng: vectors.faiss"]
    assert mend(home) == [(True, "Đã lập lại chỉ mục; không phải phân tích nghĩa lại.")]
    assert find_wrong(home) == []


def test_a_build_heals_what_loads_and_says_something_else(home: Path) -> None:
    (vectors,) = (one for one in _files(home) if one.name == "vectors.faiss")
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"Z")
    assert rebuild(home)
    assert find_wrong(home) == []


# --- the file itself ------------------------------------------------------------------------------------------


def test_lookup_tables_that_do_not_fit_are_made_anew(home: Path) -> None:
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'documents_by_number'").fetchone()[0]
    content = bytearray((home / "library.sqlite").read_bytes())
    place = content.index(b"06-CT/TU", (root - 1) * 4096, root * 4096)
    content[place] ^= 1
    (home / "library.sqlite").write_bytes(content)
    assert "missing from index documents_by_number" in find_wrong(home)[0]
    assert mend(home)[0] == (True, "Đã lập lại các bảng tra cứu của library.sqlite.")
    assert find_wrong(home) == []


def test_it_is_a_command_and_says_what_it_did(home: Path, command: Callable[..., Printed]) -> None:
    shutil.rmtree(home / "index")
    change(home, "UPDATE documents SET text = text || 'x' WHERE seq = 1")
    code, out, err = command("verify", "--repair", "--json")
    assert (code, err) == (0, f"đã sửa: {DIRECTIVE_ID}: đã đọc lại từ tệp gốc, đúng từng chữ như khi thêm.\n")
    assert [one for one in map(json.loads, out.splitlines()) if one["missing"]] == []


def test_to_look_alone_changes_nothing(home: Path, command: Callable[..., Printed]) -> None:
    change(home, "UPDATE documents SET text = text || 'x' WHERE seq = 1")
    before = dump(home)
    assert command("verify")[0] == 1
    assert dump(home) == before
