"""Questions for the person who holds an office, and the places of a text that name one."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.spelling import fold

OFFICES = (
    *("tổng bí thư", "bí thư", "chủ tịch", "chủ nhiệm", "trưởng ban", "trưởng phòng", "trưởng đoàn", "giám đốc"),
    *("chánh văn phòng", "chánh thanh tra", "chánh án", "viện trưởng", "bộ trưởng", "thứ trưởng", "thủ tướng"),
    *("hiệu trưởng", "cục trưởng", "vụ trưởng", "tổ trưởng", "đội trưởng", "thủ trưởng", "tổng biên tập", "thống đốc"),
    *("trưởng thôn", "trưởng xóm", "trưởng ấp", "trưởng bản", "kế toán trưởng", "chỉ huy trưởng", "chính ủy"),
)
_DEPUTY = "phó "
_BY_FOLDED = {fold(deputy + office): deputy + office for office in OFFICES for deputy in ("", _DEPUTY)}
_OFFICE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_BY_FOLDED, key=len, reverse=True))})(?!\w)")
# Who holds an office has a name; who may, must or is to do something need not have one.
ASKS_WHO = define(
    r"(?<!\w)(?:la ai|ten (?:la )?gi|ai (?:(?:hien|nay|dang) )*(?:la|lam|giu chuc)|who (?:is|are|was)|name of)(?!\w)",
    "bi thu tinh uy la ai",
    "ai dang lam bi thu",
    "ai hien nay giu chuc chu tich",
    "chanh van phong ten la gi",
    "who is the secretary",
    not_in=("ai co quyen", "do ai chi dao", "gom nhung ai", "who signed it", "tai lam gi"),
)
_NAME = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]*){{1,4}}"
_ADDRESSED = rf"(?i:(?<!\w)(?:đồng chí|đ/c|ông|bà)) {_NAME}"


def find_office(typed: str, understood: str) -> str | None:
    """The office whose holder a question asks for, in small letters; ``None`` where it asks for none.

    >>> find_office("Ai đang làm Bí thư Tỉnh ủy?", "Ai đang làm Bí thư Tỉnh ủy?")
    'bí thư'
    """
    office = _OFFICE.search(fold(understood.lower()))
    return _BY_FOLDED[office[0]] if office and ASKS_WHO.regex.search(fold(typed.lower())) else None


@lru_cache(maxsize=len(_BY_FOLDED))
def name_holder(office: str) -> re.Pattern[str]:
    """Finds a person's name beside *office*: before it, after it, or below it where he signs; never a deputy's."""
    held = rf"(?i:(?<!{_DEPUTY})(?<!\w){office}(?!\w))"
    before = rf"{_ADDRESSED}(?: là|,| [-–])? {held}"
    after = rf"{held}[^.;:\n]{{0,60}}?(?::? {_ADDRESSED}|: {_NAME})"
    signed = rf"{held}[^.;\n]{{0,60}}\n+(?:\([^)\n]*\)\n+)?{_NAME}$"
    return re.compile(f"{before}|{after}|{signed}", re.MULTILINE)
