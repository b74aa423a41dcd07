"""The regular expressions about who signs, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.words import NAME_WORD, ONE_WORD_NAME, RANKS, SURNAMES

# By whose power somebody signs: for a body, in a superior's stead, by order, by proxy, acting; in small letters too.
POWER = define(
    r"^(?P<mark>t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\s?\.?\s?u\s?\.?\s?q|q)\s*"
    rf"(?:[./]|(?<=[./]\w)(?=\s)|(?-i:(?<=TM|KT|TL)(?=\s+[{UPPER}]{{2,}}\s)))\s*(?=[^\W\d]{{2,}})",
    "T/M BỘ CHÍNH TRỊ",
    "tm . ubnd thành phố Cần Thơ",
    "KT/bộ trưởng bộ tài chính",
    "TUQ. BỘ TRƯỞNG",
    "T.M BỘ CHÍNH TRỊ",
    "Q. CỤC TRƯỞNG",
    "KT TRƯỞNG PHÒNG",
    not_in=("TM x", "TT. HĐND", "Tm"),
    flags=re.IGNORECASE,
)
POST = define(
    r"^(?:(?:quyền|phó)\s+|p\s?\.\s*)*(?:tổng\s+)?(?:bí\s+thư|chủ\s+tịch|chủ\s+nhiệm|trưởng\s+(?:ban|phòng|đoàn|tiểu\s+ban|khoa|thôn|công\s+an)"
    r"|(?:phó\s+)?chánh\s+(?:văn\s+phòng|thanh\s+tra|án)|giám\s+đốc|viện\s+trưởng|bộ\s+trưởng|thứ\s+trưởng|thủ\s+tướng"
    r"|thống\s+đốc|hiệu\s+trưởng|hiệu\s+phó|(?:cục|vụ|tổ|đội|thủ|tỉnh\s+đội|tổng\s+cục|chi\s+cục|chỉ\s+huy|kế\s+toán|trạm|hạt|đồn|khoa)\s+trưởng|tư\s+lệnh|chính\s+(?:ủy|uỷ)"
    r"|chính\s+trị\s+viên"
    r"|tổng\s+(?:thanh\s+tra|kiểm\s+toán(?:\s+nhà\s+nước)?|giám\s+đốc|biên\s+tập)|phó\s+(?:ban|phòng|bí\s+thư|văn\s+phòng)|chủ\s+tọa|chủ\s+trì|thư\s+ký"
    r"|ủy\s+viên|uỷ\s+viên|thường\s+trực|trưởng\s+ban)"
    r"(?:\s+(?:[^\W\d]+|[-–&])){0,9}$"
    r"|^(?:thiếu|trung|thượng|đại)\s+(?:tướng|tá|úy|uý)$",
    "Phó Bí thư Thường trực",
    "thứ  trưởng",
    "CHÁNH VĂN PHÒNG",
    "P. CHỦ TỊCH",
    "Chủ tịch Quốc hội",
    "THƯỢNG TƯỚNG",
    not_in=("Đại tá Nguyễn Văn Trung", "Bí thư cấp ủy, người đứng đầu", "Ban Bí thư", "Giám đốc 2 sở"),
    flags=re.IGNORECASE,
)
_WORD = NAME_WORD
_RANK = rf"(?i:{RANKS})*"
SIGNER = define(
    rf"^(?:(?:[Đđ]ã ký|\((?:[Đđ]ã )?ký\))\s*[:.]?\s*)?{_RANK}"
    rf"(?!(?i:đã\s+ký))(?P<name>(?:{_WORD}|[{UPPER}'’]+)(?:[ \t]+(?:{_WORD}|[{UPPER}'’]+)){{1,5}}|{ONE_WORD_NAME})"
    r"(?:\s*[-,(]?\s*(?:[Đđ]ã ký|ĐÃ KÝ)\s*\)?)?\.?$",
    "Lê Tấn Lai",
    "NGUYỄN PHÚ TRỌNG",
    "Nguyễn Tấn Dũng đã ký",
    "PGS. TS. Nguyễn Văn An",
    "Đại tá Nguyễn Văn Trung",
    "Điểu K'Ré",
    not_in=("(đã ký)", "ĐÃ KÝ", "Lưu Văn phòng Tỉnh ủy.", "Tỉnh ủy"),
)
# Beside the recipients only a person's name tells the signature from a body in capitals.
SIGNER_BESIDE = define(
    rf"(?:^|[;,.):]\s+(?=\S+\s+\S+\s+\S))(?P<name>(?i:{SURNAMES})(?:\s+(?:{_WORD}|[{UPPER}'’]+)){{1,4}})"
    r"\s*(?:\(?(?:[Đđ]ã ký|ĐÃ KÝ)\)?)?\.?$",
    "thuộc TW (để phối hợp); Nguyễn Đồng Tiến",
    "Vũ Văn Ninh",
    "Nguyễn Tấn Dũng đã ký",
    not_in=("Bộ Tài Chính", "Văn phòng Quốc hội", "Sở Tư Pháp", "Các tỉnh Tây Bắc; Hà Giang"),
)
# Who signs for a side, without a post: the parties to a contract, those who were heard, who writes the minutes.
SIDE = define(
    r"^(?:(?:người|đại\s+diện|bên|chủ\s+hộ|thủ\s+quỹ|thủ\s+kho|kế\s+toán|thư\s+ký|chủ\s+trì|chủ\s+tọa|chủ\s+toạ)\b"
    r"[^.;:\d]{0,50}|thủ\s+trưởng(?:\s+đơn\s+vị)?)$",
    "Người được ủy quyền",
    "ĐẠI DIỆN BÊN A",
    "Chủ tọa",
    not_in=("Người dân có quyền.", "Bên A: Công ty"),
    flags=re.IGNORECASE,
)
# In the small letters of a font that draws capitals only a known surname tells a name.
SMALL_NAME = define(
    rf"^(?P<name>(?:{SURNAMES.lower()})(?:\s+[{LOWER}]+){{1,4}})$",
    "nguyễn văn an",
    not_in=("Nguyễn Văn An", "thứ trưởng"),
)
