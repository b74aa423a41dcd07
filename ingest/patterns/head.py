"""The regular expressions about the letterhead and the title of a document, named, each with an example and a reason.

Texts out of old fonts print in small letters what was drawn in capitals, so most of these forgive the case.
"""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.sentences import DRAWN_RULE
from ingest.patterns.words import DAY_IN_FIGURES, DAY_IN_WORDS, HEADINGS

# --- the letterhead --------------------------------------------------------------------------------------

# Converters lose the "ã" of old fonts: "x• hội".
LETTERHEAD = define(
    r"^(?:ĐẢNG CỘNG SẢN VIỆT NAM$|đảng cộng sản việt nam$"
    r"|(?i:nước\s+)?(?i:cộng\s+h(?:òa|oà)\s+x\S\s+hội\s+chủ\s+ng(?:hĩa|hiã)\s+việt\s+nam)$"
    r"|(?i:độc\s+lập\s*[-–—]*\s*tự\s+do\s*[-–—]*\s*hạnh\s+phúc)\W*$)",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "đảng cộng sản việt nam",
    "Cộng hoà x• hội chủ nghĩa việt nam",
    "Độc lập – Tự do – Hạnh phúc.",
    not_in=("Đảng Cộng sản Việt Nam lãnh đạo", "Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992"),
)
# Where one column ends and the next begins inside a line whose gap was lost.
INNER_COLUMN = define(
    r"(?<=\S)(?:(?<![Nn]ước)(?<!NƯỚC)|(?<=[Nn]hà nước)|(?<=NHÀ NƯỚC))(?P<gap>\s+)"
    r"(?=(?i:(?:(?<!nhà\s)nước {1,2})?cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam"
    r"|độc\s+lập\s*[-–]\s*tự\s+do)"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM$)"
    rf"|^(?!T[PX]\b)(?:[Ss]ố\b)?(?:[^{LOWER}\n]|TTg|QĐi|QyĐ|CTr|TTr|ThU|TxU)+?(?P<before_place>\s+)"
    rf"(?=(?:T[PX]\s?\.?\s?)?[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{0,4}}\s*,\s*ngày\b)",
    "TỈNH ỦY BÌNH THUẬN ĐẢNG CỘNG SẢN VIỆT NAM",
    "Số 102-QĐ/TW Hà Nội, ngày 15 tháng 11 năm 2017",
    "Số: 05/CT-TTg Hà Nội, ngày 15 tháng 11 năm 2017",
    "việt nam Độc lập - Tự do - Hạnh phúc",
    "ngân hàng nhà nước cộng hoà xã hội chủ nghĩa việt nam",
    "* Phan Thiết, ngày 15 tháng 11 năm 2017",
    not_in=("Hà Nội, ngày 15", "Đảng Cộng sản Việt Nam", "TP. Hồ Chí Minh, ngày 15"),
)
# Two columns of a letterhead come out as one line; the gap left for a day or inside a sign is no column, nor is the
# tab behind a bullet or a number.
COLUMN_GAP = define(
    r"(?<!\s)(?<!ngày)(?<!tháng)(?<!năm)(?<![Ss]ố)(?<![Ss]ố:)(?<![Ss]ố :)(?<!SỐ)(?<!SỐ:)(?<!SỐ :)"
    r"(?:[ \t]{3,}+|(?<!^[-–+*•])(?<!^\w[.)/])(?<!^\w[.)/][-–])(?<!^\d\d[.)/])[ ]*\t[ \t]*+|\s*\|[|\s]*+)"
    r"(?!tháng|năm|[-–]?/)",
    "TỈNH ỦY        ĐẢNG CỘNG SẢN VIỆT NAM",
    "---------||CỘNG HÒA",
    "TỈNH ỦY\tĐẢNG CỘNG SẢN VIỆT NAM",
    not_in=(
        "-\tNhư trên",
        "1.\tMục đích",
        "Bình Thuận, ngày      tháng 3",
        "hai  dấu cách",
        "SỐ:    99/1998/TT-BTC",
        "Số: 40   /2000/TT-BTC",
    ),
)
# A document's own sign stands after "Số"; signs elsewhere are citations.
OWN_NUMBER = define(
    r"^(?:(?:Số|SỐ|số)\s*[:.]?|(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết)\s+số\s*:(?=\s*\S+$))"
    r"(?:\s*|\s*(?:[.…_]\s*){2,}|\s*…)(?P<sign>\d[^\n]*)",
    "Số 102-QĐ/TW",
    "Số: ...315.../QĐ-UBND",
    "Số: 34/2016/NĐ-CP",
    "SỐ :117  /2000/TT-BTC",
    "Luật số: 80/2015/QH13",
    not_in=("Theo Số 1", "Số liệu năm 2018", "Nghị quyết số 18-NQ/TW", "Luật số: 80/2015/QH13 quy định"),
)
# A draft or a form leaves the ordinal blank: "Số:      /QĐ-UBND".
BLANK_NUMBER = define(
    r"^(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết)\s+)?(?:Số|SỐ|số)\s*[:.]?\s*[.…_\s]*[-/]?\s*(?:(?:19|20)\d\d\s*/\s*)?"
    r"[A-ZĐ]*[a-z]?\d{0,2}(?:\s*[-/]\s*[A-ZĐ][A-ZĐƯa-z]*\d{0,2})*$",
    "Số:      /QĐ-UBND",
    "Số ……-QĐ/TU",
    "Số       -CTr/TU",
    "Luật số:       /2008/QH12",
    not_in=("Số 102-QĐ/TW",),
)
# How offices write their signs, those of the nineties too: "87-CP", "90 TC/TCT", "522/2002/QĐ.UB", "2231/SNV-CCHC&PC".
_CODE = r"[A-Za-zĐđƯư][A-Za-zĐđƯư&]*(?:\s?\d{1,2}(?!\d))?(?:\s?\([A-ZĐ]{1,3}\d{0,2}\))?"
OWN_SIGN = define(
    rf"^\d{{1,5}}[a-zA-Z]?(?:\s*[-.]\s*\d{{1,3}}(?=\s*/))?(?:\s*(?:[.…_]\s*){{2,}}|…)?(?:\s*/\s*(?:19|20)\d\s?\d)?"
    rf"(?:\s*[-–/]\s*|\s*(?=[A-ZĐ][A-Za-zĐ]+\s*[-/])){_CODE}(?:\s*[-–/.]\s*{_CODE})*(?:\.\d{{2}}(?!\d))?"
    r"(?:\s*[-–/]\s*(?:19|20)\d\d)?(?=$|[\s,;()*|])",
    "102-QĐ/TW",
    "99/ 1998/TT-BTC",
    "90 TC/TCT",
    "03/1998/QH 10",
    "2231/SNV-CCHC&PC",
    "315.../QĐ-UBND",
    "2159/C11(C13)",
    "19 /HĐKT-2005",
    "1027TTr/STC-QLNS",
    "11- 07 /QĐ-ĐS-HĐQT",
    "3.4/2006/NQ-HĐND",
    "09/BC.ND.03",
    not_in=("26/01/2018", "12 ngày", "5. Trang"),
)
# A draft leaves the day blank or dotted, with or without the place; or it is written by hand over the dots.
_YEAR_CUT = r"(?P<sday>\d{1,2})\s*[/.\-]\s*(?P<smonth>\d{1,2})\s*[/.\-]\s*(?P<syear>\d{2})(?!\d)"
_BLANK_DAY = r"[\s.…_/\d]*+tháng[\s.…_/\d]*+năm[\s.…_\d]*+"
_DOTS = r"[\s.…_]*+"
_OVER_DOTS = (
    rf"{_DOTS}(?P<dday>\d{{1,2}}){_DOTS}tháng{_DOTS}(?P<dmonth>\d{{1,2}}){_DOTS}năm"
    rf"{_DOTS}(?P<dyear>\d{{4}}|\d{{2}}){_DOTS}"
)
_HOUR = r"(?:(?:vào\s+)?(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?"
_NAMED_PLACE = rf"[{UPPER}][^,\n\d]{{1,40}}?"
PLACE_AND_DATE = define(
    rf"^(?:(?P<place>{_NAMED_PLACE})(?:\s*,\s*|\s+(?=ngày\s{{2,}}tháng))|[.…_]{{2,}}\s*,\s*)?{_HOUR}"
    rf"(?P<when>[Nn]gày(?:\s*(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES}|{_YEAR_CUT})|{_OVER_DOTS}|{_BLANK_DAY}))\s*\.?$",
    "Hà Nội, ngày 15 tháng 11 năm 2017",
    "Đồng Xoài, ngày 14 tháng5 năm 2008",
    "Bình Thuận, ngày      tháng 3 năm 2019",
    ".........., ngày ...... tháng ...... năm ......",
    "Hải phòng ngày      tháng 6 năm 2002",
    "ngày … tháng 3 năm 2019",
    "ngày ..... tháng ..... năm 2019",
    "Đà Lạt, ngày ..05.. tháng ..8.. năm 2008",
    "Hà Nội, ngày 12-6-98",
    "Đông Hà, hồi 10 giờ 30 ngày 29 tháng 9 năm 2006",
    not_in=("Ngày 26/01/2018, Thường trực Tỉnh ủy", "Tháng 02 năm 2007"),
)
# Without the comma, or without the word for day.
_TOWN = rf"(?:T[PXpx]\s?\.?\s?|Thành phố\s+|Thị xã\s+)?[{UPPER}][{LOWER}’']+(?:[\s-]+[{UPPER}][{LOWER}’']+){{0,4}}"
PLACE_AND_BARE_DATE = define(
    rf"^(?P<place>{_TOWN})(?:\s+[Nn]gày\s+(?P<when>{DAY_IN_WORDS}|{DAY_IN_FIGURES})"
    r"|\s*,\s*(?P<bare>(?:(?P<bday>\d{1,2})(?:\s*[-/.]\s*|\s+tháng\s+)(?P<bmonth>\d{1,2})"
    r"(?:\s*[-/.]\s*|\s+năm\s+)(?P<byear>\d{4}))))\s*\.?$",
    "TP. Hồ Chí Minh ngày 14 tháng 9 năm 1999",
    "Hà Nội, 14-05-1994",
    "Huế, 3 tháng 5 năm 1996",
    not_in=("Hà Nội, ngày 15 tháng 11 năm 2017", "Quyết định số 5 ngày 12/3/2004", "Hội nghị tháng 5"),
)
# Fonts that draw capitals leave the place in small letters.
SMALL_PLACE_AND_DATE = define(
    rf"^(?P<place>[{LOWER}]+(?:[\s-]+[{LOWER}]+){{0,3}})\s*,\s*(?P<when>ngày\s+(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES}))\s*\.?$",
    "sơn la, ngày 6 tháng 7 năm 1998",
    not_in=("Hà Nội, ngày 15 tháng 11 năm 2017", "của Hội đồng nhân dân, ngày 12/3/2004"),
)
# A narrow cell cuts the day in two.
DATE_BEGUN = define(
    rf"^{_NAMED_PLACE}\s*,\s*(?:ngày(?:\s*[\d.…]+(?:\s+tháng(?:\s*[\d.…]+(?:\s+năm)?)?)?)?)$",
    "Thái Bình, ngày 12",
    "Thái Bình, ngày 12 tháng 7",
    not_in=("Hà Nội, ngày 15 tháng 11 năm 2017", "Bình Thuận,"),
)
DATE_ENDED = define(
    r"^(?:(?:(?:ngày\s*)?[\d.…]+\s*)?(?:tháng\s*)?[\d.…]+\s*)?(?:năm\s*)?\d{4}$",
    "tháng 7 năm 2006",
    "năm 2006",
    "2006",
    not_in=("Năm học 2006", "tháng 7"),
)
# "Hà Nội, ngày 20, 21 tháng 03 năm 2002": of several days the first is the document's.
SEVERAL_DAYS = define(
    rf"^(?P<place>[{UPPER}][^,\n\d]{{1,40}}),\s*(?:từ\s+)?(?P<when>ngày\s+(?P<day>\d{{1,2}})\s*(?:[,–-]|và|đến(?:\s+ngày)?)\s*\d{{1,2}}"
    r"\s+tháng\s*(?P<month>\d{1,2})\s+năm\s*(?P<year>\d{4}))$",
    "Hà Nội, ngày 20, 21 tháng 03 năm 2002",
    not_in=("Hà Nội, ngày 20 tháng 03 năm 2002", "(Từ ngày 21 tháng 10 đến ngày 26 tháng 11 năm 2003)"),
)
# A công văn has its subject under its number.
SUBJECT_LINE = define(
    r"^[\"“]?(?:V/v|V/V|v/v|Về việc)\s*:?\s*(?P<subject>\S.*)",
    "“V/v xin cấp kinh phí",
    "V/v triển khai Nghị quyết",
    "V/v: góp ý dự thảo",
    not_in=("Văn bản", "về việc này"),
)
SECRECY_MARK = define(
    r"^(?:độ\s+mật\s*:?\s*)?(?P<mark>tuyệt\s+mật|tối\s+mật|mật)$",
    "MẬT",
    "TUYỆT MẬT",
    "Độ mật: Tối mật",
    not_in=("Bí mật", "mật ong"),
    flags=re.IGNORECASE,
)
URGENCY_MARK = define(
    r"^(?:độ\s+khẩn\s*:?\s*)?(?P<mark>h(?:ỏa|oả)\s+tốc|thượng\s+khẩn|khẩn)(?:\s+hẹn\s+giờ)?$",
    "HỎA TỐC HẸN GIỜ",
    "Thượng khẩn",
    not_in=("khẩn trương",),
    flags=re.IGNORECASE,
)
# The session in which a law was passed, a congress's term, what a draft or a copy says of itself.
HEAD_NOTE = define(
    r"^\(?(?:kho(?:á|ả|ã)|khóa|kỳ họp|nhiệm kỳ|phiên họp|từ ngày|họp ngày|dự thảo|bản sao|sao y|tài liệu|lưu hành"
    r"|điện thoại|mẫu|(?:ban hành\s+)?kèm theo)\b.{0,90}$|^[a-z]{1,3}[.-]?[a-z]?\d{1,4}$|^\*?\s*(?:DỰ THẢO|BẢN SAO)\b",
    "Khoá XI, kỳ họp thứ 4",
    "(Từ ngày 21 tháng 10 đến ngày 26 tháng 11 năm 2003)",
    "Dự thảo lần 2",
    "XV80",
    not_in=("Căn cứ Luật",),
    flags=re.IGNORECASE,
)
# Lines and columns that nothing but a letterhead has.
MARKS_OF_LETTERHEAD = (
    *(LETTERHEAD, OWN_NUMBER, BLANK_NUMBER, PLACE_AND_DATE, PLACE_AND_BARE_DATE, SMALL_PLACE_AND_DATE),
    *(DATE_BEGUN, DATE_ENDED, DRAWN_RULE, SUBJECT_LINE, SECRECY_MARK, URGENCY_MARK),
)

