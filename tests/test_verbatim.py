"""Words reach the page as they are: nothing of them is run, read as Markdown, trimmed or lost."""

from __future__ import annotations

import textwrap
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.verbatim import Block, Html, Mark, element, escape, join, render, render_blocks

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</div></article><b>x</b>", id="closing-tags"),
    pytest.param("&lt;b&gt; &amp; &#10; &nbsp;", id="references-written-out"),
    pytest.param("1. Một\n- Hai\n* Ba\n# Bốn **năm** [sáu](bảy) $x^2$ :smile:", id="markdown"),
    pytest.param("\n\n  đầu dòng\n   \n\tcuối  \n", id="white-space"),
    pytest.param("\"nháy\" 'đơn' `ngược`", id="quotes"),
    pytest.param("Đảng \u00a0 ủy – 04‑NQ/TW 𝒜 e\u0301", id="letters-beyond-ascii"),
]


class Reader(HTMLParser):
    """Reads HTML as a browser does: the words, and that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.opened: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append(tag)
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: Html) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.opened == []
    return reader


def words(html: Html) -> str:
    return "".join(read(html).words)


def as_streamlit_does(html: Html) -> Html:
    """Before it sends HTML, Streamlit dedents and strips it."""
    return Html(textwrap.dedent(html).strip())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_written_is_what_is_read(text: str) -> None:
    assert words(element("div", render(text))) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_space_is_lost_on_the_way_to_the_page(text: str) -> None:
    assert words(as_streamlit_does(element("div", render(text)))) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_words_never_become_elements(text: str) -> None:
    assert read(render(text)).tags == []


@pytest.mark.parametrize("text", HOSTILE)
def test_an_attribute_holds_what_was_written(text: str) -> None:
    (tag,) = read(element("span", escape("x"), title=text)).tags
    assert tag == ("span", {"title": text})


def test_a_character_that_no_page_can_hold_is_shown_as_a_sign() -> None:
    assert escape("a\0b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], "abcdef", id="none"),
        pytest.param([Mark(1, 3)], "a<mark>bc</mark>def", id="inside"),
        pytest.param([Mark(0, 6)], "<mark>abcdef</mark>", id="all"),
        pytest.param([Mark(0, 2), Mark(2, 4)], "<mark>ab</mark><mark>cd</mark>ef", id="touching"),
        pytest.param(
            [Mark(2, 4, "span"), Mark(1, 5)], "a<mark>b<span>cd</span>e</mark>f", id="nested-given-inner-first"
        ),
        pytest.param(
            [Mark(0, 3), Mark(2, 5, "span")],
            "<mark>ab<span>c</span></mark><span>de</span>f",
            id="crossing-is-closed-and-opened-again",
        ),
        pytest.param([Mark(4, 99)], "abcd<mark>ef</mark>", id="reaching-out"),
        pytest.param([Mark(6, 99)], "abcdef", id="outside"),
        pytest.param(
            [Mark(0, 3, "a", href="x"), Mark(2, 5, "a", href="y")],
            '<a href="x">abc</a>def',
            id="of-overlapping-links-the-first",
        ),
        pytest.param(
            [Mark(1, 2, "span", "k", 'nói "thế"')],
            'a<span class="k" title="nói &quot;thế&quot;">b</span>cdef',
            id="class-and-title",
        ),
    ],
)
def test_marks_wrap_their_span(marks: list[Mark], expected: str) -> None:
    assert render("abcdef", marks) == expected


def test_a_slice_keeps_offsets_of_the_whole_text() -> None:
    assert render("abcdef", [Mark(1, 4)], start=2, end=5) == "<mark>cd</mark>e"


@pytest.mark.parametrize(
    ("start", "end", "tag"),
    [
        pytest.param(2, 2, "mark", id="empty"),
        pytest.param(-1, 2, "mark", id="before-the-text"),
        pytest.param(0, 1, "script", id="another-element"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(start: int, end: int, tag: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        Mark(start, end, tag)


def test_blocks_hold_their_slices_with_the_marks_cut_at_their_edges() -> None:
    drawn = join(render_blocks("ab\ncd", [Block(0, 3, "k", "cho-I"), Block(3, 5)], [Mark(1, 4)]))
    assert drawn == '<div id="cho-I" class="k">a<mark>b&#10;</mark></div><div><mark>c</mark>d</div>'


@st.composite
def _marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=60))
    tags = st.sampled_from(["mark", "span", "a"])
    drawn = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20), tags), max_size=8))
    return text, [Mark(start, start + size, tag, css=str(place)) for place, (start, size, tag) in enumerate(drawn)]


class Marked(Reader):
    """Which marks stand over each character."""

    def __init__(self) -> None:
        super().__init__()
        self.over: list[set[str]] = []
        self.standing: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        self.standing.append(str(dict(attrs)["class"]))

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        self.standing.pop()

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        self.over += [set(self.standing)] * len(data)


@given(_marked_texts())
def test_any_marks_over_any_text_leave_the_words_and_cover_their_spans(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    reader = Marked()
    reader.feed(render(text, marks))
    reader.close()
    assert "".join(reader.words) == text
    for mark in marks:
        if mark.tag != "a":
            assert all((mark.css in over) == (mark.start <= at < mark.end) for at, over in enumerate(reader.over))


@given(_marked_texts())
def test_a_link_never_stands_within_a_link(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    depth = 0
    for piece in render(text, marks).split("<"):
        depth += piece.startswith("a ") - piece.startswith("/a>")
        assert depth in {0, 1}
