"""The table of properties that portals and document systems print above a text: "Số/ký hiệu | 17-NQ/TW"."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

PROPERTY = define(
    r"^(?P<label>(?P<number>số\s*(?:/|,)?\s*ký hiệu|số hiệu(?: văn bản)?)|(?P<date>ngày (?:ban hành|ký))"
    r"|(?P<issuer>(?:cơ quan|đơn vị) ban hành)|(?P<type>thể loại|loại (?:hình )?văn bản|hình thức văn bản)"
    r"|(?P<title>trích yếu(?: nội dung)?)|(?P<signer>người ký)"
    r"|lĩnh vực|ngày (?:có )?hiệu lực|(?:tình trạng )?hiệu lực|tình trạng|ngày đăng(?: tải)?|tệp đính kèm|chức vụ)"
    r"\s*(?::|\t|\||\s{3,})[\s|:]*(?P<value>[^\s|:].*?)[\s|]*$",
    "Số/ký hiệu\t17-NQ/TW",
    "Số ký hiệu | 28/2003/NĐ-CP |",
    "Ngày ban hành: 01/08/2007",
    "Cơ quan ban hành     Ban Chấp hành Trung ương",
    "Trích yếu | Về một việc",
    not_in=("Ngày ban hành quyết định này", "Số ký hiệu của văn bản", "Người ký ban hành", "Trích yếu:"),
    flags=re.IGNORECASE,
)
