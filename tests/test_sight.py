"""What a reader may not see does not exist for him: the library below every query, and an index of his own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.adding import add_files
from ingest.errors import HinderedError, LibraryError, NotHeldError, UsageError
from ingest.store import Library, open_library
from ingest.store.schema import STEPS
from ingest.store.sight import EVERYTHING, NARROWED, OF_NOBODY, Sight, group_key, see_as
from ingest.store.stock import read_stock
from tests.test_cited import central, put
from tests.test_who_cites import plan

INSPECTORS, STRANGERS = see_as(["Ủy ban Kiểm tra"]), see_as(["Văn phòng"])
SHELF = "Hồ sơ kiểm tra"
SECRET, OPEN = "09-KH/TU@2019-02-05", "05-CT/TW@2016-05-15"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with open_library(tmp_path) as library:
        assert put(library, central("ngày 15 tháng 5 năm 2016", "05-CT/TW")) == OPEN
        assert put(library, plan("Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 về việc zuyquat.")) == SECRET
        library.collections.create(SHELF, [SECRET])
        library.collections.give_to(SHELF, ["Ủy ban  Kiểm tra"])
    return tmp_path


@pytest.fixture
def narrowed(home: Path) -> Iterator[Library]:
    with open_library(home, STRANGERS) as library:
        yield library


def held(home: Path, sight: Sight) -> list[str]:
    with open_library(home, sight) as library:
        return [one.id for one in library.documents()]


@pytest.mark.parametrize(
    ("sight", "ids"),
    [
        pytest.param(EVERYTHING, [OPEN, SECRET], id="the-owner"),
        pytest.param(INSPECTORS, [OPEN, SECRET], id="of-the-group"),
        pytest.param(see_as(["ủy ban kiểm tra", "Khác"]), [OPEN, SECRET], id="of-the-group-written-otherwise"),
        pytest.param(STRANGERS, [OPEN], id="of-another-group"),
        pytest.param(see_as([]), [OPEN], id="of-no-group"),
    ],
)
def test_what_lies_in_a_collection_of_groups_is_seen_by_them_alone(home: Path, sight: Sight, ids: list[str]) -> None:
    assert held(home, sight) == ids


def test_nothing_tells_of_it(narrowed: Library) -> None:
    assert narrowed.find_records([SECRET]) == {}
    assert {passage.document_id for _, passage in narrowed.passages()} == {OPEN}
    assert narrowed.collections.list_all() == []
    assert narrowed.cited_by(OPEN) == []
    assert set(read_stock(narrowed).records) == {OPEN}
    for given in (SECRET, "09-KH/TU"):
        with pytest.raises(NotHeldError):
            narrowed.find_id(given)
    with pytest.raises(NotHeldError):
        narrowed.collections.list_documents(SHELF)


def test_a_removed_one_is_in_no_trash_of_others(home: Path) -> None:
    with open_library(home) as library:
        library.remove(SECRET)
        assert [one.id for one in library.versions.removed()] == [SECRET]
    with open_library(home, STRANGERS) as library:
        assert list(library.versions.removed()) == []
        with pytest.raises(NotHeldError, match="không có văn bản"):
            library.find_id(SECRET)  # the same words as of what never was


def test_a_former_id_and_an_earlier_version_stay_hidden(home: Path) -> None:
    with open_library(home) as library:
        now = library.corrections.correct(SECRET, {"number": "10-KH/TU"}, ())
        assert library.find_id(SECRET) == now
    with open_library(home, STRANGERS) as library:
        for given in (SECRET, now):
            with pytest.raises(NotHeldError):
                library.find_id(given)


def test_of_two_collections_of_groups_one_is_enough(home: Path) -> None:
    with open_library(home) as library:
        library.collections.create("Văn thư", [SECRET])
        library.collections.give_to("Văn thư", ["Văn phòng"])
    assert held(home, STRANGERS) == [OPEN, SECRET]
    with open_library(home, STRANGERS) as library:
        assert [one.name for one in library.collections.list_all()] == ["Văn thư"]
        assert library.collections.names_of(SECRET) == ["Văn thư"]


def test_a_collection_that_everybody_sees_does_not_open_what_another_keeps(home: Path) -> None:
    with open_library(home) as library:
        library.collections.create("Chung", [SECRET, OPEN])
    assert held(home, STRANGERS) == [OPEN]
    with open_library(home, STRANGERS) as library:
        assert [(one.name, one.documents) for one in library.collections.list_all()] == [("Chung", 1)]


def test_given_back_to_everybody_it_is_seen_again(home: Path) -> None:
    with open_library(home) as library:
        before = library.state
        library.collections.give_to(SHELF, [])
        assert library.state != before
    assert held(home, STRANGERS) == [OPEN, SECRET]


def test_a_collection_of_groups_is_not_forgotten_by_a_slip(home: Path) -> None:
    with open_library(home) as library:
        with pytest.raises(UsageError, match="chỉ dành cho một số nhóm"):
            library.collections.remove(SHELF)
        assert library.collections.groups_of(SHELF) == ["Ủy ban Kiểm tra"]
    assert held(home, STRANGERS) == [OPEN]


@pytest.mark.parametrize("group", ["", "  "])
def test_a_group_has_a_name(home: Path, group: str) -> None:
    with open_library(home) as library, pytest.raises(UsageError, match="chưa có tên"):
        library.collections.give_to(SHELF, [group])
    assert held(home, STRANGERS) == [OPEN]


def test_who_sees_a_part_cannot_write(narrowed: Library) -> None:
    with pytest.raises(LibraryError):
        narrowed.remove(OPEN)
    assert [one.id for one in narrowed.documents()] == [OPEN]


def test_two_who_see_the_same_share_a_state(home: Path) -> None:
    states = {}
    for name, sight in (("one", STRANGERS), ("other", see_as([])), ("group", INSPECTORS), ("owner", EVERYTHING)):
        with open_library(home, sight) as library:
            states[name] = library.state
    assert states["one"] == states["other"] != states["owner"]
    assert states["group"] == states["owner"]


def test_every_table_is_narrowed_or_tells_of_nobody(home: Path) -> None:
    """A table that is made later and forgotten here would show what it holds to everybody."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    for step in STEPS:
        step(connection)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    assert {one for one in tables if not one.startswith("sqlite_")} == {*NARROWED, *OF_NOBODY}


