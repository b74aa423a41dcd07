"""The words by which a text tells of what was before, or of what it is about, and does not act; with examples."""

from __future__ import annotations

import re

from ingest.patterns.pattern import define

# A sentence that looks back: what it says of an end came of something else. "Nay" comes back to the paper itself.
LOOKS_BACK_FIRST = define(
    r"^\s*(?:trước\s+(?:đây|kia|đó)|(?:trong\s+)?thời\s+gian\s+(?:trước(?:\s+đây)?|(?:vừa\s+)?qua)|vừa\s+qua"
    r"|(?:trong\s+)?(?:những|các|nhiều)\s+năm\s+(?:trước(?:\s+đây)?|(?:vừa\s+)?qua))(?!\w)",
    "Trước đây, Quyết định số 5",
    "Trong những năm qua, ",
    not_in=("Những quy định trước đây", "Trước ngày 01/7/2020", "Trước khi"),
    flags=re.IGNORECASE,
)
COMES_BACK = define(
    r"(?<!\w)(?<!đến )(?<!hiện )(?<!lâu )(?<!xưa )(?<!hôm )nay(?!\w)",
    "; nay ",
    "Nay ",
    not_in=("đến nay", "hiện nay"),
    flags=re.IGNORECASE,
)
# The paper's own act behind what it looks back to: ends the words before its verb.
ACTS_NOW = define(
    r"[;.,:]\s*(?:từ\s+)?nay\s*,?\s*$", "; nay ", ", từ nay ", not_in=(" nay ", "; nay Ban Thường vụ "), flags=re.I
)
# What a paper rests on is told of with what came of it: "Trên cơ sở Nghị quyết số 5, trong những năm qua …".
OVER_THE_YEARS = define(
    r",\s*(?:(?:trong|suốt|qua)\s+)?(?:(?:hơn|gần|khoảng)\s+)?"
    r"(?:\w+\s+(?:năm|tháng)\s+(?:gần\s+đây|(?:vừa\s+)?qua)|thời\s+gian\s+(?:vừa\s+)?qua|vừa\s+qua"
    r"|(?:cho\s+|tính\s+)?đến\s+nay)(?!\w)",
    ", trong những năm qua",
    ", 5 năm qua",
    ", thời gian qua",
    not_in=(", trong thời gian tới", " những năm qua", ", năm 2020"),
    flags=re.IGNORECASE,
)
# Between "hướng dẫn" and the verb of carrying out: of that it guides some matters.
GUIDES_SOME = define(
    r"^\s*(?:về\s+)?(?:thêm\s+)?(?:(?:một\s+số|những|các|mấy)\s+)?"
    r"(?:vấn\s+đề|nội\s+dung|điểm|việc|biện\s+pháp|nghiệp\s+vụ|qu[yi]\s+định|công\s+việc|nhiệm\s+vụ|vướng\s+mắc)"
    r"(?:\s*(?:,|và)?\s*(?:vấn\s+đề|nội\s+dung|điểm|cụ\s+thể|chi\s+tiết|chủ\s+yếu|cơ\s+bản|chính|cần\s+thiết|trọng\s+tâm"
    r"|nghiệp\s+vụ|công\s+tác|đảng\s+viên|liên\s+quan|đến|về|trong|khi|để|của|việc|tổ\s+chức))*\s*$",
    "\nmột số vấn đề cụ thể ",
    " những nội dung chủ yếu trong việc ",
    " một số điểm về ",
    not_in=(" công tác kiểm tra việc ", " các đơn vị ", " báo cáo kết quả "),
    flags=re.IGNORECASE,
)