# --- the title -------------------------------------------------------------------------------------------

ADDRESSEES_LINE = define(
    r"^(?:K[íÍ][nN][hH]\s+[gG][ửởỬỞ][iI]\b|(?:Điện|ĐIỆN)\s*:)",
    "Kính gửi: Các chi bộ",
    "KÍNH GỬI:",
    "Kính gởi : Phòng Giáo dục",
    "Điện: - UBND các huyện",
    not_in=("kính gửi", "Điện thoại: 057.841234"),
)
# After its first line a title goes on in capitals or with a small letter, a bracket or a quotation.
TITLE_GOES_ON = define(rf"^[{LOWER}(“\"]", "về dân vận", "(kèm theo Quyết định)", not_in=("Thứ hai: họp",))
# What stands above the enacting words, and no title opens so.
LEGAL_BASIS = define(
    r"^[-–+*]?\s*(?i:căn\s+cứ)\b(?!\s+để)",
    "Căn cứ Luật Tổ chức Chính phủ",
    "- Căn cứ vào Nghị định",
    not_in=("Có căn cứ",),
)
PREAMBLE = define(
    r"^[-–+*]?\s*(?:Xét|Theo đề nghị|Theo quy định|Để|Nhằm|Sau khi|Qua|Trên cơ sở|Thực hiện|Thi hành|Trong|Vừa qua"
    r"|Được sự|Ngày|Hôm nay|Hiện nay)\b",
    "Theo đề nghị của Bộ trưởng Bộ Nội vụ,",
    "Để triển khai Quyết định số 193",
    "Xét đề nghị của Sở Nội vụ;",
    not_in=("Về việc", "Hướng dẫn thi hành"),
)
# In brackets under a title: by what it was promulgated; that is not its name, and the number not its own.
# Below the council that speaks: "KHÓA VII - KỲ HỌP THỨ 2".
SESSION = define(
    r"^\(?\s*(?:kho(?:á|ã)|khóa|kỳ họp)\b.{0,60}$",
    "KHÓA VII - KỲ HỌP THỨ 2",
    "Khoá XVI, kỳ họp thứ 5",
    not_in=("của khóa VII",),
    flags=re.IGNORECASE,
)
PROMULGATED_BY = define(
    r"(?:(?:^|\s)(?-i:(?:Ban hành k|K)èm theo)(?=\s[^\n]{4,40}\ssố)"
    r"|\(\s*(?:đã\s+)?(?:được\s+)?(?:(?:ban hành\s+)?(?:kèm\s+)?theo|ban hành (?:tại|bởi)"
    r"|(?:[^()\n]{2,80}\s)?(?:phê duyệt|thông qua|công nhận)\s+(?:tại|theo|kèm|ngày|bởi)))\s"
    r"[^()]*(?:\([^()]*\)[^()]*)*\)?\s*$",
    "(Ban hành kèm theo Quyết định số 522/2002/QĐ.UB ngày 07/3/2002 của UBND tỉnh An Giang)",
    "(Kèm theo Quyết định số 16/2003/QĐ-BKHCN)",
    "(Được Chủ tịch UBND tỉnh phê duyệt tại Quyết định số: 1125/QĐ-CT ngày 02 tháng 8 năm 2004)",
    "DANH MỤC HỒ SƠ Kèm theo Hướng dẫn số 215/HD-SBCVT ngày 12 tháng 8 năm 2005",
    not_in=("ban hành kèm theo Quyết định", "kèm theo Quyết định số 5/QĐ-UB"),
    flags=re.IGNORECASE,
)

