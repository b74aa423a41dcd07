"""The document's own sign, as printed, in the usual joints where they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.layout import Layout
from ingest.numbers import parse_number
from ingest.patterns.head import OWN_NUMBER, OWN_SIGN
from ingest.patterns.headings import TYPE_AT_END
from ingest.record.facts import IN_HEADING, IN_TEXT, PRINTED, Fact, Piece, iter_pieces
from ingest.record.headings import Heading

_JOINT = re.compile(r"\s*([-–/.])\s*")
_DOTS = re.compile(r"\s*(?:[.…_]\s*){2,}|…")
_TERM = re.compile(r"(?<=[A-Z])\s(?=\d{1,2}$)")


def read_number(head: Sequence[Piece], layout: Layout, heading: Heading) -> Fact[str] | None:
    """The sign beside "Số" in the letterhead, else in the heading, else alone in the first line below the type."""
    printed = read_printed_number(head, PRINTED)
    if printed or layout.type_line is None:
        return printed
    match = heading.parts.get("number")
    sign = OWN_SIGN.regex.match(match["sign"]) if match else None
    if match and sign:
        start = layout.type_line.start + match.start("sign")
        return Fact(write_sign(sign[0]), start, start + sign.end(), IN_HEADING)
    below = layout.title[:1]
    alone = below and is_number_below(layout.type_line.text, below[0].text)
    return read_printed_number(list(iter_pieces(below)), IN_TEXT) if alone else None


def is_number_below(type_line: str, below: str) -> bool:
    """Whether the line *below* the type is a sign beside "Số" and no more: a title that cites one goes on with its day.

    >>> is_number_below("HỢP ĐỒNG TƯ VẤN", "Số: 47/2007/HĐ-TVGS"), is_number_below("BỔ SUNG THÔNG TƯ", "Số 4/TT-BTC")
    (True, False)
    """
    own = OWN_NUMBER.regex.search(below)
    sign = OWN_SIGN.regex.match(own["sign"]) if own else None
    if own is None or sign is None or TYPE_AT_END.regex.search(type_line):
        return False
    return own.start("sign") + sign.end() == len(below)


def read_printed_number(pieces: Sequence[Piece], sure: float) -> Fact[str] | None:
    """The first sign beside "Số" that opens one of *pieces*."""
    for piece in pieces:
        own = OWN_NUMBER.regex.search(piece.text)
        sign = OWN_SIGN.regex.match(own["sign"]) if own else None
        if own and sign:
            start = piece.start + own.start("sign")
            return Fact(write_sign(sign[0]), start, start + sign.end(), sure)
    return None


def write_sign(printed: str) -> str:
    """The sign without inner spaces; in the manner of its tradition where that is known.

    >>> write_sign("99/ 1998/TT-BTC"), write_sign("90 TC/TCT"), write_sign("28/2003/nđ-cp")
    ('99/1998/TT-BTC', '90 TC/TCT', '28/2003/NĐ-CP')
    """
    bare = _DOTS.sub("", printed.strip()).rstrip(".-–")
    compact = _TERM.sub("", _JOINT.sub(r"\1", bare))
    if " " in compact:  # "90 TC/TCT": a manner of its own
        return compact
    try:
        return str(parse_number(compact))
    except ValueError:
        return compact if any(letter.isupper() for letter in compact) else compact.upper()
