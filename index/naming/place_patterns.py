"""The expressions that find places of a document in a question, over its reading without marks (``Typed.bare``)."""

from __future__ import annotations

from index.naming.typed import fold_evenly
from ingest.patterns.pattern import define

UNITS: dict[str, str] = {
    "tiểu mục": "tieu-muc",
    "phần": "phan",
    "part": "phan",
    "chương": "chuong",
    "chapter": "chuong",
    "mục": "muc",
    "section": "muc",
    "điều": "dieu",
    "article": "dieu",
    "art": "dieu",
    "khoản": "khoan",
    "clause": "khoan",
    "paragraph": "khoan",
    "điểm": "diem",
    "point": "diem",
    "đoạn": "doan",
    "gạch đầu dòng": "gach",
    "gạch": "gach",
    "dấu cộng": "cong",
    "dấu sao": "sao",
    "ý": "y",
}
"""What people write -> the unit as addresses name it, longer names first where one begins another."""

NUMBERED_TEXTS = ("phu-luc", "phu-bieu", "danh-muc", "bieu-mau")
"""Enclosed texts of which a document has several, by their step of an address."""
ENCLOSED_TEXTS = {
    **{"quy chế": "quy-che", "nội quy": "noi-quy", "chương trình": "chuong-trinh", "kế hoạch": "ke-hoach"},
    **{"đề án": "de-an", "phương án": "phuong-an", "quy trình": "quy-trinh", "phụ lục": "phu-luc"},
    **{"danh mục": "danh-muc", "phụ biểu": "phu-bieu", "biểu mẫu": "bieu-mau"},
    **{"quy định": "quy-dinh", "quyết định": "quyet-dinh", "hướng dẫn": "huong-dan"},
}
"""Types that a document encloses or that enclose one -> the step of an address; the last three are verbs too."""
VERBS_TOO = frozenset({"quy-dinh", "quyet-dinh", "huong-dan"})

_UNITS = (
    "van-ban",
    "phan",
    "chuong",
    "muc",
    "tieu-muc",
    "dieu",
    "khoan",
    "diem",
    "khuc",
    "doan",
    "gach",
    "cong",
    "sao",
    "y",
)
TITLED = ("phan", "chuong", "muc", "tieu-muc")
"""Units with a title of their own, from the largest down."""

NAMED_PARTS = {
    "tiêu đề": "tieu-de",
    "phần mở đầu": "mo-dau",
    "phần kết": "ket",
    "nơi nhận": "noi-nhan",
    "phần ký": "chu-ky",
}
"""What has no number -> its step of an address."""
RANKS = {name: rank for rank, name in enumerate(_UNITS)}
"""Smaller stands higher."""

_WORDS = r"(?:nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)"
_JOIN = r"\s*(?:,|;|va\s|and\s|-|den\s|toi\s|to\s)\s*"
_END = r"(?![a-z0-9]|\s?[-/]\s?\d{4})"


def _unit(names: str, ordinal: str) -> str:
    return rf"(?<![a-z0-9])(?P<unit>{names})s?\.?\s*(?:so\s+)?(?P<ordinals>{ordinal}(?:{_JOIN}{ordinal})*){_END}"


