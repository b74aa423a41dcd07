"""What an answer must contain beside the words of the question: a number, a day, the name of who holds an office."""

from __future__ import annotations

import re

from index.naming.offices import find_office, name_holder
from index.query import Query

_NUMERAL = "(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ)"  # vi: a pattern
_UNIT = "(?:ngày|tuần|tháng|quý|năm|giờ|phút|lần|người|thành viên|phiếu|bản|đồng|phần trăm|phần)"  # vi: a pattern
_PLACE = "".join(
    rf"(?<!\b{word} )"
    for word in ("điều", "khoản", "điểm", "mục", "chương", "phần", "số", "năm", "tháng")  # vi: a pattern
)
# What can answer "bao nhiêu", in figures or in words, not being the number of a list, a place, a sign, a date or a
# year; and what "ngày nào".
ASKED = {
    "amount": re.compile(
        rf"(?<![\w/.\-(]){_PLACE}(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?:/\d+(?!/))?(?![\w/\-)]|\.\s)"
        rf"|(?<!\w){_NUMERAL}(?: \(\d|(?: {_NUMERAL})* {_UNIT}(?!\w))",
        re.IGNORECASE,
    ),
    "date": re.compile(
        r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d|tháng \d|năm \d{4}"  # vi: a pattern
        r"|từ ngày (?:được )?(?:ký|ban hành|công bố|thông qua|đăng)"
    ),
}
# A day may be told by an event; a name can only be said.
_WITHOUT = {"amount": 0.7, "date": 0.7, "holder": 0.3}
_OF_ANOTHER_YEAR = 0.7
_YEAR = re.compile(r"(?<![\d/.\-])(?:19|20)\d\d(?![\d/\-])")


def find_asked(query: Query) -> re.Pattern[str] | None:
    """What a passage must contain to answer *query*; ``None`` where words do."""
    office = find_office(query.typed, query.understood) if query.asks == "holder" else None
    return name_holder(office) if office else ASKED.get(query.asks or "")


def weigh_asked(query: Query, text: str) -> float:
    """What the words of *text* are worth as an answer to *query*: 1, or less without what is asked for."""
    asked = find_asked(query)
    return 1.0 if asked is None or asked.search(text) else _WITHOUT[query.asks or ""]


def weigh_year(query: Query, text: str, around: str) -> float:
    """1, or less where *text* tells of other years alone than *query*, and nothing *around* it tells of that year."""
    asked, told = set(_YEAR.findall(query.understood)), set(_YEAR.findall(text))
    return _OF_ANOTHER_YEAR if asked and told and not asked & told.union(_YEAR.findall(around)) else 1.0
