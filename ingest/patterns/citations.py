"""The regular expressions that find mentions of documents, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import UPPER, define
from ingest.patterns.words import DAY_IN_FIGURES, DOCUMENT_TYPES

# Ways to call a document that no heading prints.
CITED_TYPES: tuple[str, ...] = (
    *("Thông tư liên bộ", "Thông tư liên ngành", "Sắc lệnh", "Văn bản hợp nhất", "Văn bản", "Qui định", "Qui chế"),
    *DOCUMENT_TYPES,
)
# The codes that stand for one type alone; TT is a Thông tư or a Thông tri.
TYPE_CODES: dict[str, str] = {
    **{"NQLT": "Nghị quyết liên tịch", "TTLT": "Thông tư liên tịch", "NQ": "Nghị quyết", "QĐ": "Quyết định"},
    **{"CTr": "Chương trình", "CT": "Chỉ thị", "KL": "Kết luận", "QC": "Quy chế", "HD": "Hướng dẫn", "TB": "Thông báo"},
    **{"BC": "Báo cáo", "KH": "Kế hoạch", "TTr": "Tờ trình", "CV": "Công văn", "NĐ": "Nghị định"},
}
_SPACED_TYPES = "|".join(sorted(CITED_TYPES, key=len, reverse=True)).replace(" ", r"\s+")
_CODES = f"(?-i:{'|'.join(TYPE_CODES)})"
CITED_TYPE = define(
    rf"(?<!\w)(?P<type>{_SPACED_TYPES}|{_CODES})\s+(?:số\s*:?\s*)?$",
    "theo Kết luận số ",
    "theo NQ số ",
    "thực hiện tốt quy  định số ",
    "Nghị quyết ",
    not_in=("kết luận của ", "theo nq số "),
    flags=re.IGNORECASE,
)
CITED_TYPE_OF_BODY = define(
    rf"(?<!\w)(?P<type>(?i:{_SPACED_TYPES}))\s+của\s+(?!Bộ\s+luật|Luật|Pháp|Hiến)[{UPPER}][^,;.()\d\n]{{1,50}}\s+số\s*:?\s*$",
    "Nghị định của Chính phủ số ",
    not_in=("Nghị định của Chính phủ về ", "báo cáo của năm, số "),
)
# Behind these stands the number of a form, a journal, an account: no document.
NO_DOCUMENT = define(
    r"(?<!\w)(?:mẫu|biểu|tờ\s+khai|phụ\s+lục|phiếu|hóa\s+đơn|hoá\s+đơn|biên\s+lai|tài\s+khoản|(?:tạp|tập)\s+chí[^.;\n]{0,40}"
    r"|công\s+báo|bản\s+tin|(?-i:Báo\s+[A-ZĐ])[^.;,\n]{1,20}|danh\s+mục|điện\s+thoại|fax|máy|hợp\s+đồng|hồ\s+sơ|thẻ|[QT]CVN|nhà"
    r"|giấy\s+chứng\s+nhận[^.;,\n]{0,40})(?:\s+in)?\s*,?\s*(?:số\s*)?:?\s*$",
    "theo mẫu số ",
    "Tạp chí Cộng sản số ",
    "tài khoản ",
    not_in=("theo Quyết định số ", "biểu dương theo số "),
    flags=re.IGNORECASE,
)
NUMBER_WORD = define(r"(?<!\w)số\s*:?\s*$", "theo số ", not_in=("con số 5 ",), flags=re.IGNORECASE)
# "NĐ 12/CP", "CV số 4830/KTTH".
TYPE_CODE = define(
    r"(?<!\w)(?:NĐ|QĐ|TTLT|TTLB|TT|CV|CT|NQ|TB|PL)\s*(?:số\s*:?\s*)?$",
    "theo NĐ ",
    "CV số ",
    not_in=("mẫu số ", "NĐ-CP về "),
)
# What a bare number of a list is called, before it is known of which series.
BARE_NAME = define(
    r"^\D+\s(?P<n>\d{1,5})$", "Quyết định 217", not_in=("Quy định 102 năm 2017", "Nghị quyết 18 của Bộ Chính trị")
)
# "Nghị định 87, 88, 31/CP", "Công văn số 4830/KTTH ngày 24/9/1997, số 1440/CP-KTTH": the type stands once.
LISTED_BEFORE = define(
    rf"(?<!\w)(?P<type>{_SPACED_TYPES}|{_CODES})\s+(?:số\s*:?\s*)?\d[^;\n()]{{0,70}}?(?:,|và|hoặc)\s*(?:số\s*:?\s*)?$",
    "Nghị định 87, 88, ",
    "các Công văn số 4830/KTTH ngày 24/9/1997 của Chính phủ, số ",
    not_in=("Nghị định 87 và Chỉ thị ", "Nghị định ban hành "),
    flags=re.IGNORECASE,
)
_BODY = r"(?:của\s+(?:(?!\b(?:và|về|tại|trong|họp|từ|đến|kể|trước|sau|có|được|đã)\b)[^,;.()\n\d]){2,60}?)"
DAY_OF_ISSUE = (
    r"ngày\s*(?:(?P<lday>\d{1,2})\s*tháng\s*(?P<lmonth>\d{1,2})\s*năm\s*(?P<lyear>\d{4})"
    rf"|{DAY_IN_FIGURES})(?!\d)"
)
CITED_DATE = define(
    rf"^\s*,?\s*(?P<bracket>\()?(?:{_BODY}\s*,?\s*)?{DAY_OF_ISSUE}(?(bracket)\))",
    ", ngày 04/01/2018 của",
    " (ngày 25-02-2010)",
    " ngày 08 tháng 8 năm 2025",
    " ngày13 tháng 5năm 1998",
    " của Thủ tướng Chính phủ ngày 13/01/2003",
    not_in=(" của Tỉnh ủy về họp ngày 3/2/2018", " (ngày 25-02-2010 và"),
    flags=re.I,
)
TERM = r"kh(?:óa|oá)\s+(?P<term>[IVX]{1,5}|\d{1,2})\b"
CITED_TERM = define(
    rf"^\s*,?\s*(?:ngày\s+[\d/.\-]+\s*,?\s*)?(?:của\s+[^,;.()\n]{{2,60}}?)?\s*,?\s*\(?\s*{TERM}",
    " của Trung ương (khóa XII)",
    ", khóa XI",
    " của Bộ Chính trị khóa XII",
    not_in=(" của Bộ Chính trị về xử lý; khóa XII",),
    flags=re.IGNORECASE,
)
_CONFERENCES = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
CONFERENCE_WORDS: dict[str, int] = {word: i for i, word in enumerate(_CONFERENCES, 1)} | {
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_CONFERENCE_WORD = "|".join(sorted(CONFERENCE_WORDS, key=len, reverse=True)).replace(" ", r"\s+")
_CENTRE = r"(?:Trung\s+ương|TW|TƯ|T\.Ư)"
CONFERENCE = define(
    rf"(?:(?:Nghị\s+quyết|NQ)\s*(?:Hội\s+nghị\s+)?(?:lần\s+thứ\s+\w+\s+)?{_CENTRE}"
    rf"\s*(?:(?P<n>\d{{1,2}})|(?P<said>{_CONFERENCE_WORD})(?!\w))(?:\s*\(lần\s+(?P<again>{_CONFERENCE_WORD}|\d)\))?"
    rf"|Nghị\s+quyết\s+Hội\s+nghị\s+(?:{_CENTRE}\s+)?lần\s+thứ\s+(?P<word>{_CONFERENCE_WORD}|\d{{1,2}}),?\s+"
    rf"(?:của\s+)?(?:Ban\s+Chấp\s+hành\s+{_CENTRE}|BCH\s*{_CENTRE})(?:\s+Đảng)?)"
    rf"\s*,?\s*\(?\s*{TERM}\)?",
    "Nghị quyết Trung ương 04 khóa XI",
    "Nghị quyết Trung ương 4 (khóa XII)",
    "Nghị quyết T.Ư 4, khóa XI",
    "Nghị quyết Trung ương bảy (khóa X)",
    "Nghị quyết Trung ương 6 (lần 2) khóa VIII",
    "NQ TW 4 khóa XII",
    "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XI",
    "Nghị quyết Hội nghị lần thứ 6 BCH Trung ương Đảng (khóa XII)",
    not_in=("Nghị quyết của Trung ương",),
    flags=re.IGNORECASE,
)
FURTHER_TERM = define(
    rf"^\s*(?:,|;|và)\s*(?P<words>{TERM}|(?P<roman>[IVX]{{2,5}}\b|[IVX](?=\s*(?:[,;)]|và\s+[IVX]))))",
    " và khóa XII về",
    "; XIII)",
    "; X)",
    not_in=(" về khóa XII", " và 5 năm"),
    flags=re.IGNORECASE,
)
# Types that are cited by a bare number; "Báo cáo 5 năm" and "Kế hoạch 100 ngày" are none.
_SHORT_TYPES = (
    r"Nghị\s+quyết|Quyết\s+định|Chỉ\s+thị|Kết\s+luận|Qu[yi]\s+định|Thông\s+tri|Nghị\s+định|Thông\s+tư|Pháp\s+lệnh"
    r"|(?-i:NQ|QĐ|CT|KL|NĐ)"
)
_SHORT_NUMBER = r"(?P<n>\d{1,4}(?:/(?:19|20)\d\d)?)(?![\d/%]|\s*[-–]\s*(?-i:[\dA-ZĐ])|\.\d|\s+(?-i:[A-ZĐ]{2}))"
_SHORT_END = (
    r"(?=\s*(?:$|[,.;:)(”\"\n–-]|(?:của|về|ngày|năm\s+(?:19|20)\d\d|và|hoặc|khóa|khoá|đã|được|thì|là|nêu|trên|thay|do|cùng"
    r"|quy\s+định|để|theo|trong|đối|tại|có|ở|đi|vào|cho|như|mới|cũ|này)(?!\w)))"
)
SHORT = define(
    rf"(?<!\w)(?:các\s+)?(?P<type>{_SHORT_TYPES})\s+(?P<word>số\s*:?\s*)?{_SHORT_NUMBER}(?:{_SHORT_END}|(?=\s*,\s*\d))",
    "Nghị quyết 18 ngày 25/10/2017",
    "các Quyết định số 217, 218 của Bộ Chính trị",
    "Chỉ thị 05, tạo",
    "NQ 18 và",
    not_in=("Quyết định 3 vấn đề", "Quyết định 50/50", "Nghị quyết 18-NQ/TW", "Quy định 2 năm một lần"),
    flags=re.IGNORECASE,
)
FURTHER_SHORT = define(
    rf"^\s*(?:,|;|và|hoặc)\s*(?:số\s*)?(?P<words>{_SHORT_NUMBER})(?:{_SHORT_END}|(?=\s*,\s*\d))",
    ", 218 của Bộ Chính trị",
    " và 218.",
    not_in=(", 218 – QĐ/TW", " và 5 đồng chí"),
    flags=re.IGNORECASE,
)
LISTED_SIGN = define(
    r"^\s*(?:,|;|và)\s*(?:số\s*)?\d{1,4}(?:\s*,\s*\d{1,4})*\s*(?:/\s*(?:19|20)\d\d\s*)?[-–/]\s*[A-ZĐ]{2}",
    ", 218 – QĐ/TW",
    ", 43/2019/NQ-HĐND",
    ", 88, 31/CP",
    not_in=(", 218 của",),
)
# A document that only its day tells: "Quy định ngày 27/12/2021 về công tác quy hoạch"; the type begins with a capital.
CALLED_BY_DAY = define(
    rf"(?<!\w)(?=[{UPPER}])(?P<type>(?i:{_SHORT_TYPES}|Thông\s+báo|Hướng\s+dẫn|Công\s+văn|Báo\s+cáo|Kế\s+hoạch))\s+"
    rf"(?P<said>(?i:{DAY_OF_ISSUE}))(?=\s+(?:của|về)\s)",
    "Quy định ngày 27/12/2021 về công tác",
    "Thông báo ngày 15 tháng 9 năm 2020 của Ban Bí thư",
    not_in=("quyết định ngày 2/2/2018 về", "Nghị quyết ngày 3/2/2018 họp", "Hướng dẫn về ngày 1/1/2018 của"),
)
SHORT_YEAR = define(r"^\s+năm\s+(?P<year>(?:19|20)\d\d)(?!\d)", " năm 2017", not_in=(" năm học",))
SHORT_BODY = define(
    rf"^\s*(?:năm\s+\d{{4}}\s*)?,?\s*(?:ngày\s+[\d/.\-]{{6,10}}\s*,?\s*)?của\s+"
    rf"(?P<body>(?:Bộ|Ban|Trung|Chính|Thủ|Quốc|Ủy|UBND|HĐND|Hội|Tỉnh|Thành|Huyện|BCT|BBT)(?![{UPPER}]\S)"
    r"(?:\s+(?!(?:về|và|quy|đã|được|trong|tại|khóa|khoá|do|để|là|thì|cho|ban\s+hành|ngày)\b)\w+){0,6})",
    " của Bộ Chính trị (khóa XI)",
    " năm 2017 của Bộ Chính trị",
    not_in=(" của đồng chí",),
)
# The name that a mention by a bare number gets.
SHORT_NAME = define(
    r"^(?P<type>\D+) (?P<n>\d{1,4})(?:/\d{4})?(?: năm (?P<year>\d{4}))?(?: của (?P<body>.+))?$",
    "Quyết định 217 của Bộ Chính trị",
    "Quy định 102 năm 2017",
    "Chỉ thị 05",
    not_in=("Nghị quyết Trung ương 4 khóa XI", "Luật Đất đai"),
)
CENTRAL_BODY = define(
    r"^(?i:Bộ Chính trị|Ban Bí thư|Trung ương|Ban Chấp hành Trung ương|BCT|BBT)",
    "Bộ Chính trị",
    not_in=("Ban Thường vụ Tỉnh ủy",),
)
# Between two of a list that share what the last one says: "217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013".
LIST_JOINT = define(
    r"^\s*(?:,|;|và|hoặc|,\s*và)\s*(?:các\s+)?(?:số\s*:?\s*)?$", ", ", " và số ", not_in=(" của ", " và Thông tư ")
)
# A document spoken of before: its type alone, in the singular.
SPOKEN_OF_ABOVE = define(
    rf"(?<!\w)(?P<type>{_SPACED_TYPES})\s+(?:đã\s+)?(?:nêu|nói|dẫn)\s+(?:ở\s+)?trên(?!\w)",
    "Quy định nêu trên",
    "Nghị quyết đã nêu ở trên",
    not_in=("nội dung nêu trên", "Quy định trên"),
    flags=re.IGNORECASE,
)
