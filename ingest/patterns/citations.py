"""The regular expressions that find mentions of documents, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import UPPER, define
from ingest.patterns.words import DAY_IN_FIGURES, DOCUMENT_TYPES

# Ways to call a document that no heading prints.
CITED_TYPES: tuple[str, ...] = (
    *("Thông tư liên bộ", "Thông tư liên ngành", "Sắc lệnh", "Văn bản hợp nhất", "Văn bản", "Qui định", "Qui chế"),
    *("Chương trình hành động", "Chương trình phối hợp", "Quy chế phối hợp", "Kế hoạch phối hợp", "Kế hoạch liên tịch"),
    *(
        "Kế hoạch liên ngành",
        "Hướng dẫn liên ngành",
        "Hướng dẫn liên tịch",
        "Công văn liên ngành",
        "Thông báo kết luận",
    ),
    *DOCUMENT_TYPES,
)
ENGLISH_TYPES: dict[str, str] = {
    **{"Resolution": "Nghị quyết", "Decision": "Quyết định", "Directive": "Chỉ thị", "Conclusion": "Kết luận"},
    **{"Regulation": "Quy định", "Guidance": "Hướng dẫn", "Instruction": "Hướng dẫn", "Notice": "Thông báo"},
    **{"Decree": "Nghị định", "Circular": "Thông tư"},
}
# The codes that stand for one type alone; TT is a Thông tư or a Thông tri.
TYPE_CODES: dict[str, str] = {
    **{"NQLT": "Nghị quyết liên tịch", "TTLT": "Thông tư liên tịch", "NQ": "Nghị quyết", "QĐ": "Quyết định"},
    **{"CTr": "Chương trình", "CT": "Chỉ thị", "KL": "Kết luận", "QC": "Quy chế", "HD": "Hướng dẫn", "TB": "Thông báo"},
    **{"BC": "Báo cáo", "KH": "Kế hoạch", "TTr": "Tờ trình", "CV": "Công văn", "NĐ": "Nghị định"},
}
_SPACED_TYPES = "|".join(sorted(CITED_TYPES, key=len, reverse=True)).replace(" ", r"\s+")
_CODES = f"(?-i:{'|'.join(TYPE_CODES)})"
_ENGLISH = f"(?-i:{'|'.join(ENGLISH_TYPES)})"
# Copied text loses a space: "Chỉ thịsố 20".
_NUMBER_WORD = r"(?:\s+|(?=số\W))(?:số\s*:?\s*)?"
CITED_TYPE = define(
    rf"(?<!\w)(?P<type>(?:{_SPACED_TYPES}|{_CODES})(?={_NUMBER_WORD}$)|{_ENGLISH}(?=\s))\s*(?:số\s*:?\s*|No\.?\s*)?$",
    "theo Kết luận số ",
    "theo NQ số ",
    "thực hiện tốt quy  định số ",
    "Nghị quyết ",
    "Chỉ thịsố ",
    "issued Regulation No. ",
    not_in=("kết luận của ", "theo nq số ", "Chỉ thị"),
    flags=re.IGNORECASE,
)
CITED_TYPE_OF_BODY = define(
    rf"(?<!\w)(?P<type>(?i:{_SPACED_TYPES}))\s+của\s+(?!Bộ\s+luật|Luật|Pháp|Hiến)[{UPPER}][^,;.()\d\n]{{1,50}}\s+số\s*:?\s*$",
    "Nghị định của Chính phủ số ",
    not_in=("Nghị định của Chính phủ về ", "báo cáo của năm, số "),
)
# Of several that are told one by one behind a colon: "các Hướng dẫn: số 01-HD/UBKTTW, số 02-HD/UBKTTW".
CITED_TYPE_OF_SEVERAL = define(
    rf"(?<!\w)(?i:các|những)\s+(?P<type>(?i:{_SPACED_TYPES}))(?:\s+của\s+[{UPPER}][^;:.()\d\n]{{1,60}}?)?"
    r"(?:\s*,?\s*(?:bao\s+gồm|gồm(?:\s+có)?|sau(?:\s+đây)?|số|có\s+số))?\s*:\s*(?i:số\s*)?$",
    "các Hướng dẫn: số ",
    "Các Quyết định của Ban Thường vụ Tỉnh ủy, gồm: ",
    not_in=("Hướng dẫn: số ", "các hướng dẫn về kiểm tra: ", "các Hướng dẫn: Quy định số "),
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
ENGLISH_DATE = define(
    r"^\s*,?\s*(?:(?:on|of|dated|issued\s+on)\s+)?(?:(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})|(?P<first>\d{1,2})\s+"
    r"(?P<then>[A-Z][a-z]{2,8}))\s*,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    " on May 9, 2024",
    ", dated 25 October 2017",
    not_in=(" was read on May 9, 2024",),
)
CITED_DATE = define(
    rf"^\s*,?\s*(?P<bracket>\()?(?:{_BODY}\s*,?\s*)?(?:cùng\s+(?=ngày\s*\d))?{DAY_OF_ISSUE}(?(bracket)\))",
    ", ngày 04/01/2018 của",
    " cùng ngày 25/10/2017",
    " (ngày 25-02-2010)",
    " ngày 08 tháng 8 năm 2025",
    " ngày13 tháng 5năm 1998",
    " của Thủ tướng Chính phủ ngày 13/01/2003",
    not_in=(" của Tỉnh ủy về họp ngày 3/2/2018", " (ngày 25-02-2010 và"),
    flags=re.I,
)
TERM = r"(?:kh(?:óa|oá)\s+|K\.?\s?(?=[\dIVX]))(?P<term>[IVX]{1,5}|\d{1,2})\b"  # "K12" too
CITED_TERM = define(
    rf"^\s*+,?\s*+(?:ngày\s++[\d/.\-]+\s*+,?\s*+)?"
    rf"(?:(?:của\s++|(?=(?:Hội\s+nghị|Ban\s+Chấp|BCH|Bộ\s+Chính|Ban\s+Bí|Trung\s+ương)\s))[^,;.()\n]{{2,60}}?)?"
    rf"\s*+,?\s*+\(?\s*+{TERM}",  # a table has long runs of spaces
    " của Trung ương (khóa XII)",
    ", khóa XI",
    " của Bộ Chính trị khóa XII",
    " Hội nghị Trung ương 6 khóa XII",
    not_in=(" của Bộ Chính trị về xử lý; khóa XII", " và khóa XII"),
    flags=re.IGNORECASE,
)
# Types that are cited by a bare number; "Báo cáo 5 năm" and "Kế hoạch 100 ngày" are none.
_SHORT_TYPES = (
    r"Nghị\s+quyết|Quyết\s+định|Chỉ\s+thị|Kết\s+luận|Qu[yi]\s+định|Thông\s+tri|Nghị\s+định|Thông\s+tư|Pháp\s+lệnh"
    r"|(?-i:NQ|QĐ|CT|KL|NĐ)"
)
_SHORT_NUMBER = r"(?P<n>\d{1,4}(?:/(?:19|20)\d\d)?)(?![\w/%]|\s*[-–]\s*(?-i:[\dA-ZĐ])|\.\d|\s+(?-i:[A-ZĐ]{2}))"
SHORT = define(
    rf"(?<!\w)(?:các\s+)?(?:(?P<type>{_SHORT_TYPES}|{_ENGLISH})(?:\s+|(?=số\W))(?P<word>(?:số|(?-i:No))\s*[.:]?\s*)?"
    rf"|(?P<code>(?-i:NQ|QĐ))){_SHORT_NUMBER}",
    "Nghị quyết 18 ngày 25/10/2017",
    "các Quyết định số 217, 218 của Bộ Chính trị",
    "Chỉ thị 05, tạo",
    "NQ 18 và",
    "NQ18",
    "Resolution No. 57",
    not_in=("Kế hoạch số 51, 52-KH/TU", "Quyết định 50/50", "Nghị quyết 18-NQ/TW", "Nghị quyết 30a", "NQ18-TW"),
    flags=re.IGNORECASE,
)
# These types are verbs too ("Quyết định 20 dự án"): their number ends where a sentence goes on as behind a name.
SHORT_END = define(
    r"^\s*(?:$|[,.;:)(”\"\n–-]|(?:của|về|ngày|năm\s+(?:19|20)\d\d|và|hoặc|khóa|khoá|đã|được|thì|là|nêu|nói|trên|thay|do|kể|hết|bởi"
    r"|cùng|quy\s+định|để|theo|trong|đối|tại|có|ở|đi|vào|cho|như|mới|cũ|này|gắn|với|từ|bằng|nhằm|sẽ|không|chưa|còn|phải"
    r"|cần|nhấn|yêu\s+cầu|xác\s+định|khẳng\s+định|chỉ|ra|đặt|giao|hướng|ban\s+hành|vừa|bị|mà|nhưng|cũng|chính|khi|sau"
    r"|trước|tới|đến|tuy|vẫn|hay|nên|bao|gồm|thuộc|thực|hiện|áp|sửa|bổ|liệt|dẫn|nghiêm|bắt|buộc|cấm|đang|một|các|những|mọi)(?!\w))",
    " của Bộ Chính trị",
    ", tạo",
    " gắn với",
    not_in=(" vấn đề", " dự án", " năm một lần"),
)
# What is counted behind a single type: "Nghị quyết 10 năm qua".
COUNTED = define(
    r"^\s+(?:năm(?!\s+(?:19|20)\d\d)|tháng|ngày(?!\s*\d)|tuần|quý|nhiệm\s+kỳ|lần|nội\s+dung|vấn\s+đề|nhiệm\s+vụ|đồng\s+chí"
    r"|đơn\s+vị|chi\s+bộ|đảng\s+bộ|trang|bản|triệu|tỷ|nghìn|điểm|người|văn\s+bản)(?!\w)",
    " năm qua",
    " vấn đề",
    not_in=(" năm 2017", " ngày 25/10/2017", " gắn với"),
    flags=re.IGNORECASE,
)
# Two figures behind a noun are its number, however the sentence goes on.
NOUN_ALONE = define(
    rf"^(?:nghị\s+quyết|chỉ\s+thị|thông\s+tri|nghị\s+định|thông\s+tư|pháp\s+lệnh|(?-i:NQ|QĐ|CT|KL|NĐ)|{_ENGLISH})$",
    "nghị quyết",
    "NQ",
    not_in=("Quyết định", "quy định", "nq"),
    flags=re.IGNORECASE,
)
FURTHER_SHORT = define(
    rf"^\s*(?:,|;|và|hoặc)\s*(?:số\s*)?(?P<words>{_SHORT_NUMBER})",
    ", 218 của Bộ Chính trị",
    " và 218.",
    not_in=(", 218 – QĐ/TW",),
    flags=re.IGNORECASE,
)
YEAR_ALONE = define(r"^(?:19|20)\d\d", "2024", "2016/2017", not_in=("218", "1482"))
NEXT_NUMBER = define(r"^\s*,\s*\d", ",218", ", 16", not_in=(" 16",))
# The bare numbers that begin a list whose last one bears the sign, of whatever type: "Kế hoạch số 51, 52-KH/TU".
LISTED_BARE = define(
    r"(?<![\w/.,-])(?P<n>\d{1,4})(?=(?:\s*(?:,|;|và)\s*(?:số\s*)?\d{1,4}){0,10}\s*(?:,|;|và)\s*(?:số\s*)?\d{1,4}"
    r"\s*(?:/\s*(?:19|20)\d\d\s*)?[-–/]\s*[A-ZĐ]{2})",
    "51, 52-KH/TU",
    "05, 06 và 07-HD/BTCTW",
    not_in=("51-KH/TU", "15, 16 và 17 đồng chí"),
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
# What a writer says in brief of what a document is on: "18-NQ/TW của Trung ương về sắp xếp tổ chức bộ máy, Tỉnh ủy …".
BRIEF_TITLE = define(
    rf"^[\s,]*(?:\([^()\n]*\)[\s,]*)?(?:(?:năm|ngày|của|khóa|khoá|Hội\s+nghị)\s[^.;:\n]{{0,120}}?[\s,])?[\"“]?"
    rf"v[ềe]\s+(?:vi[ệe]c\s+)?(?P<title>[^.;:\n\"“”()]+?)"
    rf"(?=[.;:\n\"“”()]|,\s+[{UPPER}]|,?\s+(?:và\s+)?(?:các\s+)?(?:{_SPACED_TYPES})\s|\s*$)",
    " về doanh nghiệp nhà nước",
    " của Trung ương khóa XII về sắp xếp tổ chức bộ máy, Tỉnh ủy đã",
    " (khóa XII) về việc sắp xếp bộ máy, Nghị quyết số 19",
    not_in=(" và báo cáo về kết quả", " được nêu về sau"),
)
# The name that a mention by a bare number gets.
SHORT_NAME = define(
    rf"^(?P<type>{'|'.join(sorted(CITED_TYPES, key=len, reverse=True))}) "
    r"(?P<n>\d{1,4})(?:/\d{4})?(?: năm (?P<year>\d{4}))?(?: của (?P<body>.+))?$",
    "Quyết định 217 của Bộ Chính trị",
    "Quy định 102 năm 2017",
    "Chỉ thị 05",
    not_in=(
        "Nghị quyết Trung ương 4 khóa XI",
        "Nghị quyết Trung ương 4",
        "Luật Đất đai 2013",
        "Hiến pháp 2013",
        "Chương trình công tác năm 2024 của Tỉnh ủy",
    ),
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
# A document spoken of before: its type alone stands before these words.
AS_ABOVE = define(
    r"(?<!\w)(?:(?:đã\s+)?(?:nêu|nói|dẫn|kể)\s+(?:ở\s+)?trên|trên\s+đây|(?P<near>đó|ấy))(?!\w)",
    "Quy định nêu trên",
    "Quy định đó",
    "Nghị quyết đã nêu ở trên",
    not_in=("Quy định trên", "dẫn đầu"),
    flags=re.IGNORECASE,
)
TYPE_AT_END = define(
    rf"(?<!\w)(?P<type>{_SPACED_TYPES})\s+$",
    "theo Quy định ",
    not_in=("nội dung ", "Quy định số "),
    flags=re.IGNORECASE,
)
ANY_DOCUMENT = define(r"^văn\s+bản$", "văn bản", "Văn bản", not_in=("văn bản hợp nhất",), flags=re.IGNORECASE)
SEVERAL = define(
    r"(?<!\w)(?:các|những|một\s+số|mọi|hai|ba|bốn|năm|nhiều"
    r"|(?<!điều )(?<!khoản )(?<!điểm )(?<!mục )(?<!chương )(?<!phần )\d+)\s+$",
    "theo các ",
    "tại 2 ",
    not_in=("theo ", "của ", "Điều 2 ", "khoản 12 "),
    flags=re.IGNORECASE,
)
