"""A back-up that was being brought back when the process was killed: the next time goes on or begins anew.

While it is brought back, the folder has a mark that says of which back-up. The library is the last to get its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
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
_OF_SQLITE = ("-journal", "-wal", "-shm")  # beside a database that it was working in


def set_mark(folder: Path, contents: Contents, named: Sequence[str] = ()) -> Path:
    """Say that *contents* are being brought back into *folder*; the mark.

    Args:
        named: Files that are about to get their names; their parts are whole.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    measured = {name: _measure(folder / f"{name}{PART}") for name in named}
    write_durably(folder / MARK, json.dumps({"contents": asdict(contents), "named": measured}).encode())
    return folder / MARK


def is_all_there(folder: Path, contents: Contents) -> bool:
    """Whether *contents* had all been brought back into *folder*, where nothing has changed since."""
    told = _read_mark(folder)
    if told is None or told["contents"] != _plain(contents) or not (folder / LIBRARY_FILE).is_file():
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
        parts = (folder / f"{name}{PART}{ending}" for ending in ("", *_OF_SQLITE))
        yield from (part for part in parts if part.is_file())
        if (folder / name).is_file() and told["named"].get(name) == _measure(folder / name):
            yield folder / name


def clear(ours: Iterable[Path]) -> None:
    """Remove *ours*, the mark last: whoever is killed at it leaves nothing that the next one does not know."""
    for one in sorted(ours, key=lambda one: one.name == MARK):
        one.unlink(missing_ok=True)


def _read_mark(folder: Path) -> dict[str, dict[str, object]] | None:
    try:
        told = json.loads((folder / MARK).read_bytes())
    except (OSError, ValueError):
        return None
    known = isinstance(told, dict) and all(isinstance(told.get(name), dict) for name in ("contents", "named"))
    return told if known else None


def _plain(contents: Contents) -> object:
    return json.loads(json.dumps(asdict(contents)))


def _measure(file: Path) -> list[object]:
    with file.open("rb") as stream:
        return list(copy_stream(stream, None, lambda _: None))
