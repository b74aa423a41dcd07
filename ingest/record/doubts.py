"""Facts held against each other: where two of them do not agree, or one is not whole, a person should look.

No value is changed here; what is in doubt only loses its confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ingest.body_names import PROVINCES
from ingest.numbers import parse_number
from ingest.patterns.bodies import (
    BOARD_OF_PARTY,
    BODY_JOINT,
    LEVEL_AT_END,
    LOCAL_ORGAN,
    LOCAL_UNIT,
    NATIONAL_BODY,
    PLACE_OF_BODY,
)
from ingest.patterns.head import LETTERHEAD, OWN_NUMBER
from ingest.patterns.titles import OPEN_END
from ingest.record.facts import DOUBTED, Fact
from ingest.spelling import fold

_FEWEST_WORDS, _MOST_WORDS = 3, 70
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_OF_CODE = {
    "NQ": ("Nghị quyết",),
    "QĐ": ("Quyết định", "Quy định", "Quy chế", "Lệnh"),
    "QĐi": ("Quy định",),
    "QyĐ": ("Quy định",),
    "CT": ("Chỉ thị", "Chương trình"),
    "KL": ("Kết luận", "Thông báo"),
    "TTr": ("Tờ trình",),
    "HD": ("Hướng dẫn",),
    "TB": ("Thông báo", "Kết luận"),
    "BC": ("Báo cáo",),
    "KH": ("Kế hoạch",),
    "CTr": ("Chương trình",),
    "NĐ": ("Nghị định",),
    "CV": ("Công văn",),
    "CĐ": ("Công điện",),
    "TTLT": ("Thông tư liên tịch",),
    "PL": ("Pháp lệnh",),
}


def weigh(facts: Mapping[str, Fact[Any]], text: str, *, signers: int) -> dict[str, Fact[Any]]:
    """*facts*, those in doubt with less confidence; *signers* names stand one over the other below the *text*."""
    doubted = {
        *_doubt_sign(facts),
        *_doubt_issuer(facts),
        *_doubt_title(facts, text),
        *(("signer", "signer_role") if signers > 1 else ()),
    }
    return {
        name: replace(fact, confidence=min(fact.confidence, DOUBTED)) if name in doubted else fact
        for name, fact in facts.items()
    }


def _doubt_sign(facts: Mapping[str, Fact[Any]]) -> Iterator[str]:
    """A sign of another year than the day, or of another type than the heading."""
    if "number" not in facts:
        return
    sign = facts["number"].value
    year = _YEAR.search(sign)
    if year and "date" in facts and int(year[1]) != facts["date"].value.year:
        yield from ("number", "date")
    try:
        kinds = _OF_CODE.get(parse_number(sign).kind, ())
    except ValueError:
        return
    if kinds and "type" in facts and facts["type"].value not in kinds:
        yield from ("number", "type")


def _doubt_issuer(facts: Mapping[str, Fact[Any]]) -> Iterator[str]:
    """A body of which there is one in every province, without a place; a bare "TỈNH ỦY" says all it means to say."""
    if "issuer" not in facts:
        return
    name = BODY_JOINT.regex.split(facts["issuer"].value)[-1]
    place = fold(facts["place"].value) if "place" in facts else ""
    placed = PLACE_OF_BODY.regex.search(name) or NATIONAL_BODY.regex.search(name) or name.endswith(PROVINCES)
    placed = placed or (place and place in fold(name))
    local = any(pattern.regex.match(name) for pattern in (LOCAL_UNIT, LOCAL_ORGAN, BOARD_OF_PARTY))
    level = LEVEL_AT_END.regex.search(name)
    if (level and level.start()) or (local and not placed):
        yield "issuer"


def _doubt_title(facts: Mapping[str, Fact[Any]], text: str) -> Iterator[str]:
    """A title that breaks off, goes on below, is no sentence's worth of words, or holds what belongs to the head."""
    if "title" not in facts:
        return
    fact = facts["title"]
    below = text[fact.end :].lstrip("\n -–—_*=.").partition("\n")[0]
    words = fact.value.split()
    printed = text[fact.start : fact.end].split("\n")
    if (
        not _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        or OPEN_END.regex.search(fact.value)
        or below[:1].islower()
        or any(pattern.regex.search(line) for line in printed for pattern in (LETTERHEAD, OWN_NUMBER))
    ):
        yield "title"
