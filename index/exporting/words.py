"""What an export says beside the quotes."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from index.exporting.gather import Excerpt, number_sources
from ingest.days import describe_day
from ingest.language import tr
from ingest.models import Metadata

TITLE = "PHIẾU TRÍCH DẪN"
SOURCES = "NGUỒN TRÍCH DẪN"
NOTE = "Ghi chú"
CHECKED = "Lời văn từng đoạn đã được đối chiếu từng chữ với văn bản lưu trong thư viện khi xuất."

_NO_LETTERS = "\ufffe\uffff"
"""No control characters, and yet XML has no place for them."""


def say_count(excerpts: Sequence[Excerpt], today: datetime.date) -> str:
    """How many there are, and of what day."""
    documents = len(number_sources(excerpts))
    of = tr("{count} văn bản", count=documents)
    return tr(
        "Lập ngày {day}: {count} đoạn trích từ {documents}.", day=describe_day(today), count=len(excerpts), documents=of
    )


def say_sources(excerpts: Sequence[Excerpt]) -> list[str]:
    """The documents in the order of their numbers, each by its whole name, day and issuer."""
    records = {one.collected.document: one.metadata for one in excerpts}
    told = []
    for document in number_sources(excerpts):
        metadata = records[document]
        issuer = f", {metadata.issuer}" if metadata.issuer else ""
        told.append(f"{metadata.name}{_say_day(metadata)}{issuer}")
    return told


def _say_day(metadata: Metadata) -> str:
    """Of issue; of the meeting where the document prints no other, as it is cited above the quotes."""
    if metadata.date:
        return tr(", ngày {day}", day=describe_day(metadata.date))
    return tr(", hội nghị ngày {day}", day=describe_day(metadata.event_date)) if metadata.event_date else ""


def drop_controls(words: str) -> str:
    """*words* without what the XML of an office file has no place for, as the page breaks that texts hold."""
    return "".join(one for one in words if (one >= " " and one not in _NO_LETTERS) or one in "\n\t")
