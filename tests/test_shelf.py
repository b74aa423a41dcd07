"""Choosing a document to read: those added last first, and of many by sign or words of the name."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ingest.models import Metadata
from tests.driver import html, open_document, words
from tests.fakes import Desk
from ui import services

MANY = [
    (f"{number}-QĐ/TU@2018-01-02", Metadata("Quy định", f"{number}-QĐ/TU", f"về việc {number}", date=date(2018, 1, 2)))
    for number in range(1, 101)
]


@pytest.fixture
def many(app: AppTest, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(services, "list_documents", lambda: MANY)
    open_document(app)
    return app


def shown(app: AppTest) -> list[str]:
    """Ordinals of the documents that are listed."""
    return [line.split("-Q")[0] for line in html(app).split("van-ban?doc=")[1:]]


def find(app: AppTest, typed: str) -> None:
    app.text_input(key="vk-tim-tren-ke").set_value(typed)
    next(button for button in app.button if button.label == "Tìm").click().run()


def test_few_are_listed_without_a_box_those_added_last_first(
    app: AppTest, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "list_documents", lambda: MANY[:3])
    open_document(app)
    assert shown(app) == ["3", "2", "1"]
    assert not app.text_input


def test_of_many_the_first_are_listed_and_more_on_a_press(many: AppTest) -> None:
    assert shown(many) == [str(number) for number in range(100, 60, -1)]
    next(button for button in many.button if button.label == "Xem thêm (còn 60 văn bản)").click().run()
    assert len(shown(many)) == 100


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("7-QĐ/TU", ["7"], id="sign"),
        pytest.param("99", ["99"], id="number"),
        pytest.param("ve viec 42", ["42"], id="words-without-marks"),
    ],
)
def test_of_many_one_is_found_by_what_is_typed(many: AppTest, typed: str, expected: list[str]) -> None:
    find(many, typed)
    assert shown(many)[: len(expected)] == expected


def test_where_nothing_fits_it_is_said_with_what_to_do(many: AppTest) -> None:
    find(many, "đường sắt")
    assert shown(many) == []
    assert "Không có văn bản nào khớp “đường sắt”. Hãy gõ số ký hiệu" in words(many)
