"""The expressions that tell a question that goes on from the one before, in its reading without marks."""

from __future__ import annotations

from index.naming.target_patterns import FOLDED_TYPES
from ingest.patterns.pattern import define

_MANNER = r"(?:sao|the\s+nao|nhu\s+the\s+nao|ra\s+sao)"
_HOW = rf"(?:(?:thi\s+)?{_MANNER}|(?:co\s+)?(?:noi|quy\s+dinh|neu)\s+(?:gi|the\s+nao|ra\s+sao))"
_END = r"\s*(?:vay|ha|nhi|a|day)?\W*$"
_OPENING = r"^\W*(?:(?:va|the|vay|roi|nhung|ok|uh|and|so|then)[\s,]+)*"
_TYPES = "|".join(sorted(FOLDED_TYPES, key=len, reverse=True)).replace(" ", r"\s+")

REST = define(
    rf"{_OPENING}(?P<con>con)\s+(?P<new>(?!bao\s+nhieu|may\s|lai\s|gi\b|hieu\s+luc|nua\b|thieu\b|ton\b).+?)(?:[\s,]*{_HOW})?{_END}",
    "con ve can bo thi sao?",
    "the con cap huyen?",
    "con quy dinh 217 noi gi?",
    not_in=("con hieu luc khong?", "con bao nhieu bien che?", "can bo la gi"),
)
"""More of the same: "còn về cán bộ thì sao?"."""
HOW_OF = define(
    rf"{_OPENING}(?P<new>\S.*?)[\s,]+thi\s+{_MANNER}{_END}",
    "the cap xa thi sao",
    "can bo thi sao?",
    not_in=("cong tac can bo the nao",),
)
WHAT_ABOUT = define(
    rf"{_OPENING}(?:what|how)\s+about\s+(?P<new>.+?){_END}",
    "what about cadres?",
    "and how about 217?",
    not_in=("what is it about",),
)
POINTS_BACK = define(
    rf"(?<![a-z])(?:(?:{_TYPES}|van\s+ban|tai\s+lieu|document)\s+(?:do|ay|vua\s+roi|noi\s+tren|tren|kia)|that\s+document"
    r"|no(?=\s+(?:do|duoc|bi|co|con|thay|quy|noi|ra|ban|can|vien|dan|ap|gom|la)\b))(?![a-z])",
    "ai ky quy dinh do?",
    "no thay the van ban nao",
    "van ban tren con hieu luc khong",
    not_in=("noi dung", "khong no", "quy dinh doi voi"),
)
"""The document spoken of: "quy định đó", "nó"."""
OF_THE_DOCUMENT = define(
    r"^\W*(?:(?:the|vay|va|and)[\s,]+)*(?:(?:do\s+)?ai\s+(?:da\s+)?ky|(?:duoc\s+)?(?:ky|ban\s+hanh)\s+(?:ngay|khi|nam|luc)"
    r"|(?:co\s+)?con\s+hieu\s+luc|het\s+hieu\s+luc|(?:da\s+)?(?:bi|duoc)\s+(?:thay|sua|bai|huy|bo\s+sung)|thay\s+the"
    r"|(?:duoc\s+)?(?:vien\s+dan|can\s+cu)|(?:co\s+)?hieu\s+luc\s+(?:tu|ngay|khi)|who\s+signed|is\s+it\s+(?:still\s+)?in\s+force)(?![a-z]).{0,40}$",
    "ai ky?",
    "con hieu luc khong?",
    "bi thay the chua?",
    "ban hanh ngay nao",
    not_in=("quy dinh 102 con hieu luc khong", "cong tac can bo"),
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
