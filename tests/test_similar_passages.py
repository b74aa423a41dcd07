"""The nearest passages of other documents: by words and meaning, with what differs, or that none is near enough."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.__main__ import main
from index.describe_similar import NOT_INDEXED, NOT_NEAR, say_similar
from index.local_index import LocalIndex, load_index
from index.settings import Settings
from index.similar import NEAR, Nearest, find_similar
from ingest.console import run
from ingest.models import Passage
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import write
from ui import services

SHARED = (
    "Cấp ủy các cấp phân công cấp ủy viên tiếp xúc, đối thoại trực tiếp với nhân dân mỗi quý một lần, "
    "kết luận bằng văn bản và thông báo công khai tại trụ sở."
)
CHANGED = SHARED.replace("mỗi quý một lần", "sáu tháng một lần")
RULES = "Đảng viên vi phạm quy định về bầu cử thì bị xử lý kỷ luật theo mức độ và hậu quả của hành vi vi phạm đó."
OLD = write("811-QĐ/TW", "03 tháng 02 năm 2010", f"Điều 1. Đối thoại\n\n1. {SHARED}\n\n2. Có hiệu lực.\n")
NEW = write("812-QĐ/TW", "05 tháng 4 năm 2015", f"Điều 1. Dân vận\n\n{RULES}\n\nĐiều 2. Đối thoại\n\n3. {CHANGED}\n")
COPY = write("813-QĐ/TW", "05 tháng 4 năm 2016", f"Điều 7. Đối thoại\n\n1. {SHARED}\n")
OLD_ID, NEW_ID, COPY_ID = "811-QĐ/TW@2010-02-03", "812-QĐ/TW@2015-04-05", "813-QĐ/TW@2016-04-05"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("similar")
    for number, text in enumerate((OLD, NEW, COPY)):
        add_text(folder, text, f"{number}.txt")
    build(folder, FakeEncoder())
    return folder


@pytest.fixture(scope="module")
def index(home: Path) -> LocalIndex:
    return load_index(Settings(home, FAKE_MODEL).index_folder)


def look(home: Path, index: LocalIndex, document: str, address: str) -> Nearest:
    with open_library(home) as library:
        node = library.get(document).find_provision(address)
        assert node is not None
        return find_similar(index, library, document, (node.start, node.end))


def test_the_nearest_of_other_documents_come_first_and_none_of_its_own(home: Path, index: LocalIndex) -> None:
    found = look(home, index, OLD_ID, "dieu-1.khoan-1").found
    assert [(one.passage.document_id, one.passage.address) for one in found] == [
        (COPY_ID, "dieu-7.khoan-1"),
        (NEW_ID, "dieu-2.khoan-3"),
    ]
    assert [one.same for one in found] == [True, False]
    assert found[0].nearness > found[1].nearness >= NEAR


def test_a_document_that_is_removed_meanwhile_disturbs_nobody(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = Library.find_passages

    def find_and_remove(self: Library, numbers: Sequence[int]) -> dict[int, Passage]:
        found = find(self, numbers)
        with open_library(home) as other:
            if COPY_ID in other.find_records([COPY_ID]):
                other.remove(COPY_ID)
        return found

    monkeypatch.setenv("VANKIEN_HOME", str(home))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr(Library, "find_passages", find_and_remove)
    with open_library(home) as library:
        node = library.get(OLD_ID).find_provision("dieu-1.khoan-1")
        assert node is not None
    try:
        found = services.look_for_similar(OLD_ID, (node.start, node.end)).found
    finally:
        with open_library(home) as library:
            library.versions.restore(COPY_ID)

    assert [one.passage.document_id for one in found] == [COPY_ID, NEW_ID]


def test_what_is_shown_is_a_slice_and_the_differing_words_are_those(home: Path, index: LocalIndex) -> None:
    nearest = look(home, index, OLD_ID, "dieu-1.khoan-1")
    other = nearest.found[1]
    with open_library(home) as library:
        text = library.get(NEW_ID).text
    assert text[other.passage.start : other.passage.end] == other.passage.text
    (words,) = other.changes
    assert other.source.text[words.old_start : words.old_end] == "mỗi quý"
    assert other.passage.text[words.new_start : words.new_end] == "sáu tháng"
    assert "{+sáu tháng+}" in say_similar("chỗ này", nearest)


def test_the_same_words_in_several_documents_are_one_passage_with_its_copies(home: Path, index: LocalIndex) -> None:
    (one,) = look(home, index, NEW_ID, "dieu-2.khoan-3").found
    places = {(one.passage.document_id, one.passage.address), *((p.document_id, p.address) for p, _ in one.also)}
    assert places == {(OLD_ID, "dieu-1.khoan-1"), (COPY_ID, "dieu-7.khoan-1")}


def test_where_nothing_is_near_enough_it_is_said(home: Path, index: LocalIndex) -> None:
    nearest = look(home, index, NEW_ID, "dieu-1")
    assert (nearest.found, nearest.indexed) == ((), True)
    assert say_similar("chỗ này", nearest) == f"{NOT_NEAR}."


def test_a_document_that_the_index_does_not_know_yet_is_told_from_one_without_likes(home: Path, tmp_path: Path) -> None:
    add_text(tmp_path, OLD, "0.txt")
    build(tmp_path, FakeEncoder())
    index = load_index(Settings(tmp_path, FAKE_MODEL).index_folder)
    add_text(tmp_path, COPY, "2.txt")
    nearest = look(tmp_path, index, COPY_ID, "dieu-7.khoan-1")
    assert say_similar("chỗ này", nearest) == f"{NOT_INDEXED}."


def test_what_was_removed_is_not_shown(tmp_path: Path) -> None:
    for number, text in enumerate((OLD, COPY)):
        add_text(tmp_path, text, f"{number}.txt")
    build(tmp_path, FakeEncoder())
    index = load_index(Settings(tmp_path, FAKE_MODEL).index_folder)
    with open_library(tmp_path) as library:
        library.remove(COPY_ID)
    assert look(tmp_path, index, OLD_ID, "dieu-1.khoan-1").found == ()


SIGNED = (
    "Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Các ban đảng Trung ương,\n- Lưu Văn phòng Trung ương Đảng.\n\n"
    "T/M BỘ CHÍNH TRỊ\nTrần Quốc Vượng\n"
)
STOCK = "Trường hợp khác theo quy định của pháp luật có liên quan."
LIKE = ("Văn phòng chuẩn bị nội dung", "Ban Dân vận chuẩn bị nội dung", "Ban Tổ chức chuẩn bị nội dung")
"""What opens a sentence, so that every document says it in other words."""
PREPARES = "và gửi giấy mời đến các thành phần dự họp trước ba ngày làm việc."


def test_recipients_and_signatures_are_near_to_nothing(tmp_path: Path) -> None:
    for number, text in enumerate((OLD, NEW)):
        add_text(tmp_path, text + SIGNED, f"{number}.txt")
    build(tmp_path, FakeEncoder())
    index = load_index(Settings(tmp_path, FAKE_MODEL).index_folder)
    assert look(tmp_path, index, OLD_ID, "dieu-1.khoan-1").found
    assert look(tmp_path, index, OLD_ID, "noi-nhan").found == ()


@pytest.fixture(scope="module")
def much(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article whose points others have in words of their own, and a stock phrase that stands in every article."""
    folder = tmp_path_factory.mktemp("much")
    body = f"Điều 1. Đối thoại\n\n1. {SHARED}\n\n2. {LIKE[0]} {PREPARES}\n\n3. {STOCK}\n\n"
    add_text(folder, write("811-QĐ/TW", "03 tháng 02 năm 2010", body), "0.txt")
    for number in range(1, 9):
        like = f"{LIKE[number % 3]} của tổ số {number} {PREPARES}"
        shared = f"\n\n2. {CHANGED}" if number == 8 else ""
        stocks = "\n\n".join(f"Điều {one}. Việc {number}{one}\n\n1. Tổ {one}.\n\n2. {STOCK}" for one in range(2, 9))
        body = f"Điều 1. Họp\n\n1. {like}{shared}\n\n{stocks}\n"
        add_text(folder, write(f"{820 + number}-QĐ/TW", "05 tháng 4 năm 2015", body), f"{number}.txt")
    build(folder, FakeEncoder())
    return folder


