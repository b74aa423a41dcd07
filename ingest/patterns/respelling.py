"""The regular expressions for what was typed small or without marks, named, each with an example and a reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ingest.citing.law_names import CHARTERS, CODES, LAWS, ORDINANCES
from ingest.patterns.citations import CITED_TYPES
from ingest.patterns.pattern import define
from ingest.spelling import fold

_KINDS = "qđi|qdi|qyđ|qđ|qd|nq|ctr|ct|kl|qc|hd|tb|tc|bc|kh|đa|da|pa|ttr|tt|cv|nđ|nd|pl"
_BODIES = (
    r"t[wưu]|[hđd]u|cp|ttg|bct|bbt|ubnd|h[đd]nd|ubtvqh\d*|mttq|(?:b|ub|vp)[a-zđ]{1,5}t[wưu]"
    r"|b(?:nv|tc|tp|ca|qp|yt|gdđt|xd|gtvt|khcn)"
)
# "102-qđ/tw", "34/2016/nđ-cp", "29-Nq/Tw": a sign by its kind and its body, whatever the case.
SIGN_IN_ANY_CASE = define(
    rf"(?<![\w/.-])\d{{1,5}}(?:/(?:19|20)\d\d)?(?:\s?[-–/]\s?|\s)(?:{_KINDS})\s?[-–/]\s?(?:{_BODIES})(?![\w])",
    "102-qđ/tw",
    "34/2016/nđ-cp",
    "217 qd/tw",
    not_in=("26/01/2018", "15-ct", "5 kh/ha", "vanban/102-qd/tw"),
    flags=re.IGNORECASE,
)
# "qd 69", "Qđ số 217": nothing else is written so before a number.
CODE_IN_ANY_CASE = define(
    r"(?<![\w/-])(?:qd|qđ|nq)(?=(?:\s*số)?\s*:?\s*\d{2,4}(?!\w))",
    "qd 69",
    "Qđ số 217",
    "nq18",
    not_in=("qd-ubnd", "qđ 5", "QĐND 22"),
    flags=re.IGNORECASE,
)
_UNMARKED = {fold(one): one.lower() for one in CITED_TYPES if not one.startswith("Qui ")}
_LAWS = {
    **{fold(f"luật {name}"): f"Luật {name}" for name in LAWS},
    **{fold(f"bộ luật {name}"): f"Bộ luật {name}" for name in CODES},
    **{fold(f"pháp lệnh {name}"): f"Pháp lệnh {name}" for name in ORDINANCES},
    **{fold(f"điều lệ {name}"): f"Điều lệ {name}" for name in CHARTERS},
    "hien phap": "Hiến pháp",
}
# Words that stand around a mention and nearly always mean so, even without their marks.
_AROUND = (
    *("trung ương", "bộ chính trị", "ban bí thư", "ban chấp hành", "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy"),
    *("ban thường vụ", "hội nghị", "đại hội", "đại biểu", "toàn quốc", "lần thứ", "đảng bộ", "chính phủ", "quốc hội"),
    *("nêu trên", "nói trên", "kèm theo", "ban hành", "của", "và", "các"),
)
# Laws bear their capital even where it was typed small: "luật" alone is a word like others.
UNMARKED_WORDS: dict[str, str] = {**{fold(one): one for one in _AROUND}, **_UNMARKED, **_LAWS}


def _spell(names: Iterable[str]) -> str:
    """Any of *names*, longest first, under their first words: few are tried at each word of a text."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first, _, rest = name.partition(" ")
        groups[first].append(f" {rest}" if rest else "")
    return "|".join(
        f"{first}(?:{'|'.join(re.escape(rest) for rest in sorted(rests, key=len, reverse=True))})"
        for first, rests in groups.items()
    )


UNMARKED_WORD = define(
    rf"(?<!\w)(?:{_spell(UNMARKED_WORDS)})(?!\w)",
    "quyet dinh",
    "luat phong, chong tham nhung",
    "dieu le dang",
    not_in=("quyết định", "quy trinh"),
    flags=re.IGNORECASE,
)
UNMARKED_NUMBERS: dict[str, str] = {
    **{"so": "số", "ngay": "ngày", "thang": "tháng", "nam": "năm", "khoa": "khóa"},
    **{"phan": "phần", "chuong": "chương", "muc": "mục", "dieu": "điều", "khoan": "khoản", "diem": "điểm"},
}
# These words are counted words only before what they count.
UNMARKED_NUMBER = define(
    r"(?<!\w)(?:(?P<word>so|ngay|thang|nam|phan|chuong|muc|dieu|khoan|diem)(?=\s*:?\s*\d)|(?P<term>khoa)(?=\s+(?:[ivx]+|\d+)(?!\w))"
    r"|(?P<unit>phan|chuong|muc)(?=\s+[ivx]+(?!\w))|(?P<point>diem)(?=\s+[a-z](?!\w))|(?P<this>dieu|khoan|diem)(?=\s+nay(?!\w)))",
    "ngay 04/11/2013",
    "khoan 2",
    "khoa XII",
    not_in=("ngay tai cho", "so sanh", "nam nay"),
    flags=re.IGNORECASE,
)
# Behind the words as restored.
UNMARKED_THIS = define(
    r"(?<!\w)(?:điều|khoản|điểm|quy\s+định|quy\s+chế|quyết\s+định|nghị\s+quyết|chỉ\s+thị|hướng\s+dẫn|thông\s+báo"
    r"|kế\s+hoạch|luật)\s+(?P<word>nay)(?!\w)",
    "quy định nay",
    not_in=("hiện nay", "quy định này"),
    flags=re.IGNORECASE,
)
# Signs typed without their bars: "NQ/DU", "NQ-HDND".
UNBARRED_BODY = define(r"(?<=[-/])(?P<bare>DU|HDND)(?!\w)", "12-NQ/DU", "5/NQ-HDND", not_in=("DU LICH",))
