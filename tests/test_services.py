"""What the pages open is opened once, shared, and follows the library."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.build import BuildReport, build_index
from index.encode import Encoder
from index.local_index import current_build
from index.settings import Settings, load_settings
from ingest.adding import add_files
from ingest.errors import MissingIndexError, ModelError, NotHeldError
from ingest.models import Document
from ingest.store import Library, open_library
from tests.fakes import FakeEncoder
from ui import openers, services
from ui.asked import Asked
from ui.building import Report
from ui.openers import open_ahead

FIRST = "THÔNG BÁO\nvề công tác kiểm tra\n\n1. Tăng cường kiểm tra tổ chức đảng theo Quy định số 102-QĐ/TW.\n"
SECOND = "QUY ĐỊNH\nvề công tác dân vận\n\n1. Đẩy mạnh công tác dân vận của chính quyền.\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models opened so far, by name."""
    names: list[str] = []

    def open_fake(model: str) -> Encoder:
        names.append(model)
        return FakeEncoder()

    def build_here(settings: Settings, report: Report) -> BuildReport:
        return build_index(settings, report, FakeEncoder())

    monkeypatch.setattr(openers, "open_encoder", open_fake)
    monkeypatch.setattr(openers, "build_apart", build_here)
    return names


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> Iterator[Path]:
    folder = tmp_path / "var"
    monkeypatch.setenv("VANKIEN_HOME", str(folder))
    forget()
    add(folder, "mot.txt", FIRST)
    yield folder
    forget()


def forget() -> None:
    open_ahead.cache_clear()
    openers._open_encoder.cache_clear()
    openers._searchers.clear()
    openers._indexes.clear()
    openers._share_builder.clear()


def open_none(settings: Settings) -> None:
    raise ModelError(f"{settings.model}: none")


def add(home: Path, name: str, text: str) -> None:
    file = home.parent / name
    file.write_text(text, encoding="utf-8")
    with open_library(home) as library:
        assert [outcome.error for outcome in add_files(library, [file])] == [None]


def build() -> None:
    builder = services.build_if_needed()
    builder.wait(60)
    assert (builder.running, builder.failure) == (False, None)


def test_before_the_first_build_there_is_no_index(home: Path) -> None:
    with pytest.raises(MissingIndexError):
        services.answer(Asked("Kiểm tra tổ chức đảng?"))


def find_all(question: str) -> str:
    """The passages that the index in use has, joined; the order is the search's affair."""
    return "\n".join(hit.passage.text for hit in services.answer(Asked(question)).found)


def test_a_new_build_is_picked_up_and_the_model_opened_once(home: Path, opened: list[str]) -> None:
    build()
    assert "1. Tăng cường" in find_all("Kiểm tra tổ chức đảng?")
    add(home, "hai.txt", SECOND)
    assert len(services.pending()) == 1
    assert "1. Đẩy mạnh" not in find_all("Công tác dân vận?")
    build()
    assert services.pending() == ()
    assert "1. Đẩy mạnh" in find_all("Công tác dân vận?")
    assert len(opened) == 1


def test_the_answer_and_the_list_under_it_read_the_question_in_the_same_way(home: Path) -> None:
    build()
    for literal in (False, True):
        asked = Asked("kiem tra to chuc dang", literal=literal)
        answer = services.answer(asked)
        assert answer.understood == services.look_further(asked, answer).query.understood
    assert answer.understood == asked.question


def test_many_readers_share_one_model(home: Path, opened: list[str]) -> None:
    build()
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(services.answer, [Asked("Tăng cường kiểm tra tổ chức đảng?")] * 16))
    assert len(set(answers)) == 1
    assert len(opened) == 1


def test_nothing_is_built_where_nothing_is_new(home: Path, opened: list[str]) -> None:
    build()
    before = current_build(home / "index")
    assert not services.build_if_needed().running
    assert current_build(home / "index") == before


def test_a_failure_is_forgotten_once_the_index_is_current(home: Path) -> None:
    build()
    builder = services.build_if_needed()
    builder.failure = "Ổ đĩa đã đầy."
    assert services.build_if_needed().failure is None


def test_a_failed_build_is_not_begun_again_by_itself(home: Path) -> None:
    build()
    add(home, "hai.txt", SECOND)
    builder = openers.share_builder(load_settings())
    builder.failure = "Ổ đĩa đã đầy."
    assert not services.build_if_needed().running
    assert builder.failure == "Ổ đĩa đã đầy."


def test_a_document_is_opened_by_its_id_with_its_provisions(home: Path) -> None:
    ((document_id, metadata),) = services.list_documents()
    document = services.open_document(document_id).document
    assert document.metadata == metadata
    node = document.find_provision("1")
    assert node is not None
    held, lacking = (document_id, "1"), (document_id, "9")
    assert services.find_spans([held, lacking]) == {held: (node.start, node.end)}


def test_a_document_that_is_not_held_is_an_error_to_show(home: Path) -> None:
    with pytest.raises(NotHeldError):
        services.open_document("không-có")


def test_the_places_of_several_documents_are_found_without_reading_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(home, "hai.txt", SECOND)
    places = [(document_id, address) for document_id, _ in services.list_documents() for address in ("1", "tieu-de")]

    def refuse(_: Library, document_id: str) -> Document:
        raise AssertionError(document_id)

    monkeypatch.setattr(Library, "get", refuse)
    assert set(services.find_spans(places)) == set(places)


def test_places_of_a_document_that_was_removed_are_left_out(home: Path) -> None:
    ((document_id, _),) = services.list_documents()
    with open_library(home) as library:
        library.remove(document_id)
    assert services.find_spans([(document_id, "1")]) == {}


def test_a_mention_names_the_held_document_it_means(home: Path) -> None:
    ((document_id, _),) = services.list_documents()
    assert services.open_document(document_id).held == {}
    add(home, "quy-dinh.txt", "ĐẢNG CỘNG SẢN VIỆT NAM\nSố 102-QĐ/TW\n\nQUY ĐỊNH\nvề xử lý kỷ luật\n\n1. Nội dung.\n")
    held = services.open_document(document_id).held
    assert [citation.number for citation in held] == ["102-QĐ/TW"]
    assert set(held.values()) == {other for other, _ in services.list_documents()} - {document_id}


def test_a_document_that_names_itself_does_not_lead_to_itself(home: Path) -> None:
    text = (
        "ĐẢNG CỘNG SẢN VIỆT NAM\nSố 102-QĐ/TW\n\nQUY ĐỊNH\nvề kỷ luật\n\n1. Quy định số 102-QĐ/TW có hiệu lực ngay.\n"
    )
    add(home, "quy-dinh.txt", text)
    opened = services.open_document("102-QĐ/TW")
    assert opened.document.citations == ()
    assert opened.held == {}


def test_the_model_is_opened_while_a_first_question_is_typed(
    home: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openers, "open_ahead", open_ahead)
    monkeypatch.setattr(openers, "_UNTIL_DRAWN_S", 0.0)
    build()
    assert not opened  # nothing can be asked yet

    for _ in range(2):
        services.build_if_needed()
    for waiting in [one for one in threading.enumerate() if isinstance(one, threading.Timer)]:
        waiting.join(60)
    assert opened == [load_settings().model]


def test_a_model_that_cannot_be_opened_is_told_to_the_one_who_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openers, "share_encoder", open_none)
    openers._open_quietly(Settings(tmp_path))
