"""The first hits in the order a cross-encoder gives them: a setting of the owner, as no such model is shipped."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.models.hub import Role, open_model
from ingest.errors import ModelError
from ingest.language import tr

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

DEPTH = 20
"""Hits that are read together with the question; those after them keep their places."""

_BATCH = 8
_ROLE = Role("mô hình xếp lại", "VANKIEN_RERANKER", "không xếp lại")


class Reranker:
    """A cross-encoder: it reads question and passage as one text. Several threads may share it."""

    def __init__(self, model: CrossEncoder, name: str) -> None:
        self._model, self._name = model, name
        self._lock = threading.Lock()

    def order(self, question: str, texts: Sequence[str]) -> list[int]:
        """Places of *texts*, those that answer best first; equal ones in the order given.

        Raises:
            ModelError: If the model does not give one number a text.
        """
        if not texts:
            return []
        with self._lock:  # two at once would only fight over the cores
            pairs = [(question, text) for text in texts]
            found = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True)
        scores: NDArray[np.float64] = np.asarray(found, dtype=np.float64)
        if scores.shape != (len(texts),) or not np.isfinite(scores).all():
            raise ModelError(
                tr(
                    "Mô hình xếp lại {name} không cho mỗi đoạn một điểm số. Hãy chọn mô hình khác (VANKIEN_RERANKER).",
                    name=self._name,
                )
            )
        return [int(place) for place in np.lexsort((np.arange(len(texts)), -scores))]


@lru_cache(maxsize=1)
def open_reranker(model: str) -> Reranker:
    """Load a cross-encoder from a folder or by its name, once in the process; see ``index.models.hub``.

    Raises:
        ModelError: If the model is missing, damaged, or cannot be had.
    """
    return open_model(model, _ROLE, _load)


def _load(model: str, fetch: bool) -> Reranker:
    from sentence_transformers import CrossEncoder

    return Reranker(CrossEncoder(model, local_files_only=not fetch), model)
