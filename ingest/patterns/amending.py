"""The words by which a text changes parts of another, and by which it leaves that to others, with examples."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define
from ingest.patterns.relations import LIST_MARK_WORDS, PIECE_WORDS, TYPE_WORDS

_UNITS = r"(?:điều|khoản|điểm|mục|tiểu\s+mục|chương|phần|tiết|phụ\s+lục(?:\s+số)?)"
_CONTENT = (
    r"(?:nội\s+dung|mục\s+tiêu|chỉ\s+tiêu|nhiệm\s+vụ|giải\s+pháp|qu[yi]\s+định|thời\s+(?:gian|hạn)|lộ\s+trình|mức|tỷ\s+lệ|tỉ\s+lệ"
    r"|đối\s+tượng|phạm\s+vi|tên|đoạn|câu|cụm\s+từ|từ|ý|gạch\s+đầu\s+dòng)"
)
_VALUE = r"(?:\d{1,3}[a-zđ]?|[ivx]{1,5}|[a-zđ])(?!\w)"
_TEXT_WORDS = r"(?:cụm\s+từ|từ\s+ngữ|từ|chữ)"
# What a provision settles, and that it does so there: "Việc lấy phiếu nêu tại điểm 2.3".
_MATTER = (
    r"(?:việc|nội\s+dung|trình\s+tự|thủ\s+tục|quy\s+trình|thời\s+(?:gian|hạn)|mức|đối\s+tượng|điều\s+kiện|tiêu\s+chuẩn"
    r"|thẩm\s+quyền|hồ\s+sơ)(?!\w)[^.;:\n“”\"]{0,120}?(?<!\w)(?:nêu|qu[yi]\s+định|ghi|hướng\s+dẫn)\s+(?:tại|trong|ở)\s+"
)
# A paragraph that may change a provision of a document named above: "2. Khoản 6 Điều 3 được sửa đổi như sau".
OPENS_CHANGE = define(
    rf"^\s*(?:(?:điều|khoản|mục)\s+\w{{1,4}}\s*[.:]\s+|{LIST_MARK_WORDS}\s*){{0,2}}"
    r"(?:(?:tại|trong|ở|về|đối\s+với)\s+(?:điều|khoản|điểm|mục|chương|phần|phụ\s+lục)\s[^.;\n]{1,80}?[,:\s]\s*)?"
    r"(?:sửa|điều\s+chỉnh|bổ\s+sung|thêm|đổi\s+tên|thay\s+thế|thay\s+(?:các\s+)?(?:cụm\s+từ|từ\s+ngữ|nội\s+dung|khoản|điểm|điều|mục)(?!\w)|(?:(?:bãi|h(?:ủy|uỷ))\s+)?bỏ"
    rf"|thống\s+nhất\s+(?:sửa|bổ|điều|bãi)|(?:các\s+)?{_TEXT_WORDS}\s*[“\"]"
    rf"|(?:(?:các\s+|{PIECE_WORDS}|{_MATTER})?(?:điều|khoản|điểm|mục|chương|phần|tiết|phụ\s+lục)\s[^.;:\n]{{1,90}}?"
    r"\s(?:(?:(?:được|bị)\s+(?:sửa|bổ|thay|bãi|điều|đổi|h(?:ủy|uỷ))|sửa|bổ\s+sung)\s"
    r"|(?:(?:bãi|h(?:ủy|uỷ))\s+bỏ|(?:hết|không\s+còn|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?)\s*(?:[.;]|$))))",
    "II- Thay thế điểm 4",
    "Điều 1. Sửa đổi khoản 2 Điều 5",
    "2. Khoản 6 Điều 3 được sửa đổi",
    "3. Đoạn 2 khoản 6 Điều 3 sửa đổi",
    "4. Khoản 6 Điều 3 bãi bỏ.",
    "Khoản 6 Điều 3 hết hiệu lực.",
    "Tên Chương III được đổi thành",
    "5. Cụm từ “thị ủy” tại Điều 3 được thay",
    "6. Việc lấy phiếu nêu tại khoản 2 Điều 5 được sửa đổi",
    "a) Tại mục I, bỏ điểm 1",
    not_in=("2. Đơn vị sửa đổi", "Khoản 6 Điều 3 quy định", "Việc sửa đổi do Ban Bí thư quyết định"),
    flags=re.IGNORECASE,
)
# Between a verb and the provision in which it changes something that has no address.
LOOSE_PART = define(
    rf"^\s*(?:(?:các|những|một\s+số|toàn\s+bộ|thêm)\s+)*(?:{_CONTENT}(?!\w)[^.;:\n“\"]{{0,120}}?"
    rf"(?<!\w)(?:tại|của|trong|vào|ở|thuộc)\s+(?:các\s+|cuối\s+)?|(?:{_CONTENT}\s+(?:tại|của)\s+)?"
    r"(?:gạch\s+đầu\s+dòng|đoạn|câu|ý)\s+(?:(?:thứ\s+)?\w+\s+)?(?:,\s*)?)$",
    " nội dung về khoán xe công tại ",
    " nhiệm vụ bảo vệ môi trường biển vào ",
    " quy định tại gạch đầu dòng thứ 4 ",
    " đoạn 2 ",
    not_in=(" việc chi trả theo ", " một số điều của "),
    flags=re.IGNORECASE,
)
# Parts of the text that the document named next encloses: they are that text's.
PART_OF_ENCLOSED = define(
    rf"(?<!\w)(?:(?:(?:các|những|một\s+số|toàn\s+bộ)\s+)?(?:(?:điều|khoản|điểm|mục|{_CONTENT})(?!\w)\s*(?:(?:,|và)\s*)?){{1,8}}"
    rf"(?:của|tại|trong|thuộc)\s+|(?<=sửa đổi )|(?<=bổ sung ))(?:bản\s+)?(?P<type>{TYPE_WORDS})(?!\w)"
    r"(?:(?!\d\s*[-/])[^;]){0,250}?(?<!\w)kèm\s+theo\s*$",
    " một số điều của Quy chế giám sát, phản biện xã hội ban hành kèm theo ",
    "một số điều, khoản của bản Quy định về tuyển dụng, kèm theo ",
    "Sửa đổi, bổ sung Quy chế giám sát kèm theo ",
    not_in=(" Quy chế ban hành kèm theo ", " một số điều của ", " một số điều của Quy định số 5-QĐ/TU kèm theo "),
    flags=re.IGNORECASE,
)
# Behind an address: what is being amended, by its type alone.
CALLED_BY_TYPE = define(
    rf"^\s*,?\s*(?:(?:của|tại|trong)\s+)?(?:bản\s+)?(?P<type>{TYPE_WORDS})"
    r"(?=\s*(?:$|[.,;:(“\"]|(?:được|bị|như\s+sau|bằng|thành|và)(?!\w)))",
    " của Quy chế được",
    " Quy định.",
    not_in=(" của Quy chế này", " Quy chế làm việc của Tỉnh ủy", " và"),
    flags=re.IGNORECASE,
)
# A new provision and where it goes, between the verb and the document: "Bổ sung mục IV vào Hướng dẫn số 22".
PUT_OBJECT = define(
    rf"^\s*(?:thêm\s+|các\s+)?{_UNITS}\s+{_VALUE}(?:\s*(?:,|và)\s*(?:{_UNITS}\s+)?{_VALUE}){{0,5}}\s*,?\s+"
    rf"(?:vào|(?:vào\s+)?(?:ngay\s+|liền\s+)?(?:sau|trước)|vào\s+cuối)\s*(?:{_UNITS}\s+[^.;:\n]{{1,60}})?$",
    " mục IV vào ",
    " điểm đ vào sau ",
    " khoản 5 và khoản 6 vào sau khoản 4 Điều 7 ",
    not_in=(" mục tiêu vào ", " khoản 2 của ", " nhiệm vụ vào "),
    flags=re.IGNORECASE,
)
# Between a passive verb and the new provision that it adds, and behind that: "được bổ sung khoản 4 như sau:".
OPENS_ADDED = define(r"^\s*(?:thêm\s+)?(?:các\s+)?$", " ", " thêm các ", not_in=(" nội dung tại ", " vào "), flags=re.I)
GIVES_ADDED = define(
    r"^\s*(?:,?\s*(?:như\s+sau|với\s+nội\s+dung(?:\s+như)?(?:\s+sau)?))?\s*(?:[:“\"]|$)",
    " như sau:",
    ': "4. ',
    not_in=(" theo Nghị định", " của Quy chế"),
    flags=re.IGNORECASE,
)
# Before the address of a provision, of which a piece is changed that is said behind: "Tên Điều 15 được sửa đổi".
PIECE_LEAD = define(
    rf"^\s*{PIECE_WORDS}$",
    "Tên ",
    "Đoạn 2 ",
    "Gạch đầu dòng thứ hai ",
    "Câu cuối của ",
    not_in=("Tên của đơn vị tại ", "Các đoạn đường ", ""),
    flags=re.IGNORECASE,
)
# Words in quotes and where they stand, before the verb that exchanges them, and behind it, the quotes left out.
WORDS_SUBJECT = define(
    rf"^\s*(?:các\s+)?{_TEXT_WORDS}\s*[“\"]",
    "Cụm từ “thị ủy”",
    'Các từ "A"',
    not_in=("Từ ngày", "theo cụm từ “A”"),
    flags=re.I,
)
WORDS_LEAD = define(
    rf"^\s*(?:các\s+)?{_TEXT_WORDS}\s*[“\"][^”\"\n]{{1,200}}[”\"]"
    rf"(?:\s*(?:,|và|hoặc)\s*(?:{_TEXT_WORDS}\s*)?[“\"][^”\"\n]{{1,200}}[”\"]){{0,5}}\s*,?\s*"
    r"(?:(?:nêu|qu[yi]\s+định|sử\s+dụng)\s+)?(?:tại|trong|ở|của)\s+(?:các\s+)?$",
    "Cụm từ “thị ủy” tại ",
    'Các từ "A" và "B" quy định tại ',
    not_in=("Cụm từ “thị ủy” ", "Sửa cụm từ “thị ủy” tại "),
    flags=re.IGNORECASE,
)
EXCHANGED_BEHIND = define(
    rf"^\s*(?:bằng|thành|là)\s+(?:(?:các\s+)?{_TEXT_WORDS}\s+)?(?:tại|trong|ở)\s+(?:các\s+)?$",
    " bằng cụm từ          tại ",
    not_in=(" bằng nội dung tại ", " tại "),
    flags=re.IGNORECASE,
)
# What is changed is named by what it settles; the new words must follow.
MATTER_LEAD = define(
    rf"^\s*{_MATTER}(?:các\s+)?$",
    "Việc lấy phiếu nêu tại ",
    "Thời hạn báo cáo quy định tại ",
    not_in=("Việc lấy phiếu theo ", "Ban Tổ chức nêu tại "),
    flags=re.IGNORECASE,
)
# It is said of what stands before it, though no "được" says so: "Khoản 2 Điều 5 nay sửa lại là"; before and behind it.
BARE_SUBJECT = define(
    rf"(?:(?<!\w){_UNITS}\s+{_VALUE}|(?<=[\s\d/.-])\d{{4}}|/[A-ZĐ][\w-]*|(?:{TYPE_WORDS})\s+(?:đó|ấy|(?:nêu|nói)\s+trên))"
    r"\s*,?\s*(?:(?:từ\s+)?nay\s+)?$",
    "Khoản 2 Điều 5 ",
    "điểm 4 mục II, nay ",
    "Điều 5 Quy định số 31-QĐ/TW ",
    "ngày 22/11/2018 nay ",
    "mục II của Quy định đó nay ",
    not_in=("Ban Thường vụ ", "Điều 5 quy định việc ", "Điều 1. "),
    flags=re.IGNORECASE,
)
BARE_PASSIVE = define(
    r"^\s*(?:là|thành|như\s+sau)(?!\w)",
    " là: ",
    " như sau:",
    " thành “5”",
    not_in=(" Điều 5 như sau", " lành mạnh", ""),
    flags=re.IGNORECASE,
)
# The same of its end, where the sentence or clause ends with it: "Khoản 3 Điều 6 bãi bỏ."; before and behind the verb.
_BODY_BEHIND = r"(?:\s+của(?:\s+(?!(?:mà|do|đã|sẽ|theo|để|không|chưa|phải|cần|nên|đề|và|quyết)(?!\w))[^\W\d_]+){1,12})?"
ENDED_SUBJECT = define(
    rf"(?:(?<!\w){_UNITS}\s+{_VALUE}|(?<=[\s\d/.-])\d{{4}}|/[A-ZĐ][\w-]*){_BODY_BEHIND}\s*,?\s*(?:(?:từ\s+)?nay\s+)?$",
    "Khoản 3 Điều 6 ",
    "Quyết định số 5/QĐ-UB ngày 03/4/2001 của Ủy ban nhân dân tỉnh, nay ",
    not_in=("Ban Thường vụ ", "ngày 03/4/2001 do Ủy ban nhân dân tỉnh ", "Điều 5 quy định việc "),
    flags=re.IGNORECASE,
)
ENDS_WITH_IT = define(
    r"^\s*(?:toàn\s+bộ\s*)?(?:[.;]|/|$|,\s*(?:trừ|riêng|kể\s+từ|từ\s+ngày)(?!\w)|(?:kể\s+từ|từ\s+ngày)(?!\w))",
    ".",
    " kể từ ngày 01/7/2020.",
    "; riêng",
    not_in=(" Quyết định số 5", " các quy định", ": khoản 2"),
    flags=re.IGNORECASE,
)
# It makes way for other words, wherever these stand.
MADE_WAY = define(
    rf"^\s*(?:bằng|bởi|thành)\s+(?:các\s+)?(?:(?:nội\s+dung|qu[yi]\s+định)\s+(?:tại|nêu|sau|như)(?!\w)|cụm\s+từ(?!\w)|{_TEXT_WORDS}\s*[“\"]|[“\"])",
    " bằng nội dung tại điểm 1 mục này",
    " bằng “B”",
    " thành “B”",
    not_in=(" bằng nội dung khác", " bằng Quy định số 5-QĐ/TU", " cho phù hợp"),
    flags=re.IGNORECASE,
)
# The larger unit first: "Tại mục I, sửa đổi điểm 1"; what stands before the unit and between it and the verb.
IN_UNIT = define(r"^\s*(?:tại|trong|ở|về|đối\s+với)\s+$", "Tại ", "Về ", not_in=("Theo ", "nêu tại "), flags=re.I)
UNIT_THEN_VERB = define(
    r"^(?:[^.;\n]{0,80}?[,:])?\s*(?:nay\s+)?$",
    ", ",
    ": ",
    " ",
    " (Đối tượng): ",
    not_in=(" của ", " các đơn vị "),
    flags=re.IGNORECASE,
)
# "mục I: điểm 1": what is smaller lies within.
SMALLER_BEHIND = define(r"^\s*[:(–-]\s*(?:tại\s+)?$", ": ", " (", not_in=(" như sau: ", ", "))
# The new words follow, or it is said into what or out of what they go.
GIVES_CONTENT = define(
    rf":\s*\S|(?<!\w)(?:thay\s+vì|cụ\s+thể\s*:|(?:cụm\s+từ|từ\s+ngữ)\s*[“\"]|vào\s+(?:cuối\s+|sau\s+|trước\s+)?{_UNITS}(?!\w)"
    rf"|(?:thời\s+hạn|thời\s+gian)(?!\w)[^.;:]*\s(?:đến|sang)\s+(?:hết\s+)?(?:ngày|tháng|quý|năm|\d)|(?:thành|bằng|là)\s+[“\"\d]"
    r"|từ\s+[^.;:\n]{1,60}?\s(?:lên|xuống|thành|sang|còn)(?!\w))",
    "mục II Nghị quyết số 11: tỉ trọng đạt 32%",
    "từ 70% lên 80%",
    "vào mục III",
    "thời hạn nêu tại điểm 1 đến hết năm 2022",
    "thành “cấp ủy”",
    "cụm từ “thị ủy”",
    ", cụ thể:",
    not_in=("Quy chế số 05-QC/TU cho phù hợp", "Nghị quyết số 11:"),
    flags=re.IGNORECASE,
)
# What is to be done, and by when: no act of the paper that says so.
TO_BE_DONE = define(
    r"(?<!\w)(?:cho\s+phù\s+hợp|theo\s+hướng|để\s+(?:trình|báo\s+cáo)|trình\s+(?:Ban|Bộ|Tỉnh|Thường|cấp|cơ)|trước\s+ngày"
    r"|hoàn\s+thành\s+(?:trong|trước)|xong\s+trước|báo\s+cáo\s+(?:kết\s+quả|Ban|Bộ|Tỉnh|Thường))(?!\w)",
    "cho phù hợp",
    "theo hướng: rõ người",
    "trình Ban Thường vụ",
    not_in=("báo cáo chính trị", "phù hợp với"),
    flags=re.IGNORECASE,
)
# It is agreed on, and others are to see to it.
LEFT_TO_OTHERS = define(
    r"(?<!\w)(?:giao(?!\s+thông)|tham\s+mưu|chủ\s+trương|đề\s+nghị|kiến\s+nghị|xem\s+xét)(?!\w)",
    "; giao Văn phòng tham mưu",
    "thống nhất chủ trương bãi bỏ",
    not_in=("Thống nhất bãi bỏ Quyết định", "giao thông"),
    flags=re.IGNORECASE,
)
# The papers that change it, named as such: no act of changing.
CHANGING_PAPERS = define(
    r"(?<!\w)(?:các|những|mọi)\s+văn\s+bản\s+(?:(?:khác|đã|được|có)\s+)*$",
    "và các văn bản ",
    not_in=("văn bản này ", "các văn bản sau đây được "),
    flags=re.IGNORECASE,
)
# It stops for a time, and is not ended.
FOR_A_TIME = define(
    r"(?<!\w)tạm(?:\s+thời)?\s+(?:bị\s+|được\s+)?$", "Tạm ", "được tạm thời ", not_in=("tạm ứng ",), flags=re.IGNORECASE
)
STOPS = define(
    r"^(?:ngừng|dừng)\s", "Dừng thực hiện", not_in=("Kết thúc việc thực hiện", "bãi bỏ"), flags=re.IGNORECASE
)
UNTIL = define(
    r"(?<!\w)(?:cho\s+(?:đến|tới)|(?:đến|tới)\s+(?:khi|(?:hết\s+)?ngày))(?!\w)",
    "cho đến khi có hướng dẫn mới",
    "đến hết ngày 31/12/2018",
    not_in=("giai đoạn đến năm 2020", "liên quan đến"),
    flags=re.IGNORECASE,
)
# What is told of carrying it out is that it is not, for now.
HELD_BACK = define(
    r"(?<!\w)(?:đình\s+chỉ|hoãn|ngưng|tạm\s+(?:dừng|ngừng))\s+(?:việc\s+)?$",
    "Đình chỉ ",
    "tạm ngưng việc ",
    not_in=("triển khai ", "bị đình chỉ công tác để "),
    flags=re.IGNORECASE,
)
# The same as what a sentence begins with: more may be done to others behind it.
OPENS_HELD_BACK = define(
    r"^\s*(?:nay\s+)?(?:tạm\s+)?(?:đình\s+chỉ|hoãn|ngưng|dừng|ngừng)\s+(?:việc\s+)?$",
    "Đình chỉ ",
    "Nay tạm dừng việc ",
    not_in=("Ban Thường vụ đình chỉ ", "Triển khai "),
    flags=re.IGNORECASE,
)
# What was printed wrong is put right: the text always meant that.
CORRECTS = define(r"(?<!\w)đính\s+chính(?!\w)", "về việc đính chính", not_in=("chính sách",), flags=re.IGNORECASE)
# The words above a list that give what it holds to others.
ASSIGNS = define(
    r"(?<!\w)(?:giao|phân\s+công|yêu\s+cầu|đề\s+nghị|kiến\s+nghị|chủ\s+trì|tham\s+mưu|có\s+trách\s+nhiệm)(?!\w)[^.;]{0,200}:\s*$",
    "Ban Tổ chức Tỉnh ủy có trách nhiệm:",
    "2. Giao Văn phòng chủ trì, phối hợp:\n",
    not_in=("Điều 1. Sửa đổi một số điều như sau:", "Giao Ban Tổ chức."),
    flags=re.IGNORECASE,
)
# A body agrees to it in the paper itself, and gives the new words.
AGREES = define(
    r"^\s*(?:(?:Ban\s+(?:Thường\s+vụ|Chấp\s+hành|Bí\s+thư)|Bộ\s+Chính\s+trị|Thường\s+trực|Chi\s+bộ|Chi\s+ủy|(?:Đảng|Tỉnh|Thành|Huyện|Quận)\s+ủy)(?:\s+(?!chưa|không|đã)\w+){0,4}?\s+)?"
    r"(?:thống\s+nhất|nhất\s+trí|quyết\s+định|đồng\s+ý)\s*(?:về\s+)?(?:việc\s+)?$",
    "Thống nhất ",
    "Ban Thường vụ Tỉnh ủy quyết định ",
    "Đồng ý việc ",
    not_in=("Ban Thường vụ chưa thống nhất ", "Giao "),
    flags=re.IGNORECASE,
)
# Papers that set tasks: "Sửa đổi Quy định số …" is one of them, unless the new words follow.
SETS_TASKS = define(
    r"^(?:Nghị quyết|Chỉ thị|Kết luận|Thông báo|Thông tri|Chiến lược|Cương lĩnh)$",
    "Kết luận",
    not_in=("Quyết định", "Nghị quyết liên tịch"),
)
# Papers that ask, report and invite: what stands in their titles is what they speak of, not what they do.
SPEAKS_OF = define(
    r"^(?:Tờ trình|Báo cáo|Công văn|Công điện|Giấy mời|Biên bản|Đề án|Kế hoạch|Chương trình|Phương án|Dự án|Thông cáo"
    r"|Lời kêu gọi|Tuyên bố|Bài .*|Diễn văn|Đề cương|Giấy .*)$",
    "Tờ trình",
    "Báo cáo",
    not_in=("Quyết định", "Hướng dẫn"),
)
