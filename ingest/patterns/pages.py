"""The regular expressions about the tail of a document, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import UPPER, define
from ingest.patterns.words import NAME_WORD, ONE_WORD_NAME, RANKS, TYPES

# --- the tail --------------------------------------------------------------------------------------------

# A rule, a dotted line to write on, a page number: nothing is said in it.
FURNITURE = define(
    r"^(?:[\W_]+|[-–\s]*(?:(?:trang|page)\s*)*\d{0,3}(?:\s*/\s*\d{1,3})?[-–\s]*)$",
    "-----",
    "*",
    "……………",
    "PAGE  12",
    "- Trang PAGE 26 -",
    "- 3 -",
    "12",
    "PAGE",
    not_in=("- a", "2008", "Trang 5 của", "100%"),
    flags=re.IGNORECASE,
)
RECIPIENTS_LINE = define(
    r"^Nơi (?:nhận|g[ửở]i(?=\s*:|\s*$|\s*\t))\s*:?",
    "Nơi nhận:",
    "Nơi nhận",
    "Nơi gửi:",
    not_in=("Nơi ở", "Nơi gửi hàng"),
    flags=re.IGNORECASE,
)
# The archive is the last of the recipients.
LAST_RECIPIENT = define(
    r"^[-–+*]?\s*Lưu\b[^.]{0,60}$", "- Lưu ban", "Lưu: VT, TH", not_in=("- Lưu trữ.", "Nơi lưu"), flags=re.IGNORECASE
)
SIGNED_MARK = define(
    r"^[\[(]?\s*(?:[Đđ]ã ký|ĐÃ KÝ)|^[\[(](?:[Kk]ý|[Cc]hữ ký)\b|^[Kk]ý tên(?:\s*,\s*đóng dấu)?$",
    "Đã ký",
    "(đã ký)",
    "[Đã ký]",
    "ĐÃ KÝ",
    "(ký tên)",
    "Ký tên, đóng dấu",
    not_in=("đã kiểm tra", "Ký tên vào biên bản"),
)
PERSON_NAME = define(
    rf"^(?i:{RANKS})*(?!văn|thị)(?:{NAME_WORD}|[{UPPER}'’]+)(?:\s+(?:{NAME_WORD}|[{UPPER}'’]+)){{1,5}}$"
    rf"|^{ONE_WORD_NAME}$",
    "Lê Tấn Lai",
    "Lê văn Tăng",
    "NGUYỄN PHÚ TRỌNG",
    "Đại tá Nguyễn Văn Trung",
    "Điểu K'Ré",
    "K'Nhất",
    not_in=("(đã ký)", "Lưu Văn phòng Tỉnh ủy.", "Tỉnh ủy"),
)
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

# A line of a form, with room to write in; the words over a page of their own begin another text.
FORM_LINE = define(r"\.{6,}|…{2,}|_{6,}\s*\w", "Tên cơ sở:..........", "Ngày …… tháng", not_in=("- Lưu: VT...",))
OVER_A_PAGE = define(
    r"(?:^|\s{3,})(?:cộng h(?:òa|oà) xã hội chủ ngh(?:ĩa|iã) việt nam|đảng cộng sản việt nam)\s*$",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỈNH ỦY      ĐẢNG CỘNG SẢN VIỆT NAM",
    not_in=("- Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",),
    flags=re.IGNORECASE,
)
# --- enclosed texts --------------------------------------------------------------------------------------

# "QUY CHẾ", "Bản Quy định", "PHỤ LỤC I", "Mẫu số 01/NT-TCT": the line that begins a text below the signature.
_CODE = r"(?:\s*[-/.]\s*[\w/.\-]*\w|\s+[^\W\d]{2,5}-[^\W\d]{2,6}(?=\s*$))?"
_NUMBER = rf"(?:\s*(?:số\s*)?:?\s*(?P<n>0*\d{{1,2}}[a-z]?|[IVX]+|[A-H])(?![\w)]){_CODE})?"
ENCLOSURE_LINE = define(
    rf"^(?:bản\s+)?(?P<type>{TYPES}|nội quy|danh mục|phụ lục|phụ biểu|biểu mẫu|mẫu số|biểu số|mẫu|biểu){_NUMBER}"
    r"(?P<rest>\s*[.:–-]?\s*.*)$",
    "QUY CHẾ",
    "Bản Quy định",
    "Phụ lục số 02",
    "PHỤ LỤC I: DANH MỤC",
    "Mẫu số 01/NT-TCT",
    "mẫu số 02 nt-tct",
    not_in=("Căn cứ Quy chế", "I. Mẫu"),
    flags=re.IGNORECASE,
)
# "(Ban hành kèm theo Quyết định số …)" below its title.
ENCLOSED_WITH = define(
    rf"^\(?\s*(?:được\s+)?(?:ban hành\s+)?(?:kèm\s+)?theo\s+(?:{TYPES}|QĐ|TT|CV)\b|^\(?\s*kèm theo\b",
    "(Ban hành kèm theo Quyết định số 217-QĐ/TW",
    "(Kèm theo Thông báo số 5)",
    "(Ban hành theo Quyết định số 256",
    not_in=("Theo đề nghị của",),
    flags=re.IGNORECASE,
)
# Before the decision in the head of a text that was issued with it; in a title it is what the title speaks of.
ENCLOSED_NOTE = define(
    r"(?:\(\s*(?i:(?P<words>(?:được\s+)?(?:ban\s+hành\s+(?:kèm\s+)?theo|kèm\s+theo)))"
    r"|^(?P<line>(?:Ban\s+hành\s+(?:kèm\s+)?theo|Kèm\s+theo)))\s+$",
    "(Ban hành kèm theo ",
    "\n(kèm theo ",
    "làm việc của Tỉnh ủy (ban hành theo ",
    "giám sát\nBan hành kèm theo ",
    not_in=(
        "Quy chế giám sát\nban hành kèm theo ",
        "giám sát việc thực hiện dân chủ\ntheo ",
        "QUY CHẾ BAN HÀNH KÈM THEO ",
    ),
    flags=re.MULTILINE,
)
# The words over a page of the State or of the Party, in either case and in either column.
MOTTO = define(
    r"cộng h(?:òa|oà) xã hội chủ ngh(?:ĩa|iã) việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc"
    r"|^đảng cộng sản việt nam$",
    "Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    not_in=("Đảng Cộng sản Việt Nam lãnh đạo",),
    flags=re.IGNORECASE,
)
# The name of a body, alone in a line of a letterhead.
BODY_LINE = define(
    r"^(?:ủy ban|uỷ ban|hội đồng|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đảng|đảng bộ|đảng ủy|ban|bộ|sở|tổng cục"
    r"|cục|văn phòng|chính phủ|quốc hội|thủ tướng|ngân hàng|viện|trường|tòa án|mặt trận|liên đoàn|đoàn|hội)"
    r"\b[^.;:,]{0,70}$",
    "ỦY BAN NHÂN DÂN",
    "Tỉnh Cà Mau",
    "chính phủ",
    not_in=("Ban hành kèm theo Quyết định này quy chế.",),
    flags=re.IGNORECASE,
)
