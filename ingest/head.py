"""The head of a document: letterhead, type and title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.letterhead import (
    has_piece,
    is_blank_form,
    is_inside_letterhead,
    is_letterhead,
    is_no_title,
    is_sure_letterhead,
    may_precede,
)
from ingest.lines import Line
from ingest.patterns.bodies import BODY_NAME, POST_OF_BODY
from ingest.patterns.head import (
    ADDRESSEES_LINE,
    BLANK_NUMBER,
    LEGAL_BASIS,
    OWN_NUMBER,
    PREAMBLE,
    PROMULGATED_BY,
    SESSION,
    SUBJECT_LINE,
    TITLE_GOES_ON,
)
from ingest.patterns.headings import (
    AUTHOR_LINE,
    NAME_ALONE,
    NAMED_TYPE_LINE,
    SALUTATION,
    SPEECH_LINE,
    TYPE_ALONE,
    TYPE_AND_BODY,
    TYPE_AND_SOURCE,
    TYPE_AND_TITLE,
    TYPE_LINE,
)
from ingest.patterns.numbering import TABLE_ROW
from ingest.patterns.sentences import DRAWN_RULE, FINISHED_LINE
from ingest.record.facts import iter_pieces
from ingest.record.headings import read_heading
from ingest.tail import split_tail

_HEAD_LINES = 30
_TITLE_LINES = 10
_SPEECH_LINES = 6
_MOST_NAME_LINES = 4
_LONGEST_TITLE_LINE = 400
_LONGEST_NAME = 110
_LONGEST_SUBJECT_LINE = 200
_MOST_WORDS_OF_BODY = 14
_FEWEST_APART = 8
_Head = tuple[tuple[Line, ...], Line | None, tuple[Line, ...], list[Line]]


def split_head(lines: list[Line]) -> _Head:
    """Letterhead, type line, title lines, and the lines below."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if _is_heading(lines, i) and not is_inside_letterhead(lines, i):
            end = _title_end(lines, i + 1, begun=_begins_title(line))
            return tuple(lines[:i]), line, tuple(lines[i + 1 : end]), lines[end:]
        if not may_precede(lines[: i + 1]):
            break
    if lines and NAMED_TYPE_LINE.regex.search(lines[0].text) and _is_title_line(lines[0]):
        return (), lines[0], (lines[0],), lines[1:]
    return _split_speech(lines) or _split_untyped(lines)


def _begins_title(line: Line) -> bool:
    """Whether the title begins in the line of the type itself."""
    return read_heading(f"{line.text}\n").title_start < len(line.text)


def _is_heading(lines: list[Line], i: int) -> bool:
    """Whether line *i* prints the type of the document, as what stands above it is its letterhead or nothing."""
    text = lines[i].text
    if TYPE_LINE.regex.search(text) or TYPE_ALONE.regex.search(text):
        return True
    if TYPE_AND_SOURCE.regex.search(text) and not has_piece(lines[i], OWN_NUMBER, BLANK_NUMBER):
        return bool(i) or any(_opens_text(lines, j) for j in range(1, min(len(lines), _TITLE_LINES)))
    if i and TYPE_AND_BODY.regex.search(text):
        return True
    return TYPE_AND_TITLE.regex.search(text) is not None and _is_title_line(lines[i]) and len(lines) > i + 1


def _split_speech(lines: list[Line]) -> _Head | None:
    """A talk or an article: what it is, or only its name, then its author, then the text."""
    first = next((i for i, line in enumerate(lines[:_SPEECH_LINES]) if SPEECH_LINE.regex.search(line.text)), None)
    author = next((i for i, line in enumerate(lines[:_HEAD_LINES]) if _is_author(line)), None)
    if any(len(line.text) > _LONGEST_TITLE_LINE for line in lines[: first or author or 1]):
        return None
    if first is None and author is None and _is_article(lines):
        author = 1
    if first is None and author is None:
        return None
    if first is None and author and _is_name_of_article(lines[:author]):
        end = _note_end(lines, author)
        return (), lines[0], tuple(lines[:end]), lines[end:]
    if first is None or not all(_is_speech_line(line) for line in lines[:first]):
        return None
    end = _note_end(lines, first + 1)
    return tuple(lines[:first]), lines[first], tuple(lines[first + 1 : end]), lines[end:]


