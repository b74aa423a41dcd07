"""Places inside a text that a document encloses: every way to name one finds it, and both where two are meant."""

from __future__ import annotations

import pytest

from index.ask import answer_question
from index.naming.targets import find_targets
from index.search import Searcher, open_searcher
from index.settings import Settings
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

HEAD = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố {}\n\nHà Nội, ngày 12 tháng 12 năm 2013\n\n{}\n\n"
OWN = (
    "Điều 1. Ban hành kèm theo Quyết định này {0} về việc làm của các cơ quan.\n\n"
    "Điều 2. Các tỉnh ủy, thành ủy chịu trách nhiệm thi hành Quyết định này.\n\nT/M BỘ CHÍNH TRỊ\n\nLê Văn A\n\n"
)
RULES = (
    "QUY CHẾ\ngiám sát và phản biện xã hội\n(Ban hành kèm theo Quyết định số 217-QĐ/TW, ngày 12/12/2013)\n\n"
    "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Giải thích từ ngữ\n\nGiám sát là việc theo dõi, phát hiện.\n\n"
    "Điều 2. Nguyên tắc\n\n1. Dân chủ.\n\n2. Công khai.\n\n"
    "Chương II\nHOẠT ĐỘNG GIÁM SÁT\n\nĐiều 3. Phạm vi giám sát\n\n1. Chính sách.\n\n2. Pháp luật.\n\n"
    "PHỤ LỤC 2\nKẾT QUẢ GIÁM SÁT\n\nI. Kết quả\n\n1. Kết quả giám sát của cấp tỉnh trong năm được báo cáo.\n"
)
ADVICE = (
    "QUY ĐỊNH\nvề tham gia góp ý\n(Ban hành kèm theo Quyết định số 218-QĐ/TW, ngày 12/12/2013)\n\n"
    "Điều 4. Hình thức góp ý\n\n1. Bằng văn bản.\n\n2. Qua hội nghị.\n"
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("library")
    whole = {
        "217": HEAD.format("217-QĐ/TW", "QUYẾT ĐỊNH\nban hành Quy chế giám sát") + OWN.format("Quy chế") + RULES,
        "218": HEAD.format("218-QĐ/TW", "QUYẾT ĐỊNH\nban hành Quy định góp ý") + OWN.format("Quy định") + ADVICE,
        "9": HEAD.format("09-QC/TW", "QUY CHẾ\nlàm việc")
        + "Điều 3. Chế độ họp\n\nHọp mỗi tháng một lần vào đầu tháng.\n",
    }
    for name, text in whole.items():
        add_text(home, text, f"{name}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


OF_217, OF_218, OF_9 = "217-QĐ/TW", "218-QĐ/TW", "09-QC/TW"


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        pytest.param("Chương II Quy chế", {(OF_217, "quy-che.dieu-3")}, id="chapter"),
        pytest.param("chuong 2 cua quy che", {(OF_217, "quy-che.dieu-3")}, id="chapter-without-marks"),
        pytest.param("Điều 3 của Quy chế", {(OF_217, "quy-che.dieu-3"), (OF_9, "dieu-3")}, id="of-any-such-text"),
        pytest.param("quy chế, điều 3", {(OF_217, "quy-che.dieu-3"), (OF_9, "dieu-3")}, id="the-text-first"),
        pytest.param("khoản 2 Điều 4 quy định ban hành kèm theo", {(OF_218, "quy-dinh.dieu-4")}, id="enclosed-with"),
        pytest.param(
            "Điều 3 Quy chế ban hành kèm theo Quyết định số 217-QĐ/TW", {(OF_217, "quy-che.dieu-3")}, id="full"
        ),
        pytest.param(
            "Điều 3 Quy chế giám sát và phản biện xã hội kèm theo QĐ 217", {(OF_217, "quy-che.dieu-3")}, id="titled"
        ),
        pytest.param("Điều 3 Quy chế 217", {(OF_217, "quy-che.dieu-3")}, id="the-number-of-what-encloses-it"),
        pytest.param("Quy chế 217 chương 2", {(OF_217, "quy-che.dieu-3")}, id="and-the-place-last"),
        pytest.param("Điều 3 Quy chế 09-QC/TW", {(OF_9, "dieu-3")}, id="a-text-of-its-own"),
        pytest.param("Điều 1 quyết định 217", {(OF_217, "dieu-1"), (OF_217, "quy-che.dieu-1")}, id="both"),
        pytest.param("Điều 1 của Quyết định", {(OF_217, "dieu-1"), (OF_218, "dieu-1")}, id="what-encloses"),
        pytest.param("Điều 4 của Quyết định 218", {(OF_218, "quy-dinh.dieu-4")}, id="only-the-enclosed-has-it"),
        pytest.param("mục I phụ lục 2 quyết định 217", {(OF_217, "phu-luc-2.I")}, id="appendix"),
        pytest.param("phụ lục II của Quyết định 217", {(OF_217, "phu-luc-2.I")}, id="appendix-alone"),
        pytest.param("mục I phụ lục", {(OF_217, "phu-luc-2.I")}, id="appendix-without-its-number"),
    ],
)
def test_a_place_in_an_enclosed_text_is_found(searcher: Searcher, typed: str, places: set[tuple[str, str]]) -> None:
    found = [hit for hit in searcher.search(typed, 12) if hit.named]
    assert {(hit.metadata.number, _unit(hit.passage.address)) for hit in found} == places


def _unit(address: str) -> str:
    """Down to the article or the section."""
    steps = address.split(".")
    return ".".join(steps[: 2 if not steps[0].startswith("dieu-") else 1])


def test_of_a_place_that_two_texts_of_a_document_have_both_are_named(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Điều 1 quyết định 217")
    assert {quote.address.partition(".")[0] for quote in answer.quotes} == {"dieu-1", "quy-che"}
    (note,) = answer.notes
    assert "Điều 1 Quyết định; Điều 1 Quy chế" in note
    assert note.endswith("Muốn xem riêng một nơi, hãy ghi rõ, ví dụ: Điều 1 Quy chế kèm theo Quyết định số 217-QĐ/TW")


@pytest.mark.parametrize(
    "typed",
    ["Điều 1 Quy chế kèm theo Quyết định số 217-QĐ/TW", "Điều 1 Quy chế số 217-QĐ/TW", "quy che 217-qd/tw dieu 1"],
)
def test_what_says_which_of_the_two_shows_that_one_first(searcher: Searcher, typed: str) -> None:
    answer = answer_question(searcher, typed)
    assert answer.quotes[0].address == "quy-che.dieu-1"
    assert not answer.notes


@pytest.mark.parametrize("typed", ["Điều 3 quy định gì", "quy định tại Điều 3", "Điều 3 quyết định việc gì?"])
def test_a_verb_is_no_text(typed: str) -> None:
    assert [target.place for target in find_targets(typed)] == ["dieu-3"]
