"""The regular expressions about the numbering of the body (facts 2.6), named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.words import TYPES

_DIGITS = "một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười"
_IN_WORDS = rf"(?:thứ\s+)?(?:mười\s+(?:{_DIGITS}|mốt|lăm)|nhất|{_DIGITS})"
# A number, and then the end of the line, a mark, or a name: "Chương II của Luật này" is a sentence.
_AFTER = rf"\s*(?:[.:/–\-](?!\d)\s*|$|(?=\s[{UPPER}“\"(]))\s*"
PART = define(
    rf"^(?i:phần)\s+(?P<n>[IVXLC]+|\d+|[A-HĐ]|[ivx]+(?=\s*$)|(?i:{_IN_WORDS}))(?!\w){_AFTER}",
    "Phần I",
    "PHẦN THỨ NHẤT",
    "Phần A",
    "Phần thứ hai: Về tổ chức",
    not_in=("Phần lớn", "Phần I của Đề án", "Phần hai người góp"),
)
CHAPTER = define(
    rf"^(?i:chương)\s+(?P<n>[IVXLC]+|\d+[a-z]?|[ivxl]+(?=\s*$)|(?i:{_IN_WORDS}))(?!\w){_AFTER}",
    "Chương II",
    "CHƯƠNG THỨ HAI",
    "CHƯƠNG MỘT",
    "Chương 1.",
    "Chương III QUY ĐỊNH CHUNG",
    "chương i",
    not_in=("Chương II của Luật này", "Chương trình", "Chương ..... mục ....."),
)
SECTION = define(
    rf"^(?i:mục)\s+(?P<n>[IVX]+|\d+|[A-HĐ]|[ivx]+(?=\s*$)|(?i:thứ\s+(?:nhất|{_DIGITS})))(?!\w){_AFTER}",
    "Mục 1",
    "MỤC 2",
    "Mục A",
    "Mục 2. Lao động",
    not_in=("Mục tiêu", "Mục 2 của Chương này"),
)
SUBSECTION = define(
    rf"^(?i:tiểu mục)\s+(?P<n>[IVX]+|\d+)(?!\w){_AFTER}", "Tiểu mục 2", not_in=("Tiểu mục này", "Tiểu mục 2 của")
)
LETTERED = define(
    rf"^(?P<n>[A-HĐ])\s*(?:\.(?!\d)|[\-–):]|/(?=\s|[{UPPER}]))\s*(?=\S)(?!(?:[IVX]\.)?\s*(?:Mác|Mac|Lênin|Lê-nin|Ăng)|[A-ZĐ]\.)",
    "A. TÌNH HÌNH",
    "B- PHƯƠNG HƯỚNG",
    "A/ Về tổ chức",
    not_in=("An ninh", "C.Mác", "V.I. Lênin"),
)
_ROMAN = rf"(?P<n>X{{0,3}}(?:IX|IV|V?I{{1,3}}|V|X))\s*(?:\.(?!\d)|[\-–):]|/(?=\s|[{UPPER}]))\s*[-–]?\s*(?=\S)"
ROMAN = define(
    rf"^{_ROMAN}(?![IVX]\.)",
    "I. VỀ ĐÁNH GIÁ",
    "II- QUY ĐỊNH CHUNG",
    "II/ Nội dung",
    "III – Tổ chức",
    not_in=("Vụ II - Văn phòng", "In ấn", "V.I. Lênin", "V/v ban hành", "VI/2008"),
)
# Small letters are drawn as capitals by some fonts; such a marker counts only where it goes on from the one before.
DRAWN_ROMAN = define(rf"^(?i:{_ROMAN})", "iV. Tổ chức", "ii/ nội dung", not_in=("vi phạm",))
DRAWN_LETTERED = define(
    r"^(?P<n>[a-zđI-Z])\s*[.\-–/]\s*(?=\S)", "c - đăng ký, kê khai", "đ/ miễn thuế", "K. KHEN", not_in=("c) một điểm",)
)
ARTICLE = define(
    rf"^(?:Điều|ĐIỀU)\s+(?P<n>\d+[a-zđ]?)(?:\s*[.:/–\-](?!\d)\s*|\s*$|\s+(?!(?:{TYPES}|Hiến pháp)\b)(?=[{UPPER}“\"]))"
    r"|^điều\s+(?P<drawn>\d+[a-zđ]?)\s*[.:]\s+(?=\S)",
    "Điều 5. Hiệu lực",
    "Điều 12a.",
    "Điều 1 :",
    "ĐIỀU 1: Phạm vi",
    "Điều 3 Đối tượng",
    "điều 1. phạm vi",
    not_in=("Điều lệ", "Điều này", "Điều 12 của Luật này", "Điều 5 được sửa đổi", "Điều 3 Luật Đất đai", "Điều 5, 6"),
)
NUMBERED = define(
    rf"^(?P<n>\d{{1,3}}(?:\.\d{{1,3}}){{0,8}})\s*(?:\.\s*[-–]|[.)](?!\d)|[-–](?=\s)(?!\s*[\d(])|/(?=\s|[{UPPER}]))\s*(?=[^\s.…_])"
    rf"|^(?P<tight>\d{{1,2}}(?:\.\d{{1,2}}){{1,8}})(?:\.?[-–]|\s)\s*(?=[{UPPER}][{LOWER}])",
    "1. Về ưu điểm",
    "1- Tổ chức",
    "1/ Tổ chức",
    "1) Tổ chức",
    "8.1- Chi bộ",
    "8.1-Chi bộ",
    "1.1 Tình hình",
    "1.3.1. Nội dung",
    not_in=(
        *("26/01/2018", "26.01.2018", "2020 – 2025", "15/15", "102-QĐ/TW", "1.000.000 đồng", "2.5 lần", "1/3 số"),
        *("34/2016/NĐ-CP", "30.000 USD", "1 - (0,3 x 0,1)", "1. ........"),
    ),
)
# "II.1. Công tác cán bộ": the number below a section, printed with the section's own; "Khoản 1.": with its word.
PREFIXED = define(
    r"^(?:[IVX]{1,5}|[A-HĐ](?:\.[IVX]{1,5})?)\.(?P<n>\d{1,2}(?:\.\d{1,2}){0,6})[.)\-–/:]?\s+(?=\S)"
    r"|^(?:Khoản|KHOẢN)\s+(?P<worded>\d{1,2})\s*[.):]\s+(?=\S)",
    "II.1. Công tác cán bộ",
    "A.2 Kết quả",
    "B.I.1. Mục tiêu chung",
    "Khoản 1. Bảo đảm công khai",
    not_in=("I. 1", "V.I. Lênin", "Khoản 1, Điều 5", "Khoản 1 Điều này"),
)
# "A.II. Căn cứ": the section below a lettered one, printed with the letter.
PREFIXED_ROMAN = define(
    rf"^[A-HĐ]\.(?P<n>X{{0,3}}(?:IX|IV|V?I{{1,3}}|V|X))[.)\-–/:]?\s+(?=[{UPPER}])",
    "A.II. Căn cứ",
    "B.I Mục tiêu",
    not_in=("A. I", "V.I. Lênin", "B.I.1. Mục tiêu"),
)
# "1a. Bản sao": a clause put in between two later on; it counts only where it follows its number.
INSERTED = define(
    r"^(?P<n>\d{1,2}[a-zđ])(?:[.)/]|\s*[-–])\s+(?=\S)", "1a. Bản sao", "2b) Bản in", not_in=("1a", "3b-QĐ/TW")
)
BRACKETED = define(
    r"^\((?P<n>\d{1,2})\)\s*(?=[^\s(.…_])", "(1) Hoàn thiện thể chế", not_in=("(1)", "(1) (2) (3)", "(2019) Luật")
)
BRACKETED_POINT = define(
    r"^\((?P<n>[a-zđ])\)\s*(?=[^\s(])|^(?:Điểm|ĐIỂM)\s+(?P<worded>[a-zđ])\s*[).:]\s*(?=\S)",
    "(a) Đổi mới",
    "(đ) Che giấu",
    "Điểm a) Cấp tỉnh",
    not_in=("(a)", "(ai) Đổi", "Điểm a khoản 2"),
)
# "a.1) Tiền tàu xe": below a point, printed with its letter.
SUBPOINT = define(
    r"^[a-zđ]\.?(?P<n>\d{1,2})(?:\)|[.:]\s|\s*[-–]\s)\s*(?=\S)",
    "a.1) Tiền tàu xe",
    "b2. Điện thoại",
    not_in=("m2 đất", "a.1.2"),
)
SMALL_ROMAN = define(
    r"^\(?(?P<n>x?(?:ix|iv|v?i{1,3}|v|x))(?:\)\s*|[.]\s+)(?=\S)",
    "i) Có ba đảng viên",
    "(iv) Có cấp ủy",
    not_in=("vi phạm", "iv"),
)
POINT = define(
    rf"^(?P<n>[a-zđ])(?:\s*[).]\s+|\)|\s*/(?=\s|[{UPPER}])\s*|\s*[-–]\s+)(?=\S)",
    "a) Vi phạm",
    "đ) Che giấu",
    "a. Vi phạm",
    "a/ Vi phạm",
    "c - Đăng ký",
    "đ- Miễn thuế",
    "a)Vi phạm",
    not_in=("ab) x", "A) x", "đ/c Nguyễn", "b/c"),
)
DASH = define(r"^[-–—]\s*(?=[^\s\-–—])", "- Công tác", "– Vụ II", not_in=("-----", "a - b"))
PLUS = define(r"^\+\s*(?=\S)", "+ Đại hội", not_in=("1 + 1",))
# The round and square bullets of word processors lie in the private range where a symbol font drew them.
STAR = define(
    rf"^(?:(?:[*•●○▪■□◦‣➢►✓❖\uf000-\uf0ff])(?=\s)|[•●▪➢\uf000-\uf0ff]|o(?=\s+[{UPPER}]))\s*(?=[^\s*])",
    "* Khoản 2",
    "• Một ý",
    "•Một ý",
    "o Một ý",
    "\uf0b7 Một ý",
    not_in=("*nghiêng*", "**đậm**", "o bế"),
)
# "tên | số lượng | ghi chú": cells side by side.
TABLE_ROW = define(r"\s\|\s|\|.*\||^\|", "1. Tên | Số lượng", "I-|Hàng hóa||", not_in=("a / b", "và|hoặc"))
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

# --- the numbering of others: quoted provisions, a table of contents ------------------------------------

# "Khoản 3 Điều 5 được sửa đổi như sau:" leads in the new words; "một số điều" leads in a list of such lines.
AMENDMENT_LEAD = define(
    r"^(?!.*một số (?:điều|điểm|nội dung|khoản)).*(?:sửa đổi|bổ sung|thay thế|thay bằng|sửa lại).*"
    r"(?:như sau|sau đây|là)\s*:\s*$",
    "2. Điều 13 được sửa đổi như sau:",
    "1. Bổ sung khoản 3 Điều 5 như sau :",
    not_in=("Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 30 như sau:", "1. Hồ sơ gồm có như sau:"),
    flags=re.IGNORECASE,
)
AMENDING = define(
    r"sửa đổi|bổ sung|thay thế|thay (?:cụm )?từ|bãi bỏ|hủy bỏ|huỷ bỏ|sửa lại|bỏ (?:khoản|điểm|điều|cụm)",
    "3. Bãi bỏ Điều 7.",
    "2. Thay cụm từ",
    not_in=("3. Hiệu lực thi hành",),
    flags=re.IGNORECASE,
)
# A quotation that begins a line, a marked one too, or follows a colon.
OPENS_QUOTATION = define(
    rf"^(?:(?:\d{{1,2}}|[{LOWER}])[.)]\s*)?(?P<mark>[“«\"]|'')"
    r"|:\s*(?P<behind>[“«\"]|'')",
    "“Điều 5. Hiệu lực",
    'như sau: "a) Vốn',
    not_in=("Nghị quyết “Một số",),
)
CONTENTS_LINE = define(r"^mục\s+lục\s*:?$", "MỤC LỤC", "Mục lục", not_in=("Mục lục này",), flags=re.IGNORECASE)
CONTENTS_ENTRY = define(
    r"(?:\s*[.…_]{2,}\s*|\s+)\d{1,4}\s*$", "Chương I ........ 5", "I. Tình hình 12", not_in=("Chương I", "Điều 5.")
)
# What stands before the words of a heading, whatever the level: for naming what it is about, never for the tree.
BEFORE_HEADING = define(
    rf"^\s*(?:(?:(?i:phần|chương|mục|điều|tiểu\s+mục)\s+(?:(?i:thứ\s+)?(?i:{_DIGITS}|nhất)(?=\n)|[IVXLC]+|\d+)"
    rf"|[IVX]+|[A-HĐ]|\d+(?:\.\d+)*|[a-zđ](?=[).]))\s*(?:[.:/)–\-]|(?=\n))\s*|[*+\-–]\s+)",
    "Điều 5. Nguyên tắc tổ chức",
    "Chương II\nTuyển dụng công chức",
    "PHẦN THỨ NHẤT\nNHỮNG QUY ĐỊNH CHUNG",
    "II- Tổ chức thực hiện",
    "7.1- Đăng ký hồ sơ",
    "b. Nhập khẩu",
    "- Tăng cường năng lực tài chính",
    not_in=("Về ưu điểm", "Mục tiêu chung", "Điều kiện dự tuyển", "5 nhiệm vụ trọng tâm"),
)
# What a bullet of a preamble begins with.
RECITAL = define(
    r"^\s*(?:Căn\s+cứ|Xét|Trên\s+cơ\s+sở|Theo\s+đề\s+nghị)\s",
    "Căn cứ Điều lệ Đảng;",
    "Theo đề nghị của Ban Tổ chức,",
    not_in=("Theo dõi việc thực hiện", "Xét: ", "Thực hiện các việc sau:"),
)
