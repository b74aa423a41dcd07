"""Raw text -> :class:`Document`: the whole way from a reader's output to a value ready to be kept."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.citations import find_citations
from ingest.citing.provisions import find_references
from ingest.cleaning import clean_text
from ingest.errors import ReadingError
from ingest.layout import read_layout
from ingest.metadata import read_metadata
from ingest.models import Document, Metadata
from ingest.pages import locate_anchors, locate_pages, locate_tables
from ingest.readers.kinds import read_content
from ingest.readers.reading import Reading, unpaged
from ingest.readers.recognise import PLAIN
from ingest.relating.relations import find_relations
from ingest.spelling import fold
from ingest.structure import read_structure


@dataclass(frozen=True, slots=True)
class FromFile:
    """The document in a file, and the *kind* of that file as its reader calls it: ``"PDF"``."""

    kind: str
    document: Document


def read_from(content: bytes, file: Path) -> FromFile:
    """The whole way from the bytes of *file*.

    Raises:
        ReadingError: As :func:`ingest.readers.read_content` and :func:`read_document`.
    """
    reading = read_content(content, file)
    return FromFile(reading.kind, read_document(reading, file))


def read_document(given: Reading | str, file: Path | str) -> Document:
    """Clean what was *given* and read record, tree and mentions from it; *file* names the source.

    Raises:
        ReadingError: If no letter or digit is left after cleaning.
    """
    name = Path(file).name
    reading = unpaged(PLAIN, given) if isinstance(given, str) else given
    text = clean_text(reading.text)
    if not any(character.isalnum() for character in text):
        raise ReadingError(file, "tệp không có chữ nào", "Hãy kiểm tra lại tệp gốc.")
    layout = read_layout(text)
    metadata, findings = read_metadata(text, layout, name)
    citations = find_citations(text, metadata)
    tree, pages = read_structure(text, layout), locate_pages(reading, text)
    marks = locate_tables(reading, text, pages), locate_anchors(reading, text), reading.saved_from
    references = find_references(text, citations, tree)
    key = document_id(metadata, text)
    document = Document(key, text, metadata, tree, citations, pages, findings, reading.notes, references, *marks)
    return replace(document, relations=find_relations(document))


def document_id(metadata: Metadata, text: str) -> str:
    """Number and date of issue; what lacks one of them gets a mark of its words instead of the date.

    The mark is made of letters and digits only, so a re-typed space or accent does not change it.
    """
    if metadata.number and metadata.date:
        return f"{metadata.number}@{metadata.date.isoformat()}"
    first = metadata.number or re.sub(r"[^a-z0-9]+", "-", fold(metadata.type or "van ban")).strip("-")
    return f"{first}~{mark_text(text)}"


def mark_text(text: str) -> str:
    """Ten hexadecimal digits that stand for the words of *text*."""
    words = "".join(character for character in fold(text) if character.isalnum())
    return hashlib.sha256(words.encode()).hexdigest()[:10]
