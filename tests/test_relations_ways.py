"""Page Quan hệ leads on where it has nothing to show, and begins with what is being read."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.driver import html, words
from tests.surrounded import SECOND
from tests.test_relations_page import TABLE, app, home, open_page, see

__all__ = ["app", "home"]


def test_a_tree_that_does_not_grow_leads_to_what_else_is_told(app: AppTest) -> None:
    see(open_page(app, "805-QĐ/TW"), "Cây căn cứ")
    assert "Chưa thấy văn bản này căn cứ vào văn bản nào." in words(app)
    next(button for button in app.button if button.label == "Xem 1 quan hệ khác của văn bản này ở Bảng").click().run()
    assert "Theo **Quy định** số 802-QĐ/TW" in words(app)
    assert app.segmented_control(key="vk-cach-xem").value == TABLE


def test_the_document_read_last_is_offered_first_and_how_many_more_there_are_is_said(app: AppTest) -> None:
    def offered() -> str:
        return html(open_page(app)).partition("<li")[2].partition("</li>")[0]

    assert "805-QĐ/TW" in offered()
    app.session_state["opened"] = SECOND
    assert SECOND.partition("-")[0] in offered()
    assert "hãy gõ số ký hiệu hoặc vài chữ của tên ở ô trên" in words(app)
