"""The regular expressions about a page, its numbering and its sentences, named, each with an example and a reason.

A :class:`Pattern` carries its own examples; ``tests/test_patterns.py`` tries them all. Mentions of other documents
are in ``citation_patterns.py``, sentences cut in two in ``cut_patterns.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# The block from U+1EA0 alternates capital and small letters, so it cannot be written as one range.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled expression with texts in which it is found and texts in which it is not."""

    regex: re.Pattern[str]
    found_in: tuple[str, ...]
    not_in: tuple[str, ...] = ()


def define(regex: str, *found_in: str, not_in: tuple[str, ...] = (), flags: int = 0) -> Pattern:
    """A pattern from its expression and its examples."""
    return Pattern(re.compile(regex, flags), found_in, not_in)


# --- cleaning --------------------------------------------------------------------------------------------

# Residue of italics: portals write the title of a document in quotation marks and asterisks.
STARRED_QUOTATION = define(
    r"(?P<open>[“\"«])\*(?P<inside>[^*“”\"«»\n]+)\*(?=[”\"»])",
    "“*Một số vấn đề*”",
    '"*Năm Dân vận*"',
    not_in=("*nghiêng*", '"**đậm**"', "2 * 3"),
)
# A line that ends a thought: nothing after it continues it.
FINISHED_LINE = define(r"[.:;!?…][”\"»)\]]*$", "hết.", "như sau:", "nghiêm túc./.", "(xong.)", not_in=("các đoàn",))
# A continuation: it begins in lower case and is no list item.
CONTINUATION = define(
    rf"^(?![{LOWER}][).](?:\s|$))[{LOWER}]",
    "thể, hội quần chúng",
    "và nhân dân",
    not_in=("a) một điểm", "đ) một điểm", "Mặt trận", "- gạch", "1. số"),
)
# A sentence or a clause ends inside a line: no title and no heading does that.
INNER_END = define(
    rf"(?:[{LOWER})”]|\d{{4}})[.!?]\s+(?=[{UPPER}“])|;\s",
    "Xong. Giao Ban",
    "vi phạm; tiếp",
    not_in=("TP. Hồ Chí Minh", "1. Một"),
)
# A rule drawn with signs under a heading, or the star of a letterhead.
DRAWN_RULE = define(r"^[-–—_*=.~\s]+$", "-----", "*", "___", not_in=("- a", "x"))

# --- document types and the head -------------------------------------------------------------------------

DOCUMENT_TYPES: tuple[str, ...] = (
    "Cương lĩnh",
    "Điều lệ",
    "Chiến lược",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Quy chế",
    "Quy định",
    "Thông tri",
    "Hướng dẫn",
    "Thông báo",
    "Thông cáo",
    "Tuyên bố",
    "Lời kêu gọi",
    "Báo cáo",
    "Kế hoạch",
    "Quy hoạch",
    "Chương trình",
    "Đề án",
    "Phương án",
    "Dự án",
    "Tờ trình",
    "Công văn",
    "Công điện",
    "Biên bản",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
)
_TYPES = "|".join(DOCUMENT_TYPES)

