"""The SHA-256 of every file of a build: a byte that was turned over is noticed before anything is found by it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.durable import sync_files, sync_folder, write_durably
from ingest.safekeeping.index_sums import SUMS, find_changed, sum_up


def write_checksums(build: Path) -> None:
    """List the files in *build*, all of which are on the disk then.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    files = [one for one in build.rglob("*") if one.is_file()]
    sync_files(files)
    for folder in {one.parent for one in files}:
        sync_folder(folder)
    write_durably(build / SUMS, sum_up(build).encode())


def check_files(build: Path) -> None:
    """That *build* holds the files it lists, each as it was written, and no other.

    Raises:
        OSError: If one cannot be read.
        ValueError: If not.
    """
    if find_changed(build):
        raise ValueError("files are not as they were written")


def check_file(build: Path, name: str, content: bytes) -> None:
    """That *content* is that of the file *name* as it was written into *build*.

    Raises:
        OSError: If the list cannot be read.
        ValueError: If not.
    """
    line = f"{hashlib.sha256(content).hexdigest()}  {name}"
    if line not in (build / SUMS).read_text(encoding="utf-8").splitlines():
        raise ValueError(f"{name} is not as it was written")
