"""The digests as vectors: embedded when an index is built, kept by the hash of their words, read by every question.

They are those of the whole catalogue: what nobody cites yet, and what the library of today holds, may be asked for too.
"""

from __future__ import annotations

import hashlib

from ingest.catalog import read_catalog
from ingest.records import Record
from ingest.store import Library


def find_lacking(library: Library, model: str) -> list[str]:
    """What is embedded of the digests and was not yet by *model*, a fingerprint."""
    texts = {hash_text(text): text for record in read_catalog() for text in contexts(record)}
    known = library.embeddings.find(model, texts)
    return [text for key, text in texts.items() if key not in known]


def read_vectors(library: Library, model: str) -> dict[str, bytes]:
    """Hash -> vector of every paragraph of the catalogue that *model* has embedded."""
    return library.embeddings.find(model, [hash_text(text) for record in read_catalog() for text in contexts(record)])


def contexts(record: Record) -> list[str]:
    """What is embedded of its digest: the names of the document, the heading and the words of each paragraph."""
    names = "\n".join((record.metadata.name, *record.other_names))
    return [f"{names}\n{paragraph.heading}\n{paragraph.text}" for paragraph in record.digest]


def hash_text(text: str) -> str:
    """By which a vector is kept."""
    return hashlib.sha256(text.encode()).hexdigest()
