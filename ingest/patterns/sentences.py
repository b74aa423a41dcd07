"""Lines and sentences: where they end, what continues them, what is drawn and not written."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define

# Residue of italics: portals write the title of a document in quotation marks and asterisks.
STARRED_QUOTATION = define(
    r"(?P<open>[“\"«])\*(?P<inside>[^*“”\"«»\n]+)\*(?=[”\"»])",
    "“*Một số vấn đề*”",
    '"*Năm Dân vận*"',
    not_in=("*nghiêng*", '"**đậm**"', "2 * 3"),
)
# A line that ends a thought: nothing after it continues it.
FINISHED_LINE = define(r"[.:;!?…][”\"»)\]]*$", "hết.", "như sau:", "nghiêm túc./.", "(xong.)", not_in=("các đoàn",))
# A continuation: it begins in lower case and is no list item. Old fonts have no capital Ủ: "ủY BAN NHÂN DÂN".
CONTINUATION = define(
    rf"^(?![{LOWER}](?:[).]|\s?[-–/])(?:\s|$)|[ivx]{{1,5}}[./]\s|o\s+[{UPPER}]|[{LOWER}][{UPPER}])[{LOWER}]",
    "thể, hội quần chúng",
    "và nhân dân",
    "a/b",
    not_in=(
        "c - Đăng ký",
        "đ/ Miễn thuế",
        "ii/ nội dung",
        "o Một ý",
        "a) một điểm",
        "đ) một điểm",
        "Mặt trận",
        "- gạch",
        "1. số",
        "ủY BAN NHÂN DÂN",
    ),
)
# The country's name and motto end a line of a letterhead: what stands below does not go on from them.
MASTHEAD_END = define(
    r"(?:(?:^|\t|\s{3}|\|)\s*(?:cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản) việt nam"
    r"|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc)\W*$",
    "Cộng hòa xã hội chủ nghĩa việt nam",
    "ủy ban nhân dân      Cộng hòa xã hội chủ nghĩa việt nam",
    "việt nam Độc lập - Tự do - Hạnh phúc",
    "đảng bộ huyện nghĩa đàn\tđảng cộng sản việt nam",
    not_in=(
        "Điều lệ Đảng Cộng sản Việt Nam",
        "của nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992",
    ),
    flags=re.IGNORECASE,
)
# A typist spaces out the letters of a heading.
SPACED_LETTERS = define(
    rf"^(?:[{UPPER}]\s+){{3,}}[{UPPER}]\s*:?$",
    "Q U Y Ế T Đ Ị N H",
    "N G H Ị  Q U Y Ế T :",
    not_in=("A B C", "QUYẾT ĐỊNH"),
)
# A sentence or a clause ends inside a line: no title and no heading does that.
INNER_END = define(
    rf"(?:[{LOWER})”]|\d{{4}})[.!?]\s+(?=[{UPPER}“])|;\s",
    "Xong. Giao Ban",
    "vi phạm; tiếp",
    not_in=("TP. Hồ Chí Minh", "1. Một"),
)
# A rule drawn with signs under a heading, or the star of a letterhead.
DRAWN_RULE = define(
    r"^[-–—_*=.:~|+\s]+(?:[oO0]{1,3}[-–—_*=.:~|+\s]+)?$",
    "-----",
    "*",
    "___",
    "-:-",
    "- 0 -",
    "-----o0o-----",
    not_in=("- a", "x", "0"),
)

# A sentence ends at its mark, a clause of a long enumeration at its semicolon.
SENTENCE_END = define(
    rf"(?:(?<![.!?…])[.!?…]++[”\"»)\]]*+(?=\s+[{UPPER}“\"(\-–+*\d])|;)(?=\s)\s*|\n+",
    "tư tưởng. Tiếp tục",
    "vi phạm; tiếp tục",
    not_in=("102-QĐ/TW", "v.v. và"),
)
# A period behind a number, a single letter that is no word ("ý" is one) or a known shortening ends nothing.
NO_SENTENCE_END = define(
    rf"(?:^|[\s(])(?:\d{{1,3}}(?:\.\d+)*|[IVX]{{1,5}}|[{UPPER}a-zđ]|TP|Tp|tr|TS|ThS|PGS|GS|Đ/c|đ/c)\.$",
    "5.",
    "II.",
    "ở TP.",
    not_in=("vi phạm.", "góp ý."),
)
