"""Files that are on the disk before anything is said of them: a power cut takes back nothing that was told."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def write_durably(file: Path, content: bytes) -> None:
    """Put *content* into *file* in one step: whoever looks sees what was there before, or all of it.

    Raises:
        OSError: If the disk is full or cannot be written; nothing of it is left then.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException:  # also where it is stopped by hand; it is raised again
        part.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def sync_files(files: Sequence[Path]) -> None:
    """Wait until what was written into *files* is on the disk.

    Raises:
        OSError: If it cannot be written there.
    """
    for file in files:
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in *folder* are on the disk, where the system knows a way.

    Raises:
        OSError: If they cannot be written there.
    """
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
