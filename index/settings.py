"""What the owner of a library may set: one frozen object, from the environment and one file."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from index.encode import DEFAULT_MODEL
from ingest.errors import UsageError
from ingest.store import library_folder
from ingest.system import explain

SETTINGS_FILE = "settings.toml"
_KEYS = frozenset({"model", "reranker"})


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
    stored = _read_file(home / SETTINGS_FILE)
    model = os.environ.get("VANKIEN_MODEL") or stored.get("model", DEFAULT_MODEL)
    return Settings(home, model, os.environ.get("VANKIEN_RERANKER") or stored.get("reranker"))


def _read_file(file: Path) -> dict[str, str]:
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # the library, opened later, says what is wrong with its folder
        return {}
    except OSError as error:
        advice = "Hãy sửa quyền hoặc tên tệp, hoặc chọn thư mục khác bằng VANKIEN_HOME."
        raise UsageError(f"Tệp cài đặt {file} không đọc được: {explain(error)}. {advice}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"Tệp cài đặt {file} không đọc được ({error}). Hãy sửa lại theo dạng TOML.") from error
    unknown = sorted(set(stored) - _KEYS)
    if unknown:
        known = ", ".join(sorted(_KEYS))
        raise UsageError(f"Tệp cài đặt {file} có mục lạ: {', '.join(unknown)}. Các mục dùng được: {known}.")
    wrong = sorted(key for key, value in stored.items() if not isinstance(value, str) or not value)
    if wrong:
        raise UsageError(f"Tệp cài đặt {file}: mục {', '.join(wrong)} phải là một chuỗi chữ. Hãy sửa lại.")
    return stored
