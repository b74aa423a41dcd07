"""The index on one machine: FAISS for meaning, BM25 for words, both of one build."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.checksums import check_file, check_files, write_checksums
from index.lexical import LexicalIndex, Scores
from ingest.durable import write_durably
from ingest.errors import ForeignIndexError, MissingIndexError
from ingest.language import tr

INDEX_FORMAT = 7
_CURRENT = "CURRENT"
_BUILD = "build-"
_MANIFEST = "manifest.json"
_VECTORS = "vectors.faiss"
_DAMAGED = "tệp bị hỏng hoặc thiếu"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Of what an index was built.

    Attributes:
        generation: The library's, when the build began.
        documents: ``Held.seq`` of every document in it.
        passages: Their ids, in the order of the rows.
        hidden: :attr:`~ingest.store.Library.hidden` of the library as it was read.
    """

    format: int
    library: str
    model: str
    generation: int
    documents: tuple[int, ...]
    passages: tuple[int, ...]
    hidden: str = ""


class LocalIndex:
    """A build, loaded. Scores come in rows.

    Attributes:
        ids: ``(rows,)``: of the passages, ascending.
    """

    def __init__(self, manifest: Manifest, lexical: LexicalIndex, vectors: Any) -> None:
        self.manifest = manifest
        self.ids = np.asarray(manifest.passages, dtype=np.int64)
        self.lexical = lexical
        self._vectors = vectors
        self._matrix = _view(vectors)

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
        if not self.manifest.passages:
            return np.zeros(0, dtype=np.float32)
        scores: Scores = np.einsum("rd,d->r", self._matrix, vectors.mean(axis=0))  # on one core: no wait for another
        return scores

    def read_vectors(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """``(n, dim)``: the unit rows of these passages."""
        return np.asarray(self._matrix[rows], dtype=np.float32)

    def measure_likeness(self, rows: Sequence[int] | NDArray[np.int64]) -> float | None:
        """The mean cosine of the first of *rows* with the others; ``None`` where there are no others."""
        if len(rows) < 2:
            return None
        first, *others = rows
        return float((self._matrix[others] @ self._matrix[first]).mean())


def _view(vectors: Any) -> NDArray[np.float32]:
    """The rows ``(rows, dim)`` in FAISS's own memory: every score is asked for, so nothing is to be selected there."""
    from faiss import rev_swig_ptr

    if not vectors.ntotal:
        return np.empty((0, vectors.d), dtype=np.float32)
    rows: NDArray[np.float32] = rev_swig_ptr(vectors.get_xb(), vectors.ntotal * vectors.d)
    return rows.reshape(vectors.ntotal, vectors.d)


# --- on disk ---------------------------------------------------------------------------------------------


def save_index(index: LocalIndex, folder: Path) -> None:
    """Write a build beside the others in *folder* and make it the current one in one step.

    Until that step the old build serves; a build that fails leaves nothing that is read.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    from faiss import PyCallbackIOWriter, write_index  # type: ignore[attr-defined]  # the first is made by SWIG

    build = folder / f"{_BUILD}{uuid.uuid4().hex[:12]}"
    build.mkdir(parents=True)
    try:
        index.lexical.save(build)
        with (build / _VECTORS).open("wb") as stream:
            write_index(index._vectors, PyCallbackIOWriter(stream.write))
        (build / _MANIFEST).write_text(json.dumps(asdict(index.manifest)), encoding="utf-8")
        write_checksums(build)
        _check_whole(build)
        write_durably(folder / _CURRENT, build.name.encode())
    except BaseException:  # also where it is stopped by hand: no half-written build is left; it is raised again
        shutil.rmtree(build, ignore_errors=True)
        raise
    sweep(folder)


def sweep(folder: Path) -> None:
    """Remove the builds that do not serve, as a killed process leaves them behind; the caller alone builds there."""
    try:
        serving = current_build(folder)
    except (MissingIndexError, ForeignIndexError):
        serving = None
    for other in folder.glob(f"{_BUILD}*"):
        if other != serving:
            shutil.rmtree(other, ignore_errors=True)  # one that is still read on Windows goes with the next build
    (folder / f"{_CURRENT}.part").unlink(missing_ok=True)


def read_manifest(folder: Path) -> Manifest:
    """The current build's manifest.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If it is of another format, or damaged.
    """
    return _read_manifest(current_build(folder))


def load_index(folder: Path) -> LocalIndex:
    """The current build.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If it is of another format, or damaged.
    """
    return _load_build(current_build(folder))


def current_build(folder: Path) -> Path:
    """The folder of the build that serves.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If it is not to be made out which one serves.
    """
    try:
        name = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise MissingIndexError(folder) from None
    except (OSError, ValueError) as error:
        raise ForeignIndexError(folder, tr(_DAMAGED)) from error
    if not name.startswith(_BUILD):
        raise ForeignIndexError(folder, tr(_DAMAGED))
    return folder / name


def _read_manifest(build: Path) -> Manifest:
    try:
        content = (build / _MANIFEST).read_bytes()
        raw = json.loads(content)
        if raw["format"] != INDEX_FORMAT:
            raise ForeignIndexError(build.parent, tr("định dạng khác với bản Vankien này"))
        check_file(build, _MANIFEST, content)
        documents, passages = tuple(raw.pop("documents")), tuple(raw.pop("passages"))
        return Manifest(**raw, documents=documents, passages=passages)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ForeignIndexError(build.parent, tr(_DAMAGED)) from error


def _load_build(build: Path) -> LocalIndex:
    """Every file of one and the same *build*: a newer one may take its place meanwhile."""
    from faiss import PyCallbackIOReader, read_index  # type: ignore[attr-defined]  # the first is made by SWIG

    manifest = _read_manifest(build)
    try:
        check_files(build)
        lexical = LexicalIndex.load(build, len(manifest.passages))
        with (build / _VECTORS).open("rb") as stream:  # FAISS opens no path with Vietnamese letters on Windows
            vectors = read_index(PyCallbackIOReader(stream.read))
    except (OSError, EOFError, ValueError, KeyError, RuntimeError) as error:
        raise ForeignIndexError(build.parent, tr(_DAMAGED)) from error
    if vectors.ntotal != len(manifest.passages):
        raise ForeignIndexError(build.parent, tr(_DAMAGED))
    return LocalIndex(manifest, lexical, vectors)


def _check_whole(build: Path) -> None:
    """Read *build* back: on a full disk the libraries lose the end of a file without a word."""
    try:
        _load_build(build)
    except ForeignIndexError as error:
        raise OSError(tr("tệp ghi ra không trọn vẹn")) from error
