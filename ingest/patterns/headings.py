"""The regular expressions about the heading of a document: its type, its parts, its author; named, with examples.

Texts out of old fonts print in small letters what was drawn in capitals, so most of these forgive the case.
"""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.words import DAY_IN_FIGURES, DAY_IN_WORDS, HEADINGS, SURNAMES

_JOINTLY = r"liên\s+(?:tịch|bộ|ngành|sở|cơ\s+quan)"
_BEFORE_TYPE = r"(?:bản\s+|dự\s+thảo\s+|trích\s+)?"
_MANNER = r"tạm\s+thời|khẩn(?:\s+cấp)?|(?:thượng\s+khẩn|h(?:ỏa|oả)\s+tốc)"
_ORDINAL = r"\s+(?:số\s*)?:?\s*(?:\d{1,2}|[IVX]{1,5})"

# --- the type --------------------------------------------------------------------------------------------

# The printed heading is the authority on the type, as the sign QĐ is both quyết định and quy định.
TYPE_LINE = define(
    rf"^(?:BẢN\s+|DỰ\s+THẢO\s+|TRÍCH\s+)?(?:{HEADINGS.upper()})(?=$|\s)",
    "THÔNG BÁO",
    "QUY ĐỊNH về xử lý kỷ luật",
    "BẢN QUY ĐỊNH",
    "DỰ THẢO NGHỊ QUYẾT",
    not_in=("Thông báo này", "THÔNG BÁOX", "CÁC QUYẾT ĐỊNH", "BÁO CÁO: đã gửi"),
)
# In old fonts the capitals were in the font. A line that says no more than the type is its heading in any case.
TYPE_ALONE = define(
    rf"^{_BEFORE_TYPE}(?P<type>{HEADINGS})"
    rf"(?:\s+(?:{_JOINTLY}|{_MANNER}|hành\s+động|phối\s+hợp|thanh\s+tra))?(?:(?<=phụ\slục){_ORDINAL})?$",
    "thông tư",
    "Nghị định",
    "Bản Quy định",
    "NGHỊ QUYẾT LIÊN TỊCH",
    "chương trình hành động",
    "bản quy định tạm thời",
    "CÔNG ĐIỆN KHẨN",
    "Phụ lục số 02",
    not_in=("Quyết định số 02", "Nghị định:", "Thông tư này", "Quy định chung"),
    flags=re.IGNORECASE,
)
# A line that ends with a type wants its number: that is another document's.
TYPE_AT_END = define(
    rf"\s(?:{HEADINGS})$",
    "SỬA ĐỔI, BỔ SUNG THÔNG TƯ",
    "kèm theo Quyết định",
    not_in=("THÔNG TƯ", "HỢP ĐỒNG TƯ VẤN"),
    flags=re.IGNORECASE,
)
# A heading in one line, as collections of laws have it: type, body, sign, day, and what it is about.
TYPE_AND_SOURCE = define(
    rf"^(?P<type>{HEADINGS})\s+(?:{_JOINTLY}\s+)?(?:của\s+\S.*?\bsố\b|số\b|của\s+(?=\S+(?:\s+\S+){{0,12}}$))",
    "Nghị định của Chính phủ số 115/2003/NĐ-CP ngày 10/10/2003 về chế độ công chức dự bị.",
    "nghị định của chính phủ",
    "Chỉ thị số 05-CT/TW",
    not_in=("Nghị định này của Chính phủ", "Theo Nghị định của Chính phủ"),
    flags=re.IGNORECASE,
)
# Below a letterhead a heading may run on from its body into its title.
TYPE_AND_BODY = define(
    rf"^(?:{HEADINGS})\s+của\s+\S.{{2,80}}?\s(?:về|quy\s+định|hướng\s+dẫn|sửa\s+đổi|ban\s+hành|v/v|phê\s+duyệt)\s",
    "nghị định của chính phủ quy định chức năng, nhiệm vụ",
    not_in=("Nghị định này của Chính phủ quy định chức năng",),
    flags=re.IGNORECASE,
)
# A heading's parts in a row, matched one after the other; each takes the white space and commas below it.
HEADING_TYPE = define(
    rf"{_BEFORE_TYPE}(?P<type>{HEADINGS}(?:\s+{_JOINTLY}\b)?)(?:(?<=phụ\slục){_ORDINAL})?(?=$|[\s:.])[:.]?\s*",
    "Thông tư",
    "Phụ lục số 02",
    "BẢN QUY ĐỊNH",
    "Nghị quyết liên tịch",
    flags=re.IGNORECASE,
)
# What the line of the type says of its manner is no title where the title stands below it.
HEADING_MANNER = define(
    rf"(?P<manner>{_JOINTLY}|phối\s+hợp(?!\s+(?:giữa|trong|công\s+tác|thực\s+hiện|về)\b)|hành\s+động|thanh\s+tra"
    rf"|{_MANNER})[ \t]*\n\s*",
    "PHỐI HỢP\nTuyên truyền",
    "KHẨN\nVề việc",
    not_in=("phối hợp bảo đảm an ninh",),
    flags=re.IGNORECASE,
)
# In the sign of a paper that bodies issue together its type is followed by the letters of "liên tịch, liên ngành".
JOINT_SIGN = define(
    r"^\d+[a-z]?(?:/\d{4})?[-/][A-ZĐa-z]{0,4}(?:LT|LN|PH)(?=[-/])|[-/](?:LS|LN|LB|LT)$",
    "12/KHLN-SGDĐT-CAT",
    "540/HD-LS",
    "03/CTPH-BCA",
    not_in=("102-QĐ/TW", "12/CĐ-PCLB"),
)
_PART_END = (
    r"(?=(?<![-–,])\s*(?:$|,?\s*số\s*:?\s*\d|,?\s*ngày\s+\d|\n|[-–]{3}|\(|về\b|v/v\b|hướng\s+dẫn\b|quy\s+định\b|sửa\s+đổi\b|ban\s+hành\b"
    r"|phê\s+duyệt\b|bổ\s+sung\b|tại\b|trình\b|gửi\b|trước\b))"
)
_OVER = r"(?-i:(?:TỔNG )?CÔNG TY|TRƯỜNG|BỆNH VIỆN|VIỆN|HỌC VIỆN|SỞ|BỘ|TỔNG CỤC|TẬP ĐOÀN|ỦY BAN|UỶ BAN)"
_BODY_WORDS = (
    r"(?:[^\n(;:]|(?<=[-–,])\s*\n"
    rf"|\n(?=(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)\s[^\n]{{2,30}}\n|{_OVER}\s[^\n]{{2,60}}\n))"
    rf"{{2,150}}?{_PART_END}"
)
HEADING_BODY = define(
    rf"(?:của|do)\s+(?P<body>{_BODY_WORDS})[\s,]*",
    "của Chính phủ số 115/2003/NĐ-CP",
    "của Bộ Tài chính",
    flags=re.IGNORECASE,
)
HEADING_JOINT = define(
    rf"{_JOINTLY}\s+(?:của\s+)?(?P<body>{_BODY_WORDS})[\s,]*",
    "Liên tịch Bộ Tài chính - Công nghiệp - Tổng cục Hải quan\nSố 120/2000",
    flags=re.IGNORECASE,
)
HEADING_NUMBER = define(
    r"số\s*:?\s*(?P<sign>\d[^\s,;]*(?:(?:\s*[-–/]\s*|\s+(?=(?-i:[A-ZĐ]{2,}\s?/)))[^\s,;]+)*)[\s,]*",
    "số 115/2003/NĐ-CP ngày",
    "số 1234 TCT/NV1 ngày",
    not_in=("số liệu",),
    flags=re.IGNORECASE,
)
HEADING_DAY = define(
    rf"ngày\s+(?P<when>{DAY_IN_WORDS}|{DAY_IN_FIGURES})[\s,]*",
    "ngày 10/10/2003",
    "ngày 8 tháng 3 năm 2001",
    flags=re.IGNORECASE,
)
# Below the title, in brackets: "(Số 17-NQ/TW, ngày 1-8-2007)".
HEADING_SOURCE = define(
    rf"^\(\s*(?=(?:của\s+[^()\d]{{3,90}}\s)?số\s*:?\s*\d[^()\n]*ngày\s+(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})[^()]{{0,40}}\)\s*$)",
    "(Của Ủy ban Thường vụ Quốc hội số 34/2001/PL-UBTVQH10 ngày 04 tháng 4 năm 2001)",
    "(Số 17-NQ/TW, ngày 1-8-2007)",
    not_in=("(Ban hành kèm theo Quyết định số 12/QĐ-UB ngày 1/2/2003)", "(số liệu ngày 1/2/2003)"),
    flags=re.IGNORECASE | re.MULTILINE,
)
# A report or a guide may open with its type and go on at once; a sentence about one document does not open a page.
TYPE_AND_TITLE = define(
    r"^(?P<type>Báo cáo|Hướng dẫn|Kế hoạch|Chương trình|Đề án|Phương án|Tờ trình|Biên bản|Phụ lục|Quy chế|Quy định"
    r"|Nội quy|Thể lệ|Thông báo|Dự án|Quy trình)\s+"
    r"(?!(?:này|viên|của|số|nêu|trên|được|là|có|đã|cho|thì|mà|trong|chung)\b)\S",
    "Báo cáo về tình hình sản xuất kinh doanh",
    "Hướng dẫn viết thuyết minh đề tài",
    not_in=("Báo cáo viên", "Quy định này", "Quy định của Đảng"),
)
# "Luật Đất đai": laws and named instruments carry the type and the name in one line.
NAMED_TYPE_LINE = define(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Điều lệ)\s+(?!số\b)\S",
    "Luật Đất đai",
    "Bộ luật Dân sự 2015",
    not_in=("Theo Luật Đất đai", "Luật số: 18/2003/QH11"),
)
# Talks and articles: they have an author, no issuer.
SPEECH_LINE = define(
    r"^(?:bài\s+)?(?P<type>phát biểu|tham luận|diễn văn|bình luận|trả lời phỏng vấn|viết|nói chuyện)\b"
    r"(?!\s+(?:này|đã|được|là)\b)",
    "Bài bình luận về bài tham luận",
    "PHÁT BIỂU CỦA TỔNG BÍ THƯ",
    "Tham luận tại Hội nghị",
    not_in=("Bài tập", "Phát biểu này"),
    flags=re.IGNORECASE,
)
_DEGREES = (
    r"(?:GS|PGS|TSKH|TS|Th\.?\s?[Ss]|CN|BSCK\s?I{1,2}|BS|DS|KTS|KS|LS|NCS"
    r"|(?:Phó )?Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ)"
)
AUTHOR_LINE = define(
    rf"^(?P<before>(?:(?:Tác giả|Người (?:trình bày|viết|báo cáo))\s*:\s*)?"
    rf"(?:(?<=:)|(?<=:\s)|Ông|Bà|Đồng chí|Đ/c|(?:{_DEGREES}\s*[.,]?\s*)+)\s*[-–:.]*\s*)"
    rf"(?P<name>[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{1,5}})(?P<post>\s*[,–-]\s*\S.{{0,80}})?$",
    "TS – Nguyễn Đại Lai",
    "Ông Trần Du Lịch",
    "PGS. TS. Lê Văn An, Viện trưởng",
    "Th.S Đoàn Minh Khuê",
    "Người trình bày: BSCKII. Nguyễn Thị Bích Thủy",
    "Tác giả: Lê Văn An",
    not_in=("Ông trình bày", "Đồng chí Nguyễn Văn An phát biểu tại hội nghị này"),
)

