"""In which language the pages speak: what the reader chose, then what the browser kept, then Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.driver import drive, stand_in
from ui.speaking import NAMES


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    stand_in(monkeypatch, tmp_path)
    yield from drive()


def list_links(app: AppTest) -> list[str]:
    return [str(one.proto.label) for one in app.get("page_link")]


def press(app: AppTest, language: str) -> AppTest:
    return next(one for one in app.button if one.label == language).click().run()


def test_vietnamese_comes_first_and_one_press_below_leads_to_english_and_back(app: AppTest) -> None:
    assert "Tìm kiếm" in list_links(app.run())
    assert "Search" in list_links(press(app, NAMES["en"]))
    assert "Tìm kiếm" in list_links(press(app, NAMES["vi"]))


def test_the_choice_holds_on_the_other_pages(app: AppTest) -> None:
    press(app.run(), NAMES["en"])

    app.switch_page("ui/about.py").run()

    assert "Search" in list_links(app)
    assert [one.label for one in app.button if one.label in NAMES.values()] == [NAMES["vi"]]
