"""The regular expressions that tell the tier of a body from its name, named, each with an example and a reason.

They are tried from the base up: the name of a small body often holds that of the one above it.
"""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

# A commune, a ward, a township, and the cells of the Party.
BASE_BODY = define(
    r"\bchi\s+(?:bộ|ủy)\b|(?<!thị\s)(?<!tác\s)\bxã\s+(?!hội\b)|\b(?:phường|thị\s+trấn)\s",
    "Đảng ủy xã Xuân Hòa",
    "Chi bộ Trường tiểu học",
    "Ủy ban nhân dân thị trấn Lâm",
    not_in=("Ủy ban nhân dân thị xã Bến Cát", "Hợp tác xã Nông nghiệp", "Bộ Lao động - Thương binh và Xã hội"),
    flags=re.IGNORECASE,
)
DISTRICT_BODY = define(
    r"\b(?:huyện|quận)\b|\bthị\s+(?:ủy|xã|đoàn)\b",
    "Huyện ủy Đức Linh",
    "Ủy ban nhân dân quận 3",
    "Thị ủy Bến Cát",
    not_in=("Bộ Chỉ huy Quân sự tỉnh Cà Mau", "Tỉnh ủy Bình Thuận", "Ủy ban nhân dân thị trấn Lâm"),
    flags=re.IGNORECASE,
)
PROVINCE_BODY = define(
    r"\btỉnh\b|^sở\s|\bthành\s+(?:ủy|phố|đoàn)\s+(?:hà\s+nội|hồ\s+chí\s+minh|hải\s+phòng|đà\s+nẵng|cần\s+thơ)\b",
    "Tỉnh ủy",
    "Sở Tài chính Lâm Đồng",
    "Thành ủy Hải Phòng",
    not_in=("Thành ủy Sông Công", "Bộ Tài chính"),
    flags=re.IGNORECASE,
)
# Every other city belongs to a province; of Huế the year decides, so that its name alone tells nothing.
CITY_OF_PROVINCE = define(
    r"\bthành\s+(?:ủy|phố|đoàn)\s+(?!huế\b)\w",
    "Thành ủy Sông Công",
    "Ủy ban nhân dân thành phố Đà Lạt",
    not_in=("Thành ủy", "Thành ủy Huế"),
    flags=re.IGNORECASE,
)
CENTRAL_TIER = define(
    r"\b(?:trung\s+ương|bộ\s+chính\s+trị|ban\s+bí\s+thư|chính\s+phủ|quốc\s+hội|chủ\s+tịch\s+nước|hội\s+đồng\s+bộ\s+trưởng"
    r"|tối\s+cao|tổng\s+(?:cục|liên\s+đoàn))\b|\bnhà\s+nước(?:\s+việt\s+nam)?$|^bộ\s+(?!chỉ\s+huy|đội)",
    "Ban Chấp hành Trung ương Đảng khóa XII",
    "Thủ tướng Chính phủ",
    "Bộ Tài chính",
    "Ngân hàng Nhà nước Việt Nam",
    not_in=("Bộ Chỉ huy Quân sự", "Trường Đại học Vinh", "Cán bộ xã"),
    flags=re.IGNORECASE,
)
# Codes of the Party's bodies end with whose they are: UBKTTW, BTGTU; ĐU and QU are of several tiers.
CODE_OF_TIER = define(
    r"(?:(?P<central>TW)|(?P<district>HU|ThU|TxU)|(?P<province>TU)|(?P<base>^CB))$",
    "UBKTTW",
    "VPTU",
    "ThU",
    "CB",
    not_in=("ĐU", "QU", "UBND", "BTC"),
)
# A resolution that is known by the plenum or the congress alone; a congress of a province is named with its place.
CONFERENCE_OF_CENTRE = define(
    r"^nghị\s+quyết\s+(?:trung\s+ương\s+\d|đại\s+hội\s+[IVX]+$)",
    "Nghị quyết Trung ương 5 khóa XIII",
    "Nghị quyết Đại hội XIII",
    not_in=("Nghị quyết Đại hội XIV Đảng bộ tỉnh", "Nghị quyết về Trung ương"),
    flags=re.IGNORECASE,
)
# A notice hands on what a body concluded, and names it at once.
SPOKEN_BY = define(
    r"\b(?:ý\s+kiến|kết\s+luận|chỉ\s+đạo)\s+của\s+"
    r"(?P<body>(?:thường\s+trực|ban\s+thường\s+vụ|ban\s+chấp\s+hành)\s+\w+(?:\s+ủy)?)",
    "Thông báo Ý kiến kết luận của Thường trực Tỉnh ủy tại Hội nghị",
    "Thông báo kết luận của Ban Thường vụ Huyện ủy về công tác cán bộ",
    not_in=("Quy định về Thường trực Tỉnh ủy", "kết luận của đồng chí Bí thư Tỉnh ủy"),
    flags=re.IGNORECASE,
)