@pytest.mark.parametrize(("name", "key"), [("Ủy ban  Kiểm tra ", "ủy ban kiểm tra"), ("VĂN PHÒNG", "văn phòng")])
def test_case_and_spaces_make_no_other_group(name: str, key: str) -> None:
    assert group_key(name) == key


def test_what_is_added_into_a_collection_of_groups_is_seen_by_no_other_at_any_time(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "moi.txt"
    file.write_text(plan("Một việc nội bộ.", "ngày 06 tháng 03 năm 2020"), encoding="utf-8")
    seen: list[str] = []
    with open_library(home) as library:
        library._db.set_trace_callback(lambda said: seen.extend(held(home, STRANGERS)) if said == "COMMIT" else None)
        (outcome,) = add_files(library, [file], into=SHELF)
        library._db.set_trace_callback(None)
        assert outcome.added is not None
        assert outcome.added.document_id in library.collections.list_documents(SHELF)
    assert set(seen) == {OPEN}
    assert outcome.added.document_id not in held(home, STRANGERS)


def test_what_comes_while_a_reader_has_the_library_open_is_not_seen_before_it_is_known_whose_it_is(
    home: Path, narrowed: Library
) -> None:
    state = narrowed.state
    with open_library(home) as library:
        new = put(library, plan("Một việc nội bộ khác.", "ngày 06 tháng 03 năm 2020"))
        library.collections.add(SHELF, [new])
        library.collections.create("Kho mới", [new, OPEN])
        library.collections.give_to("Kho mới", ["Ủy ban Kiểm tra"])
        assert library.knows(new)
    assert [one.id for one in narrowed.documents()] == [OPEN]
    assert not narrowed.knows(new)
    assert {passage.document_id for _, passage in narrowed.passages()} == {OPEN}
    assert narrowed.collections.list_all() == []
    assert narrowed.state == state
    assert held(home, STRANGERS) == []


@pytest.mark.parametrize("removed", [False, True])
def test_a_file_that_is_held_is_laid_into_it_too(home: Path, tmp_path: Path, removed: bool) -> None:
    file = tmp_path / "co-roi.txt"
    file.write_text(central("ngày 15 tháng 5 năm 2016", "05-CT/TW"), encoding="utf-8")
    with open_library(home) as library:
        if removed:
            library.remove(OPEN)
        (outcome,) = add_files(library, [file], into=SHELF)
        assert outcome.added is not None
        assert outcome.added.status == ("restored" if removed else "unchanged")
    assert held(home, STRANGERS) == []


def test_into_a_collection_that_is_not_there_nothing_is_added(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "moi.txt"
    file.write_text(plan("Một việc khác.", "ngày 06 tháng 03 năm 2020"), encoding="utf-8")
    with open_library(home) as library:
        with pytest.raises(NotHeldError, match="Không có bộ sưu tập"):
            list(add_files(library, [file], into="Không có"))
        assert len(library.documents()) == 2


WRITTEN = "Một việc nội bộ, giao cho văn phòng theo dõi và báo cáo trước ngày 25 hằng tháng."


@pytest.mark.parametrize("removed", [False, True], ids=["in-use", "removed"])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(WRITTEN, id="the-very-file"),
        pytest.param(f"{WRITTEN} ", id="the-same-words"),
        pytest.param(f"{WRITTEN} Sau đó lưu hồ sơ.", id="another-version"),
    ],
)
def test_who_does_not_see_a_document_adds_nothing_to_it(home: Path, tmp_path: Path, words: str, removed: bool) -> None:
    file = tmp_path / "tep.txt"
    file.write_text(plan(WRITTEN, "ngày 06 tháng 03 năm 2020"), encoding="utf-8")
    with open_library(home) as library:
        (kept,) = add_files(library, [file], into=SHELF)
        library.collections.create("Văn thư")
        library.collections.give_to("Văn thư", ["Văn phòng"])
        assert kept.added is not None
        if removed:
            library.remove(kept.added.document_id)
    file.write_text(plan(words, "ngày 06 tháng 03 năm 2020"), encoding="utf-8")
    before = dump(home)
    for into in (None, "Văn thư"):
        with open_library(home, writer=STRANGERS) as library:
            (outcome,) = add_files(library, [file], into=into)
            assert isinstance(outcome.error, HinderedError)
            assert "10-KH" not in str(outcome.error)
    assert dump(home) == before
    assert held(home, STRANGERS) == [OPEN]
    with open_library(home, writer=INSPECTORS) as library:
        (outcome,) = add_files(library, [file])
    assert outcome.added is not None


