"""The cells of a table: which may name a column, which hold figures."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

# Between two cells of a row.
CELL_END = define(r"(?:^|(?<=\s)|(?<=\|))\|(?=\s|\||$)", "1 | Xã A", "| 5", "a ||", not_in=("p(A|B)", "a / b"))
# What counts the rows.
COUNTING_COLUMN = define(
    r"^(?:stt|s\.t\.t|tt|t\.t|số\s+(?:tt|thứ\s+tự))\.?$",
    "STT",
    "TT",
    "Số thứ tự",
    "Số  TT",
    not_in=("Số lượng",),
    flags=re.IGNORECASE,
)
# What offices write over columns.
COLUMN_NAME = define(
    r"^(?:(?:họ|tên|nội dung|đơn vị|địa (?:phương|bàn|chỉ|điểm)|cơ quan|tổ chức|chỉ tiêu|chức (?:vụ|danh)|ngày"
    r"|thời gian|số (?:lượng|liệu|hiệu|ký hiệu|quyết định|văn bản)|ghi chú|nhiệm vụ|công việc|hạng mục|danh mục|loại"
    r"|mức|tỷ lệ|kết quả|người|phân công|kinh phí|hình thức|lĩnh vực|năm|quý|tháng|thuế suất"
    r"|trích yếu|sản phẩm|nhóm|ngành)\b)",
    "Họ và tên",
    "Đơn vị",
    "Chỉ tiêu kết nạp",
    not_in=("Nguyễn Văn A", "Huyện A", "Hội Nông dân"),
    flags=re.IGNORECASE,
)
# A figure, a day, a share, or the mark of a box that is ticked or left out.
FIGURE = define(
    r"^[\s\d.,/:%+\-–x×=()]*$|^\d[\d.,]*\s*(?:%|đ|đồng|người|triệu|tỷ)$",
    "1.250",
    "26/01/2018",
    "12,5 %",
    "x",
    "15 người",
    not_in=("Xã A", "Năm 2005"),
    flags=re.IGNORECASE,
)
# A year alone, as a column is named.
YEAR = define(r"^(?:19|20)\d\d$", "2005", not_in=("205", "20055"))
# The row below a header that counts its columns: "A | B | 1 | 2 | 3=1+2".
COLUMN_NUMBER = define(
    r"^\(?(?:(?P<n>\d{1,2})\)?(?:\s*[=:(][\s\d()+\-–x×*/:%=]*)?|[A-ZĐa-e]\)?)$",
    "1",
    "(2)",
    "A",
    "3=1+2",
    "(5)=(3)/(4)",
    not_in=("125", "Xã"),
)
# No column is called by a whole sentence, or by an item of a list.
NO_COLUMN_NAME = define(
    r"(?<![.…])[.;]$|^(?:[-–+*]\s|\d{1,3}[.)]\s|[a-zđ]\)\s)",
    "Đạt kết quả tốt.",
    "1. Xã A",
    "- Xã B",
    "a) Một",
    not_in=("Số TT", "Năm 2005", "Hợp đồng số...", "Chỉ tiêu:"),
)
