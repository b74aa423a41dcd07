"""The regular expressions that find what a preamble rests on and calls by its title alone, with examples."""

from __future__ import annotations

import re

from ingest.patterns.citations import DAY_OF_ISSUE
from ingest.patterns.pattern import LOWER, UPPER, define

_NOUNS = (
    r"(?:Quy\s+chế\s+phối\s+hợp|Qu[yi]\s+chế|Qu[yi]\s+định|Nội\s+quy|Điều\s+lệ|Chương\s+trình\s+hành\s+động|Chương\s+trình"
    r"|Kế\s+hoạch|Đề\s+án|Hướng\s+dẫn|Quy\s+trình)"
)
_ACTS = r"(?:Nghị\s+quyết|Kết\s+luận|Quyết\s+định|Chỉ\s+thị|Thông\s+báo|Thông\s+tri)"
# Small letters begin the name of what an office works by; else they are rules or plans in general.
_SMALL = r"(?:quy\s+chế(?=\s+(?:làm\s+việc|tổ\s+chức|hoạt\s+động|phối\s+hợp)(?!\w))|điều\s+lệ)"
# A line that a printer broke goes on in small letters, behind "của", or to a mark that ends one of a list.
_BREAK = (
    rf"(?:\n[^\S\n]*(?=[{LOWER}])|(?<=của)\n[^\S\n]*"
    rf"|\n[^\S\n]*(?!Căn|Xét|Theo|Thực|Sau)(?=[{UPPER}][{LOWER}][^\n:]*[;,][^\S\n]*(?:\n|$)))"
)
_GAP = rf"(?:[^\S\n]+|{_BREAK})"
_ENDS = (
    r"(?:ban\s+hành|kèm|được|này|nêu|có\s+hiệu|căn\s+cứ|xét|theo|để|nhằm|nhiệm\s+kỳ(?!\s+\d)|ngày(?=\s*\d)|số(?=\s*:?\s*\d)"
    rf"|và(?=\s+(?:{_NOUNS}|{_ACTS})(?!\w)))"
)
_WORD = (
    rf"(?!{_ENDS}(?!\w))"
    r"(?:nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}|(?:năm|kh(?:óa|oá)|thứ|kỳ)\s+\d{1,4}(?!\w)|[^\W\d_]+)"
)
_COMMA = (
    rf",{_GAP}(?=[{LOWER}])"
    rf"(?!(?:{_ENDS}|trên\s+cơ|sau\s+khi|đồng\s+thời|thực\s+hiện|nhiệm\s+kỳ|kh(?:óa|oá)|số)(?!\w))"
)
_TERM = r"kh(?:óa|oá)\s+(?:[IVX]{1,6}|\d{1,2})"
_MORE_BODIES = rf"(?:,{_GAP}(?:Ban|Bộ|Ủy|Uỷ|Thường|Văn|Đảng|Hội)\s[^,;.:\n]{{1,60}}?){{1,4}}\s+{_TERM}(?!\w)"
_BODIES = rf"(?:{_MORE_BODIES})?(?:\s*\({_TERM}\))?"
# What is named begins the line or goes on a list; a sign that follows is of what its title names last, or names itself.
TITLED = define(
    rf"(?:^|[;,]\s*|(?<!\w)(?:và|(?i:căn\s+cứ)(?:\s+vào)?)\s+)(?P<span>(?P<type>{_NOUNS}|{_ACTS}|{_SMALL}){_GAP}"
    rf"(?P<words>{_WORD}(?:(?:{_GAP}|{_COMMA}){_WORD}){{0,40}}+{_BODIES}))"
    rf"(?=\s*(?:$|[;.,:\n]|(?:và|căn\s+cứ)(?!\w)|(?P<sign>số(?!\w))|(?i:{DAY_OF_ISSUE})))",
    "Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XV, nhiệm kỳ 2020 - 2025;",
    "Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khóa XIII,",
    "; Quy định về chức năng, nhiệm vụ của Ban Tổ chức",
    "căn cứ quy chế làm việc của Huyện ủy;",
    "Nghị quyết Đại hội đại biểu Đảng bộ huyện nhiệm kỳ 2020 - 2025;",
    not_in=(
        "Căn cứ Quy định số 24-QĐ/TW;",
        "Căn cứ Quy chế làm việc ban hành kèm theo Quyết định số 15-QĐ/TU;",
        "Căn cứ Quy chế này;",
        "Căn cứ quy định hiện hành;",
        "Xét đề nghị của Ban Tổ chức;",
    ),
)
# "của Ban Thường vụ" alone does not say which one of its resolutions.
SAYS_WHICH = define(
    r"^về\s|\s(?:về|tại\s+(?:phiên|cuộc|hội|kỳ)|lần\s+thứ|kh(?:óa|oá)|nhiệm\s+kỳ|năm)\s",
    "của Ban Thường vụ Tỉnh ủy về phân cấp quản lý cán bộ",
    "về thi hành kỷ luật",
    "Đại hội đại biểu Đảng bộ huyện lần thứ XX",
    not_in=("của Ban Thường vụ Tỉnh ủy", "của cấp ủy"),
    flags=re.IGNORECASE,
)
STANDS_ALONE = define(rf"^(?i:{_NOUNS})$", "Quy chế", "điều lệ", "Chương trình", not_in=("Nghị quyết", "Kết luận"))
# The day behind is that of the meeting, which tells it from what other meetings concluded.
OF_A_MEETING = define(
    r"\stại\s+(?:phiên\s+họp|cuộc\s+họp|hội\s+nghị|kỳ\s+họp)(?:\s+[^\W\d_]+){0,4}$",
    "Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp",
    not_in=("Quy chế làm việc của Tỉnh ủy",),
    flags=re.IGNORECASE,
)
# Rules as such, not one document.
GENERAL = define(
    r"(?<!\w)(?:hiện\s+hành|liên\s+quan|pháp\s+luật|cấp\s+trên|(?:của|các)\s+cấp|của\s+(?:Đảng|Nhà\s+nước)(?!\s+(?:bộ|ủy|uỷ|đoàn|Cộng)))(?!\w)",
    "của Đảng về công tác cán bộ",
    "hiện hành",
    "của pháp luật",
    not_in=("của Đảng ủy xã", "của Đảng bộ tỉnh", "làm việc của Tỉnh ủy"),
    flags=re.IGNORECASE,
)
# A paragraph of the preamble; a sentence of the body begins so too and ends as sentences do.
BASIS = define(
    rf"^[^\S\n]*(?:[-–+*•]|\d{{1,2}}[.)/-])?\s*(?=Căn\s+cứ\s)(?P<bases>(?:[^\n]|{_BREAK}){{1,1500}})",
    "- Căn cứ Điều lệ Đảng;",
    "Căn cứ Quy chế làm việc của\nTỉnh ủy",
    not_in=("Việc này căn cứ Quy chế", "CĂN CỨ"),
    flags=re.MULTILINE,
)
SENTENCE_OF_BODY = define(
    r",.*\.\s*$", "Căn cứ Quy chế, chi bộ họp.", not_in=("Căn cứ Quy chế,", "Căn cứ Quy chế."), flags=re.S
)
LISTED_BASIS = define(
    rf"^\s*(?:[-–+*•]|\d{{1,2}}(?:\.\d{{1,2}})?[.)/]?)\s*(?=[{UPPER}])",
    "- Quy chế làm việc",
    "1. Nghị quyết",
    not_in=("II. NỘI DUNG", "Quy chế"),
)
