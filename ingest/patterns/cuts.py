"""The regular expressions that tell a sentence cut in two from two lines, named, each with an example and a reason."""

from __future__ import annotations

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.words import TYPES

# A line that opens something new, whatever stands above it: a marker, "Nơi nhận", "Kính gửi".
OPENS_ANEW = define(
    rf"^(?:\d{{1,3}}(?:\.\d{{1,3}})*(?:\.?\s*[-–]\s|[.)](?!\d)|/\s|\s*$)|[{LOWER}{UPPER}](?:[).]|\s?[-–/]\s)|[-–—+*•]"
    rf"|o\s+[{UPPER}]|\(\d{{1,2}}\)|[IVXLC]+\s?[.\-–/]|[\uf000-\uf0ff]"
    rf"|Điều\s+\d+[a-zđ]?(?:\s?[.:\-–/](?!\d)|\s*$|\s(?!(?:{TYPES}|Hiến pháp)\b)[{UPPER}])"
    r"|(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Tiểu mục|Phụ lục)\s+(?:thứ|THỨ|\d|[IVXLC]+\b)"
    r"|ĐIỀU\s+\d|Nơi nhận|Kính gửi|Căn cứ)",
    "1. Một",
    "2- Hai",
    "3) Ba",
    "a) một",
    "- gạch",
    "(1) một",
    "II. HAI",
    "Điều 5. Hiệu lực",
    "A - Phạm vi",
    "II/ Nội dung",
    "Nơi nhận:",
    not_in=(
        "102-QĐ/TW",
        "26/01/2018",
        "XII) “Một",
        "Chính trị",
        "2018 của",
        "Điều này",
        "Chương trình",
        "Điều 169 của Luật này",
    ),
)
# Words after which a sentence cannot end, whatever follows; "tiếp theo", "tồn tại" end phrases.
WANTS_MORE = define(
    r"(?:^|[\s(“])(?:của|và|hoặc|về|các|những|với|trong|để|là|từ|(?<!tự )do"
    r"|(?<!p )(?<!m )theo|(?<!n )tại|đồng chí)$",
    "theo Kết luận của",
    "quy định tại",
    not_in=("những năm tiếp theo", "hạn chế, tồn tại", "các đoàn", "tự do", "tặng cho"),
)
# The last word of a line and the first of the next that make one name.
CUT_NAME = define(
    r"^(?:Bộ Chính|Ban (?:Thường|Chấp|Bí|Tổ|Tuyên|Dân|Nội|Kinh|Cán|Chỉ)|Tổng Bí|Phó (?:Bí|Chủ|Trưởng|Chánh)|Việt Nam"
    r"|Hồ Chí|(?:Tỉnh|Huyện|Thành) ủy)\b",
    "Bộ Chính",
    "Ban Thường",
    not_in=("Bộ Bộ", "Bộ Trong", "Ban Các"),
)
# Words that begin a sentence with a capital; inside one they are small.
SENTENCE_OPENER = define(
    r"^(?:Các|Những|Mọi|Mỗi|Trong|Trước|Sau|Khi|Nếu|Trường hợp|Theo|Để|Việc|Người|Qua|Từ|Về|Đối với|Tiếp|Tăng|Đẩy|Ngày"
    r"|Năm|Xét|Thực hiện|Tổ chức|Giao|Đề nghị|Yêu cầu|Trên|Nhận|Tất cả|Ngoài|Tại)\b",
    "Các cấp ủy họp",
    "Trong trường hợp",
    not_in=("Chính trị", "Đảng và"),
)
# Words that a number follows.
WANTS_NUMBER = define(
    r"(?:^|[\s(])(?:số|ngày|tháng|năm|khóa|khoá|thứ|từ|đến|khoản|Điều|quý|và|của|đạt|vượt|nhiệm kỳ)$",
    "Quy định số",
    "(khóa",
    not_in=("các đoàn", "con số."),
)
# What may follow such a word: figures, or the Roman digits of a term.
NUMBER_AHEAD = define(
    r"^[“(]?(?:\d|[IVXLC]+(?:[\s,;)”]|$))", "102-QĐ/TW", "XII) “Một", "2018 của", not_in=("I. MỘT", "Vi phạm")
)
# A document's sign and the term of a congress begin no paragraph: the words they belong to stand before them.
SIGN_AHEAD = define(
    rf"^(?:\d{{1,5}}[-–/](?:\d{{4}}/)?[{UPPER}]|\(khóa\s)",
    "(khóa XII)",
    "102-QĐ/TW của",
    "34/2016/NĐ-CP",
    not_in=("26/01/2018",),
)

# Some fonts draw small letters as capitals: "quyết định:" is a line of its own, "quyết định của" goes on.
DRAWN_HEADING = define(
    rf"^(?:(?:{TYPES.lower()})(?:\s+của\s[^.;,({UPPER}]{{2,60}})?(?:\s*:)?|(?:chương|phần|mục)\s+(?:[ivx]+|[IVX]+|\d+))$",
    "quyết định:",
    "nghị định :",
    "thông tư",
    "nghị định của chính phủ",
    "chương i",
    "chương IV",
    not_in=("quyết định của", "thông tư này", "Quyết định:", "nghị quyết của Trung ương về cán bộ"),
)
