"""Words every other pattern leans on: the types of documents, family names, days."""

from __future__ import annotations

from ingest.patterns.pattern import LOWER, UPPER, define

DOCUMENT_TYPES: tuple[str, ...] = (
    "Cương lĩnh",
    "Điều lệ",
    "Chiến lược",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Quy chế",
    "Quy định",
    "Thông tri",
    "Hướng dẫn",
    "Thông báo",
    "Thông cáo",
    "Tuyên bố",
    "Lời kêu gọi",
    "Báo cáo",
    "Kế hoạch",
    "Quy hoạch",
    "Chương trình",
    "Đề án",
    "Phương án",
    "Dự án",
    "Tờ trình",
    "Công văn",
    "Công điện",
    "Biên bản",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
)
TYPES = "|".join(DOCUMENT_TYPES)
# Headings too, but cited otherwise than by a sign, or seldom.
HEADING_TYPES: tuple[str, ...] = (
    *DOCUMENT_TYPES,
    *("Sắc lệnh", "Lệnh", "Hiến pháp", "Nội quy", "Thể lệ", "Quy trình", "Phụ lục", "Hợp đồng", "Đề cương"),
    *("Giấy mời", "Giấy ủy quyền", "Giấy giới thiệu", "Giấy chứng nhận", "Giấy xác nhận", "Giấy đi đường"),
    *("Giấy nghỉ phép", "Giấy phép", "Phiếu chuyển", "Phiếu gửi", "Phiếu trình", "Phiếu báo", "Phiếu"),
    *("Đơn đề nghị", "Đơn xin", "Đơn khiếu nại", "Đơn tố cáo", "Bản kiểm điểm", "Danh sách", "Lý lịch"),
    *("Bản ghi nhớ", "Bản thỏa thuận", "Bản cam kết", "Thỏa thuận", "Quy ước", "Hương ước", "Thư công", "Tờ khai"),
    *("Thư chúc mừng", "Thư khen", "Thư ngỏ", "Điện mừng", "Định mức", "Bảng giá"),
)


# Both ways to place a tone, and the "Qui định" of the nineties.
HEADINGS = "|".join(HEADING_TYPES).replace("ủy", "(?:ủy|uỷ)").replace("hỏa", "h(?:ỏa|oả)").replace("Quy ", "Qu[yi] ")

# Family names: few, and nearly every person bears one of them.
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Mai|Tô|Trịnh"
    "|Trương|Lâm|Đào|Cao|Hà|Tạ|Thái|Châu|Tống|Quách|Lưu|Kiều|Nông|Tòng|Vương|Chu|Phùng|Đàm|Đồng|Tăng|Ninh"
    "|Nghiêm|Lữ|Mạc|Uông|Ung|Viên|Âu|Từ|Tôn|Tiêu|Thân|Thẩm|Thiều|Quản|Phí|Nhữ|Ngụy|Mẫn|Lại|Khương|Kha|Hồng|Hàn"
    "|Giang|Giáp|Dư|Doãn|Cù|Diệp|Đới|Đậu|Đường|Biện|Bành|Chử|Chế|Cấn|Bàng|An|Trang|Lò|Giàng|Vừ|Ksor|Siu|Rơ"
    "|Triệu|Ma|Cầm|Điểu|Thạch|Sơn|Kim|Danh|Lục|Hứa|Bế|Vi|La|Mùa|Sùng|Thào|Vàng|Tráng|Quàng|Bạch|Khúc|Hầu|Cụt"
    "|Bàn|Đèo|Lèng|Nình|Chẩu|Rcom|Puih|Y|Cung|Ngọ|Lã|Khổng|Trà|Nhâm|Thiệu|Vòng|Lầu|Hờ|Sầm|Lô|Lường"
)

# A word of a person's name in small letters with a capital, those of the highlands with their mark: "K'Ré", "H'Ngăm".
NAME_WORD = rf"(?:văn|thị|[{UPPER}](?:['’`]\s?[{UPPER}]?)?[{LOWER}]*(?:['’`-][{UPPER}]?[{LOWER}]+)?)"
# In the highlands one word with its mark may be the whole name.
ONE_WORD_NAME = rf"[{UPPER}]['’`][{UPPER}][{LOWER}{UPPER}]+"
# What stands before a name: a degree, a rank.
RANKS = (
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|BS\.?CK\.?I{1,2}|DS|KS|LS|CN|NSND|NSƯT|NGND|NGƯT|Giáo sư|Phó Giáo sư"
    r"|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Luật sư|Bác sĩ|Kỹ sư|(?:Thiếu|Trung|Thượng|Đại)\s+(?:tướng|tá|úy|uý)"
    r"|Chuẩn đô đốc|Phó đô đốc)(?:\s*[.,:]\s*|\s+))"
)

DAY_IN_FIGURES = r"(?:(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}))"
DAY_IN_WORDS = r"(?:(?P<lday>\d{1,2})\s*tháng\s*(?P<lmonth>\d{1,2})\s*năm\s*(?P<lyear>\d{4}))"
ANY_DATE = define(
    rf"(?:{DAY_IN_WORDS}|{DAY_IN_FIGURES})",
    "26/01/2018",
    "15-11-2017",
    "15 tháng 11 năm 2017",
    "14 tháng5 năm2008",
    not_in=("2020 – 2025",),
)
# How a title opens that goes on from the type: with a link or with what is done, never with somebody's name.
TITLE_GOES_ON = define(
    r"^(?:Về|Của|Cho|Trong|Tại|Theo|Từ|Đối với|Nhằm|Để|Kèm theo|Một số|Những|Các|Việc"
    r"|Ban hành|Quy định|Hướng dẫn|Thực hiện|Thi hành|Triển khai|Quán triệt|Sửa đổi|Bổ sung|Thay thế|Bãi bỏ"
    r"|Phê duyệt|Phê chuẩn|Công bố|Công nhận|Thành lập|Kiện toàn|Giải thể|Sáp nhập|Chỉ định|Chuẩn y|Phân công|Điều động"
    r"|Bổ nhiệm|Miễn nhiệm|Luân chuyển|Giới thiệu|Cử|Giao|Khen thưởng|Xử lý|Giải quyết|Kiểm tra|Giám sát"
    r"|Tăng cường|Đẩy mạnh|Nâng cao|Đổi mới|Tiếp tục|Phát triển|Xây dựng|Bảo đảm|Sơ kết|Tổng kết|Chấn chỉnh"
    r"|Kết quả|Tình hình|Công tác|Tổ chức)(?=\s)(?!(?<=Tổ chức)\s[A-ZĐ])",
    "Về công tác dân vận",
    "Tăng cường kiểm tra",
    "Tổ chức đại hội",
    not_in=("Tổ chức Đảng", "Trường Chinh", "Quy chế"),
)
