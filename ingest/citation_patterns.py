"""The regular expressions that find mentions of documents, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns import DAY_IN_FIGURES, DAY_IN_WORDS, DOCUMENT_TYPES, Pattern, define

_SPACED_TYPES = "|".join((*DOCUMENT_TYPES, "Qui định", "Qui chế")).replace(" ", r"\s+")
CITED_TYPE = define(
    rf"(?P<type>{_SPACED_TYPES})\s+(?:số\s*:?\s*)?$",
    "theo Kết luận số ",
    "thực hiện tốt quy  định số ",
    "Nghị quyết ",
    not_in=("kết luận của ",),
    flags=re.IGNORECASE,
)
CITED_DATE = define(
    rf"^\s*,?\s*ngày\s+(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})",
    ", ngày 04/01/2018 của",
    " ngày 08 tháng 8 năm 2025",
    flags=re.I,
)
TERM = r"kh(?:óa|oá)\s+(?P<term>[IVX]{1,5}|\d{1,2})\b"
CITED_TERM = define(
    rf"^\s*,?\s*(?:ngày\s+[\d/.\-]+\s*,?\s*)?(?:của\s+[^,;.()\n]{{2,60}}?)?\s*,?\s*\(?\s*{TERM}",
    " của Trung ương (khóa XII)",
    ", khóa XI",
    " của Bộ Chính trị khóa XII",
    not_in=(" của Bộ Chính trị về xử lý; khóa XII",),
    flags=re.IGNORECASE,
)
CONFERENCE = define(
    r"Nghị quyết\s+(?:Hội nghị\s+)?(?:lần thứ\s+\w+\s+)?(?:Trung ương|TW|TƯ|T\.Ư)\s*(?P<n>\d{1,2})"
    rf"\s*,?\s*\(?\s*{TERM}\)?",
    "Nghị quyết Trung ương 04 khóa XI",
    "Nghị quyết Trung ương 4 (khóa XII)",
    "Nghị quyết T.Ư 4, khóa XI",
    not_in=("Nghị quyết của Trung ương",),
    flags=re.IGNORECASE,
)
FURTHER_TERM = define(
    rf"^\s*(?:,|;|và)\s*(?P<words>{TERM}|(?P<roman>[IVX]{{2,5}})\b)",
    " và khóa XII về",
    "; XIII)",
    not_in=(" về khóa XII", " và 5 năm"),
    flags=re.IGNORECASE,
)


def catalogue() -> dict[str, Pattern]:
    """Every pattern of this module by its name."""
    return {name: value for name, value in globals().items() if isinstance(value, Pattern)}
