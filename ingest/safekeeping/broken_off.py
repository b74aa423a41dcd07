"""A back-up that was being brought back when the process was killed: the next time goes on or begins anew.

While it is brought back, the folder has a mark that says of which back-up. The library is the last to get its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from ingest.durable import write_durably
from ingest.errors import LibraryError
from ingest.safekeeping.archive import DATABASES, OWNERS_FILES, Contents, copy_stream
from ingest.store import open_library
from ingest.store.connection import LIBRARY_FILE

PART = ".part"
MARK = ".vankien-restoring"
LOCK = f"{MARK}.lock"


def set_mark(folder: Path, contents: Contents) -> Path:
    """Say that *contents* are being brought back into *folder*; the mark.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    write_durably(folder / MARK, json.dumps(asdict(contents)).encode())
    return folder / MARK


def is_all_there(folder: Path, contents: Contents) -> bool:
    """Whether *contents* had all been brought back into *folder*, where nothing has changed since."""
    if _read_mark(folder) != _plain(contents) or not (folder / LIBRARY_FILE).is_file():
        return False
    try:
        with open_library(folder) as library:
            return (library.id, library.generation) == (contents.library, contents.generation)
    except LibraryError:
        return False


def find_broken_off(folder: Path) -> Iterator[Path]:
    """What a process that was killed left in *folder*, and nobody else; nothing where the library is there."""
    if (folder / LIBRARY_FILE).exists():
        return
    yield from (folder / name for name in (f"{MARK}{PART}", MARK) if (folder / name).exists())
    if (told := _read_mark(folder)) is None:
        return
    for name in (*DATABASES, *OWNERS_FILES):
        part = folder / f"{name}{PART}"
        if part.is_file():
            yield part
        if name in told["files"] and (folder / name).is_file() and _measure(folder / name) == told["files"][name]:
            yield folder / name


def _read_mark(folder: Path) -> dict[str, dict[str, list[object]]] | None:
    try:
        told = json.loads((folder / MARK).read_bytes())
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and isinstance(told.get("files"), dict) else None


def _plain(contents: Contents) -> object:
    return json.loads(json.dumps(asdict(contents)))


def _measure(file: Path) -> list[object]:
    with file.open("rb") as stream:
        return list(copy_stream(stream, None, lambda _: None))
