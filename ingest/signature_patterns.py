"""The regular expressions about who signs, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns import LOWER, UPPER, Pattern, define

# By whose power somebody signs: for a body, in a superior's stead, by order, by proxy, acting. Old fonts print it small.
POWER = define(
    r"^(?P<mark>t\s?[/.]?\s?m|k\s?[/.]?\s?t|t\s?[/.]?\s?l|t\s?\.?\s?u\s?\.?\s?q|q)\s*(?:[./]|(?<=/\w)(?=\s))\s*(?=[^\W\d]{2,})",
    "T/M BỘ CHÍNH TRỊ",
    "tm . ubnd thành phố Cần Thơ",
    "KT/bộ trưởng bộ tài chính",
    "TUQ. BỘ TRƯỞNG",
    "Q. CỤC TRƯỞNG",
    not_in=("TM x", "TT. HĐND", "Tm"),
    flags=re.IGNORECASE,
)
POST = define(
    r"^(?:(?:quyền|phó)\s+)*(?:tổng\s+)?(?:bí\s+thư|chủ\s+tịch|chủ\s+nhiệm|trưởng\s+(?:ban|phòng|đoàn|tiểu\s+ban|khoa|thôn|công\s+an)"
    r"|(?:phó\s+)?chánh\s+(?:văn\s+phòng|thanh\s+tra|án)|giám\s+đốc|viện\s+trưởng|bộ\s+trưởng|thứ\s+trưởng|thủ\s+tướng"
    r"|thống\s+đốc|hiệu\s+trưởng|hiệu\s+phó|(?:cục|vụ|tổ|đội|thủ|tỉnh\s+đội|tổng\s+cục|chi\s+cục)\s+trưởng|tư\s+lệnh|chính\s+ủy"
    r"|tổng\s+(?:thanh\s+tra|kiểm\s+toán(?:\s+nhà\s+nước)?|giám\s+đốc|biên\s+tập)|phó\s+(?:ban|phòng|bí\s+thư|văn\s+phòng)|chủ\s+tọa|chủ\s+trì|thư\s+ký"
    r"|ủy\s+viên|uỷ\s+viên|thường\s+trực|trưởng\s+ban)"
    r"(?:\s+(?:[^\W\d]+|[-–&])){0,9}$",
    "Phó Bí thư Thường trực",
    "thứ  trưởng",
    "CHÁNH VĂN PHÒNG",
    "Chủ tịch Quốc hội",
    not_in=("Bí thư cấp ủy, người đứng đầu", "Ban Bí thư", "Giám đốc 2 sở"),
    flags=re.IGNORECASE,
)
_WORD = rf"[{UPPER}][{LOWER}]*"
_RANK = r"(?:(?:GS|PGS|TSKH|TS|ThS|BS|KS|LS|CN|NSND|NGND|Luật sư|(?:Thiếu|Trung|Thượng|Đại) (?:tướng|tá))\s*[.,]?\s*)*"
SIGNER = define(
    rf"^(?:(?:[Đđ]ã ký|\((?:[Đđ]ã )?ký\))\s*[:.]?\s*)?{_RANK}(?P<name>(?:{_WORD}|[{UPPER}]+)(?:[ \t]+(?:{_WORD}|[{UPPER}]+)){{1,5}})"
    r"(?:\s*[-,(]?\s*(?:[Đđ]ã ký|ĐÃ KÝ)\s*\)?)?\.?$",
    "Lê Tấn Lai",
    "NGUYỄN PHÚ TRỌNG",
    "Nguyễn Tấn Dũng đã ký",
    "PGS. TS. Nguyễn Văn An",
    not_in=("(đã ký)", "Lưu Văn phòng Tỉnh ủy.", "Tỉnh ủy"),
)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Mai|Tô|Trịnh|Trương|Lâm|Đào|Cao|Hà|Tạ"
    "|Thái|Châu|Tống|Quách|Lưu|Kiều|Nông|Tòng|Vương|Chu|Phùng|Đàm|Đồng|Tăng|Ninh|Nghiêm|Lữ|Mạc|Uông|Ung|Viên|Âu|Từ|Tôn|Tiêu|Thân"
    "|Thẩm|Thiều|Quản|Phí|Nhữ|Ngụy|Mẫn|Lại|Khương|Kha|Hồng|Hàn|Giang|Giáp|Dư|Doãn|Cù|Diệp|Đới|Đậu|Đường|Biện|Bành|Chử|Chế|Cấn|Bàng|An"
    "|Trang|Lò|Giàng|Vừ|Ksor|Siu|Rơ|Triệu|Ma|Cầm|Điểu|Thạch|Sơn|Kim|Danh|Lục|Hứa|Bế|Vi|La|Mùa|Sùng|Thào|Vàng|Tráng|Quàng|Bạch|Khúc|Hầu|Cụt"
    "|Tráng|Bàn|Đèo|Lèng|Nình|Chẩu|Rcom|Puih|Đinh|Y|Cung|Ngọ|Lã|Khổng|Trà|Nhâm|Thiệu|Vòng|Lầu|Hờ|Sầm|Lô|Lường"
)
# Beside the recipients only a person's name tells the signature from a body in capitals.
SIGNER_BESIDE = define(
    rf"(?:^|[;,.):]\s+(?=\S+\s+\S+\s+\S))(?P<name>(?i:{_SURNAMES})(?:\s+(?:{_WORD}|[{UPPER}]+)){{1,4}})"
    r"\s*(?:\(?(?:[Đđ]ã ký|ĐÃ KÝ)\)?)?\.?$",
    "thuộc TW (để phối hợp); Nguyễn Đồng Tiến",
    "Vũ Văn Ninh",
    "Nguyễn Tấn Dũng đã ký",
    not_in=("Bộ Tài Chính", "Văn phòng Quốc hội", "Sở Tư Pháp", "Các tỉnh Tây Bắc; Hà Giang"),
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
