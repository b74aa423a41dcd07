"""The starter notice, printed and scanned, reads as its plain text does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ingest.cleaning import clean_text
from ingest.readers.pdf import read_pdf
from tests.printing import LETTERHEAD_WORDS, addresses, notice_text, scan, words

pytestmark = pytest.mark.browser
FILE = Path("thong-bao.pdf")


def test_printed_plainly_it_has_the_same_words_and_tree(plain_pdf: bytes) -> None:
    reading = read_pdf(plain_pdf, FILE)
    text = clean_text(reading.text)

    assert words(text) == words(notice_text())
    assert addresses(text) == addresses(notice_text())
    assert [page.number for page in reading.pages] == list(range(1, len(reading.pages) + 1))
    assert reading.notes == ()


def test_printed_under_a_letterhead_of_two_columns_it_has_them_too(letterhead_pdf: bytes) -> None:
    text = clean_text(read_pdf(letterhead_pdf, FILE).text)
    head = len(LETTERHEAD_WORDS)

    assert words(text)[:head] == LETTERHEAD_WORDS
    assert words(text)[head:] == words(notice_text())
    assert addresses(text) == addresses(notice_text())


@pytest.mark.parametrize("layout", ["plain_pdf", pytest.param("letterhead_pdf", marks=pytest.mark.slow)])
def test_scanned_askew_with_noise_it_keeps_nearly_all(layout: str, request: pytest.FixtureRequest) -> None:
    reading = read_pdf(scan(request.getfixturevalue(layout)), FILE)
    text, whole = clean_text(reading.text), notice_text()
    found, wanted = addresses(text), addresses(whole)
    syllables, kept = Counter(words(whole)), Counter(words(text))

    assert len(set(found) & set(wanted)) >= 0.95 * len(wanted)
    assert len(found) <= 1.05 * len(wanted)
    assert (syllables & kept).total() >= 0.97 * syllables.total()
    assert all(page.confidence and page.confidence > 0.9 for page in reading.pages)
