"""Changes to provisions: the larger unit named above, the document named above, and what others are to change."""

from __future__ import annotations

import pytest

from ingest.models import Document
from tests.relating_papers import make_paper, tell

LEAD = "Điều 1. Sửa đổi, bổ sung một số điểm của Thông tư số 40/2000/TT-BTC như sau:"


def change(*lines: str) -> list[str]:
    """What a circular does that amends one document, its opening words left out."""
    return tell(make_paper("về thuế nhập khẩu", "\n".join((LEAD, *lines)), "QUYẾT ĐỊNH"))[2:]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(["1. Sửa đổi điểm 1, mục I như sau: “1. Mới.”"], ["amends muc-I.diem-1"], id="point-first"),
        pytest.param(["1. Sửa đổi mục I, điểm 1 như sau: “1. Mới.”"], ["amends muc-I.diem-1"], id="section-first"),
        pytest.param(["1. Sửa đổi mục I: điểm 1 như sau: “1. Mới.”"], ["amends muc-I.diem-1"], id="behind-a-colon"),
        pytest.param(["1. Tại mục I, sửa đổi điểm 1 như sau: “1. Mới.”"], ["amends muc-I.diem-1"], id="in-a-section"),
        pytest.param(
            ["1. Trong mục I: bãi bỏ điểm 1 và điểm 3."],
            ["repeals muc-I.diem-1", "repeals muc-I.diem-3"],
            id="in-a-section-a-list",
        ),
        pytest.param(
            ["1. Bổ sung mục I - Đối tượng như sau:", "a) Bổ sung và sửa đổi điểm 1 như sau: “1. Mới.”"],
            ["supplements muc-I", "supplements muc-I.diem-1", "amends muc-I.diem-1"],
            id="named-above",
        ),
        pytest.param(
            [
                "1. Sửa đổi Điều 5 như sau:",
                "a) Khoản 2 được sửa đổi như sau: “2. Mới.”",
                "b) Bãi bỏ khoản 3.",
                "2. Bãi bỏ Điều 6.",
            ],
            ["amends dieu-5", "amends dieu-5.khoan-2", "repeals dieu-5.khoan-3", "repeals dieu-6"],
            id="an-article-above-its-clauses",
        ),
        pytest.param(
            ["1. Sửa đổi Điều 5 như sau:", "a) Bãi bỏ khoản 3 Điều 6."],
            ["amends dieu-5", "repeals dieu-6.khoan-3"],
            id="another-article-said",
        ),
        pytest.param(
            ["1. Sửa đổi mục I như sau: “I. Mới.”", "2. Bãi bỏ điểm 3."],
            ["amends muc-I", "repeals diem-3"],
            id="what-was-above-has-ended",
        ),
        pytest.param(
            ["1. Bỏ quy định tại gạch đầu dòng thứ 4 điểm 1 và điểm 2 mục II."],
            ["repeals muc-II.diem-1", "repeals muc-II.diem-2"],
            id="a-dash-of-it",
        ),
        pytest.param(["1. Thêm điểm 5 vào mục II như sau: “5. Mới.”"], ["supplements muc-II.diem-5"], id="one-more"),
        pytest.param(["1. Sửa lại khoản 2 Điều 7 thành: “2. Mới.”"], ["amends dieu-7.khoan-2"], id="made-into"),
        pytest.param(["1. Bãi bỏ đoạn 2 khoản 3 Điều 5."], ["repeals dieu-5.khoan-3"], id="a-paragraph-of-it"),
        pytest.param(
            ["1. Tại khoản 2 Điều 5 thay cụm từ “thị ủy” bằng cụm từ “thành ủy”."],
            ["amends dieu-5.khoan-2"],
            id="there",
        ),
        pytest.param(
            ["1. Tại Điều 7, bổ sung cụm từ “cấp ủy” sau cụm từ “chi bộ”."], ["amends dieu-7"], id="words-are-put-there"
        ),
        pytest.param(["1. Điểm 1 mục I được thay bằng: “1. Mới.”"], ["replaces muc-I.diem-1"], id="made-way-for"),
        pytest.param(["1. Bỏ cụm từ “đặc biệt” tại điểm 3 mục I."], ["amends muc-I.diem-3"], id="words-go"),
    ],
)
def test_a_provision_is_changed_within_the_larger_one_that_is_named(lines: list[str], told: list[str]) -> None:
    assert change(*lines) == [f"{one.split()[0]} 40/2000/TT-BTC {one.split()[1]}" for one in told]


