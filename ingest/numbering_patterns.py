"""The regular expressions about the numbering of the body (facts 2.6), named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns import Pattern, define

_ORDINAL = r"[IVXLC]+|\d+|(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+\w+)?)"
PART = define(rf"^phần\s+(?P<n>{_ORDINAL})\b[.:]?\s*", "Phần I", "PHẦN THỨ NHẤT", not_in=("Phần lớn",), flags=re.I)
CHAPTER = define(rf"^chương\s+(?P<n>{_ORDINAL})\b[.:]?\s*", "Chương II", "CHƯƠNG THỨ HAI", "Chương 1.", flags=re.I)
SECTION = define(r"^mục\s+(?P<n>[IVX]+|\d+)\b[.:]?\s*", "Mục 1", "MỤC 2", not_in=("Mục tiêu",), flags=re.I)
SUBSECTION = define(r"^tiểu mục\s+(?P<n>[IVX]+|\d+)\b[.:]?\s*", "Tiểu mục 2", not_in=("Tiểu mục này",), flags=re.I)
LETTERED = define(r"^(?P<n>[A-HĐ])\s*[.\-–)]\s*(?=\S)", "A. TÌNH HÌNH", "B- PHƯƠNG HƯỚNG", not_in=("An ninh",))
ROMAN = define(
    r"^(?P<n>X{0,2}(?:IX|IV|V?I{1,3}|V|X))\s*[.\-–)]\s*[-–]?\s*(?=\S)",
    "I. VỀ ĐÁNH GIÁ",
    "II- QUY ĐỊNH CHUNG",
    not_in=("Vụ II - Văn phòng", "In ấn"),
)
ARTICLE = define(
    r"^Điều\s+(?P<n>\d+[a-zđ]?)(?=[\s.:]|$)[.:]?\s*", "Điều 5. Hiệu lực", "Điều 12a.", not_in=("Điều lệ", "Điều này")
)
NUMBERED = define(
    r"^(?P<n>\d{1,3}(?:\.\d{1,3}){0,8})\s*(?:\.\s*[-–]|[.)](?!\d)|[-–](?=\s))\s*(?=\S)",
    "1. Về ưu điểm",
    "1- Tổ chức",
    "8.1- Chi bộ",
    "1.3.1. Nội dung",
    not_in=("26/01/2018", "26.01.2018", "2020 – 2025", "15/15", "102-QĐ/TW", "1.000.000 đồng", "2.5 lần"),
)
POINT = define(r"^(?P<n>[a-zđ])\s*[).]\s+(?=\S)", "a) Vi phạm", "đ) Che giấu", not_in=("ab) x", "A) x"))
DASH = define(r"^[-–—]\s*(?=[^\s\-–—])", "- Công tác", "– Vụ II", not_in=("-----", "a - b"))
PLUS = define(r"^\+\s*(?=\S)", "+ Đại hội", not_in=("1 + 1",))
STAR = define(r"^[*•]\s+(?=\S)", "* Khoản 2", "• Một ý", not_in=("*nghiêng*", "**đậm**"))
NUMBERING = (PART, CHAPTER, SECTION, SUBSECTION, LETTERED, ROMAN, ARTICLE, NUMBERED, POINT, DASH, PLUS, STAR)
# "theo hướng: (1) …; (2) …": items within one paragraph.
INLINE_ITEM = define(r"(?<=[:;,.]\s)\((?P<n>\d{1,2})\)\s", "hướng: (1) đổi mới", not_in=("Điều 1 (1) x",))
# "…như sau:" says something of its own; "Về ưu điểm:" only names what follows.
LEAD_IN = define(
    r",|\b(?:sau(?:\s+đây)?|gồm|là|như|rằng)\s*:$",
    "như sau:",
    "các hình thức gồm:",
    "nội dung sau đây:",
    not_in=("Về ưu điểm:",),
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
