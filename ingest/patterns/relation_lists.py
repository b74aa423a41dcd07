"""The words between documents that are named together, and before those that a verb is said of, with examples."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define
from ingest.patterns.relation_words import TYPE_NAMES, run_of
from ingest.patterns.relations import INLINE_MARK_WORDS, LIST_MARK_WORDS, THIS_WORDS, TYPE_WORDS

# --- between two documents ---------------------------------------------------------------------------------------

LISTED = define(
    rf"(?:(?:[,;]|(?<!\w)(?:và|hoặc|cùng|với|cũng\s+như|lẫn))\s*(?:\n\s*(?:{LIST_MARK_WORDS}\s*)?|{INLINE_MARK_WORDS})?|\n\s*{LIST_MARK_WORDS}\s*)"
    + run_of(
        *(
            "cả",
            "toàn bộ",
            "các",
            "những",
            "tại",
            "của",
            "theo",
            "trong",
            "qu[yi] định",
            "văn bản",
            "số",
            "bản",
            "điều",
            "và",
            "căn cứ",
        ),
        *("nội dung", *TYPE_NAMES),
    ),
    "; ",
    " của Chính phủ và các ",
    ";\nb) ",
    "; (2) ",
    " và toàn bộ ",
    not_in=(" thi hành ", " của "),
    flags=re.IGNORECASE,
)
# Between two of a list of which the first alone says its type: "Nghị quyết Trung ương 4 (khóa XI, XII)".
SHARES_TYPE = define(
    r"^\s*(?:[,;]|và|hoặc|đến|-|–)\s*(?:các\s+|số\s+|kh(?:óa|oá)\s+)*$", ", ", " và số ", not_in=(" của ", ", theo ")
)
# Before the first of a list, a line below or in the same one.
LIST_MARK = define(
    rf"(?:\n\s*(?:{LIST_MARK_WORDS}\s*)?|(?<=:)\s*{INLINE_MARK_WORDS})$", ":\na) ", ": (1) ", not_in=(": ", " (1) ")
)
# Between a verb and the first of the list below it, where the words do no more than lead it in.
_LISTED_PAPERS = (
    r"(?:(?:các|những|một\s+số|\d{1,3})\s+)+(?:\(\w+(?:\s\w+)?\)\s*)?"
    rf"(?:văn\s+bản|{TYPE_WORDS})(?!\w)"
    r"(?:(?!(?<!\w)(?:tại|trong|thuộc|nêu|một|nội\s+dung|điều|khoản|của\s+(?:các|những))(?!\w))[^.;:\n]){0,120}?"
)
LEADS_LIST = define(
    rf"^\s*(?:(?P<part>một\s+phần)|toàn\s+bộ)?\s*(?:{_LISTED_PAPERS})?(?:(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)"
    rf"(?:\s+(?:của|do)\s+[^.;:\n]{{1,80}})?\s*:?|:)[^\S\n]*\n\s*(?:{LIST_MARK_WORDS}\s*)?(?:(?:các|những)\s+)?$",
    ":\na) ",
    " toàn bộ các văn bản sau\n1. ",
    " một phần các văn bản quy phạm pháp luật sau đây:\n",
    " 05 Quyết định sau đây của Ủy ban nhân dân tỉnh\n- Các ",
    not_in=(
        ": ",
        " các văn bản của Tỉnh ủy\n1. ",
        " các quy định tại các văn bản sau:\n1. ",
        " như sau:\n1. ",
        " các đơn vị sau:\n1. ",
    ),
    flags=re.IGNORECASE,
)
# The provisions below are meant, not the document that is named before them.
PARTS_BELOW = define(
    r"^\s*(?:các|những|một\s+số)\s+(?:qu[yi]\s+định|nội\s+dung|điều|khoản|điểm)(?!\w)[^.;:\n]{0,60}?(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)"
    r"\s+(?:của|tại|trong|thuộc|nêu\s+tại)\s+$",
    " các quy định sau đây của ",
    " một số điều, khoản sau tại ",
    not_in=(" các văn bản sau của ", " các quy định sau đây của Bộ Tài chính: "),
    flags=re.IGNORECASE,
)
# A heading that leads such a list in without a colon.
HEADS_LIST = define(
    rf"^\s*(?:(?:Điều|Mục)\s+\w{{1,4}}\s*[.:]\s*|{LIST_MARK_WORDS}\s*){{0,2}}(?:nay\s+)?(?:(?:bãi|h(?:ủy|uỷ))\s+bỏ|thay\s+thế)"
    rf"(?:\s+(?:toàn\s+bộ|một\s+phần))?\s+{_LISTED_PAPERS}(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)"
    r"(?:\s+(?:của|do)\s+[^.;:\n]{1,80})?\s*$",
    "Điều 2. Bãi bỏ toàn bộ các văn bản sau",
    "1. Thay thế 02 Thông tư sau đây của Bộ trưởng Bộ Tài chính",
    not_in=(
        "Điều 2. Bãi bỏ các văn bản",
        "Các văn bản sau tiếp tục có hiệu lực",
        "Bãi bỏ các quy định về sau khi cấp phép",
    ),
    flags=re.IGNORECASE,
)
# Between the words that lead in a table and its first row that names a document: the names of its columns, a count.
TABLE_HEAD = define(
    rf":\s*\n(?:[^\n|]*\|[^\n]*\n)*\s*\d{{1,3}}\s?\|\s*(?:(?:{TYPE_WORDS})\s*\|\s*)?",
    ":\nSTT | Số, ký hiệu\n1 | ",
    ":\n1 | Quyết định | ",
    not_in=(":\n1. ", "STT | Số"),
)
NEW_LEVEL = define(r"[;\n][^;\n]*$", "; ", ".\nb) ", not_in=(", ", " và "))
JOINED_BY_AND = define(
    r"(?<!\w)(?:và|hoặc|cùng|với)(?:\s+\w+){0,4}\s*$", " và ", " và các ", not_in=(", ", "; "), flags=re.I
)

# --- what is said of documents named before the verb -------------------------------------------------------------

_SUBJECTS = run_of(
    *(
        "các",
        "những",
        "toàn bộ",
        "tất cả",
        "mọi",
        "nội dung",
        "qu[yi] định",
        "khác",
        "trước đây",
        "đã",
        "ban hành",
        "tại",
        "của",
    ),
    *(
        "có liên quan",
        "trong",
        "theo",
        "nêu",
        "về",
        "văn bản",
        "sau",
        "sau đây",
        "bản",
        "một số",
        "điểm",
        "khoản",
        "điều",
        "số",
    ),
    *("kèm theo", "hướng dẫn", "nay", "mẫu", "biểu mẫu", "phụ lục", r"\d{1,2}[a-z]?", "[ivx]{1,4}", *TYPE_NAMES),
)
SUBJECT_LEAD = define(
    rf"^\s*(?:(?:toàn\s+bộ|một\s+phần)\s*[,;])?[,;]?\s*(?:(?:và|còn|riêng)\s+)?{_SUBJECTS}",
    "Những quy định trước đây tại ",
    "Mẫu 02 nêu tại ",
    " toàn bộ; ",
    "",
    not_in=("Người vi phạm ", "Giấy phép cấp theo ", "Trước khi "),
    flags=re.IGNORECASE,
)
# "Các Thông tư sau đây của Bộ Tài chính không còn hiệu lực thi hành:"
LIST_LEAD = define(
    r"^\s*(?:các|những)\s+[^.;:\n]{1,120}?(?<!\w)(?:sau|dưới)(?:\s+đây)?(?:\s+(?:của|do)\s+[^.;:\n]{1,80})?,?\s*$",
    "Các Thông tư sau đây của Bộ Tài chính ",
    not_in=("Các đơn vị ", "Sau đây "),
    flags=re.IGNORECASE,
)
SUBJECT_BEHIND_THIS = define(
    rf"(?:(?:kể\s+)?từ\s+ngày|{THIS_WORDS})[^;\n]*(?:[,;]|(?<!\w)(?:và|thì|đồng\s+thời))\s*{_SUBJECTS}",
    "Kể từ ngày Quyết định này có hiệu lực, ",
    "Nghị định này có hiệu lực từ ngày ký; các ",
    not_in=("Người vi phạm ", "trái với Quyết định này và giấy phép cấp theo "),
    flags=re.IGNORECASE,
)
# What is said is said of papers below the one named next: "Các văn bản hướng dẫn Nghị định số … hết hiệu lực".
BELOW_IT = define(
    r"(?<!\w)(?:văn\s+bản|thông\s+tư|quyết\s+định|công\s+văn|hướng\s+dẫn)(?:\s+(?:\w+\s+){0,7}?)"
    r"(?:hướng\s+dẫn|(?:được\s+)?ban\s+hành\s+(?:để\s+)?(?:căn\s+cứ|trên\s+cơ\s+sở|thực\s+hiện|thi\s+hành))\s+(?:các\s+)?$"
    r"|(?<!\w)văn\s+bản\s+(?:\w+\s+){0,7}?ban\s+hành\s+theo\s+(?:các\s+)?$",
    "Các văn bản hướng dẫn ",
    "Những thông tư trước đây hướng dẫn các ",
    "các văn bản quy phạm pháp luật đã được ban hành theo ",
    not_in=("Quy chế ban hành theo ", "Các quy định hướng dẫn tại ", "Các "),
    flags=re.IGNORECASE,
)
# What is said is said of parts: "Những quy định tại Nghị định số …".
PARTS_LEAD = define(
    r"(?<!\w)(?:qu[yi]\s+định|nội\s+dung|một\s+số|điểm|khoản|điều)(?:\s+(?:trước\s+đây|khác|đã\s+ban\s+hành))?"
    r"\s+(?:tại|của|trong|theo|nêu)[^;]*$",
    "Những quy định trước đây tại ",
    not_in=("Các ", "Quy định "),
    flags=re.IGNORECASE,
)
# A part that no path names: all else of the document stays.
SOME_PART_LEADS = define(
    r"(?<!\w)(?:mẫu|biểu\s+mẫu|phụ\s+lục|một\s+(?:số|phần))(?!\w)(?![^;]*ban\s+hành\s+kèm)[^;]*$",
    "Mẫu 02 nêu tại ",
    "Một số nội dung của ",
    not_in=("Phụ lục ban hành kèm theo ", "Các "),
    flags=re.IGNORECASE,
)
# The part by its name: "Mẫu 02 nêu tại Hướng dẫn số 14".
NAMED_PART = define(
    r"(?<!\w)(?:biểu\s+mẫu|mẫu|phụ\s+lục|phụ\s+biểu|danh\s+mục)(?:\s+số)?\s+(?:\d{1,3}[a-zđ]?|[IVX]{1,5}|[A-Z])"
    r"(?:(?:\s*,|\s+và)\s+(?:(?:biểu\s+mẫu|mẫu|phụ\s+lục)\s+)?(?:số\s+)?(?:\d{1,3}[a-zđ]?|[IVX]{1,5}|[A-Z])(?!\w))*"
    r"(?=\s+(?:nêu|ban\s+hành|quy\s+định|kèm|tại|của|trong|thuộc)(?!\w)|,?\s*$)",
    "Mẫu 02 nêu tại ",
    "Phụ lục I và Phụ lục II ban hành kèm theo ",
    not_in=("Mẫu nêu tại ", "theo mẫu 3 hết hiệu lực"),
    flags=re.IGNORECASE,
)
# Forms in the annex named next: it is they that are meant, and no path tells which.
FORMS_OF_ANNEX = define(
    r"(?<!\w)(?:biểu\s+mẫu|mẫu\s+biểu|mẫu|phụ\s+biểu|biểu|bảng)(?!\w)[^;:.\n“]{0,60}$",
    "Mẫu số 02 tại ",
    " biểu mẫu quy định tại ",
    not_in=(" các ", " gương mẫu; "),
    flags=re.IGNORECASE,
)
CONTRARY = define(
    r"(?<!\w)(?:trái|khác|không\s+phù\s+hợp|mâu\s+thuẫn)\s+(?:với|so\s+với)(?!\w)|(?<!\w)trái\s+(?:các\s+)?quy\s+định",
    "trái với quy định",
    "không phù hợp với",
    not_in=("trái phiếu",),
    flags=re.IGNORECASE,
)
