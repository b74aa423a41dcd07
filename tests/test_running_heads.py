from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine
from ingest.readers.printed.running_heads import remove_running_heads

HEIGHT = 842.0


def page(number: int, *lines: tuple[str, float]) -> PrintedPage:
    """A page with lines at so many points from the top."""
    shown = tuple(TextLine(text, 70, 70 + 5 * len(text), y, y + 10, 12, 20) for text, y in lines)
    return PrintedPage(number, 595, HEIGHT, (Block(shown, 70, 500),))


def left(*pages: PrintedPage) -> list[list[str]]:
    return [[line.text for block in one.blocks for line in block.lines] for one in remove_running_heads(pages)]


def body(number: int) -> tuple[str, float]:
    return (f"Nội dung riêng của trang {number}, không trang nào có.", 400)


@pytest.mark.parametrize("shown", ["{}", "- {} -", "Trang {}/3", "– {} –", "~ {} -"])
def test_page_numbers_go(shown: str) -> None:
    pages = [page(n, body(n), (shown.format(n), 810)) for n in (1, 2, 3)]

    assert left(*pages) == [[body(n)[0]] for n in (1, 2, 3)]


def test_numbers_that_begin_elsewhere_go_if_they_count_along() -> None:
    assert left(*(page(n, (str(n + 40), 30), body(n)) for n in (1, 2, 3))) == [[body(n)[0]] for n in (1, 2, 3)]


def test_a_number_that_does_not_count_stays() -> None:
    assert left(page(1, body(1), ("2018", 810)), page(2, body(2), ("515", 810)))[1] == [body(2)[0], "515"]


def test_heads_that_differ_on_left_and_right_pages_go() -> None:
    pages = [page(n, (("Quy chế làm việc", "Tỉnh ủy Bình Thuận")[n % 2], 40), body(n)) for n in (1, 2, 3, 4)]

    assert left(*pages) == [[body(n)[0]] for n in (1, 2, 3, 4)]


def test_a_head_that_a_scanner_reads_each_time_otherwise_goes() -> None:
    pages = [
        page(1, ("Văn phòng Tỉnh ủy - Lưu hành nội bộ", 40), body(1)),
        page(2, ("Vãn phòng Tỉnh úy - Lưu hành nội bô", 43), body(2)),
    ]

    assert left(*pages) == [[body(1)[0]], [body(2)[0]]]


def test_the_letterhead_stays_even_where_every_page_has_one() -> None:
    pages = [page(n, ("ĐẢNG CỘNG SẢN VIỆT NAM", 40), ("Số 12-TB/TU", 60), body(n)) for n in (1, 2)]

    assert left(*pages) == [["ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-TB/TU", body(n)[0]] for n in (1, 2)]


def test_what_is_repeated_in_the_middle_stays() -> None:
    assert left(*(page(n, ("Như trên.", 400)) for n in (1, 2))) == [["Như trên."], ["Như trên."]]


def test_one_page_loses_nothing() -> None:
    alone = page(1, ("Văn phòng Tỉnh ủy", 40), body(1), ("1", 810))

    assert left(alone) == [["Văn phòng Tỉnh ủy", body(1)[0], "1"]]


def test_rows_of_a_table_are_alike_and_stay_but_for_a_header_printed_anew() -> None:
    def rows(number: int) -> PrintedPage:
        made = page(number, ("TT | Chi bộ | Số", 40), (f"{number} | Chi bộ thôn {number} | {number}", 60), body(number))
        return replace(made, blocks=tuple(replace(block, shape=Shape.ROWS) for block in made.blocks))

    own = [[f"{n} | Chi bộ thôn {n} | {n}", body(n)[0]] for n in (1, 2, 3)]
    assert left(*map(rows, (1, 2, 3))) == [["TT | Chi bộ | Số", *own[0]], *own[1:]]
