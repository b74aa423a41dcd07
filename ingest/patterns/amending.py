"""The words by which a text changes parts of another, and by which it leaves that to others, with examples."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

_UNITS = r"(?:điều|khoản|điểm|mục|tiểu\s+mục|chương|phần|tiết)"
_CONTENT = (
    r"(?:nội\s+dung|mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ|giải\s+pháp|qu[yi]\s+định|thời\s+(?:gian|hạn)|lộ\s+trình|mức|tỷ\s+lệ|tỉ\s+lệ"
    r"|đối\s+tượng|phạm\s+vi|tên|đoạn|câu|cụm\s+từ|từ|ý|gạch\s+đầu\s+dòng)"
)
# Between a verb and the provision in which it changes something that has no address.
LOOSE_PART = define(
    rf"^\s*(?:(?:các|những|một\s+số|toàn\s+bộ|thêm)\s+)*(?:{_CONTENT}(?!\w)[^.;:\n“\"]{{0,120}}?"
    rf"(?<!\w)(?:tại|của|trong|vào|ở|thuộc)\s+(?:các\s+|cuối\s+)?|(?:{_CONTENT}\s+(?:tại|của)\s+)?"
    r"(?:gạch\s+đầu\s+dòng|đoạn|câu|ý)\s+(?:(?:thứ\s+)?\w+\s+)?(?:,\s*)?)$",
    " nội dung về khoán xe công tại ",
    " nhiệm vụ bảo vệ môi trường biển vào ",
    " quy định tại gạch đầu dòng thứ 4 ",
    " đoạn 2 ",
    not_in=(" việc chi trả theo ", " một số điều của "),
    flags=re.IGNORECASE,
)
# The larger unit first: "Tại mục I, sửa đổi điểm 1"; what stands before the unit and between it and the verb.
IN_UNIT = define(r"^\s*(?:tại|trong|ở|đối\s+với)\s+$", "Tại ", "Đối với ", not_in=("Theo ", "nêu tại "), flags=re.I)
UNIT_THEN_VERB = define(
    r"^(?:[^.;\n]{0,80}?[,:])?\s*(?:nay\s+)?$",
    ", ",
    ": ",
    " ",
    " (Đối tượng): ",
    not_in=(" của ", " các đơn vị "),
    flags=re.IGNORECASE,
)
# "mục I: điểm 1": what is smaller lies within.
SMALLER_BEHIND = define(r"^\s*[:(–-]\s*(?:tại\s+)?$", ": ", " (", not_in=(" như sau: ", ", "))
# The new words follow, or it is said into what or out of what they go.
GIVES_CONTENT = define(
    rf":\s*\S|(?<!\w)(?:thay\s+vì|cụ\s+thể\s*:|(?:cụm\s+từ|từ\s+ngữ)\s*[“\"]|vào\s+(?:cuối\s+|sau\s+|trước\s+)?{_UNITS}(?!\w)|(?:thành|bằng|là)\s+[“\"\d]"
    r"|từ\s+[^.;:\n]{1,60}?\s(?:lên|xuống|thành|sang|còn)(?!\w))",
    "mục II Nghị quyết số 11: tỉ trọng đạt 32%",
    "từ 70% lên 80%",
    "vào mục III",
    "thành “cấp ủy”",
    "cụm từ “thị ủy”",
    ", cụ thể:",
    not_in=("Quy chế số 05-QC/TU cho phù hợp", "Nghị quyết số 11:"),
    flags=re.IGNORECASE,
)
# What is to be done, and by when: no act of the paper that says so.
TO_BE_DONE = define(
    r"(?<!\w)(?:cho\s+phù\s+hợp|theo\s+hướng|để\s+(?:trình|báo\s+cáo)|trình\s+(?:Ban|Bộ|Tỉnh|Thường|cấp|cơ)|trước\s+ngày"
    r"|hoàn\s+thành\s+(?:trong|trước)|xong\s+trước|báo\s+cáo\s+(?:kết\s+quả|Ban|Bộ|Tỉnh|Thường))(?!\w)",
    "cho phù hợp",
    "theo hướng: rõ người",
    "trình Ban Thường vụ",
    not_in=("báo cáo chính trị", "phù hợp với"),
    flags=re.IGNORECASE,
)
# The words above a list that give what it holds to others.
ASSIGNS = define(
    r"(?<!\w)(?:giao|phân\s+công|yêu\s+cầu|đề\s+nghị|kiến\s+nghị|chủ\s+trì|tham\s+mưu|có\s+trách\s+nhiệm)(?!\w)[^.;]{0,200}:\s*$",
    "Ban Tổ chức Tỉnh ủy có trách nhiệm:",
    "2. Giao Văn phòng chủ trì, phối hợp:\n",
    not_in=("Điều 1. Sửa đổi một số điều như sau:", "Giao Ban Tổ chức."),
    flags=re.IGNORECASE,
)
# A body agrees to it in the paper itself, and gives the new words.
AGREES = define(
    r"^\s*(?:(?:Ban\s+(?:Thường\s+vụ|Chấp\s+hành|Bí\s+thư)|Bộ\s+Chính\s+trị|Thường\s+trực)(?:\s+(?!chưa|không|đã)\w+){0,4}?\s+)?"
    r"(?:thống\s+nhất|nhất\s+trí|quyết\s+định|đồng\s+ý)\s*(?:về\s+)?(?:việc\s+)?$",
    "Thống nhất ",
    "Ban Thường vụ Tỉnh ủy quyết định ",
    "Đồng ý việc ",
    not_in=("Ban Thường vụ chưa thống nhất ", "Giao "),
    flags=re.IGNORECASE,
)
