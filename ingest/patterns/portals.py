"""What a portal writes around a document, line by line: its tools, paths, counters, lists of other texts, its foot."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_HOUR = r"\d{1,2}[:h]\d{2}(?::\d{2})?"
_TOOL = (
    r"(?:(?:bản|trang) in|in (?:bài(?: viết)?|trang(?: này)?|ấn)|in|gửi (?:e-?mail|(?:cho )?bạn bè|góp ý|tin|bình luận)"
    r"|tải (?:về|văn bản|xuống|file|tệp|bản (?:pdf|word))|download|quay lại|trở (?:về|lại)|(?:về |lên )?đầu trang"
    r"|trang trước|chia sẻ|facebook|zalo|twitter|youtube|google\+?|linkedin|e-?mail|copy link"
    r"|sao chép liên kết|lưu trữ|ghi chú"
    r"|ý kiến|góp ý|bình luận|cỡ chữ|a\+?|đọc bài(?: viết)?|nghe(?: bài)?|theo dõi|thích|like|đăng (?:nhập|ký|xuất)"
    r"|tiếng anh|văn bản gốc|lược đồ|pdf|word|rss)(?:\s*\([^()]{0,20}\))?"
)
_APART = r"[\s|\[\]:;,•·»«<>/.–-]"
# Nothing but the names of buttons; one of them alone may be a word of the document ("Ghi chú").
TOOLS = define(
    rf"^{_APART}*(?:(?:{_TOOL}){_APART}+)+(?:{_TOOL}){_APART}*$"
    rf"|^{_APART}*(?:bản in|in (?:bài viết|trang)|tải (?:về|văn bản)|quay lại|(?:về |lên )?đầu trang"
    rf"|chia sẻ|facebook|zalo){_APART}*$",
    "Bản in Tải về (.doc) Gửi cho bạn bè",
    "[Bản in] [Gửi bạn bè] [Tải về]",
    "Chia sẻ: Facebook Zalo",
    "Quay lại | Đầu trang",
    "Về đầu trang",
    not_in=("Ghi chú", "Ý kiến chỉ đạo của Bí thư", "In ấn tài liệu đại hội", "Lưu trữ"),
    flags=re.IGNORECASE,
)
# "Lượt xem: 1.234", alone or behind the day of publication.
COUNTER = define(
    r"(?:^|[\s|–-])(?:(?:số )?(?:lượt|lần) (?:xem|đọc|tải|truy cập)"
    r"|(?:đang|số người) (?:trực tuyến|online)|(?:tổng )?lượt truy cập)\s*:?\s*[\d.,]*$|^bạn là (?:người|khách) thứ",
    "Thứ năm, 12/01/2017 08:15 (GMT+7) Lượt xem: 1.234",
    "Số lần đọc:",
    "Đang trực tuyến: 12",
    "Bạn là người thứ 5 ghé thăm",
    not_in=("Số lượt xem xét kỷ luật", "Lượt xem xét thứ hai"),
    flags=re.IGNORECASE,
)
# The day on which a portal published something, or today; a document writes its day otherwise.
CLOCK = define(
    rf"^(?:(?:ngày )?(?:cập nhật|đăng|xuất bản)\s*:?|hôm nay\s*:?)"
    rf"(?:\s*(?:{_DAY}|{_HOUR}|[-–|,(]|\)|ngày|lúc|gmt\s?\+\s?7))*$"
    rf"|^(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*,?\s*(?:ngày\s*)?{_DAY}"
    rf"(?:[\s,|–-]*{_HOUR})?\s*(?:\(?gmt\s?\+\s?7\)?)?$"
    rf"|^{_DAY}[\s,|–-]+{_HOUR}$|^{_HOUR}[\s,|–-]+{_DAY}$",
    "Cập nhật: 15/03/2010",
    "Thứ Năm, ngày 12/1/2017",
    "Thứ năm, 12/01/2017 08:15 (GMT+7)",
    "05/06/2017 08:00",
    not_in=("Ngày 10/3/2010, Thường trực Tỉnh ủy", "Thứ năm, giữ vững kỷ luật", "ngày 09/12/2005"),
    flags=re.IGNORECASE,
)
# The way from the first page to this one.
BREADCRUMB = define(
    r"^(?:trang (?:chủ|nhất)|home)(?:\s*[»›>/|→].*)?$",
    "Trang chủ » Văn kiện Đảng",
    "Trang nhất > Văn bản > Thông báo",
    not_in=("Trang chủ yếu", "Trang 5"),
    flags=re.IGNORECASE,
)
LANGUAGES = define(
    r"^(?:(?:tiếng (?:việt|anh)|english|vietnamese|vn|vi|en|中文|русский|français)[\s|/·-]*){2,}$",
    "Tiếng Việt | English | 中文",
    "VN EN",
    not_in=("Tiếng Việt", "Việt Nam"),
    flags=re.IGNORECASE,
)
# What stands over a list of other texts, over comments, over what is sold.
OTHER_TEXTS = define(
    r"^(?:[-–•»]\s*)?(?:(?:các )?(?:tin(?: tức)?|bài(?: viết)?|văn (?:bản|kiện)|thông báo)"
    r" (?:khác|mới(?: nhất| hơn)?|cũ hơn|liên quan|cùng (?:chuyên mục|loại)|đã (?:đưa|đăng)"
    r"|được (?:hướng dẫn|dẫn chiếu|căn cứ)|hiện thời|nổi bật)|(?:đọc|xem) (?:thêm|nhiều)|từ khóa|tags?"
    r"|(?:ý kiến|bình luận) (?:bạn đọc|của bạn)|hỏi đáp(?: pháp luật)?|danh mục|liên kết(?: website)?"
    r"|thống kê truy cập|đánh giá bài viết|thông tin liên hệ)\s*(?::.*|\(\d+\))?$",
    "Tin liên quan",
    "Các tin đã đưa:",
    "THÔNG BÁO MỚI",
    "Văn bản hiện thời",
    "Đọc thêm: Hội nghị sơ kết",
    not_in=("Văn bản liên quan đến công tác cán bộ", "Danh mục tài liệu", "Tin học"),
    flags=re.IGNORECASE,
)
# Who answers for a portal.
FOOT = define(
    r"^(?:©|\(c\)|bản quyền (?:thuộc|của|©)|copyright"
    r"|(?:cơ quan (?:quản lý|chủ quản)|chịu trách nhiệm(?: chính| nội dung)?"
    r"|trưởng ban biên tập|tổng biên tập|giấy phép(?: số| thiết lập)?|điện thoại|đt|hotline|địa chỉ|email"
    r"|fax|website)\b.*[:\d]|ghi rõ nguồn|cơ quan của đảng bộ|(?:văn bản|trang) này thuộc phạm vi công cộng)",
    "© Cổng thông tin",
    "Cơ quan quản lý: Văn phòng Tỉnh ủy. Điện thoại: 0252.999999",
    "Giấy phép số 45/GP-BTTTT",
    not_in=("Cơ quan quản lý nhà nước", "Địa chỉ của người khiếu nại", "Chịu trách nhiệm thi hành"),
    flags=re.IGNORECASE,
)
