"""What facets and their values are called."""

from __future__ import annotations

from collections.abc import Mapping

from index.searching.facets import DOCUMENT, NOT_SAID, Choice

FACET_NAMES: Mapping[str, str] = {
    "loai": "Loại văn bản",
    "coquan": "Cơ quan ban hành",
    "nam": "Năm",
    "hieuluc": "Hiệu lực",
    "bosuutap": "Bộ sưu tập",
    "nguon": "Nguyên văn hay tóm lược",
    DOCUMENT: "Trong văn bản",
}
NO_VALUE = "không rõ"
VALUE_NAMES: Mapping[Choice, str] = {
    ("hieuluc", "in_force"): "còn hiệu lực",
    ("hieuluc", "replaced"): "đã được thay thế",
    ("hieuluc", "repealed"): "đã bị bãi bỏ",
    ("hieuluc", "amended"): "đã được sửa đổi, bổ sung",
    ("hieuluc", "unknown"): "chưa rõ hiệu lực",
    ("hieuluc", "unissued"): "chưa ban hành",
    ("bosuutap", NOT_SAID): "không thuộc bộ nào",
    ("nguon", "text"): "nguyên văn",
    ("nguon", "digest"): "tóm lược của Vankien",
}


def name_value(choice: Choice) -> str:
    """What a value is called; most go by themselves."""
    return VALUE_NAMES.get(choice, NO_VALUE if choice[1] == NOT_SAID else choice[1])
