"""Where a change is made: the new provision and where it goes, a dash of a point, a place named before the verb."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell

_NOTICE = "THÔNG BÁO"


def notify(sentence: str) -> list[str]:
    """What a paper that sets tasks does in this *sentence*."""
    return tell(make_paper("kết luận của Bộ Chính trị", f"1. {sentence}\n2. Ban Tổ chức theo dõi.", _NOTICE))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Bổ sung mục IV vào Hướng dẫn số 22-HD/TW về chế độ báo cáo.", "22-HD/TW muc-IV", id="a-section"),
        pytest.param(
            "Bổ sung điểm đ vào sau điểm d khoản 1 Điều 6 Quy chế số 1-QC/TW như sau: “đ) Mới”.",
            "1-QC/TW dieu-6.khoan-1.diem-đ",
            id="behind-a-point",
        ),
        pytest.param(
            "Bổ sung Điều 6a vào sau Điều 6 của Quy định số 7-QĐ/TW như sau: “Mới”.", "7-QĐ/TW dieu-6a", id="an-article"
        ),
        pytest.param(
            "Bổ sung Điều 6a sau Điều 6 Quy chế giám sát ban hành kèm theo Quyết định số 7-QĐ/TW như sau: “Mới”.",
            "7-QĐ/TW quy-che.dieu-6a",
            id="of-an-enclosed-text",
        ),
        pytest.param(
            "Bổ sung nhiệm vụ thứ 7 vào mục III Nghị quyết số 8-NQ/TW: “Phát huy”.", "8-NQ/TW muc-III", id="no-address"
        ),
    ],
)
def test_what_is_new_has_the_address_it_gets(sentence: str, told: str) -> None:
    assert tell(closing(sentence)) == [f"supplements {told}"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Điều chỉnh thời hạn nêu tại điểm 1 mục II Thông báo số 987-TB/TW đến hết năm 2022.",
            ["amends 987-TB/TW muc-II.diem-1"],
            id="a-term",
        ),
        pytest.param(
            "Sửa đổi gạch đầu dòng thứ hai điểm 3 mục III Nghị quyết số 8-NQ/TW như sau: “Mới”.",
            ["amends 8-NQ/TW muc-III.diem-3"],
            id="a-dash",
        ),
        pytest.param(
            "Khoản 2 mục III Hướng dẫn số 22-HD/TW được thay bằng nội dung tại điểm 1 mục này.",
            ["replaces 22-HD/TW muc-III.khoan-2"],
            id="makes-way",
        ),
        pytest.param(
            "Không thực hiện mục 2 Nghị quyết số 2-NQ/TW nữa, vì đã bố trí kinh phí.",
            ["repeals 2-NQ/TW muc-2"],
            id="no-more",
        ),
        pytest.param(
            "Tại mục III Nghị quyết số 11-NQ/TW, bổ sung nhiệm vụ sau: “Phát huy”.",
            ["supplements 11-NQ/TW muc-III"],
            id="named-first",
        ),
        pytest.param(
            "Tại điểm 2 mục I Nghị quyết số 11-NQ/TW, thay cụm từ “a” bằng cụm từ “b”.",
            ["amends 11-NQ/TW muc-I.diem-2"],
            id="named-first-words",
        ),
        pytest.param("Điều chỉnh thời hạn nêu tại điểm 1 mục II Thông báo số 987-TB/TW cho phù hợp.", [], id="a-task"),
        pytest.param("Tại mục III Nghị quyết số 11-NQ/TW, bổ sung các giải pháp cho phù hợp.", [], id="a-task-there"),
        pytest.param(
            "Tại mục III Nghị quyết số 11-NQ/TW, bãi bỏ điểm 5 trước ngày 01/01/2018.", [], id="a-task-by-then"
        ),
        pytest.param("Tại mục III Nghị quyết số 11-NQ/TW, Tỉnh ủy đã bổ sung nhiệm vụ sau: “a”.", [], id="history"),
        pytest.param("Đề nghị không thực hiện mục 2 Nghị quyết số 2-NQ/TW nữa.", [], id="a-proposal"),
        pytest.param("Cán bộ không thực hiện mục 2 Nghị quyết số 2-NQ/TW thì kiểm điểm.", [], id="not-doing-it"),
        pytest.param("Khoản 2 Hướng dẫn số 22-HD/TW được thay bằng nội dung khác nếu cần.", [], id="may-be"),
    ],
)
def test_parts_are_changed_where_the_new_words_or_the_end_are_said(sentence: str, told: list[str]) -> None:
    assert notify(sentence) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Tại Điều 5 Quy chế giám sát kèm theo Quyết định số 7-QĐ/TW, bãi bỏ khoản 2 và khoản 3.",
            ["repeals 7-QĐ/TW quy-che.dieu-5.khoan-2", "repeals 7-QĐ/TW quy-che.dieu-5.khoan-3"],
            id="smaller-behind",
        ),
        pytest.param("Theo Nghị quyết số 11-NQ/TW, bãi bỏ khoản 2.", [], id="by-another"),
        pytest.param("Tại mục III Nghị quyết số 11-NQ/TW, bổ sung đảng viên mới.", [], id="no-words-of-it"),
        pytest.param("Tại Nghị quyết số 11-NQ/TW, giao Ban Tổ chức sửa đổi khoản 2.", [], id="given-to-others"),
    ],
)
def test_a_decision_changes_provisions_at_the_place_it_names_first(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định số 69-QĐ/TW thay thế Quy định số 10-QĐ/TW, ngày 15/11/2007 và Quy định số 07-QĐi/TW.",
            ["69-QĐ/TW: replaces 10-QĐ/TW", "69-QĐ/TW: replaces 07-QĐi/TW"],
            id="two-replaced-by-another",
        ),
        pytest.param(
            "Các thông tư sau hết hiệu lực kể từ ngày Quy định này có hiệu lực thi hành:\n"
            "a) Thông tư số 01/2016/TT-BTC;\nb) Thông tư số 02/2016/TT-BTC.",
            ["repeals 01/2016/TT-BTC", "repeals 02/2016/TT-BTC"],
            id="a-list-below",
        ),
        pytest.param(
            "Bãi bỏ các Thông tư số 72A T ngày 30/08/1993; số 84/1997/TT-BTC ngày 13/11/1997 của Bộ Tài chính.",
            ["repeals 84/1997/TT-BTC"],
            id="beside-one-not-read",
        ),
        pytest.param(
            "Căn cứ tính lương quy định tại Điều 6 Quyết định số 5-QĐ/TW là hệ số.", [], id="a-base-of-counting"
        ),
    ],
)
def test_every_document_of_a_list_is_acted_on(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Điều chỉnh mức thu phí quy định tại khoản 1 và khoản 4 Điều 2 Nghị quyết số 3-NQ/TW, cụ thể:\n- Phí: 1.",
            ["amends 3-NQ/TW dieu-2.khoan-1", "amends 3-NQ/TW dieu-2.khoan-4"],
            id="a-fee",
        ),
        pytest.param(
            "Điều chỉnh mức hỗ trợ tại Điều 3 Nghị quyết số 3-NQ/TW như sau: 150.000 đồng.",
            ["amends 3-NQ/TW dieu-3"],
            id="support",
        ),
        pytest.param(
            "Điều chỉnh mức lương hưu của đối tượng quy định tại Điều 1 Nghị quyết số 3-NQ/TW như sau: tăng 5%.",
            [],
            id="for-whom",
        ),
        pytest.param("Điều chỉnh mức phụ cấp theo Điều 2 Nghị quyết số 3-NQ/TW như sau: 5%.", [], id="by-which"),
        pytest.param(
            "Các đơn vị điều chỉnh dự toán theo mức quy định tại Điều 4 Nghị quyết số 3-NQ/TW.", [], id="task"
        ),
        pytest.param(
            "Nội dung nêu tại điểm 2.1 mục III Hướng dẫn số 4-HD/TW, ngày 22/11/2018 nay sửa thành: “B”.",
            ["amends 4-HD/TW muc-III.diem-2-1"],
            id="behind-a-day",
        ),
        pytest.param("Văn bản này bổ sung, hoàn thiện Quy chế số 5-QC/TW.", ["supplements 5-QC/TW in part"], id="this"),
        pytest.param("Các đơn vị bổ sung, hoàn thiện Quy chế số 5-QC/TW.", [], id="others"),
        pytest.param("Bổ sung, hoàn thiện Quy chế số 5-QC/TW.", [], id="to-be-done"),
        pytest.param(
            "Điều 5 Quy chế số 5-QC/TW được bổ sung khoản 4 như sau: “4. A”.",
            ["supplements 5-QC/TW dieu-5.khoan-4"],
            id="added-to",
        ),
        pytest.param(
            "Tên Chương III Quy chế số 5-QC/TW được đổi thành: “B”.", ["amends 5-QC/TW chuong-III"], id="named-anew"
        ),
        pytest.param("Ban A được đổi thành “Ban B” theo Quyết định số 5-QĐ/TW.", [], id="a-body-named-anew"),
    ],
)
def test_what_a_provision_settles_is_changed_there(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told
