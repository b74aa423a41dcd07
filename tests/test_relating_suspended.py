"""What only stops for a time has not ended, unless it is repealed too; what is put right in print is not amended."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell, tell_mere, titled

ENDED = ["repeals 5-QĐ/TU"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Ngưng hiệu lực thi hành Quyết định số 5-QĐ/TU.", [], id="its-force-rests"),
        pytest.param("Tạm ngưng hiệu lực của Quyết định số 5-QĐ/TU đến hết năm 2018.", [], id="for-now"),
        pytest.param("Quyết định số 5-QĐ/TU tạm thời hết hiệu lực.", [], id="out-of-force-for-now"),
        pytest.param("Quyết định số 5-QĐ/TU bị ngưng hiệu lực.", [], id="it-suffers-it"),
        pytest.param("Tạm dừng thực hiện Quyết định số 5-QĐ/TU.", [], id="stopped-for-now"),
        pytest.param("Dừng thực hiện Quyết định số 5-QĐ/TU cho đến khi có hướng dẫn mới.", [], id="until-an-event"),
        pytest.param("Ngừng áp dụng Quyết định số 5-QĐ/TU đến hết ngày 31/12/2018.", [], id="until-a-day"),
        pytest.param("Dừng thực hiện Quyết định số 5-QĐ/TU về kế hoạch đến năm 2020.", ENDED, id="a-year-of-its-title"),
        pytest.param("Dừng thực hiện Quyết định số 5-QĐ/TU.", ENDED, id="stopped"),
        pytest.param("Quyết định số 5-QĐ/TU hết hiệu lực.", ENDED, id="out-of-force"),
        pytest.param("Đình chỉ thi hành Quyết định số 5-QĐ/TU.", [], id="suspended"),
        pytest.param("Hoãn việc thực hiện Quyết định số 5-QĐ/TU.", [], id="put-off"),
        pytest.param("Đính chính khoản 2 Điều 5 Quyết định số 5-QĐ/TU, sửa lại như sau: “2. Mới.”", [], id="put-right"),
        pytest.param("Khoản 2 Điều 5 Quyết định số 5-QĐ/TU được đính chính như sau: “2. Mới.”", [], id="in-print"),
    ],
)
def test_what_is_less_than_a_change_is_none(sentence: str, told: list[str]) -> None:
    document = closing(sentence)
    assert tell(document) == told
    assert len(tell_mere(document)) == 1 - len(told)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        pytest.param("về việc tạm dừng thực hiện Quyết định số 5-QĐ/TU", [], id="stopped-for-now"),
        pytest.param("về việc dừng thực hiện Quyết định số 5-QĐ/TU", ENDED, id="stopped"),
        pytest.param("về việc đình chỉ thi hành Quyết định số 5-QĐ/TU", [], id="suspended"),
        pytest.param("về việc thi hành Quyết định số 5-QĐ/TU", ["carries_out 5-QĐ/TU"], id="carried-out"),
        pytest.param("về việc đính chính Quyết định số 5-QĐ/TU", [], id="put-right"),
    ],
)
def test_a_title_says_as_little(title: str, told: list[str]) -> None:
    assert tell(titled(title)) == told


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        pytest.param("đính chính", [], id="put-right"),
        pytest.param("sửa đổi", ["amends 5-QĐ/TU dieu-5.khoan-2"], id="amended"),
    ],
)
def test_a_paper_that_puts_right_what_was_printed_amends_nothing(verb: str, told: list[str]) -> None:
    body = "Điều 1. Sửa khoản 2 Điều 5 Quyết định số 5-QĐ/TU như sau: “2. Mới.”\nĐiều 2. Thi hành."
    assert tell(make_paper(f"về việc {verb} văn bản", body, "QUYẾT ĐỊNH")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Đình chỉ thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="suspended-and-repealed"),
        pytest.param("Đình chỉ việc thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="the-carrying-out"),
        pytest.param("Đình chỉ, bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="with-a-comma"),
        pytest.param("Nay tạm đình chỉ, đồng thời hủy bỏ Quyết định số 5-QĐ/TU.", ENDED, id="at-the-same-time"),
        pytest.param("Dừng thực hiện và huỷ bỏ Quyết định số 5-QĐ/TU.", ENDED, id="stopped-and-cancelled"),
        pytest.param(
            "Đình chỉ thi hành và chấm dứt hiệu lực của Quyết định số 5-QĐ/TU.", ENDED, id="its-force-ends-too"
        ),
        pytest.param("Hủy bỏ và chấm dứt hiệu lực Quyết định số 5-QĐ/TU.", ENDED, id="both-end-it"),
        pytest.param(
            "Đình chỉ thi hành và bãi bỏ khoản 2 Điều 5 Quyết định số 5-QĐ/TU.",
            ["repeals 5-QĐ/TU dieu-5.khoan-2"],
            id="a-provision",
        ),
        pytest.param("Quyết định số 5-QĐ/TU bị đình chỉ thi hành và bãi bỏ.", ENDED, id="it-suffers-both"),
        pytest.param(
            "Ban Thường vụ quyết định đình chỉ thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="a-body-decides"
        ),
        pytest.param("Đình chỉ thi hành Quyết định số 9-QĐ/TU và bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="of-two"),
        pytest.param(
            "Đình chỉ thi hành Quyết định số 9-QĐ/TU; bãi bỏ Quyết định số 5-QĐ/TU.", ENDED, id="of-two-apart"
        ),
        pytest.param("Đề nghị đình chỉ và bãi bỏ Quyết định số 5-QĐ/TU.", [], id="asked-for"),
        pytest.param(
            "Đề nghị Ban Thường vụ đình chỉ việc thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", [], id="of-a-body"
        ),
        pytest.param("Xem xét, đình chỉ thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", [], id="looked-into"),
        pytest.param("Không đình chỉ thi hành và bãi bỏ Quyết định số 5-QĐ/TU.", [], id="not-done"),
        pytest.param("Đình chỉ hoặc bãi bỏ Quyết định số 5-QĐ/TU.", [], id="either"),
        pytest.param("Đình chỉ thi hành hoặc bãi bỏ Quyết định số 5-QĐ/TU.", [], id="either-carrying-out"),
        pytest.param(
            "Ban Thường vụ có thẩm quyền đình chỉ, bãi bỏ văn bản trái pháp luật theo Quyết định số 5-QĐ/TU.",
            [],
            id="a-power",
        ),
        pytest.param("Thẩm quyền đình chỉ, bãi bỏ Quyết định số 5-QĐ/TU thuộc Tỉnh ủy.", [], id="a-power-over-it"),
        pytest.param(
            "Ban Thường vụ đình chỉ việc thi hành, bãi bỏ các văn bản trái với Quyết định số 5-QĐ/TU.",
            [],
            id="what-is-against-it",
        ),
        pytest.param(
            "Đình chỉ thi hành Quyết định số 9-QĐ/TU và đề nghị bãi bỏ Quyết định số 5-QĐ/TU.",
            [],
            id="the-second-asked",
        ),
        pytest.param(
            "Thường trực đình chỉ thi hành và trình Tỉnh ủy bãi bỏ Quyết định số 5-QĐ/TU.", [], id="put-before-a-body"
        ),
        pytest.param(
            "Đình chỉ công tác và bãi bỏ quyết định bổ nhiệm theo Quyết định số 5-QĐ/TU.",
            [],
            id="a-person-is-suspended",
        ),
    ],
)
def test_what_is_suspended_and_repealed_has_ended(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told
