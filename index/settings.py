"""What the owner of a library may set: one frozen object, from the environment and one file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from index.encode import DEFAULT_MODEL
from ingest.owner import read_owner_file
from ingest.store import library_folder
from ingest.store.sight import EVERYTHING, Sight

OWN_INDEX = "for-"
"""Begins the name of the folder of an index for those who may not see everything."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library lies and what reads it.

    Attributes:
        home: Folder of the library and its index.
        model: A name or folder that sentence-transformers accepts, or the bundled model's name.
        reranker: Name or folder of a cross-encoder that re-orders the first hits; ``None`` for their own order.
        sight: Of who asks.
    """

    home: Path
    model: str = DEFAULT_MODEL
    reranker: str | None = None
    sight: Sight = EVERYTHING

    @property
    def index_folder(self) -> Path:
        """Where the builds of the index lie: who may not see everything has one of his own, of what he sees.

        So nothing else is in what is counted, ranked, completed or spelt out for him; the vectors and the words of a
        passage are kept once, and no second index needs the model.
        """
        folder = self.home / "index"
        return folder if self.sight.whole else folder / f"{OWN_INDEX}{self.sight.key}"


def load_settings() -> Settings:
    """``VANKIEN_HOME``, ``VANKIEN_MODEL``, ``VANKIEN_RERANKER``; then ``settings.toml`` in that home; then defaults.

    Raises:
        UsageError: If the file cannot be read, is not TOML, or has a key we do not know.
    """
    home = library_folder()
    stored = read_owner_file(home)
    model = os.environ.get("VANKIEN_MODEL") or stored.get("model", DEFAULT_MODEL)
    return Settings(home, model, os.environ.get("VANKIEN_RERANKER") or stored.get("reranker"))
