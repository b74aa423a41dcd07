"""A piece of a provision, what is said of one without "được", a document named before, what is applied no more."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell

LEAD = "Điều 1. Sửa đổi, bổ sung một số điểm của Thông tư số 40/2000/TT-BTC như sau:"


def change(line: str) -> list[str]:
    """What a decision does that amends one document, its opening words left out."""
    return tell(make_paper("về thuế nhập khẩu", f"{LEAD}\n{line}", "QUYẾT ĐỊNH"))[2:]


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        pytest.param("1. Tên Điều 15 được sửa đổi như sau: “Điều 15. Mới.”", ["dieu-15"], id="its-name"),
        pytest.param(
            "1. Tên Điều 15 và khoản 1 Điều 15 được sửa đổi như sau: “Mới.”", ["dieu-15", "dieu-15.khoan-1"], id="both"
        ),
        pytest.param("1. Tiêu đề Chương II được sửa đổi như sau: “Mới.”", ["chuong-II"], id="its-heading"),
        pytest.param("1. Đoạn 2 khoản 3 Điều 5 được sửa đổi như sau: “Mới.”", ["dieu-5.khoan-3"], id="a-paragraph"),
        pytest.param("1. Đoạn mở đầu của khoản 3 Điều 5 được sửa đổi như sau: “Mới.”", ["dieu-5.khoan-3"], id="first"),
        pytest.param(
            "1. Gạch đầu dòng thứ hai điểm a khoản 1 Điều 4 được sửa đổi như sau: “Mới.”",
            ["dieu-4.khoan-1.diem-a"],
            id="a-dash",
        ),
        pytest.param("1. Khoản 2 Điều 5 sửa đổi như sau: “2. Mới.”", ["dieu-5.khoan-2"], id="without-a-passive"),
        pytest.param("1. Khoản 2 Điều 5, nay sửa lại là: “2. Mới.”", ["dieu-5.khoan-2"], id="now-it-is"),
        pytest.param("1. Khoản 2 Điều 5 được sửa lại là: “2. Mới.”", ["dieu-5.khoan-2"], id="is-made-into"),
        pytest.param("1. Điểm 4 mục II sửa thành: “4. Mới.”", ["muc-II.diem-4"], id="into"),
        pytest.param("1. Điều 5 quy định việc sửa đổi như sau: hai phần ba số phiếu.", [], id="it-only-provides"),
        pytest.param("1. Tên của đơn vị tại Điều 5 được ghi như sau: “Mới.”", [], id="another-name"),
    ],
)
def test_a_piece_of_a_provision_is_changed_by_words_behind_it(line: str, paths: list[str]) -> None:
    assert change(line) == [f"amends 40/2000/TT-BTC {path}" for path in paths]


def test_two_verbs_without_a_passive_are_both_said_of_the_provision_before_them() -> None:
    assert change("1. Khoản 2 Điều 5 sửa đổi, bổ sung như sau: “2. Mới.”") == [
        "amends 40/2000/TT-BTC dieu-5.khoan-2",
        "supplements 40/2000/TT-BTC dieu-5.khoan-2",
    ]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định này bổ sung Quy định số 31-QĐ/TU và bãi bỏ Điều 5 của Quy định đó.",
            ["supplements 31-QĐ/TU in part", "repeals 31-QĐ/TU dieu-5"],
            id="that-one",
        ),
        pytest.param(
            "Thực hiện chế độ theo Quy định số 31-QĐ/TU. Khoản 4 Điều 2 Quy định nêu trên được sửa đổi như sau: “Mới.”",
            ["amends 31-QĐ/TU dieu-2.khoan-4"],
            id="the-one-above-behind-a-number",
        ),
        pytest.param(
            "Điểm 4 mục II của Quy định số 31-QĐ/TU nay sửa lại là: “Chi bộ họp mỗi tháng một lần”.",
            ["amends 31-QĐ/TU muc-II.diem-4"],
            id="named-in-full",
        ),
        pytest.param("Bãi bỏ quy định đó.", [], id="nothing-named"),
        pytest.param("Theo 2 Quy định số 31-QĐ/TU, số 32-QĐ/TU. Bãi bỏ 2 Quy định nêu trên.", [], id="several"),
    ],
)
def test_a_document_may_be_called_by_its_type_once_it_is_named(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


def test_the_one_that_is_spoken_of_stands_near() -> None:
    far = "Theo Quy định số 31-QĐ/TU. " + "Cấp ủy lãnh đạo toàn diện. " * 20 + "Bãi bỏ Điều 5 Quy định đó."

    assert tell(closing(far)) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Quyết định số 15-QĐ/TU từ nay không thi hành nữa.", ["repeals 15-QĐ/TU"], id="from-now-on"),
        pytest.param("Quyết định số 15-QĐ/TU không áp dụng nữa.", ["repeals 15-QĐ/TU"], id="no-more"),
        pytest.param(
            "Quy định số 15-QĐ/TU không còn được áp dụng kể từ ngày 01/01/2018.",
            ["repeals 15-QĐ/TU since 2018-01-01"],
            id="no-longer-applied",
        ),
        pytest.param("Quy định số 15-QĐ/TU không còn áp dụng đối với xã.", [], id="to-some-only"),
        pytest.param("Chế độ trực theo Quyết định số 15-QĐ/TU không thực hiện nữa.", [], id="something-else"),
        pytest.param("Quyết định số 15-QĐ/TU không thi hành được.", [], id="cannot-be"),
    ],
)
def test_what_is_applied_no_more_has_ended(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    "subject",
    [
        "Các văn bản ban hành theo Quyết định số 15-QĐ/TU",
        "Các văn bản trước đây hướng dẫn Quyết định số 15-QĐ/TU",
        "Những văn bản được ban hành để thực hiện Quyết định số 15-QĐ/TU",
    ],
)
def test_what_was_issued_under_a_document_may_end_without_it(subject: str) -> None:
    assert tell(closing(f"{subject} hết hiệu lực.")) == []


def test_a_text_issued_by_a_document_ends_with_it() -> None:
    assert tell(closing("Quy chế ban hành theo Quyết định số 15-QĐ/TU hết hiệu lực.")) == ["repeals 15-QĐ/TU"]
