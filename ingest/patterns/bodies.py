"""The regular expressions about the names of bodies and their heads, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

_KINDS = (
    r"(?:liên\s+)?bộ(?!\s+(?:trưởng|máy|phận|đội|luật|môn))|liên\s+(?:sở|ngành)|ban\s(?!hành\b|đầu\b|ngày\b)|ủy\s+ban|uỷ\s+ban|hội\s+đồng|quốc\s+hội|chính\s+phủ|thủ\s+tướng|chủ\s+tịch\s+nước"
    r"|(?:ban\s+thường\s+vụ\s+)?(?:tỉnh|thành|thị|huyện|quận|đảng|khu)\s+(?:ủy|uỷ)|đảng\s+(?:bộ|đoàn)|chi\s+bộ|chi\s+(?:ủy|uỷ)|văn\s+phòng"
    r"|sở(?!\s+hữu)|(?:tổng\s+|chi\s+)?cục|vụ(?!\s+(?:việc|án|mùa|xuân|đông|hè))|viện(?!\s+(?:phí|trợ|trưởng))|học\s+viện|trường(?!\s+hợp)|đại\s+học|ngân\s+hàng|kho\s+bạc|tòa\s+án|toà\s+án|thanh\s+tra|kiểm\s+toán"
    r"|công\s+an|bộ\s+chỉ\s+huy|quân\s+(?:khu|ủy|uỷ)|hội(?!\s+(?:nghị|thảo|nhập|họp|viên|thi|diễn))|(?:tổng\s+)?liên\s+đoàn|đoàn(?!\s+(?:kết|viên|thể))|trung\s+ương|mặt\s+trận|liên\s+hiệp"
    r"|tổng\s+công\s+ty|công\s+ty|công\s+đoàn|tập\s+đoàn|trung\s+tâm|bảo\s+hiểm|đài|báo(?!\s+(?:chí|cáo))|tạp\s+chí|phòng(?!,|\s+(?:chống|ngừa|cháy|thủ|trừ))|bệnh\s+viện|tiểu\s+ban|tổ\s(?!chức\b)|nhà\s+xuất\s+bản"
    r"|thường\s+trực|đại\s+hội|ubnd|hđnd|ubmttq|mttq|ubkt|bch|nhnn|thành\s+đoàn|tỉnh\s+đoàn|huyện\s+đoàn|tổng\s+bí\s+thư|đảng\s+cộng\s+sản"
)
# How the name of a body begins: a line of a letterhead that begins so is a body of its own.
BODY_NAME = define(
    rf"^(?:{_KINDS})",
    "Bộ tài chính",
    "ủy ban nhân dân",
    "TỈNH ỦY BÌNH THUẬN",
    "Hội Nông dân Việt Nam",
    not_in=("việt nam", "tỉnh Bình Phước", "bộ máy", "hội nghị đã bàn", "báo chí", "BAN HÀNH QUY CHẾ", "tổ chức"),
    flags=re.IGNORECASE,
)
# These are no whole names: what stands below them belongs to them.
INCOMPLETE_BODY = define(
    r"(?:^|\s)(?:ban chấp hành|ban thường vụ|ban thường trực|ban chỉ đạo|ban cán sự đảng"
    r"|(?:ủy|uỷ) ban(?: trung ương| thường vụ)?|hội đồng|chi bộ|đảng bộ|đảng (?:ủy|uỷ)|đảng đoàn|liên đoàn|công đoàn"
    r"|liên hiệp|ban quản lý|tổ chức\s*[-–]?\s*cán bộ|đoàn đại biểu|và|của|thuộc|[-–])$"
    r"|^(?:đoàn|hội|trường|viện|sở|phòng|cục|bộ|văn phòng)$",
    "BAN CHẤP HÀNH",
    "VĂN PHÒNG",
    "VĂN PHÒNG ĐOÀN ĐẠI BIỂU",
    "BỘ LAO ĐỘNG -",
    "ĐẢNG ỦY",
    not_in=("TỈNH ỦY", "BỘ TÀI CHÍNH", "THÀNH ỦY HẢI PHÒNG", "QUỐC HỘI"),
    flags=re.IGNORECASE,
)
# In a letterhead these begin a name of their own too; elsewhere they are words like others.
UNIT_NAME = define(
    r"^(?:hợp\s+tác\s+xã|quỹ|hạt|trạm|đồn|đội|xí\s+nghiệp|nhà\s+máy|thư\s+viện|bảo\s+tàng|khoa|khối|cơ\s+quan)\b",
    "HẠT KIỂM LÂM",
    "Trạm Y tế xã",
    not_in=("SỞ Y TẾ",),
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
    rf"(?P<place>(?!(?:ủy|uỷ|hội|về|và|các|trực|đoàn)\b)\w[\w'’]*(?:\s+(?:[-–]\s+(?!{_KINDS}))?\w[\w'’]*){{0,4}})$",
    "Tỉnh ủy bình thuận",
    "tỉnh Bà Rịa - Vũng Tàu",
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

# --- what a superior's line says of the name below it --------------------------------------------------------

# Two bodies in one line; a name may have a dash too: "Bộ Lao động - Thương binh và Xã hội".
BODY_JOINT = define(
    rf"\s+[-–]\s+(?={_KINDS})",
    "Sở Nội vụ - Sở Tài chính",
    "CHÍNH PHỦ - ỦY BAN TRUNG ƯƠNG",
    not_in=("Bộ Lao động - Thương binh và Xã hội", "Ban Tổ chức - Cán bộ Chính phủ"),
    flags=re.IGNORECASE,
)
# These stand over others and issue with none of them.
SUPERIOR_ONLY = define(
    r"^(?:(?:ủy|uỷ)\s+ban\s+nhân\s+dân|ubnd|đảng\s+bộ)\b",
    "UBND TỈNH QUẢNG NAM",
    "Đảng bộ tỉnh",
    not_in=("Sở Nội vụ",),
    flags=re.IGNORECASE,
)
COMMITTEE_OF_PARTY = define(
    r"\b(?:tỉnh|thành|thị|huyện|quận|đảng|khu)\s+(?:ủy|uỷ)\b",
    "Tỉnh ủy Bến Tre",
    "ĐẢNG UỶ XÃ",
    not_in=("Ủy ban nhân dân tỉnh",),
    flags=re.IGNORECASE,
)
# Every committee has boards of these names: whose it is its letterhead says one line higher.
BOARD_OF_PARTY = define(
    r"^(?:ban\s+(?!cán\s+sự|thường\s|chấp\s+hành|quản\s+lý|giám\s+đốc|bí\s+thư)|văn\s+phòng$"
    r"|(?:ủy|uỷ)\s+ban\s+kiểm\s+tra$|tiểu\s+ban\s|tổ\s)",
    "Ban Tuyên giáo",
    "Văn phòng",
    "ỦY BAN KIỂM TRA",
    not_in=("Ban cán sự đảng Sở Y tế", "Ban Thường vụ", "Văn phòng Chính phủ"),
    flags=re.IGNORECASE,
)
# Organs that are nothing without the body they are of.
LOCAL_ORGAN = define(
    r"^(?:văn\s+phòng|thanh\s+tra|(?:ủy|uỷ)\s+ban\s+kiểm\s+tra|ban\s+chấp\s+hành|ban\s+thường\s+(?:vụ|trực)"
    r"|thường\s+trực|đoàn\s+chủ\s+tịch|đảng\s+(?:đoàn|ủy|uỷ)|ban\s+cán\s+sự\s+đảng|chi\s+(?:ủy|uỷ)"
    r"|hội\s+đồng\s+(?:quản\s+trị|thành\s+viên))$",
    "Văn phòng",
    "Đảng đoàn",
    "BAN THƯỜNG TRỰC",
    "Hội đồng quản trị",
    not_in=("Văn phòng Chính phủ", "Ủy ban Kiểm tra Trung ương"),
    flags=re.IGNORECASE,
)
_LEVELS = r"tỉnh|thành(?:\s+phố)?|thị(?:\s+xã)?|huyện|quận|thị\s+trấn|xã|phường"
# "BAN CHẤP HÀNH TỈNH NGHỆ AN" under the name of its union, its association, its front.
ORGANISED = define(
    rf"^(?P<organ>ban\s+chấp\s+hành|ban\s+thường\s+(?:vụ|trực)|(?:ủy|uỷ)\s+ban)\s+(?P<place>(?:{_LEVELS})\s.+)$",
    "Ban Chấp hành tỉnh Nghệ An",
    not_in=("Ban Chấp hành Trung ương", "Ủy ban nhân dân tỉnh"),
    flags=re.IGNORECASE,
)
ORGANISATION = define(
    r"^(?:đoàn|hội(?!\s+đồng)|(?:tổng\s+)?liên\s+(?:đoàn|hiệp)|công\s+đoàn|mặt\s+trận)\b",
    "Hội Nông dân Việt Nam",
    "Đoàn TNCS Hồ Chí Minh",
    not_in=("Hội đồng nhân dân",),
    flags=re.IGNORECASE,
)
# In the right column, where others have the motto, the youth union prints its name.
UNION_MOTTO = define(
    r"^đoàn\s+(?:tncs|thanh\s+niên\s+cộng\s+sản)\s+(?:hồ\s+chí\s+minh|hcm)$",
    "ĐOÀN TNCS HỒ CHÍ MINH",
    not_in=("ĐOÀN TNCS HỒ CHÍ MINH TỈNH NGHỆ AN",),
    flags=re.IGNORECASE,
)
CONGRESS = define(
    r"^(?P<name>đại\s+hội(?:\s+(?:đại\s+biểu|toàn\s+thể|đảng\s+viên))?)(?=\s+lần\s+thứ|$)",
    "Đại hội đại biểu lần thứ XIII",
    not_in=("Đại hội đại biểu Đảng bộ tỉnh",),
    flags=re.IGNORECASE,
)
# A name that ends with its level wants its place: "Thanh tra tỉnh", "Ban Tổ chức Tỉnh ủy".
LEVEL_AT_END = define(
    rf"\b(?P<level>{_LEVELS})(?:\s+(?:ủy|uỷ))?$",
    "Công an tỉnh",
    "Ban Tổ chức Tỉnh ủy",
    not_in=("Công an tỉnh Cà Mau", "Sở Y tế"),
    flags=re.IGNORECASE,
)
# Units that every province or district has: their place is their superior's.
LOCAL_UNIT = define(
    r"^(?:sở|phòng|thanh\s+tra|văn\s+phòng|chi\s+cục|cục|trung\s+tâm|kho\s+bạc|đài|bảo\s+hiểm|công\s+an|bộ\s+chỉ\s+huy"
    r"|trường\s+chính\s+trị|tòa\s+án|toà\s+án|viện\s+kiểm\s+sát|ban(?!\s+(?:chấp|thường|bí\s+thư))|hội|liên\s+đoàn|đoàn|công\s+đoàn\s+ngành"
    r"|đảng\s+đoàn|đảng\s+(?:ủy|uỷ)\s+(?:khối|các))\b",
    "Sở Y tế",
    "Trường Chính trị",
    not_in=("Chi bộ Trường", "Trường Trung học", "Bệnh viện", "Tổng cục Thuế"),
    flags=re.IGNORECASE,
)
NATIONAL_BODY = define(
    r"\b(?:trung\s+ương|quốc\s+gia|tối\s+cao|chính\s+phủ|nhà\s+nước)(?:\s+(?:đảng|việt\s+nam))?$",
    "Ban Tổ chức Trung ương",
    "Văn phòng Trung ương Đảng",
    not_in=("Sở Y tế",),
    flags=re.IGNORECASE,
)
