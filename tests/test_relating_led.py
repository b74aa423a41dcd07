"""Lists below words that do no more than lead them in: a bare verb and a colon, a heading without one."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell

_TWO = "Quyết định số 5-QĐ/TU, ngày 01/02/2003;", "Điều 3 Chỉ thị số 6-CT/TU, ngày 04/5/2006."


@pytest.mark.parametrize(
    ("lead", "marks", "told"),
    [
        pytest.param("Bãi bỏ:", "a) b)", ["repeals 5-QĐ/TU", "repeals 6-CT/TU dieu-3"], id="bare"),
        pytest.param("4.2. Bãi bỏ:", "a) b)", ["repeals 5-QĐ/TU", "repeals 6-CT/TU dieu-3"], id="numbered"),
        pytest.param("3. Thay thế:", "- -", ["replaces 5-QĐ/TU", "replaces 6-CT/TU dieu-3"], id="another-verb"),
        pytest.param(
            "Bãi bỏ toàn bộ các văn bản sau", "1. 2.", ["repeals 5-QĐ/TU", "repeals 6-CT/TU dieu-3"], id="no-colon"
        ),
        pytest.param(
            "Bãi bỏ một phần các văn bản quy phạm pháp luật sau đây",
            "1. 2.",
            ["repeals 5-QĐ/TU in part", "repeals 6-CT/TU dieu-3"],
            id="in-part",
        ),
        pytest.param(
            "Hủy bỏ 02 văn bản sau đây của Ban Thường vụ Tỉnh ủy",
            "- -",
            ["repeals 5-QĐ/TU", "repeals 6-CT/TU dieu-3"],
            id="counted-and-whose",
        ),
        pytest.param(
            "Bãi bỏ một số điều, khoản của các văn bản sau:",
            "1. 2.",
            ["repeals 5-QĐ/TU in part", "repeals 6-CT/TU dieu-3"],
            id="some-articles-of",
        ),
        pytest.param("Không bãi bỏ:", "a) b)", [], id="not-done"),
        pytest.param("Giao Văn phòng tham mưu bãi bỏ:", "a) b)", [], id="given-to-others"),
        pytest.param("Đề nghị Ban Bí thư bãi bỏ các văn bản sau", "1. 2.", [], id="asked-for"),
        pytest.param("Các văn bản sau tiếp tục có hiệu lực", "1. 2.", [], id="stay"),
        pytest.param("Tiếp tục sử dụng các mẫu sau", "1. 2.", [], id="no-change"),
    ],
)
def test_what_only_leads_a_list_in_is_said_of_its_members(lead: str, marks: str, told: list[str]) -> None:
    members = (f"{mark} {member}" for mark, member in zip(marks.split(), _TWO, strict=True))

    assert tell(closing("\n".join([lead, *members]))) == told


def test_an_article_may_lead_in_a_list_in_its_heading() -> None:
    body = (
        "Điều 1. Bãi bỏ toàn bộ các văn bản sau\n1. Quyết định số 5-QĐ/TU.\n2. Chỉ thị số 6-CT/TU.\n"
        "Điều 2. Bãi bỏ một phần các văn bản sau\nĐiều 8 Quy định số 7-QĐ/TU; khoản 4 Mục II Hướng dẫn số 8-HD/TU.\n"
        "Điều 3. Các văn bản sau tiếp tục có hiệu lực\n1. Quyết định số 9-QĐ/TU.\n2. Quyết định số 10-QĐ/TU."
    )

    assert tell(make_paper("bãi bỏ một số văn bản", body, "QUYẾT ĐỊNH")) == [
        "repeals 5-QĐ/TU",
        "repeals 6-CT/TU",
        "repeals 7-QĐ/TU dieu-8",
        "repeals 8-HD/TU muc-II.khoan-4",
    ]


def test_a_document_whose_provisions_are_listed_below_it_goes_in_part() -> None:
    listed = "Bãi bỏ các quy định sau đây của Quyết định số 5-QĐ/TU:\na) Điều 3;\nb) Khoản 2 Điều 4."

    assert tell(closing(listed)) == ["repeals 5-QĐ/TU in part"]


def test_a_sentence_below_such_a_heading_ends_the_list() -> None:
    listed = "Bãi bỏ các văn bản sau\n1. Quyết định số 5-QĐ/TU.\n2. Việc thi hành Quyết định số 6-QĐ/TU vẫn tiếp tục."

    assert tell(closing(listed)) == ["repeals 5-QĐ/TU"]


def test_a_clause_behind_one_that_changes_a_document_has_its_own_verb_whatever_its_type_is_called() -> None:
    clause = (
        "Quy định này bổ sung, hoàn chỉnh Hướng dẫn số 28-HD/TU; các nội dung tại điểm 1 và điểm 3 mục II Hướng dẫn"
    )

    assert tell(closing(f"{clause} số 28-HD/TU không thực hiện nữa.")) == [
        "supplements 28-HD/TU in part",
        "repeals 28-HD/TU muc-II.diem-1",
        "repeals 28-HD/TU muc-II.diem-3",
    ]
