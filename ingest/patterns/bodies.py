"""The regular expressions about the names of bodies and their heads, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

_KINDS = (
    r"(?:liên\s+)?bộ(?!\s+(?:trưởng|máy|phận|đội))|liên\s+(?:sở|ngành)|ban\s|ủy\s+ban|uỷ\s+ban|hội\s+đồng|quốc\s+hội|chính\s+phủ|thủ\s+tướng|chủ\s+tịch\s+nước"
    r"|(?:ban\s+thường\s+vụ\s+)?(?:tỉnh|thành|thị|huyện|quận|đảng|khu)\s+(?:ủy|uỷ)|đảng\s+(?:bộ|đoàn)|chi\s+bộ|chi\s+(?:ủy|uỷ)|văn\s+phòng"
    r"|sở|(?:tổng\s+|chi\s+)?cục|vụ|viện|học\s+viện|trường|đại\s+học|ngân\s+hàng|kho\s+bạc|tòa\s+án|toà\s+án|thanh\s+tra|kiểm\s+toán"
    r"|công\s+an|bộ\s+chỉ\s+huy|quân\s+(?:khu|ủy|uỷ)|hội(?!\s+(?:nghị|thảo))|(?:tổng\s+)?liên\s+đoàn|đoàn|trung\s+ương|mặt\s+trận|liên\s+hiệp"
    r"|tổng\s+công\s+ty|công\s+ty|công\s+đoàn|tập\s+đoàn|trung\s+tâm|bảo\s+hiểm|đài|báo|tạp\s+chí|phòng|bệnh\s+viện|tiểu\s+ban|tổ\s|nhà\s+xuất\s+bản"
    r"|thường\s+trực|đại\s+hội|ubnd|hđnd|ubmttq|mttq|ubkt|bch|nhnn|thành\s+đoàn|tỉnh\s+đoàn|huyện\s+đoàn|tổng\s+bí\s+thư|đảng\s+cộng\s+sản"
)
# How the name of a body begins: a line of a letterhead that begins so is a body of its own.
BODY_NAME = define(
    rf"^(?:{_KINDS})",
    "Bộ tài chính",
    "ủy ban nhân dân",
    "TỈNH ỦY BÌNH THUẬN",
    "Hội Nông dân Việt Nam",
    not_in=("việt nam", "tỉnh Bình Phước", "bộ máy", "hội nghị đã bàn"),
    flags=re.IGNORECASE,
)
# These are no whole names: what stands below them belongs to them.
INCOMPLETE_BODY = define(
    r"(?:^|\s)(?:ban chấp hành|ban thường vụ|ban thường trực|ban chỉ đạo|ban cán sự đảng|(?:ủy|uỷ) ban(?: trung ương)?"
    r"|hội đồng|chi bộ|đảng bộ|đảng (?:ủy|uỷ)|đảng đoàn|đoàn|liên đoàn|hội|trường|viện|sở|phòng|cục|bộ|công đoàn"
    r"|liên hiệp|ban quản lý|và|[-–])$",
    "BAN CHẤP HÀNH",
    "BỘ LAO ĐỘNG -",
    "ĐẢNG ỦY",
    not_in=("TỈNH ỦY", "BỘ TÀI CHÍNH"),
    flags=re.IGNORECASE,
)
# Its place may stand under the name of a body, in a line of its own.
PLACE_LINE = define(
    r"^(?:tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|thị\s+trấn|phường|xã)\s+(?!(?:ủy|uỷ|và|hội|về|các|trực|đoàn)\b)"
    r"[^\W\d]+(?:[\s-]+[^\W\d]+){0,4}$",
    "tỉnh hà tĩnh",
    "THÀNH PHỐ CẦN THƠ",
    "tỉnh Bà Rịa - Vũng Tàu",
    not_in=("tỉnh ủy Bình Thuận", "xã hội chủ nghĩa", "tỉnh hà tĩnh năm 2001"),
    flags=re.IGNORECASE,
)
# These names, alone in a line, are borne by as many bodies as there are superior ones: whose it is stands above.
BORNE_BY_MANY = define(
    r"^(?:văn\s+phòng|thanh\s+tra|(?:ủy|uỷ)\s+ban\s+kiểm\s+tra)$",
    "VĂN PHÒNG",
    "Ủy ban Kiểm tra",
    not_in=("VĂN PHÒNG CHÍNH PHỦ", "Ủy ban Kiểm tra Trung ương"),
    flags=re.IGNORECASE,
)
# The head of a body issues for it: "Bộ trưởng Bộ Tài chính".
POST_OF_BODY = define(
    r"^(?:bộ\s+trưởng|chủ\s+tịch|chủ\s+nhiệm|thống\s+đốc|tổng\s+cục\s+trưởng|cục\s+trưởng|giám\s+đốc|tổng\s+giám\s+đốc|chánh\s+án"
    r"|viện\s+trưởng|tổng\s+thanh\s+tra|tổng\s+kiểm\s+toán|chánh\s+thanh\s+tra|chánh\s+văn\s+phòng|hiệu\s+trưởng|trưởng\s+ban|bộ\s+trưởng,\s+chủ\s+nhiệm)"
    r"\s+(?=\S)",
    "Bộ trưởng Bộ Tài chính",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
    not_in=("Phó Bộ trưởng", "Bộ Tài chính"),
    flags=re.IGNORECASE,
)
# The name of a body ends with its place, which is a name too: "HUYỆN ỦY ĐỊNH HÓA".
PLACE_OF_BODY = define(
    r"\b(?:(?:tỉnh|thành|thị|huyện|quận)\s+(?:ủy|uỷ)|tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã)\s+"
    r"(?P<place>(?!(?:ủy|uỷ|hội|về|và|các|trực|đoàn)\b)\w+(?:\s+\w+){0,3})$",
    "Tỉnh ủy bình thuận",
    "Ủy ban nhân dân thành phố hồ chí minh",
    not_in=("Văn phòng Tỉnh ủy", "Viện Khoa học xã hội", "Đảng ủy các cơ quan tỉnh"),
    flags=re.IGNORECASE,
)
# Who speaks in the line above the legal bases, and in the sentence that opens the text.
GUIDING_BODY = define(
    r"^(?:[^.;\n]{0,200},\s)?(?P<body>(?:Liên\s+)?"
    r"(?:Bộ|Tổng cục|Ngân hàng|Ủy ban|Uỷ ban|Ban|Thanh tra|Văn phòng|Tỉnh ủy|Huyện ủy|Thành ủy)\s[^,.;:\n]{2,70}?)"
    r"\s+(?:thống nhất\s+)?(?:hướng dẫn|quy định|qui định|thông báo|ban hành|yêu cầu)\b[^\n]*:$",
    "Bộ Tài chính hướng dẫn thực hiện như sau:",
    not_in=("Theo quy định của Bộ Tài chính", "Bộ Tài chính hướng dẫn."),
)
# Of an enclosed text the words in brackets say whose it is.
PROMULGATOR = define(
    r"\bcủa\s+(?P<body>[^()\n;]+?)\s*(?:\)|;|$|,\s*(?:về|ngày)\b|\s+về\s+việc\b)",
    "ngày 07/3/2002 của UBND tỉnh An Giang)",
    not_in=("UBND tỉnh An Giang",),
)
