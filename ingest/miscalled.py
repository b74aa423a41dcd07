"""Documents that a text calls by another type than theirs: people write Quy định for Quyết định 217-QĐ/TW."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.catalog import find_record_by_id
from ingest.language import tr
from ingest.mentions import Citation
from ingest.store import Library
from ingest.store.meaning import Meaning


def find_miscalled(library: Library, meanings: Mapping[Citation, Meaning]) -> dict[Citation, str]:
    """The mentions that say another type than that of the one document they mean, and what it is in truth."""
    found: dict[Citation, str] = {}
    held = library.find_records(meaning.only for meaning in meanings.values() if meaning.only)
    for citation, meaning in meanings.items():
        record = held.get(meaning.only or "") or find_record_by_id(meaning.only or "")
        if record and record.type and differ(citation.type, record.type):
            found[citation] = record.type
    return found


def differ(said: str | None, own: str) -> bool:
    """Whether *said* is another type; "Thông báo kết luận" is a Thông báo."""
    return said is not None and not said.casefold().startswith(own.casefold())


def say_miscalled(said: str | None, own: str) -> str:
    """In words, for a line about the document."""
    return tr("văn bản gọi là {said}, đúng loại là {own}", said=said, own=own)
