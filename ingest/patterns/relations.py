"""The regular expressions of what a text does to the documents it cites, named, each with an example and a reason."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define
from ingest.patterns.words import DOCUMENT_TYPES

_TYPES = "|".join(sorted((*DOCUMENT_TYPES, "Văn bản", "Qui định", "Qui chế"), key=len, reverse=True))
TYPE_WORDS = _TYPES.replace(" ", r"\s+")
THIS_WORDS = rf"(?:{TYPE_WORDS})\s+này(?!\w)"
LIST_MARK_WORDS = (
    r"(?:\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)/]|[a-zđ]{1,2}[.)/]|[IVX]{1,5}[.)/]|[A-HĐ][.)]"
    r"|(?:\d{1,2}|[IVX]{1,5})\s?[-–]|\d{1,3}\s?\||[-–+*•])"
)
INLINE_MARK_WORDS = r"(?:\(?\d{1,2}\)|\(?[a-zđ]\))\s*"
# What is changed of a provision and has no address.
PIECE_WORDS = (
    r"(?:(?:tên(?:\s+gọi)?|tiêu\s+đề|đoạn|câu|ý|gạch\s+đầu\s+dòng)(?!\w)"
    r"(?:\s+(?:mở\s+đầu|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|(?:thứ\s+)?(?!của|tại)\w+))??\s+(?:(?:của|tại)\s+)?)"
)

# --- the verbs ---------------------------------------------------------------------------------------------------

_UNITS = r"(?:điều|khoản|điểm|mục|chương|phần|tiết|phụ\s+lục(?:\s+số)?)\s+(?-i:[\dIVX]|[a-zđ](?!\w))"
# What a document is made of: with it "điều chỉnh", "bỏ" and "sửa" act on a text, not on things.
_PART = (
    r"(?:(?:các|những|một\s+số|toàn\s+bộ)\s+)?(?:nội\s+dung|mục\s+tiêu|chỉ\s+tiêu|qu[yi]\s+định|cụm\s+từ|gạch\s+đầu\s+dòng"
    rf"|thời\s+hạn|{_UNITS}|(?:{TYPE_WORDS})\s+số)"
)
# What a provision settles, not for whom it does so, nor what goes by it: "mức thu phí quy định tại khoản 1 Điều 2".
_SETTLED = (
    r"(?:mức|tỷ\s+lệ|tỉ\s+lệ|thời\s+gian|đơn\s+giá|định\s+mức|quy\s+mô|phạm\s+vi|kinh\s+phí|vốn|lệ\s+phí|phí)(?!\w)"
    r"(?:(?!(?<!\w)(?:theo|của|cho|đối|với|người|trường|bằng|do|để|từ)(?!\w))[^.;:\n“\"]){0,90}?"
    rf"(?<!\w)(?:(?:nêu|qu[yi]\s+định|ghi)\s+)?(?:tại|ở|trong)\s+(?:{_UNITS}|(?:{TYPE_WORDS})\s+số)"
)
_CARRYING_OUT = (
    r"(?:thực\s+hiện|(?<!hiệu lực )thi\s+hành|chấp\s+hành|triển\s+khai|quán\s+triệt|cụ\s+thể\s+h(?:óa|oá)"
    r"|tổ\s+chức\s+thực\s+hiện)"
)
# What is less, and stands before the verb that ends the document: "thu hồi và hủy bỏ", "đình chỉ thi hành và bãi bỏ".
_STOPPED_FIRST = (
    r"(?:thu\s+hồi|(?:tạm\s+)?(?:đình\s+chỉ|hoãn|ngưng|ngừng|dừng)(?:\s+việc)?"
    r"(?:\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng|hiệu\s+lực(?:\s+thi\s+hành)?))?)"
    r"\s*(?:,?\s*(?:và|đồng\s+thời|và\s+đồng\s+thời)(?!\w)|,)\s*"
)
VERB = define(
    r"(?<!\w)(?:"
    rf"(?P<based_on>trên\s+cơ\s+sở(?=\s+(?:các\s+)?(?-i:{TYPE_WORDS})(?!\w))|căn\s+cứ(?:\s+vào)?(?!\s+(?:(?:để\s+)?(?:tính|xác\s+định|kê\s+khai)|pháp\s+lý|khoa\s+học|thực\s+tiễn)(?!\w)))"
    rf"|(?P<amends>sửa\s+đổi|sửa(?:\s+lại)?(?=\s+(?:{_PART}|(?:là|thành|như\s+sau)(?!\w)))|điều\s+chỉnh(?=\s*,?\s*(?:và\s+)?(?:bổ\s+sung|sửa\s+đổi)|\s+(?:{_PART}|{_SETTLED})|\s+(?:thành|như\s+sau))"
    rf"|(?<=được )đổi(?=\s+thành\s*:?\s*[“\"])|đổi\s+tên(?=\s+{_UNITS}))"
    r"|(?P<supplements>bổ\s+(?:sung|xung)(?:\s+thêm|(?<=này.bổ.sung),?\s+(?:và\s+)?hoàn\s+(?:chỉnh|thiện))?"
    rf"|thêm(?=\s+{_UNITS}))"
    rf"|(?P<replaces>thay\s+thế(?:\s+cho)?|thay\s+cho|thay(?=\s+(?:các\s+)?(?:{TYPE_WORDS})\s+(?:số|\d))"
    rf"|thay(?=\s+(?:nội\s+dung(?!\w)|{_UNITS}|bằng(?:\s+(?:nội\s+dung|qu[yi]\s+định)\s+sau)?\s*:|bằng\s+(?:{TYPE_WORDS})\s+số))"
    r"|(?<=được )thay(?=\s+bằng\s)"
    r"|thay(?=\s+(?:các\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ)\s*[“\"]))"
    rf"|(?P<repeals>(?:{_STOPPED_FIRST})?(?:(?:bãi|h(?:ủy|uỷ))\s+bỏ"
    rf"|chấm\s+dứt\s+hiệu\s+lực(?:\s+thi\s+hành)?(?=\s+(?:(?:của|đối\s+với|các)\s+)*(?:{_UNITS}|(?:{TYPE_WORDS})\s+số)))"
    rf"|bỏ(?=\s+{_PART})|thu\s+hồi(?=\s+(?:các\s+)?(?:{TYPE_WORDS})(?!\w))"
    r"|không\s+(?:thực\s+hiện|thi\s+hành|áp\s+dụng)(?=\s[^.;\n]{1,200}?\snữa(?!\w))"
    r"|(?:kết\s+thúc|chấm\s+dứt|ngừng|dừng|thôi|không\s+tiếp\s+tục)\s+(?:việc\s+)?(?:thực\s+hiện|thi\s+hành|áp\s+dụng))"
    r"|(?P<lapses>(?:hết|chấm\s+dứt|không\s+còn)\s+(?:có\s+)?(?:hiệu\s+lực|giá\s+trị)(?:\s+(?:thi\s+hành|pháp\s+lý))?"
    r"|không\s+(?:(?:còn\s+)?(?:được\s+)?(?:áp\s+dụng|thi\s+hành|thực\s+hiện)\s+nữa"
    r"|còn\s+(?:được\s+)?(?:áp\s+dụng|thi\s+hành)(?!\s+(?:đối|cho|với|trong|ở|tại|theo)(?!\w))))"
    r"|(?P<guides>(?:hướng\s+dẫn|qu[yi]\s+định|giải\s+thích)\s+(?:cụ\s+thể|chi\s+tiết|bổ\s+sung)?(?:,?\s*(?:và\s+)?hướng\s+dẫn)?"
    rf"(?:\s*(?:cụ\s+thể|chi\s+tiết))?\s*(?:việc\s+)?{_CARRYING_OUT}(?:\s+{_CARRYING_OUT})*"
    r"|(?:hướng\s+dẫn|qu[yi]\s+định\s+chi\s+tiết(?:\s+(?:và\s+)?hướng\s+dẫn)?)(?!\s+(?:tại|của|theo|này|nêu|trên)(?!\w)))"
    rf"|(?P<carries_out>{_CARRYING_OUT}(?:\s*,?\s*(?:và\s+)?{_CARRYING_OUT})*)"
    r")(?!\w)",
    "Căn cứ vào Luật",
    "quy định chi tiết và hướng dẫn thi hành Luật",
    "thay thế cho Quyết định",
    "thay Quyết định số 5",
    "huỷ bỏ Quyết định",
    "Thu hồi và hủy bỏ Thông báo",
    "Đình chỉ việc thi hành và bãi bỏ Quyết định",
    "Tạm dừng, đồng thời hủy bỏ Quyết định",
    "Kết thúc việc thực hiện Chỉ thị",
    "Không thực hiện mục 2 Nghị quyết số 2 nữa",
    "được thay bằng nội dung sau",
    "không còn hiệu lực thi hành",
    "Chấm dứt hiệu lực của Quyết định số 5",
    "triển khai thực hiện Nghị quyết",
    "Điều chỉnh mục tiêu tại mục II",
    "Điều chỉnh mức thu phí quy định tại khoản 1",
    "Hướng dẫn này bổ sung, hoàn chỉnh",
    "được đổi thành: “B”",
    "Bỏ quy định tại điểm 1",
    "Thêm điểm 5 vào mục II",
    "nay sửa lại là",
    "từ nay không thi hành nữa",
    "Trên cơ sở Kết luận số 5",
    not_in=(
        "điều chỉnh quy hoạch",
        "điều chỉnh mức lương của người nêu tại khoản 1",
        "điều chỉnh dự toán theo mức quy định tại Điều 4",
        "được đổi thành xã",
        "bỏ phiếu",
        "làm thêm giờ",
        "vẫn còn hiệu lực",
        "có hiệu lực từ",
        "thay đổi",
        "thay quy định",
        "thu hồi đất",
        "theo hướng dẫn tại Thông tư",
        "có hiệu lực thi hành",
        "Căn cứ tính thuế",
        "không còn áp dụng đối với đảng viên",
        "trên cơ sở kiểm điểm",
    ),
    flags=re.IGNORECASE,
)
# Between two verbs that do one thing to one document: "sửa đổi, bổ sung", "bãi bỏ và thay thế", "đã sửa đổi/bổ sung".
SAME_VERB = define(r"^\s*(?:[,/]|và|,\s*và)?\s*$", ", ", " và ", " ", "/", not_in=(" hoặc ", " hay ", " Điều 5 và "))
EITHER_VERB = define(r"^\s*,?\s*(?:hoặc|hay)\s*(?:bị|được)?\s*$", " hoặc ", ", hoặc ", not_in=(" và ",))

# --- the words before a verb -------------------------------------------------------------------------------------

NEGATED = define(
    r"(?<!\w)(?:không|chưa|chẳng|chứ|khỏi|mà\s+không)\s+(?:phải\s+(?:là\s+)?|được\s+|bị\s+|có\s+)*$",
    "Quy định này không ",
    "chưa được ",
    not_in=("và ", "không phải nộp, "),
    flags=re.IGNORECASE,
)
# Something to be done, by others or later; or only thought of.
INTENDED = define(
    r"(?<!\w)(?:sẽ|cần|phải|nên|có\s+thể|đề\s+nghị|kiến\s+nghị|đề\s+xuất|nghiên\s+cứu|xem\s+xét|dự\s+kiến|dự\s+thảo"
    r"|tham\s+mưu|yêu\s+cầu|thẩm\s+quyền|rà\s+so[aá]t|r(?:à|a)\s+soát|chuẩn\s+bị|kịp\s+thời|đang|giao|nếu|khi|trường\s+hợp"
    r"|để|nhằm|cơ\s+sở)(?:\s*,?\s*(?:\w+\s*,?\s*){0,4})?$"
    r"|(?<!\w)(?<!ương\s)(?<!(?:quá|quy)\s)(?<!lộ\s)(?<!(?:giáo|tiến)\s)trình(?:\s*,?\s*(?:\w+\s*,?\s*){0,7})?$",
    "nghiên cứu, ",
    "đề nghị Bộ Chính trị ",
    "sẽ ",
    "trình Hội đồng nhân dân tỉnh ",
    not_in=("Quyết định này ", "và ", "Chương trình này "),
    flags=re.IGNORECASE,
)
PASSIVE = define(
    r"(?<!\w)(?:được|bị|đều)\s+(?:tạm\s+thời\s+|đồng\s+thời\s+|bị\s+|được\s+)?$",
    *("đã được ", "đều bị ", "đều "),
    not_in=("này ", "nay "),
    flags=re.IGNORECASE,
)
PAST = define(r"(?<!\w)đã\s+(?:được\s+|bị\s+)?$", "đã được ", "đã ", not_in=("đều bị ",), flags=re.IGNORECASE)
# Reports on what was done; "việc thực hiện" is looked into, not done.
REPORTED = define(
    r"(?<!\w)(?:kết\s+quả|tình\s+hình|năm|tháng|quý|quá\s+trình|kiểm\s+tra|giám\s+sát|thanh\s+tra|sơ\s+kết|tổng\s+kết"
    r"|đánh\s+giá|tiến\s+độ|tháo\s+gỡ|khó\s+khăn|vướng\s+mắc|khi|trong|(?<!về )việc)"
    r"(?:\s+(?:của|trong|về|công\s+tác|tổ\s+chức|triển\s+khai|việc|\d+\s+năm))*\s*$",
    "sơ kết 3 năm ",
    "kiểm tra việc ",
    "kết quả ",
    not_in=("về việc ", "Kế hoạch "),
    flags=re.IGNORECASE,
)
# The papers that guide, named as such: no act of guiding.
GUIDING_PAPERS = define(
    r"(?<!\w)(?:văn\s+bản|tài\s+liệu|cơ\s+quan|trách\s+nhiệm|quy\s+phạm\s+pháp\s+luật)\s+$",
    "các văn bản ",
    not_in=("Thông tư này ", "văn bản này "),
    flags=re.IGNORECASE,
)
OPENS_BASIS = define(
    r"(?:^|[,;.:)]\s*|(?<!\w)(?:nay|và|đồng\s+thời)\s+)$", "", "ngày 5/5/2000; ", "Nay ", not_in=("Có ",), flags=re.I
)
OPENS_SENTENCE = define(
    r"^\s*(?:(?:nay|đồng\s+thời|tiếp\s+tục|theo\s+đó|từ\s+nay)\s*,?\s*)*$",
    "",
    "Nay ",
    "Tiếp tục ",
    not_in=("Sở Tài chính ", "Việc "),
    flags=re.IGNORECASE,
)
OPENS_CARRYING_OUT = define(
    r"(?:^|[,;.:]\s*|(?<!\w)(?:để|nhằm|và|nay|với\s+mục\s+đích)\s+)(?:tiếp\s+tục\s+|tổ\s+chức\s+|kịp\s+thời\s+)*$",
    "",
    "Để ",
    "Nhằm tiếp tục ",
    not_in=("Việc ", "Các đơn vị "),
    flags=re.IGNORECASE,
)
# Between the last document named and a verb that does more to others: "thay thế Quyết định số 5 và bãi bỏ …".
GOES_ON = define(
    r"(?:[,;]|(?<!\w)(?:và|đồng\s+thời))\s*(?:đồng\s+thời\s+|nay\s+)?$",
    " của Bộ Tài chính và ",
    ", đồng thời ",
    not_in=(" của Chính phủ ",),
    flags=re.IGNORECASE,
)
# Between a provision and the verb said of the next: "khoản 1 và sửa đổi khoản 2 Điều 5".
GOES_ON_TO = define(
    r"^\s*(?:[,;]|,?\s*(?:và|đồng\s+thời))\s*$", " và ", ", ", not_in=(" của ", " như sau: "), flags=re.IGNORECASE
)
# Between a document and a verb that is not of its title: another speaks, or other documents come between.
ENDS_ITS_TITLE = define(
    r"[,;]\s+(?:liên\s+)?(?:Bộ|Ban|Ủy|Uỷ|UBND|HĐND|Hội|Tỉnh|Thành|Huyện|Đảng|Chính|Thủ|Quốc|Sở|Tổng|Ngân|Văn|Liên)"
    rf"\s+[{UPPER}{LOWER}]|(?<!\w)thì(?!\w)|(?i:{THIS_WORDS}|(?:các|những|mọi)\s+(?:văn\s+bản|qu[yi]\s+định))",
    "; Bộ Tài chính ",
    ", Ban Tổ chức ",
    " và các văn bản ",
    " thì ",
    not_in=(" của Bộ Tài chính ", " quy định về "),
)
# What a title begins with: "Kế hoạch số 5 về thực hiện Nghị quyết …"; without it the verb may be anybody's.
NAMES_ITS_SUBJECT = define(
    r"(?<!\w)(?:về|để)\s+(?:việc\s+)?(?:\w+\s+){0,4}$|^\s*$",
    " của Tỉnh ủy về việc ",
    " ",
    not_in=(" các đơn vị ", " trực thuộc Tỉnh ủy, nhằm "),
    flags=re.IGNORECASE,
)
THIS_ONE = define(
    rf"(?<!\w){THIS_WORDS}", "Quyết định này", "văn bản này", not_in=("Điều này", "bộ này"), flags=re.IGNORECASE
)
# The document itself is changed or ended, or does not change anything.
THIS_SUFFERS = define(
    rf"(?<!\w){THIS_WORDS}\s*(?:\w+\s+){{0,3}}?(?:được|bị|hết|không|chưa)\s*$",
    "Quy định này được ",
    "văn bản này đã bị ",
    not_in=("Quyết định này ", "trái với Quyết định này đều "),
    flags=re.IGNORECASE,
)
# Others go beside those named: "Quyết định số 5 và các quy định trước đây trái với …".
OTHERS_BESIDE = define(
    r"(?:[,;]|(?<!\w)(?:và|cùng))\s*(?:các|những|mọi)(?!\w)", " và các quy định ", not_in=(" trái với ",), flags=re.I
)
SAYS_AS_FOLLOWS = define(
    r"như\s+sau\s*(?:$|[:;.“\"])|(?:nội\s+dung\s+sau(?:\s+đây)?|(?<!\w)(?:bằng|thành)"
    r"|(?:^\s*|(?<=đổi )|(?<=lại )|(?<=sung ))là)\s*:",
    "Điều 5 như sau:",
    "như sau",
    "với các nội dung sau:",
    "sửa lại là: “5”",
    not_in=("như sau đây là", "trọng tâm là: “5”", "nội dung sau khi"),
    flags=re.IGNORECASE,
)

# --- where it is said --------------------------------------------------------------------------------------------

BASES_HEADING = define(
    r"^(?:[^\w\n]*|(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[-.)/]\s*)(?:các\s+)?(?:cơ\s+sở,?\s+)?căn\s+cứ(?:\s+(?:pháp\s+lý|chính\s+trị|xây\s+dựng|lập)"
    r"[^.;\n]{0,60})?\s*:?\s*$",
    "Căn cứ:",
    "I. Căn cứ pháp lý",
    "1. Các căn cứ pháp lý xây dựng kế hoạch:",
    not_in=("Căn cứ Luật Đất đai",),
    flags=re.IGNORECASE,
)
# The new words that an amendment gives: they end a line or a clause.
QUOTED_BLOCK = define(
    rf"(?:(?:như\s+sau|sau\s+đây)\s*:?|:(?=\s*[“\"]\s*(?:{LIST_MARK_WORDS}|(?:Điều|Chương|Mục)\s+[\dIVX]{{1,5}}\w?[.:\s])))"
    r"\s*[“\"](?P<inside>(?:(?!như\s+sau\s*:\s*[“\"])[^”\"]"
    r"|[”\"](?!\s*(?:[.;/]|,?\s*(?:\n|\Z)))){1,20000})[”\"]",
    "như sau:\n“Điều 5. Xử lý”.",
    'vào khoản 4 Điều 9: "g) Cho ý kiến về đề án".',
    not_in=("theo “quy chế” mới", "như sau: Điều 5", 'theo phương châm: "Nói đi đôi với làm".'),
    flags=re.IGNORECASE,
)
# A line that cannot end there: the next one goes on from it, whatever it begins with.
UNFINISHED_LINE = define(
    r"(?:,|(?<!\w)(?:của|và|về|tại|theo|cho|các|số|ngày|tháng|năm|với|từ|do|bởi|trong|hoặc|là|thay\s+thế|bãi\s+bỏ))\s*$",
    "ngày 20/12/2001 của",
    "và",
    not_in=("Quyết định:", "hết hiệu lực"),
    flags=re.IGNORECASE,
)
LIST_ITEM = define(
    rf"^\s*(?:{LIST_MARK_WORDS}(?=\s|[{UPPER}])|(?:Điều|ĐIỀU|Chương|Mục|Căn cứ|Xét|Theo)\s)",
    "a) Quyết định",
    "Căn cứ Luật",
    not_in=("Thủ tướng",),
)
# What stands before the document that a member of a list begins with.
OPENS_MEMBER = define(
    r"^\s*(?:(?:\(?\d+[.)/]|[^\W\d_]{1,2}[.)/]|[-–+*•]|\d{1,3}\s?\|)\s*)?"
    rf"(?:(?:các|những|\d{{1,2}})\s+|(?:{TYPE_WORDS})\s*\|\s*)?$",
    "1. ",
    "2 | Quyết định | ",
    "- ",
    "4. Các ",
    "3. 02 ",
    not_in=("1. Việc thực hiện ",),
    flags=re.IGNORECASE,
)
PARAGRAPH_MARK = define(
    rf"^\s*(?:(?:[Đđ]iều|ĐIỀU|[Kk]hoản|[Mm]ục)\s+\w{{1,4}}\s*[.:)](?=\s)|{LIST_MARK_WORDS}(?=\s|[{UPPER}]))?"
    rf"\s*(?:{LIST_MARK_WORDS}(?=\s))?\s*",
    "Điều 3. ",
    "2. ",
    "a) ",
    "- ",
    "Điều 2. 1. ",
)
