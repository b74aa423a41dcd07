"""The regular expressions about the tail of a document, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns import LOWER, TYPES, UPPER, Pattern, define

# --- the tail --------------------------------------------------------------------------------------------

RECIPIENTS_LINE = define(r"^Nơi nhận\s*:?", "Nơi nhận:", "Nơi nhận", not_in=("Nơi ở",), flags=re.IGNORECASE)
SIGNED_MARK = define(
    r"^\(?\s*[Đđ]ã ký|^\((?:[Kk]ý|[Cc]hữ ký)\b", "Đã ký", "(đã ký)", "(ký tên)", not_in=("đã kiểm tra",)
)
# By whose power somebody signs: for a body, in a superior's stead, by order.
SIGNING_POWER = define(
    rf"^(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.)\s*(?=[{UPPER}])", "T/M BỘ CHÍNH TRỊ", "KT. Bộ trưởng", not_in=("TM. x",)
)
SIGNING_POST = define(
    r"^(?:phó\s+)*(?:tổng\s+)?(?:bí thư|chủ tịch|chủ nhiệm|trưởng (?:ban|phòng|đoàn)|chánh (?:văn phòng|thanh tra)"
    r"|giám đốc|viện trưởng|bộ trưởng|thứ trưởng|thủ tướng|hiệu trưởng|cục trưởng|vụ trưởng|tổ trưởng|thủ trưởng)"
    r"(?:\s+[^\W\d]+){0,6}$",
    "Phó Bí thư Thường trực",
    "CHÁNH VĂN PHÒNG",
    not_in=("Bí thư cấp ủy, người đứng đầu", "Ban Bí thư", "Giám đốc 2 sở"),
    flags=re.IGNORECASE,
)
PERSON_NAME = define(
    rf"^(?:[{UPPER}][{LOWER}]+|[{UPPER}]+)(?:\s+(?:[{UPPER}][{LOWER}]*|[{UPPER}]+)){{1,5}}$",
    "Lê Tấn Lai",
    "NGUYỄN PHÚ TRỌNG",
    not_in=("(đã ký)", "Lưu Văn phòng Tỉnh ủy.", "Tỉnh ủy"),
)
# "…nghiêm túc./." closes a Party document; a closing paragraph speaks of the document itself.
END_MARK = define(r"\./\.$", "nghiêm túc./.", not_in=("nghiêm túc.",))
CLOSING_WORDS = define(
    rf"^(?:Trên đây|Nhận được|Vậy|Đề nghị|Yêu cầu)\b|(?:{TYPES})\s+này",
    "Căn cứ Thông báo này, cấp ủy",
    "Trên đây là",
    not_in=("Quán triệt Quy định số 102",),
)
# An article keeps its last paragraph, "Quy định này có hiệu lực…"; how a law was passed belongs to the whole law.
ADOPTION_WORDS = define(
    rf"^(?:{TYPES})\s+này\s+(?:đã\s+)?được\b.*\bthông qua\b",
    "Luật này được Quốc hội khóa XIV thông qua ngày 13/11/2020",
    not_in=("Quy định này có hiệu lực", "Luật này được áp dụng trong cả nước"),
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
