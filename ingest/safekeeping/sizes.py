"""How much room the library takes on the disk, and how much is left."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ingest.desk.file import DESK_FILE
from ingest.safekeeping.index_mark import INDEX_FOLDER
from ingest.store.connection import LIBRARY_FILE


@dataclass(frozen=True, slots=True)
class Sizes:
    """In bytes.

    Attributes:
        library: Documents and their files, with what SQLite writes beside it while it works.
        desk: What readers keep.
        index: Can be built again.
        others: Whatever else lies in the folder.
        free: Left on the disk.
    """

    library: int
    desk: int
    index: int
    others: int
    free: int


def measure(home: Path) -> Sizes:
    """Of the library in *home*."""
    sizes = {LIBRARY_FILE: 0, DESK_FILE: 0, INDEX_FOLDER: 0}
    others = 0
    for one in home.iterdir():
        size = _size_of(one)
        known = next((name for name in sizes if one.name == name or one.name.startswith(f"{name}-")), None)
        if known:
            sizes[known] += size
        else:
            others += size
    free = shutil.disk_usage(home).free
    return Sizes(sizes[LIBRARY_FILE], sizes[DESK_FILE], sizes[INDEX_FOLDER], others, free)


def _size_of(path: Path) -> int:
    """A file that goes away meanwhile, as a build of the index does, counts nothing."""
    try:
        if path.is_dir():
            return sum(_size_of(one) for one in path.iterdir())
        return path.stat().st_size
    except FileNotFoundError:
        return 0
