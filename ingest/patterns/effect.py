"""The words that say from when a document holds, or from when what it does to others, with examples."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, define
from ingest.patterns.relations import LIST_MARK_WORDS, THIS_WORDS, TYPE_WORDS
from ingest.patterns.words import ANY_DATE

SINCE = define(
    rf"(?<!\w)(?:kể\s+)?từ\s+(?:ngày\s+)?{ANY_DATE.regex.pattern}(?!\s*(?:đến|tới))",
    "kể từ ngày 01/7/2022",
    "từ 06/7/2022",
    "kể từ ngày 01 tháng 01 năm 2022",
    not_in=("từ ngày 1/1/2000 đến hết", "ngày 01/7/2022"),
    flags=re.IGNORECASE,
)
# Between a verb and those by whom it is done.
DAY_BETWEEN = define(
    rf"^\s*,?\s*{SINCE.regex.pattern}",
    ", kể từ ngày 01/7/2022, theo ",
    " từ 01/7/2022 theo ",
    not_in=(" của Tỉnh ủy từ ngày 01/7/2022",),
    flags=re.IGNORECASE,
)
# The document that speaks says when it holds itself; a day that is not its own is no business of these patterns.
_OWN = rf"(?:các\s+)?(?:điều\s+khoản\s+của\s+)?{THIS_WORDS}"
# What is done holds from something of which the text gives no day: another document's day, an event still to come.
SINCE_EVENT = define(
    rf"(?<!\w)(?:kể\s+từ\s+(?:ngày|khi|thời\s+điểm)|từ\s+(?:ngày|khi|thời\s+điểm)(?=\s+(?:{TYPE_WORDS})(?!\w)))"
    rf"\s+(?!\d|{_OWN}|(?:được\s+)?ký(?!\w)|ban\s+hành(?!\w)|này)",
    "kể từ ngày Quy chế mới được ban hành",
    "từ ngày Quy định số 20-QĐ/TU có hiệu lực",
    "kể từ khi hoàn thành việc sắp xếp",
    not_in=("kể từ ngày 01/7/2022", "kể từ ngày ký", "kể từ ngày Quyết định này có hiệu lực", "từ khi tuyển dụng"),
    flags=re.IGNORECASE,
)
_WITHIN = rf"(?:[^.;\n]|\n(?=\s*(?-i:[{LOWER}])))"  # a line that a printer broke goes on
# Time alone: "áp dụng từ cấp huyện trở lên" says no day.
_WHEN = (
    r"(?P<when>(?:(?:kể\s+)?từ\s+(?:\d|(?:ngày|khi|lúc|thời\s+điểm|tháng|năm|quý|kỳ|nhiệm\s+kỳ|đầu|cuối)(?!\w))"
    rf"|(?:sau|khi|cùng|đồng\s+thời\s+với|theo\s+hiệu\s+lực)(?!\w)){_WITHIN}{{0,80}})"
)
_HOLDS = r"(?<!hết )(?<!còn )(?:hiệu\s+lực|áp\s+dụng|thi\s+hành|thực\s+hiện)(?:\s+thi\s+hành|\s+pháp\s+lý)?\s*,?\s*"
# Between the two it may say who adopted it, and when.
_ADOPTED = rf"\s+(?:đã\s+)?được\s+{_WITHIN}{{1,200}}?(?<!\w)thông\s+qua(?!\w){_WITHIN}{{0,120}}?"
TAKES_EFFECT = define(
    rf"(?<!\w)(?:{THIS_WORDS}(?:{_WITHIN}{{0,80}}?|{_ADOPTED})"
    r"|(?-i:Quyết định|Quy định|Quy chế|Nghị quyết|Hướng dẫn|Thông tư|Nghị định)\s+có\s+)"
    rf"{_HOLDS}{_WHEN}",
    "Quyết định này có hiệu lực thi hành kể từ ngày ký",
    "Thông tư này có hiệu lực sau 15 ngày kể từ ngày ký",
    "Quyết định có hiệu lực kể từ ngày ký",
    "Quy định này được\náp dụng từ năm học 2003-2004",
    "Nghị quyết này có hiệu lực cùng ngày với Quy định số 15-QĐ/TU",
    "Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa IX, kỳ họp thứ 4 thông qua ngày 13 tháng 7 năm 2017 "
    "và có hiệu lực từ ngày 01 tháng 8 năm 2017",
    not_in=(
        "Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa IX, kỳ họp thứ 4 thông qua ngày 13 tháng 7 năm 2017",
        "khi Luật đó có hiệu lực từ",
        "khi quyết định có hiệu lực từ",
        "Quy định này hết hiệu lực từ ngày 31/12/2020",
        "Quy định này áp dụng từ cấp huyện trở lên",
    ),
    flags=re.IGNORECASE,
)
# Some of its provisions hold from another day than all else; a clause begins with them.
_UNITS = r"(?:điều|khoản|điểm|mục|chương|phần|phụ\s+lục)"
_VALUE = r"(?:\d{1,3}[a-zđ]?|[IVX]{1,5}|[a-zđ])(?!\w)"
_SOME = (
    rf"(?P<parts>(?:các\s+)?{_UNITS}\s+{_VALUE}(?:\s*(?:[,;]\s*(?:và\s+)?|và\s+)?"
    rf"(?:(?:các|của|tại|qu[yi]\s+định)\s+)*(?:{_UNITS}\s+)?{_VALUE}){{0,20}}+)"
)
_BLANK = rf"(?:[^\S\n]|\n(?=\s*(?-i:[{LOWER}])))*"
OF_THIS = define(
    rf"(?<!\w){_UNITS}\s+{_VALUE}\s*,?\s*(?:(?:của|tại|trong)\s+)?$",
    "Điều 2 ",
    "khoản 3 Điều 1 của ",
    not_in=("Điều 2. ", "các điều khoản của "),
    flags=re.IGNORECASE,
)
PARTS_HOLD = define(
    r"(?:^[^\S\n]*(?:(?:Điều|Mục)\s+\w{1,4}\s*[.:]\s*)?"
    rf"(?:{LIST_MARK_WORDS}\s+)?|[.;,:]\s+|(?<!\w)(?:riêng|trừ|còn)\s+)"
    r"(?:(?:riêng|trừ|còn|các|những|qu[yi]\s+định|nội\s+dung|tại|của|ở)\s+)*"
    rf"{_SOME},?{_BLANK}(?:(?:(?:của|tại|trong)\s+)?{THIS_WORDS}[^\S\n]*(?:[^\W\d_]+\s+){{0,2}}?{_HOLDS}"
    rf"|(?:thì\s+)?(?<!hết )có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*){_WHEN}",
    "Điều 2 Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026",
    "Khoản 2 Điều 1 và Điều 2 của Luật này có hiệu lực thi hành từ ngày 01/7/2026",
    "Riêng Điều 5 có hiệu lực kể từ ngày 01/7/2026",
    "2. Quy định tại khoản 3 Điều 5 Thông tư này được áp dụng từ ngày 01/7/2026",
    not_in=(
        "Điều 2. Nghị định này có hiệu lực từ ngày 01/7/2026",
        "Điều 2\nNghị định này có hiệu lực từ ngày 01/7/2026",
        "theo Điều 2 Nghị định này thực hiện từ ngày 01/7/2026",
        "Điều 5 Nghị định số 10/2020/NĐ-CP có hiệu lực từ ngày 01/7/2026",
        "Điều 2 Nghị định này hết hiệu lực từ ngày 01/7/2026",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# They are left out where the day of all else is said.
PARTS_LEFT_OUT = define(
    rf"(?<!\w){THIS_WORDS}{_WITHIN}{{0,80}}?{_HOLDS}(?:kể\s+)?từ\s{_WITHIN}{{0,120}}?(?<!\w)trừ\s+"
    rf"(?:(?:các|những|qu[yi]\s+định|nội\s+dung|tại|của)\s+)*{_SOME}(?!\s+(?:{_UNITS}\s+)?này(?!\w))",
    "Nghị định này có hiệu lực từ ngày 01/7/2026, trừ các quy định tại Điều 2",
    not_in=("Nghị định này có hiệu lực từ ngày 01/7/2026, trừ quy định tại khoản 2 Điều này", "trừ Điều 2"),
    flags=re.IGNORECASE,
)
# An article or a line that says nothing else.
HOLDS_ALONE = define(
    rf"^[^\w\n]*(?:(?:điều|khoản|mục)\s+\w{{1,4}}\s*[.:]\s*|{LIST_MARK_WORDS}\s*)?"
    rf"(?:có\s+hiệu\s+lực|hiệu\s+lực|thi\s+hành)(?:\s+thi\s+hành)?[^\S\n]*[,:]?[^\S\n]*{_WHEN}",
    "Điều 2. Thi hành từ ngày ký.",
    "- Có hiệu lực kể từ ngày 01/01/2018.",
    not_in=("Điều 2. Hiệu lực thi hành\nKể từ ngày Quy định này", "thi hành án sau khi"),
    flags=re.IGNORECASE | re.MULTILINE,
)
# "Kể từ ngày 01/01/2018, Quy định này có hiệu lực".
DAY_FIRST = define(
    rf"{SINCE.regex.pattern}\s*,?\s*{THIS_WORDS}\s+(?:bắt\s+đầu\s+)?có\s+hiệu\s+lực",
    "Kể từ ngày 01/01/2018, Quy định này có hiệu lực",
    not_in=("Kể từ ngày 01/01/2018, Quy định số 15-QĐ/TU hết hiệu lực",),
    flags=re.IGNORECASE,
)
# Whoever adopts it may be named: "kể từ ngày Hội đồng nhân dân tỉnh thông qua".
_ADOPTION = r"(?:được\s+)?(?:[^\W\d_]+\s+){0,8}?thông\s+qua(?!\w)"
ADOPTED_ON = define(
    rf"(?<!\w)thông\s+qua(?!\w)(?:(?!(?<!\w)hiệu\s+lực)[^.;]){{0,90}}?(?<!\w)ngày\s+{ANY_DATE.regex.pattern}",
    "thông qua ngày 13 tháng 7 năm 2017",
    "thông qua tại kỳ họp thứ 4, ngày 13/7/2017",
    not_in=("thông qua và có hiệu lực từ ngày 13/7/2017", "thông qua"),
    flags=re.IGNORECASE,
)
FROM_ADOPTION = define(
    rf"^(?:kể\s+)?từ\s+ngày\s+{_ADOPTION}",
    "kể từ ngày thông qua",
    "từ ngày được Hội đồng nhân dân tỉnh thông qua",
    not_in=("kể từ ngày ký", "sau 10 ngày kể từ ngày thông qua"),
    flags=re.IGNORECASE,
)
# The number in brackets beside its word is the same number.
DAYS_AFTER = define(
    r"^sau\s+(?:[^\d,;]{0,25}\(?)?(?P<days>\d{1,3})\)?\s*(?:\([^)]{1,25}\)\s*)?ngày\s*,?\s*(?:kể\s+)?từ\s+ngày\s+"
    rf"(?:(?:ký|ban\s+hành)|(?P<adoption>{_ADOPTION}))",
    "sau 15 ngày kể từ ngày ký",
    "sau mười lăm (15) ngày, kể từ ngày ban hành",
    "sau 15 (mười lăm) ngày kể từ ngày ký",
    "sau 10 ngày, kể từ ngày Hội đồng nhân dân tỉnh thông qua",
    not_in=("sau 15 ngày kể từ ngày đăng Công báo",),
    flags=re.IGNORECASE,
)
FROM_SIGNING = define(
    r"^(?:kể\s+)?từ\s+ngày\s+(?:ký|được\s+ký|ban\s+hành)(?!\w)(?!\s+(?:kết|hợp\s+đồng|hiệp\s+định|thỏa\s+thuận)(?!\w))",
    "kể từ ngày ký ban hành",
    "từ ngày ban hành",
    not_in=("kể từ ngày đăng Công báo", "kể từ ngày ký kết Hiệp định"),
    flags=re.IGNORECASE,
)
