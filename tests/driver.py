"""Drives the pages without a browser, on a desk that stands for the library and the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Expander

from tests.fakes import Desk
from ui import lacking, services

ROOT = Path(__file__).resolve().parent.parent


_STOOD_FOR = ("list_documents", "open_document", "find_spans", "answer", "look_further", "pending", "suggest_questions")


def stand_in(monkeypatch: pytest.MonkeyPatch, home: Path) -> Desk:
    """A desk in the place of the services; what readers keep lies in *home*."""
    standing = Desk()
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    for name in _STOOD_FOR:
        monkeypatch.setattr(services, name, getattr(standing, name))
    monkeypatch.setattr(services, "build_if_needed", standing.ready_builder)
    monkeypatch.setattr(lacking, "find_bearers", lambda _: [])
    return standing


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """In the place of the services; files that test them have an ``app`` of their own."""
    return stand_in(monkeypatch, tmp_path)


@pytest.fixture
def app(desk: Desk) -> Iterator[AppTest]:
    """The pages over ``desk``."""
    yield from drive()


def drive() -> Iterator[AppTest]:
    """The pages, not yet run; at the end none of them may have raised."""
    driven = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    yield driven
    assert not driven.exception


def html(app: AppTest) -> str:
    """The HTML that the page drew, its dress left out."""
    drawn = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in drawn if not body.startswith("<style"))


def words(app: AppTest) -> str:
    """All that a reader reads on the page, Streamlit's own headings too."""
    headings = re.sub(r"\\([^\w\s])", r"\1", "\n".join(heading.value for heading in app.subheader))  # read as Markdown
    return f"{unescape(re.sub(r'<[^>]*>', ' ', html(app)))}\n{headings}"


def open_document(app: AppTest, **query: str) -> None:
    """Page Văn bản with *query* in its address."""
    app.run()
    app.switch_page("ui/document.py")
    for name, value in query.items():
        app.query_params[name] = value
    app.run()


def find_folded(app: AppTest) -> list[Expander]:
    """What is folded under an answer, but the questions that were asked."""
    return [one for one in app.expander if not one.label.startswith("Câu đã hỏi")]


def ask(app: AppTest, question: str) -> None:
    """Type *question* on the first page and press."""
    app.run()
    app.text_input(key="question").set_value(question)
    next(button for button in app.button if button.label == "Hỏi").click().run()
