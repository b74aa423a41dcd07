"""The one way from words to HTML: text and the spans that stand out in it become a safe string.

Nothing here knows a page. What a document, a question or an address says reaches the browser only through
`escape`, so that it is shown as written: never run as HTML, never read as Markdown, no space dropped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape as escape_html
from itertools import pairwise, takewhile
from typing import NewType

Html = NewType("Html", str)
"""HTML made by this module, or joined from what it made: the only kind the pages draw."""

_SPACES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\0": "\ufffd"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that stands out.

    Attributes:
        start: First character; code points of the whole text.
        end: One past the last.
        tag: ``"mark"``, ``"strong"``, ``"span"``, ``"ins"``, ``"del"`` or ``"a"``.
        css: Class of the element.
        title: Words shown when the pointer rests on it.
        href: Where an ``"a"`` leads: an address of our own, never one from a document.

    Raises:
        ValueError: If the span is empty, or the tag is none of these.
    """

    start: int
    end: int
    tag: str = "mark"
    css: str | None = None
    title: str | None = None
    href: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty mark: {self.start}, {self.end}")
        if self.tag not in {"mark", "strong", "span", "ins", "del", "a"}:
            raise ValueError(f"no such mark: {self.tag}")


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole lines drawn as one block; blocks of a text follow one another.

    Attributes:
        start: First character; code points of the whole text.
        end: One past the last, line ends included.
        css: Classes of the element.
        name: Its ``id``, by which a page scrolls to it.
    """

    start: int
    end: int
    css: str | None = None
    name: str | None = None


def escape(text: str) -> Html:
    """The words as they stand, safe inside an element and inside a quoted attribute.

    Line ends and tabs become character references: whoever dedents or strips the HTML afterwards (Streamlit
    does) finds none to take away.
    """
    safe = escape_html(text, quote=True)
    for raw, reference in _SPACES.items():
        safe = safe.replace(raw, reference)
    return Html(safe)


def element(tag: str, *inside: Html, **attributes: str | None) -> Html:
    """One element; attributes that are ``None`` are left out, ``_`` in their names becomes ``-``."""
    return Html(f"<{tag}{_attributes(attributes)}>{''.join(inside)}</{tag}>")


def join(parts: Iterable[Html]) -> Html:
    """The parts, one after the other."""
    return Html("".join(parts))


def render(text: str, marks: Iterable[Mark] = (), start: int = 0, end: int | None = None) -> Html:
    """The slice ``text[start:end]`` with its marks; marks reaching outside are cut at the edges.

    Marks may nest or cross: a crossing one is closed and opened again, so that the HTML stays well formed;
    of links that overlap the first stays. With tags taken away and references undone, the result is the
    slice, character for character.
    """
    end = len(text) if end is None else end
    reaching = (mark for mark in marks if mark.start < end and start < mark.end)
    inside = _without_nested_links(sorted((_cut(mark, start, end) for mark in reaching), key=_outermost))
    if not inside:
        return escape(text[start:end])
    bounds = sorted({start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)})
    out: list[str] = []
    opened: list[Mark] = []
    for position, following in pairwise(bounds):
        out += _close(opened, position)
        out += _open(opened, [mark for mark in inside if mark.start == position])
        out.append(escape(text[position:following]))
    out += (f"</{mark.tag}>" for mark in reversed(opened))
    return Html("".join(out))


def render_blocks(text: str, blocks: Sequence[Block], marks: Iterable[Mark] = ()) -> list[Html]:
    """The blocks, each a ``<div>`` holding its slice of the text."""
    return [
        element("div", render(text, reaching, block.start, block.end), id=block.name, class_=block.css)
        for block, reaching in zip(blocks, _share(blocks, marks), strict=True)
    ]


def _share(blocks: Iterable[Block], marks: Iterable[Mark]) -> Iterator[list[Mark]]:
    """The marks that reach into each block, as blocks follow one another: a long text has thousands of both."""
    waiting = deque(sorted(marks, key=_outermost))
    reaching: list[Mark] = []
    for block in blocks:
        while waiting and waiting[0].start < block.end:
            reaching.append(waiting.popleft())
        reaching = [mark for mark in reaching if block.start < mark.end]
        yield reaching


def _attributes(values: dict[str, str | None]) -> str:
    named = ((name.strip("_").replace("_", "-"), value) for name, value in values.items())
    return "".join(f' {name}="{escape(value)}"' for name, value in named if value is not None)


def _outermost(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _without_nested_links(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    link_end = 0
    for mark in marks:
        if mark.tag == "a":
            if mark.start < link_end:
                continue
            link_end = mark.end
        kept.append(mark)
    return kept


def _cut(mark: Mark, start: int, end: int) -> Mark:
    return Mark(max(mark.start, start), min(mark.end, end), mark.tag, mark.css, mark.title, mark.href)


def _close(opened: list[Mark], position: int) -> list[str]:
    """Close what ends here, and what was opened within it; the latter is opened again."""
    kept = list(takewhile(lambda mark: mark.end > position, opened))
    closing = opened[len(kept) :]
    again = [mark for mark in closing if mark.end > position]
    opened[:] = kept
    return [f"</{mark.tag}>" for mark in reversed(closing)] + _open(opened, again)


def _open(opened: list[Mark], marks: Iterable[Mark]) -> list[str]:
    tags = []
    for mark in marks:
        opened.append(mark)
        tags.append(f"<{mark.tag}{_attributes({'class': mark.css, 'title': mark.title, 'href': mark.href})}>")
    return tags
