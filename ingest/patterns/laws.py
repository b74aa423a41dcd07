"""The regular expressions that find laws cited by name, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.citing.law_names import ABBREVIATED, CHARTERS, CODES, LAWS, ORDINANCES
from ingest.patterns.citations import DAY_OF_ISSUE
from ingest.patterns.pattern import LOWER, UPPER, define


def _spell(names: tuple[str, ...]) -> str:
    """Any of *names*, longest first, in any case, with either place of the tone mark and any white space."""
    longest = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
    for new, old in (("hóa", "hoá"), ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("túy", "tuý"), ("Ủy", "Uỷ")):
        words = words.replace(new, f"(?:{new}|{old})")
    return f"(?i:{words})"


_PART_OF_A_NAME = ("đại học", "Đại học", "Khoa", "khoa", "Viện", "ngành", "Trường", "ban", "Báo", "trình", "kỷ", "pháp")
_NOT_INSIDE_A_NAME = r"(?<!\w)" + "".join(rf"(?<!{word} )" for word in _PART_OF_A_NAME)
_CODE = r"(?i:Bộ\s+luật)"
_LAW = rf"(?:Luật|LUẬT|{_CODE})"
# What follows the names that the list has is any word but one that goes on a name.
_NAMED = (
    rf"(?:(?P<code>{_CODE})\s+(?P<code_name>{_spell(CODES)})"
    rf"|(?P<law>Luật|LUẬT)\s+(?P<law_name>{_spell((*LAWS, *ABBREVIATED))})"
    rf"|(?P<ordinance>(?:[Pp]háp\s+lệnh|PHÁP\s+LỆNH))\s+(?P<ordinance_name>{_spell(ORDINANCES)})"
    rf"|(?P<charter>(?:Điều\s+lệ|ĐIỀU\s+LỆ))\s+(?P<charter_name>(?:{'|'.join(CHARTERS).replace(' ', ' +')}))"
    r"|(?P<constitution>Hiến\s+pháp|HIẾN\s+PHÁP)(?P<constitution_name>(?:\s+nước\s+Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa"
    r"\s+Việt\s+Nam)?))(?!\w)"
)
_STOP = (
    r"(?:và|hoặc|của|về|có|là|được|do|thì|quy\s+định|qui\s+định|này|đã|để|nhằm|theo|tại|trong|cho|khi|sau|trước|với|từ|phải"
    r"|không|cũng|đang|sẽ|bị|các|những|số|ngày|năm|như|còn|nếu|mà|ra|đến|hiện|nêu|trên|kèm|ban\s+hành|thông\s+qua|hay|nói"
    r"|mới|cũ|cần|chỉ|gồm|bao|vào|nên|đó|khác|ở|trừ|vẫn|tương)"
)
_BY_RULE = (
    rf"(?P<lead>Bộ\s+luật|Luật|Pháp\s+lệnh)\s+(?P<name>(?!Luật|Pháp|Bộ|Nghị|Hiến|Sửa)[{UPPER}][{LOWER}]+"
    rf"(?:[ \t]+(?!{_STOP}(?!\w))(?:[{LOWER}]+|[{UPPER}][{LOWER}]+)){{1,9}})(?!\w)"
)
# Behind "của" no law's own title stands; to the end of the line, or to a word that goes on with the sentence.
_IN_CAPITALS = (
    rf"(?:(?<=CỦA )|(?<=CỦA\n)|(?<=HÀNH )|(?<=HÀNH\n))(?P<capital_lead>BỘ\s+LUẬT|LUẬT|PHÁP\s+LỆNH)\s+"
    rf"(?P<capital_name>(?!LUẬT|NÀY|SỬA|ĐƯỢC|SƯ|GIA(?!\w))"
    rf"[{UPPER}]+(?:[ \t]+(?!(?i:{_STOP})(?!\w))[{UPPER}]+){{1,9}})(?!\w)"
)
# In capitals a law's own title looks the same, but for what stands before it in its line.
_AMENDING = (
    r"(?P<amending>(?:(?:Luật|Pháp\s+lệnh)\s+(?=[Ss]ửa)|(?<=[^\W\d_][ \t])(?<!BỘ[ \t])(?:LUẬT|PHÁP\s+LỆNH)\s+(?=SỬA))"
    r"(?i:sửa\s+đổi(?:,?\s+bổ\s+sung)?\s+(?:(?:một\s+số\s+)?điều\s+của\s+)?(?:các\s+)?))?"
)
LAW_NAME = define(
    rf"{_NOT_INSIDE_A_NAME}{_AMENDING}(?:{_NAMED}|{_BY_RULE}|{_IN_CAPITALS})",
    "Luật Đất đai 2013",
    "Bộ luật Lao động là",
    "Pháp lệnh xử lý vi phạm hành chính",
    "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư nước ngoài tại Việt Nam",
    "Hiến pháp năm 2013",
    "Điều lệ Đảng",
    "Luật Phát hành công trái xây dựng Tổ quốc",
    "MỘT SỐ ĐIỀU CỦA LUẬT PHÁT HÀNH CÔNG TRÁI",
    not_in=(
        "LUẬT PHÁT HÀNH CÔNG TRÁI",
        "Luật này",
        "Đại học Luật Hà Nội",
        "pháp luật về đất đai",
        "luật sư",
        "Luật được Quốc hội",
        "Điều lệ này",
    ),
)
# Behind a sign of the National Assembly's, whatever its title is and however it begins, stands no other law.
NUMBERED_LAW = define(
    rf"{_NOT_INSIDE_A_NAME}(?P<kind>{_CODE}|Luật|[Pp]háp\s+lệnh)\s+(?P<name>(?![Ss]ố\W|này\W)"
    r"(?:(?!(?:luật|Luật|Bộ|[Pp]háp|Hiến|Nghị|và\s+các)\s)[^\n;:.()\d]){3,120}?)"
    r"\s+số\s*:?\s*(?=\d{1,3}\s?/\s?\d{4}\s?/\s?(?:QH\d|PL\s?-))",
    "Pháp lệnh phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10",
    "Luật thuế TNDN số 03/1997/QH9",
    not_in=("Luật số 03/1997/QH9", "Luật này số 03/1997/QH9", "Luật Đất đai; Luật số 03/1997/QH9"),
)
# What amends is written with a comma or without one, with a capital or without one.
AMENDING_WORDS = define(
    r"(?<=^Luật )sửa\s+đổi,?\s+bổ\s+sung|(?<=^Pháp lệnh )sửa\s+đổi,?\s+bổ\s+sung",
    "Luật Sửa đổi bổ sung một số điều của Luật Đầu tư",
    "Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Cán bộ, công chức",
    not_in=("Luật Đầu tư sửa đổi, bổ sung",),
    flags=re.I,
)
FURTHER_LAW = define(
    rf"\s*(?:,|,?\s*và)\s*(?=(?:{_LAW}|Pháp\s+lệnh)\s)",
    " và Luật Nhà ở",
    ", Luật Điện lực",
    not_in=(" ngày 11/01/2022 của Quốc hội", " và Nghị định số 5"),
)
REVISED = define(r"^\s*\(\s*sửa\s+đổi[^)\n]{0,30}\)", " (sửa đổi)", " (sửa đổi, bổ sung)", not_in=(" (số 5)",))
LAW_YEAR = define(
    r"^\s*,?\s*(?:\(?\s*năm\s+)?(?P<year>19[4-9]\d|20\d\d)(?!\d|[/.-]\d|/)\)?",
    " năm 2013",
    " 2013",
    not_in=(" số 2013", " 2013/QH"),
)
# What stands between the name of a law and its sign.
BEFORE_LAW_SIGN = define(
    r"^\s*,?\s*\(?\s*(?:(?:luật\s+)?số\s*:?\s*)?$", " (số ", " số ", "\nSỐ ", ", ", not_in=(" và số ",), flags=re.I
)
LAW_DAY = define(rf"^\s*,?\s*\(?{DAY_OF_ISSUE}", " ngày 26/11/2003", not_in=(" họp ngày 26/11/2003",))
