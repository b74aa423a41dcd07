"""Documents that were opened last are kept, and never longer than the library stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answering.shelf import Shelf
from ingest.models import Document
from ingest.store import Library, open_library
from tests.fakes import add_text

ONE = "THÔNG BÁO\nvề một việc\n\n1. Việc thứ nhất."
TWO = "THÔNG BÁO\nvề hai việc\n\n1. Việc thứ hai."
THREE = "THÔNG BÁO\nvề ba việc\n\n1. Việc thứ ba."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the documents that were read from the library, in order."""
    ids: list[str] = []
    get = Library.get

    def note(library: Library, document_id: str) -> Document:
        ids.append(document_id)
        return get(library, document_id)

    monkeypatch.setattr(Library, "get", note)
    return ids


def test_a_document_is_read_once_and_is_the_librarys(library: Library, read: list[str]) -> None:
    one = add_text(library.folder, ONE)
    shelf = Shelf()
    assert shelf.open(library, one) is shelf.open(library, one)
    assert read == [one]
    assert shelf.open(library, one) == library.get(one)


def test_a_document_that_was_removed_is_gone_and_one_restored_is_back(library: Library) -> None:
    one = add_text(library.folder, ONE)
    shelf = Shelf()
    assert shelf.open(library, one)
    library.remove(one)
    assert shelf.open(library, one) is None
    add_text(library.folder, ONE)
    assert shelf.open(library, one) == library.get(one)


def test_the_document_opened_longest_ago_makes_room(library: Library, read: list[str]) -> None:
    one, two, three = (add_text(library.folder, text) for text in (ONE, TWO, THREE))
    shelf = Shelf(2)
    for document_id in (one, two, one, three, one, two):
        shelf.open(library, document_id)
    assert read == [one, two, three, two]


def test_what_is_not_held_is_none(library: Library) -> None:
    assert Shelf().open(library, "khong-co") is None
