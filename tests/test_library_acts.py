"""Acts of two people, or of two tabs, on one library: none undoes what the other did, and an undo brings all back."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.doctor import Finding
from ingest.errors import NotHeldError
from ingest.language import Language, current_language
from ingest.models import Metadata
from ingest.store import Library, open_library, versions
from ingest.store.inventory import Item, take_inventory
from ingest.store.rows import metadata_from_row
from tests.driver import drive, words
from tests.test_library_page import OTHER, OTHER_ID, press, show
from tests.test_store import DIRECTIVE_ID, directive, held_ids, put
from ui import library_care, services
from ui.library_data import (
    add_to_collection,
    correct_record,
    put_into_collections,
    remove_collection,
    remove_documents,
)
from ui.library_table import find_rows
from ui.speaking import LANGUAGE


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    with open_library(tmp_path) as opened:
        put(opened, directive())
        put(opened, OTHER)
        yield opened


@pytest.fixture
def app(library: Library) -> Iterator[AppTest]:
    yield from drive()


def shown(library: Library) -> Item:
    return take_inventory(library)[0]


def test_where_a_document_was_laid_meanwhile_it_stays(library: Library) -> None:
    library.collections.create("Dân vận", [DIRECTIVE_ID])
    item = shown(library)
    library.collections.create("Của người khác", [DIRECTIVE_ID])
    told = put_into_collections(item, ["Mới"])
    assert library.collections.names_of(DIRECTIVE_ID) == ["Của người khác", "Mới"]
    assert told.undo is not None
    redo = told.undo().undo
    assert library.collections.names_of(DIRECTIVE_ID) == ["Của người khác", "Dân vận"]
    assert redo is not None
    redo()
    assert library.collections.names_of(DIRECTIVE_ID) == ["Của người khác", "Mới"]


def test_a_removed_collection_comes_back_with_a_document_that_was_renamed_meanwhile(library: Library) -> None:
    library.collections.create("Dân vận", [DIRECTIVE_ID, OTHER_ID])
    told = remove_collection("Dân vận")
    now = library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"})
    assert told.undo is not None
    told.undo()
    assert library.collections.list_documents("Dân vận") == [now, OTHER_ID]


def test_an_undo_that_failed_can_be_tried_again(library: Library, app: AppTest) -> None:
    library.collections.create("Dân vận", [DIRECTIVE_ID])
    show(app, "bo-suu-tap")
    press(app, "Xóa bộ")
    library.collections.create("Dân vận")
    press(app, "Hoàn tác")
    assert "Đã có bộ sưu tập “Dân vận”. Hãy đặt tên khác." in words(app)
    library.collections.remove("Dân vận")
    press(app, "Hoàn tác")
    assert library.collections.list_documents("Dân vận") == [DIRECTIVE_ID]


def test_of_several_documents_those_go_that_are_still_there_and_come_back(library: Library) -> None:
    put(library, directive(number="07-CT/TU", body="1. Việc khác hẳn.\n"))
    before = held_ids(library)
    library.remove(OTHER_ID)
    told = remove_documents(before)
    assert told.words.startswith("Đã bỏ 2 văn bản")
    assert held_ids(library) == []
    assert told.undo is not None
    told.undo()
    assert held_ids(library) == [one for one in before if one != OTHER_ID]
    with pytest.raises(NotHeldError):
        remove_documents([OTHER_ID])


def test_a_record_is_corrected_whatever_its_document_is_called_meanwhile(library: Library) -> None:
    now = library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"})
    correct_record(DIRECTIVE_ID, {"signer": "Lê Văn A"})
    assert library.get(now).metadata.signer == "Lê Văn A"


def test_a_record_of_a_document_that_was_removed_meanwhile_is_said_to_be_gone(library: Library) -> None:
    library.remove(DIRECTIVE_ID)
    with pytest.raises(NotHeldError, match="Thư viện không có văn bản"):
        correct_record(DIRECTIVE_ID, {"signer": "Lê Văn A"})


def test_a_name_typed_letter_by_letter_is_the_same_name(library: Library) -> None:
    library.collections.create("Dân vận")
    add_to_collection(unicodedata.normalize("NFD", "dân vận"), [DIRECTIVE_ID])
    assert library.collections.list_documents("Dân vận") == [DIRECTIVE_ID]


def test_what_was_done_is_said_in_the_language_of_the_reader(
    library: Library, app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    began: list[Language] = []

    def begin(*_: object) -> list[Finding]:
        began.append(current_language())
        return []

    monkeypatch.setattr(library_care, "back_up", begin)
    monkeypatch.setattr(library_care, "examine_library", begin)
    app.session_state[LANGUAGE] = "en"
    show(app, "", DIRECTIVE_ID)
    press(app, "Remove from the library")
    assert "Đã bỏ" not in words(app)
    show(app, "sao-luu")
    press(app, "Back up now")
    press(app, "Check now")
    assert began == ["en", "en"]


def test_the_rows_of_many_chosen_documents_are_found_in_one_go() -> None:
    compared = 0

    class Id(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    ids, chosen = [Id(number) for number in range(500)], [Id(number) for number in range(600)]
    assert find_rows(ids, chosen) == list(range(500))
    assert compared < 5_000


def test_the_list_of_removed_documents_reads_no_text(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()

    def note(row: sqlite3.Row) -> Metadata:
        read.update(row.keys())
        return metadata_from_row(row)

    monkeypatch.setattr(versions, "metadata_from_row", note)
    library.remove(OTHER_ID)
    assert [one.id for one in library.versions.removed()] == [OTHER_ID]
    assert "text" not in read
