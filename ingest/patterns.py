"""The regular expressions about lines, sentences and signs, named, each with an example and a reason.

A :class:`Pattern` carries its own examples; ``tests/test_patterns.py`` tries them all. The head and the tail of a
document have theirs in ``head_patterns.py``, ``heading_patterns.py``, ``body_patterns.py``, ``page_patterns.py`` and
``signature_patterns.py``, the numbering of its body in ``numbering_patterns.py``, mentions of other documents in
``citation_patterns.py``, sentences cut in two in ``cut_patterns.py``.
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
# A continuation: it begins in lower case and is no list item. Old fonts have no capital Ủ: "ủY BAN NHÂN DÂN".
CONTINUATION = define(
    rf"^(?![{LOWER}](?:[).]|\s?[-–/])(?:\s|$)|[ivx]{{1,5}}[./]\s|o\s+[{UPPER}]|[{LOWER}][{UPPER}])[{LOWER}]",
    "thể, hội quần chúng",
    "và nhân dân",
    "a/b",
    not_in=(
        "c - Đăng ký",
        "đ/ Miễn thuế",
        "ii/ nội dung",
        "o Một ý",
        "a) một điểm",
        "đ) một điểm",
        "Mặt trận",
        "- gạch",
        "1. số",
        "ủY BAN NHÂN DÂN",
    ),
)
# The country's name and motto end a line of a letterhead: what stands below does not go on from them.
MASTHEAD_END = define(
    r"(?:(?:^|\t|\s{3}|\|)\s*(?:cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản) việt nam"
    r"|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc)\W*$",
    "Cộng hòa xã hội chủ nghĩa việt nam",
    "ủy ban nhân dân      Cộng hòa xã hội chủ nghĩa việt nam",
    "việt nam Độc lập - Tự do - Hạnh phúc",
    "đảng bộ huyện nghĩa đàn\tđảng cộng sản việt nam",
    not_in=(
        "Điều lệ Đảng Cộng sản Việt Nam",
        "của nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992",
    ),
    flags=re.IGNORECASE,
)
# A typist spaces out the letters of a heading.
SPACED_LETTERS = define(
    rf"^(?:[{UPPER}]\s+){{3,}}[{UPPER}]\s*:?$",
    "Q U Y Ế T Đ Ị N H",
    "N G H Ị  Q U Y Ế T :",
    not_in=("A B C", "QUYẾT ĐỊNH"),
)
# A sentence or a clause ends inside a line: no title and no heading does that.
INNER_END = define(
    rf"(?:[{LOWER})”]|\d{{4}})[.!?]\s+(?=[{UPPER}“])|;\s",
    "Xong. Giao Ban",
    "vi phạm; tiếp",
    not_in=("TP. Hồ Chí Minh", "1. Một"),
)
# A rule drawn with signs under a heading, or the star of a letterhead.
DRAWN_RULE = define(
    r"^[-–—_*=.:~|+\s]+(?:[oO0]{1,3}[-–—_*=.:~|+\s]+)?$",
    "-----",
    "*",
    "___",
    "-:-",
    "- 0 -",
    "-----o0o-----",
    not_in=("- a", "x", "0"),
)

# --- document types -------------------------------------------------------------------------

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
TYPES = "|".join(DOCUMENT_TYPES)
# Headings too, but cited otherwise than by a sign, or seldom.
HEADING_TYPES: tuple[str, ...] = (
    *DOCUMENT_TYPES,
    *("Sắc lệnh", "Lệnh", "Hiến pháp", "Nội quy", "Thể lệ", "Quy trình", "Phụ lục", "Giấy mời", "Hợp đồng", "Đề cương"),
)

# Family names: few, and nearly every person bears one of them.
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Mai|Tô|Trịnh"
    "|Trương|Lâm|Đào|Cao|Hà|Tạ|Thái|Châu|Tống|Quách|Lưu|Kiều|Nông|Tòng|Vương|Chu|Phùng|Đàm|Đồng|Tăng|Ninh"
    "|Nghiêm|Lữ|Mạc|Uông|Ung|Viên|Âu|Từ|Tôn|Tiêu|Thân|Thẩm|Thiều|Quản|Phí|Nhữ|Ngụy|Mẫn|Lại|Khương|Kha|Hồng|Hàn"
    "|Giang|Giáp|Dư|Doãn|Cù|Diệp|Đới|Đậu|Đường|Biện|Bành|Chử|Chế|Cấn|Bàng|An|Trang|Lò|Giàng|Vừ|Ksor|Siu|Rơ"
    "|Triệu|Ma|Cầm|Điểu|Thạch|Sơn|Kim|Danh|Lục|Hứa|Bế|Vi|La|Mùa|Sùng|Thào|Vàng|Tráng|Quàng|Bạch|Khúc|Hầu|Cụt"
    "|Bàn|Đèo|Lèng|Nình|Chẩu|Rcom|Puih|Y|Cung|Ngọ|Lã|Khổng|Trà|Nhâm|Thiệu|Vòng|Lầu|Hờ|Sầm|Lô|Lường"
)

# --- days ----------------------------------------------------------------------

DAY_IN_FIGURES = r"(?:(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}))"
DAY_IN_WORDS = r"(?:(?P<lday>\d{1,2})\s*tháng\s*(?P<lmonth>\d{1,2})\s*năm\s*(?P<lyear>\d{4}))"
ANY_DATE = define(
    rf"(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})",
    "26/01/2018",
    "15-11-2017",
    "15 tháng 11 năm 2017",
    "14 tháng5 năm2008",
    not_in=("2020 – 2025",),
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

_SHARED_KINDS = "NQLT|TTLT|TTLB|QCPH|QCLT|CTPH|CTLT|KHPH|KHLT|HDLN|HDLT"
_PLAIN_KINDS = (
    "NQ|QĐi|QyĐ|QĐ|QD|CTr|CTHĐ|CT|KL|QC|TTr|TT|HD|TB|TC|BC|KH|ĐA|PA|DA|CV|BB|BS|NĐ|ND|PL|L|VBHN|HĐ|CĐ|SL|GP|GM"
)
# A code is the first letters of words: capitals, with at most two small letters in it ("TTg", "CTr", "GDTrH").
_CODE = (
    r"(?:[A-ZĐƯ](?:[A-ZĐƯ0-9&]|\.(?=[A-ZĐƯ])){1,20}(?:[a-z]{1,2}[A-ZĐƯ0-9&]{0,8})?"
    r"|[A-ZĐ][a-z]{1,2}[A-ZĐƯ][A-ZĐƯ0-9&]{0,8})"
)
_CODE_END = rf"(?![{UPPER}{LOWER}0-9])"
_FURTHER_CODE = rf"(?:(?:[-–/]\s?|[ ][-–]){_CODE})"
# No number begins inside a longer one ("26/01/2018", "1.2-QĐ") nor behind the letter of a form ("B1-2-TMĐT").
_ORDINAL = r"(?<![\d/])(?<!\d[.\-–])(?<!\b[A-Z])(?P<ordinal>\d{1,5})(?:\s?[.…_]{1,8})?"
_LETTER = r"(?P<letter>[a-dA-D](?=\s{0,3}[-–/]))?"  # "30a/2008/NQ-CP"
# Text extraction splits figures: "29/200 3/CT-TTg".
_YEAR = r"(?:\s{0,3}/\s{0,3}(?P<year>(?:1\s?9|2\s?0)\s?\d\s?\d))"
SIGN = define(
    rf"{_ORDINAL}{_LETTER}(?:{_YEAR}?\s*+[-–/]\s*+|\s++|(?!TC))(?P<kind>(?P<shared>{_SHARED_KINDS})|{_PLAIN_KINDS})"
    rf"(?:\s{{0,3}}[-–/]\s{{0,3}}|(?P<dot>\.))"
    rf"(?P<body>{_CODE}(?:(?(shared)(?:\s?[-–/]\s?{_CODE})|{_FURTHER_CODE})){{0,8}}){_CODE_END}",
    "102-QĐ/TW",
    "217/QĐ-TW",
    "86 - QĐ/TW",
    "217 QĐ/ TW",
    "34/2016/NĐ-CP",
    "29/200 3/CT-TTg",
    "05…./2006/ QĐ-UBND",
    "05-CT/TƯ",
    "522/2002/QĐ.UB",
    "30a/2008/NQ-CP",
    "31QĐ/TW",
    not_in=("26/01/2018", "2020 – 2025", "12/12/2013 QĐ/TW", "102-QĐ/Tỉnh"),
)
# Ministries once marked the number with their own letters: "1062TC/QĐ/CSTC"; only behind a type or "số".
MARKED_SIGN = define(
    rf"{_ORDINAL}\s?(?P<mark>(?!(?:{_SHARED_KINDS}|{_PLAIN_KINDS.replace('|TC|', '|')})\b)[A-ZĐ]{{2,8}})\s?/\s?"
    rf"(?:(?P<kind>{_PLAIN_KINDS})\s?[-–/]\s?)?(?P<body>{_CODE}{_FURTHER_CODE}{{0,4}}){_CODE_END}",
    "1062TC/QĐ/CSTC",
    "60 TC/CĐKT",
    not_in=("217 QĐ/TW", "5 m/s"),
)
# The sign of a body alone: "12/CP", "1440/CP-KTTH", "77-CP"; only behind a type or "số".
BODY_SIGN = define(
    rf"{_ORDINAL}{_LETTER}{_YEAR}?(?P<joint>\s{{0,3}}[-–/]\s{{0,3}})(?P<body>{_CODE}{_FURTHER_CODE}{{0,6}}){_CODE_END}",
    "12/CP",
    "77-CP",
    "1440/CP-KTTH",
    "29/TTLB",
    "2231/SNV-CCHC&PC",
    not_in=("26/01", "7-Chủ nhật", "1- Các dự án", "B1-2-TMĐT"),
)
LAW_SIGN = define(
    rf"(?<![\d/])(?<!\d[.\-–])(?P<ordinal>\d{{1,4}}){_YEAR}\s{{0,3}}/\s{{0,3}}(?P<body>(?:UBTV)?QH\s?\d{{1,2}})(?!\d)",
    "80/2015/QH13",
    "403/2017/UBTVQH14",
    "03/1998/QH 10",
    not_in=("80/2015", "1/80/2015/QH13"),
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