def _is_article(lines: list[Line]) -> bool:
    """Whether a name stands alone under the first line, and prose below it."""
    if len(lines) < 3 or is_sure_letterhead(lines[0]) or not _is_speech_line(lines[0]):
        return False
    return NAME_ALONE.regex.search(lines[1].text) is not None and FINISHED_LINE.regex.search(lines[2].text) is not None


def _is_name_of_article(lines: Sequence[Line]) -> bool:
    """Whether *lines*, above an author, are what he writes about: a line, or a few unbroken, no letterhead."""
    if len(lines) == 1:
        return not is_no_title(lines[0].text)
    broken = len(lines) > _MOST_NAME_LINES or any(line.after_blank for line in lines[1:])
    odd = any(is_no_title(line.text) or is_sure_letterhead(line) or not _is_speech_line(line) for line in lines)
    return not (broken or odd or BODY_NAME.regex.search(lines[0].text))


def _is_author(line: Line) -> bool:
    return AUTHOR_LINE.regex.search(line.text) is not None


def _is_speech_line(line: Line) -> bool:
    return len(line.text) <= _LONGEST_TITLE_LINE // 2 and not FINISHED_LINE.regex.search(line.text)


def _note_end(lines: list[Line], first: int) -> int:
    """Index of the first line of text below the title, the author and the day of a talk."""
    i = first
    while i < min(len(lines) - 1, first + _TITLE_LINES):
        line = lines[i]
        if is_no_title(line.text) or not _is_speech_line(line) or SALUTATION.regex.search(line.text):
            break
        i += 1
    return i


def _split_untyped(lines: list[Line]) -> _Head:
    end = _untyped_letterhead_end(lines[:_HEAD_LINES])
    return tuple(lines[:end]), None, (), lines[end:]


def _untyped_letterhead_end(lines: list[Line]) -> int:
    """Index of the first line below a letterhead without a type, as a công văn has it: its number tells it.

    Where addressees stand below it, all lines above them are its own: the subject may go on in lines of any form.
    """
    addressed = next((i for i, line in enumerate(lines) if ADDRESSEES_LINE.regex.search(line.text)), 0)
    head = lines[:addressed]
    if any(has_piece(line, OWN_NUMBER, BLANK_NUMBER) for line in head) and all(_can_be_above(line) for line in head):
        return addressed
    above = list(takewhile(is_letterhead, lines))
    if not any(OWN_NUMBER.regex.search(piece.text) for piece in iter_pieces(above)):
        above = list(takewhile(is_sure_letterhead, lines))
    return max((i + 1 for i, line in enumerate(above) if is_sure_letterhead(line)), default=0)


def _can_be_above(line: Line) -> bool:
    """Whether *line* can stand above the addressees of a letter: its head, or its subject in a line or two."""
    return is_letterhead(line) or not (is_no_title(line.text) or len(line.text) > _LONGEST_SUBJECT_LINE)


def _title_end(lines: list[Line], first: int, begun: bool) -> int:
    """Index of the first line below the title, whose lines are sought from *first* on.

    Where no text would be left below it, the title is its first line alone.
    """
    end = _last_title_line(_close_up(lines), first, begun)
    return end if split_tail(lines[end:])[0] else min(end, first + (not begun))


def _close_up(lines: list[Line]) -> list[Line]:
    """*lines* without their blank lines where these part every line from the next, and say nothing."""
    head = lines[1:_HEAD_LINES]
    apart = sum(line.after_blank for line in head)
    return [replace(line, after_blank=False) for line in lines] if apart >= len(head) - 1 > _FEWEST_APART else lines


