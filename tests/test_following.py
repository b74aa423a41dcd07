"""A question that goes on from the one before stands by itself again; what stands by itself is left alone."""

from __future__ import annotations

import pytest

from index.naming.following import Before, follow

NOTICE = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
TASKS = "Nhiệm vụ của chi bộ là gì?"
DISCIPLINE = "Quy định 102-QĐ/TW xử lý vi phạm về đất đai thế nào?"


@pytest.mark.parametrize(
    ("before", "typed", "meant"),
    [
        pytest.param(NOTICE, "còn về cán bộ thì sao?", "Kết luận nói gì về cán bộ?", id="more-of-the-same"),
        pytest.param(NOTICE, "Thế còn công tác dân vận?", "Kết luận nói gì về công tác dân vận?", id="no-preposition"),
        pytest.param(NOTICE, "con ve can bo thi sao", "Kết luận nói gì về can bo?", id="without-accents"),
        pytest.param(NOTICE, "cán bộ thì sao?", "Kết luận nói gì về cán bộ?", id="how-of"),
        pytest.param(NOTICE, "còn ở tỉnh thì sao?", "Kết luận nói gì về kiểm tra, giám sát ở tỉnh?", id="where"),
        pytest.param(TASKS, "còn của đảng ủy?", "Nhiệm vụ của đảng ủy là gì?", id="whose"),
        pytest.param(TASKS, "đảng ủy cơ sở thì thế nào", "Nhiệm vụ của đảng ủy cơ sở là gì?", id="object-of-it"),
        pytest.param(
            DISCIPLINE,
            "còn Quy định 69-QĐ/TW thì sao?",
            "Quy định 69-QĐ/TW xử lý vi phạm về đất đai thế nào?",
            id="document",
        ),
        pytest.param(
            DISCIPLINE,
            "còn về hôn nhân?",
            "Quy định 102-QĐ/TW xử lý vi phạm về hôn nhân thế nào?",
            id="subject-within-document",
        ),
        pytest.param(TASKS, "còn theo Quy định 217?", "Nhiệm vụ của chi bộ theo Quy định 217 là gì?", id="within"),
        pytest.param(
            "Nghị quyết năm 2018 nói gì về biên chế?",
            "còn năm 2019?",
            "Nghị quyết năm 2019 nói gì về biên chế?",
            id="another-year",
        ),
        pytest.param(DISCIPLINE, "ai ký quy định đó?", "ai ký Quy định 102-QĐ/TW?", id="that-document"),
        pytest.param(DISCIPLINE, "nó thay thế văn bản nào?", "Quy định 102-QĐ/TW thay thế văn bản nào?", id="it"),
        pytest.param(DISCIPLINE, "ai ký?", "ai ký Quy định 102-QĐ/TW?", id="asks-of-the-document"),
        pytest.param(DISCIPLINE, "còn hiệu lực không?", "còn hiệu lực không Quy định 102-QĐ/TW?", id="still-in-force"),
        pytest.param(TASKS, "cụ thể hơn?", "Nhiệm vụ của chi bộ cụ thể hơn?", id="more"),
        pytest.param(NOTICE, "còn ở cấp xã?", "Kết luận nói gì về kiểm tra, giám sát ở cấp xã?", id="ends-in-a"),
        pytest.param(NOTICE, "còn về văn hóa?", "Kết luận nói gì về văn hóa?", id="ends-in-a-with-mark"),
        pytest.param(NOTICE, "còn về giảng dạy?", "Kết luận nói gì về giảng dạy?", id="teaching-is-no-particle"),
        pytest.param(NOTICE, "còn về cán bộ nữ ạ?", "Kết luận nói gì về cán bộ nữ?", id="particle"),
        pytest.param(NOTICE, "còn bản sao?", "Kết luận nói gì về bản sao?", id="a-copy"),
        pytest.param(NOTICE, "Số lượng biên chế thì sao?", "Kết luận nói gì về Số lượng biên chế?", id="no-so"),
        pytest.param(NOTICE, "Những hạn chế thì sao?", "Kết luận nói gì về Những hạn chế?", id="no-but"),
        pytest.param(NOTICE, "Thế hệ trẻ thì sao?", "Kết luận nói gì về Thế hệ trẻ?", id="a-generation"),
        pytest.param(NOTICE, "Vậy cán bộ thì sao?", "Kết luận nói gì về cán bộ?", id="opening"),
        pytest.param(DISCIPLINE, "ai ban hanh quy dinh do?", "ai ban hanh Quy định 102-QĐ/TW?", id="that-bare"),
        pytest.param(DISCIPLINE, "Quy định trên do ai ký?", "Quy định 102-QĐ/TW do ai ký?", id="the-above"),
        pytest.param(DISCIPLINE, "căn cứ văn bản nào?", "căn cứ văn bản nào Quy định 102-QĐ/TW?", id="rests-on"),
        pytest.param(NOTICE, "what about cadres?", "Kết luận nói gì về cadres?", id="english"),
    ],
)
def test_what_goes_on_stands_by_itself_again(before: str, typed: str, meant: str) -> None:
    assert follow(typed, Before(before)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Công tác dân vận năm 2018 có nhiệm vụ gì?", id="a-whole-question"),
        pytest.param("Quy định 217 còn hiệu lực không?", id="names-its-document"),
        pytest.param("Con cán bộ đi học nước ngoài", id="a-child"),
        pytest.param("kiểm tra, giám sát", id="keywords"),
        pytest.param("còn bao nhiêu biên chế chưa tinh giản?", id="what-is-left"),
        pytest.param("Vì sao phải tinh giản biên chế?", id="why-with-its-matter"),
        pytest.param("Nội dung chi tiết thi hành Luật Đất đai", id="in-detail"),
        pytest.param("Kế hoạch trên địa bàn huyện là gì?", id="on-a-place"),
        pytest.param("Quyết định trên cơ sở nào?", id="on-a-ground"),
        pytest.param("Kỷ luật trên một năm", id="discipline-is-no-law"),
        pytest.param("Văn bản do Ban Bí thư ban hành nói gì về cán bộ?", id="by-whom"),
        pytest.param("van ban do Ban Bi thu ban hanh noi gi ve can bo", id="by-whom-bare"),
        pytest.param("Nợ có khả năng thu hồi không?", id="debt"),
        pytest.param("Căn cứ xử lý kỷ luật đảng viên?", id="grounds-of-a-matter"),
        pytest.param("Thay thế bí thư cấp ủy", id="replaced-people"),
        pytest.param("Ai ký quyết định kết nạp đảng viên?", id="who-signs-what"),
        pytest.param("Nếu đảng viên không đóng đảng phí thì sao?", id="what-if"),
        pytest.param("Còn nhiều hạn chế trong công tác dân vận là gì?", id="there-are-still-many"),
        pytest.param("Còn tình trạng tham nhũng vặt không?", id="is-there-still"),
        pytest.param("con duong di len chu nghia xa hoi", id="the-way-bare"),
        pytest.param("Vậy thì sao?", id="so-what"),
    ],
)
def test_what_stands_by_itself_is_left_alone(typed: str) -> None:
    assert follow(typed, Before(NOTICE, "Thông báo 13-TB/TW")) is None


def test_the_document_that_was_shown_is_meant_where_none_was_named() -> None:
    assert follow("ai ký văn bản đó?", Before(NOTICE, "Thông báo 13-TB/TW")) == "ai ký Thông báo 13-TB/TW?"
    assert follow("ai ký văn bản đó?", Before(NOTICE)) is None


def test_a_thread_goes_on_from_what_was_understood() -> None:
    first = follow("còn về cán bộ thì sao?", Before(NOTICE))
    assert first is not None

    assert follow("còn ở cấp tỉnh?", Before(first)) == "Kết luận nói gì về cán bộ ở cấp tỉnh?"