def test_a_section_of_the_named_document_holds_for_what_stands_below() -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung mục II Hướng dẫn số 05-HD/BTCTU như sau:\n1. Sửa đổi điểm 1 như sau: “1. Mới.”\n"
        "Điều 2. Bãi bỏ điểm 4."
    )
    assert tell(make_paper("về công tác cán bộ", body, "QUYẾT ĐỊNH")) == [
        "amends 05-HD/BTCTU muc-II",
        "supplements 05-HD/BTCTU muc-II",
        "amends 05-HD/BTCTU muc-II.diem-1",
        "repeals 05-HD/BTCTU diem-4",
    ]


def conclude(body: str, title: str = "về phát triển kinh tế biển", kind: str = "KẾT LUẬN") -> Document:
    return make_paper(title, f"Ban Thường vụ Tỉnh ủy kết luận:\n\n1. Thống nhất đánh giá.\n\n{body}\n", kind)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Điều chỉnh mục tiêu tại điểm 2.1 mục II Nghị quyết số 11-NQ/TU: tỉ trọng đạt 32% (thay vì 28%).",
            ["amends 11-NQ/TU muc-II.diem-2-1"],
            id="a-target",
        ),
        pytest.param(
            "Điều chỉnh chỉ tiêu tỉ lệ hộ dùng nước sạch tại điểm 2.1 mục II Nghị quyết số 11-NQ/TU từ 70% lên 80%.",
            ["amends 11-NQ/TU muc-II.diem-2-1"],
            id="from-one-figure-to-another",
        ),
        pytest.param(
            "Bổ sung vào mục III Nghị quyết số 11-NQ/TU nhiệm vụ bảo vệ môi trường biển.",
            ["supplements 11-NQ/TU muc-III"],
            id="put-into-a-section",
        ),
        pytest.param(
            "Bổ sung nhiệm vụ bảo vệ môi trường biển vào mục III Nghị quyết số 11-NQ/TU.",
            ["supplements 11-NQ/TU muc-III"],
            id="what-then-where",
        ),
        pytest.param(
            "Điều chỉnh, bổ sung khoản 2 Điều 5 Quy chế số 05-QC/TU: “2. Họp mỗi tháng một lần”.",
            ["amends 05-QC/TU dieu-5.khoan-2", "supplements 05-QC/TU dieu-5.khoan-2"],
            id="two-verbs",
        ),
        pytest.param(
            "Bãi bỏ nội dung về khoán xe tại mục IV Nghị quyết số 11-NQ/TU.",
            ["repeals 11-NQ/TU muc-IV"],
            id="some-content-goes",
        ),
        pytest.param(
            "Thay thế cụm từ “thị ủy” bằng cụm từ “thành ủy” trong Quy chế số 05-QC/TU.",
            ["amends 05-QC/TU in part"],
            id="words-are-exchanged",
        ),
        pytest.param(
            "Ban Thường vụ quyết định điều chỉnh mục tiêu tại mục II Nghị quyết số 11-NQ/TU từ 70% lên 80%.",
            ["amends 11-NQ/TU muc-II"],
            id="the-body-decides",
        ),
        pytest.param(
            "Nội dung tại điểm 4 mục III Nghị quyết số 11-NQ/TU được điều chỉnh thành: đạt 32%.",
            ["amends 11-NQ/TU muc-III.diem-4"],
            id="made-into",
        ),
        pytest.param(
            "Thay nội dung tại điểm 4 mục III Nghị quyết số 11-NQ/TU bằng nội dung sau: “4. Mới.”",
            ["replaces 11-NQ/TU muc-III.diem-4"],
            id="content-is-replaced",
        ),
        pytest.param(
            "Sửa đổi mục III Nghị quyết số 11-NQ/TU, cụ thể:\n\na) Điều chỉnh điểm 1: đạt 32%.\n\nb) Bãi bỏ điểm 2.",
            ["amends 11-NQ/TU muc-III", "amends 11-NQ/TU muc-III.diem-1", "repeals 11-NQ/TU muc-III.diem-2"],
            id="a-list-below",
        ),
        pytest.param("Đồng ý chủ trương sửa đổi Quy chế số 05-QC/TU; giao Văn phòng tham mưu.", [], id="in-principle"),
        pytest.param("Bổ sung kinh phí thực hiện Nghị quyết số 11-NQ/TU: 5 tỉ đồng.", [], id="money-is-added"),
        pytest.param(
            "Sửa đổi khoản 2 Điều 5 Quy chế số 05-QC/TU cho phù hợp; trình trước ngày 01/3/2018.", [], id="to-be-done"
        ),
        pytest.param("Sửa đổi, bổ sung Quy chế số 05-QC/TU theo hướng: rõ người, rõ việc.", [], id="in-which-way"),
        pytest.param(
            "Giao Ủy ban Kiểm tra tham mưu sửa đổi khoản 2 Điều 5 Quy chế số 05-QC/TU: rõ người, rõ việc.",
            [],
            id="given-to-others",
        ),
        pytest.param("Đề nghị Ban Bí thư thay thế Hướng dẫn số 03-HD/TW.", [], id="asked-for"),
        pytest.param("Nghiên cứu điều chỉnh mục tiêu tại mục II Nghị quyết số 11-NQ/TU: đạt 32%.", [], id="studied"),
        pytest.param("Việc điều chỉnh mục tiêu tại mục II Nghị quyết số 11-NQ/TU là cần thiết.", [], id="talked-of"),
        pytest.param("Điều chỉnh quy hoạch theo Nghị quyết số 11-NQ/TU.", [], id="something-else-is-adjusted"),
        pytest.param(
            "Ban Tổ chức Tỉnh ủy có trách nhiệm:\n\n"
            "a) Bổ sung vào mục III Nghị quyết số 11-NQ/TU nhiệm vụ: bảo vệ môi trường.\n\n"
            "b) Bãi bỏ Quyết định số 15-QĐ/TU.",
            [],
            id="tasks-in-a-list",
        ),
    ],
)
def test_a_conclusion_changes_what_it_gives_new_words_for_and_leaves_tasks_to_others(
    sentence: str, told: list[str]
) -> None:
    assert tell(conclude(f"2. {sentence}")) == told