# The printed heading is the authority on the type, as the sign QĐ is both quyết định and quy định.
TYPE_LINE = define(
    rf"^(?:{_TYPES.upper()})(?=$|\s)",
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
DAY_IN_FIGURES = r"(?:(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}))"
DAY_IN_WORDS = r"(?:(?P<lday>\d{1,2})\s+tháng\s+(?P<lmonth>\d{1,2})\s+năm\s+(?P<lyear>\d{4}))"
ANY_DATE = define(
    rf"(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})", "26/01/2018", "15-11-2017", "15 tháng 11 năm 2017", not_in=("2020 – 2025",)
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
    rf"^(?:Trên đây|Nhận được|Vậy|Đề nghị|Yêu cầu)\b|(?:{_TYPES})\s+này",
    "Căn cứ Thông báo này, cấp ủy",
    "Trên đây là",
    not_in=("Quán triệt Quy định số 102",),
)
# An article keeps its last paragraph, "Quy định này có hiệu lực…"; how a law was passed belongs to the whole law.
ADOPTION_WORDS = define(
    rf"^(?:{_TYPES})\s+này\s+(?:đã\s+)?được\b.*\bthông qua\b",
    "Luật này được Quốc hội khóa XIV thông qua ngày 13/11/2020",
    not_in=("Quy định này có hiệu lực", "Luật này được áp dụng trong cả nước"),
)

# --- numbering of the body (facts 2.6) -------------------------------------------------------------------

_ORDINAL = r"[IVXLC]+|\d+|(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+\w+)?)"
PART = define(rf"^phần\s+(?P<n>{_ORDINAL})\b[.:]?\s*", "Phần I", "PHẦN THỨ NHẤT", not_in=("Phần lớn",), flags=re.I)
CHAPTER = define(rf"^chương\s+(?P<n>{_ORDINAL})\b[.:]?\s*", "Chương II", "CHƯƠNG THỨ HAI", "Chương 1.", flags=re.I)
SECTION = define(r"^mục\s+(?P<n>[IVX]+|\d+)\b[.:]?\s*", "Mục 1", "MỤC 2", not_in=("Mục tiêu",), flags=re.I)
SUBSECTION = define(r"^tiểu mục\s+(?P<n>[IVX]+|\d+)\b[.:]?\s*", "Tiểu mục 2", not_in=("Tiểu mục này",), flags=re.I)
LETTERED = define(r"^(?P<n>[A-HĐ])\s*[.\-–)]\s*(?=\S)", "A. TÌNH HÌNH", "B- PHƯƠNG HƯỚNG", not_in=("An ninh",))
ROMAN = define(
    r"^(?P<n>X{0,2}(?:IX|IV|V?I{1,3}|V|X))\s*[.\-–)]\s*[-–]?\s*(?=\S)",
    "I. VỀ ĐÁNH GIÁ",
    "II- QUY ĐỊNH CHUNG",
    not_in=("Vụ II - Văn phòng", "In ấn"),
)
ARTICLE = define(
    r"^Điều\s+(?P<n>\d+[a-zđ]?)(?=[\s.:]|$)[.:]?\s*", "Điều 5. Hiệu lực", "Điều 12a.", not_in=("Điều lệ", "Điều này")
)
NUMBERED = define(
    r"^(?P<n>\d{1,3}(?:\.\d{1,3}){0,8})\s*(?:\.\s*[-–]|[.)](?!\d)|[-–](?=\s))\s*(?=\S)",
    "1. Về ưu điểm",
    "1- Tổ chức",
    "8.1- Chi bộ",
    "1.3.1. Nội dung",
    not_in=("26/01/2018", "26.01.2018", "2020 – 2025", "15/15", "102-QĐ/TW", "1.000.000 đồng", "2.5 lần"),
)
POINT = define(r"^(?P<n>[a-zđ])\s*[).]\s+(?=\S)", "a) Vi phạm", "đ) Che giấu", not_in=("ab) x", "A) x"))
DASH = define(r"^[-–—]\s*(?=[^\s\-–—])", "- Công tác", "– Vụ II", not_in=("-----", "a - b"))
PLUS = define(r"^\+\s*(?=\S)", "+ Đại hội", not_in=("1 + 1",))
STAR = define(r"^[*•]\s+(?=\S)", "* Khoản 2", "• Một ý", not_in=("*nghiêng*", "**đậm**"))
NUMBERING = (PART, CHAPTER, SECTION, SUBSECTION, LETTERED, ROMAN, ARTICLE, NUMBERED, POINT, DASH, PLUS, STAR)
# "theo hướng: (1) …; (2) …": items within one paragraph.
INLINE_ITEM = define(r"(?<=[:;,.]\s)\((?P<n>\d{1,2})\)\s", "hướng: (1) đổi mới", not_in=("Điều 1 (1) x",))
# "…như sau:" says something of its own; "Về ưu điểm:" only names what follows.
LEAD_IN = define(
    r",|\b(?:sau(?:\s+đây)?|gồm|là|như|rằng)\s*:$",
    "như sau:",
    "các hình thức gồm:",
    "nội dung sau đây:",
    not_in=("Về ưu điểm:",),
)

# --- sentences -------------------------------------------------------------------------------------------

# A sentence ends at its mark, a clause of a long enumeration at its semicolon.
SENTENCE_END = define(
    rf"(?:(?<![.!?…])[.!?…]++[”\"»)\]]*+(?=\s+[{UPPER}“\"(\-–+*\d])|;)(?=\s)\s*|\n+",
    "tư tưởng. Tiếp tục",
    "vi phạm; tiếp tục",
    not_in=("102-QĐ/TW", "v.v. và"),
)
# A period behind a number, a single letter or a known shortening ends nothing.
NO_SENTENCE_END = define(
    rf"(?:^|[\s(])(?:\d{{1,3}}(?:\.\d+)*|[IVX]{{1,5}}|[{UPPER}{LOWER}]|TP|Tp|tr|TS|ThS|PGS|GS|Đ/c|đ/c)\.$",
    "5.",
    "II.",
    "ở TP.",
    not_in=("vi phạm.",),
)


# --- signs of documents ---------------------------------------------------------------------------------

_KINDS = "NQLT|NQ|QĐi|QyĐ|QĐ|QD|CTr|CT|KL|QC|TTLT|TTr|TT|HD|TB|TC|BC|KH|ĐA|PA|DA|CV|BB|BS|NĐ|ND|PL|L|VBHN|HĐ|CĐ|SL"
_BODY = rf"[{UPPER}][{UPPER}{LOWER}0-9&.]*(?:\s?[-–]\s?[{UPPER}][{UPPER}{LOWER}0-9&]*)*"
SIGN = define(
    rf"(?P<ordinal>\d{{1,5}})(?:\s*+/\s*+(?P<year>(?:19|20)\d\d))?(?:\s*+[-–/]\s*+|\s++)"
    rf"(?P<kind>{_KINDS})\s*[-–/]\s*(?P<body>{_BODY})",
    "102-QĐ/TW",
    "217/QĐ-TW",
    "86 - QĐ/TW",
    "217 QĐ/ TW",
    "34/2016/NĐ-CP",
    "05-CT/TƯ",
    not_in=("26/01/2018", "2020 – 2025"),
)
LAW_SIGN = define(
    r"(?P<ordinal>\d{1,4})/(?P<year>(?:19|20)\d\d)/(?P<body>(?:QH|UBTVQH)\d{1,2})",
    "80/2015/QH13",
    "403/2017/UBTVQH14",
    not_in=("80/2015",),
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
