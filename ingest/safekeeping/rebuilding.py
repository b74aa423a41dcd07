"""The builds of the index as they lie on the disk: taken away where they may not stay, and made anew in their process.

The index belongs to another room, which knows this one. What is known of it here is what any program could know: where
its builds lie, what their lists say, and the command that builds.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.fresh import start_module
from ingest.safekeeping.index_mark import INDEX_FOLDER

CURRENT, BUILDS, MANIFEST, LOCK = "CURRENT", "build-*", "manifest.json", "build.lock"
OWN_INDEXES = "for-*"
"""Folders of the indexes of those who may not see everything: each is made anew when one of them comes."""
Rebuild = Callable[[Path], bool]
"""Build the index of the library in a folder; whether that went well."""


def rebuild_index(home: Path) -> bool:
    """As the command ``python -m index build``; nothing is embedded that was embedded before."""
    try:
        process = start_module("index", ["build"], {"VANKIEN_HOME": str(home.absolute())}, subprocess.DEVNULL)
    except OSError:  # the system starts no process: as where it ends badly
        return False
    with process:
        try:
            process.communicate()
        except BaseException:  # also where it is stopped by hand: a build goes on where it was; it is raised again
            process.kill()
            raise
    return process.returncode == 0


@contextmanager
def no_build_meanwhile(home: Path) -> Iterator[None]:
    """Wait for a build that is going on, and let none begin within."""
    from filelock import FileLock

    folder = home / INDEX_FOLDER
    if not folder.is_dir():
        yield
        return
    with FileLock(folder / LOCK):
        yield


def list_builds(home: Path) -> list[Path]:
    """Every build on the disk, also what is left of one."""
    return sorted((home / INDEX_FOLDER).glob(BUILDS))


def find_current(home: Path) -> Path | None:
    """The build that serves; ``None`` where there is none."""
    try:
        name = (home / INDEX_FOLDER / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return next((one for one in list_builds(home) if one.name == name), None)


def has_documents(build: Path, seqs: Collection[int]) -> bool:
    """Whether one of *seqs* is in *build*; yes where that is not to be made out."""
    try:
        told: dict[str, Any] = json.loads((build / MANIFEST).read_text(encoding="utf-8"))
        return not set(seqs).isdisjoint(told["documents"])
    except (OSError, ValueError, KeyError, TypeError):
        return True


def take_away(home: Path, stays: Path | None = None) -> bool:
    """Delete every build but the one that *stays*, those of who sees a part too; whether all of them went."""
    if stays is None:
        (home / INDEX_FOLDER / CURRENT).unlink(missing_ok=True)
    others = [one for one in list_builds(home) if one != stays]
    others += (home / INDEX_FOLDER).glob(OWN_INDEXES)
    for one in others:
        shutil.rmtree(one, ignore_errors=True)
    return not any(one.exists() for one in others)
