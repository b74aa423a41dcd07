"""The index on one machine: FAISS for meaning, BM25 for words, both of one build."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.lexical import LexicalIndex, Scores
from ingest.errors import ForeignIndexError, MissingIndexError

INDEX_FORMAT = 1
_CURRENT = "CURRENT"
_MANIFEST = "manifest.json"
_VECTORS = "vectors.faiss"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of what an index was built.

    Attributes:
        generation: The library's, when the build began.
        documents: ``Held.seq`` of every document in it.
        passages: Their ids, in the order of the rows.
    """

    format: int
    library: str
    model: str
    generation: int
    documents: tuple[int, ...]
    passages: tuple[int, ...]


class LocalIndex:
    """A build, loaded. Scores come in rows; ``manifest.passages[row]`` is the passage's id."""

    def __init__(self, manifest: Manifest, lexical: LexicalIndex, vectors: Any) -> None:
        self.manifest = manifest
        self.lexical = lexical
        self._vectors = vectors

    @classmethod
    def build(
        cls, manifest: Manifest, tokens: Sequence[Mapping[str, list[str]]], vectors: NDArray[np.float32]
    ) -> LocalIndex:
        """Of *tokens* and unit rows *vectors* ``(n, dim)``, both in the order of ``manifest.passages``."""
        from faiss import IndexFlatIP

        flat = IndexFlatIP(vectors.shape[1])
        flat.add(vectors)
        return cls(manifest, LexicalIndex.build(tokens), flat)

    def score_meaning(self, vectors: NDArray[np.float32]) -> Scores:
        """``(rows,)``: the mean cosine with the unit rows *vectors*."""
        rows = len(self.manifest.passages)
        total = np.zeros(rows, dtype=np.float32)
        if rows:
            scores, places = self._vectors.search(vectors, rows)
            for found, order in zip(scores, places, strict=True):
                held = order >= 0  # FAISS pads with -1, which numpy would read as the last row
                total[order[held]] += found[held] / len(vectors)
        return total


# --- on disk ---------------------------------------------------------------------------------------------


def save_index(index: LocalIndex, folder: Path) -> None:
    """Write a build beside the others in *folder* and make it the current one in one step.

    Until that step the old build serves; a build that fails leaves nothing that is read.
    """
    from faiss import write_index

    build = folder / f"build-{uuid.uuid4().hex[:12]}"
    build.mkdir(parents=True)
    try:
        index.lexical.save(build)
        write_index(index._vectors, str(build / _VECTORS))
        _write_durably(build / _MANIFEST, json.dumps(asdict(index.manifest)))
        _write_durably(folder / f"{_CURRENT}.new", build.name)
        (folder / f"{_CURRENT}.new").replace(folder / _CURRENT)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)
        raise
    for other in folder.glob("build-*"):
        if other != build:
            shutil.rmtree(other, ignore_errors=True)  # one that is still read on Windows goes with the next build


def read_manifest(folder: Path) -> Manifest:
    """The current build's manifest.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If it is of another format, or damaged.
    """
    try:
        raw = json.loads((current_build(folder) / _MANIFEST).read_text(encoding="utf-8"))
        if raw["format"] != INDEX_FORMAT:
            raise ForeignIndexError(folder, "định dạng khác với bản Vankien này")
        documents, passages = tuple(raw.pop("documents")), tuple(raw.pop("passages"))
        return Manifest(**raw, documents=documents, passages=passages)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ForeignIndexError(folder, "tệp bị hỏng hoặc thiếu") from error


def load_index(folder: Path) -> LocalIndex:
    """The current build.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If it is of another format, or damaged.
    """
    from faiss import read_index

    manifest = read_manifest(folder)
    build = current_build(folder)
    try:
        lexical = LexicalIndex.load(build, len(manifest.passages))
        vectors = read_index(str(build / _VECTORS))
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ForeignIndexError(folder, "tệp bị hỏng hoặc thiếu") from error
    if vectors.ntotal != len(manifest.passages):
        raise ForeignIndexError(folder, "tệp bị hỏng hoặc thiếu")
    return LocalIndex(manifest, lexical, vectors)


def current_build(folder: Path) -> Path:
    """The folder of the build that serves.

    Raises:
        MissingIndexError: If nothing was built.
    """
    try:
        name = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise MissingIndexError(folder) from None
    return folder / name


def _write_durably(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
