"""An old directive and the one that took its place, for tests of comparing."""

from __future__ import annotations

OLD_ID, NEW_ID = "102-QĐ/TW@2017-11-15", "69-QĐ/TW@2022-07-06"
OLD = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 102-QĐ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 15 tháng 11 năm 2017

QUY ĐỊNH
về xử lý kỷ luật đảng viên vi phạm

Điều 1. Phạm vi

1. Áp dụng với mọi đảng viên vi phạm kỷ luật của Đảng; trừ <b>trường hợp</b> khác.

2. Cấp uỷ hoà giải trong thời hạn mười ngày.

Điều 2. Thời hiệu

Thời hiệu là năm năm, kể từ ngày vi phạm.

Điều 3. Trách nhiệm

1. Cấp ủy chịu trách nhiệm tổ chức thực hiện Quy định này.

2. Ủy ban kiểm tra các cấp giúp cấp ủy theo dõi.

T/M BỘ CHÍNH TRỊ
Trần Quốc Vượng
"""
_CHANGED = {
    "102-QĐ": "69-QĐ",
    "15 tháng 11 năm 2017": "06 tháng 7 năm 2022",
    "mọi đảng viên": "mọi đảng viên, tổ chức đảng",
    "năm năm": "mười năm",
    "uỷ hoà": "ủy hòa",
    "2. Ủy ban kiểm tra các cấp giúp cấp ủy theo dõi.": "2. Văn phòng lưu **hồ sơ** ba tháng.",
}
CORRECTED = OLD.replace("mười ngày", "ba mươi ngày")
"""The old directive, as it was added again."""
NEW = OLD
for _before, _after in _CHANGED.items():
    NEW = NEW.replace(_before, _after)
