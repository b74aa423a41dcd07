"""The words that may stand between a verb and the documents it acts on: each pattern with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define
from ingest.patterns.relations import LIST_MARK_WORDS, THIS_WORDS, TYPE_WORDS


def run_of(*words: str) -> str:
    """Any of *words*, as often as they come, to the end; a word is given up to nobody once it is read."""
    spelt = sorted({word.casefold() for word in words}, key=len, reverse=True)
    return rf"(?:(?:{'|'.join(spelt)})(?!\w)\s*[:,|]?\s*)*+$".replace(" ", r"\s+")


TYPE_NAMES = tuple(TYPE_WORDS.replace(r"\s+", " ").split("|"))
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
    *("dưới đây", "gồm", "số", "hiệu lực", "hiệu lực thi hành", "của", "nội dung", *TYPE_NAMES),
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
    *("cùng", "năm", "đó là", "thi hành", "vào", "nói", "mục tiêu", "chỉ tiêu", "cuối"),
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

# A document of a list whose sign could not be read: the others of it stand behind.
UNREAD = define(
    rf"(?:(?:{TYPE_WORDS})\s+)?số\s+\d[^,;:\n]{{0,25}}?,?\s+ngày\s+\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{4}}"
    r"[^,;:\n]{0,80}[,;]",
    "Thông tư số 72A T ngày 30/08/1993;",
    "số 15 ngày 01/02/1999 của Bộ Tài chính,",
    not_in=("số tiền ngày 30/08/1993;", "số 15 và các"),
    flags=re.IGNORECASE,
)
WHOLE_OBJECT = define(
    rf"^\s*{run_of(*_WHOLE)}",
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
    rf"^\s*{run_of(*_PARTS)}",
    " một số điều của ",
    " các quy định tại ",
    not_in=(" giấy phép theo ",),
    flags=re.IGNORECASE,
)
# Between a new provision and the one beside which it is put.
PUT_BESIDE = define(
    r"^\s*,?\s*(?:vào\s+(?:cuối\s+)?|(?:vào\s+)?(?:ngay\s+|liền\s+)?(?:sau|trước)\s+)$",
    " vào sau ",
    " vào cuối ",
    " sau ",
    not_in=(" của ", " sau khi "),
    flags=re.IGNORECASE,
)
LOOSE_OBJECT = define(
    rf"^[^.;:\n“”]{{0,160}}(?<!\w)(?:tại|của|trong|vào|thuộc|kèm\s+theo)\s*(?:các\s+|bản\s+)?(?:(?:{TYPE_WORDS})\s+số\s*)?$",
    " mức thu phí qua cầu quy định tại ",
    " chính sách thuế hướng dẫn tại THÔNG TƯ LIÊN TỊCH SỐ ",
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
# The same to the provision in which they stand, the words in quotes left out.
EXCHANGED_AT = define(
    r"^\s*(?:một\s+số\s+|các\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ)\s+(?:(?:bằng|thành)\s+)?"
    r"(?:các\s+)?(?:(?:cụm\s+từ|từ\s+ngữ|từ|chữ)\s+)?(?:tại|trong|ở)\s+$",
    " cụm từ         bằng cụm từ          tại ",
    not_in=(" cụm từ “Sở Văn hóa” bằng", " từ ngày 5 tháng 6 tại "),
    flags=re.IGNORECASE,
)
GUIDED_OBJECT = define(
    rf"^\s*{run_of(*_PARTS, 'nhiệm vụ', 'biện pháp', 'nghiệp vụ', 'công tác', 'tốt', 'nghiêm')}",
    " một số điều trong ",
    " ",
    not_in=(" công tác cán bộ theo ",),
    flags=re.IGNORECASE,
)
CARRIED_OUT_OBJECT = define(
    rf"^\s*{run_of(*_PARTS, *_HOW)}",
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
# What it rests on has no sign, and the document is named in what it is about.
BASIS_ABOUT = define(
    r"(?<!\w)về\s(?!(?:(?!tại|theo|kèm).)*(?<!\w)(?:tại|theo)\s+(?:các\s+)?$)",
    " Kết luận của Bộ Chính trị về sơ kết ",
    not_in=(" ý kiến về giá tại các ", " "),
    flags=re.IGNORECASE,
)
BASIS_OBJECT = define(r"^[^;\n]{0,300}$", " ý kiến của Thủ tướng tại các ", " ", not_in=(" kết quả; ",))
# Behind "được sửa đổi, bổ sung": the document was changed in some articles, whichever are named before.
SOME_ARTICLES = define(
    r"^\s*(?:một\s+phần(?!\w)|(?:một\s+số|các)\s+(?:điều|điểm|khoản|nội\s+dung))",
    " một số điều theo",
    " một phần.",
    not_in=(" tại khoản 1",),
    flags=re.I,
)
EXCEPT_PARTS = define(
    r"(?<!\w)trừ\s+(?:các\s+|những\s+)?(?:qu[yi]\s+định\s+(?:tại|về|của)|nội\s+dung|điểm|khoản|điều|mục|chương|phần|phụ\s+lục)",
    ", trừ khoản 2 Điều 5",
    not_in=(", trừ trường hợp quy định tại Điều 115",),
    flags=re.IGNORECASE,
)
AGENT = define(
    r"^\s*(?:lần\s+(?:thứ\s+)?\w+\s+|năm\s+\d{4}\s+)?(?:(?:một\s+số|các)\s+(?:điều|điểm|khoản|nội\s+dung)\s*,?\s*)?"
    r"(?:(?:điều|điểm|khoản)\s*,?\s*)*(?:bởi|bằng|theo|tại|do|trong)\s+"
    + run_of("các", "những", "qu[yi] định", "tại", "của", "nội dung", "số", "và"),
    " một số điều theo ",
    " bởi ",
    " bằng các ",
    " lần thứ nhất tại ",
    not_in=(" cho phù hợp với ", " thì thực hiện theo ", " bằng hồ sơ theo "),
    flags=re.IGNORECASE,
)
# What stands between a verb and the paper by whose word it is so told: that one need not be what did it.
SOURCE = define(
    r"^\s*(?P<apart>,\s*)?theo\s+"
    + run_of(
        "các", "những", "qu[yi] định", "tại", "của", "trong", "nội dung", "thông tin", "số", "và", "đúng", "đã nêu"
    ),
    " theo ",
    ", theo quy định tại ",
    not_in=(" theo đề nghị tại ", ", thực hiện theo ", " bởi "),
    flags=re.IGNORECASE,
)
# Before the paper by whose word the rest of the sentence is told.
OPENS_BY_SOURCE = define(
    r"^\s*(?:theo|căn\s+cứ(?:\s+vào)?)\s+"
    + run_of("các", "qu[yi] định", "tại", "của", "trong", "nội dung", "thông tin", "số", "và", "điểm", "khoản", "điều"),
    "Theo ",
    "Căn cứ quy định tại ",
    not_in=("Các nội dung theo ", "Những quy định tại "),
    flags=re.IGNORECASE,
)
# By its word something has ended, not by its deed: a notice, a report; or the law that says how papers lapse.
TELLS_OF_ENDS = define(
    r"^(?:Thông báo|Thông cáo|Báo cáo|Tờ trình|Công văn|Công điện|Biên bản|Kế hoạch|Giấy .*)$|ban\s+hành\s+văn\s+bản",
    "Thông báo",
    "Luật Ban hành văn bản quy phạm pháp luật 2015",
    not_in=("Quyết định", "Kết luận"),
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
    r"^\s*(?:toàn\s+bộ\s+)?(?:các|những|\d{1,3})\s+[^.;:\n]{0,80}(?<!\w)(?:sau|sau\s+đây|dưới\s+đây)"
    r"(?:\s+(?:của|do)\s+[^.;:\n]{1,80})?\s*:\s*$",
    " các Thông tư sau đây của Bộ Tài chính: ",
    " toàn bộ các văn bản quy phạm pháp luật sau: ",
    not_in=(" các nội dung như sau của Quyết định ",),
    flags=re.IGNORECASE,
)
LISTED_BELOW = define(
    r"^(?:(?!như\s+sau)[^.\n]){0,200}:\s*$",
    " kể từ ngày Quyết định này có hiệu lực: ",
    not_in=(" như sau: ",),
    flags=re.IGNORECASE,
)

# --- whether others are told to carry it out ---------------------------------------------------------------------

# Others are told to go on with it or that they must: an order in a paper that sets tasks.
TASKED = define(
    r"(?:^|[.;:]\s*)(?!\s*(?:trong|khi|sau|trước|nếu|qua|việc|do|vì)(?!\w))"
    r"(?:(?!(?<!\w)(?:đã|chưa|không)(?!\w))[^.;:]){0,200}(?<!\w)(?:tiếp\s+tục|phải|cần)\s+(?:tổ\s+chức\s+)?$",
    "Các cấp ủy tiếp tục ",
    "; (3) Mặt trận, đoàn thể các cấp tiếp tục ",
    not_in=("Trong khi chờ sửa đổi, các cơ quan tiếp tục ", "Các cấp ủy đã tiếp tục ", "Các đơn vị "),
    flags=re.IGNORECASE,
)
# Between two verbs of carrying out that are of one order: "Quán triệt sâu kỹ và triển khai thực hiện …".
SAME_ORDER = define(
    r"^[^,.;:\n]{0,40}?(?:,|(?<!\w)và)\s*(?:tổ\s+chức\s+)?$",
    " sâu kỹ và ",
    ", ",
    not_in=(" Quy định; ", " tốt "),
    flags=re.IGNORECASE,
)
# The part of a paper that looks back: what is carried out there was carried out before.
LOOKS_BACK = define(
    rf"^\W*(?:{LIST_MARK_WORDS}\s*)?(?:về\s+)?(?:những\s+)?(?:đánh\s+giá\s+(?:chung|tình\s+hình|kết\s+quả)|tình\s+hình"
    r"|kết\s+quả|ưu\s+điểm|khuyết\s+điểm|hạn\s+chế)(?!\w)(?!.*nhiệm\s+vụ)",
    "I. VỀ ĐÁNH GIÁ TÌNH HÌNH NĂM 2017",
    "Kết quả đạt được",
    not_in=("II. Những nhiệm vụ trọng tâm", "Đánh giá, xếp loại", "I. Tình hình và nhiệm vụ"),
    flags=re.IGNORECASE,
)
