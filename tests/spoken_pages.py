"""What a page says to a reader, gathered from all that Streamlit sends to the browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any, Protocol, runtime_checkable

from streamlit.testing.v1 import AppTest

_UNSPOKEN = frozenset({"id", "user_key", "key", "element_id", "form_id", "query_string", "url", "page", "icon"})
"""Fields that no reader reads."""
_MARKDOWN = re.compile(r"\\(.)")


@runtime_checkable
class _Message(Protocol):
    """What Streamlit sends: a message of Protocol Buffers."""

    def ListFields(self) -> list[tuple[Any, Any]]: ...  # noqa: N802 -- its name there


def gather_said(app: AppTest) -> list[str]:
    """Every string of the page, in order; of our HTML what is not marked as Vietnamese, its titles and labels too."""
    said: list[str] = []
    for node in app._tree:  # there is no public way to what it has no name for
        proto = getattr(node, "proto", None)
        if isinstance(proto, _Message):
            for name, words in _walk(proto):
                if name == "body" and words.startswith("<"):
                    said += _read_html(words)
                else:
                    said.append(_MARKDOWN.sub(r"\1", words))
    return said


def _decode(words: str) -> str:
    """What lies in JSON, its letters as they are."""
    return json.dumps(json.loads(words), ensure_ascii=False) if words.startswith("{") else words


def _walk(message: _Message) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        if field.name in _UNSPOKEN:
            continue
        values = value if not isinstance(value, (str, bytes, _Message)) and hasattr(value, "__iter__") else [value]
        for one in values:
            if isinstance(one, _Message):
                yield from _walk(one)
            elif isinstance(one, str):
                yield field.name, one


class _Reader(HTMLParser):
    """Leaves out what stands in an element of another language than the page."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._open.append(told.get("lang") == "vi" or tag == "style")
        if not any(self._open):
            self.said += [unescape(told[name] or "") for name in ("title", "aria-label", "data-cot") if name in told]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- as the parser calls it
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.said.append(data)


def _read_html(body: str) -> list[str]:
    reader = _Reader()
    reader.feed(body)
    return reader.said
