"""A law taken apart into articles, clauses and points, and written again with its numbers counted anew.

Each line keeps a name of its own through every edit, so that it is known which line of one version is which of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.cleaning import clean_text
from ingest.documents import read_document
from ingest.models import Document

_ARTICLE = re.compile(r"Điều \d+[a-z]?\. (?P<name>.*)")
_CLAUSE = re.compile(r"\d+\. (?P<words>.*)")
_POINT = re.compile(r"[a-zđ]\) (?P<words>.*)")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (("XXX", 30), ("XX", 20), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@dataclass(frozen=True)
class Item:
    """A line with what stands below it.

    Attributes:
        name: Kept through every edit.
        words: Without the number.
        level: ``"article"``, ``"clause"``, ``"point"`` or ``"plain"``.
        rewritten: Whether most of its wording was changed.
        moved: Whether it was put elsewhere.
        chapter: Of an article, the name of the chapter that it stands in; empty where there is none.
        kin: Name of the article that this one was split from, or that it was merged into.
    """

    name: str
    words: str
    level: str
    below: tuple[Item, ...] = ()
    rewritten: bool = False
    moved: bool = False
    chapter: str = ""
    kin: str = ""

    def walk(self) -> Iterator[Item]:
        """Itself and all below it."""
        yield self
        for item in self.below:
            yield from item.walk()

    @property
    def size(self) -> int:
        """Its letters, and those of all below it."""
        return sum(len(item.words) for item in self.walk())


@dataclass(frozen=True)
class Version:
    """A document and where each line of the law begins in its text.

    Attributes:
        starts: Name of a line -> its first character.
        items: Name of a line -> the line.
    """

    document: Document
    starts: dict[str, int]
    items: dict[str, Item]


def take_apart(law: str, name: str) -> list[Item]:
    """The articles of a *law* of the corpus."""
    articles: list[Item] = []
    for number, line in enumerate(line.strip() for line in clean_text(law).split("\n") if line.strip()):
        place = f"{name}:{number}"
        if match := _ARTICLE.fullmatch(line):
            articles.append(Item(place, match["name"], "article"))
        elif articles:
            articles[-1] = _add(articles[-1], _read_line(line, place))
    return articles


def _read_line(line: str, place: str) -> Item:
    for level, pattern in (("clause", _CLAUSE), ("point", _POINT)):
        if match := pattern.fullmatch(line):
            return Item(place, match["words"], level)
    return Item(place, line, "plain")


def _add(article: Item, item: Item) -> Item:
    last = article.below[-1] if article.below else None
    if item.level in ("point", "plain") and last and last.level == "clause":
        return replace(article, below=(*article.below[:-1], replace(last, below=(*last.below, item))))
    return replace(article, below=(*article.below, item))


def put_in_chapters(articles: Sequence[Item], size: int) -> list[Item]:
    """Every *size* articles are a chapter that is called as the first of them."""
    return [replace(one, chapter=articles[i - i % size].words.upper()) for i, one in enumerate(articles)]


def write(articles: Sequence[Item], title: str, sections: bool) -> Version:
    """The articles and their chapters numbered anew, as a law, or in *sections* as the Party writes: I, 1, a."""
    lines: list[tuple[str | None, str]] = [(None, title)]
    chapter, chapters = "", 0
    for number, article in enumerate(articles):
        if article.chapter != chapter:
            chapter, chapters = article.chapter, chapters + 1
            lines += [(None, f"Chương {_roman(chapters)}"), (None, chapter)]
        head = f"{_roman(number + 1)}. {article.words.upper()}" if sections else f"Điều {number + 1}. {article.words}"
        lines.append((article.name, head))
        lines += _number(article.below)
    document = read_document("\n\n".join(line for _, line in lines), f"{title}.txt")
    starts, at = {}, 0
    for name, line in lines:
        at = document.text.index(line, at)
        if name:
            starts[name] = at
        at += len(line)
    return Version(document, starts, {item.name: item for article in articles for item in article.walk()})


def _number(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    clauses = 0
    letters = iter(_LETTERS)
    for item in items:
        if item.level == "clause":
            clauses += 1
            letters = iter(_LETTERS)
            yield item.name, f"{clauses}. {item.words}"
        else:
            yield item.name, f"{next(letters, 'y')}) {item.words}" if item.level == "point" else item.words
        yield from _number(item.below)


def _roman(number: int) -> str:
    digits = ""
    for sign, value in _ROMAN:
        while number >= value:
            digits, number = digits + sign, number - value
    return digits
