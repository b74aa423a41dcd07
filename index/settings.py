"""What the owner of a library may set: one frozen object, from the environment and one file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

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
        own_index: Whether something is kept from him, so that his index is not that of all.
    """

    home: Path
    model: str = DEFAULT_MODEL
    reranker: str | None = None
    sight: Sight = EVERYTHING
    own_index: bool = False

    @property
    def index_folder(self) -> Path:
        """Where the builds of the index lie: those from whom something is kept have one of their own, of what they see.

        So nothing else is in what is counted, ranked, completed or spelt out for them; the vectors and the words of a
        passage are kept once, and no second index needs the model.
        """
        folder = self.home / "index"
        return folder / f"{OWN_INDEX}{self.sight.key}" if self.own_index else folder


def load_settings() -> Settings:
    """``VANKIEN_HOME``, ``VANKIEN_MODEL``, ``VANKIEN_RERANKER``; then ``settings.toml`` in that home; then defaults.

    Raises:
        UsageError: If the file cannot be read, is not TOML, or has a key we do not know.
    """
    home = library_folder()
    stored = read_owner_file(home)
    model = os.environ.get("VANKIEN_MODEL") or stored.get("model", DEFAULT_MODEL)
    return Settings(home, model, os.environ.get("VANKIEN_RERANKER") or stored.get("reranker"))


def settings_to_json(settings: Settings) -> dict[str, Any]:
    """For another process of this machine."""
    groups = None if settings.sight.groups is None else sorted(settings.sight.groups)
    return asdict(settings) | {"home": str(settings.home.absolute()), "sight": groups}


def settings_from_json(told: Mapping[str, Any]) -> Settings:
    """What :func:`settings_to_json` told."""
    sight = EVERYTHING if told["sight"] is None else Sight(frozenset(told["sight"]))
    return Settings(Path(told["home"]), told["model"], told["reranker"], sight, told["own_index"])
