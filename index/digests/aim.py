"""What of a question a digest can be held against: its subject, without the words that every document shares."""

from __future__ import annotations

import re
from dataclasses import replace

from index.naming.condition_patterns import FOLDED_BODIES, FOLDED_KINDS
from index.naming.typed import read_typed
from index.query import Query
from index.segment import fold_syllable
from index.tokens import Unit
from ingest.patterns.pattern import define

_LEAST_SYLLABLES = 2
"""One syllable is of too many words to tell a subject."""
_SHARED = frozenset(
    {
        *("van ban", "van kien", "tai lieu", "ban hanh", "cong bo", "so", "so hieu", "ky hieu", "ngay", "thang", "nam"),
        *("thay the", "thay", "thay doi", "hieu luc", "con hieu luc", "het hieu luc", "bai bo", "huy bo", "het han"),
        *("sua doi", "bo sung", "con", "moi", "moi nhat", "ap dung", "thi hanh", "gia tri", "noi dung", "tom tat"),
        *("tom luoc", "hien hanh", "hien nay", "truoc", "sau", "tu", "den", "dang", "nq", "qd", "ct", "kl", "tw"),
        *(
            "dieu",
            "khoan",
            "muc",
            "chuong",
            "cua",
            "liet ke",
            "danh sach",
            "hoi nghi",
            "toan van",
            "nguyen van",
            "quy dinh",
        ),
    }
    | FOLDED_KINDS.keys()
    | FOLDED_BODIES.keys()
)
"""Words without marks that stand in, or are said of, any document."""
_ONLY_SHARED = re.compile(rf"(?:(?:{'|'.join(sorted(map(re.escape, _SHARED), key=len, reverse=True))}|\d+)(?:\s|$))+")
_OF_FORCE = define(
    r"(?<![a-z])(?:hieu luc|thay the|bai bo|huy bo|thay cho|het han|hien hanh|sua doi|moi nhat"
    r"|con (?:ap dung|gia tri|dung|su dung|thi hanh)|in force|replac(?:e[sd]?|ing)|supersede[sd]?|repeal(?:s|ed)?"
    r"|amend(?:s|ed)?|still valid)(?![a-z])",
    "con hieu luc khong",
    "van ban nao thay the",
    "con ap dung khong",
    "is it still in force",
    "who replaced it",
    not_in=("con so", "gia tri", "thay giao"),
)
_NUMBER_ALONE = define(
    r"^\W*(?:(?:van\s+ban|tai\s+lieu)\s+)?(?:so\s+)?(?P<n>\d{1,4})\W*$",
    "18",
    "so 18",
    "van ban so 5?",
    not_in=("18 viec", "nam 2018", "5 van ban"),
)


def find_bare_number(typed: str) -> str | None:
    """The number that is all that was asked, as people name a document for short: ``"18"``, ``"văn bản số 18"``."""
    match = _NUMBER_ALONE.regex.search(read_typed(typed).bare)
    return match["n"] if match else None


def asks_of_force(query: Query) -> bool:
    """Whether it is asked if documents are in force, or what took their place."""
    return any(_OF_FORCE.regex.search(read_typed(text).bare) for text in (query.typed, query.understood))


def narrow(query: Query) -> Query:
    """*query* with the units of its subject alone."""
    return replace(query, units=tuple(unit for unit in query.units if not _is_shared(unit)))


def has_substance(query: Query) -> bool:
    """Whether its units say enough to be about something."""
    return sum(max(map(len, unit.alternatives)) for unit in query.units) >= _LEAST_SYLLABLES


def _is_shared(unit: Unit) -> bool:
    """Whether every wording of it is of words that every document shares."""
    return all(
        _ONLY_SHARED.fullmatch(" ".join(fold_syllable(token.text) for token in wording))
        for wording in unit.alternatives
    )