def test_around_an_article_no_point_crowds_out_the_others_and_no_stock_phrase_is_told(much: Path) -> None:
    index = load_index(Settings(much, FAKE_MODEL).index_folder)
    sources = [one.source.address.rpartition(".")[2] for one in look(much, index, OLD_ID, "dieu-1").found]
    assert sorted(sources[:4]) == ["khoan-1", "khoan-2", "khoan-2", "khoan-2"]
    assert len(sources) > 4
    assert "khoan-3" not in sources
    assert look(much, index, OLD_ID, "dieu-1.khoan-3").found  # who asks for it alone is told


# --- at the command line -------------------------------------------------------------------------------------


@pytest.fixture
def served(home: Path, index: LocalIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command reads this library and index; no model is loaded or named."""
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    monkeypatch.setattr("index.opening.open_index", lambda _: index)


@pytest.mark.usefixtures("served")
def test_the_command_has_its_stable_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(main, ["similar", "811-QĐ/TW", "--at", "dieu-1.khoan-1", "--limit", "1", "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert (form["document"], form["address"], form["indexed"], form["left"]) == (OLD_ID, "dieu-1.khoan-1", True, 0)
    (one,) = form["similar"]
    assert (one["document"], one["address"], one["date"]) == (COPY_ID, "dieu-7.khoan-1", "2016-04-05")
    assert one["text"] == one["source"]["text"]
    assert one["changes"] == []


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["811-QĐ/TW", "--at", "dieu-9"], "không có vị trí “dieu-9”", id="no-such-place"),
        pytest.param(["999-QĐ/TW", "--at", "dieu-1"], "Thư viện không có văn bản", id="not-held"),
        pytest.param(["811-QĐ/TW", "--at", "dieu-1", "--limit", "0"], "--limit", id="no-limit"),
    ],
)
def test_what_cannot_be_looked_for_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(main, ["similar", *words]) != 0
    assert said in capsys.readouterr().err
