"""Printed pages -> a reading: running heads go, lines become paragraphs, doubts become notes."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ingest.cleaning import clean_characters
from ingest.language import fill
from ingest.models import LEGIBLE
from ingest.readers.printed.boxes import PrintedPage
from ingest.readers.printed.misread import find_misread_signs
from ingest.readers.printed.paragraphs import body_right, write_page
from ingest.readers.printed.running_heads import remove_running_heads
from ingest.readers.reading import Page, Reading

_MOST_NAMED = 5
_MISREAD = "Trang {number}: ký hiệu “{sign}” có thể nhận dạng sai, hãy đối chiếu với bản gốc."
_EMPTY = "{pages} có hình nhưng không nhận ra chữ nào: hãy đối chiếu với bản gốc."
_POOR = "{pages} nhận dạng chưa chắc chắn, cần kiểm tra: hãy đối chiếu với bản gốc."


def write_reading(kind: str, pages: Sequence[PrintedPage], notes: Sequence[str] = ()) -> Reading:
    """The text of *pages*, and *notes* followed by what is doubtful on them."""
    cleared = remove_running_heads(pages)
    rights = [right for page in cleared if (right := body_right(page.blocks)) is not None]
    usual = median(rights) if rights else None
    written = tuple(Page(write_page(page, usual), page.number, page.confidence) for page in cleared)
    return Reading(kind, written, (*notes, *_doubts(written)))


def _doubts(pages: Sequence[Page]) -> list[str]:
    scanned = [page for page in pages if page.confidence is not None]
    doubts = [
        fill(_MISREAD, number=page.number, sign=sign)
        for page in scanned
        for sign in find_misread_signs(clean_characters(page.text))
    ]
    if empty := [page.number for page in scanned if not page.text.strip()]:
        doubts.insert(0, fill(_EMPTY, pages=name_pages(empty)))
    poor = [page.number for page in scanned if page.text.strip() and (page.confidence or 0.0) < LEGIBLE]
    if poor:
        doubts.insert(0, fill(_POOR, pages=name_pages(poor)))
    return doubts


def name_pages(numbers: Sequence[int | None]) -> str:
    """ "Trang 3", "Trang 3, 5 và 8", "Trang 1, 2, 3, 4, 5 và 20 trang nữa"."""
    named = [str(number) for number in numbers]
    if len(named) == 1:
        return fill("Trang {number}", number=named[0])
    if len(named) > _MOST_NAMED + 1:
        first, count = ", ".join(named[:_MOST_NAMED]), len(named) - _MOST_NAMED
        return fill("Trang {first} và {count} trang nữa", first=first, count=count)
    return fill("Trang {first} và {last}", first=", ".join(named[:-1]), last=named[-1])