# With whom a talk begins.
SALUTATION = define(
    r"^(?:Kính\s+(?:thưa|gửi|chào)|Thưa)\b|^(?:Đồng bào|Các đồng chí|Các bạn)\b.*[,!]$",
    "Kính thưa các vị đại biểu, khách quý,",
    "Thưa các đồng chí!",
    not_in=("Kính trọng", "Các đồng chí Tỉnh ủy viên"),
)
# The offices of a speaker between his name and where he speaks.
OFFICES_OF_SPEAKER = define(
    rf"(?<=[{LOWER}{UPPER}])\s*,\s+(?:[^\n]|\n(?![^\n]*,))+?(?=\s+(?i:tại|nhân|trong|trước)\s)",
    "của đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy tại Hội nghị",
    not_in=("của đồng chí Nguyễn Văn An tại Hội nghị",),
)

# A plain name under the first line of a page is its author's; so is the speaker a talk names.
NAME_ALONE = define(
    rf"^(?P<name>(?:{SURNAMES})(?:\s+[{UPPER}][{LOWER}]*){{1,4}})\s*(?:\(?\*+\)?)?$",
    "Nguyễn Văn Thâm",
    "Trần Thị Hoa (*)",
    not_in=("Ủy ban nhân dân", "Hà Nội, ngày 12"),
)
SPEAKER = define(
    rf"\b(?i:của|do)\s+"
    rf"(?:(?i:đồng chí|ông|bà|thủ tướng|phó thủ tướng|chủ tịch|phó chủ tịch|tổng bí thư|bí thư"
    rf"|bộ trưởng|đ/c)\b[^,\n]{{0,60}}?)"
    rf"(?P<name>(?i:{SURNAMES})(?:\s+[{UPPER}][{LOWER}{UPPER}]*){{1,4}}?)"
    r"(?=\s*(?:$|[,(\n–-]|(?i:tại|trong|nhân|về|ở|đọc|phát|trình)\b))",
    "(Do đ/c Nguyễn Thị Lệ Thuỷ, Chủ tịch Liên đoàn Lao động thị xã trình bày)",
    "PHÁT BIỂU CỦA THỦ TƯỚNG PHAN VĂN KHẢI\nTẠI HỘI NGHỊ",
    "Của đồng chí Trần Thị Hoa, Bí thư Chi bộ",
    not_in=("của Thủ tướng Chính phủ", "của ông Jean-Pierre Aubert"),
)
HEADING_MARK = define(
    r"^(?:(?:điều|chương|mục|phần|khoản|tiểu\s+mục)\s+(?:thứ\s+)?\w+\s*[.:\-–]?\s*|[A-ZĐa-zđ\d]{1,4}(?:\.\d+)*\s*[-–.)/]+\s*|[-+*]\s+)",
    "Điều 5. Xử lý vi phạm",
    "CHƯƠNG VI\nXÂY DỰNG CỘNG ĐỒNG",
    "II- NHIỆM VỤ",
    "2. Kê khai nộp thuế:",
    "b) Thủ tục",
    not_in=("Trách nhiệm của cấp ủy", "Nhiệm vụ - giải pháp"),
    flags=re.IGNORECASE,
)
"""What numbers a heading, before its words."""
HEADING_OF_MANY = define(
    r"^(?:(?:điều\s+khoản|hiệu\s+lực|trách\s+nhiệm|tổ\s+chức|nguyên\s+tắc|kinh\s+phí)\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng|chung)"
    r"|phạm\s+vi|đối\s+tượng|giải\s+thích|mục\s+đích|yêu\s+cầu|quy\s+định\s+chung|những\s+quy\s+định\s+chung|nơi\s+nhận|khái\s+niệm"
    r"|tình\s+hình\s+chung|trong\s+(?:thông\s+tư|nghị\s+định|quy\s+định|luật)\s+này|căn\s+cứ)(?!\w)",
    "Hiệu lực thi hành",
    "Phạm vi điều chỉnh",
    "Tổ chức thực hiện",
    not_in=("Trách nhiệm của người đứng đầu", "Tổ chức bộ máy"),
    flags=re.IGNORECASE,
)
"""A heading that nearly every document has: it tells nothing of this one."""

# Of leaves without headings the first words tell what they are about: "- Công tác cán bộ được thực hiện …".
OPENING_TOPIC = define(
    r"^(?:[-–+•]|\d{1,2}[.)]|[a-zđ][.)])\s+(?P<topic>công\s+tác(?:(?!công\s+tác)[^.;:()“”\"\d]){3,60}?)"
    r"(?=\s+(?:được|có|đã|đạt|còn|chưa|tuy|vẫn|tiếp\s+tục|từng\s+bước|cơ\s+bản|chuyển\s+biến|thực\s+hiện|trong|của|tại|ở)(?!\w))",
    "- Công tác cán bộ được thực hiện thận trọng",
    "3. Công tác kiểm tra, giám sát của cấp ủy cơ sở",
    not_in=(
        "- Tăng cường công tác cán bộ",
        "- Công tác dân vận chính quyền, công tác dân vận của",
        "Công tác cán bộ được",
    ),
    flags=re.IGNORECASE,
)
