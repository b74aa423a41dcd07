"""What a held document amends, by its title, is answered by what it lays down."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ask import answer_question
from index.search import open_searcher
from index.settings import Settings
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_aim import DISCIPLINE, write


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        pytest.param("Quyết định 2045-QĐ/TU sửa đổi những gì?", True, id="what-an-amending-document-amends"),
        pytest.param("quyet dinh 2045-qd/tu sua doi bo sung noi dung nao", True, id="typed-without-marks"),
        pytest.param("Quy định 102-QĐ/TW sửa đổi những gì?", False, id="of-one-that-amends-nothing"),
    ],
)
def test_what_a_held_document_amends_is_answered_by_its_articles(tmp_path: Path, typed: str, answered: bool) -> None:
    title = "QUYẾT ĐỊNH\nSửa đổi, bổ sung một số điều của Quy định số 1560-QĐ/TU"
    body = "Điều 1. Sửa đổi\n\n1. Bãi bỏ Điều 11.\n\n2. Bỏ điểm c khoản 2 Điều 12."
    add_text(tmp_path, write(title, "2045-QĐ/TU", "ngày 11 tháng 3 năm 2019", body, "TỈNH ỦY BÌNH THUẬN"), "2045.txt")
    add_text(tmp_path, DISCIPLINE, "102.txt")
    build(tmp_path, FakeEncoder())
    answer = answer_question(open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder()), typed)
    assert (answer.confidence == "cao") is answered
    if answered:
        assert sorted(quote.text for quote in answer.quotes) == ["1. Bãi bỏ Điều 11.", "2. Bỏ điểm c khoản 2 Điều 12."]