# "Ban hành kèm theo Quyết định này Quy chế …": what it encloses, in an article of its own.
PROMULGATES = define(
    rf"(?:ban hành|phê duyệt|kèm theo)\b[^.;\n]{{0,20}}?"
    rf"(?:(?:kèm )?theo\s+(?:{HEADINGS})\s+này\s+|\s)(?:các\s+|những\s+)?"
    rf"(?:[\"“]\s*)?(?:bản\s+)?(?P<kind>{HEADINGS})\b(?!\s+(?:này|số|kèm)\b)",
    "Ban hành kèm theo Quyết định này Quy chế làm việc",
    "Nay ban hành kèm theo Quyết định này bản Quy định về",
    "Ban hành Quy chế giám sát",
    not_in=("Quyết định này có hiệu lực", "ban hành kèm theo Quyết định số 193/2001/QĐ-TTg"),
    flags=re.IGNORECASE,
)

# A draft, a paper for a session: in brackets below a title it says what the paper is for, not what it is about.
DRAFT_NOTE = define(
    r"\s*\(\s*(?:dự thảo|(?:báo cáo\s+)?trình\s+(?:tại\s+)?(?:kỳ họp|hội nghị|đại hội|phiên họp)"
    r"|tài liệu (?:trình|phục vụ))"
    r"[^()]*\)\s*$",
    "2006 - 2020 (Dự thảo lần thứ 5)",
    "năm 2004 (Trình tại kỳ họp thứ 11 HĐND huyện)",
    not_in=("(dự thảo) trình", "(trình tự, thủ tục)"),
    flags=re.IGNORECASE,
)

# --- the meeting that is reported --------------------------------------------------------------------------
