"""What the units of a document mean: the vectors that the library keeps of its passages, none made anew."""

from __future__ import annotations

import numpy as np

from index.aligning.likeness import Matrix
from index.aligning.units import find_units
from ingest.models import Document
from ingest.passage_text import context, hash_text
from ingest.passages import make_passages
from ingest.store import Library


def find_meaning(library: Library, model: str, document: Document) -> Matrix | None:
    """``(units, dim)`` unit rows: the middle of the passages in each unit, zero where none is embedded.

    Args:
        model: Fingerprint of the model that made the vectors.

    Returns:
        ``None`` where the library keeps no vector of the document: it was not indexed yet.
    """
    passages = make_passages(document)
    keys = [hash_text(context(passage, document.metadata)) for passage in passages]
    kept = library.embeddings.find(model, keys)
    known = [
        (passage.start, np.frombuffer(kept[key], dtype="<f4"))
        for passage, key in zip(passages, keys, strict=True)
        if key in kept
    ]
    if not known:
        return None
    starts = np.array([start for start, _ in known])
    vectors = np.vstack([vector for _, vector in known])
    sums = np.vstack([np.zeros((1, vectors.shape[1])), np.cumsum(vectors, axis=0, dtype=np.float64)])
    units = find_units(document)
    first = np.searchsorted(starts, [unit.start for unit in units])
    last = np.searchsorted(starts, [unit.whole_end for unit in units])
    rows = sums[last] - sums[first]
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    meant: Matrix = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0).astype(np.float32)
    return meant
