"""The expressions that find a question of which documents one cites, or which cite it, in its reading without marks.

Such a question is read piece by piece: a named document is ``@``, "văn bản này" is ``#``, each pattern below one
letter, and the row of letters says what is asked: see :mod:`index.naming.relations`.
"""

from __future__ import annotations

from index.naming.condition_patterns import CLEAR_TYPES, FOLDED_KINDS
from ingest.patterns.pattern import define

_LISTED = {*CLEAR_TYPES.values(), "Quyết định", "Quy định", "Kết luận", "Hướng dẫn", "Luật", "Bộ luật"}
"""Types that documents are asked for by; a plan, a programme, a report are too often work and not a paper."""
_TYPES = "|".join(
    sorted((folded for folded, (_, kind) in FOLDED_KINDS.items() if kind in _LISTED), key=len, reverse=True)
).replace(" ", r"\s+")
SHORT_TYPES = {
    "nq": "Nghị quyết",
    "qd": "Quyết định",
    "ct": "Chỉ thị",
    "kl": "Kết luận",
    "hd": "Hướng dẫn",
    "nd": "Nghị định",
}
"""Abbreviations by which documents are asked for: "NQ nào"."""
_NOUN = rf"(?:van\s+ban|vb|tai\s+lieu|van\s+kien|documents?|(?P<type>{_TYPES}|{'|'.join(SHORT_TYPES)})s?)(?:\s+khac)?"
_MANY = r"(?:(?:tat\s+ca|toan\s+bo|nhung|cac|bao\s+nhieu|all|other|the)\s+)*"

