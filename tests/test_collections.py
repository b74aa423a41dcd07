"""Documents laid together under names: in any number of collections, and never changed by it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.errors import NotHeldError, UsageError
from ingest.store import Library, open_library
from ingest.store.inventory import count_held, take_inventory
from tests.commands import Printed
from tests.test_store import DIRECTIVE_ID, directive, held_ids, put

GOLDEN = Path(__file__).parent / "golden" / "library-v8.sqlite"
"""Three directives, one corrected, one removed; made once, by the last version that wrote schema 8."""
OTHER_ID = "06-CT/TU@2018-02-05"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        put(opened, directive())
        put(opened, directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n"))
        yield opened


def sizes(library: Library) -> dict[str, int]:
    return {one.name: one.documents for one in library.collections.list_all()}


def test_a_document_lies_in_any_number_of_collections(library: Library) -> None:
    generation = library.generation
    for name in ("Dân vận", "Kiểm tra"):
        library.collections.create(name)
        assert library.collections.add(name, [DIRECTIVE_ID, DIRECTIVE_ID]) == 1
    assert library.collections.add("dân  VẬN", [DIRECTIVE_ID, OTHER_ID]) == 1
    assert sizes(library) == {"Dân vận": 2, "Kiểm tra": 1}
    assert library.collections.name_all() == {DIRECTIVE_ID: ("Dân vận", "Kiểm tra"), OTHER_ID: ("Dân vận",)}
    assert library.collections.take_out("Dân vận", [DIRECTIVE_ID]) == 1
    assert library.collections.list_documents("Dân vận") == [OTHER_ID]
    assert library.generation == generation  # nothing to index anew


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda opened: opened.collections.create("Mới"), id="create"),
        pytest.param(lambda opened: opened.collections.rename("Dân vận", "Mới"), id="rename"),
        pytest.param(lambda opened: opened.collections.remove("Dân vận"), id="remove"),
        pytest.param(lambda opened: opened.collections.add("Dân vận", [OTHER_ID]), id="add"),
        pytest.param(lambda opened: opened.collections.take_out("Dân vận", [DIRECTIVE_ID]), id="take"),
        pytest.param(lambda opened: opened.collections.lay(DIRECTIVE_ID, [], ["Dân vận"]), id="lay"),
        pytest.param(lambda opened: opened.reviews.confirm(DIRECTIVE_ID), id="reviewed"),
        pytest.param(lambda opened: opened.reviews.take_back(DIRECTIVE_ID), id="taken-back"),
    ],
)
def test_whoever_remembers_how_documents_lie_is_told_of_a_change(
    library: Library, act: Callable[[Library], object]
) -> None:
    library.collections.lay(DIRECTIVE_ID, ["Dân vận"])
    before = library.arrangement
    act(library)
    assert library.arrangement > before


def test_a_collection_is_removed_and_its_documents_are_not(library: Library) -> None:
    library.collections.create("Dân vận")
    library.collections.add("Dân vận", [DIRECTIVE_ID, OTHER_ID])
    before = [library.get(one) for one in held_ids(library)]
    library.remove(OTHER_ID)
    assert library.collections.remove("Dân vận") == [DIRECTIVE_ID, OTHER_ID]
    library.versions.restore(OTHER_ID)
    assert (sizes(library), library.collections.name_all()) == ({}, {})
    assert [library.get(one) for one in held_ids(library)] == before


def test_a_document_stays_in_its_collections_through_versions_corrections_and_removal(library: Library) -> None:
    library.collections.create("Dân vận")
    library.collections.add("Dân vận", [DIRECTIVE_ID])
    now = library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"})
    assert library.collections.list_documents("Dân vận") == [now]
    library.remove(now)
    assert (library.collections.list_documents("Dân vận"), sizes(library)) == ([], {"Dân vận": 0})
    library.versions.restore(now)
    assert library.collections.list_documents("Dân vận") == [now]


def test_a_document_is_laid_and_taken_out_at_once(library: Library) -> None:
    library.collections.create("Dân vận")
    library.collections.lay(DIRECTIVE_ID, ["dân vận", "Mới", "Mới"])
    assert library.collections.name_all() == {DIRECTIVE_ID: ("Dân vận", "Mới")}
    assert library.collections.lay(DIRECTIVE_ID, [], ["DÂN vận", "lạ"]) == ["Mới"]
    assert sizes(library) == {"Dân vận": 0, "Mới": 1}


@pytest.mark.parametrize(
    ("act", "error", "words"),
    [
        pytest.param(lambda own: own.create(" "), UsageError, "chưa có tên", id="no-name"),
        pytest.param(lambda own: own.create("x" * 81), UsageError, "dài quá 80 ký tự", id="long-name"),
        pytest.param(lambda own: own.create("dân VẬN "), UsageError, "Đã có bộ sưu tập “Dân vận”", id="borne"),
        pytest.param(lambda own: own.rename("Kiểm tra", "Dân vận"), UsageError, "Hãy đặt tên khác", id="renamed"),
        pytest.param(lambda own: own.rename("Lạ", "Mới"), NotHeldError, "Không có bộ sưu tập “Lạ”", id="unknown"),
        pytest.param(lambda own: own.add("Dân vận", ["lạ"]), NotHeldError, "không có văn bản “lạ”", id="no-document"),
        pytest.param(lambda own: own.lay(DIRECTIVE_ID, ["Mới", " "]), UsageError, "chưa có tên", id="half-a-lay"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    library: Library, act: Callable[[object], object], error: type[Exception], words: str
) -> None:
    for name in ("Dân vận", "Kiểm tra"):
        library.collections.create(name)
    with pytest.raises(error, match=words):
        act(library.collections)
    assert sizes(library) == {"Dân vận": 0, "Kiểm tra": 0}


def test_a_document_is_known_by_the_id_it_bore_before_a_correction(library: Library) -> None:
    now = library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"})
    library.collections.create("Dân vận", [DIRECTIVE_ID, now, OTHER_ID])
    assert library.collections.list_documents("Dân vận") == [now, OTHER_ID]
    assert library.collections.names_of(DIRECTIVE_ID) == ["Dân vận"]
    with pytest.raises(NotHeldError):
        library.collections.create("Kiểm tra", [OTHER_ID, "lạ"])
    assert sizes(library) == {"Dân vận": 2}


def test_a_collection_may_be_spelled_anew(library: Library) -> None:
    library.collections.create("dân vận")
    assert library.collections.rename("dân vận", "Dân  Vận") == "Dân Vận"
    assert sizes(library) == {"Dân Vận": 0}


def test_a_library_of_schema_8_gets_its_shelves_and_keeps_the_rest(tmp_path: Path) -> None:
    assert int.from_bytes(GOLDEN.read_bytes()[60:64], "big") == 8
    shutil.copy(GOLDEN, tmp_path / "library.sqlite")
    with open_library(tmp_path) as library:
        assert [one.id for one in library.documents()] == [DIRECTIVE_ID, OTHER_ID]
        assert library.get(OTHER_ID).metadata.signer == "Lê Văn A"
        (removed,) = library.versions.removed()
        assert (removed.id, (removed.removed_at or "")[:4]) == ("07-CT/TU@2018-02-05", "2026")
        library.collections.create("Dân vận")
        library.collections.add("Dân vận", [OTHER_ID])
        library.reviews.confirm(OTHER_ID)
        _, other = take_inventory(library)
        assert (other.collections, other.reviewed, other.corrected) == (("Dân vận",), True, frozenset({"signer"}))
        counts = count_held(library)
        assert (counts.documents, counts.removed, counts.originals) == (2, 1, 3)


def test_the_commands_do_the_same(library: Library, command: Callable[..., Printed]) -> None:
    assert command("collection", "list")[1].startswith("Chưa có bộ sưu tập nào. Tạo bằng: ")
    assert command("collection", "create", "Dân vận")[1].startswith("Đã tạo bộ sưu tập “Dân vận”.")
    assert command("collection", "add", "Dân vận", "05-ct/tu", OTHER_ID)[1] == (
        "Đã xếp thêm 2 văn bản vào “Dân vận”.\n"
    )
    assert command("collection", "take", "Dân vận", "06-CT/TU")[1].startswith("Đã lấy 1 văn bản ra khỏi “Dân vận”")
    assert command("collection", "rename", "Dân vận", "Vận động")[1] == "Bộ sưu tập nay tên là “Vận động”.\n"
    assert command("collection", "list")[1] == "Vận động: 1 văn bản\n"
    assert command("collection", "list", "Vận động")[1].startswith(f"{DIRECTIVE_ID}\n    Chỉ thị số 05-CT/TU")
    assert command("collection", "remove", "Vận động")[1].endswith("1 văn bản trong đó vẫn còn trong thư viện.\n")
    code, _, complaint = command("collection", "remove", "Vận động")
    assert (code, complaint) == (
        5,
        "Không có bộ sưu tập “Vận động”. Xem các bộ bằng: python -m ingest collection list\n",
    )
    assert len(held_ids(library)) == 2
