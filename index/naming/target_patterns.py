"""The expressions that find signs of documents in a question, over its reading without marks (``Typed.bare``).

People type them in more ways than documents print them (``ingest.patterns.SIGN``): small, without marks, joined by
any sign, in any order, in English. Each has an example and a reason.
"""

from __future__ import annotations

from index.naming.days import DAY
from ingest.patterns.pattern import define
from ingest.spelling import fold

TYPES: dict[str, str] = {
    "nghị quyết liên tịch": "NQLT",
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "quy định": "QĐ",
    "qui định": "QĐ",
    "chỉ thị": "CT",
    "kết luận": "KL",
    "quy chế": "QC",
    "qui chế": "QC",
    "thông tri": "TT",
    "hướng dẫn": "HD",
    "thông báo": "TB",
    "thông cáo": "TC",
    "báo cáo": "BC",
    "kế hoạch": "KH",
    "chương trình": "CTr",
    "đề án": "ĐA",
    "phương án": "PA",
    "tờ trình": "TTr",
    "công văn": "CV",
    "công điện": "CĐ",
    "pháp lệnh": "PL",
    "nghị định": "NĐ",
    "thông tư liên tịch": "TTLT",
    "thông tư": "TT",
    "bộ luật": "",
    "luật": "",
    "regulation": "QĐ",
    "decision": "QĐ",
    "resolution": "NQ",
    "directive": "CT",
    "conclusion": "KL",
    "announcement": "TB",
    "notice": "TB",
    "guideline": "HD",
    "guidance": "HD",
    "instruction": "HD",
    "plan": "KH",
    "decree": "NĐ",
    "circular": "TT",
    "ordinance": "PL",
    "law": "",
}
"""Name of a type as typed -> code; the sign QĐ is both quyết định and quy định, and people mix them."""

CODES: tuple[str, ...] = (
    *("NQLT", "NQ", "QĐi", "QyĐ", "QĐ", "CTr", "CT", "KL", "QC", "TTLT", "TTr", "TT", "HD", "TB", "TC", "BC"),
    *("KH", "ĐA", "DA", "PA", "CV", "CĐ", "BB", "BS", "NĐ", "PL", "VBHN", "SL"),
)
FOLDED_TYPES = {fold(name): (name, code) for name, code in TYPES.items()}
"""Without marks -> the name with them, its code."""
FOLDED_CODES = {fold(code): code for code in reversed(CODES)}
_TYPES = "|".join(sorted(FOLDED_TYPES, key=len, reverse=True)).replace(" ", r"\s+")
_CODES = "|".join(sorted(FOLDED_CODES, key=len, reverse=True))
# Before a bare number the others are too often something else: phụ lục (PL), cao đẳng (CĐ), số lượng (SL).
_SHORT = "|".join(sorted(FOLDED_CODES.keys() - {"pl", "cd", "sl", "bs", "bb"}, key=len, reverse=True))
_BODIES = (
    r"tw|tu|hu|thu|txu|qu|du|cb|bct|bbt|cp|ttg|ctn|qh\d*|ubtvqh\d*|ubnd|hdnd|vp(?:tw|tu|du|cp|qh)"
    r"|(?:ubkt|btc|btg|bdv|bnc|bcd)(?:tw|tu)?"
)
_YEAR = r"(?:19|20)\d\d"
_WORD = r"nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?:\s+(?:mot|hai|ba|bon|lam))?"

