"""The expressions that tell a question that goes on from the one before, in its reading without marks."""

from __future__ import annotations

from index.naming.target_patterns import FOLDED_TYPES
from ingest.patterns.pattern import define

_MANNER = r"(?:(?<!ban )sao|the\s+nao|nhu\s+the\s+nao|ra\s+sao)"  # "bản sao" is a copy
_HOW = rf"(?:(?:thi\s+)?{_MANNER}|(?:co\s+)?(?:noi|quy\s+dinh|neu)\s+(?:gi|the\s+nao|ra\s+sao))"
_SAID_LAST = r"\s+(?:vay|ha|nhi|a|day)"
_END = rf"(?:{_SAID_LAST})?\W*$"
_OPENING = r"^\W*(?:(?:va|the|vay|roi|nhung|ok|uh|and|so|then)[\s,]+)*"
_TYPES = "|".join(sorted(FOLDED_TYPES, key=len, reverse=True)).replace(" ", r"\s+")
_NOT_MORE = (
    r"(?!(?:bao\s+nhieu|may|lai|gi|hieu\s+luc|nua|thieu|ton|ai|khong|nhieu)(?![a-z])|(?:(?!\sco\s).)+\skhong\W*$)"
)

REST = define(
    rf"{_OPENING}(?P<con>con)\s+(?P<new>{_NOT_MORE}.+?)(?:(?P<how>[\s,]+{_HOW}{_END})|(?P<last>{_SAID_LAST})?\W*$)",
    "con ve can bo thi sao?",
    "the con cap huyen?",
    "con quy dinh 217 noi gi?",
    not_in=("con hieu luc khong?", "con bao nhieu bien che?", "can bo la gi", "con tham nhung vat khong?"),
)
"""More of the same: "còn về cán bộ thì sao?"."""
CHILD = define(
    r"^\W*con\s+(?:nguoi|duong|so|dau|cai|em|chau|nuoi|ruot|trai|gai|thuong\s+binh|liet\s+si|thu)(?![a-z])",
    "con duong di len chu nghia xa hoi",
    not_in=("con cap huyen", "con thuong vu"),
)
"""Without marks, "con" that is hardly "còn"."""
HOW_OF = define(
    r"^\W*(?P<opening>(?:(?:va|the(?!\s+(?:che|gioi|he|luc|manh|tran)\s)|vay|roi|nhung|ok|uh)[\s,]+)*)"
    rf"(?P<new>(?!neu\s|gia\s+su\s|khi\s+nao\s)\S.*?)[\s,]+thi\s+{_MANNER}{_END}",
    "the cap xa thi sao",
    "can bo thi sao?",
    not_in=("cong tac can bo the nao", "neu khong dong dang phi thi sao?"),
)
OPENINGS = {"va": "và", "the": "thế", "vay": "vậy", "roi": "rồi", "nhung": "nhưng", "ok": "ok", "uh": "uh"}
"""Words that a question goes on with, by their letters."""
SAID_LAST = frozenset({"vậy", "hả", "nhỉ", "ạ", "đấy", "đây"})
"""Words that end a question and mean nothing in it; others of the same letters do: "điểm a", "giảng dạy"."""
WHAT_ABOUT = define(
    r"^\W*(?:(?:and|so|then|ok)[\s,]+)*(?:what|how)\s+about\s+(?P<new>.+?)\W*$",
    "what about cadres?",
    "and how about 217?",
    not_in=("what is it about",),
)
_GOES_ON = (
    r"(?=\W*$|,|\s+(?:duoc|bi|co(?!\s+(?:quan|so)(?![a-z]))|con|thay\s+the|quy\s+dinh|noi|ra\s+(?:doi|ngay)|ban\s+hanh|het"
    r"|da|gom|la|khi|ngay|vien\s+dan|ap\s+dung|sua|bai\s+bo)(?![a-z]))"
)
POINTS_BACK = define(
    rf"(?<![a-z])(?:(?!(?<=ky )luat)(?:{_TYPES}|van\s+ban|tai\s+lieu|document)\s+(?:(?P<that>do)|ay|vua\s+roi"
    rf"|noi\s+tren|kia|tren(?={_GOES_ON}|\s+(?:do\s+)?ai(?![a-z])))|that\s+document"
    r"|(?P<it>no)(?=\s+(?:do|duoc|bi|co|con|thay|quy|noi|ra|ban|can|vien|dan|ap|gom|la)\b))(?![a-z])",
    "ai ky quy dinh do?",
    "no thay the van ban nao",
    "van ban tren con hieu luc khong",
    not_in=("noi dung", "khong no", "quy dinh doi voi", "ke hoach tren dia ban tinh", "ky luat tren mot nam"),
)
"""The document spoken of: "quy định đó", "nó"."""
ENDS_THERE = define(
    rf"(?<=do){_GOES_ON}", "quy dinh do?", "van ban do con hieu luc khong", not_in=("van ban do Ban Bi thu ban hanh",)
)
"""After "do" that is "đó" without its marks; else it says by whom: "văn bản do Ban Bí thư ban hành"."""
_NOTHING_OF_ITS_OWN = (
    rf"(?:[\s,]+(?:the|doi|bo|sung|va|hoac|{_TYPES}|van\s+ban|tai\s+lieu|phap\s+ly|nhung|cac|mot\s+so|dieu|khoan|muc|nao"
    r"|gi|ai|chua|khong|khi|ngay|luc|nam|thang|tu|den|bang|boi|cho|vao|o|dau|la|hay|roi|da|co|con|duoc|bi|hien\s+nay"
    r"|bay\s+gio|nua|khac|vay|a|ha|nhi|day|thi\s+hanh|ban\s+hanh|it|this|that|document|yet|still|now|and|when))*\W*$"
)
OF_THE_DOCUMENT = define(
    r"^\W*(?:(?:the|vay|va|and)[\s,]+)*(?:(?:do\s+)?ai\s+(?:da\s+)?ky|(?:duoc\s+)?(?:ky|ban\s+hanh)\s+(?:ngay|khi|nam|luc)"
    r"|(?:co\s+)?con\s+hieu\s+luc|het\s+hieu\s+luc|(?:da\s+)?(?:bi|duoc)\s+(?:thay|sua|bai|huy|bo\s+sung)|thay\s+the"
    r"|(?:duoc\s+)?(?:vien\s+dan|can\s+cu)|(?:co\s+)?hieu\s+luc\s+(?:tu|ngay|khi)|who\s+signed|is\s+it\s+(?:still\s+)?in\s+force)"
    rf"{_NOTHING_OF_ITS_OWN}",
    "ai ky?",
    "con hieu luc khong?",
    "bi thay the chua?",
    "ban hanh ngay nao",
    "can cu van ban nao?",
    not_in=("quy dinh 102 con hieu luc khong", "cong tac can bo", "can cu xu ly ky luat dang vien?"),
)
"""Asks of a document and names none."""
MORE = define(
    r"^\W*(?:(?:cu\s+the|chi\s+tiet|ro|noi\s+ro|noi\s+them|ke\s+them|them)\s*(?:hon|nua|chi\s+tiet|vi\s+du)?(?:\s+(?:di|nhe|xem|duoc\s+khong))?"
    r"|(?:vi|tai)\s+sao|o\s+(?:dau|dieu\s+nao|muc\s+nao|trang\s+nao)|(?:vao\s+)?(?:ngay|khi|nam|luc)\s+nao|bao\s+nhieu(?:\s+\w+){0,2}"
    r"|ai\s+(?:lam|chiu\s+trach\s+nhiem|thuc\s+hien|chu\s+tri)|why|where|when|how\s+many|more)\W*$",
    "cu the hon?",
    "vi sao?",
    "o muc nao?",
    "bao nhieu nguoi?",
    not_in=("vi sao phai tinh gian bien che?", "chi tiet thi hanh luat"),
)
"""Asks on, and names no matter of its own."""
LEADING = {
    "ve": "về",
    "doi voi": "đối với",
    "cua": "của",
    "trong": "trong",
    "cho": "cho",
    "o": "ở",
    "tai": "tại",
    "voi": "với",
    "theo": "theo",
}
"""Words that lead to what is asked about, by their letters; the first met is what the next question takes up."""
LEADS = define(
    rf"(?<![a-z])(?P<word>{'|'.join(LEADING).replace(' ', '[ ]+')})\s+(?=\S)",
    "noi gi ve can bo",
    "doi voi dang vien",
    not_in=("can bo", "cuaso lon"),
)
ASKS_AT_END = define(
    r"(?:\s+(?:thi\s+)?(?:la\s+gi|nhu\s+the\s+nao|the\s+nao|ra\s+sao|gom\s+(?:nhung\s+)?gi|co\s+gi|bao\s+nhieu(?:\s+\w+)?|gi|nao|khong))?\s*[?.!\s]*$",
    "nhiem vu cua chi bo la gi?",
    "kiem tra, giam sat",
)
