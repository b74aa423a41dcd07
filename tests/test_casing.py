"""Capitals come back to the case in which the document writes its names."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.casing import restore_case
from ingest.spelling import unify_tone_marks

BODY = (
    "Hôm qua, đồng chí Huỳnh Thanh Cảnh và Đảng đoàn Hội đồng nhân dân tỉnh làm việc với Sở Nội vụ, xã Sơn Mỹ.\n"
    "Dự họp có Huỳnh Thanh Cảnh, Sở Nội vụ."
)


@pytest.mark.parametrize(
    ("capitals", "restored"),
    [
        pytest.param("VỀ CÔNG TÁC DÂN VẬN", "Về công tác dân vận", id="plain-words"),
        pytest.param("CỦA HUỲNH THANH CẢNH", "Của Huỳnh Thanh Cảnh", id="name-of-the-body"),
        pytest.param("VỀ SỞ NỘI VỤ VÀ XÃ SƠN MỸ", "Về Sở Nội vụ và xã Sơn Mỹ", id="names-in-a-row"),
        pytest.param("ĐẢNG ĐOÀN HỘI ĐỒNG NHÂN DÂN", "Đảng đoàn Hội đồng nhân dân", id="longest-name-first"),
        pytest.param("THƯỜNG TRỰC TỈNH UỶ", "Thường trực Tỉnh ủy", id="older-tone-mark-is-the-same-name"),
        pytest.param("XÂY DỰNG ĐẢNG", "Xây dựng Đảng", id="names-the-body-never-wrote"),
        pytest.param("KẾ HOẠCH SỐ 18-NQ/TW KHÓA XII", "Kế hoạch số 18-NQ/TW khóa XII", id="signs-and-terms-stay"),
        pytest.param("XỬ LÝ VI PHẠM", "Xử lý vi phạm", id="no-roman-numeral"),
        pytest.param("Ý KIẾN tại Hội nghị", "Ý kiến tại Hội nghị", id="small-letters-stay"),
        pytest.param("HUỲNH THANH CẢNH, SỞ NỘI VỤ", "Huỳnh Thanh Cảnh, Sở Nội vụ", id="names-with-a-comma"),
        pytest.param("GIÁM SÁT, PHẢN BIỆN (2018)", "Giám sát, phản biện (2018)", id="punctuation-stays"),
        pytest.param("", "", id="empty"),
    ],
)
def test_capitals_take_the_case_of_the_body(capitals: str, restored: str) -> None:
    assert restore_case(capitals, BODY) == restored


def test_the_start_of_a_sentence_and_a_title_in_capitals_say_nothing_about_a_word() -> None:
    body = "Kiểm tra là việc chung. KIỂM TRA CÁC CẤP. Mọi cấp ủy đều kiểm tra."
    assert restore_case("VỀ KIỂM TRA", body) == "Về kiểm tra"


def test_the_more_frequent_form_wins() -> None:
    body = "Nay bàn về hội nghị. Sau đó Hội nghị bế mạc, rồi Hội nghị tan."
    assert restore_case("TẠI HỘI NGHỊ", body) == "Tại Hội nghị"


@pytest.mark.parametrize(
    ("capitals", "body", "restored"),
    [
        pytest.param("KỶ LUẬT ĐẢNG VIÊN", "Nay xử lý đảng viên.", "Kỷ luật đảng viên", id="small-in-the-body"),
        pytest.param(
            "TỔ CHỨC CƠ SỞ ĐẢNG THU ĐẢNG PHÍ", "", "Tổ chức cơ sở đảng thu đảng phí", id="small-by-the-rules-on-form"
        ),
        pytest.param("VỀ TỈNH ỦY", "Nay các tỉnh ủy họp.", "Về tỉnh ủy", id="body-before-the-rules-on-form"),
        pytest.param(
            "XÂY DỰNG ĐẢNG", "Việc xây dựng Đảng của đảng viên, tổ chức đảng.", "Xây dựng Đảng", id="phrase-decides"
        ),
        pytest.param("PHÓ CHÁNH VĂN PHÒNG", "", "Phó Chánh Văn phòng", id="post"),
        pytest.param("ĐỒNG CHÍ NGUYỄN VĂN AN VỀ HƯU", "", "Đồng chí Nguyễn Văn An về hưu", id="person"),
        pytest.param("PHÓ BÍ THƯ LÊ TẤN LAI", "", "Phó Bí thư Lê Tấn Lai", id="person-after-a-post"),
    ],
)
def test_the_body_then_the_rules_on_form_tell_what_is_a_name(capitals: str, body: str, restored: str) -> None:
    assert restore_case(capitals, body) == restored


@settings(max_examples=150)
@example("A.A", "A.A.A")
@given(st.text("ABĐÁỦỸXIV 18-/,.()", max_size=30), st.text("aábđủỹ ABĐÁỦỸXIV.,\n", max_size=60))
def test_only_case_and_the_place_of_a_tone_mark_change(capitals: str, body: str) -> None:
    assert unify_tone_marks(restore_case(capitals, body).lower()) == unify_tone_marks(capitals.lower())
