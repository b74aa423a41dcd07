"""Finding in the document that is read, on its page: the box, the places, the way between them."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from index.answering.occurrences import find_occurrences
from tests.driver import html, open_document, words
from tests.fakes import TEXT, make_document
from ui.reading import Place
from ui.within import Found

DOCUMENT = make_document()


def find(app: AppTest, typed: str) -> None:
    app.text_input(key="vk-tu-tim").set_value(typed)
    next(button for button in app.button if button.label == "Tìm").click().run()


def test_without_words_there_is_the_box_alone(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1")
    assert app.text_input(key="vk-tu-tim").label == "Tìm trong văn bản này"
    assert "vk-cac-cho" not in html(app)


def test_words_are_listed_with_their_lines_and_marked_in_the_text(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1")
    find(app, "nang luc")
    assert app.query_params["find"] in ("nang luc", ["nang luc"])
    assert "“nang luc”: thấy 1 chỗ" in words(app)
    assert "<mark>năng lực</mark>" in html(app)
    assert '<span class="vk-khop">năng lực</span>' in html(app)
    (start, end), *_ = find_occurrences("nang luc", TEXT)
    assert f"at=I.2&amp;start={start}&amp;end={end}&amp;find=nang+luc" in html(app)


def test_the_box_is_emptied_by_finding_nothing_more(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1", find="nang luc")
    assert app.text_input(key="vk-tu-tim").value == "nang luc"
    find(app, "")
    assert "find" not in app.query_params
    assert "vk-buoc-tim" not in html(app)


def test_what_is_not_there_leads_to_the_whole_library(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1", find="<b>hộ chiếu</b>")
    assert "Không thấy “<b>hộ chiếu</b>” trong văn bản này." in words(app)
    links = [link.proto for link in app.get("page_link")]
    (whole,) = [link for link in links if link.label == "Tìm trong cả thư viện"]
    assert whole.query_string.startswith("q=")


def test_one_letter_is_refused(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1", find="a")
    assert "Hãy gõ từ hai chữ cái" in words(app)
    assert DOCUMENT.text.split("\n")[0] in words(app)


def test_steps_lead_from_place_to_place_and_end() -> None:
    spans = tuple((match.start(), match.end()) for match in re.finditer(r"\w+", TEXT))
    first = Found(DOCUMENT, "x", spans)
    reachable = [number for number in range(len(spans)) if first.link(number)]
    assert first.step(onwards=False) is None
    assert first.step(onwards=True) == first.link(reachable[0])

    def at(number: int) -> Found:
        return Found(DOCUMENT, "x", spans, Place("I", *spans[number]))

    assert at(reachable[1]).current == reachable[1]
    assert at(reachable[1]).step(onwards=True) == first.link(reachable[2])
    assert at(reachable[1]).step(onwards=False) == first.link(reachable[0])
    assert at(reachable[-1]).step(onwards=True) is None
    between = Found(DOCUMENT, "x", spans, Place("I", spans[2][0], spans[3][1]))
    assert between.current is None