# Any joint in any place, or none: "217/QĐ-TW", "86 - QĐ/TW", "217 QĐ/ TW", "102qđ/tw", "102 qd tw", "102-QĐ".
SIGN_TYPED = define(
    rf"(?<!\d)(?<!\d[/.])(?P<n>\d{{1,5}})(?P<mark>[a-d](?=\s*[-/]))?(?:\s*/\s*(?P<year>{_YEAR}))?(?P<joint>\s*[-/]\s*|\s*)(?P<kind>{_CODES})"
    rf"(?:\s*[-/]\s*(?P<body>[a-z][a-z0-9&]*(?:-[a-z][a-z0-9&]*)*)|\s+(?P<apart>{_BODIES})(?![a-z0-9])|(?![a-z0-9]))",
    "102-qd/tw",
    "217/qd-tw",
    "86 - qd/tw",
    "102 qd tw",
    "34/2016/nd-cp",
    "30a/2008/nq-cp",
    "so31-qd/tw",
    not_in=("26/01/2018", "102 quy dinh", "2020-2025"),
)
TYPE_BEFORE = define(
    rf"(?<![a-z0-9])(?:{_TYPES}|{_SHORT})s?\s*(?:so|no)?[\s.:]*$",
    "theo quy dinh so ",
    "qd",
    "regulation no. ",
    not_in=("quy dinh cua ",),
)
# "Điều 3 QĐ 102": the 3 is the article's, the sign begins at QĐ.
UNIT_BEFORE = define(
    r"(?<![a-z])(?:dieu|khoan|diem|muc|chuong|phan|article|clause|chapter|part)s?\s*(?:[\d,a-z]{1,4}\s*(?:,|va|-)\s*)*$",
    "dieu ",
    "dieu 5, 6 va ",
    not_in=("quy dinh ",),
)
NUMBER_NEXT = define(r"^\s*(?:so\s*:?\s*)?\d", " 102", " so 69", not_in=(" ve 102",))
LAW_SIGN_TYPED = define(
    rf"(?<!\d)(?<!\d[/.])(?P<n>\d{{1,4}})\s*/\s*(?P<year>{_YEAR})\s*/\s*(?P<body>(?:qh|ubtvqh)\s?\d{{1,2}})(?!\d)",
    "80/2015/qh13",
    "403/2017/ubtvqh14",
    not_in=("80/2015", "1/1/2015/qh13"),
)
# A type and a number: "quy định 102", "NQ18", "QĐ số: 217", "QD-69-TW", "Regulation No. 69".
SHORT_SIGN = define(
    rf"(?<![a-z0-9])(?P<type>(?:{_TYPES})s?|{_SHORT})(?P<gap>\s*(?:(?P<so>so|no|nr|number|num)(?![a-z])\s*)?[.:\-/]?\s*)"
    rf"(?P<n>\d{{1,5}})(?P<mark>[a-d])?(?:/(?P<year>{_YEAR}))?(?:\s?[-/]\s?(?P<body>{_BODIES}))?(?![a-z0-9%]|/\d|\.\d)",
    "quy dinh 102",
    "nq18",
    "qd-69-tw",
    "regulations no. 69",
    "nghi dinh 34/2016",
    "nghi quyet 30a",
    not_in=("quy dinh nay", "thong bao 24/24", "nghi quyet 4%", "xqd 5"),
)
# "quyết định 217, 218": a further number of the same series ends a phrase.
FURTHER_NUMBER = define(
    r"\s*(?:,\s*(?:va\s)?|;|va\s|and\s|&|voi\s|so\s+voi\s|hay\s|hoac\s)\s*(?:so\s*)?(?P<n>\d{2,5})(?=\s*(?:$|[,;?.!)(-]"
    r"|(?:va|and|cua|of|nam|ngay|ve|khoa|khac|giong|co|thi|la|deu|cung|con|het|duoc|bi|quy\s+dinh|noi|thay|ap\s+dung"
    r"|lien\s+quan|nhu\s+the|ra\s+sao|cai|van\s+ban|do|ban\s+hanh|is|are|differ|say|what|how)(?![a-z])))",
    ", 218",
    ",218 cua bo chinh tri",
    " va 218?",
    " va 102 khac nhau the nao",
    " voi 102 co gi giong nhau",
    not_in=(" 218", ", 218 dang vien", ", 5", " va 15 don vi", " va 102 can bo"),
)
# What a number counts is no sign: "kế hoạch 5 năm", "quyết định 3 điều"; "102 năm 2017" is one.
COUNTED = define(
    rf"^\s*(?:nam(?!\s+{_YEAR})|thang|tuan|ngay(?!\s+\d)|gio|phut|lan|dong|trieu|ty|nghin|ngan|phan\s+tram|phan"
    rf"|dieu|khoan|chuong|muc|trang|buoc|nguoi|years?|months?|days?|articles?|chapters?)(?![a-z])(?!\s+{_YEAR})(?!\s*\d)",
    " nam",
    " ngay truoc",
    " dieu",
    not_in=(" nam 2017", " ngay 15/11/2017", " dieu 3", " muc 5", " ve"),
)
# Things counted by few; a sign of two or three digits before them is still a sign.
COUNTED_FEW = define(
    r"^\s*(?:van\s+de|noi\s+dung|nhiem\s+vu|nhom|loai|hinh\s+thuc|cap|dong\s+chi|truong\s+hop|ben|viec|chi\s+tieu"
    r"|muc\s+tieu|giai\s+phap|nguyen\s+tac|don\s+vi|co\s+quan|can\s+bo|dang\s+vien|du\s+an|xa|tinh(?!\s+uy)|huyen(?!\s+uy))(?![a-z])",
    " van de",
    " nhom",
    " huyen",
    not_in=(" ve", " huyen uy con hieu luc khong"),
)
# Resolutions of conferences go by the conference: "Nghị quyết Trung ương 4", "nq tw4", "NQ Hội nghị lần thứ tư BCHTW".
CONFERENCE_TYPED = define(
    rf"(?<![a-z0-9])(?:nghi\s+quyet|nq|resolution)\s*(?:cua\s+)?(?:hoi\s+nghi\s+)?(?:lan\s+thu\s+(?P<before>{_WORD}|\d{{1,2}})"
    rf"\s*,?\s*(?:cua\s+)?)?(?:ban\s+chap\s+hanh\s+|bch\s*)?(?:trung\s+uong|tw)\s*(?:dang\s+)?(?:,\s*)?"
    rf"(?:(?:lan\s+)?thu\s+(?P<word>{_WORD}|\d{{1,2}})|(?P<n>\d{{1,2}}))?(?![a-z0-9/])",
    "nghi quyet trung uong 4",
    "nq tw4",
    "nqtw 6",
    "nghi quyet hoi nghi lan thu sau ban chap hanh trung uong",
    not_in=("nghi quyet 18", "ket luan cua trung uong"),
)
_TERM = r"(?:[ivx]{1,5}|\d{1,2})(?![a-z0-9])"
TERMS_AFTER = define(
    rf"^\s*[,(]?\s*(?:cua\s+(?:trung\s+uong|tw|bo\s+chinh\s+tri|bct|ban\s+bi\s+thu|bbt|bchtw"
    rf"|ban\s+chap\s+hanh\s+trung\s+uong)(?:\s+dang)?\s*,?\s*\(?\s*)?"
    rf"(?:khoa|k\.?)\s*(?P<terms>{_TERM}(?:\s*(?:,|;|va|-)\s*(?:(?:khoa|k)\s*)?{_TERM})*)\s*\)?",
    " khoa xii",
    " (khoa xi va khoa xii)",
    " k12",
    " cua bo chinh tri khoa xi",
    not_in=(" khoa hoc", " ve khoa xi"),
)
DATE_AFTER = define(
    rf"^\s*[,(]?\s*(?:(?:duoc\s+)?(?:ban\s+hanh|ky)\s+)?(?:ngay|dated|of|on)?\s*(?:{DAY})\s*\)?",
    " ngay 15/11/2017",
    ", ngay 01/6/2017",
    " ngay 15 thang 11 nam 2017",
    " (25-10-2017)",
    " of november 15, 2017",
    " dated 15 nov 2017",
    not_in=(" nam 2017",),
)
YEAR_AFTER = define(
    rf"^\s*[,(]?\s*(?:(?:duoc\s+)?ban\s+hanh\s+)?(?:nam\s+|of\s+|in\s+|issued\s+in\s+|/)?(?P<year>{_YEAR})(?![\d/.-]|\s*-\s*\d)\s*\)?",
    " nam 2017",
    " of 2017",
    " 2017",
    "/2017",
    not_in=(" 2017-2020", " ve nam 2017"),
)
# The first words of a title, as people say it: "Nghị quyết 18 về đất đai".
TITLE_AFTER = define(
    r"(?<![a-z])ve\s+(?:viec\s+)?(?P<words>[a-z]+\s+[a-z]+)(?![a-z])",
    " ve dat dai",
    " noi gi ve to chuc bo may?",
    not_in=(" ve 2017", " ve gi?", " vedette"),
)
# A title, without marks, of what promulgates another text: its articles are counted anew.
ENCLOSING_TITLE = define(
    r"^(?:ve\s+)?(?:viec\s+)?ban\s+hanh\s+(?P<type>quy\s+che|quy\s+dinh|quy\s+trinh|noi\s+quy|chuong\s+trinh)(?![a-z])",
    "ve viec ban hanh quy che giam sat",
    not_in=("ve xu ly ky luat", "ve quy che bau cu"),
)
# "Quy định ngày 2/2/2018": by type and day alone.
TYPE_AND_DAY = define(
    rf"(?<![a-z0-9])(?P<type>{_TYPES}|qd|nq|ct|kl|tb)\s*,?\s*(?:(?:ban\s+hanh|ky)\s+)?(?:(?:ngay|dated|of|on|issued\s+on)\s*)?(?:{DAY})(?!\d)",
    "quy dinh ngay 2/2/2018",
    "thong bao ngay 26 thang 1 nam 2018",
    "notice of 26 january 2018",
    not_in=("quy dinh 102 ngay 15/11/2017",),
)

