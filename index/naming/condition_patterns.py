"""The expressions that find conditions on documents in a question, over its reading without marks (``Typed.bare``)."""

from __future__ import annotations

from index.naming.days import DAY, MONTH_NAME
from ingest.patterns.pattern import define
from ingest.spelling import fold

BODIES: dict[str, str] = {
    name: name
    for name in (
        *("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Trung ương", "Quân ủy Trung ương"),
        *(
            "Ủy ban Kiểm tra Trung ương",
            "Ban Tổ chức Trung ương",
            "Ban Tuyên giáo Trung ương",
            "Ban Dân vận Trung ương",
        ),
        *("Ban Nội chính Trung ương", "Văn phòng Trung ương", "Ủy ban Kiểm tra Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
        *("Thường trực Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Tỉnh ủy", "Thành ủy", "Huyện ủy"),
        *("Thị ủy", "Quận ủy", "Đảng ủy", "Ủy ban Kiểm tra", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chủ tịch nước"),
        *("Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Hội đồng nhân dân", "Ủy ban nhân dân"),
        *("Bộ Nội vụ", "Bộ Tài chính", "Bộ Tư pháp", "Bộ Công an", "Bộ Quốc phòng", "Bộ Y tế", "Bộ Xây dựng"),
        *("Bộ Giáo dục và Đào tạo", "Bộ Công Thương", "Tòa án nhân dân tối cao"),
    )
} | {
    "Trung ương Đảng": "Trung ương",
    "TW": "Trung ương",
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
    "BCHTW": "Ban Chấp hành Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "BTVTU": "Ban Thường vụ Tỉnh ủy",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "Thủ tướng": "Thủ tướng Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "politburo": "Bộ Chính trị",
    "political bureau": "Bộ Chính trị",
    "secretariat": "Ban Bí thư",
    "central committee": "Ban Chấp hành Trung ương",
    "provincial party committee": "Tỉnh ủy",
    "government": "Chính phủ",
    "prime minister": "Thủ tướng Chính phủ",
    "national assembly": "Quốc hội",
}
"""What people write -> the body."""

CLEAR_TYPES: dict[str, str] = {
    name: name
    for name in (
        *(
            "Nghị quyết",
            "Chỉ thị",
            "Thông tri",
            "Công văn",
            "Tờ trình",
            "Nghị định",
            "Thông tư",
            "Pháp lệnh",
            "Quy chế",
        ),
        *("Thông cáo", "Công điện", "Điều lệ"),
    )
} | {"resolution": "Nghị quyết", "directive": "Chỉ thị", "decree": "Nghị định", "circular": "Thông tư"}
"""Names of types that are nothing else -> the type."""
WORDY_TYPES: dict[str, str] = {
    name: name
    for name in (
        *("Quyết định", "Quy định", "Kết luận", "Thông báo", "Hướng dẫn", "Báo cáo", "Kế hoạch", "Chương trình"),
        *("Đề án", "Biên bản", "Bộ luật", "Luật"),
    )
} | {
    "regulation": "Quy định",
    "decision": "Quyết định",
    "conclusion": "Kết luận",
    "notice": "Thông báo",
    "guideline": "Hướng dẫn",
    "report": "Báo cáo",
    "plan": "Kế hoạch",
    "law": "Luật",
}
"""Names that are everyday words too; they mean documents only where the grammar says so."""

FOLDED_BODIES = {fold(name): (name, body) for name, body in BODIES.items()}
FOLDED_KINDS = {fold(name): (name, kind) for name, kind in {**CLEAR_TYPES, **WORDY_TYPES}.items()}


def _alternatives(names: dict[str, tuple[str, str]]) -> str:
    return "|".join(sorted(names, key=len, reverse=True)).replace(" ", r"\s+")


_YEAR = r"(?:19|20)\d\d(?![\d/]|\.\d|\s*-\s*\d)"
_POINT = (
    rf"(?:{DAY}|(?:thang\s+)?(?P<pmonth>\d{{1,2}})\s*[/-]\s*(?P<pmyear>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<pname>{MONTH_NAME})\s*,?\s*(?P<pnyear>(?:19|20)\d\d)(?!\d)|(?P<pyear>{_YEAR}))"
)

DOCUMENT_NOUN = define(
    rf"(?<![a-z0-9])(?<!ky\s)(?<!ki\s)(?<!phap\s)(?:(?P<general>van\s+ban|van\s+kien|tai\s+lieu|(?P<all>documents)|document)|(?P<type>{_alternatives(FOLDED_KINDS)})(?P<many>s?))(?![a-z0-9])"
    r"(?:\s+(?:(?P<which>nao)|(?:(?:that|which)\s+)?(?:were|are|was|is))(?![a-z]))?",
    "van ban",
    "cac nghi quyet",
    "resolutions",
    not_in=("van nghe", "nghi quyetx", "ky luat"),
)
# Before a noun: it is spoken of documents, several of them.
LISTING = define(
    r"(?<![a-z0-9])(?:(?P<verb>(?:hay\s+)?(?:liet\s+ke|ke\s+ten|tim|danh\s+sach|danh\s+muc|thong\s+ke|xem|loc|list|find|show)"
    r"(?:\s+(?:cho\s+toi|ra|me))?)|(?P<there>co)(?=\s+(?:nhung|cac|bao\s+nhieu|may)\s))?"
    r"\s*(?P<plural>(?:tat\s+ca|toan\s+bo|moi|nhung|cac|cac\s+loai|bao\s+nhieu|may|all|the)\s*)*$",
    "liet ke cac ",
    "co nhung ",
    "thu vien co bao nhieu ",
    "nhung ",
    "tim ",
    "",
)
ISSUED = define(
    r"^[\s,]*(?:da\s+|duoc\s+|do\s+)*(?:ban\s+hanh|(?P<hand>ky)(?:\s+ban\s+hanh)?|ra\s+doi|cong\s+bo|thong\s+qua|phat\s+hanh|co\s+hieu\s+luc"
    r"|issued|signed|adopted|promulgated|published|dated)(?![a-z])",
    " ban hanh nam",
    " duoc ky",
    " issued before",
    not_in=(" nam 2018", " kyx"),
)
# Of documents it is said that they stand; "… còn hiệu lực không" asks whether one does.
IN_FORCE = define(
    r"^[\s,(]*(?:ma\s+|hien\s+|nay\s+|dang\s+|van\s+|which\s+|that\s+|is\s+|are\s+|still\s+|currently\s+)*"
    r"(?:con\s+(?:hieu\s+luc|gia\s+tri)(?:\s+(?:thi\s+hanh|phap\s+ly))?|(?<=dang\s)co\s+hieu\s+luc(?:\s+thi\s+hanh)?|in\s+force)"
    r"(?![a-z])(?!\s+(?:(?:hay\s+)?(?:khong|chua)|den|toi|tu|trong|bao|may|nhu|ra|ky|\d))",
    " con hieu luc",
    " hien dang con hieu luc thi hanh",
    " dang co hieu luc",
    " still in force",
    not_in=(" con hieu luc khong", " con hieu luc hay khong", " co hieu luc tu 2018", " con hieu luc den khi nao"),
)
BODY = define(
    rf"^[\s,(]*(?P<link>(?:cua|do|tu|by|of|from|issued\s+by)\s+)?(?:the\s+)?(?P<body>{_alternatives(FOLDED_BODIES)})(?![a-z0-9])",
    " cua bo chinh tri",
    " do ban bi thu",
    "tinh uy",
    " of the politburo",
    not_in=(" cua nhan dan",),
)
BETWEEN = define(
    rf"^[\s,(]*(?:trong\s+)?(?:(?:khoang|giai\s+doan)\s+)?(?P<w>tu|from|between)\s+(?:nam\s+)?(?P<first>(?:19|20)\d\d)\s*(?:den|toi|to|and|-)\s*(?:het\s+)?(?:nam\s+)?(?P<last>{_YEAR})",
    " tu 2015 den 2018",
    " tu nam 2015 den het nam 2018",
    "between 2015 and 2018",
    not_in=(" tu 2015",),
)
BOUND = define(
    rf"^[\s,(]*(?P<w>truoc|before|prior\s+to|until|den\s+het|den|tinh\s+den|sau|after|ke\s+tu|tu|since|from)\s+(?:het\s+)?(?:(?:nam|ngay|thang)\s+)?{_POINT}"
    r"(?:\s+(?:tro\s+lai\s+day|tro\s+di|tro\s+ve\s+sau|tro\s+ve\s+truoc|den\s+nay|onwards?))?",
    " truoc 2020",
    " sau nam 2017",
    "truoc ngay 01/7/2020",
    " tu 2015 den nay",
    not_in=(" nam 2018", " truoc khi"),
)
MONTH = define(
    rf"^[\s,(]*(?:(?:trong|vao|in|of|from|dated)\s+)?(?:thang\s+(?P<month>\d{{1,2}})\s*(?:/|-|\s+nam\s+|\s)"
    rf"|(?P<name>{MONTH_NAME})\s*(?:,|of\s)?)\s*(?P<year>(?:19|20)\d\d)(?!\d)",
    " thang 1/2018",
    " trong thang 01 nam 2018",
    " in january 2018",
    "jan. 2018",
    not_in=(" thang 5",),
)
ON_DAY = define(
    rf"^[\s,(]*(?:(?:vao|on|of|dated)\s+)?(?:ngay\s+)?(?:{DAY})(?!\d)",
    " ngay 26/01/2018",
    " ngay 26 thang 1 nam 2018",
    " on 26 january 2018",
    "july 6, 2022",
    not_in=(" ngay nao",),
)
IN_YEAR = define(
    rf"^[\s,(]*(?:(?:trong|vao|in)\s+)?(?P<w>nam\s+)?(?P<year>{_YEAR})\)?",
    " nam 2018",
    " trong nam 2018",
    " in 2018",
    " 2018",
    not_in=(" nam nay", " 2018-2020"),
)
# "hoàn thành trước năm 2020": a term set for work, not the day of a document.
WORK_DONE = define(
    r"(?<![a-z])(?:hoan\s+thanh|xong|phan\s+dau|so\s+voi|muc\s+tieu|chi\s+tieu|completed?|finish(?:ed)?)(?:\s+\S+){0,3}\s*$",
    "phai hoan thanh ",
    "dat chi tieu ",
    not_in=("quan ly cot can ",),
)
# After documents and their conditions the sentence ends, or says what they are about; else it asks for something else.
CHAIN_ENDS = define(
    r"^\s*(?:$|[?.!;,]|(?:ve|nao|gom|lien\s+quan|noi\s+ve|quy\s+dinh|con\s+hieu\s+luc|co\s+noi\s+dung|la\s+gi|about|on)(?![a-z]))",
    "",
    " ve can bo",
    "?",
    not_in=(" duoc thuc hien the nao",),
)
# What may stand before documents that a whole sentence asks for: "cho tôi biết trong thư viện có những …".
ASKING_FOR = define(
    r"^[\s,.:]*(?:(?:xin|hay|cho|toi|minh|em|anh|chi|biet|hoi|can|muon|trong|o|thu\s+vien|kho|may|hien|dang|nay|co|luu"
    r"|giu|ra|la|which|what|are|there|any|do|does|we|you|have|please|library|in|the|me|give)(?:[\s,.:]+|$))*$",
    "cho toi biet trong thu vien hien co ",
    "which ",
    "",
    not_in=("phai quan triet ",),
)
# What they are to be about: "… nói về kiểm tra, giám sát".
ABOUT = define(
    r"^\s*,?\s*(?:nao\s+)?(?:co\s+)?(?:noi\s+(?:ve|den|toi)|quy\s+dinh\s+(?:ve|viec)|huong\s+dan\s+(?:ve|viec)"
    r"|lien\s+quan(?:\s+(?:den|toi))?|de\s+cap(?:\s+(?:den|toi|ve))?|(?:co\s+)?noi\s+dung(?:\s+(?:ve|la))?|ve"
    r"|(?:that\s+)?(?:mention(?:s|ing)?|about|on|concerning|regarding|related\s+to))\s+(?P<topic>\S.*)$",
    " noi ve kiem tra, giam sat?",
    " ve dan van",
    ", lien quan den can bo",
    " about inspection",
    not_in=(" duoc thuc hien the nao", " ve"),
)
# A question of what stands in them, not of which they are: "… nói gì", "… là bao nhiêu".
ASKS_INSIDE = define(
    r"(?<![a-z])(?:gi|the\s+nao|ra\s+sao|bao\s+nhieu|bao\s+lau|bao\s+gio|khi\s+nao|tai\s+sao|vi\s+sao|ai|o\s+dau"
    r"|what|how|when|who|why|where)(?![a-z])",
    "can bo la gi",
    "xu ly the nao",
    not_in=("giam sat", "phan bien xa hoi"),
)
# What may close a sentence that asks for documents and no more.
NO_MORE = define(
    r"^(?:[\s?.!,;]|(?:nao|gi|khong|co|hien|dang|trong|cua|thu\s+vien|kho|nay|o|day|vay|a|nhe|voi|do|duoc|ban\s+hanh|cong\s+bo"
    r"|luu|giu|(?P<newest>(?:moi|gan\s+day)(?:\s+nhat)?)|in|the|library|held|issued|latest)(?![a-z]))*$",
    " nao?",
    " trong thu vien",
    " moi nhat",
    "",
    not_in=(" ve can bo", " con hieu luc"),
)
