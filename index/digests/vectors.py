"""The digests as vectors: embedded when an index is built, kept by the hash of their words, read by every question.

They are those of the whole catalogue: what nobody cites yet, and what the library of today holds, may be asked for too.
"""

from __future__ import annotations

from ingest.catalog import read_catalog
from ingest.passage_text import contexts, hash_text
from ingest.store import Library


def find_lacking(library: Library, model: str) -> list[str]:
    """What is embedded of the digests and was not yet by *model*, a fingerprint."""
    texts = {hash_text(text): text for record in read_catalog() for text in contexts(record)}
    known = library.embeddings.find(model, texts)
    return [text for key, text in texts.items() if key not in known]


def read_vectors(library: Library, model: str) -> dict[str, bytes]:
    """Hash -> vector of every paragraph of the catalogue that *model* has embedded."""
    return library.embeddings.find(model, [hash_text(text) for record in read_catalog() for text in contexts(record)])
