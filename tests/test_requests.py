"""Sentences that ask for documents, and those that set documents side by side; what asks for words is neither."""

from __future__ import annotations

import pytest

from index.naming.comparisons import find_comparison
from index.naming.requests import find_request


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        pytest.param("văn bản ban hành trước 2020", {"truoc:2020"}, id="issued-before"),
        pytest.param("van ban ban hanh truoc 2020", {"truoc:2020"}, id="without-marks"),
        pytest.param("documents issued before 2020", {"truoc:2020"}, id="english"),
        pytest.param("các nghị quyết của Bộ Chính trị", {"loai:Nghị quyết", "coquan:Bộ Chính trị"}, id="type-and-body"),
        pytest.param("nghị quyết của Bộ Chính trị", {"loai:Nghị quyết", "coquan:Bộ Chính trị"}, id="no-more-is-said"),
        pytest.param("liệt kê văn bản năm 2018", {"nam:2018"}, id="listed"),
        pytest.param("nghị quyết nào ban hành năm 2017", {"loai:Nghị quyết", "nam:2017"}, id="which"),
        pytest.param("có những quyết định nào của UBND", {"loai:Quyết định", "coquan:Ủy ban nhân dân"}, id="there-are"),
        pytest.param("trong thư viện có bao nhiêu chỉ thị?", {"loai:Chỉ thị"}, id="how-many"),
        pytest.param("cho tôi xem các chỉ thị năm 2023", {"loai:Chỉ thị", "nam:2023"}, id="show-me"),
        pytest.param("danh sách văn bản", set(), id="all-of-them"),
        pytest.param("văn bản mới nhất", set(), id="the-newest"),
    ],
)
def test_a_sentence_that_says_no_more_asks_for_the_documents_themselves(typed: str, keys: set[str]) -> None:
    request = find_request(typed)
    assert request is not None
    assert request.topic == ""
    assert set(request.keys) == keys


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        pytest.param("văn bản nào ban hành trước 2020 nói về kiểm tra, giám sát?", "kiểm tra, giám sát", id="which"),
        pytest.param("văn bản nào nói về dân vận", "dân vận", id="no-condition"),
        pytest.param("các nghị quyết về công tác cán bộ", "công tác cán bộ", id="several"),
        pytest.param("các văn bản sau năm 2017 liên quan đến dân vận", "dân vận", id="after-a-year"),
        pytest.param("which documents are about inspection?", "inspection", id="english"),
    ],
)
def test_what_documents_are_to_speak_of_is_their_topic(typed: str, topic: str) -> None:
    request = find_request(typed)
    assert request is not None
    assert request.topic == topic


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("các nghị quyết ban hành sau 2017 nói gì về cán bộ?", id="what-they-say"),
        pytest.param("What did resolutions issued after 2017 say about cadres?", id="what-they-say-english"),
        pytest.param("kiểm tra giám sát trong các văn bản ban hành trước 2020", id="a-topic-within-them"),
        pytest.param("văn bản nào thay thế quy định 102", id="another-is-named"),
        pytest.param("quy định nào về kỷ luật đảng viên", id="a-rule-is-no-document"),
        pytest.param("Các văn bản được gửi đến những nơi nào?", id="where-they-go"),
        pytest.param("kết luận này còn hiệu lực không?", id="force-of-one"),
        pytest.param("nghị quyết năm 2018 về cán bộ", id="a-topic-with-a-year"),
        pytest.param("văn bản", id="a-word"),
        pytest.param("thông báo", id="an-everyday-word"),
        pytest.param("năm 2018", id="a-year"),
        pytest.param("Thông báo được gửi đến những nơi nào?", id="one-document"),
    ],
)
def test_what_asks_for_words_is_no_request_for_documents(typed: str) -> None:
    assert find_request(typed) is None


@pytest.mark.parametrize(
    ("typed", "ordinals"),
    [
        pytest.param("218 khác gì 102", ["218", "102"], id="bare-numbers"),
        pytest.param("so sánh quyết định 217 và 218", ["217", "218"], id="one-type-two-numbers"),
        pytest.param("so sanh 217 voi 218", ["217", "218"], id="without-marks"),
        pytest.param("quy định 102 và 69 khác nhau thế nào", ["102", "69"], id="how-they-differ"),
        pytest.param("điểm mới của quy định 69 so với 102", ["69", "102"], id="what-is-new"),
        pytest.param("phân biệt chỉ thị 05 và nghị quyết 04", ["05", "04"], id="two-types"),
        pytest.param("Điều 3 QĐ 102 khác Điều 5 QĐ 69 thế nào", ["102", "69"], id="two-places"),
        pytest.param("difference between decision 217 and decision 218", ["217", "218"], id="english"),
    ],
)
def test_documents_that_are_compared_are_found_in_the_order_of_the_question(typed: str, ordinals: list[str]) -> None:
    comparison = find_comparison(typed)
    assert comparison is not None
    assert [target.ordinal for target in comparison.targets] == ordinals


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("so với năm 2016, năm 2017 có gì khác", id="years"),
        pytest.param("quy định 102 khác gì trước đây", id="one-document"),
        pytest.param("quyết định 217 và 218 nói gì", id="not-compared"),
        pytest.param("so sánh 2 văn bản", id="a-count"),
        pytest.param("Quy định 102 và các văn bản khác", id="other-documents"),
    ],
)
def test_what_sets_no_two_documents_side_by_side_is_no_comparison(typed: str) -> None:
    assert find_comparison(typed) is None