def _last_title_line(lines: list[Line], first: int, begun: bool) -> int:
    """One past the last line that can be title; *begun* if the line of the type has words of the title."""
    last = min(len(lines), first + _TITLE_LINES)
    known = _known_end(lines, first, last, begun=begun)
    if known is not None:
        return known
    for i in range(first, last):
        line = lines[i]
        if DRAWN_RULE.regex.search(line.text):
            return i + 1
        if _is_promulgation(lines, i) or (i == first + 1 and _names_body(lines, first)):
            continue
        if not _is_title_line(line) or (line.after_blank and (i > first or begun)):
            return i
        if (begun or i > first) and not (line.text.isupper() or TITLE_GOES_ON.regex.search(line.text)):
            return i
    return last


def _names_body(lines: Sequence[Line], i: int) -> bool:
    """Whether line *i* goes on with the name of the body in the line of the type, and the title stands apart below."""
    below = lines[i + 1]
    named = lines[i].text.isupper() and BODY_NAME.regex.search(lines[i].text) is not None
    return named and below.after_blank and SUBJECT_LINE.regex.search(below.text) is not None


def _known_end(lines: Sequence[Line], first: int, last: int, *, begun: bool) -> int | None:
    """Where a rule, the body that speaks, a legal basis or a number surely ends the title; ``None`` without one.

    What surely ends it stands below unbroken lines, of which only the last may be a finished sentence.
    """
    for i in range(first, min(last + 1, len(lines))):
        line = lines[i]
        if i > first and DRAWN_RULE.regex.search(line.text):
            return i + 1
        if _opens_text(lines, i) or (i > first and _is_preamble(line)):
            return i
        broken = line.after_blank and (begun or i > first) and not _is_promulgation(lines, i)
        if broken or len(line.text) > _LONGEST_TITLE_LINE or (i > first and _is_finished(lines[i - 1])):
            return None
    return None


def _is_promulgation(lines: Sequence[Line], i: int) -> bool:
    """Whether line *i* stands in the brackets, cut in up to three lines, that say by what a text was promulgated."""
    above = next((j for j in range(i, max(-1, i - 3), -1) if lines[j].text.startswith("(")), None)
    if above is None:
        return False
    words = " ".join(line.text for line in lines[above : i + 3]).partition(")")[0]
    before = " ".join(line.text for line in lines[above:i])
    return ")" not in before and PROMULGATED_BY.regex.search(f"{words})") is not None


def _is_finished(line: Line) -> bool:
    return FINISHED_LINE.regex.search(line.text) is not None and not line.text.endswith(")")


def _is_preamble(line: Line) -> bool:
    """Whether *line* is a whole sentence on what moved the author: too long and too finished for a title."""
    long = len(line.text) > _LONGEST_NAME or FINISHED_LINE.regex.search(line.text) or line.text.endswith(",")
    return bool(long and PREAMBLE.regex.search(line.text))


def _opens_text(lines: Sequence[Line], i: int) -> bool:
    """Whether the text surely begins with line *i*: a basis, a number, a row of a table, or the body that speaks above
    its bases."""
    text = lines[i].text
    if is_no_title(text) or TABLE_ROW.regex.search(text):
        return True
    below = next((line.text for line in lines[i + 1 : i + 3] if not SESSION.regex.search(line.text)), "")
    speaks = BODY_NAME.regex.search(text) or POST_OF_BODY.regex.search(text)
    bare = speaks and len(text.split()) <= _MOST_WORDS_OF_BODY and not FINISHED_LINE.regex.search(text)
    return bool(bare and any(one.regex.search(below) for one in (LEGAL_BASIS, PREAMBLE, ADDRESSEES_LINE)))


def _is_title_line(line: Line) -> bool:
    finished = FINISHED_LINE.regex.search(line.text) and not is_blank_form(line.text)
    return not (finished or len(line.text) > _LONGEST_TITLE_LINE or is_no_title(line.text))
