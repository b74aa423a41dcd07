"""What the owner of a library may set: one frozen object, from the environment and one file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from index.encode import DEFAULT_MODEL
from ingest.owner import read_owner_file
from ingest.store import library_folder


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the library lies and what reads it.

    Attributes:
        home: Folder of the library and its index.
        model: A name or folder that sentence-transformers accepts, or the bundled model's name.
        reranker: Name or folder of a cross-encoder that re-orders the first hits; ``None`` for their own order.
    """

    home: Path
    model: str = DEFAULT_MODEL
    reranker: str | None = None

    @property
    def index_folder(self) -> Path:
        """Where the builds of the index lie."""
        return self.home / "index"


def load_settings() -> Settings:
    """``VANKIEN_HOME``, ``VANKIEN_MODEL``, ``VANKIEN_RERANKER``; then ``settings.toml`` in that home; then defaults.

    Raises:
        UsageError: If the file cannot be read, is not TOML, or has a key we do not know.
    """
    home = library_folder()
    stored = read_owner_file(home)
    model = os.environ.get("VANKIEN_MODEL") or stored.get("model", DEFAULT_MODEL)
    return Settings(home, model, os.environ.get("VANKIEN_RERANKER") or stored.get("reranker"))
