"""The regular expressions that find mentions of provisions, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.citations import TYPE_CODES
from ingest.patterns.pattern import LOWER, define
from ingest.patterns.words import DOCUMENT_TYPES

# From small to large: the order of the units is the order of an address, turned round.
ANNEX = "phu-luc"
UNITS = ("tiet", "diem", "khoan", "dieu", "tieu-muc", "muc", "chuong", "phan", ANNEX)
_NUMBER = r"\d{1,3}(?:[a-zđ](?!\w))?"
_ROMAN = r"[IVXLC]{1,6}"
_LETTER = r"[“\"]?[a-zđ][”\"]?(?![\w’'])"
_VALUES = {
    "tiet": rf"(?:{_LETTER}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})",
    "diem": rf"(?:{_LETTER}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}(?:\.?[a-zđ](?!\w))?)",
    "khoan": rf"(?:{_NUMBER}|\d{{1,2}}\.\d{{1,2}})",
    "dieu": _NUMBER,
    "tieu-muc": rf"(?:{_ROMAN}|\d{{1,2}}|[A-H])",
    "muc": rf"(?:{_ROMAN}(?:\.\d{{1,2}}){{0,3}}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[A-H](?:\.[IVX]{{1,4}})?)",
    "chuong": rf"(?:{_ROMAN}|\d{{1,2}})",
    ANNEX: rf"(?:số\s+)?(?:{_ROMAN}|[A-H]|{_NUMBER})",
    "phan": rf"(?:{_ROMAN}|[A-H]|\d{{1,2}}|thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))",
}
_WORDS = {
    "tiet": "[Tt]iết",
    # "thời điểm", "tài khoản" and the like are other words.
    "diem": r"(?<!(?i:thời) )(?<!(?i:địa) )(?<!(?i:quan) )(?<!(?i:đặc) )(?<!(?i:ưu) )(?<!số )"
    r"(?:(?<!\d )|(?<=iết \d )|(?<=\.\d )|(?<=thứ \d ))(?:[Đđ]iểm|Point)",
    "khoan": r"(?<!(?i:tài) )(?<!(?i:điều) )(?:[Kk]hoản|KHOẢN|Clause)",
    "dieu": "(?:[Đđ]iều|ĐIỀU|Article)",
    "tieu-muc": r"[Tt]iểu\s+mục",
    "muc": r"(?<!danh )(?<!Danh )(?<!hạng )(?<!tiểu )(?<!Tiểu )(?:[Mm]ục)",
    "chuong": "(?:[Cc]hương|CHƯƠNG|Chapter)",
    ANNEX: r"[Pp]hụ\s+lục",
    "phan": r"(?<!thành )(?<!cổ )(?:[Pp]hần|PHẦN)",
}
_SIGN = rf"(?!/[A-ZĐ]|\s*[-–]?\s*(?:{'|'.join(TYPE_CODES)}|QĐi)\s?[-–/])"  # "Điều 5, 102-QĐ/TW": the 102 is a sign's
_AFTER_VALUE = (
    _SIGN + r"(?![\w%])(?!\s*%)(?![.,/]\d)(?!\s+(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|USD|người|năm|tháng|ngày|lần)(?!\w))"
)
_SEVERAL = r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+|\s+hoặc\s+|\s+hay\s+|\s+đến\s+)"


def _unit(unit: str) -> str:
    """A unit and what it counts: "khoản 1, 2 và 3", or "khoản này"."""
    group, value = unit.replace("-", "_"), f"(?:{_VALUES[unit]}){_AFTER_VALUE}"
    return (
        rf"(?P<{group}>{_WORDS[unit]})(?:[^\S\n]+(?P<{group}_values>{value}(?:{_SEVERAL}{value}){{0,20}})"
        rf"|[^\S\n]+(?P<{group}_this>này)(?!\w))"
    )


UNIT = define(
    rf"(?<!\w)(?:{'|'.join(_unit(unit) for unit in UNITS)})",
    "khoản 2",
    "các điều 3, 4 và 5",
    "Điều này",
    "điểm a, b và đ",
    "Chương VII",
    "mục II.5",
    "Phần thứ nhất",
    "Phụ lục II",
    "phụ lục số 02",
    not_in=(
        "tài khoản 112",
        "Tài khoản 112",
        "đạt 8 điểm 5",
        "thời điểm a",
        "khoản 200 triệu",
        "điều kiện 1",
        "mục vi phạm",
        "Phụ lục kèm theo",
        "Điều 5/7",
    ),
)
VALUE = define(
    r"(?:thứ\s+\w+|[IVXLC]{1,6}(?:\.\d+)*|[A-H](?:\.[IVX]+)?(?!\w)|\d+(?:\.\d+)*(?:\.?[a-zđ](?!\w))?|(?<!\w)[a-zđ](?!\w))",
    "thứ nhất",
    "II.5",
    "3a",
    "đ",
    not_in=("và", ", "),
)
# Between two units of one address: "điểm a, khoản 2, Điều 11", "khoản 1 của Điều 2".
WITHIN = define(
    r"^\s*,?\s*(?:(?:của|thuộc|tại|trong|ở|of)\s+)?$",
    ", ",
    " ",
    " của ",
    " CỦA ",
    not_in=(" và ", "; "),
    flags=re.IGNORECASE,
)
# Between two addresses of which the first takes its larger units from the second: "khoản 1 và khoản 2 Điều 5".
BESIDE = define(
    r"^\s*(?:,\s*(?:và\s+)?|;\s*|và\s+|hoặc\s+|hay\s+|đến\s+)(?:các\s+|tại\s+)?$",
    " và ",
    ", ",
    "; các ",
    " VÀ ",
    not_in=(" của ",),
    flags=re.IGNORECASE,
)
_TYPES = "|".join(sorted((*DOCUMENT_TYPES, "Hiến pháp", "Nội quy", "Qui định", "Qui chế"), key=len, reverse=True))
_SPACED_TYPES, _TYPES_IN_CAPITALS = (types.replace(" ", r"\s+") for types in (_TYPES, _TYPES.upper()))
# "Quy định này", "Điều 5 của bản Quy chế này".
THIS_DOCUMENT = define(
    rf"(?<!\w)(?<!háp )(?P<type>(?i:{_SPACED_TYPES}|văn\s+bản))\s+này(?!\w)",
    "Quy định này",
    "Nghị quyết liên tịch này",
    not_in=("Quy định nàyy", "pháp luật này", "Điều này"),
)
OWNER_JOINT = define(
    r"^\s*[,–-]?\s*(?:(?:của|thuộc|tại|trong|ở|theo|of)\s+)?(?:bản\s+|các\s+)?$",
    " của ",
    ", ",
    " - ",
    " CỦA ",
    not_in=(" và ", "; "),
    flags=re.IGNORECASE,
)
# A document follows that no mention was read from: the provision is not of this one.
FOREIGN_OWNER = define(
    rf"^\s*,?\s*(?:(?:của|tại|trong)\s+(?:bản\s+|các\s+)?(?:(?i:{_SPACED_TYPES})|điều\s+ước|pháp\s+luật|luật)"
    rf"|(?:{_SPACED_TYPES}))(?!\w)",
    " của Nghị định của Chính phủ",
    " Luật",
    not_in=(" quy định về", " và Luật"),
)
# "Điều 5 Quy chế ban hành kèm theo Quyết định số …": of the text that the cited document encloses.
ENCLOSED_OWNER = define(
    rf"^\s*,?\s*(?:(?i:của|tại|trong)\s+)?(?:(?i:bản)\s+)?(?P<type>{_SPACED_TYPES}|{_TYPES_IN_CAPITALS})"
    rf"(?:\s+(?:[^.;\n]|\n(?=[{LOWER}])){{1,200}}?)?\s+(?i:kèm\s+theo)\s+$",
    " Quy chế ban hành kèm theo ",
    " của bản Quy định về ưu đãi đầu tư ban hành kèm theo ",
    " CỦA QUY CHẾ BAN HÀNH KÈM THEO ",
    not_in=(" kèm theo ",),
)
# The same of an annex, which may have a title.
ANNEX_OWNER = define(
    r"^\s*(?:[^.;:\n“”\"]{1,200}?\s)??(?:(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo|(?:quy\s+định\s+)?(?:của|tại|trong|thuộc))\s+(?:bản\s+)?$",
    " ban hành kèm theo ",
    " về danh mục hồ sơ kèm theo ",
    " của ",
    not_in=(" theo ", "; Quy chế kèm theo ", " như sau: kèm theo "),
    flags=re.IGNORECASE,
)
# "Sửa đổi khoản 6 Điều 31 như sau": of the law amended, which stands somewhere above.
AMENDED = define(
    r"(?<!\w)(?i:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ)\s+(?:các\s+)?$",
    "Sửa đổi, bổ sung ",
    "Bãi bỏ các ",
    not_in=("theo ",),
)
# A heading quoted from another text: "“Điều 5. Phạm vi".
QUOTED_HEADING = define(r"(?:^|\n)\s*[“\"]$", "như sau:\n“", not_in=("theo “",))
# What makes an address of "mục 5" and "Điều này", which may be counting and talking ("Điều này cho thấy").
POINTED_AT = define(
    r"(?<!\w)(?i:tại|theo|của|trong|thuộc|ở|nêu|với|và|,)\s+(?:các\s+)?$",
    "quy định tại ",
    "theo các ",
    not_in=("có ", "trên. "),
)
