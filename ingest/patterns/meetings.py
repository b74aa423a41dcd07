"""The regular expressions about papers that open with the day of what they report, named, each with an example."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define
from ingest.patterns.words import DAY_IN_FIGURES, DAY_IN_WORDS

# A report of a meeting opens with its day; that is not the day of issue.
EVENT_DATE = define(
    r"^(?:Trong\s+)?(?:Hôm nay\s*,?\s*(?:(?:vào\s+)?(?:hồi|lúc)\s[^.;\n]{1,25}?[,\s]\s*)?)?"
    rf"(?:[Nn]gày|[Ss]áng|[Cc]hiều)[^.;\n]{{0,20}}?(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})(?P<rest>[^.\n]*)",
    "Ngày 26/01/2018, Thường trực Tỉnh ủy đã chủ trì Hội nghị",
    "Hôm nay, hồi 8 giờ 00 ngày 20 tháng 3 năm 2007, tại trụ sở",
    not_in=("Theo Kết luận ngày 04/01/2018",),
)
# Minutes and contracts are made on the day with which they open: "Hôm nay, hồi 8 giờ ngày …".
MADE_ON = define(
    r"(?:^(?:[-–+*•]|[\dIVX]{1,3}[.)/-])*\s*|(?<=[,;] )(?=Hôm nay,))"
    r"(?:(?i:hôm nay|vào (?:hồi|lúc)|hồi|lúc|thời gian|bắt đầu)\b|(?:Ngày|Sáng|Chiều)\b)"
    rf"[^;\n]{{0,90}}?(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})",
    "Hôm nay, ngày 03/02/2017, chi bộ họp",
    "1. Thời gian: 8 giờ 00, ngày 5 tháng 4 năm 2012",
    "về việc chỉ định thầu, Hôm nay, ngày 14 tháng 9 năm 2007",
    not_in=("Căn cứ Luật ngày 12/3/2004", "Theo kết luận ngày 04/01/2018"),
)
MEETING_WORDS = define(
    r"hội nghị|\bhọp\b|buổi làm việc|chủ trì|làm việc với|hội thảo|tọa đàm|đại hội",
    "đã chủ trì Hội nghị",
    "Thường trực Tỉnh ủy họp",
    not_in=("ban hành Kết luận",),
    flags=re.IGNORECASE,
)
