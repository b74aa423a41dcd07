"""Lines whose numbering is not the document's own: provisions it quotes to amend them, and its table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.levels import ARTICLE_LEVEL, CHAPTER_LEVEL, NUMBER_LEVEL, POINT_LEVEL, Mark, read_marks
from ingest.lines import Line
from ingest.patterns.numbering import AMENDING, AMENDMENT_LEAD, CONTENTS_ENTRY, CONTENTS_LINE, OPENS_QUOTATION

_LONGEST_QUOTATION = 150
"""Lines."""
_LONGEST_CONTENTS = 400
"""Lines."""
_KEPT = 600
_CLOSING = {"“": "”", "«": "»", '"': '"', "''": "''"}


def find_quoted(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that are not to be read as headings.

    A quotation is known by its marks, which may stand lines apart. Without marks it is known by what it begins with:
    an article, or the very clause that the line above says it changes.
    """
    found: set[int] = set()
    article = 0
    lead: tuple[int, Mark] | None = None
    for i, line in enumerate(lines):
        if i in found:
            continue
        mark = _first_mark(line)
        if mark and mark.level is ARTICLE_LEVEL:
            article = mark.place[0]
        if CONTENTS_LINE.regex.search(line.text):
            found.update(range(i + 1, _contents_end(lines, i + 1)))
        elif opening := _opening(line.text):
            closed = _closing_line(lines, i, opening)
            unclosed = closed == i and lead is not None and lead[0] == i - 1
            found.update(range(i + 1, _amended_end(lines, i, lead[1], article) if unclosed and lead else closed + 1))
        elif mark and i + 1 < len(lines) and _is_lead(line):
            lead = i, mark
            begun = _first_mark(lines[i + 1])
            if begun and _is_quoted(begun, line.text, article):
                found.update(range(i + 1, _amended_end(lines, i + 1, mark, article)))
    return found


def _first_mark(line: Line) -> Mark | None:
    return next((mark for mark in read_marks(line) if mark.sure), None)


def _opening(text: str) -> str | None:
    """The mark of a quotation that begins a line, or stands behind a colon, and does not end in it."""
    if not any(mark in text for mark in _CLOSING):
        return None
    match = OPENS_QUOTATION.regex.search(text[:_KEPT]) or OPENS_QUOTATION.regex.search(text[-_KEPT:])
    mark = (match["mark"] or match["behind"]) if match else None
    return mark if mark and _balance(text, mark) > 0 else None


def _balance(text: str, mark: str) -> int:
    """How many quotations stay open at the end of *text*; marks drawn alike open and close in turn."""
    closing = _CLOSING[mark]
    return text.count(mark) % 2 if closing == mark else text.count(mark) - text.count(closing)


def _closing_line(lines: Sequence[Line], opened: int, mark: str) -> int:
    """Index of the line in which the quotation ends; of the line that opened it where it never does."""
    depth = _balance(lines[opened].text, mark)
    for i in range(opened + 1, min(len(lines), opened + _LONGEST_QUOTATION)):
        balance = _balance(lines[i].text, mark)
        if balance > 0 and lines[i].text.startswith(mark):
            return opened  # the next quotation begins: this one never closed
        depth += balance
        if depth <= 0 or (_CLOSING[mark] == mark and depth == 2):
            return i if lines[i].text.rstrip(" .,;/").endswith(_CLOSING[mark]) else opened
    return opened


def _is_lead(line: Line) -> bool:
    """Whether *line* says what a single provision is to say from now on."""
    return AMENDMENT_LEAD.regex.search(line.text[-_KEPT:]) is not None


def _amended_end(lines: Sequence[Line], quoted: int, lead: Mark, article: int) -> int:
    """One past the provision that is quoted from the line *quoted* on, where no mark shows its end."""
    last = min(len(lines), quoted + _LONGEST_QUOTATION)
    for i in range(quoted + 1, last):
        after = _first_mark(lines[i])
        if after and (_goes_on_amending(after, lines[i], lead) or _is_next_article(after, article)):
            return i
    return last


def _is_quoted(begun: Mark, words: str, article: int) -> bool:
    """Whether the line below a lead begins what is quoted: an article, or the clause that the *words* above change."""
    if begun.level is ARTICLE_LEVEL and not _is_next_article(begun, article):
        return True
    names = {ARTICLE_LEVEL: "điều", NUMBER_LEVEL: "khoản|mục", POINT_LEVEL: "điểm"}.get(begun.level)
    cited = names and re.search(rf"(?:{names})\s+{re.escape(begun.ordinal)}\b", words, re.IGNORECASE)
    return begun.level is CHAPTER_LEVEL or (bool(cited) and (begun.level is ARTICLE_LEVEL or not begun.first))


def _goes_on_amending(mark: Mark, line: Line, lead: Mark) -> bool:
    return mark.goes_on(lead.level, lead.place) and AMENDING.regex.search(line.text[:_KEPT]) is not None


def _is_next_article(mark: Mark, article: int) -> bool:
    return mark.level is ARTICLE_LEVEL and mark.place[0] == article + 1


def _contents_end(lines: Sequence[Line], first: int) -> int:
    """One past the last entry of a table of contents: where its first entry is met again, as a heading."""
    if first >= len(lines):
        return first
    begun = _bare(lines[first].text)
    for i in range(first + 1, min(len(lines), first + _LONGEST_CONTENTS)):
        if _bare(lines[i].text) == begun:
            return i
    end = first
    while end < len(lines) and len(lines[end].text) <= _KEPT and CONTENTS_ENTRY.regex.search(lines[end].text):
        end += 1
    return end


def _bare(text: str) -> str:
    """An entry without its leader and page."""
    return CONTENTS_ENTRY.regex.sub("", text).strip().casefold() if len(text) <= _KEPT else text
