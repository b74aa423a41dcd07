"""Lines -> paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine
from ingest.readers.printed.paragraphs import write_page

WIDTH = 60


def line(text: str, row: float, indent: int = 0, size: float = 10.0) -> TextLine:
    """*text* five points to a letter, its rows sixteen points apart."""
    left = 50.0 + 5 * indent
    lead = 5.0 * len(text.split(maxsplit=1)[0])
    return TextLine(text, left, left + 5 * len(text), 16 * row, 16 * row + 9, size, lead)


def write(*lines: TextLine, shape: Shape = Shape.PROSE) -> str:
    right = 50.0 + 5 * WIDTH if shape is Shape.PROSE else max(one.right for one in lines)
    return write_page(PrintedPage(1, 595, 842, (Block(lines, 50.0, right, shape),)))


FULL = "Công tác kiểm tra, giám sát được tăng cường gắn với xử lý n"
NEXT = "nghiêm các trường hợp vi phạm ở cơ sở trong toàn đảng bộ nă"


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        pytest.param([line(FULL, 0), line("ăm 2018.", 1)], f"{FULL} ăm 2018.", id="full-line-goes-on"),
        pytest.param([line("Về ưu điểm", 0), line(FULL, 1)], f"Về ưu điểm\n{FULL}", id="short-line-ends"),
        pytest.param([line(FULL, 0), line(NEXT, 1, indent=4)], f"{FULL}\n{NEXT}", id="indent-begins"),
        pytest.param([line(FULL, 0), line("- Tổ chức", 1)], f"{FULL}\n- Tổ chức", id="dash-begins"),
        pytest.param([line(f"- {NEXT}", 0), line("ăm 2018.", 1, indent=2)], f"- {NEXT} ăm 2018.", id="hanging-item"),
        pytest.param([line(f"{FULL[:-1]};", 0), line("Căn cứ Luật;", 1)], f"{FULL[:-1]};\nCăn cứ Luật;", id="bases"),
        pytest.param([line("theo Chỉ thị số 05-CT/", 0), line("TW ngày", 1)], None, id="not-full-so-apart"),
    ],
)
def test_places_tell_paragraphs(lines: list[TextLine], written: str | None) -> None:
    assert write(*lines) == (written or "\n".join(one.text for one in lines))


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Thực hiện nghiêm túc theo Chỉ thị của Thủ tướng số 29/200", "3/CT-TTg về việc", "số 29/2003/CT-TTg về việc"),
        ("Thực hiện nghiêm túc theo quy định tại Quy định số 102-QĐ/", "TW ngày 15", "số 102-QĐ/TW ngày 15"),
        ("Thực hiện nghiêm túc kế hoạch kiểm tra trong nhiệm kỳ 2015-", "2020 của", "nhiệm kỳ 2015-2020 của"),
    ],
)
def test_a_sign_cut_by_the_end_of_a_line_is_whole_again(before: str, after: str, joined: str) -> None:
    assert write(line(before, 0), line(after, 1)).endswith(joined)


def test_a_wider_gap_leaves_a_blank_line() -> None:
    rows = (0, 1, 2, 4)
    assert write(*(line(FULL[:40] + str(i), row) for i, row in enumerate(rows))).count("\n\n") == 1


def test_lines_in_the_middle_stay_lines() -> None:
    title = [line("BÁO CÁO TỔNG KẾT CÔNG TÁC", 0, indent=17), line("năm 2018 của Tỉnh ủy", 1, indent=20)]

    assert write(*title) == "BÁO CÁO TỔNG KẾT CÔNG TÁC\nnăm 2018 của Tỉnh ủy"


def test_names_in_a_column_stay_lines_and_items_go_on() -> None:
    lines = ["KT. THỐNG ĐỐC", "phó Thống đốc", "- Thủ tướng và các Phó Thủ tướng", "Chính phủ (để b/c);", "- Công báo."]
    shown = [line(text, row) for row, text in enumerate(lines)]

    assert write(*shown, shape=Shape.COLUMN).split("\n") == [
        *lines[:2],
        "- Thủ tướng và các Phó Thủ tướng Chính phủ (để b/c);",
        lines[4],
    ]


def test_footnotes_stand_last_and_by_themselves() -> None:
    notes = [line("¹ Xem Quy định số 102-QĐ/TW.", 5, size=7.0), line("² Như trên.", 6, size=7.0)]
    text = write(line(FULL, 0), line("ăm 2018.¹", 1), *notes)

    assert text == f"{FULL} ăm 2018.¹\n\n¹ Xem Quy định số 102-QĐ/TW.\n² Như trên."


@given(st.lists(st.tuples(st.text("ab -.:đ", min_size=1, max_size=60).map(str.strip).filter(bool), st.integers(0, 5))))
def test_every_character_is_written_once_and_in_order(given_lines: list[tuple[str, int]]) -> None:
    shown = [line(text, row, indent) for row, (text, indent) in enumerate(given_lines)]
    text = write(*shown) if shown else ""

    assert "".join(text.split()) == "".join("".join(one.text for one in shown).split())
