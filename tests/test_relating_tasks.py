"""What a paper that sets tasks tells others to carry out, and what only looks back."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quán triệt sâu kỹ và triển khai thực hiện nghiêm túc Quy định số 15-QĐ/TW.",
            ["carries_out 15-QĐ/TW"],
            id="two-verbs-of-one-order",
        ),
        pytest.param(
            "Đổi mới hoạt động: (1) sát cơ sở; (2) Mặt trận, đoàn thể các cấp tiếp tục thực hiện tốt quy định số "
            "217-QĐ/TW, Quy định số 218-QĐ/TW.",
            ["carries_out 217-QĐ/TW", "carries_out 218-QĐ/TW"],
            id="others-go-on",
        ),
        pytest.param("Các cấp ủy phải thực hiện nghiêm Quy định số 15-QĐ/TW.", ["carries_out 15-QĐ/TW"], id="must"),
        pytest.param("Các cấp ủy đã tiếp tục thực hiện tốt Quy định số 15-QĐ/TW.", [], id="a-review"),
        pytest.param("Các cấp ủy thực hiện tốt Quy định số 15-QĐ/TW.", [], id="neither-order-nor-review"),
        pytest.param("Sau khi các cấp ủy tiếp tục thực hiện Quy định số 15-QĐ/TW, đã có kết quả.", [], id="a-time"),
    ],
)
def test_a_conclusion_that_tells_others_to_carry_out_carries_out(sentence: str, told: list[str]) -> None:
    assert tell(make_paper("về công tác năm 2018", f"1. {sentence}\n\n2. Giao Ban Tổ chức.", "KẾT LUẬN")) == told


def test_only_a_paper_that_sets_tasks_tells_others_so() -> None:
    assert tell(closing("Các cấp ủy phải thực hiện nghiêm Quy định số 15-QĐ/TW.")) == []


def test_what_is_carried_out_where_it_looks_back_is_only_referred_to() -> None:
    body = "I. ĐÁNH GIÁ TÌNH HÌNH NĂM 2017\n\n- Tiếp tục thực hiện nghiêm túc Chỉ thị số 05-CT/TW, tạo chuyển biến.\n\n"
    body += "II. NHIỆM VỤ NĂM 2018\n\n- Tiếp tục thực hiện nghiêm túc Quy định số 15-QĐ/TW.\n"

    assert tell(make_paper("về công tác năm 2018", body, "KẾT LUẬN")) == ["carries_out 15-QĐ/TW"]
