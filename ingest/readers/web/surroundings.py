"""The lines of a page -> those of its document: what the portal wrote before it, after it and into it goes.

This looks at words, in Unicode, where :mod:`ingest.readers.web.content` looks at elements. The head of a document and
its last lines are known by what only documents write; a page that has no such marks keeps all but the tools.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns.head import LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE
from ingest.patterns.headings import TYPE_ALONE, TYPE_LINE
from ingest.patterns.numbering import ARTICLE, CHAPTER, NUMBERED, ROMAN
from ingest.patterns.pages import BODY_LINE, RECIPIENTS_LINE, SIGNED_MARK
from ingest.patterns.portals import BREADCRUMB, CLOCK, COUNTER, FOOT, LANGUAGES, OTHER_TEXTS, TOOLS
from ingest.patterns.signatures import POWER
from ingest.readers.web.text import count_letters
from ingest.readers.word.rows import Line, marks_of

_NEVER = (TOOLS, COUNTER, BREADCRUMB, LANGUAGES)
_OF_A_HEAD = (OWN_NUMBER, PLACE_AND_DATE, LETTERHEAD)
_OF_A_BODY = (ARTICLE, CHAPTER, NUMBERED, ROMAN, RECIPIENTS_LINE, SIGNED_MARK)
_LONGEST = 200  # characters of a line that a portal writes
_PROSE = 150  # letters without links of a paragraph
_MOST_PROSE_ABOVE = 2  # paragraphs before a head; where there are more, the head is quoted in an article
_TALLEST_LETTERHEAD = 8
_MOSTLY = 0.6
_MOST_CUT = 0.35  # of the letters without links, above the head or after the last mark of a document


def find_document(lines: Sequence[Line], texts: Sequence[str]) -> list[bool]:
    """Of each of *lines*, whose words in Unicode are *texts*, whether it is of the document."""
    said = [" ".join(text.split()) for text in texts]
    page = [_Said(text, line) for text, line in zip(said, lines, strict=True)]
    kept = [not one.is_portal for one in page]
    first = _find_head(page)
    for i in range(first):
        kept[i] = kept[i] and (page[i].title or page[i].is_prose)
    for i in range(_find_end(page, first), len(page)):
        kept[i] = False
    return kept if any(kept) else [True] * len(page)


class _Said:
    """A line with what it is judged by."""

    def __init__(self, text: str, line: Line) -> None:
        marks = marks_of(line)
        self.text = text
        self.title = marks.title
        self.in_table = marks.row is not None
        self.plain = count_letters(text) - marks.linked
        self.linked = marks.linked > _MOSTLY * max(count_letters(text), 1)
        self.is_prose = self.plain > _PROSE
        self.lists_others = self._is_short and OTHER_TEXTS.regex.search(text) is not None
        self.is_dated = self._is_short and CLOCK.regex.search(text) is not None
        inline = self.lists_others and marks.linked > 0
        self.is_portal = inline or (self._is_short and any(one.regex.search(text) for one in _NEVER))

    @property
    def _is_short(self) -> bool:
        return len(self.text) <= _LONGEST

    @property
    def is_foot(self) -> bool:
        """Whether it may stand below the end of a document, and is none of it."""
        others = self.is_portal or self.is_dated or self.lists_others
        return self.linked or others or FOOT.regex.search(self.text) is not None

    @property
    def opens(self) -> bool:
        """Whether only the head of a document has such a line."""
        own = not (self.linked or self.title or self.is_dated)
        return own and any(one.regex.search(self.text) for one in _OF_A_HEAD)

    @property
    def goes_on(self) -> bool:
        """Whether only what stands below the head of a document has such a line."""
        if self.linked or self.title:
            return False
        signed = self.text.isupper() and POWER.regex.search(self.text) is not None
        return signed or any(one.regex.search(self.text) for one in _OF_A_BODY)


def _find_head(page: Sequence[_Said]) -> int:
    """Index of the first line of the document's head; 0 where it has none, or an article quotes it."""
    first = next((i for i, one in enumerate(page) if one.opens), None)
    if first is None:
        first = next((i for i, one in enumerate(page) if _is_type(one)), 0)
    lowest = max(0, first - _TALLEST_LETTERHEAD)
    while first > lowest and _is_letterhead(page[first - 1]):
        first -= 1
    above = page[:first]
    cut = sum(one.plain for one in above if not (one.is_prose or one.title)) > _MOST_CUT * sum(
        one.plain for one in page
    )
    quoted = sum(one.is_prose for one in above) > _MOST_PROSE_ABOVE or any(one.goes_on for one in above)
    return 0 if cut or quoted else first


def _is_type(one: _Said) -> bool:
    said = TYPE_LINE.regex.search(one.text) or (one.text[:1].isupper() and TYPE_ALONE.regex.search(one.text))
    return bool(said) and not (one.linked or one.title or one.in_table or one.is_portal)


def _is_letterhead(one: _Said) -> bool:
    """Whether a line directly above the number may be the issuer's name, or a rule under it."""
    if one.linked or one.title or one.is_portal or one.is_dated:
        return False
    return one.text == one.text.upper() or BODY_LINE.regex.search(one.text) is not None


def _find_end(page: Sequence[_Said], first: int) -> int:
    """One past the last line of the document, which begins at *first*."""
    end = len(page)
    last = max((i for i in range(first, end) if _is_of_document(page[i])), default=first - 1)
    others = next((i for i in range(last + 1, end) if page[i].lists_others), end)
    below, total = page[others:], sum(one.plain for one in page[first:])
    if sum(one.plain for one in below) <= _MOST_CUT * total and any(one.linked for one in below):
        end = others
    while end > first and page[end - 1].is_foot:
        end -= 1
    return end


def _is_of_document(one: _Said) -> bool:
    return one.opens or one.goes_on or (one.in_table and not one.linked)
