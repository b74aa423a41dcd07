"""Raw text -> the one text that every offset points into. Done once, before any offset exists.

Only what a typist did not mean is touched: encodings of the same letter, invisible characters, lines and
pages that end in the middle of a sentence, residue of italics. Words, punctuation and dashes stay as written.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.lines import split_columns
from ingest.patterns.cuts import (
    CUT_NAME,
    DRAWN_HEADING,
    NUMBER_AHEAD,
    OPENS_ANEW,
    SENTENCE_OPENER,
    SIGN_AHEAD,
    WANTS_MORE,
    WANTS_NUMBER,
)
from ingest.patterns.head import OWN_NUMBER, PLACE_AND_DATE, SUBJECT_LINE
from ingest.patterns.headings import TYPE_ALONE, TYPE_LINE
from ingest.patterns.numbering import ARTICLE, DASH, TABLE_ROW
from ingest.patterns.pages import BODY_LINE, LAST_RECIPIENT
from ingest.patterns.sentences import (
    CONTINUATION,
    DRAWN_RULE,
    FINISHED_LINE,
    INNER_END,
    MASTHEAD_END,
    SPACED_LETTERS,
    STARRED_QUOTATION,
)
from ingest.patterns.signatures import POST, POWER, SIGNER_BESIDE, SMALL_NAME
from ingest.patterns.words import HEADING_TYPES

CLEANING_VERSION = 12
"""Stored beside every text; raised when it is cleaned or its mentions and relations are read in another way."""

_SHORTEST_CUT_LINE = 20
_SHORTEST_CUT_PAGE = 40
_SHORTEST_PARAGRAPH = 60
_LONGEST_DRAWN_HEADING = 160
_LONGEST_MASTHEAD = 200
_KEPT_HEAD, _KEPT_TAIL = 300, 600
_WIDTHS_OF_WRAPPED_TEXT = range(60, 121)
_FEWEST_WRAPPED_LINES = 3
# They turn the order in which letters are drawn: what a reader sees of a quote would not be what it says.
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_DIRECTIONS),
        "Ð": "Đ",  # U+00D0, drawn alike
        "ð": "đ",  # U+00F0
        "\u2010": "-",  # hyphens of typesetters, one that breaks no line, a minus: drawn alike
        "\u2011": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
    }
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def clean_text(raw: str) -> str:
    """The text to store: NFC, one blank line at most between paragraphs, cut sentences joined.

    Cleaning a clean text changes nothing.
    """
    text = clean_characters(raw).replace("\f", "\n\n")
    text = "\n".join(_join_spaced_letters(line.strip()) for line in text.split("\n"))
    while (joined := "".join(_join_cut_lines(text.split("\n")))) != text:
        text = joined  # a line made whole may show its neighbours for what they are: two or three rounds
    return _drop_starred_quotations(text)


def _join_spaced_letters(line: str) -> str:
    """A heading whose letters were spaced out: its words by their wider gaps, else as a known type has them."""
    if not SPACED_LETTERS.regex.search(line):
        return line
    mark = ":" if line.endswith(":") else ""
    words = ["".join(word.split()) for word in re.split(r"\s{2,}", line.rstrip(": "))]
    joined = "".join(words)
    known = next((name.upper() for name in HEADING_TYPES if name.upper().replace(" ", "") == joined), None)
    return (known or (" ".join(words) if len(words) > 1 else line.rstrip(": "))) + mark


def clean_characters(raw: str) -> str:
    """*raw* with every character as it will be stored; only white space and stars may still go."""
    text = _LINE_ENDS.sub("\n", raw)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text).translate(_LETTERS))


def _join_cut_lines(lines: list[str]) -> list[str]:
    """Pieces that make the text: lines, and between them a space, a line end or a blank line."""
    wrapped = _wrapped_line_ends(lines)
    pieces: list[str] = []
    previous, blank = "", False
    for i, line in enumerate(lines):
        if not line:
            blank = True
            continue
        cut = i in wrapped or _is_cut(previous, line, blank)
        if pieces:
            pieces.append(" " if cut else "\n\n" if blank else "\n")
        pieces.append(line)
        previous, blank = _ends(f"{previous} {line}" if cut else line), False
    return pieces


def _ends(line: str) -> str:
    """The two ends of *line*, enough to judge it by: a line that grows by thousands of pieces is not read each time."""
    return line if len(line) <= _KEPT_HEAD + _KEPT_TAIL else line[:_KEPT_HEAD] + line[-_KEPT_TAIL:]


def _is_cut(before: str, after: str, page_break: bool) -> bool:
    """Whether one sentence stands on both sides of a line end or, with a blank line, of a page break."""
    typed = TYPE_LINE.regex.fullmatch(before) or TYPE_ALONE.regex.search(before) or DRAWN_HEADING.regex.search(before)
    if typed or DRAWN_RULE.regex.search(before):
        return False
    subject = page_break and SUBJECT_LINE.regex.search(before)  # what a paper is about ends where it is set apart
    if subject or _is_drawn_heading(before, after, page_break) or _stands_alone(before, after):
        return False
    shortest = _SHORTEST_CUT_PAGE if page_break else _SHORTEST_CUT_LINE
    finished = FINISHED_LINE.regex.search(before)
    if not CONTINUATION.regex.search(after):
        return not finished and len(before) >= shortest and not before.isupper() and _goes_on(before, after)
    if finished:
        return page_break and before.endswith(";") and not before[0].islower() and _is_prose(before[:-1])
    if page_break:
        return len(before) >= shortest and not before.isupper()
    return len(before) >= shortest or before.endswith(",") or bool(DASH.regex.search(before))


def _is_drawn_heading(before: str, after: str, apart: bool) -> bool:
    """Whether *after*, in small letters that a font draws as capitals, is a line of its own: a type, a body, a post.

    Its own line says so for a type and for the words over a page; the name of a body or a post, which a sentence may
    end with, must stand *apart* from words that want nothing more.
    """
    if not after[0].islower():
        return False
    wanted = WANTS_MORE.regex.search(before) is not None
    if ARTICLE.regex.search(after):
        return not wanted
    if len(after) > _LONGEST_DRAWN_HEADING:
        return False
    if DRAWN_HEADING.regex.search(after):
        return after.endswith(":") or not wanted
    if POWER.regex.search(after):
        return True
    ends = FINISHED_LINE.regex.search(after) or wanted or before.endswith(",")
    apart = apart or (before.islower() and BODY_LINE.regex.search(before) is not None)  # the line of a superior body
    return apart and not ends and any(pattern.regex.search(after) for pattern in (BODY_LINE, POST))


def _stands_alone(before: str, after: str) -> bool:
    """Whether a column of a letterhead or of a signature ends with *before*, or a heading is all of *after*; or one of
    them is a row of a table.

    Where an old font printed capitals as small letters they look like a sentence that goes on.
    """
    if TABLE_ROW.regex.search(before) or TABLE_ROW.regex.search(after):
        return True
    columns = split_columns(_ends(before)) or [before]
    if OWN_NUMBER.regex.search(columns[0]) or PLACE_AND_DATE.regex.search(columns[-1]):
        return True
    if LAST_RECIPIENT.regex.search(before) and SMALL_NAME.regex.search(after):
        return True
    if POWER.regex.search(before) or TYPE_ALONE.regex.search(after):
        return True
    if len(columns) > 1 and SIGNER_BESIDE.regex.search(columns[-1]):
        return True
    return any(MASTHEAD_END.regex.search(line[-_LONGEST_MASTHEAD:]) for line in (before, after))


def _goes_on(before: str, after: str) -> bool:
    """Whether an unfinished sentence goes on in a line that begins with a capital, a figure or a sign."""
    if OPENS_ANEW.regex.search(after):
        return False
    if SIGN_AHEAD.regex.search(after):
        return True
    if NUMBER_AHEAD.regex.search(after):
        return bool(WANTS_NUMBER.regex.search(before) or _is_open(before) or before.endswith(","))
    return not (DRAWN_RULE.regex.search(after) or after.isupper()) and _goes_on_with_a_name(before, after)


def _goes_on_with_a_name(before: str, after: str) -> bool:
    """Whether the capital that begins *after* is a name inside a sentence, not a sentence or a heading of its own."""
    name = f"{before.rpartition(' ')[2]} {after.partition(' ')[0]}"
    if WANTS_MORE.regex.search(before) or _is_open(before) or CUT_NAME.regex.search(name):
        return True
    if SENTENCE_OPENER.regex.search(after) or before.startswith("Điều "):
        return False
    heading = len(after) < _SHORTEST_PARAGRAPH and not FINISHED_LINE.regex.search(after)
    return not heading and (_is_prose(before) or (before.endswith(",") and len(before) >= _SHORTEST_PARAGRAPH))


def _is_prose(line: str) -> bool:
    """Whether *line* is a paragraph beyond doubt: long, and a sentence or a clause ends inside it."""
    return len(line) >= _SHORTEST_PARAGRAPH and INNER_END.regex.search(line) is not None


def _is_open(line: str) -> bool:
    """Whether *line* ends inside brackets or a quotation that it opened after its first word."""
    return line.rfind("(") > max(line.rfind(")"), 0) or line.rfind("“") > max(line.rfind("”"), 0)


def _wrapped_line_ends(lines: list[str]) -> set[int]:
    """Indexes of the lines that a typewriter's margin parted from the line above.

    In text wrapped by hand nearly every line is full: the first word of the next one had no room in it.
    """
    found: set[int] = set()
    start = 0
    for end in (i for i in range(len(lines) + 1) if i == len(lines) or not lines[i]):
        found.update(_wrapped_in_block(lines, start, end))
        start = end + 1
    return found


def _wrapped_in_block(lines: list[str], start: int, end: int) -> list[int]:
    width = max(map(len, lines[start:end]), default=0)
    if end - start < _FEWEST_WRAPPED_LINES or width not in _WIDTHS_OF_WRAPPED_TEXT:
        return []
    inside = [i for i in range(start + 1, end) if _may_wrap(lines[i - 1], lines[i])]
    full = [i for i in inside if len(lines[i - 1]) + 1 + len(lines[i].partition(" ")[0]) > width]
    return full if len(full) >= 2 and len(full) * 5 >= len(inside) * 4 else []


def _may_wrap(before: str, after: str) -> bool:
    marked = OPENS_ANEW.regex.search(before) and after[0].isupper()
    clause = before.endswith(";") and after[0].islower()
    finished = FINISHED_LINE.regex.search(before) and not clause
    apart = finished or _stands_alone(before, after) or OPENS_ANEW.regex.search(after) or DRAWN_RULE.regex.search(after)
    return not (marked or apart or before.isupper() or after.isupper())


def _drop_starred_quotations(text: str) -> str:
    return STARRED_QUOTATION.regex.sub(_drop_stars, text)


def _drop_stars(match: re.Match[str]) -> str:
    """The quotation without its pair. Straight marks are drawn alike, so every second one of a line only closes."""
    line_start = match.string.rfind("\n", 0, match.start()) + 1
    closing = match["open"] == '"' and match.string.count('"', line_start, match.start()) % 2 == 1
    return match[0] if closing else match["open"] + match["inside"]
