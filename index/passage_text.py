"""What is embedded and counted for a passage: its words, and what stands above them."""

from __future__ import annotations

from ingest.models import RECIPIENTS, SIGNATURE, Metadata, Passage

PART_WORDS = {
    RECIPIENTS: "nơi nhận, gửi đến, gửi cho, cơ quan nhận văn bản",
    SIGNATURE: "người ký, ai ký, chức vụ người ký, ký tên",
}
"""What people call the parts of a document that do not name themselves."""


def context(passage: Passage, metadata: Metadata) -> str:
    """What is embedded and counted for a passage: its document's name, the headings above it, its words."""
    called = PART_WORDS.get(passage.address)
    return "\n".join((metadata.name, *passage.headings, *((called,) if called else ()), passage.text))
