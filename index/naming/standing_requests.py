"""A question of whether named documents, or places in them, stand: "quy định 102 còn hiệu lực không"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index.naming.conditions import read_time
from index.naming.periods import Period, read_period
from index.naming.relations import Piece, cut_pieces, find_named_documents, read_kinds, say_named
from index.naming.signs import Target
from index.naming.typed import Typed, read_typed
from ingest.patterns.pattern import define
from ingest.relating.relation import CHANGES

_HOLDS = r"(?:hieu\s+luc(?:\s+(?:thi\s+hanh|phap\s+ly))?|gia\s+tri(?:\s+(?:thi\s+hanh|phap\s+ly|ap\s+dung))?)"
IN_FORCE_ASKED = define(
    rf"(?<![a-z])(?:(?:con|dang|van|hien|da)\s+)*(?:con|dang|het|van)\s+(?:co\s+|duoc\s+)?(?:{_HOLDS}|ap\s+dung|su\s+dung"
    r"|dung(?:\s+duoc)?|thi\s+hanh)(?![a-z])|(?<![a-z])(?:still\s+)?in\s+force(?![a-z])",
    "con hieu luc",
    "con co gia tri thi hanh",
    "het hieu luc",
    "con duoc ap dung",
    "van con dung duoc",
    "still in force",
    not_in=("hieu luc", "co hieu luc", "ap dung", "con so"),
)
STATE_ASKED = define(
    rf"(?<![a-z])(?:(?:tinh\s+trang|ve)\s+)?{_HOLDS}(?:\s+(?:the\s+nao|ra\s+sao|den\s+dau))?(?![a-z])",
    "tinh trang hieu luc",
    "hieu luc the nao",
    not_in=("luc luong",),
)
# What stands before the time that a question is of.
_BEFORE_TIME = define(
    r"(?:(?<![a-z])(?:vao|tai|trong|hoi|(?<!hieu\s)luc|tinh|den|o|cuoi|thoi\s+diem|ngay|nam|thang)\s+)+$",
    "tai thoi diem ",
    "tinh den ngay ",
    not_in=("bi thay the ",),
)
_JOINS = define(
    r"(?<![a-z])(?:va|hoac|hay(?!\s+(?:chua|khong|ko|da))|thi|nay)(?![a-z])", "va", "thi", not_in=("hay chua", "vay")
)
# "@ còn hiệu lực không", "@ hết hiệu lực khi nào", "hiệu lực của @", "còn hiệu lực không, @".
_SHAPES = re.compile(r"P?[@#]+P?F[QT]*|[FE]Q?[@#]+|[@#]+EQ?|EO[@#]+|[@#]+P?V+[QT]+|T[@#]+P?V+")


@dataclass(frozen=True, slots=True)
class StandingRequest:
    """Documents of which it is asked whether they stand.

    Attributes:
        targets: With the place in them where one is named; empty of "văn bản này".
        period: First and last day of the time that is asked of; ``None`` for today.
        about: Words of the title, without marks; empty where none are said.
    """

    targets: tuple[Target, ...]
    period: Period | None = None
    about: str = ""


def find_standing_request(text: str) -> StandingRequest | None:
    """Of what *text* asks whether it stands; ``None`` where any word of it asks something else.

    >>> find_standing_request("QĐ 318 đã bị thay thế chưa").targets[0].ordinal
    '318'
    """
    typed = read_typed(text)
    references = find_named_documents(typed)
    spoken = say_named(references)
    times = _find_times(typed, spoken)
    for start, end, _ in times:
        spoken[start] = end, Piece("")
    for letter, pattern in (("F", IN_FORCE_ASKED), ("E", STATE_ASKED), ("", _JOINS)):
        for found in pattern.regex.finditer(typed.bare):
            if not any(start < found.end() and found.start() < end for start, (end, _) in spoken.items()):
                spoken[found.start()] = found.end(), Piece(letter)
    pieces = list(cut_pieces(typed, spoken))
    shape = "".join(piece.letter for piece in pieces if piece.letter != "t")
    kinds = read_kinds(pieces)
    changed = bool(kinds) and kinds.issubset(CHANGES)
    if len(times) > 1 or not _SHAPES.fullmatch(shape) or ("V" in shape and not changed):
        return None
    about = next((piece.words for piece in pieces if piece.letter == "t"), "")
    targets = tuple(target for one in references for target in one.targets)
    return StandingRequest(targets, times[0][2] if times else None, about)


def _find_times(typed: Typed, spoken: Mapping[int, tuple[int, Piece]]) -> list[tuple[int, int, Period]]:
    """Where the time is said that is asked of, and that, outside of what is *spoken*."""
    found: list[tuple[int, int, Period]] = []
    for word in re.finditer(r"(?<![a-z0-9/.-])[a-z0-9]", typed.bare):
        at, taken = word.start(), [*((start, end) for start, (end, _) in spoken.items()), *(one[:2] for one in found)]
        if any(start <= at < end for start, end in taken) or not (said := read_time(typed, at)):
            continue
        before = _BEFORE_TIME.regex.search(typed.bare[:at])
        first, last = read_period(said.condition.key)
        period = (last, last) if first == datetime.date.min else (first, first if last == datetime.date.max else last)
        found.append((before.start() if before else at, said.end, period))
    return found


def split_year(target: Target) -> tuple[Target, Period | None]:
    """*target* where its year may be the one that is asked of: "quy định 102 năm 2019 còn hiệu lực không"."""
    if target.year is None or target.year_in_sign:
        return target, None
    return replace(target, year=None), read_period(f"nam:{target.year}")
