"""What a preamble rests on and calls by its title alone: kept as a mention, and what is no document is not."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.citations import find_citations
from ingest.cleaning import clean_text
from ingest.mentions import Citation
from tests.relating_papers import opening, tell


def find(raw: str) -> tuple[Citation, ...]:
    return find_citations(clean_text(raw))


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        pytest.param(
            "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XV, nhiệm kỳ 2020 - 2025;",
            ["Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XV"],
            id="a-province",
        ),
        pytest.param(
            "Căn cứ Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khóa XIII,",
            ["Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư khóa XIII"],
            id="three-bodies-of-one",
        ),
        pytest.param(
            "Căn cứ Quy chế làm việc của Ban Thường vụ Tỉnh ủy khóa XVII, Ban Thường vụ Tỉnh ủy quyết định:",
            ["Quy chế làm việc của Ban Thường vụ Tỉnh ủy khóa XVII"],
            id="then-who-speaks",
        ),
        pytest.param(
            "Căn cứ Điều lệ Đảng; Quy chế làm việc của Huyện ủy khóa XX; Chương trình công tác năm 2024 của Huyện ủy;",
            ["Điều lệ Đảng", "Quy chế làm việc của Huyện ủy khóa XX", "Chương trình công tác năm 2024 của Huyện ủy"],
            id="a-list",
        ),
        pytest.param(
            "Căn cứ quy chế làm việc của Đảng ủy xã nhiệm kỳ 2020 - 2025;",
            ["Quy chế làm việc của Đảng ủy xã nhiệm kỳ 2020 - 2025"],
            id="in-small-letters",
        ),
        pytest.param(
            "Căn cứ Quy chế làm việc của Ban Chấp hành\nĐảng bộ tỉnh khoá XV;",
            ["Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XV"],
            id="broken-by-a-printer",
        ),
        pytest.param(
            "Căn cứ Quy định về chức năng, nhiệm vụ, tổ chức bộ máy của Ban Tổ chức Tỉnh ủy;",
            ["Quy định về chức năng, nhiệm vụ, tổ chức bộ máy của Ban Tổ chức Tỉnh ủy"],
            id="commas-in-its-title",
        ),
        pytest.param(
            "Căn cứ Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng;",
            ["Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng", "Điều lệ Đảng"],
            id="another-in-its-title",
        ),
        pytest.param(
            "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ huyện nhiệm kỳ 2020 - 2025 và Quy chế làm việc của Huyện ủy;",
            ["Nghị quyết Đại hội đại biểu Đảng bộ huyện nhiệm kỳ 2020 - 2025", "Quy chế làm việc của Huyện ủy"],
            id="a-congress-by-its-term",
        ),
        pytest.param(
            "Căn cứ Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp ngày 12/8/2021;",
            ["Kết luận của Ban Thường vụ Tỉnh ủy tại phiên họp ngày 12/8/2021"],
            id="what-a-meeting-concluded",
        ),
        pytest.param(
            "Căn cứ Điều lệ Hội Chữ thập đỏ Việt Nam;", ["Điều lệ Hội Chữ thập đỏ Việt Nam"], id="another-charter"
        ),
        pytest.param(
            "I. CĂN CỨ\n- Quy chế làm việc của Tỉnh ủy khóa XV;\n- Nghị quyết số 39-NQ/TW;\nII. NỘI DUNG\n- Quy chế A.",
            ["Quy chế làm việc của Tỉnh ủy khóa XV", None],
            id="below-a-heading",
        ),
    ],
)
def test_a_basis_without_a_sign_is_mentioned_by_its_title(raw: str, names: list[str | None]) -> None:
    assert [one.name for one in find(raw)] == names


@pytest.mark.parametrize(
    ("raw", "signs"),
    [
        pytest.param(
            "Căn cứ Quy chế làm việc ban hành kèm theo Quyết định số 15-QĐ/TU;", ["15-QĐ/TU"], id="a-sign-names-it"
        ),
        pytest.param("Căn cứ quy định của pháp luật hiện hành;", [], id="the-law"),
        pytest.param("Căn cứ Quy định của Đảng, pháp luật của Nhà nước;", [], id="rules-as-such"),
        pytest.param("Căn cứ Quy chế này, các chi bộ xây dựng quy chế.", [], id="this-one"),
        pytest.param("Căn cứ Nghị quyết của cấp ủy, xã dự thảo các văn bản.", [], id="which-one-is-not-said"),
        pytest.param("Căn cứ Quy định về tiêu chuẩn chức danh, cấp ủy xem xét.", [], id="a-sentence-of-the-body"),
        pytest.param("Căn cứ chức năng, nhiệm vụ; tình hình thực tế của địa phương,", [], id="how-things-stand"),
        pytest.param("Các chi bộ thực hiện Quy chế làm việc của Huyện ủy khóa XX;", [], id="no-basis"),
    ],
)
def test_what_is_no_title_of_one_document_is_no_mention(raw: str, signs: list[str]) -> None:
    assert [one.number for one in find(raw)] == signs


def test_a_title_tells_type_term_and_day() -> None:
    (found,) = find("Căn cứ Nghị quyết của Tỉnh ủy khóa XV về công tác cán bộ, ngày 05/6/2021;")

    assert (found.type, found.term, found.date) == ("Nghị quyết", "XV", date(2021, 6, 5))
    assert found.text == "Nghị quyết của Tỉnh ủy khóa XV về công tác cán bộ, ngày 05/6/2021"


def test_a_document_rests_on_what_it_calls_by_its_title() -> None:
    lines = (
        "- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế làm việc của Bộ Chính trị khóa XII;\n"
        "- Căn cứ Quy định của Ban Bí thư về thi hành Quy chế số 10-QC/TW;"
    )
    assert tell(opening(lines)) == [
        "based_on Điều lệ Đảng",
        "based_on Quy chế làm việc của Bộ Chính trị khóa XII",
        "based_on Quy định của Ban Bí thư về thi hành Quy chế số 10-QC/TW",
    ]