# The question sets documents side by side.
COMPARES = define(
    r"(?<![a-z])(?:so\s+sanh|doi\s+chieu|phan\s+biet|so\s+voi|giong|(?:diem|co\s+gi)\s+(?:moi|khac|giong)"
    r"|khac(?:\s+(?:gi|nhau|biet|voi|the\s+nao|nhu|o|cho\s+nao|ra\s+sao)(?![a-z])|(?=\s+(?:\d|(?:dieu|khoan|quy|quyet|nghi|chi|ket|thong|qd|nq|ct|kl)(?![a-z]))))|compar(?:e[sd]?|ing|ison)"
    r"|differ(?:s|ences?|ent)?|versus|vs)(?![a-z])",
    "so sanh quyet dinh 217 va 218",
    "218 khac gi 102",
    "dieu 3 qd 102 khac dieu 5 qd 69",
    "difference between",
    not_in=("van ban khac", "khach quan"),
)
# A bare number that is a document's because it is compared: "218 khác gì 102".
COMPARED_NUMBER = define(
    r"(?:^|(?<![a-z0-9])(?:so\s+sanh|doi\s+chieu|phan\s+biet|giua|voi|va|khac|khac\s+gi|hay|so|compare|between|and|to|from"
    r"|with|vs\.?|versus)\s+|,\s*)(?P<n>(?!(?:19|20)\d\d)\d{1,4})"
    r"(?=\s*(?:$|[?,.]|(?:va|voi|khac|so\s+voi|giong|co|ve|thi|nhu|o|and|with|from|vs|versus|differs?)(?![a-z])))",
    "218 khac gi 102",
    "so sanh 217 va 218",
    not_in=("so sanh 2 van ban", "so voi nam 2016", "so voi 2016"),
)
# QĐ is both: which of the two was said before a number.
MIXED = {"quy dinh": "Quy định", "quyet dinh": "Quyết định"}
MIXED_TYPE = define(
    rf"(?<![a-z])(?P<said>{'|'.join(MIXED)})\s+(?:so\s+)?0*(?P<ordinal>\d{{1,4}})(?!\d)",
    "quy dinh 217",
    "quyet dinh so 102-qd/tw",
    not_in=("quy dinh ve 3 viec", "theo quy dinh"),
)
TYPES_OF_CODES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quy định (Quyết định)",
    "QĐi": "Quy định",
    "QyĐ": "Quy định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "QC": "Quy chế",
    "HD": "Hướng dẫn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "ĐA": "Đề án",
    "TTr": "Tờ trình",
    "CV": "Công văn",
    "NĐ": "Nghị định",
    "PL": "Pháp lệnh",
}
"""Code of a sign -> the type that it most often stands for."""