CITES = define(
    r"(?:(?:vien\s+dan|trich\s+dan|dan\s+chieu|tham\s+chieu)(?:\s+(?:den|toi))?"
    r"|cit(?:es?|ed|ing)|refer(?:s|red|ring|ences?|enced)?(?:\s+to)?)(?![a-z])",
    "vien dan den",
    "cites",
    "refers to",
    not_in=("noi", "huong dan"),
)
SPEAKS_OF = define(
    r"(?:(?:co\s+)?(?:nhac(?!\s+nho)|neu\s+ten|de\s+cap|noi|dan)(?:\s+(?:den|toi))?|neu|mention(?:s|ed|ing)?)(?![a-z])",
    "nhac den",
    "noi toi",
    "mentioned",
    not_in=("nhac nho", "con duong"),
)
RESTS_ON = define(
    r"(?:(?:lay\s+)?can\s+cu(?:\s+(?:vao|theo|tren))?|dua\s+(?:vao|tren|theo)|based\s+(?:up)?on|rests?\s+(?:up)?on)(?![a-z])",
    "can cu vao",
    "based on",
    not_in=("can cux",),
)
REPLACES = define(
    r"(?:thay(?:\s+the)?(?:\s+cho)?|replac(?:es?|ed|ing)|supersed(?:es?|ed|ing))(?![a-z])",
    "thay the cho",
    "replaced",
    not_in=("thayx",),
)
REPEALS = define(
    r"(?:bai\s+bo|huy\s+bo|repeal(?:s|ed|ing)?|annul(?:s|led)?)(?![a-z])", "bai bo", "repealed", not_in=("bo sung",)
)
AMENDS = define(
    r"(?:sua(?:\s+doi)?(?:\s*,?\s*(?:va\s+)?bo\s+sung)?|bo\s+sung|amend(?:s|ed|ing)?|supplement(?:s|ed|ing)?)(?![a-z])",
    "sua doi, bo sung",
    "sua",
    "amends",
    not_in=("bai bo",),
)
# All that is said beside a named document: what it amends, which its own articles answer.
WHAT_IT_AMENDS = define(
    rf"^\W*(?:da\s+)?{AMENDS.regex.pattern}\s+(?:nhung\s+|cac\s+)?(?:(?:noi\s+dung|dieu|khoan|diem|quy\s+dinh)\s+)?(?:gi|nao)\W*$",
    " sua doi nhung gi?",
    "da sua doi, bo sung noi dung nao",
    not_in=("sua doi van ban nao", "sua doi ai", "sua doi gi ve dat dai"),
)
GUIDES = define(
    r"(?:huong\s+dan(?:\s+(?:thuc\s+hien|thi\s+hanh))?|guid(?:es?|ed|ing))(?![a-z])",
    "huong dan thuc hien",
    not_in=("vien dan",),
)
CARRIES_OUT = define(
    r"(?:(?:trien\s+khai\s+)?(?:thuc\s+hien|thi\s+hanh)|trien\s+khai|cu\s+the\s+hoa|implement(?:s|ed|ing)?)(?![a-z])",
    "trien khai thuc hien",
    "implements",
    not_in=("huong dan",),
)
REVIEWS = define(
    r"(?:so|tong)\s+ket(?:\s+(?:viec\s+)?thuc\s+hien)?(?![a-z])", "tong ket viec thuc hien", not_in=("ket luan",)
)
CONTINUES = define(
    r"tiep\s+(?:tuc|noi)(?:\s+(?:viec\s+)?thuc\s+hien)?(?![a-z])", "tiep tuc thuc hien", not_in=("truc tiep",)
)
# Documents that are asked for: "những văn bản nào", "which documents"; in English "what" alone, too.
WHICH = define(
    rf"(?:{_MANY}{_NOUN}\s+(?:nao|gi)|(?:which|what)(?:\s+{_NOUN.replace('(?P<type>', '(?P<type_en>')})?)(?![a-z])",
    "nhung van ban nao",
    "cac nghi quyet nao",
    "which documents",
    "what",
    not_in=("van ban nay", "nhiem vu nao"),
)
DOCUMENTS = define(
    rf"{_MANY}{_NOUN}(?![a-z])", "cac van ban", "nhung nghi quyet", "documents", not_in=("nhiem vu", "ke hoach")
)
# Who is asked for where papers answer: "những ai triển khai", "huyện nào thực hiện".
DOERS = define(
    r"(?:(?:nhung\s+)?ai|(?:(?:nhung|cac)\s+)?(?:co\s+quan|don\s+vi|dia\s+phuong|cap\s+uy|huyen\s+uy|dang\s+uy|to\s+chuc(?:\s+dang)?|noi"
    r"|huyen|tinh|xa|chi\s+bo)\s+nao|who)(?![a-z])",
    "nhung ai",
    "cac huyen uy nao",
    "don vi nao",
    not_in=("noi dung nao", "ban nao"),
)
# Which of its own provisions were changed is asked for.
WHICH_CLAUSES = define(
    r"(?:(?:o|tai)\s+)?(?:nhung\s+|cac\s+)?(?:dieu(?:\s*,?\s*khoan)?|khoan|diem|muc|cho|noi\s+dung|phan|chuong)(?:\s+nao|\s+gi)(?![a-z])",
    "o nhung dieu nao",
    "dieu, khoan nao",
    "noi dung gi",
    not_in=("dieu 5", "dieu kien nao"),
)
ASKS_DAY = define(
    r"(?:(?:tu|vao|ke\s+tu)\s+)?(?:(?:ngay|khi|luc|nam|thang|thoi\s+diem|hoi)\s+(?:thang\s+nam\s+)?nao|bao\s+gio|when)(?![a-z])",
    "tu ngay nao",
    "khi nao",
    "bao gio",
    not_in=("ngay 5", "nam 2019"),
)
# What closes a question to be answered by yes or no.
YES_OR_NO = define(
    r"(?:(?:hay|da)\s+)?(?:chua|khong|ko|hong|hok|k)(?![a-z])(?=[\s?.!,]*(?:(?:vay|a|nhi|nhe|ha|the|voi|nua|dong\s+chi|anh|chi)[\s?.!,]*)*$)",
    "chua?",
    "hay chua",
    "ko a",
    not_in=("khong co", "chua co van ban nao"),
)
# The words of a title behind its sign: "NQ 18 về đất đai có văn bản nào viện dẫn".
TITLE_BEHIND = define(
    r"[\s,]*ve\s+(?:viec\s+)?(?P<words>[a-z][a-z0-9 ,-]*?)(?=\s+(?:da|co|duoc|bi|hien|con|het|van\s+ban|vb"
    r"|nhung|cac|vien|trich|tham|nhac|de\s+cap|can\s+cu|dua|thay|bai|huy|sua|trien|thuc\s+hien|huong\s+dan)(?![a-z]))",
    " ve dat dai co van ban nao vien dan",
    " ve to chuc bo may da bi thay the chua",
    not_in=(" ve dat dai", " noi ve dat dai"),
)
ANYTHING = define(r"(?:(?:nhung\s+)?gi|dau)(?![a-z])", "nhung gi", "dau", not_in=("giam",))
DONE_BY = define(r"(?:duoc|bi|is|are|was|were)(?![a-z])", "duoc", "was", not_in=("ban",))
BY_WHOM = define(r"(?:boi|by)(?![a-z])", "boi", "by", not_in=("bang",))
BY = define(r"(?:bang|trong|o|tai|theo|qua|in)(?![a-z])", "bang", "trong", "in", not_in=("bon",))
OF = define(r"(?:cua|of|for)(?![a-z])", "cua", not_in=("boi",))
# Words between that change nothing: time, number, politeness.
BETWEEN = define(
    r"(?<![a-z])(?:da|dang|se|hien|con|co|ma|do|la|gom|bao\s+gom|ban\s+hanh(?:\s+(?:de|nham))?|does|do|did|has|have|been|that|khong|vay|the|a|nhe|voi"
    r"|hien\s+nay|trong\s+thu\s+vien|thu\s+vien|xin|hay|vui\s+long|cho|toi|minh|em|biet|hoi|xem|muon|can(?!\s+cu)|liet\s+ke|ke\s+ten"
    r"|ke\s+ra|dong\s+chi|d\s*/?\s*c|anh|chi(?!\s+(?:thi|bo|uy))|giup|bay\s+gio|hom\s+nay|den\s+nay|lam\s+on|tim|chi\s+ra|danh\s+sach|danh\s+muc|please|list|show|tell|give|me|du\s+the|ra|len)(?![a-z])",
    "da",
    "cho",
    "liet ke",
    "d/c",
    not_in=("chua", "can cu", "quy dinh", "chi thi"),
)
THIS = define(
    rf"(?:(?:van\s+ban|tai\s+lieu|van\s+kien|thong\s+bao|bao\s+cao|ke\s+hoach|chuong\s+trinh|de\s+an|{_TYPES})\s+(?:nay|dang\s+(?:mo|doc|xem))|this\s+[a-z]+)(?![a-z])",
    "van ban nay",
    "thong bao nay",
    "this document",
    not_in=("van ban nao",),
)
# A text that a document encloses has no sign of its own: "quy chế … do văn bản nào ban hành", and the other way round.
_ENCLOSED = r"(?P<type>quy\s+che|quy\s+dinh|quy\s+trinh|noi\s+quy|chuong\s+trinh)"
_WHICH_ONE = rf"(?:van\s+ban|tai\s+lieu|van\s+kien|{_TYPES})\s+(?:nao|gi|(?:co\s+)?so\s+(?:nao|may|bao\s+nhieu))"
_ISSUED = r"(?:da\s+)?ban\s+hanh(?:\s+(?:kem\s+theo|ra))?"
ISSUED_BY_WHICH = define(
    rf"^\W*(?:(?:cho\s+(?:toi\s+)?(?:biet|hoi)|xin\s+hoi|hoi)\s+)?(?P<text>{_ENCLOSED}\s+[a-z].*?),?\s+"
    rf"(?:(?:la\s+)?(?:do|duoc)\s+{_WHICH_ONE}\s+{_ISSUED}"
    rf"|(?:(?:da\s+)?(?:duoc\s+)?ban\s+hanh\s+(?:kem\s+theo|theo|boi|bang|tai|trong|o)|(?:di\s+)?kem\s+theo)\s+{_WHICH_ONE})"
    r"[\s?.!]*$",
    "quy che giam sat va phan bien xa hoi do van ban nao ban hanh?",
    "quy che lam viec duoc ban hanh kem theo quyet dinh so may",
    "quy che lam viec duoc quyet dinh nao ban hanh",
    not_in=(
        "quy che nay ban hanh nam nao",
        "van ban nao quy dinh ve ban hanh quy che",
        "quy che do van ban nao ban hanh",
    ),
)
WHICH_ISSUED = define(
    rf"^\W*(?:(?:cho\s+(?:toi\s+)?(?:biet|hoi)|xin\s+hoi|hoi)\s+)?{_WHICH_ONE}\s+(?:{_ISSUED}|(?:co\s+)?kem\s+theo)\s+"
    rf"(?:ban\s+)?(?P<text>{_ENCLOSED}\s+[a-z].*?)[\s?.!]*$",
    "van ban nao ban hanh quy che giam sat va phan bien xa hoi?",
    "quyet dinh so may ban hanh kem theo quy dinh gop y xay dung dang",
    not_in=("van ban nao ban hanh nam 2018", "van ban nao quy dinh ve quy che", "quyet dinh nao ban hanh quy che?"),
)
_HERE = r"(?:(?:trong|o|hien|nay|van|con|dang|bi|lai|thi|ma|nhung|va|cua|thu\s+vien|kho)\s+)*"
_PAPERS = rf"{_MANY}(?:van\s+ban|vb|tai\s+lieu|van\s+kien)(?:\s+(?:nao|gi))?"
# What is cited and not held is asked for, whatever cites it.
WHAT_IS_MISSING = define(
    r"^\W*(?:(?:cho|toi|minh|em|biet|hoi|xin|dong\s+chi|d/c|hay|liet\s+ke|ke\s+ten|danh\s+sach|danh\s+muc|xem|co)\s+)*(?:"
    rf"{_PAPERS}\s+(?:(?:da|duoc|bi)\s+)*(?:vien\s+dan|trich\s+dan|dan(?:\s+chieu)?|nhac|tham\s+chieu)(?:\s+(?:den|toi))?,?"
    rf"\s+{_HERE}(?:thieu|(?:chua|khong)\s+(?:co|luu|giu))|{_HERE}thieu\s+{_PAPERS}|{_PAPERS}\s+{_HERE}(?:thieu|chua\s+co))"
    r"(?:\s+(?:trong|o|thu\s+vien|kho|nguyen\s+van|ban|day\s+du|khong|vay|a|nhe|nhi))*[\s?.!]*$",
    "van ban nao duoc dan ma thu vien chua co",
    "thu vien con thieu nhung van ban nao?",
    "danh sach van ban con thieu",
    "nhung van ban duoc vien dan nhung chua co trong thu vien",
    not_in=("van ban nao chua co hieu luc", "ho so con thieu van ban thi xu ly the nao", "van ban nao thieu chu ky"),
)
_NO_TITLE = r"nao|gi|nay|ma|duoc|bi|vien|trich|can|thay|huong|sua"
_VERB_NEXT = (
    r"da|co|duoc|bi|is|was|vien|trich|dan|tham|nhac|neu|de\s+cap|noi|can\s+cu|dua|thay|bai|huy|sua|bo\s+sung"
    r"|huong|trien"
)
# A law goes by its title, which no sign gives away.
TITLED = define(
    rf"(?:bo\s+luat|luat|phap\s+lenh|dieu\s+le)\s+(?!(?:{_NO_TITLE})(?![a-z]))[a-z][a-z0-9 ,-]*?"
    rf"(?=\s+(?:{_VERB_NEXT})(?![a-z])|[\s?.!]*$)",
    "luat dat dai can cu van ban nao",
    "luat du lich",
    not_in=("luat nao", "luat vien dan nghi quyet 18"),
)
