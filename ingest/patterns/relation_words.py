"""The words that may stand between a verb and the documents it acts on: each pattern with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define
from ingest.patterns.relations import LIST_MARK_WORDS, THIS_WORDS, TYPE_WORDS


def _run(*words: str) -> str:
    """Any of *words*, as often as they come, to the end; a word is given up to nobody once it is read."""
    spelt = sorted({word.casefold() for word in words}, key=len, reverse=True)
    return rf"(?:(?:{'|'.join(spelt)})(?!\w)\s*[:,]?\s*)*+$".replace(" ", r"\s+")


_TYPES = tuple(TYPE_WORDS.replace(r"\s+", " ").split("|"))
_WHOLE = (
    *(
        "cho",
        "các",
        "những",
        "toàn bộ",
        "tất cả",
        "cả",
        "hai",
        "ba",
        "bốn",
        "bản",
        "đối với",
        "văn bản",
        "sau",
        "sau đây",
    ),
    *("dưới đây", "gồm", "số", "hiệu lực", "hiệu lực thi hành", "của", "nội dung", *_TYPES),
)
_PARTS = (
    *_WHOLE,
    *(
        "một phần",
        "một số",
        "phần",
        "điều",
        "điểm",
        "khoản",
        "mục",
        "chương",
        "tiết",
        "đoạn",
        "qu[yi] định",
        "tại",
        "trong",
    ),
    *(
        "ở",
        "thuộc",
        "nêu",
        "trên",
        "ban hành",
        "kèm theo",
        "và",
        "trước đây",
        "cụ thể",
        "chi tiết",
        "việc",
        "về",
        "tên",
    ),
    *("cùng", "năm", "đó là", "thi hành", "vào", "nói"),
)
_HOW = (
    *(
        "thật",
        "tốt",
        "nghiêm",
        "nghiêm túc",
        "nghiêm chỉnh",
        "nghiêm minh",
        "đầy đủ",
        "có hiệu quả",
        "hiệu quả",
        "thắng lợi",
    ),
    *(
        "đồng bộ",
        "quyết liệt",
        "sâu sắc",
        "sâu rộng",
        "toàn diện",
        "kịp thời",
        "đúng",
        "triệt để",
        "chủ trương",
        "tinh thần",
    ),
    *("ý kiến", "chỉ đạo", "kết luận", "nhiệm vụ", "chương trình", "kế hoạch", "thành công", "mục tiêu", "giải pháp"),
)

# --- between a verb and the document it acts on ------------------------------------------------------------------

WHOLE_OBJECT = define(
    rf"^\s*{_run(*_WHOLE)}",
    " ",
    " các văn bản sau đây: ",
    " Quy chế ",
    not_in=(" một số điều của ", " quy định về lệ phí tại "),
    flags=re.IGNORECASE,
)
# The enclosed text is named and then what encloses it: all of it goes.
ENCLOSED_OBJECT = define(
    rf"^\s*(?:các\s+|bản\s+)?(?:{TYPE_WORDS}|danh\s+mục|phụ\s+lục|biểu)(?!\w)[^;\n]{{0,250}}?kèm\s+theo\s*$",
    " Quy chế làm việc của Ủy ban, ban hành kèm theo ",
    not_in=(" Quy chế của ",),
    flags=re.IGNORECASE,
)
PART_OBJECT = define(
    rf"^\s*{_run(*_PARTS)}",
    " một số điều của ",
    " các quy định tại ",
    not_in=(" giấy phép theo ",),
    flags=re.IGNORECASE,
)
LOOSE_OBJECT = define(
    r"^[^.;:\n“”]{0,160}(?<!\w)(?:tại|của|trong|vào|thuộc|kèm\s+theo)\s*(?:các\s+|bản\s+)?$",
    " mức thu phí qua cầu quy định tại ",
    not_in=(" giấy phép theo ",),
    flags=re.IGNORECASE,
)
# Words are exchanged, not the document: that amends it.
WORDS_OBJECT = define(
    r"^\s*(?:một\s+số\s+|các\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ|số)\s*[“\"‘'”]",
    " cụm từ “Sở Văn hóa” bằng",
    not_in=(" từ ngày 5",),
    flags=re.IGNORECASE,
)
GUIDED_OBJECT = define(
    rf"^\s*{_run(*_PARTS, 'nhiệm vụ', 'biện pháp', 'nghiệp vụ', 'công tác', 'tốt', 'nghiêm')}",
    " một số điều trong ",
    " ",
    not_in=(" công tác cán bộ theo ",),
    flags=re.IGNORECASE,
)
CARRIED_OUT_OBJECT = define(
    rf"^\s*{_run(*_PARTS, *_HOW)}",
    " nghiêm túc, có hiệu quả ",
    " các nhiệm vụ nêu trong ",
    not_in=(" theo quy định tại ",),
    flags=re.IGNORECASE,
)
LOOSE_GUIDED = define(
    r"^(?:(?!\bkhông\b)[^.;:\n]){0,160}(?<!\w)(?:quy\s+định|nêu|ghi)\s+(?:tại|trong)\s*(?:các\s+)?$",
    " xử lý vi phạm quy định tại ",
    not_in=(" chế độ thuế đối với đầu tư theo ",),
    flags=re.IGNORECASE,
)
LOOSE_AIM = define(
    r"^[^.;:\n]{0,160}(?<!\w)(?:theo|tại|của|trong)\s*(?:các\s+|tinh\s+thần\s+)?$",
    " việc phát hành công trái giáo dục theo ",
    not_in=(" theo kế hoạch; ",),
    flags=re.IGNORECASE,
)
BASIS_OBJECT = define(r"^[^;\n]{0,300}$", " ý kiến của Thủ tướng tại các ", " ", not_in=(" kết quả; ",))
AGENT = define(
    r"^(?:(?!\s(?:thì|và|như|kể|từ)\s)[^.;:\n]){0,60}?(?<!\w)(?:bởi|bằng|theo|tại|do)\s+(?:(?:các|qu[yi]\s+định|tại|của|nội\s+dung)\s+)*$",
    " một số điều theo ",
    " bởi ",
    " bằng các ",
    not_in=(" cho phù hợp với ", " thì thực hiện theo "),
    flags=re.IGNORECASE,
)
AGENT_IS_THIS = define(
    rf"^\s*(?:bởi|bằng|theo|tại|do)\s+(?:qu[yi]\s+định\s+(?:của|tại)\s+)?{THIS_WORDS}",
    " bằng Quyết định này",
    not_in=(" kể từ ngày Quyết định này",),
    flags=re.IGNORECASE,
)
# "các Thông tư sau đây của Bộ Tài chính: "
WHOLE_LIST = define(
    r"^\s*(?:các|những)\s+[^.;:\n]{0,80}(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)(?:\s+(?:của|do)\s+[^.;:\n]{1,80})?\s*:\s*$",
    " các Thông tư sau đây của Bộ Tài chính: ",
    not_in=(" các nội dung như sau của Quyết định ",),
    flags=re.IGNORECASE,
)
LISTED_BELOW = define(
    r"^(?:(?!như\s+sau)[^.\n]){0,200}:\s*$",
    " kể từ ngày Quyết định này có hiệu lực: ",
    not_in=(" như sau: ",),
    flags=re.IGNORECASE,
)
LIST_MARK = define(rf"\n\s*(?:{LIST_MARK_WORDS}\s*)?$", ":\na) ", ":\n- ", not_in=(": ",))

# --- between two documents ---------------------------------------------------------------------------------------

LISTED = define(
    rf"(?:(?:[,;]|(?<!\w)(?:và|hoặc|cùng|với|cũng\s+như|lẫn))\s*(?:\n\s*(?:{LIST_MARK_WORDS}\s*)?)?|\n\s*{LIST_MARK_WORDS}\s*)"
    + _run(
        *(
            "cả",
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
        *("nội dung", *_TYPES),
    ),
    "; ",
    " của Chính phủ và các ",
    ";\nb) ",
    not_in=(" thi hành ", " của "),
    flags=re.IGNORECASE,
)
NEW_LEVEL = define(r"[;\n][^;\n]*$", "; ", ".\nb) ", not_in=(", ", " và "))
JOINED_BY_AND = define(
    r"(?<!\w)(?:và|hoặc|cùng|với)(?:\s+\w+){0,4}\s*$", " và ", " và các ", not_in=(", ", "; "), flags=re.I
)

# --- what is said of documents named before the verb -------------------------------------------------------------

_SUBJECTS = _run(
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
    *("kèm theo", "hướng dẫn", "nay", *_TYPES),
)
SUBJECT_LEAD = define(
    rf"^\s*{_SUBJECTS}",
    "Những quy định trước đây tại ",
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
# What is said is said of parts: "Những quy định tại Nghị định số …".
PARTS_LEAD = define(
    r"(?<!\w)(?:qu[yi]\s+định|nội\s+dung|một\s+số|điểm|khoản|điều)(?:\s+(?:trước\s+đây|khác|đã\s+ban\s+hành))?"
    r"\s+(?:tại|của|trong|theo|nêu)[^;]*$",
    "Những quy định trước đây tại ",
    not_in=("Các ", "Quy định "),
    flags=re.IGNORECASE,
)
CONTRARY = define(
    r"(?<!\w)(?:trái|khác|không\s+phù\s+hợp|mâu\s+thuẫn)\s+(?:với|so\s+với)(?!\w)|(?<!\w)trái\s+(?:các\s+)?quy\s+định",
    "trái với quy định",
    "không phù hợp với",
    not_in=("trái phiếu",),
    flags=re.IGNORECASE,
)
