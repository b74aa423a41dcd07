"""The list of hashes in a build of the index: whether its files are as they were written."""

from __future__ import annotations

from pathlib import Path

from ingest.store import hash_content

SUMS = "SHA256SUMS"
"""Name of the list, in a build, of its files with their hashes, as ``sha256sum`` writes it."""


def find_build(folder: Path) -> Path:
    """The build in *folder* that serves.

    Raises:
        OSError: If that cannot be read.
        ValueError: If it is no text.
    """
    return folder / (folder / "CURRENT").read_text(encoding="utf-8").strip()


def sum_up(build: Path) -> str:
    """The list of the hashes of every file of *build*."""
    files = sorted(one for one in build.rglob("*") if one.is_file() and one.name != SUMS)
    return "".join(f"{hash_content(one.read_bytes())}  {one.relative_to(build).as_posix()}\n" for one in files)


def find_changed(build: Path) -> list[str]:
    """Files of *build* that are lost, too many, or not as they were written; the list itself where it is not there."""
    try:
        listed, found = (build / SUMS).read_text(encoding="utf-8").splitlines(), sum_up(build).splitlines()
    except (OSError, ValueError):
        return [SUMS]
    return sorted({line[66:] or SUMS for line in set(listed) ^ set(found)})
