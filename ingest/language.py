"""What a reader reads: Vietnamese, as it stands in the code, or English from one catalogue, ``data/language/en``.

Names of documents, addresses of provisions, and whatever is quoted stay as they are written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, get_args

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
CATALOG = Path(__file__).parent.parent / "data" / "language" / "en"

T = TypeVar("T")
_spoken: ContextVar[Language] = ContextVar("language", default="vi")

Entry = str | Mapping[str, str]
"""English words, or where a count decides ``{"one": …, "other": …}``."""


def use_language(language: Language) -> None:
    """Speak *language* from here on, in this thread."""
    _spoken.set(language)


def current_language() -> Language:
    """The language that is spoken in this thread."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak *language* inside."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def keep_language(act: Callable[[], T]) -> Callable[[], T]:
    """*act* in the language that is spoken now, whenever and in whatever thread it is called."""
    language = current_language()

    def act_in_it() -> T:
        with speaking(language):
            return act()

    return act_in_it


def tr(words: str, /, **values: object) -> str:
    """*words* in the language that is spoken, with *values* in their places.

    >>> tr("Có {count} văn bản mang ký hiệu {sign}", count=2, sign="18-NQ/TW")
    'Có 2 văn bản mang ký hiệu 18-NQ/TW'

    Args:
        words: Vietnamese, with ``{name}`` where a value comes. What the catalogue lacks stays Vietnamese; a test finds
            it.
        values: ``count`` chooses between one and several in English.
    """
    said = _choose(read_catalog().get(words, words), values) if _spoken.get() == "en" else words
    return said.format(**values) if values else said


def fill(words: str, /, **values: object) -> str:
    """*words* with *values* in their places, in Vietnamese whatever is spoken: for what is stored or handed on.

    Whoever shows it says it with :func:`ingest.retelling.retell`.
    """
    return words.format(**values) if values else words


def _choose(entry: Entry, values: Mapping[str, object]) -> str:
    if isinstance(entry, str):
        return entry
    return entry["one" if str(values.get("count")) == "1" else "other"]


@cache
def read_catalog() -> Mapping[str, Entry]:
    """Vietnamese -> English, of every file of the catalogue.

    Raises:
        ValueError: If two files say the same words.
    """
    entries: dict[str, Entry] = {}
    for file in sorted(CATALOG.glob("*.toml")):
        told: dict[str, Entry] = tomllib.loads(file.read_text(encoding="utf-8"))
        if twice := entries.keys() & told.keys():
            raise ValueError(f"{file.name}: said twice: {sorted(twice)}")
        entries |= told
    return entries
