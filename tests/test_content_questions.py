"""Questions of what stands in documents are not taken for questions of relations, of standing or of what is missing."""

from __future__ import annotations

import pytest

from index.naming.relations import find_relation_request
from index.naming.requests import asks_what_is_missing
from index.naming.standing_requests import find_standing_request
from ingest.spelling import fold

ASKED = (
    "thay thế ủy viên ban chỉ đạo khi chuyển công tác thế nào",
    "ai có quyền sửa đổi, bổ sung quy chế làm việc của cấp ủy",
    "khi nào được sửa đổi kế hoạch kiểm tra đã phê duyệt",
    "căn cứ nào để xử lý kỷ luật đảng viên theo Quy định 102",
    "Quy định 102 quy định về thay thế hình thức kỷ luật thế nào",
    "theo Quyết định 351 ai thực hiện giám sát",
    "Quyết định 351 giao cơ quan nào hướng dẫn thực hiện",
    "Kế hoạch 88 giao các huyện ủy thực hiện những nhiệm vụ nào",
    "thực hiện Nghị quyết 18 cần làm những việc gì",
    "các bước triển khai thực hiện Kế hoạch 88-KH/TU",
    "Nghị quyết 18 thực hiện đến đâu",
    "kết quả thực hiện Nghị quyết 18-NQ/TW của tỉnh",
    "Quyết định 512 bãi bỏ khoản 3 Điều 7 vì sao",
    "bãi bỏ quyết định trái thẩm quyền thuộc về ai",
    "thẻ đảng viên hết hiệu lực thì làm lại ở đâu",
    "kết luận kiểm tra có hiệu lực từ khi nào",
    "quyết định kỷ luật có hiệu lực kể từ ngày nào",
    "đảng viên bị kỷ luật có còn được áp dụng quy định về khen thưởng không",
    "bổ sung hồ sơ kết nạp đảng viên còn thiếu thế nào",
    "hồ sơ còn thiếu văn bản nào thì trả lại",
    "văn bản nào chưa có chữ ký thì không đăng ký",
    "văn bản thiếu thể thức xử lý thế nào",
    "thay cụm từ nào trong Điều 5 Quyết định 351",
    "Điều 5 Quyết định 351 sửa đổi thành nội dung gì",
    "so sánh kết quả thực hiện năm 2019 với năm 2018",
    "cấp ủy nào phải xây dựng kế hoạch thực hiện Nghị quyết 18",
    "ai chịu trách nhiệm thi hành Quyết định 351",
    "đơn vị nào chủ trì hướng dẫn Quy định 102",
    "năm 2019 tỉnh ủy thực hiện Nghị quyết 18 thế nào",
    "Quyết định 351 thay thế ai làm trưởng ban chỉ đạo",
    "thực hiện theo văn bản nào khi văn bản được viện dẫn đã thay thế",
    "kế hoạch 5 năm của tỉnh ủy được điều chỉnh khi nào",
)


@pytest.mark.parametrize("typed", ASKED)
def test_what_stands_in_documents_is_looked_for(typed: str) -> None:
    for text in (typed, fold(typed), typed.upper()):
        assert find_relation_request(text) is None
        assert find_standing_request(text) is None
        assert not asks_what_is_missing(text)


@pytest.mark.parametrize(
    "typed",
    [
        "văn bản nào được dẫn mà thư viện chưa có",
        "van ban nao duoc dan ma thu vien chua co",
        "Những văn bản được viện dẫn nhưng chưa có trong thư viện?",
        "thư viện còn thiếu những văn bản nào",
        "trong thư viện đang thiếu văn bản gì",
        "cho tôi danh sách văn bản còn thiếu",
        "đ/c cho hỏi thư viện thiếu văn bản nào ạ",
        "các vb nào được nhắc đến mà kho chưa có nguyên văn",
    ],
)
def test_what_is_cited_and_not_held_is_asked_for(typed: str) -> None:
    assert asks_what_is_missing(typed)
