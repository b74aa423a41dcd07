"""Pages of a file followed through cleaning, kept in the library, found again by an offset."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.readers import Page, Reading
from ingest.store import open_library

FIRST = "THÔNG BÁO\nvề việc kiểm tra\n\nCác cấp ủy tăng cường công tác kiểm tra, giám sát; hoạt động của các đoàn"
SECOND = "thể, hội quần chúng được nâng cao.\n\n2. Về tồn tại: “*Năm dân vận*” chưa rõ."
THIRD = "3. Ba."


def _read(*pages: Page) -> Reading:
    return Reading("PDF", pages)


def test_a_page_begins_where_its_first_letter_stands() -> None:
    document = read_document(_read(Page(FIRST, 1), Page(SECOND, 2, 0.71), Page(THIRD, 3)), "a.pdf")

    assert "các đoàn thể, hội quần chúng" in document.text
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [document.text[page.start :][:5] for page in document.pages] == ["THÔNG", "thể, ", "3. Ba"]
    assert [page.confidence for page in document.pages] == [None, 0.71, None]


def test_an_empty_page_begins_where_the_next_one_does() -> None:
    document = read_document(_read(Page("\n", 1), Page("Một.", 2), Page("", 3), Page("Hai.", 4)), "a.pdf")

    assert [(page.number, page.start) for page in document.pages] == [(1, 0), (2, 0), (3, 6), (4, 6)]


def test_decomposed_letters_and_odd_spaces_do_not_shift_a_page() -> None:
    document = read_document(
        _read(Page("Ki\u1ec3m tra, gia\u0301m\u00a0sa\u0301t.\u00ad", 1), Page("Hai.", 2)), "a.pdf"
    )

    assert document.text[document.pages[1].start :] == "Hai."


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("THÔNG", [1]), ("các đoàn", [1]), ("các đoàn thể", [1, 2]), ("thể, hội", [2]), ("chưa rõ.", [2]), ("3. Ba", [3])],
)
def test_a_slice_tells_its_pages(words: str, numbers: list[int], tmp_path: Path) -> None:
    document = read_document(_read(Page(FIRST, 1), Page(SECOND, 2), Page(THIRD, 3)), "a.pdf")
    with open_library(tmp_path) as library:
        kept = library.get(library.add(document, b"%PDF").document_id)

    assert kept == document
    start = kept.text.index(words)
    assert [page.number for page in kept.find_pages(start, start + len(words))] == numbers


def test_a_text_has_no_pages() -> None:
    document = read_document("Một.\f\fHai.", "a.txt")

    assert document.pages == ()
    assert document.find_pages(0, 4) == ()
