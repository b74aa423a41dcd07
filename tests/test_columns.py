"""Words -> rows -> blocks in reading order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.printed.boxes import Shape, Word
from ingest.readers.printed.columns import COLUMNS_APART, order_blocks
from ingest.readers.printed.rows import gather_rows

SIZE = 12.0


def words(text: str, left: float, line: float, size: float = SIZE, space: float = 3.0) -> list[Word]:
    """The words of *text* from *left* on, six points to a letter, on the line so many lines down."""
    found, at = [], left
    for part in text.split():
        end = at + 0.5 * size * len(part)
        found.append(Word(part, at, end, 16 * line, 16 * line + 0.9 * size, size))
        at = end + space
    return found


def read(*placed: list[Word]) -> list[str]:
    blocks = order_blocks(gather_rows([word for one in placed for word in one]))
    return [line.text for block in blocks for line in block.lines]


def test_a_letterhead_is_read_left_then_right_and_the_type_below_is_apart() -> None:
    lines = read(
        words("TỈNH ỦY BÌNH THUẬN", 80, 0),
        words("ĐẢNG CỘNG SẢN VIỆT NAM", 330, 0),
        words("*", 130, 1),
        words("Số 12-TB/TU", 90, 2),
        words("Bình Thuận, ngày 5 tháng 3 năm 2018", 320, 2),
        words("THÔNG BÁO", 260, 4),
    )

    assert lines == [
        *("TỈNH ỦY BÌNH THUẬN", "*", "Số 12-TB/TU"),
        *("ĐẢNG CỘNG SẢN VIỆT NAM", "Bình Thuận, ngày 5 tháng 3 năm 2018", "THÔNG BÁO"),
    ]


def test_addressees_below_a_letterhead_begin_anew() -> None:
    lines = read(
        words("BẢO HIỂM XÃ HỘI TỈNH", 80, 0),
        words("Độc lập - Tự do - Hạnh phúc", 330, 0),
        words("Số: 15/BHXH-GĐYT", 90, 1),
        words("Gia Nghĩa, ngày 07 tháng 01 năm 2010", 320, 1),
        words("Kính gửi:", 150, 3),
        words("- Bệnh viện đa khoa tỉnh;", 340, 3),
        words("- Phòng Y tế huyện.", 340, 4),
    )

    assert lines == [
        *("BẢO HIỂM XÃ HỘI TỈNH", "Số: 15/BHXH-GĐYT"),
        *("Độc lập - Tự do - Hạnh phúc", "Gia Nghĩa, ngày 07 tháng 01 năm 2010"),
        *("Kính gửi:", "- Bệnh viện đa khoa tỉnh;", "- Phòng Y tế huyện."),
    ]


def test_a_justified_line_below_a_letterhead_is_not_cut_where_its_spaces_meet_the_gap() -> None:
    lines = read(
        words("TỈNH ỦY BÌNH THUẬN", 80, 0),
        words("ĐẢNG CỘNG SẢN VIỆT NAM", 330, 0),
        words("Số 12-TB/TU", 90, 1),
        words("ngày 5 tháng 3 năm 2018", 330, 1),
        words("Thực hiện Luật Bảo hiểm y tế; Nghị định số 62", 78, 3.6, space=9.0),
    )

    assert lines[-1] == "Thực hiện Luật Bảo hiểm y tế; Nghị định số 62"


def test_a_signature_higher_than_the_recipients_stays_whole() -> None:
    lines = read(
        words("Quyết định này có hiệu lực từ ngày ký và được phổ biến đến các chi bộ.", 70, 0),
        words("T/M BAN THƯỜNG VỤ", 330, 2),
        words("Nơi nhận:", 70, 3),
        words("PHÓ BÍ THƯ", 350, 3),
        words("- Như trên,", 70, 4),
        words("- Lưu Văn phòng.", 70, 5),
        words("Lê Tấn Lai", 355, 5),
    )

    assert lines[1:] == [
        "Nơi nhận:",
        "- Như trên,",
        "- Lưu Văn phòng.",
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "Lê Tấn Lai",
    ]


def test_prose_in_two_columns_is_read_column_by_column_through_a_narrow_gap() -> None:
    left = [words(f"cột trái dòng {i} viết đầy đủ chữ", 70, i) for i in range(8)]
    edge = max(word.right for word in left[0])
    right = [words(f"cột phải dòng {i} viết đầy đủ chữ", edge + 14, i) for i in range(8)]
    lines = read(*left, *right)

    assert [line.split()[1] for line in lines] == ["trái"] * 8 + ["phải"] * 8


def test_two_columns_alone_in_one_row_stay_in_it() -> None:
    assert read(words("Số 12-TB/TU", 80, 0), words("Hà Nội, ngày 5 tháng 3", 330, 0)) == [
        f"Số 12-TB/TU{COLUMNS_APART}Hà Nội, ngày 5 tháng 3"
    ]


def test_a_table_without_rules_is_read_row_by_row() -> None:
    rows = [(f"Đơn vị {i}", f"{i}0 đảng viên", f"{i} chi bộ") for i in range(1, 5)]
    placed = [words(text, 70 + 160 * j, i) for i, row in enumerate(rows) for j, text in enumerate(row)]

    assert read(*placed) == [COLUMNS_APART.join(row) for row in rows]


@pytest.mark.parametrize("marker", ["1-", "a)", "-", "+", "II."])
def test_a_number_set_off_by_a_tabulator_is_no_column(marker: str) -> None:
    lines = [words(marker, 70, i) + words("Tổ chức học tập nghị quyết ở chi bộ", 120, i) for i in range(5)]

    assert read(*lines) == [f"{marker} Tổ chức học tập nghị quyết ở chi bộ"] * 5


def test_letters_set_apart_make_words_again() -> None:
    spaced, at = [], 100.0
    for letter in "QUYẾT ĐỊNH":
        if letter != " ":
            spaced.append(Word(letter, at, at + 8, 0, 11, SIZE))
        at += 20 if letter == " " else 14

    assert read(spaced) == ["QUYẾT ĐỊNH"]


def test_the_mark_of_a_footnote_stays_small_at_its_word() -> None:
    text = words("theo Quy định", 70, 0)
    mark = Word("12", text[-1].right, text[-1].right + 6, -3, 3, 7)

    assert read([*text, mark]) == ["theo Quy định¹²"]


@given(
    st.lists(
        st.builds(
            lambda text, left, top, size: Word(text, left, left + 0.5 * size * len(text), top, top + 0.9 * size, size),
            st.text("aăâbcđ12", min_size=2, max_size=8),
            st.floats(0, 500),
            st.floats(0, 700),
            st.floats(8, 16),
        ),
        max_size=60,
    )
)
def test_no_character_is_lost_and_none_comes_twice(scattered: list[Word]) -> None:
    blocks = order_blocks(gather_rows(scattered))
    given_, got = (
        "".join(word.text for word in scattered),
        "".join(line.text for block in blocks for line in block.lines),
    )
    plain = got.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))

    assert Counter(plain.replace(" ", "")) == Counter(given_)
    assert all(block.shape in Shape for block in blocks)