def dump(home: Path) -> list[str]:
    with open_library(home) as library:
        return list(library._db.iterdump())


def test_who_adds_is_not_told_of_what_is_like_it_and_kept_from_him(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "tep.txt"
    text = plan(WRITTEN * 5, "ngày 06 tháng 03 năm 2020")
    file.write_text(text, encoding="utf-8")
    with open_library(home) as library:
        list(add_files(library, [file], into=SHELF))
    told = {}
    for name, sight in (("stranger", STRANGERS), ("owner", EVERYTHING)):
        file.write_text(text.replace("09-KH", f"1{len(name)}-KH"), encoding="utf-8")
        with open_library(home, writer=sight) as library:
            (outcome,) = add_files(library, [file])
            assert outcome.added is not None
            told[name] = [one.document_id for one in outcome.added.near]
    assert told["stranger"] == []
    assert "09-KH/TU@2020-03-06" in told["owner"]


@pytest.mark.parametrize(("sight", "status"), [(STRANGERS, "added"), (EVERYTHING, "beside")], ids=["stranger", "owner"])
def test_another_of_the_same_sign_and_day_is_not_said_to_stand_beside_what_is_kept_from_him(
    home: Path, tmp_path: Path, sight: Sight, status: str
) -> None:
    file = tmp_path / "tep.txt"
    file.write_text(plan("Trồng cây, chăm sóc vườn hoa, dọn vệ sinh quanh trụ sở."), encoding="utf-8")
    with open_library(home, writer=sight) as library:
        (outcome,) = add_files(library, [file])
        assert outcome.added is not None
        assert outcome.added.status == status
