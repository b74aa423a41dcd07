"""Excerpts as Markdown that shows every character as it is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from index.exporting.gather import Excerpt, number_sources
from index.exporting.words import CHECKED, NOTE, SOURCES, TITLE, say_count, say_sources
from ingest.language import tr

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~$:&=^]")
_BREAK = "  \n> "


def write_markdown(excerpts: Sequence[Excerpt], today: datetime.date) -> bytes:
    """A heading, each excerpt in a block of quotation under its place, the numbered sources."""
    return "\n\n".join(_lay_out(excerpts, today)).encode() + b"\n"


def _lay_out(excerpts: Sequence[Excerpt], today: datetime.date) -> Iterator[str]:
    numbers = number_sources(excerpts)
    yield f"# {tr(TITLE)}"
    yield _escape(f"{say_count(excerpts, today)} {tr(CHECKED)}")
    for place, one in enumerate(excerpts, start=1):
        source = numbers[one.collected.document]
        yield f"**{place}\\. {_escape(one.place[:1].upper() + one.place[1:])}** \\[{source}\\]"
        yield "> " + _BREAK.join(_escape(line) for line in one.words.split("\n"))
        if one.warning:
            yield _escape(one.warning)
        if one.collected.note:
            yield f"*{_escape(f'{tr(NOTE)}: {one.collected.note}')}*"
    yield f"## {tr(SOURCES)}"
    yield "\n".join(f"{number}. {_escape(name)}" for number, name in enumerate(say_sources(excerpts), start=1))


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)
