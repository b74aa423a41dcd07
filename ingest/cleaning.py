"""Raw text -> the one text that every offset points into. Done once, before any offset exists.

Only what a typist did not mean is touched: encodings of the same letter, invisible characters, lines and
pages that end in the middle of a sentence, residue of italics. Words, punctuation and dashes stay as written.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.patterns import (
    CONTINUATION,
    DASH,
    DRAWN_RULE,
    FINISHED_LINE,
    STARRED_QUOTATION,
    TYPE_LINE,
)

CLEANING_VERSION = 1
"""Stored beside every text; raised whenever the result of :func:`clean_text` changes."""

_SHORTEST_CUT_LINE = 20
_SHORTEST_CUT_PAGE = 40
_LETTERS = str.maketrans(
    {
        "Ð": "Đ",  # U+00D0, drawn alike
        "ð": "đ",  # U+00F0
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
    text = _LINE_ENDS.sub("\n", raw).replace("\f", "\n\n")
    text = _CONTROLS.sub("", text).translate(_LETTERS)
    text = unicodedata.normalize("NFC", text)
    lines = [line.strip() for line in text.split("\n")]
    return _drop_starred_quotations("".join(_join_cut_lines(lines)))


def _join_cut_lines(lines: list[str]) -> list[str]:
    """Pieces that make the text: lines, and between them a space, a line end or a blank line."""
    pieces: list[str] = []
    previous, blank = "", False
    for line in lines:
        if not line:
            blank = True
            continue
        cut = _is_cut(previous, line, blank)
        if pieces:
            pieces.append(" " if cut else "\n\n" if blank else "\n")
        pieces.append(line)
        previous, blank = f"{previous} {line}" if cut else line, False
    return pieces


def _is_cut(before: str, after: str, page_break: bool) -> bool:
    """Whether one sentence stands on both sides of a line end or, with a blank line, of a page break."""
    if not CONTINUATION.regex.search(after) or FINISHED_LINE.regex.search(before):
        return False
    if DRAWN_RULE.regex.search(before) or TYPE_LINE.regex.fullmatch(before):
        return False
    if page_break:
        return len(before) >= _SHORTEST_CUT_PAGE and not before.isupper()
    return len(before) >= _SHORTEST_CUT_LINE or before.endswith(",") or bool(DASH.regex.search(before))


def _drop_starred_quotations(text: str) -> str:
    return STARRED_QUOTATION.regex.sub(_drop_stars, text)


def _drop_stars(match: re.Match[str]) -> str:
    """The quotation without its pair. Straight marks are drawn alike, so every second one of a line only closes."""
    line_start = match.string.rfind("\n", 0, match.start()) + 1
    closing = match["open"] == '"' and match.string.count('"', line_start, match.start()) % 2 == 1
    return match[0] if closing else match["open"] + match["inside"]
