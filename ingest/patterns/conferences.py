"""The regular expressions that find resolutions called by a conference or a congress, with examples and reasons."""

from __future__ import annotations

import re

from ingest.patterns.citations import TERM
from ingest.patterns.pattern import LOWER, UPPER, define

_CONFERENCES = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
CONFERENCE_WORDS: dict[str, int] = {word: i for i, word in enumerate(_CONFERENCES, 1)} | {
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_WORD = "|".join(sorted(CONFERENCE_WORDS, key=len, reverse=True)).replace(" ", r"\s+")
_ROMAN = r"(?-i:X(?:IV|V?I{0,3})|IX|IV|V?I{1,3}|V)"
_FIGURES = rf"(?:\d{{1,2}}(?![\d/%]|[-–.]\d)|{_ROMAN}(?!\w))"
_ORDINAL = rf"(?:{_FIGURES}|(?:{_WORD})(?!\w))"
_CENTRE = r"(?:Trung[^\S\n]+ương|TW|TƯ|T\.Ư\.?)"
_COMMITTEE = rf"(?:Ban\s+Chấp\s+hành|BCH)\s*{_CENTRE}(?:\s+Đảng)?"
_BEHIND_TERM = rf"\s*+,?\s*+\(?\s*+{TERM}"
# A count, not an ordinal: "Nghị quyết Trung ương 5 năm qua".
_NO_COUNT = (
    r"(?!\s+(?:năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s*\d)|tuần|quý|nhiệm\s+kỳ|lần|nội\s+dung|vấn\s+đề|nhiệm\s+vụ|đồng\s+chí"
    r"|chi\s+bộ|đảng\s+bộ)(?!\w))"
)
CONFERENCE = define(
    rf"(?<!\w)(?P<type>Nghị\s+quyết|Kết\s+luận|(?-i:NQ|KL))\s*(?:của\s+)?(?:"
    rf"(?:Hội\s+nghị\s+)?(?:lần\s+thứ\s+\w+\s+)?(?:{_CENTRE}|(?-i:Tư))[^\S\n]*(?:lần\s+thứ\s+)?"
    rf"(?:(?P<n>{_FIGURES}){_NO_COUNT}|(?P<said>(?:{_WORD})(?!\w)(?={_BEHIND_TERM})))"
    rf"(?:\s*\(lần\s+(?P<again>{_WORD}|\d)\))?"
    rf"|Hội\s+nghị\s+(?:{_CENTRE}\s+)?lần\s+thứ\s+(?P<which>{_ORDINAL}),?\s+(?:của\s+)?{_COMMITTEE})",
    "Nghị quyết Trung ương 04 khóa XI",
    "Nghị quyết T.Ư 4, khóa XI",
    "Nghị quyết Trung ương bảy (khóa X)",
    "Nghị quyết Trung ương V khóa VIII",
    "Nghị quyết Trung ương 6 (lần 2) khóa VIII",
    "NQ TW 4 khóa XII",
    "NQTW6",
    "Kết luận Hội nghị Trung ương 4 khóa XIII",
    "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XI",
    "Nghị quyết Hội nghị lần thứ 6 BCH Trung ương Đảng (khóa XII)",
    not_in=(
        "Nghị quyết của Trung ương",
        "Nghị quyết Trung ương 5 năm qua",
        "Kết luận Trung ương và",
        "Nghị quyết Trung ương\n1.",
    ),
    flags=re.IGNORECASE,
)
# As people say it; "thứ Tư 3/5" is a day.
SPOKEN_CONFERENCE = define(
    r"(?<!\w)(?:[Tt]inh\s+thần|[Tt]hực\s+hiện|[Qq]uán\s+triệt|[Hh]ọc\s+tập|[Tt]riển\s+khai|[Tt]heo)\s+"
    rf"(?P<words>Tư[^\S\n](?P<n>\d{{1,2}})(?![\w/%]|[-–.]\d)){_NO_COUNT}",
    "Tinh thần Tư 3 đã",
    "thực hiện Tư 4,",
    not_in=("thứ Tư 3/5", "theo Tư 3 tháng", "khu Tư 4"),
)
# What goes on with the list: "Nghị quyết Trung ương 4, 6 và 7 khóa XII", "và Trung ương 6 khóa XII".
FURTHER_CONFERENCE = define(
    rf"^\s*(?:,|;|và)\s*(?P<words>(?:{_CENTRE}[^\S\n]*(?P<n>{_FIGURES}){_NO_COUNT}"
    rf"|(?P<bare>{_FIGURES})(?=(?:\s*(?:,|;|và)\s*{_FIGURES}){{0,5}}{_BEHIND_TERM})))",
    ", 6 và 7 khóa XII",
    " và Trung ương 6 khóa XII",
    not_in=(", 6 đồng chí", " và khóa XII", " và Nghị quyết Trung ương 5"),
    flags=re.IGNORECASE,
)
# Its bracket belongs to the mention where it holds this one term.
TERM_BEHIND = define(
    rf"^{_BEHIND_TERM}\)?", " khóa XI", " (khóa XII)", ", khóa XI", not_in=(" về khóa XII",), flags=re.IGNORECASE
)
FURTHER_TERM = define(
    rf"^\s*(?:,|;|và)\s*(?P<words>{TERM}|(?P<roman>[IVX]{{2,5}}\b|[IVX](?=\s*(?:[,;)]|và\s+[IVX]))))",
    " và khóa XII về",
    "; XIII)",
    "; X)",
    not_in=(" về khóa XII", " và 5 năm"),
    flags=re.IGNORECASE,
)
_PLACE = rf"[{UPPER}][{LOWER}]*(?:\s+(?!lần|khóa|khoá)[{UPPER}][{LOWER}]*){{0,4}}"
_ORGANISATION = (
    r"(?i:đảng\s+bộ|chi\s+bộ)(?:\s+(?i:tỉnh|thành\s+phố|thị\s+xã|huyện|quận|xã|phường|thị\s+trấn|khối|cơ\s+sở))?"
    rf"(?:\s+{_PLACE})?"
)
# A congress of the whole Party, or of a party organisation, named before its number or behind it.
CONGRESS = define(
    r"(?<!\w)(?P<type>(?i:Nghị\s+quyết)|NQ)\s+(?:của\s+)?(?i:đại\s+hội)(?:\s+(?i:đại\s+biểu))?"
    r"(?:\s+(?i:Đảng)(?=\s+(?:(?i:toàn|lần|khóa|khoá)|[IVX\d])))?(?:\s+(?i:toàn\s+quốc))?"
    rf"(?:\s+(?P<of>{_ORGANISATION}))?(?:\s+của\s+Đảng)?"
    r"\s+(?:(?i:lần\s+thứ|khóa|khoá)\s+)?(?P<term>[IVX]{1,6}|\d{1,2})(?![\w/%-])"
    rf"(?:\s+(?:của\s+)?(?P<named>{_ORGANISATION}))?",
    "Nghị quyết Đại hội XIII",
    "Nghị quyết Đại hội lần thứ XIII của Đảng",
    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII",
    "Nghị quyết Đại hội Đảng lần thứ 12",
    "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIV",
    "nghị quyết đại hội đảng bộ huyện Tuy Phong lần thứ XII",
    "Nghị quyết Đại hội lần thứ XI Đảng bộ tỉnh",
    not_in=("Nghị quyết Đại hội Đảng các cấp", "Văn kiện Đại hội XIII", "Nghị quyết đại hội đã"),
)
# How a resolution of a conference is called in the end, of a term or of none that is said.
CONFERENCE_NAME = define(
    r"^(?P<bare>(?:Nghị quyết|Kết luận) Trung ương \d+(?: \(lần \d\))?)(?: khóa (?P<term>[IVX]+))?$",
    "Nghị quyết Trung ương 4 khóa XI",
    "Kết luận Trung ương 4",
    not_in=("Nghị quyết Đại hội XIII",),
)
