"""The SHA-256 of every file of a build: a byte that was turned over is noticed before anything is found by it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ingest.durable import sync_files, sync_folder, write_durably

CHECKSUMS = "checksums.json"
_FORMAT = 1


def write_checksums(build: Path) -> None:
    """List the files in *build*, all of which are on the disk then.

    Raises:
        OSError: If the disk is full or cannot be written.
    """
    files = _list_files(build)
    sync_files([build / name for name in files])
    for folder in {(build / name).parent for name in files}:
        sync_folder(folder)
    told = {"format": _FORMAT, "files": {name: _hash(build / name) for name in files}}
    write_durably(build / CHECKSUMS, json.dumps(told, indent=1).encode())


def check_files(build: Path) -> None:
    """That *build* holds the files it lists, each as it was written, and no other.

    Raises:
        OSError: If one cannot be read.
        ValueError: If not.
    """
    told = _read(build)
    if told != {name: _hash(build / name) for name in _list_files(build)}:
        raise ValueError("files are not as they were written")


def check_file(build: Path, name: str, content: bytes) -> None:
    """That *content* is that of the file *name* as it was written into *build*.

    Raises:
        OSError: If the list cannot be read.
        ValueError: If not.
    """
    if _read(build).get(name) != hashlib.sha256(content).hexdigest():
        raise ValueError(f"{name} is not as it was written")


def _read(build: Path) -> dict[str, str]:
    told = json.loads((build / CHECKSUMS).read_bytes())
    if not isinstance(told, dict) or told.get("format") != _FORMAT or not isinstance(told.get("files"), dict):
        raise ValueError("no list of checksums")
    files: dict[str, str] = told["files"]
    return files


def _list_files(build: Path) -> list[str]:
    found = (file.relative_to(build).as_posix() for file in build.rglob("*") if file.is_file())
    return sorted(name for name in found if name != CHECKSUMS)


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
