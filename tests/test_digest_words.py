"""Digests are our own words: none copies a held document or a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.catalog import read_catalog
from ingest.records import Record

ROOT = Path(__file__).parent.parent
LONGEST_RUN = 10


def longest_run(words: list[str], others: list[str]) -> int:
    """Most words in a row that stand in both."""
    best = 0
    ending: dict[int, int] = {}  # where a run ends in the others -> its length
    for word in words:
        ending = {place: ending.get(place - 1, 0) + 1 for place, other in enumerate(others) if other == word}
        best = max(best, *ending.values()) if ending else best
    return best


@pytest.mark.parametrize("record", [pytest.param(record, id=record.id) for record in read_catalog()])
def test_a_digest_copies_neither_a_held_document_nor_a_title(record: Record) -> None:
    held = [file.read_text("utf-8") for file in sorted((ROOT / "data" / "documents").glob("*.txt"))]
    assert held
    for paragraph in record.digest:
        for text in (*held, *(one.title for one in read_catalog())):
            run = longest_run(paragraph.text.casefold().split(), text.casefold().split())
            assert run < LONGEST_RUN, (paragraph.text, text[:80], run)


def test_a_long_run_is_seen() -> None:
    assert longest_run(["a", "b", "c", "d", "e"], ["x", "b", "c", "d", "y", "b", "c"]) == 3
    assert longest_run(["a"], ["b"]) == 0
