"""No command is told on a page: the page that does the same is named in its place, and led to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.errors import AppError, LibraryError, MissingIndexError
from tests.driver import ask, words
from tests.fakes import Desk, answered, declined
from ui.ask import ADD_IT
from ui.steps import find_pages, say_on_page

ROOT = Path(__file__).resolve().parent.parent
NOT_HELD = "Thư viện chưa có nguyên văn Quy định số 9-QĐ/TW. Hãy thêm tệp văn bản: python -m ingest add TỆP"


@pytest.mark.parametrize(
    ("told", "said", "pages"),
    [
        pytest.param(
            "Hãy thêm tệp văn bản: python -m ingest add TỆP.",
            "Hãy thêm tệp văn bản ở trang Thư viện.",
            ["Thư viện"],
            id="after-a-colon",
        ),
        pytest.param(
            "chép sang rồi thêm bằng: python -m ingest add TỆP, rồi chạy: python -m index build",
            "chép sang rồi thêm ở trang Thư viện, rồi lập chỉ mục ở trang Hỏi đáp",
            ["Thư viện", "Hỏi đáp"],
            id="two-steps",
        ),
        pytest.param(
            "thêm tệp nguyên văn (lệnh: python -m ingest add TỆP).",
            "thêm tệp nguyên văn (ở trang Thư viện).",
            ["Thư viện"],
            id="in-brackets",
        ),
        pytest.param(
            "cấp quyền ghi rồi chạy lại: python -m index build. Chỉ mục cũ vẫn dùng được.",
            "cấp quyền ghi rồi lập chỉ mục ở trang Hỏi đáp. Chỉ mục cũ vẫn dùng được.",
            ["Hỏi đáp"],
            id="within-a-text",
        ),
        pytest.param(
            "Hãy xem các điều, mục của văn bản: python -m ingest show 34/2016/NĐ-CP@2016-05-14",
            "Hãy xem các điều, mục của văn bản ở trang Văn bản",
            ["Văn bản"],
            id="with-a-document",
        ),
        pytest.param(
            "muốn dùng lại: python -m ingest restore 05-CT/TW@2016-05-15 --version 2",
            "muốn dùng lại: nhờ người phụ trách máy",
            [],
            id="of-no-page",
        ),
        pytest.param(
            "đọc lại bằng: python -m ingest add --retry …", "đọc lại: nhờ người phụ trách máy", [], id="with-options"
        ),
        pytest.param("Hãy hỏi lại bằng từ khác.", "Hãy hỏi lại bằng từ khác.", [], id="no-command"),
        pytest.param(
            "Thư viện không có văn bản “05-CT/TW@2016-05-15”. Xem danh sách bằng: python -m ingest list",
            "Thư viện không có văn bản “05-CT/TW ngày 15/5/2016”. Xem danh sách ở trang Văn bản",
            ["Văn bản"],
            id="an-id",
        ),
        pytest.param("“1-QĐ/TW@2016-13-45”", "“1-QĐ/TW@2016-13-45”", [], id="no-id"),
    ],
)
def test_a_command_is_said_as_the_page_that_does_it(told: str, said: str, pages: list[str]) -> None:
    assert say_on_page(told) == said
    assert find_pages([told, told]) == pages


def _find_words(room: str) -> Iterator[tuple[Path, str]]:
    """All that is written in quotes in a *room*, its commands left out."""
    for file in sorted((ROOT / room).rglob("*.py")):
        if file.name != "__main__.py" and file.parent.name != "commands":
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and "python -m " in str(node.value):
                    yield file, str(node.value)


def test_no_message_from_below_keeps_its_command() -> None:
    messages = [words for room in ("ingest", "index") for _, words in _find_words(room) if ": python -m " in words]
    assert len(messages) > 20
    whole = [words for words in messages if not words.startswith("python -m")]
    assert [words for words in whole if "python -m" in say_on_page(words)] == []


def test_the_pages_themselves_tell_no_command() -> None:
    told = {file.name for file, _ in _find_words("ui")}
    assert told == {"steps.py", "start.py"}  # the second tells who starts the program, at his window of commands


@pytest.mark.parametrize("found", [True, False], ids=["answered", "declined"])
def test_what_is_not_held_is_led_to_and_no_command_is_told(app: AppTest, desk: Desk, found: bool) -> None:
    desk.reply = replace(answered("?") if found else declined("?"), notes=(NOT_HELD,))
    ask(app, "Quy định 9-QĐ/TW nói gì?")
    said = words(app)
    assert "python -m" not in said
    assert "Hãy thêm tệp văn bản ở trang Thư viện" in said
    assert ADD_IT not in said
    labels = [link.proto.label for link in app.get("page_link")]
    assert labels.index("Sang trang Thư viện") + 1 == labels.index("Xem văn bản được dẫn mà thư viện còn thiếu")


@pytest.mark.parametrize(
    ("error", "step"),
    [
        pytest.param(MissingIndexError(Path("var")), "Hãy lập chỉ mục ở trang Hỏi đáp", id="led-to"),
        pytest.param(LibraryError("Thư viện bị khóa."), "Thư viện bị khóa.", id="as-it-is"),
    ],
)
def test_an_error_says_its_step_as_a_page(app: AppTest, desk: Desk, error: AppError, step: str) -> None:
    desk.reply = error
    ask(app, "Năng lực?")
    assert "python -m" not in words(app)
    assert step in words(app)
