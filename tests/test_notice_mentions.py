"""The notice's mentions, each with what it means: one line a mention in ``tests/golden/notice-mentions.jsonl``.

Every line was read against the notice and against the catalogue's record. After a change that is meant, write the
file anew with ``python -m tests.test_notice_mentions`` and read each line that differs.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest

from ingest.catalog import find_record_by_id
from ingest.documents import read_document
from ingest.models import Document
from ingest.store import open_library

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
GOLDEN = Path(__file__).parent / "golden" / "notice-mentions.jsonl"
SIGN = re.compile(r"\d+-[A-ZĐ]+/[A-Z]+")


def read_mentions(home: Path) -> list[dict[str, Any]]:
    """Every mention of the notice: its words and place, and the documents that it may mean."""
    raw = NOTICE.read_bytes()
    document = read_document(raw.decode(), NOTICE.name)
    with open_library(home) as library:
        library.add(document, raw)
        meanings = library.citing.find_meanings(document)
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": one.text,
            "type": one.type,
            "number": one.number,
            "name": one.name,
            "term": one.term,
            "date": one.date.isoformat() if one.date else None,
            "outcome": meaning.outcome,
            "means": [*meaning.held, *meaning.known],
        }
        for one, meaning in meanings.items()
    ]


@pytest.fixture(scope="module")
def mentions(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return read_mentions(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def notice() -> Document:
    return read_document(NOTICE.read_text("utf-8"), NOTICE.name)


def render(mentions: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in mentions)


def test_the_mentions_and_what_they_mean_are_those_read_by_hand(mentions: list[dict[str, Any]]) -> None:
    assert render(mentions) == GOLDEN.read_text("utf-8")


def test_each_is_a_slice_of_the_notice_and_no_sign_stands_outside_of_one(
    mentions: list[dict[str, Any]], notice: Document
) -> None:
    spans = [(one["start"], one["end"]) for one in mentions]
    assert [notice.text[start:end] for start, end in spans] == [one["text"] for one in mentions]
    signs = list(SIGN.finditer(notice.text))
    assert signs
    assert [sign[0] for sign in signs if not any(a <= sign.start() < sign.end() <= b for a, b in spans)] == []


def test_each_means_one_document_whose_record_says_what_the_notice_says_of_it(
    mentions: list[dict[str, Any]], notice: Document
) -> None:
    for one in mentions:
        (meant,) = one["means"]
        record = find_record_by_id(meant)
        assert record is not None, meant
        assert notice.metadata.event_date is not None
        assert record.date <= notice.metadata.event_date
        assert one["number"] in (None, record.number)
        assert one["name"] is None or one["name"] in record.other_names
        assert one["term"] in (None, record.term)
        assert one["date"] in (None, record.date.isoformat())
        assert one["type"] == record.type or {one["type"], record.type} == {"Quy định", "Quyết định"}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(render(read_mentions(Path(folder))), "utf-8")