CHANGES_BY_CLAUSE = (
    "2. Điều chỉnh mục tiêu tại điểm 2.1 mục II từ 70% lên 80%.\n\n"
    "3. Bổ sung vào mục III nội dung: bảo vệ môi trường.\n\n"
    "4. Bãi bỏ nội dung về khoán xe tại mục IV.\n\n5. Giao Ủy ban Kiểm tra tham mưu sửa đổi mục V.\n"
)


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        pytest.param("về điều chỉnh, bổ sung một số nội dung của Nghị quyết số 11-NQ/TU", "", "KẾT LUẬN", id="title"),
        pytest.param("sửa đổi, bổ sung Nghị quyết số 11-NQ/TU", "", "NGHỊ QUYẾT", id="title-of-a-resolution"),
        pytest.param(
            "về phát triển kinh tế biển",
            "Ban Thường vụ thống nhất điều chỉnh, bổ sung Nghị quyết số 11-NQ/TU như sau:\n\n",
            "KẾT LUẬN",
            id="first-paragraph",
        ),
        pytest.param(
            "về phát triển kinh tế biển",
            "Ban Thường vụ sửa đổi, bổ sung Nghị quyết số 11-NQ/TU với các nội dung sau:\n\n",
            "THÔNG BÁO",
            id="with-the-following",
        ),
    ],
)
def test_a_paper_that_amends_one_document_goes_on_by_its_clauses(title: str, opening: str, kind: str) -> None:
    told = tell(make_paper(title, f"{opening}1. Thống nhất đánh giá.\n\n{CHANGES_BY_CLAUSE}", kind))

    assert [one for one in told if "in part" not in one] == [
        "amends 11-NQ/TU muc-II.diem-2-1",
        "supplements 11-NQ/TU muc-III",
        "repeals 11-NQ/TU muc-IV",
    ]