ARTICLES = define(
    _unit(r"dieu|article|art", r"\d{1,4}[a-z]?(?![a-z0-9/]|\.\d)"),
    "dieu 5",
    "dieu 12a",
    "dieu 5, 6 va 7",
    "articles 5-7",
    "dieu3",
    not_in=("dieu nay", "dieu le dang", "cac dieu kien"),
)
CLAUSES = define(
    _unit(r"khoan|clause|paragraph", r"\d{1,2}(?![a-z0-9/]|\.\d)"), "khoan 2", "khoan 1, 2", not_in=("tai khoan",)
)
POINTS = define(
    _unit(
        r"diem|point",
        r"(?:[a-hik-npqrstvx]|[ouyj](?=\s*[),]?\s*(?:khoan|dieu|muc|clause))|\d{1,2}(?:\.\d{1,2})*)(?![a-z0-9])\)?",
    ),
    "diem a",
    "diem a, b",
    "diem d)",
    "diem 1.3",
    not_in=("dia diem o dau", "diem nao"),
)
SECTIONS = define(
    _unit(
        r"tieu\s+muc|phan|part|chuong|chapter|muc|section",
        rf"(?:thu\s+{_WORDS}(?![a-z0-9])|(?:[ivxlc]+|(?<=\s)[a-h]|\d{{1,2}})(?:\.(?:\d{{1,2}}|[ivxlc]+|[a-z])(?![a-z]))*(?![a-z0-9]))",
    ),
    "chuong iv",
    "phan thu nhat",
    "muc ii.5",
    "muc 3.2",
    "phan a",
    not_in=("muc tieu", "phan lon", "chuong trinh", "how much"),
)
PARAGRAPHS = define(
    rf"(?<![a-z0-9])(?P<unit>doan|gach\s+dau\s+dong|gach|dau\s+cong|dau\s+sao)\s+(?:thu\s+)?(?P<ordinals>\d{{1,2}}|{_WORDS}){_END}",
    "gach dau dong thu tu",
    "doan 2",
    not_in=("doan the", "giai doan 2020"),
)
ITEMS = define(r"(?<![a-z0-9])(?P<unit>y)\s*\((?P<ordinals>\d{1,2})\)", "y (3)", not_in=("y kien (3)", "y 3"))
PARTS = define(
    r"(?<![a-z0-9])(?:tieu de|phan mo dau|phan ket(?! (?:luan|qua|hop|cau))|phan ky(?! luat)"
    r"|noi nhan(?! (?:don|ho so|tien|luong)))(?![a-z0-9])",
    "phan mo dau",
    "phan ket dieu 4",
    "noi nhan",
    not_in=("phan ket luan", "noi nhan don", "phan ky luat"),
)
_TEXTS = "|".join(sorted(map(fold_evenly, ENCLOSED_TEXTS), key=len, reverse=True))
# "Điều 3 của Quy chế", "phụ lục II", "quy định ban hành kèm theo"; with a number a type is a sign, not a place.
ENCLOSED = define(
    rf"(?<![a-z0-9])(?:(?P<noun>cua|trong|thuoc)\s+)?(?P<type>{_TEXTS})"
    r"(?:(?<=phu luc|anh muc|hu bieu|ieu mau)\s+(?:so\s+)?(?P<n>\d{1,2}|[ivx]{1,4}|[a-h])(?![a-z0-9]|/|\s?-\s?\d)"
    r"|(?!\s*(?:so|no)?[\s.:]*\d)(?!\s+(?:nay|ngay|tai)(?![a-z])))"
    r"(?P<with>(?:\s+(?!va\s|hoac\s)[a-z]+){0,16}?\s+(?:duoc\s+)?(?:ban\s+hanh\s+)?kem\s+theo(?![a-z]))?(?![a-z0-9])",
    "cua quy che",
    "phu luc ii",
    "quy dinh ban hanh kem theo",
    "quy che giam sat va phan bien xa hoi ban hanh kem theo",
    not_in=("quy che nay", "quy dinh so 102", "quy che 217", "quyet dinh ngay 2/2/2018", "quy dinh tai dieu 5"),
)
# "đ5 k2", "k.2 đ.5": the two together are clear, each alone is not.
INITIALS = define(
    r"(?<![a-z0-9])(?:k\.?\s?(?P<k>\d{1,2})\s*,?\s*d\.?\s?(?P<d>\d{1,3})|d\.?\s?(?P<d2>\d{1,3})\s*,?\s*k\.?\s?(?P<k2>\d{1,2}))(?![a-z0-9])",
    "d5 k2",
    "k.2 d.5",
    not_in=("k12", "d5", "qd5 k12"),
)
# "II.5", as the notice numbers its sections; in capitals, over the text as typed.
ROMAN_PLACE = define(
    r"(?<![\w.])(?P<ordinals>[IVX]+(?:\.\d{1,2})+)(?![\w.]*\w)", "theo II.5 thì", "I.2", not_in=("II", "2.5", "v.2")
)
# "Điều 5 (lần 2)", as our own labels tell apart what is numbered alike.
REPEATED = define(
    rf"^\s?\(\s?(?P<word>lan)\s+(?:thu\s+)?(?P<time>\d{{1,2}}|{_WORDS})\s?\)",
    " (lan 2)",
    "(lan thu hai)",
    not_in=(" lan 2", " (2)"),
)
# Article 5(2)(a), as English law writes it.
BRACKETED = define(r"^\s?\((?P<khoan>\d{1,2})\)(?:\s?\((?P<diem>[a-z])\))?", "(2)", "(2)(a)", not_in=("2", "(2017)"))
# Between a place and what it belongs to.
LINK = define(
    r"^(?:[\s,;:()/.-]*(?:(?:cua|of|trong|tai|thuoc|theo|the|in|under|nam|o|quy dinh tai)(?![a-z])[\s,(]*)*)$",
    " cua ",
    ", ",
    " of the ",
    "",
    not_in=(" va ", " co "),
)
AND = define(r"^[\s,;]*(?:(?:va|and|hoac|or|voi)(?![a-z])\s*)?$", " va ", ", ", not_in=(" cua ",))

# What goes by its name and has places of its own: "Chương VII Điều lệ Đảng".
GOES_BY_NAME = define(
    r"(?<![a-z])(?:dieu\s+le|bo\s+luat|luat|phap\s+lenh|hien\s+phap)\s+(?!nay|so|\d)[a-z]",
    "dieu le dang",
    "luat du lich",
    not_in=("luat nay", "luat so 80/2015/qh13", "phap luat."),
)
# "khoản 1 Điều này", "Điều 39 của Luật này": what a text says of itself.
_ITSELF = (
    r"bo\s+luat|luat|phap\s+lenh|nghi\s+dinh|nghi\s+quyet|thong\s+tu|thong\s+bao|quyet\s+dinh|quy\s+dinh|quy\s+che"
    r"|dieu\s+le|dieu|chi\s+thi|huong\s+dan|ket\s+luan|phan|chuong|muc|khoan"
)
ITSELF = define(
    rf"^[\s,]*(?:(?:cua|trong|tai|thuoc)\s+)?(?:{_ITSELF})\s+nay(?![a-z])",
    " dieu nay",
    " cua bo luat nay",
    not_in=(" nam nay", " cua luat cu tru"),
)
ALIKE = define(
    r"^[\s,;]*(?:(?:va|hoac|den|tu|tai|cua|cac)(?![a-z])\s*)*$",
    " va ",
    " den ",
    ", ",
    not_in=(" cua luat nay", " thi "),
)
