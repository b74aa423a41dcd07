"""What is embedded and counted for a passage: its words, and what stands above them; by what the result is kept."""

from __future__ import annotations

import hashlib

from ingest.models import OPENING, RECIPIENTS, SIGNATURE, Metadata, Passage
from ingest.patterns.meetings import EVENT_DATE
from ingest.records import Record

PART_WORDS = {
    RECIPIENTS: "nơi nhận, gửi đến, gửi cho, cơ quan nhận văn bản",
    SIGNATURE: "người ký, ai ký, chức vụ người ký, ký tên",
}
"""What people call the parts of a document that do not name themselves."""


_EVENT_WORDS = "hội nghị, cuộc họp, phiên họp được tổ chức, diễn ra, khai mạc, ngày họp, thời gian họp"


def name_part(passage: Passage, metadata: Metadata) -> str:
    """What people call the part of the document that *passage* is, where it does not say so itself; else empty."""
    opens_with_event = metadata.event_date and passage.address.startswith(OPENING)
    if opens_with_event and EVENT_DATE.regex.search(passage.text):
        return _EVENT_WORDS
    return PART_WORDS.get(passage.address, "")


def context(passage: Passage, metadata: Metadata) -> str:
    """What is embedded and counted for a passage: its document's name, what stands above it, its words."""
    return "\n".join((metadata.name, *read_above(passage, metadata), passage.text))


def read_above(passage: Passage, metadata: Metadata) -> tuple[str, ...]:
    """What a passage is to be read under: headings, what people call the part it is, the header of its table."""
    called = name_part(passage, metadata)
    header = (passage.table_header.text,) if passage.table_header else ()
    return (*passage.headings, *((called,) if called else ()), *header)


def only_names(passage: Passage) -> bool:
    """Whether it only says who signs, or who is to have the document: it tells of no subject."""
    return not {SIGNATURE, RECIPIENTS}.isdisjoint(passage.address.split("."))


def contexts(record: Record) -> list[str]:
    """What is embedded of its digest: the names of the document, the heading and the words of each paragraph."""
    names = "\n".join((record.metadata.name, *record.other_names))
    return [f"{names}\n{paragraph.heading}\n{paragraph.text}" for paragraph in record.digest]


def hash_text(text: str) -> str:
    """By which a vector is kept."""
    return hashlib.sha256(text.encode()).hexdigest()
