"""Lists of what is replaced or repealed: each member by its own words, whatever stands before it."""

from __future__ import annotations

import pytest

from ingest.citations import find_citations
from ingest.models import Metadata
from tests.relating_papers import closing, make_paper, tell


@pytest.mark.parametrize(
    "member",
    [
        pytest.param("Các Chỉ thị số 08-CT/TU, ngày 25/5/2018; số 15-CT/TU, ngày 17/4/2020.", id="each"),
        pytest.param("Những Chỉ thị số 08-CT/TU, ngày 25/5/2018 và số 15-CT/TU, ngày 17/4/2020.", id="those"),
        pytest.param("Chỉ thị số 08-CT/TU, ngày 25/5/2018; Chỉ thị số 15-CT/TU, ngày 17/4/2020.", id="plain"),
    ],
)
def test_a_member_of_a_list_may_name_several_of_a_type(member: str) -> None:
    listed = f"Bãi bỏ các văn bản sau đây:\n1. Quyết định số 22-QĐ/TU, ngày 05/9/2016.\n2. {member}"

    assert tell(closing(listed)) == ["repeals 22-QĐ/TU", "repeals 08-CT/TU", "repeals 15-CT/TU"]


def test_a_sentence_below_a_list_that_only_names_a_document_is_no_member() -> None:
    listed = (
        "Bãi bỏ các văn bản sau đây:\n1. Quyết định số 22-QĐ/TU.\n2. Việc thi hành Chỉ thị số 08-CT/TU vẫn tiếp tục."
    )

    assert tell(closing(listed)) == ["repeals 22-QĐ/TU"]


@pytest.mark.parametrize("kind", ["CHƯƠNG TRÌNH HÀNH ĐỘNG", "KẾ HOẠCH", "ĐỀ ÁN"])
def test_a_programme_replaces_what_it_says_it_replaces(kind: str) -> None:
    name = {"CHƯƠNG TRÌNH HÀNH ĐỘNG": "Chương trình"}.get(kind, kind.capitalize())
    body = f"1. Các cấp ủy chỉ đạo.\n2. {name} này thay thế Chương trình số 09-CTr/TU, ngày 12/11/2003."

    told = tell(make_paper("phát triển nông nghiệp", body, kind))

    assert [one for one in told if "09-CTr/TU" in one and one.startswith("replaces")]


@pytest.mark.parametrize(
    "task",
    [
        "Ban cán sự đảng căn cứ Quy định này trình Hội đồng nhân dân tỉnh bãi bỏ Nghị quyết số 21/2004/NQ-HĐND.",
        "Sở Nội vụ căn cứ Quy định này trình Ủy ban nhân dân tỉnh bãi bỏ Quyết định số 21/2004/QĐ-UB.",
    ],
)
def test_what_others_are_to_submit_is_no_act(task: str) -> None:
    assert tell(closing(task)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "thay thế Quy định số 54-QĐ/TW; Quy định số 164-QĐ/TW, ngày 01/02/2013", [None, "2013-02-01"], id="apart"
        ),
        pytest.param(
            "theo Quy định số 54-QĐ/TW, ngày 12/5/1999. Thay thế Quy định số 54-QĐ/TW; Quy định số 164-QĐ/TW, "
            "ngày 01/02/2013",
            ["1999-05-12", "1999-05-12", "2013-02-01"],
            id="named-in-full-before",
        ),
        pytest.param(
            "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",
            ["2013-12-12", "2013-12-12"],
            id="joined-by-and",
        ),
    ],
)
def test_a_day_is_shared_by_what_is_named_together_and_not_across_a_semicolon(
    text: str, days: list[str | None]
) -> None:
    found = find_citations(text, Metadata())

    assert [one.date.isoformat() if one.date else None for one in found] == days


HEAD = "STT | Số, ký hiệu | Ngày ban hành | Trích yếu"
ROWS = [
    "1 | Quyết định số 18-QĐ/TU | 14/4/2008 | Về thi đua",
    "2 | Chỉ thị số 06-CT/TU | 02/3/2010 | Về học tập theo Quy định số 9-QĐ/TW",
]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([HEAD, *ROWS], id="below-its-head"),
        pytest.param(ROWS, id="without-a-head"),
        pytest.param([HEAD, "(1) | (2) | (3) | (4)", *ROWS], id="columns-counted"),
        pytest.param([HEAD, "I | CÔNG TÁC XÂY DỰNG ĐẢNG", ROWS[0], "II | DÂN VẬN", ROWS[1]], id="in-groups"),
        pytest.param(
            ["STT | Loại | Số", "1 | Quyết định | 18-QĐ/TU", "2 | Chỉ thị | 06-CT/TU"], id="types-in-a-column"
        ),
    ],
)
@pytest.mark.parametrize("lead", ["các văn bản sau:", "toàn bộ các văn bản sau đây của Tỉnh ủy:"])
def test_the_rows_of_a_table_are_members_of_the_list(lead: str, rows: list[str]) -> None:
    listed = "\n".join((f"Bãi bỏ {lead}", *rows, "Điều 3. Tổ chức", "Theo dõi việc thi hành Chỉ thị số 19-CT/TW."))

    assert tell(closing(listed)) == ["repeals 18-QĐ/TU", "repeals 06-CT/TU"]


