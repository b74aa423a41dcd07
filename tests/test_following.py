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
    ],
)
def test_what_stands_by_itself_is_left_alone(typed: str) -> None:
    assert follow(typed, Before(NOTICE)) is None


def test_the_document_that_was_shown_is_meant_where_none_was_named() -> None:
    assert follow("ai ký văn bản đó?", Before(NOTICE, "Thông báo 13-TB/TW")) == "ai ký Thông báo 13-TB/TW?"
    assert follow("ai ký văn bản đó?", Before(NOTICE)) is None


def test_a_thread_goes_on_from_what_was_understood() -> None:
    first = follow("còn về cán bộ thì sao?", Before(NOTICE))
    assert first is not None

    assert follow("còn ở cấp tỉnh?", Before(first)) == "Kết luận nói gì về cán bộ ở cấp tỉnh?"
