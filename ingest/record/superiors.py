"""The whole name of a body of which a letterhead prints a part in the lines of its superiors.

An office writes "SỞ Y TẾ" under "UBND TỈNH QUẢNG NAM", "BAN TUYÊN GIÁO" under "TỈNH ỦY BẾN TRE", "TỈNH ỦY" under
"ĐẢNG BỘ TỈNH QUẢNG BÌNH": whose body it is, and where, stands one line higher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns.bodies import (
    BOARD_OF_PARTY,
    BODY_JOINT,
    COMMITTEE_OF_PARTY,
    CONGRESS,
    LEVEL_AT_END,
    LOCAL_ORGAN,
    LOCAL_UNIT,
    NATIONAL_BODY,
    ORGANISATION,
    ORGANISED,
    PLACE_OF_BODY,
)
from ingest.spelling import fold


def name_whole(own: str, above: Sequence[str]) -> str:
    """*own* with what its superiors' names *above* it, the highest first, say of it; all in the usual letters.

    >>> name_whole("Sở Y tế", ["Ủy ban nhân dân tỉnh Quảng Nam"])
    'Sở Y tế tỉnh Quảng Nam'
    >>> name_whole("Ban Tuyên giáo", ["Tỉnh ủy Bến Tre"])
    'Ban Tuyên giáo Tỉnh ủy Bến Tre'
    """
    if not above or NATIONAL_BODY.regex.search(own):
        return own
    *first, last = BODY_JOINT.regex.split(own)
    superior = above[-1]
    if first and COMMITTEE_OF_PARTY.regex.match(superior):
        first = [f"{part} {superior}" if BOARD_OF_PARTY.regex.match(part) else part for part in first]
    return " - ".join((*first, _complete(last, superior, above)))


def _complete(own: str, superior: str, above: Sequence[str]) -> str:
    if LEVEL_AT_END.regex.search(own):
        return _place(own, above)
    if own == "Đảng ủy" and superior.startswith("Đảng bộ "):
        return own + superior.removeprefix("Đảng bộ")
    whose = _of_superior(own, superior)
    if whose:
        return f"{own} {whose}"
    congress = CONGRESS.regex.match(own)
    if congress and fold(superior).startswith("dang bo "):
        return f"{congress['name']} {superior}{own[congress.end('name') :]}"
    organised = ORGANISED.regex.match(own)
    if organised and ORGANISATION.regex.match(superior):
        return f"{organised['organ']} {_of_organisation(superior, organised['place'])}"
    return _OF_FRONT.sub(_FRONT, own) if superior == _FRONT else _place(own, above)


def _of_superior(own: str, superior: str) -> str | None:
    """What a body that is nothing without its superior takes of that one's name."""
    board = BOARD_OF_PARTY.regex.match(own) is not None
    if board and fold(superior).endswith("chap hanh trung uong"):
        return "Trung ương"
    if board and COMMITTEE_OF_PARTY.regex.match(superior) and not COMMITTEE_OF_PARTY.regex.search(own):
        return superior
    if LOCAL_ORGAN.regex.match(own) and not (own == "Thanh tra" and superior.startswith("Ủy ban nhân dân")):
        return superior
    return None


def _of_organisation(superior: str, place: str) -> str:
    """*superior* at a *place* below the country; only the Front bears the country's name there too."""
    name = superior if fold(superior).endswith("to quoc viet nam") else superior.removesuffix(" Việt Nam")
    return f"{name} {place}".strip()


def _place(own: str, above: Sequence[str]) -> str:
    """*own* at the place of the nearest superior that names one, if such a body has no place of its own."""
    found = next((match for name in reversed(above) if (match := PLACE_OF_BODY.regex.search(name))), None)
    if found is None or PLACE_OF_BODY.regex.search(own) or fold(found["place"]) in fold(own):
        return own
    level = LEVEL_AT_END.regex.search(own)
    if level:
        written = own if level.end("level") < len(own) else own[: level.start()] + level[0].lower()  # "Tỉnh ủy": a name
        return f"{written} {found['place']}" if fold(found[0]).startswith(fold(level["level"])) else own
    if not LOCAL_UNIT.regex.match(own):
        return own
    kind = found[0][: -len(found["place"])].lower().strip()
    return f"{own} {_LEVEL_OF_COMMITTEE.get(fold(kind), kind)} {found['place']}"


_FRONT = "Mặt trận Tổ quốc Việt Nam"
_OF_FRONT = re.compile(r"Mặt trận Tổ quốc(?! Việt Nam)", re.IGNORECASE)
_LEVEL_OF_COMMITTEE = {
    "tinh uy": "tỉnh",
    "thanh uy": "thành phố",
    "thi uy": "thị xã",
    "huyen uy": "huyện",
    "quan uy": "quận",
}