def test_a_table_below_that_lists_something_else_is_no_list() -> None:
    listed = f"Bãi bỏ Quyết định số 22-QĐ/TU.\n{HEAD}\n{ROWS[0]}"

    assert tell(closing(listed)) == ["repeals 22-QĐ/TU"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Bãi bỏ các văn bản sau:\n1. Quyết định số 18-QĐ/TU, được sửa đổi bởi Quyết định số 30-QĐ/TU;\n"
            "2. Quyết định số 19-QĐ/TU.",
            ["repeals 18-QĐ/TU", "repeals 19-QĐ/TU", "30-QĐ/TU: amends 18-QĐ/TU in part"],
            id="on-the-next-line",
        ),
        pytest.param(
            "Thay thế Quyết định số 18-QĐ/TU, được sửa đổi bởi Quyết định số 30-QĐ/TU; Quyết định số 19-QĐ/TU.",
            ["replaces 18-QĐ/TU", "replaces 19-QĐ/TU", "30-QĐ/TU: amends 18-QĐ/TU in part"],
            id="behind-a-semicolon",
        ),
        pytest.param(
            "Thay thế Quyết định số 18-QĐ/TU, được sửa đổi bởi Quyết định số 30-QĐ/TU và Quyết định số 31-QĐ/TU.",
            [
                "replaces 18-QĐ/TU",
                "30-QĐ/TU: amends 18-QĐ/TU in part",
                "31-QĐ/TU: amends 18-QĐ/TU in part",
            ],
            id="two-that-amended-it",
        ),
        pytest.param(
            "Thay thế Quyết định số 18-QĐ/TU (được sửa đổi bởi Quyết định số 30-QĐ/TU; Quyết định số 31-QĐ/TU).",
            [
                "replaces 18-QĐ/TU",
                "30-QĐ/TU: amends 18-QĐ/TU in part",
                "31-QĐ/TU: amends 18-QĐ/TU in part",
            ],
            id="in-one-bracket",
        ),
    ],
)
def test_behind_one_that_was_amended_the_list_goes_on(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định này thay thế các văn bản: (1) Quy định số 15-QĐ/TU; (2) Quyết định số 16-QĐ/TU.",
            ["replaces 15-QĐ/TU", "replaces 16-QĐ/TU"],
            id="counted-in-one-line",
        ),
        pytest.param(
            "Bãi bỏ khoản 3 Điều 6 Quy định số 15-QĐ/TU và toàn bộ Hướng dẫn số 16-HD/BTCTU.",
            ["repeals 15-QĐ/TU dieu-6.khoan-3", "repeals 16-HD/BTCTU"],
            id="a-part-and-a-whole",
        ),
        pytest.param(
            "Quy định số 15-QĐ/TU được bãi bỏ toàn bộ; Quy định số 16-QĐ/TU được bãi bỏ một phần.",
            ["repeals 15-QĐ/TU", "repeals 16-QĐ/TU in part"],
            id="a-whole-and-a-part",
        ),
        pytest.param(
            "Quy định này thay thế Điều 3, Điều 4, khoản 2 và khoản 3 Điều 5 Quy định số 15-QĐ/TU.",
            [f"replaces 15-QĐ/TU {one}" for one in ("dieu-3", "dieu-4", "dieu-5.khoan-2", "dieu-5.khoan-3")],
            id="clauses-of-the-last",
        ),
        pytest.param(
            "Quy định này thay thế Điều 4, khoản 2, điểm a Quy định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU dieu-4.khoan-2.diem-a"],
            id="from-large-to-small",
        ),
        pytest.param(
            "Quy định này thay thế Quy định số 15-QĐ/TU (ban hành năm 2010, thay thế Quy định số 3-QĐ/TU).",
            ["replaces 15-QĐ/TU", "15-QĐ/TU: replaces 3-QĐ/TU"],
            id="told-in-a-bracket",
        ),
        pytest.param(
            "Quy định này thay thế Quy định số 15-QĐ/TU và các văn bản sửa đổi, bổ sung Quy định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU"],
            id="papers-that-amended-it",
        ),
    ],
)
def test_each_of_a_sentence_is_changed_as_it_says(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told
