"""What the pages do for somebody is refused to whose role it is not, and on what he does not see; nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from ingest.accounts.values import Person
from ingest.errors import NotAllowedError, NotHeldError, UsageError
from ingest.store import open_library
from ingest.store.inventory import Item, take_inventory
from tests.test_cited import central, put
from tests.test_sight import OPEN, SECRET, SHELF, dump
from tests.test_who_cites import plan
from ui import library_data, visitor
from ui.library_data import Told

READER = Person("doc-gia", "Độc giả", "reader", frozenset({"Ủy ban Kiểm tra"}))
LIBRARIAN = Person("thu-thu", "Thủ thư", "librarian", frozenset({"Văn phòng"}))
FORMER = "08-KH/TU@2019-02-05"
SHARED = "Chung"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "var"
    with open_library(home) as library:
        assert put(library, central("ngày 15 tháng 5 năm 2016", "05-CT/TW")) == OPEN
        first = put(library, plan("Thực hiện Chỉ thị số 05-CT/TW.").replace("09-KH", "08-KH"))
        assert (first, library.corrections.correct(first, {"number": "09-KH/TU"}, ())) == (FORMER, SECRET)
        library.collections.create(SHELF, [SECRET])
        library.collections.give_to(SHELF, ["Ủy ban Kiểm tra"])
        library.collections.create(SHARED, [OPEN])
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    monkeypatch.setattr(visitor, "accounts_exist", lambda _: True)
    return home


def sit(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setattr(visitor, "_find_person", lambda *_: person)


def find_item(home: Path, document_id: str) -> Item:
    with open_library(home) as library:
        return next(one for one in take_inventory(library) if one.id == document_id)


ON_ONE: dict[str, Callable[[str], Told]] = {
    "remove": lambda one: library_data.remove_documents([one]),
    "restore": lambda one: library_data.restore_documents([one]),
    "correct": lambda one: library_data.correct_record(one, {"title": "khác"}),
    "undo-a-correction": lambda one: library_data.undo_correction(one, "number"),
    "confirm": library_data.confirm_record,
    "lay": lambda one: library_data.add_to_collection(SHARED, [one]),
    "lay-anew": lambda one: library_data.add_to_collection("Bộ mới", [one]),
}
ON_SHELVES: dict[str, Callable[[], Told]] = {
    "rename": partial(library_data.rename_collection, SHELF, "Tên khác"),
    "rename-to": partial(library_data.rename_collection, SHARED, SHELF),
    "remove-collection": partial(library_data.remove_collection, SHELF),
    "create": partial(library_data.create_collection, SHELF.upper()),
    "lay-into": partial(library_data.add_to_collection, SHELF, [OPEN]),
}


@pytest.mark.parametrize("named", [SECRET, FORMER, "09-KH/TU"], ids=["id", "former-id", "sign"])
@pytest.mark.parametrize("removed", [False, True], ids=["in-use", "removed"])
@pytest.mark.parametrize("act", ON_ONE)
def test_a_librarian_changes_nothing_that_he_does_not_see(
    home: Path, monkeypatch: pytest.MonkeyPatch, act: str, removed: bool, named: str
) -> None:
    if removed:
        with open_library(home) as library:
            library.remove(SECRET)
    sit(monkeypatch, LIBRARIAN)
    before = dump(home)
    with pytest.raises(NotHeldError):
        ON_ONE[act](named)
    assert dump(home) == before


@pytest.mark.parametrize("act", ON_SHELVES)
def test_a_librarian_changes_no_collection_that_he_does_not_see(
    home: Path, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    sit(monkeypatch, LIBRARIAN)
    before = dump(home)
    with pytest.raises(UsageError):
        ON_SHELVES[act]()
    assert dump(home) == before


@pytest.mark.parametrize("act", [*ON_ONE, *ON_SHELVES])
def test_a_reader_changes_nothing_though_he_sees_it(home: Path, monkeypatch: pytest.MonkeyPatch, act: str) -> None:
    sit(monkeypatch, READER)
    before = dump(home)
    with pytest.raises(NotAllowedError):
        ON_ONE[act](SECRET) if act in ON_ONE else ON_SHELVES[act]()
    assert dump(home) == before


def test_only_an_administrator_says_who_sees_a_collection(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(home)
    for person in (READER, LIBRARIAN, replace(LIBRARIAN, groups=READER.groups)):
        sit(monkeypatch, person)
        with pytest.raises(NotAllowedError):
            library_data.give_collection(SHELF, [])
    assert dump(home) == before


def test_who_sees_it_and_may_change_it_does(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sit(monkeypatch, replace(LIBRARIAN, groups=READER.groups))
    before = dump(home)
    undo = library_data.remove_documents([SECRET]).undo
    assert undo is not None
    undo()
    library_data.put_into_collections(find_item(home, SECRET), [SHELF, SHARED])
    assert dump(home) != before
