"""The regular expressions about the head and the tail of a document, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns import DAY_IN_FIGURES, DAY_IN_WORDS, LOWER, TYPES, UPPER, Pattern, define

# --- the head --------------------------------------------------------------------------------------------

# The printed heading is the authority on the type, as the sign QĐ is both quyết định and quy định.
TYPE_LINE = define(
    rf"^(?:{TYPES.upper()})(?=$|\s)",
    "THÔNG BÁO",
    "QUY ĐỊNH về xử lý kỷ luật",
    not_in=("Thông báo này", "THÔNG BÁOX", "CÁC QUYẾT ĐỊNH"),
)
# "Luật Đất đai": laws and named instruments carry the type and the name in one line.
NAMED_TYPE_LINE = define(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Điều lệ)\s+\S",
    "Luật Đất đai",
    "Bộ luật Dân sự 2015",
    not_in=("Theo Luật Đất đai",),
)
# A document's own sign stands after "Số"; signs elsewhere are citations.
OWN_NUMBER = define(
    r"^(?:Số\s*:?|(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết)\s+số\s*:(?=\s*\S+$))\s*(?P<sign>\d[^\n]*)",
    "Số 102-QĐ/TW",
    "Số: 34/2016/NĐ-CP",
    "Luật số: 80/2015/QH13",
    not_in=("Theo Số 1", "Số liệu năm 2018", "Nghị quyết số 18-NQ/TW", "Luật số: 80/2015/QH13 quy định"),
)
# Two columns of a letterhead come out as one line; the gap left for a day is no column.
COLUMN_GAP = define(
    r"(?<!\s)(?<!ngày)(?<!tháng)(?<!năm)[ \t]{3,}+(?!tháng|năm)",
    "TỈNH ỦY        ĐẢNG CỘNG SẢN VIỆT NAM",
    not_in=("Bình Thuận, ngày      tháng 3", "hai  dấu cách"),
)
ADDRESSEES_LINE = define(r"^Kính gửi\b", "Kính gửi: Các chi bộ", not_in=("kính gửi",))
# After its first line a title goes on in capitals or with a small letter, a bracket or a quotation.
TITLE_GOES_ON = define(rf"^[{LOWER}(“\"]", "về dân vận", "(kèm theo Quyết định)", not_in=("Thứ hai: họp",))
LETTERHEAD = define(
    r"^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    not_in=("Đảng Cộng sản Việt Nam lãnh đạo",),
)
# The name of a body ends with its place, which is a name too: "HUYỆN ỦY ĐỊNH HÓA".
PLACE_OF_BODY = define(
    r"\b(?:(?:tỉnh|thành|thị|huyện|quận)\s+ủy|tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã)\s+"
    r"(?P<place>(?!(?:ủy|hội|về|và|các)\b)\w+(?:\s+\w+){0,3})$",
    "Tỉnh ủy bình thuận",
    "Ủy ban nhân dân thành phố hồ chí minh",
    not_in=("Văn phòng Tỉnh ủy", "Viện Khoa học xã hội", "Đảng ủy các cơ quan tỉnh"),
    flags=re.IGNORECASE,
)
# A draft leaves the day blank or dotted, with or without the place.
PLACE_AND_DATE = define(
    rf"(?:(?P<place>[{UPPER}][^,\n\d]{{1,40}}),\s*ngày\s+(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})"
    rf"|^(?:(?P<draft_place>[{UPPER}][^,\n\d]{{1,40}}),\s*)?ngày[\s.…_/\d]*+tháng[\s.…_/\d]*+năm[\s.…_\d]*+)\s*\.?$",
    "Hà Nội, ngày 15 tháng 11 năm 2017",
    "Bình Thuận, ngày      tháng 3 năm 2019",
    "ngày … tháng 3 năm 2019",
    "ngày ..... tháng ..... năm 2019",
    not_in=("Ngày 26/01/2018, Thường trực Tỉnh ủy",),
)
# A report of a meeting opens with its day; that is not the day of issue.
EVENT_DATE = define(
    rf"^(?:Trong\s+)?(?:[Nn]gày|[Ss]áng|[Cc]hiều)[^.;\n]{{0,20}}?(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})(?P<rest>[^.\n]*)",
    "Ngày 26/01/2018, Thường trực Tỉnh ủy đã chủ trì Hội nghị",
    not_in=("Theo Kết luận ngày 04/01/2018",),
)
MEETING_WORDS = define(
    r"hội nghị|\bhọp\b|buổi làm việc|chủ trì|làm việc với|hội thảo|tọa đàm|đại hội",
    "đã chủ trì Hội nghị",
    "Thường trực Tỉnh ủy họp",
    not_in=("ban hành Kết luận",),
    flags=re.IGNORECASE,
)

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
